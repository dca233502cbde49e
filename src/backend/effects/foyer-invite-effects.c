/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-effects.c - an invite is mailed with the change that makes it, and dies with the one that revokes it */

#include "effects/foyer-effects.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-secret.h"
#include "foyer-business.h"
#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "mail/foyer-outgoing-mail.h"
#include "methods/foyer-set-error.h"
#include "types/invite.h"
#include "types/organisation.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

static gboolean
fail (GError *failure, JsonObject **error)
{
  g_warning ("An invite was not made or revoked: %s", failure == NULL ? "no reason given" : failure->message);
  *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
  return FALSE;
}

static gboolean
reject_member (JsonObject **error, const char *member, const char *why)
{
  *error = foyer_set_error_new ("invalidProperties", why);
  foyer_set_error_add_property (*error, member);
  return FALSE;
}

/* --- Revoking --- */

static gboolean
revoke_one (FoyerTransaction *transaction, JsonObject *before, JsonObject *invite, GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  gboolean too_late;

  json_object_set_string_member (invite, "status", "revoked");
  json_object_set_string_member (invite, "revokedAt", now);
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (invite, "revokedBy", transaction->actor_id);
  /* A mail that is on its way carries a link that is dead. */
  return foyer_mailed_links_revoke_invite (transaction->database, transaction->organisation,
                                           foyer_json_object_text (invite, "id"), transaction->now, error)
         && foyer_outgoing_mail_take_back (transaction, foyer_json_object_text (invite, "id"), &too_late,
                                           error)
         && foyer_audit_write (transaction, &foyer_invite_type, "revoke", "revoke", before, invite, error);
}

/* The one that a re-send replaces (001-27); expired ones stay, and what was used was used. */
static gboolean
revoke_replaced (FoyerTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) old
      = id == NULL ? NULL : foyer_record_source_get (transaction->source, &foyer_invite_type, id, NULL);
  g_autoptr (JsonObject) before = old == NULL ? NULL : foyer_record_to_json (old);
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (FoyerRecord) stored = NULL;
  FoyerInviteStatus status;

  if (old == NULL)
    return TRUE;
  status = foyer_invite_get_status (old);
  if (status == FOYER_INVITE_REGISTERED || status == FOYER_INVITE_EXPIRED || status == FOYER_INVITE_REVOKED)
    return TRUE;
  after = foyer_json_copy_object (before);
  if (!revoke_one (transaction, before, after, error))
    return FALSE;
  stored = foyer_transaction_put (transaction, &foyer_invite_type, after, error);
  return stored != NULL;
}

/* --- Sending --- */

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

static char *
describe_day (FoyerBusiness *business, gint64 at, const char *language)
{
  FoyerDate date;

  if (business->zone == NULL)
    return NULL;
  date = foyer_business_date (business, at);
  return foyer_date_text (&date, FOYER_DATE_LONG, language);
}

static gboolean
submit (FoyerTransaction *transaction,
        FoyerBusiness *business,
        FoyerRecord *person,
        JsonObject *invite,
        const char *secret,
        gint64 expires_at,
        GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) include = list_include (invite);
  const char *own = foyer_portal_person_get_language (person);
  const char *language = own != NULL ? own : business->language;
  const char *note = foyer_json_object_text (invite, "note");
  const char *portal = transaction->portal_url == NULL ? "" : transaction->portal_url;
  g_autofree char *address = g_strconcat (portal, "/i/", secret, NULL);
  g_autofree char *day = describe_day (business, expires_at, language);
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

  if (note == NULL)
    note = foyer_portal_settings_get_invite_note (business->settings);
  g_hash_table_insert (values, (gpointer) "link", address);
  g_hash_table_insert (values, (gpointer) "portal", (gpointer) portal);
  if (note != NULL)
    g_hash_table_insert (values, (gpointer) "note", (gpointer) note);
  if (day != NULL)
    g_hash_table_insert (values, (gpointer) "date", day);
  id = foyer_outgoing_mail_submit (transaction, &mail, error);
  memset (address, 0, strlen (address));
  return id != NULL;
}

static gboolean
send_mail (FoyerTransaction *transaction,
           FoyerBusiness *business,
           FoyerRecord *person,
           JsonObject *invite,
           gint64 expires_at,
           GError **error)
{
  g_autofree char *address = g_ascii_strdown (foyer_json_object_text (invite, "email"), -1);
  FoyerMailedLink link = { .kind = FOYER_MAILED_INVITE,
                           .address = address,
                           .person_id = (char *) foyer_record_get_id (person),
                           .invite_id = (char *) foyer_json_object_text (invite, "id"),
                           .issued_at = transaction->now,
                           .expires_at = expires_at };
  gboolean done;
  char *secret = foyer_mailed_links_issue (transaction->database, transaction->random,
                                           transaction->organisation, &link, error);

  if (secret == NULL)
    return FALSE;
  json_object_set_string_member (invite, "lastFour", secret + strlen (secret) - 4);
  done = submit (transaction, business, person, invite, secret, expires_at, error);
  foyer_secret_free (secret);
  return done;
}

static gboolean
make (FoyerTransaction *transaction, JsonObject *invite, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerBusiness) business = foyer_business_load (transaction->source, &failure);
  g_autoptr (FoyerRecord) person
      = foyer_record_source_get (transaction->source, &foyer_portal_person_type,
                                 foyer_json_object_text (invite, "personId"), NULL);
  g_autofree char *expires = NULL;
  gboolean mails = foyer_json_object_boolean (invite, "sendMail", TRUE);
  gint64 expires_at;

  if (business == NULL)
    return fail (failure, error);
  if (strcmp (foyer_json_object_text (invite, "status"), "queued") != 0)
    return reject_member (error, "status", "A new invite waits to be sent");
  if (person == NULL
      || g_strcmp0 (foyer_portal_person_get_client_id (person), foyer_json_object_text (invite, "clientId"))
             != 0)
    return reject_member (error, "personId", "This is nobody of the client");
  if (!json_object_has_member (invite, "email") && foyer_portal_person_get_email (person) != NULL)
    json_object_set_string_member (invite, "email", foyer_portal_person_get_email (person));
  if (mails && !json_object_has_member (invite, "email"))
    return reject_member (error, "email", "The person has no email address");
  expires_at = transaction->now
               + foyer_portal_settings_get_access_invite_days (business->settings) * FOYER_SECONDS_PER_DAY;
  expires = foyer_utc_format (expires_at);
  json_object_set_string_member (invite, "expiresAt", expires);
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (invite, "invitedBy", transaction->actor_id);
  if (!revoke_replaced (transaction, foyer_json_object_text (invite, "replacesId"), &failure))
    return fail (failure, error);
  if (!mails || send_mail (transaction, business, person, invite, expires_at, &failure))
    return TRUE;
  if (failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return reject_member (error, "email", failure->message);
  return fail (failure, error);
}

gboolean
foyer_invite_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  const char *now = foyer_json_object_text (after, "status");
  const char *was = before == NULL ? NULL : foyer_json_object_text (before, "status");

  if (before == NULL)
    return make (transaction, after, error);
  if (strcmp (was, now) == 0)
    return TRUE;
  if (transaction->actor == FOYER_BY_STAFF
      && (strcmp (now, "revoked") != 0 || strcmp (was, "registered") == 0)) {
    *error = foyer_set_error_new ("invalidTransition", "Staff only revoke an invite, before it is used");
    return FALSE;
  }
  return strcmp (now, "revoked") != 0 || revoke_one (transaction, before, after, &failure)
         || fail (failure, error);
}
