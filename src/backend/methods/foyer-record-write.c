/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-write.c - creating, changing and destroying one record on behalf of a staff member */

#include "methods/foyer-record-write.h"

#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-patch.h"
#include "methods/foyer-op-log.h"
#include "methods/foyer-record-checks.h"
#include "methods/foyer-record-rights.h"
#include "methods/foyer-set-error.h"
#include "types/staff_member.h"

#include <string.h>

static gboolean
refuse (JsonObject **error, const char *type, const char *description)
{
  *error = foyer_set_error_new (type, description);
  return FALSE;
}

static void
drop_nulls (JsonObject *values)
{
  g_autoptr (GList) names = json_object_get_members (values);

  for (GList *link = names; link != NULL; link = link->next) {
    if (json_object_get_null_member (values, link->data))
      json_object_remove_member (values, link->data);
  }
}

/* --- Checking --- */

/*
 * Whether the caller may write @after, and all that is wrong with it: who is told of one bad member after the other has to ask again
 * for each (RFC 8620 §5.3).
 */
static gboolean
check_written (FoyerMethodContext *context,
               const FoyerRecordType *type,
               FoyerStaffVerb verb,
               FoyerRecord *record,
               JsonObject *before,
               JsonObject *after,
               JsonObject **error)
{
  if (*error == NULL
      && !foyer_record_rights_check_members (context, type, verb, record, before, after, error))
    return FALSE;
  foyer_record_check_values (type, before, after, error);
  foyer_record_check_references (context, type, before, after, error);
  return *error == NULL && foyer_record_check_blobs (context, type, before, after, error);
}

/* --- Writing --- */

/* The effects have answered it. */
static void
drop_remarks (const FoyerRecordType *type, JsonObject *record)
{
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].remark)
      json_object_remove_member (record, type->fields[i].name);
  }
}

static FoyerRecord *
store (FoyerMethodContext *context,
       const FoyerRecordType *type,
       JsonObject *before,
       JsonObject *after,
       JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  FoyerRecord *record;

  if (!foyer_effects_apply (context->transaction, type, before, after, error))
    return NULL;
  drop_remarks (type, after);
  record = foyer_transaction_put (context->transaction, type, after, &failure);
  if (record == NULL) {
    g_warning ("A record was not stored: %s", failure->message);
    refuse (error, "serverFail", "The server has trouble of its own; nothing was done");
  }
  return record;
}

/* What the caller cannot know: members of @stored that are not as in @sent. */
static JsonObject *
list_news (FoyerRecord *stored, JsonObject *sent)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (stored);
  g_autoptr (JsonObject) news = foyer_patch_difference (sent, json);

  json_object_set_string_member (news, "id", foyer_record_get_id (stored));
  return g_steal_pointer (&news);
}

JsonObject *
foyer_record_create (FoyerMethodContext *context,
                     const FoyerRecordType *type,
                     const char *id,
                     JsonObject *values,
                     JsonObject **error)
{
  g_autoptr (JsonObject) after = foyer_json_copy_object (values);
  g_autoptr (FoyerRecord) stored = NULL;

  if (type->singleton) {
    refuse (error, "singleton", NULL);
    return NULL;
  }
  if (foyer_record_exists (context, type, id)) {
    refuse (error, "alreadyExists", NULL);
    json_object_set_string_member (*error, "existingId", id);
    return NULL;
  }
  drop_nulls (after);
  foyer_record_resolve_creations (context, type, after);
  if (json_object_has_member (after, "id") && g_strcmp0 (foyer_json_object_text (after, "id"), id) != 0) {
    refuse (error, "invalidProperties", "id: expected the one that the creation gets");
    foyer_set_error_add_property (*error, "id");
  }
  json_object_set_string_member (after, "id", id);
  foyer_record_check_members (type, NULL, after, error);
  foyer_record_type_fill_defaults (type, after);
  if (!check_written (context, type, FOYER_STAFF_CREATE, NULL, NULL, after, error))
    return NULL;
  stored = store (context, type, NULL, after, error);
  return stored == NULL ? NULL : list_news (stored, values);
}

