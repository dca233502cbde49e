/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-effects.c - an invite is mailed with the change that makes it, and dies with the one that revokes it */

#include "effects/foyer-effects.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-logins.h"
#include "effects/foyer-effect-mails.h"
#include "effects/foyer-invites.h"
#include "foyer-business.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "mail/foyer-outgoing-mail.h"
#include "methods/foyer-set-error.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

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
         && foyer_invite_forget_password (transaction, invite, error)
         && foyer_outgoing_mail_take_back (transaction, foyer_json_object_text (invite, "id"), &too_late,
                                           error)
         && foyer_audit_write (transaction, &foyer_invite_type, "revoke", "revoke", before, invite, error);
}

/* The one that a re-send replaces (001-27); expired ones stay, and what was used was used. */
static gboolean
revoke_replaced (FoyerTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) old = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_invite_type, id, &old, error))
    return FALSE;
  if (old == NULL || !foyer_invite_is_open (old))
    return TRUE;
  before = foyer_record_to_json (old);
  if (foyer_invite_get_expires_at (old) <= transaction->now) {
    json_object_set_string_member (before, "status", "expired");
    stored = foyer_transaction_put (transaction, &foyer_invite_type, before, error);
    return stored != NULL;
  }
  after = foyer_json_copy_object (before);
  if (!revoke_one (transaction, before, after, error))
    return FALSE;
  stored = foyer_transaction_put (transaction, &foyer_invite_type, after, error);
  return stored != NULL;
}

/* --- Making --- */

/* Passwords that staff think of are initial ones (ASVS 6.4.1): they open one page, and only for an address that has no login (L16). */
static gboolean
keep_password (FoyerTransaction *transaction, JsonObject *invite, JsonObject **error)
{
  const char *password = foyer_json_object_text (invite, "password");
  g_autoptr (GError) failure = NULL;

  if (strcmp (foyer_json_object_text (invite, "delivery"), "staff_password") != 0)
    return password == NULL || reject_member (error, "password", "This invite is not one with a password");
  if (password == NULL)
    return reject_member (error, "password", "The password is missing");
  if (!foyer_password_check_length (password, &failure))
    return reject_member (error, "password", failure->message);
  if (foyer_portal_logins_set (transaction->database, transaction->random, transaction->organisation,
                               foyer_json_object_text (invite, "email"), password, TRUE, transaction->now,
                               &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}

/* How somebody may be invited (004-23 to 004-25): one of the ways that the settings allow, and by which they can sign in at all. */
static gboolean
check_delivery (FoyerTransaction *transaction,
                FoyerBusiness *business,
                JsonObject *invite,
                JsonObject **error)
{
  const char *delivery = foyer_json_object_text (invite, "delivery");
  const char *email = foyer_json_object_text (invite, "email");
  gboolean is_link = strcmp (delivery, "link") == 0;
  gboolean has_passwords = foyer_portal_settings_get_access_password (business->settings);
  g_auto (GStrv) allowed = foyer_portal_settings_get_access_invite_delivery (business->settings);
  g_autoptr (GError) failure = NULL;
  gboolean has_login = FALSE;

  if (!g_strv_contains ((const char *const *) allowed, delivery))
    return reject_member (error, "delivery", "The settings do not allow to invite people this way");
  if (!has_passwords && (!is_link || !foyer_portal_settings_get_access_email_link (business->settings)))
    return reject_member (error, "delivery", "Passwords are off");
  if (is_link)
    return TRUE;
  if (email == NULL)
    return reject_member (error, "email", "The person has no email address");
  if (!foyer_invite_finds_login (transaction, foyer_json_object_text (invite, "personId"), email, &has_login,
                                 &failure))
    return foyer_effects_fail (error, failure);
  return !has_login
         || reject_member (error, "delivery",
                           "This address signs in already and has its own password; invite it by link");
}

/* What they want to be told of begins as the business says (001-14). */
static gboolean
give_defaults (FoyerTransaction *transaction, FoyerBusiness *business, FoyerRecord *person, GError **error)
{
  g_autoptr (JsonNode) defaults = foyer_portal_settings_get_notify_client_defaults (business->settings);
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (defaults == NULL || FOYER_HAS (person, portal_person, notifications))
    return TRUE;
  json = foyer_record_to_json (person);
  json_object_set_member (json, "notifications", g_steal_pointer (&defaults));
  stored = foyer_transaction_put (transaction, &foyer_portal_person_type, json, error);
  return stored != NULL;
}

static gboolean
find_person (FoyerTransaction *transaction, JsonObject *invite, FoyerRecord **person, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_portal_person_type,
                                    foyer_json_object_text (invite, "personId"), person, &failure))
    return foyer_effects_fail (error, failure);
  if (*person == NULL
      || g_strcmp0 (foyer_portal_person_get_client_id (*person), foyer_json_object_text (invite, "clientId"))
             != 0)
    return reject_member (error, "personId", "This is nobody of the client");
  if (!json_object_has_member (invite, "email") && foyer_portal_person_get_email (*person) != NULL)
    json_object_set_string_member (invite, "email", foyer_portal_person_get_email (*person));
  if (foyer_json_object_boolean (invite, "sendMail", TRUE) && !json_object_has_member (invite, "email"))
    return reject_member (error, "email", "The person has no email address");
  return TRUE;
}

static gint64
set_dates (FoyerTransaction *transaction, FoyerBusiness *business, JsonObject *invite)
{
  gint64 expires_at
      = transaction->now
        + foyer_portal_settings_get_access_invite_days (business->settings) * FOYER_SECONDS_PER_DAY;
  g_autofree char *expires = foyer_utc_format (expires_at);

  json_object_set_string_member (invite, "expiresAt", expires);
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (invite, "invitedBy", transaction->actor_id);
  return expires_at;
}

static gboolean
make (FoyerTransaction *transaction, JsonObject *invite, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerBusiness) business = foyer_business_load (transaction->source, &failure);
  g_autoptr (FoyerRecord) person = NULL;
  gint64 expires_at;

  if (business == NULL)
    return foyer_effects_fail (error, failure);
  if (strcmp (foyer_json_object_text (invite, "status"), "queued") != 0)
    return reject_member (error, "status", "A new invite waits to be sent");
  if (!find_person (transaction, invite, &person, error)
      || !check_delivery (transaction, business, invite, error))
    return FALSE;
  expires_at = set_dates (transaction, business, invite);
  if (!revoke_replaced (transaction, foyer_json_object_text (invite, "replacesId"), &failure)
      || !give_defaults (transaction, business, person, &failure))
    return foyer_effects_fail (error, failure);
  if (!keep_password (transaction, invite, error))
    return FALSE;
  if (!foyer_json_object_boolean (invite, "sendMail", TRUE)
      || foyer_invite_mail_submit (transaction, business, person, invite, expires_at, &failure))
    return TRUE;
  if (failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return reject_member (error, "email", failure->message);
  return foyer_effects_fail (error, failure);
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
         || foyer_effects_fail (error, failure);
}
