/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-requires.c - what an operation builds on */

#include "foyer-operation-requires.h"

#include "foyer-operation-table.h"

#include <string.h>

static gboolean
is_within (const char *pointer, const char *whole)
{
  gsize length = strlen (whole);

  return strncmp (pointer, whole, length) == 0 && (pointer[length] == '\0' || pointer[length] == '/');
}

static gboolean
have_overlap (JsonObject *a, JsonObject *b)
{
  g_autoptr (GList) first = json_object_get_members (a);
  g_autoptr (GList) second = json_object_get_members (b);

  for (GList *i = first; i != NULL; i = i->next) {
    for (GList *j = second; j != NULL; j = j->next) {
      if (is_within (i->data, j->data) || is_within (j->data, i->data))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
builds_on (const FoyerOperationData *later, const FoyerOperationData *earlier)
{
  return earlier->verb != FOYER_VERB_UPDATE || later->verb != FOYER_VERB_UPDATE
         || have_overlap (earlier->patch, later->patch);
}

/* Takes the newer of what is there and the newest that matches. */
static void
find_on_record (FoyerDatabase *database,
                const FoyerRecordType *type,
                const char *record_id,
                const FoyerOperationData *later,
                FoyerOperation **newest)
{
  g_autoptr (GPtrArray) pending = foyer_operation_table_list_pending (database, type, record_id, NULL);

  for (guint i = 0; pending != NULL && i < pending->len; i++) {
    const FoyerOperationData *earlier = foyer_operation_get_data (pending->pdata[i]);
    gboolean matches = later == NULL ? earlier->verb == FOYER_VERB_CREATE : builds_on (later, earlier);

    if (earlier->state < FOYER_OPERATION_ACKED && matches
        && (*newest == NULL || earlier->number > foyer_operation_get_data (*newest)->number))
      g_set_object (newest, pending->pdata[i]);
  }
}

static void
find_named (FoyerDatabase *database, JsonNode *node, FoyerOperation **newest)
{
  const FoyerRecordType *type;
  const char *id;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return;
  id = json_node_get_string (node);
  type = foyer_record_type_of_id (id);
  if (type != NULL)
    find_on_record (database, type, id, NULL, newest);
}

static void
find_in_patch (FoyerDatabase *database, const FoyerOperationData *data, FoyerOperation **newest)
{
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *value;

  json_object_iter_init (&iter, data->patch);
  while (json_object_iter_next (&iter, &pointer, &value)) {
    const FoyerField *field = foyer_record_type_field (data->type, pointer);

    if (field != NULL && field->kind == FOYER_KIND_REF)
      find_named (database, value, newest);
    if (field == NULL || field->kind != FOYER_KIND_REFS || !JSON_NODE_HOLDS_ARRAY (value))
      continue;
    for (guint i = 0; i < json_array_get_length (json_node_get_array (value)); i++)
      find_named (database, json_array_get_element (json_node_get_array (value), i), newest);
  }
}

char *
foyer_operation_find_required (FoyerDatabase *database, const FoyerOperationData *data)
{
  g_autoptr (FoyerOperation) newest = NULL;

  find_on_record (database, data->type, data->record_id, data, &newest);
  if (data->patch != NULL)
    find_in_patch (database, data, &newest);
  return newest == NULL ? NULL : g_strdup (foyer_operation_get_id (newest));
}

char *
foyer_operation_get_still_required (FoyerDatabase *database, const char *requires)
{
  g_autofree char *id = g_strdup (requires);

  while (id != NULL) {
    g_autoptr (FoyerOperation) operation = foyer_operation_table_get (database, id, NULL);
    const FoyerOperationData *data = operation == NULL ? NULL : foyer_operation_get_data (operation);

    if (data == NULL || data->state == FOYER_OPERATION_ACKED || data->state == FOYER_OPERATION_DONE)
      return NULL;
    if (data->state != FOYER_OPERATION_UNDONE)
      return g_steal_pointer (&id);
    g_free (id);
    id = g_strdup (data->requires);
  }
  return NULL;
}
