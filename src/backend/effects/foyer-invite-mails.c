/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-mails.c - what an invite's mail says, and the link in it */

#include "effects/foyer-effect-mails.h"

#include "accounts/foyer-secret.h"
#include "effects/foyer-invites.h"
#include "foyer-json.h"
#include "foyer-mail-invite.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/invite.h"
#include "types/portal_person.h"

#include <string.h>

static char **
list_include (JsonObject *invite)
{
  JsonArray *array = foyer_json_object_array (invite, "include");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (words, g_strdup (json_array_get_string_element (array, i)));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static gboolean
submit (FoyerTransaction *transaction,
        FoyerBusiness *business,
        FoyerRecord *person,
        JsonObject *invite,
        const char *link,
        gint64 expires_at,
        GError **error)
{
  g_auto (GStrv) include = list_include (invite);
  const char *own = foyer_portal_person_get_language (person);
  const char *language = own != NULL ? own : business->language;
  g_autoptr (GHashTable) values
      = foyer_mail_invite_values (business, invite, link, transaction->portal_url, expires_at, language);
  g_autofree char *id = NULL;
  const FoyerOutgoingMail mail = { .draft = { .kind = FOYER_MAIL_INVITE,
                                              .language = language,
                                              .values = values,
                                              .include = (const char *const *) include },
                                   .to = foyer_json_object_text (invite, "email"),
                                   .to_name = foyer_portal_person_get_name (person),
                                   .client_id = foyer_json_object_text (invite, "clientId"),
                                   .person_id = foyer_record_get_id (person),
                                   .about_id = foyer_json_object_text (invite, "id"),
                                   .expires_at = expires_at };

  id = foyer_outgoing_mail_submit (transaction, &mail, error);
  return id != NULL;
}

gboolean
foyer_invite_mail_submit (FoyerTransaction *transaction,
                          FoyerBusiness *business,
                          FoyerRecord *person,
                          JsonObject *invite,
                          gint64 expires_at,
                          GError **error)
{
  g_autofree char *link = NULL;
  gboolean done;

  if (strcmp (foyer_json_object_text (invite, "delivery"), "link") == 0)
    link = foyer_invite_make_link (transaction, invite, expires_at, error);
  else
    link = g_strconcat (transaction->portal_url == NULL ? "" : transaction->portal_url, "/sign-in", NULL);
  if (link == NULL)
    return FALSE;
  done = submit (transaction, business, person, invite, link, expires_at, error);
  foyer_secret_free (g_steal_pointer (&link));
  return done;
}