static char *
name_writer (FoyerMethodContext *context, const char *by)
{
  g_autoptr (FoyerRecord) staff
      = foyer_record_source_get (context->transaction->source, &foyer_staff_member_type, by, NULL);

  return staff == NULL ? NULL : g_strdup (foyer_staff_member_get_name (staff));
}

/* Who, when and where as well as what: the other console shows it to a person. */
static gboolean
report_conflict (FoyerMethodContext *context,
                 FoyerRecord *record,
                 JsonObject *before,
                 JsonObject *expected,
                 JsonObject **error)
{
  g_autoptr (GList) pointers = json_object_get_members (expected);
  g_autofree char *staff_id = NULL;
  g_autofree char *device = foyer_op_log_find_device (context, record, &staff_id);
  g_autofree char *by
      = name_writer (context, staff_id == NULL ? foyer_record_get_updated_by (record) : staff_id);
  JsonObject *current = json_object_new ();

  *error = foyer_set_error_new ("conflict", "Somebody else was first");
  for (GList *link = pointers; link != NULL; link = link->next) {
    JsonNode *present = foyer_patch_lookup (before, link->data);

    if (foyer_json_equal (present, json_object_get_member (expected, link->data)))
      continue;
    foyer_set_error_add_property (*error, link->data);
    json_object_set_member (current, link->data,
                            present == NULL ? json_node_init_null (json_node_alloc ())
                                            : json_node_copy (present));
  }
  json_object_set_object_member (*error, "current", current);
  if (foyer_json_object_text (before, "updatedAt") != NULL)
    json_object_set_string_member (*error, "at", foyer_json_object_text (before, "updatedAt"));
  if (by != NULL)
    json_object_set_string_member (*error, "by", by);
  if (device != NULL)
    json_object_set_string_member (*error, "device", device);
  return FALSE;
}

/* Two people who decide alike do not disagree: what is strict in @patch, or named by @expected, is as it wants it. */
static gboolean
is_so_already (const FoyerRecordType *type, JsonObject *before, JsonObject *patch, JsonObject *expected)
{
  gboolean has_strict = FALSE;
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *value;

  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &pointer, &value)) {
    g_auto (GStrv) parts = g_strsplit (pointer, "/", 2);
    const FoyerField *field = foyer_record_type_field (type, parts[0]);

    if (field == NULL
        || (field->policy != FOYER_POLICY_STRICT
            && !(field->policy == FOYER_POLICY_MERGE && json_object_has_member (expected, pointer))))
      continue;
    if (!foyer_json_equal (foyer_patch_lookup (before, pointer), value))
      return FALSE;
    has_strict = TRUE;
  }
  return has_strict;
}

/* What takes access away, from the weaker to the stronger: it wins over what somebody else did meanwhile (sync.md §7). No door stands open
 * because its card waits for a person. */
static const struct {
  const char *type;
  const char *words;
} closings[] = {
  { "PortalPerson", "disabled removed" },
  { "Invite", "revoked" },
  { "PortalLink", "revoked" },
  { "Device", "revoked" },
};

static int
rank_closing (const char *words, const char *status)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (int i = 0; list[i] != NULL; i++) {
    if (g_strcmp0 (list[i], status) == 0)
      return i;
  }
  return -1;
}

static gboolean
takes_away (const FoyerRecordType *type, JsonObject *before, JsonObject *patch)
{
  for (guint i = 0; i < G_N_ELEMENTS (closings); i++) {
    if (strcmp (closings[i].type, type->name) == 0)
      return rank_closing (closings[i].words, foyer_json_object_text (patch, "status"))
             > rank_closing (closings[i].words, foyer_json_object_text (before, "status"));
  }
  return FALSE;
}

/* Returns: (transfer full) (nullable): what must still stand for @patch to be done */
static JsonObject *
choose_expected (const FoyerRecordType *type, JsonObject *before, JsonObject *patch, JsonObject *expected)
{
  JsonObject *chosen = expected == NULL ? NULL : foyer_json_copy_object (expected);

  if (chosen != NULL && takes_away (type, before, patch))
    json_object_remove_member (chosen, "status");
  return chosen;
}

