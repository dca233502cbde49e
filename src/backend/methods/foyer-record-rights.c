/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-rights.c - whether the caller may do what the call says */

#include "methods/foyer-record-rights.h"

#include "foyer-json.h"
#include "methods/foyer-set-error.h"

#include <string.h>

gboolean
foyer_record_rights_check (FoyerMethodContext *context,
                           const FoyerRecordType *type,
                           FoyerStaffVerb verb,
                           FoyerRecord *record,
                           const FoyerField *field,
                           JsonNode *value,
                           JsonObject **error)
{
  const FoyerField *roles = foyer_record_type_field (&foyer_staff_member_type, "role");
  FoyerStaffDeed deed
      = { .role = (FoyerStaffMemberRole) foyer_field_value_index (roles, context->staff->role),
          .staff_id = context->staff->staff_id,
          .verb = verb,
          .type = type,
          .record = record,
          .field = field,
          .value = value };
  g_autoptr (FoyerFinding) finding = foyer_staff_rights_check (&deed, "en");

  if (finding->verdict < FOYER_VERDICT_BLOCK)
    return TRUE;
  *error = foyer_set_error_new ("forbidden", finding->sentence);
  return FALSE;
}

gboolean
foyer_record_rights_check_members (FoyerMethodContext *context,
                                   const FoyerRecordType *type,
                                   FoyerStaffVerb verb,
                                   FoyerRecord *record,
                                   JsonObject *before,
                                   JsonObject *after,
                                   JsonObject **error)
{
  if (!foyer_record_rights_check (context, type, verb, record, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *value = json_object_get_member (after, field->name);

    if (before != NULL && foyer_json_equal (json_object_get_member (before, field->name), value))
      continue;
    if (before == NULL && value == NULL)
      continue;
    if (!foyer_record_rights_check (context, type, verb, record, field, value, error))
      return FALSE;
  }
  return TRUE;
}

/* The members that a patch names, of which only those at its top are whole. */
static JsonObject *
list_members (JsonObject *patch)
{
  JsonObject *members = json_object_new ();
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *value;

  json_object_iter_init (&iter, patch);
  while (json_object_iter_next (&iter, &pointer, &value)) {
    g_auto (GStrv) parts = g_strsplit (pointer, "/", 2);

    json_object_set_member (members, parts[0] == NULL ? "" : parts[0], json_node_copy (value));
  }
  return members;
}

static gboolean
check_each (FoyerMethodContext *context,
            const FoyerRecordType *type,
            FoyerStaffVerb verb,
            JsonObject *records,
            JsonObject **error)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (records == NULL)
    return TRUE;
  json_object_iter_init (&iter, records);
  while (json_object_iter_next (&iter, &id, &value)) {
    g_autoptr (FoyerRecord) record = NULL;
    g_autoptr (JsonObject) members = NULL;

    if (!JSON_NODE_HOLDS_OBJECT (value))
      continue;
    if (verb != FOYER_STAFF_CREATE)
      record = foyer_record_source_get (context->transaction->source, type, id, NULL);
    members = list_members (json_node_get_object (value));
    if (!foyer_record_rights_check_members (context, type, verb, record, NULL, members, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_record_rights_check_call (FoyerMethodContext *context,
                                const FoyerRecordType *type,
                                JsonObject *arguments,
                                JsonObject **error)
{
  JsonArray *destroy = foyer_json_object_array (arguments, "destroy");

  return check_each (context, type, FOYER_STAFF_CREATE, foyer_json_object_object (arguments, "create"), error)
         && check_each (context, type, FOYER_STAFF_CHANGE, foyer_json_object_object (arguments, "update"),
                        error)
         && (destroy == NULL || json_array_get_length (destroy) == 0
             || foyer_record_rights_check (context, type, FOYER_STAFF_DESTROY, NULL, NULL, NULL, error));
}
