/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-last.c - what somebody deleted is kept with the operations that were to change it, so that it can be made anew */

#include "foyer-store-private.h"

#include "foyer-json.h"
#include "foyer-operation-table.h"

#define LAST "last"

static gboolean
keep_with (FoyerStoreWriter *writer, const FoyerOperationData *operation, JsonObject *value, GError **error)
{
  g_autoptr (JsonObject) answer
      = operation->error == NULL ? json_object_new () : foyer_json_copy_object (operation->error);

  json_object_set_object_member (answer, LAST, foyer_json_copy_object (value));
  foyer_change_set_add_operations (writer->changes);
  return foyer_operation_table_set_answer (writer->database, operation->id, answer, error);
}

gboolean
foyer_store_keep_last (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (GPtrArray) operations = foyer_operation_table_list_unsettled (writer->database, type, id, error);
  g_autoptr (JsonObject) value = NULL;

  if (operations == NULL || operations->len == 0)
    return operations != NULL;
  if (!foyer_overlay_get_server_value (writer, type, id, &value, error))
    return FALSE;
  for (guint i = 0; value != NULL && i < operations->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (operations->pdata[i]);

    if (operation->verb == FOYER_VERB_UPDATE && !keep_with (writer, operation, value, error))
      return FALSE;
  }
  return TRUE;
}

JsonObject *
foyer_store_carry_last (JsonObject *before, JsonObject *answer)
{
  JsonObject *last = before == NULL ? NULL : foyer_json_object_object (before, LAST);
  JsonObject *whole;

  if (answer == NULL || last == NULL || json_object_has_member (answer, LAST))
    return answer == NULL ? NULL : json_object_ref (answer);
  whole = foyer_json_copy_object (answer);
  json_object_set_object_member (whole, LAST, foyer_json_copy_object (last));
  return whole;
}
