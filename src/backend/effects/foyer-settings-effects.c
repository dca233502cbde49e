/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-effects.c - publishing settings counts their version up and writes the history (D1, 003-16) */

#include "effects/foyer-effects.h"

#include "effects/foyer-scheduled-settings.h"
#include "effects/foyer-settings-proposals.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "foyer-settings-change.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

/* The settings among what differs; what is unset becomes null. */
static JsonObject *
list_changes (JsonObject *before, JsonObject *after)
{
  JsonObject *changes = foyer_patch_difference (before, after);
  g_autoptr (GList) names = json_object_get_members (changes);

  for (GList *link = names; link != NULL; link = link->next) {
    if (foyer_settings_find_field (link->data) == NULL)
      json_object_remove_member (changes, link->data);
  }
  return changes;
}

gboolean
foyer_settings_note_publication (FoyerTransaction *transaction,
                                 JsonObject *before,
                                 JsonObject *after,
                                 JsonObject *version,
                                 GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (JsonObject) audited = foyer_json_copy_object (after);
  g_autoptr (FoyerRecord) stored = NULL;
  gint64 number = foyer_json_object_integer (before, "version", 1) + 1;

  json_object_set_int_member (after, "version", number);
  json_object_set_string_member (version, "status", "published");
  json_object_set_int_member (version, "version", number);
  json_object_set_string_member (version, "publishedAt", now);
  stored = foyer_transaction_put (transaction, &foyer_settings_version_type, version, error);
  return stored != NULL
         && foyer_audit_write (transaction, &foyer_portal_settings_type, "publish", "publish", before,
                               audited, error)
         && foyer_settings_proposals_close (transaction, after, error);
}

gboolean
foyer_portal_settings_effects_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error)
{
  g_autoptr (JsonObject) changes = before == NULL ? NULL : list_changes (before, after);
  g_autoptr (JsonObject) version = json_object_new ();
  g_autofree char *id = NULL;
  g_autoptr (GError) failure = NULL;

  if (!foyer_sign_in_policy_judge (transaction, before, after, error))
    return FALSE;
  if (changes == NULL || json_object_get_size (changes) == 0)
    return TRUE;
  id = foyer_transaction_make_id (transaction, &foyer_settings_version_type);
  json_object_set_string_member (version, "id", id);
  json_object_set_object_member (version, "before", foyer_settings_list_present (before, changes));
  json_object_set_object_member (version, "patch", g_steal_pointer (&changes));
  if (foyer_json_object_text (after, "note") != NULL)
    json_object_set_string_member (version, "note", foyer_json_object_text (after, "note"));
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (version, "authorId", transaction->actor_id);
  if (foyer_settings_note_publication (transaction, before, after, version, &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}
