/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-access-mails.c - whoever may not come in any more is told, unless it was a mistake */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "mail/foyer-outgoing-mail.h"

/* Time for second thoughts; the access itself has ended at once. */
#define GRACE_SECONDS (10 * 60)

static gboolean
is_active (JsonObject *person)
{
  return g_strcmp0 (foyer_json_object_text (person, "status"), "active") == 0;
}

static gboolean
tell (FoyerTransaction *transaction, JsonObject *person, GError **error)
{
  const char *client_id = foyer_json_object_text (person, "clientId");
  const char *person_id = foyer_json_object_text (person, "id");
  g_auto (FoyerClientReader) reader = { 0 };
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;
  FoyerOutgoingMail mail = { .draft = { .kind = FOYER_MAIL_ACCESS_ENDED },
                             .to = foyer_json_object_text (person, "email"),
                             .to_name = foyer_json_object_text (person, "name"),
                             .client_id = client_id,
                             .person_id = person_id,
                             .about_id = person_id,
                             .not_before = transaction->now + GRACE_SECONDS };

  if (!foyer_client_reader_open (&reader, transaction, client_id, person_id, error))
    return FALSE;
  mail.draft.language = reader.language;
  id = foyer_outgoing_mail_submit (transaction, &mail, &failure);
  if (id != NULL || failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
foyer_access_mails_follow (FoyerTransaction *transaction,
                           JsonObject *before,
                           JsonObject *after,
                           GError **error)
{
  gboolean reads;
  gboolean too_late;

  if (before == NULL || is_active (before) == is_active (after))
    return TRUE;
  if (is_active (after))
    return foyer_outgoing_mail_take_back (transaction, foyer_json_object_text (after, "id"), &too_late,
                                          error);
  if (foyer_json_object_text (after, "email") == NULL)
    return TRUE;
  return foyer_client_reads_portal (transaction, foyer_json_object_text (after, "clientId"), &reads, error)
         && (!reads || tell (transaction, after, error));
}
