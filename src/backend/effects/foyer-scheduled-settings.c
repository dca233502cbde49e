/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-scheduled-settings.c - settings that wait on the server for their time (D1, Schedule) */

#include "effects/foyer-scheduled-settings.h"

#include "effects/foyer-effects.h"
#include "foyer-business.h"
#include "foyer-json.h"
#include "foyer-sentence.h"
#include "foyer-settings-change.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

#define AT_ONCE 20

static FoyerQuery *
make_query (FoyerTransaction *transaction)
{
  FoyerQuery *query = foyer_query_new (&foyer_settings_version_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_VERSION_SCHEDULED);
  foyer_query_where_number (query, "publishAt", FOYER_COMPARE_LESS, transaction->now + 1);
  return query;
}

static gboolean
names (JsonArray *ids, const char *id)
{
  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++) {
    if (g_strcmp0 (json_array_get_string_element (ids, i), id) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a list of records begins to name one that is gone; blobs are kept for as long as a version names them. */
static gboolean
names_what_is_gone (FoyerTransaction *transaction,
                    const FoyerField *field,
                    JsonObject *present,
                    JsonNode *value)
{
  const FoyerRecordType *type = foyer_record_type_by_name (field->ref);
  JsonArray *ids = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;
  JsonArray *named = foyer_json_object_array (present, field->name);

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++) {
    g_autoptr (FoyerRecord) record
        = foyer_record_source_get (transaction->source, type, json_array_get_string_element (ids, i), NULL);

    if (record == NULL && !names (named, json_array_get_string_element (ids, i)))
      return TRUE;
  }
  return FALSE;
}

/* Why @patch cannot be published, in a sentence for staff; NULL if it can be. */
static char *
find_obstacle (FoyerTransaction *transaction,
               FoyerRecord *settings,
               JsonObject *patch,
               JsonObject *before,
               const char *language)
{
  g_auto (GStrv) contested = foyer_settings_list_contested (settings, patch, before);
  g_autoptr (JsonObject) present = foyer_record_to_json (settings);
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (contested[0] != NULL) {
    g_autofree char *keys = g_strjoinv (", ", contested);

    return foyer_sentence (language, "{settings}: changed by somebody else meanwhile", "settings", keys,
                           NULL);
  }
  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    const FoyerField *field = foyer_settings_find_field (key);
    g_autofree char *expected = field == NULL ? NULL : foyer_settings_check_value (field, value);

    if (field == NULL || expected != NULL
        || (field->kind == FOYER_KIND_REFS && names_what_is_gone (transaction, field, present, value)))
      return foyer_sentence (language, "{settings}: this value is no longer possible", "settings", key, NULL);
  }
  return NULL;
}

static gboolean
fail (FoyerTransaction *transaction, JsonObject *version, const char *why, GError **error)
{
  g_autoptr (JsonObject) before = foyer_json_copy_object (version);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (version, "status", "failed");
  json_object_set_string_member (version, "failure", why);
  stored = foyer_transaction_put (transaction, &foyer_settings_version_type, version, error);
  return stored != NULL
         && foyer_audit_write (transaction, &foyer_settings_version_type, "fail", why, before, version,
                               error);
}

static gboolean
put_settings (FoyerTransaction *transaction,
              JsonObject *before,
              FoyerRecord *wanted,
              JsonObject *version,
              GError **error)
{
  g_autoptr (JsonObject) after = foyer_record_to_json (wanted);
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (!foyer_sign_in_policy_judge (transaction, before, after, &refusal))
    return fail (transaction, version, foyer_json_object_text (refusal, "description"), error);
  if (!foyer_settings_note_publication (transaction, before, after, version, error))
    return FALSE;
  stored = foyer_transaction_put (transaction, &foyer_portal_settings_type, after, error);
  return stored != NULL;
}

static gboolean
publish (FoyerTransaction *transaction, FoyerRecord *record, const char *language, GError **error)
{
  g_autoptr (FoyerRecord) settings
      = foyer_record_source_get_singleton (transaction->source, &foyer_portal_settings_type, error);
  g_autoptr (JsonObject) version = foyer_record_to_json (record);
  JsonObject *patch = foyer_json_object_object (version, "patch");
  g_autofree char *obstacle = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (FoyerRecord) wanted = NULL;

  if (settings == NULL) {
    if (error != NULL && *error == NULL)
      g_set_error_literal (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "There are no settings");
    return FALSE;
  }
  obstacle
      = find_obstacle (transaction, settings, patch, foyer_json_object_object (version, "before"), language);
  if (obstacle != NULL)
    return fail (transaction, version, obstacle, error);
  wanted = foyer_settings_apply (settings, patch, error);
  if (wanted == NULL)
    return FALSE;
  before = foyer_record_to_json (settings);
  return put_settings (transaction, before, wanted, version, error);
}

gboolean
foyer_scheduled_settings_publish (FoyerTransaction *transaction, gpointer nothing, GError **error)
{
  g_autoptr (FoyerQuery) query = make_query (transaction);
  g_autoptr (FoyerBusiness) business = foyer_business_load (transaction->source, error);
  g_autoptr (GPtrArray) due = NULL;

  if (business == NULL)
    return FALSE;
  foyer_query_order (query, "publishAt", FALSE);
  foyer_query_limit (query, AT_ONCE);
  due = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; due != NULL && i < due->len; i++) {
    if (!publish (transaction, due->pdata[i], business->language, error))
      return FALSE;
  }
  return due != NULL;
}

gint64
foyer_scheduled_settings_count_due (FoyerTransaction *transaction, GError **error)
{
  g_autoptr (FoyerQuery) query = make_query (transaction);

  return foyer_record_source_count (transaction->source, query, error);
}