static gboolean
is_unchanged (JsonObject *before, JsonObject *after)
{
  g_autoptr (JsonObject) changes = foyer_patch_difference (before, after);

  return json_object_get_size (changes) == 0;
}

static JsonObject *
apply_patch (FoyerMethodContext *context,
             const FoyerRecordType *type,
             JsonObject *before,
             JsonObject *patch,
             JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonObject) after = NULL;

  if (foyer_patch_check (type, patch, &failure))
    after = foyer_patch_apply (before, patch, &failure);
  if (after == NULL) {
    refuse (error, "invalidPatch", failure->message);
    return NULL;
  }
  foyer_record_resolve_creations (context, type, after);
  return g_steal_pointer (&after);
}

/* Null in a patch takes a member back to its default. */
static gboolean
check_update (FoyerMethodContext *context,
              const FoyerRecordType *type,
              FoyerRecord *record,
              JsonObject *before,
              JsonObject *after,
              JsonObject **error)
{
  foyer_record_type_fill_defaults (type, after);
  if (type->append_only) {
    g_autoptr (JsonObject) changes = foyer_patch_difference (before, after);

    if (json_object_get_size (changes) > 0)
      return refuse (error, "forbidden", "A record of this type is never changed");
  }
  foyer_record_check_members (type, before, after, error);
  return check_written (context, type, FOYER_STAFF_CHANGE, record, before, after, error);
}

JsonObject *
foyer_record_update (FoyerMethodContext *context,
                     const FoyerRecordType *type,
                     const char *id,
                     JsonObject *patch,
                     JsonObject *if_match,
                     JsonObject **error)
{
  g_autoptr (JsonObject) expected = NULL;
  g_autoptr (FoyerRecord) record = foyer_record_source_get (context->transaction->source, type, id, NULL);
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) rebased = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (record == NULL) {
    refuse (error, "notFound", NULL);
    return NULL;
  }
  before = foyer_record_to_json (record);
  expected = choose_expected (type, before, patch, if_match);
  rebased = foyer_patch_rebase (type, before, patch, expected);
  after = apply_patch (context, type, before, rebased == NULL ? patch : rebased, error);
  if (after == NULL || !check_update (context, type, record, before, after, error))
    return NULL;
  if (rebased == NULL && !FOYER_MUTANT (IF_MATCH_IGNORED) && !is_so_already (type, before, patch, expected)) {
    report_conflict (context, record, before, expected, error);
    return NULL;
  }
  if (is_unchanged (before, after))
    return json_object_new ();
  stored = store (context, type, before, after, error);
  if (stored == NULL)
    return NULL;
  g_clear_pointer (&after, json_object_unref);
  after = foyer_patch_apply (before, patch, NULL);
  if (after == NULL) /* It is the first entry of a map. */
    after = foyer_patch_apply (before, rebased == NULL ? patch : rebased, NULL);
  return list_news (stored, after == NULL ? before : after);
}

gboolean
foyer_record_destroy (FoyerMethodContext *context,
                      const FoyerRecordType *type,
                      const char *id,
                      JsonObject **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_source_get (context->transaction->source, type, id, NULL);
  g_autoptr (GError) failure = NULL;

  if (type->singleton)
    return refuse (error, "singleton", NULL);
  if (record == NULL)
    return refuse (error, "notFound", NULL);
  if (type->append_only)
    return refuse (error, "forbidden", "A record of this type is never removed");
  if (!foyer_record_rights_check (context, type, FOYER_STAFF_DESTROY, record, NULL, NULL, error)
      || !foyer_record_check_unused (context, type, id, error)
      || !foyer_effects_remove (context->transaction, record, error))
    return FALSE;
  if (foyer_transaction_remove (context->transaction, type, id, &failure))
    return TRUE;
  g_warning ("A record was not removed: %s", failure->message);
  return refuse (error, "serverFail", "The server has trouble of its own; nothing was done");
}
