/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-version-effects.c - settings are scheduled and called off; the history stays (D1) */

#include "effects/foyer-effects.h"
#include "effects/foyer-settings-patch.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "methods/foyer-set-error.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

static gboolean
reject_member (JsonObject **error, const char *member, const char *why)
{
  *error = foyer_set_error_new ("invalidProperties", why);
  foyer_set_error_add_property (*error, member);
  return FALSE;
}

static gboolean
is_scheduled (JsonObject *version)
{
  return g_strcmp0 (foyer_json_object_text (version, "status"), "scheduled") == 0;
}

/* --- Scheduling --- */

static gboolean
note_what_is_replaced (FoyerTransaction *transaction, JsonObject *version, GError **error)
{
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (JsonObject) present = NULL;

  settings = foyer_record_source_get_singleton (transaction->source, &foyer_portal_settings_type, error);
  if (settings == NULL)
    return error == NULL || *error == NULL;
  present = foyer_record_to_json (settings);
  json_object_set_object_member (version, "before",
                                 foyer_settings_list_present (present,
                                                              foyer_json_object_object (version, "patch")));
  return TRUE;
}

static gboolean
schedule (FoyerTransaction *transaction, JsonObject *version, JsonObject **error)
{
  const char *author = foyer_json_object_text (version, "authorId");
  g_autoptr (GError) failure = NULL;

  if (!is_scheduled (version))
    return reject_member (error, "status", "Settings are published by changing them, or scheduled");
  if (foyer_json_object_text (version, "publishAt") == NULL)
    return reject_member (error, "publishAt", "It has no time");
  if (author != NULL && g_strcmp0 (author, transaction->actor_id) != 0)
    return reject_member (error, "authorId", "Nobody publishes in the name of another");
  if (!foyer_settings_patch_judge (foyer_json_object_object (version, "patch"), error)
      || !foyer_settings_before_judge (foyer_json_object_object (version, "patch"),
                                       foyer_json_object_object (version, "before"), error))
    return FALSE;
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (version, "authorId", transaction->actor_id);
  /* Without a word on what its author saw, they saw what is so now. */
  if ((foyer_json_object_object (version, "before") != NULL
       || note_what_is_replaced (transaction, version, &failure))
      && foyer_audit_write (transaction, &foyer_settings_version_type, "schedule", "schedule", NULL, version,
                            &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}

/* --- Calling off, and what failed --- */

static gboolean
is_status (JsonObject *version, const char *status)
{
  return g_strcmp0 (foyer_json_object_text (version, "status"), status) == 0;
}

/* A person puts away what could not be published, or takes that back. */
static gboolean
is_about_failure (JsonObject *before, JsonObject *after)
{
  return foyer_json_object_text (before, "failure") != NULL
         && ((is_status (before, "failed") && is_status (after, "cancelled"))
             || (is_status (before, "cancelled") && is_status (after, "failed")));
}

/* Whoever tries it again knows why it failed, and what stands now is what they replace. */
static gboolean
try_again (FoyerTransaction *transaction, JsonObject *version, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (!foyer_settings_patch_judge (foyer_json_object_object (version, "patch"), error))
    return FALSE;
  json_object_remove_member (version, "failure");
  return note_what_is_replaced (transaction, version, &failure) || foyer_effects_fail (error, failure);
}

/* Until its time it can be put off and called off, and a calling off taken back; then it is history. */
static gboolean
check_change (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  const char *was = foyer_json_object_text (before, "status");
  const char *becomes = foyer_json_object_text (after, "status");
  const char *publish_at = foyer_json_object_text (after, "publishAt");
  gint64 at = 0;

  if (publish_at == NULL || !foyer_utc_parse (publish_at, &at, NULL))
    return reject_member (error, "publishAt", "It has no time");
  if (g_strcmp0 (was, "published") == 0)
    return reject_member (error, "status", "It is published; what it changed can be changed back");
  if (is_about_failure (before, after))
    return TRUE;
  if (g_strcmp0 (was, "failed") == 0)
    return is_scheduled (after)
               ? try_again (transaction, after, error)
               : reject_member (error, "status", "It could not be published; try it again or put it away");
  if (g_strcmp0 (becomes, "scheduled") != 0 && g_strcmp0 (becomes, "cancelled") != 0)
    return reject_member (error, "status", "The server publishes when it is time");
  if (g_strcmp0 (was, "cancelled") == 0 && is_scheduled (after) && at <= transaction->now)
    return reject_member (error, "publishAt", "Its time is over; schedule it anew");
  return TRUE;
}

gboolean
foyer_settings_version_effects_apply (FoyerTransaction *transaction,
                                      JsonObject *before,
                                      JsonObject *after,
                                      JsonObject **error)
{
  const char *verb = is_scheduled (after) ? "schedule" : is_status (after, "failed") ? "fail" : "cancel";
  g_autoptr (GError) failure = NULL;

  if (before == NULL)
    return schedule (transaction, after, error);
  if (!check_change (transaction, before, after, error))
    return FALSE;
  if (foyer_audit_write (transaction, &foyer_settings_version_type, verb, verb, before, after, &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}

gboolean
foyer_settings_version_effects_remove (FoyerTransaction *transaction, FoyerRecord *record, JsonObject **error)
{
  *error = foyer_set_error_new ("ruleRefused", "The history of settings stays");
  return FALSE;
}
