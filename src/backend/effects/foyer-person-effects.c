/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-person-effects.c - staff unlock somebody (D19), move them to another address, end their access, have links mailed, and erase them */

#include "effects/foyer-effects.h"

#include "accounts/foyer-door-locks.h"
#include "accounts/foyer-secret.h"
#include "effects/foyer-effect-mails.h"
#include "effects/foyer-person-address.h"
#include "effects/foyer-person-erasure.h"
#include "effects/foyer-sign-in-mails.h"
#include "foyer-json.h"
#include "foyer-settings.h"
#include "foyer-sign-in-check.h"
#include "methods/foyer-set-error.h"
#include "types/portal_person.h"

static gboolean
reject_member (JsonObject **error, const char *member, const char *why)
{
  *error = foyer_set_error_new ("invalidProperties", why);
  foyer_set_error_add_property (*error, member);
  return FALSE;
}

static gboolean
follow_lock (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  const char *was = before == NULL ? NULL : foyer_json_object_text (before, "lockedUntil");
  const char *now = foyer_json_object_text (after, "lockedUntil");
  g_autoptr (GError) failure = NULL;

  if (g_strcmp0 (was, now) == 0)
    return TRUE;
  if (now != NULL)
    return reject_member (error, "lockedUntil", "Only wrong tries lock somebody; staff unlock them");
  if (foyer_door_locks_open_person (transaction->database, transaction->organisation,
                                    foyer_json_object_text (after, "id"),
                                    foyer_json_object_text (before, "email"), &failure)
      && foyer_audit_write (transaction, &foyer_portal_person_type, "unlock", "unlock", before, after,
                            &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}

/* --- Staff send somebody a link to sign in by (D12, D20) --- */

static gboolean
mail_link (FoyerTransaction *transaction, FoyerRecord *person, FoyerRecord *settings, GError **error)
{
  FoyerSignInReader reader = { .person = person, .email = foyer_portal_person_get_email (person) };
  g_autoptr (JsonObject) json = foyer_record_to_json (person);
  gint64 expires_at;
  char *secret = foyer_sign_in_mail_issue (transaction, settings, &reader, &expires_at, error);
  gboolean done
      = secret != NULL
        && foyer_sign_in_mail_submit (transaction, settings, &reader, secret, NULL, expires_at, error)
        && foyer_audit_write (transaction, &foyer_portal_person_type, "send-sign-in", "send-sign-in", json,
                              json, error);

  foyer_secret_free (secret);
  return done;
}

/* Nobody is mailed a link that would not let them in: the console reads why. */
static gboolean
send_link (FoyerTransaction *transaction, JsonObject *after, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) person = foyer_record_from_json (&foyer_portal_person_type, after, &failure);
  g_autoptr (FoyerRecord) settings
      = person == NULL ? NULL : foyer_settings_get (transaction->source, &failure);
  g_autoptr (GPtrArray) findings = NULL;
  FoyerSignInReader reader = { 0 };
  gboolean too_often = FALSE;

  if (settings == NULL)
    return foyer_effects_fail (error, failure);
  reader.email = foyer_portal_person_get_email (person);
  if (reader.email == NULL)
    return reject_member (error, "sendSignIn", "The person has no email address");
  findings = foyer_sign_in_check (transaction->source, person, FOYER_SIGN_IN_EMAIL_LINK, transaction->now,
                                  &failure);
  if (findings == NULL || !foyer_sign_in_mail_is_too_often (transaction, &reader, &too_often, &failure))
    return foyer_effects_fail (error, failure);
  if (foyer_sign_in_reason (findings) != NULL)
    return reject_member (error, "sendSignIn", foyer_sign_in_reason (findings)->sentence);
  if (too_often)
    return reject_member (error, "sendSignIn", "This address has been sent many links already; wait an hour");
  return mail_link (transaction, person, settings, &failure) || foyer_effects_fail (error, failure);
}

gboolean
foyer_person_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (!foyer_person_erasure_prepare (transaction, before, after, error)
      || !foyer_person_address_apply (transaction, before, after, error)
      || !follow_lock (transaction, before, after, error))
    return FALSE;
  if (foyer_json_object_boolean (after, "erase", FALSE))
    return foyer_person_erasure_apply (transaction, after, error);
  if (!foyer_access_mails_follow (transaction, before, after, &failure))
    return foyer_effects_fail (error, failure);
  return !foyer_json_object_boolean (after, "sendSignIn", FALSE) || send_link (transaction, after, error);
}
