/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-later-members.c - what the server told of a record before this program's time, moved to where this program looks for it */

#include "foyer-store-private.h"

#include "foyer-json.h"
#include "foyer-record-columns.h"
#include "foyer-record-table.h"

static gboolean
knows_any (const FoyerRecordType *type, const char *extra)
{
  g_autoptr (JsonObject) members = foyer_json_parse_object (extra, -1, NULL);
  g_autoptr (GList) names = members == NULL ? NULL : json_object_get_members (members);

  for (GList *link = names; link != NULL; link = link->next) {
    if (foyer_record_type_field (type, link->data) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Returns: (nullable): the ids of records that hold members under which an earlier program knew nothing and this one does */
static GPtrArray *
list_ids (FoyerStoreWriter *writer, const FoyerRecordType *type, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, extra FROM ");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1 AND extra IS NOT NULL");
  statement = foyer_database_prepare (writer->database, sql->str, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, FOYER_STORE_ORGANISATION);
  while (foyer_statement_step (statement, &failure)) {
    if (knows_any (type, foyer_statement_get_text (statement, 1)))
      g_ptr_array_add (ids, g_strdup (foyer_statement_get_text (statement, 0)));
  }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* The record stays as old as it is: the server's value has not changed, only what this program makes of it. */
static gboolean
read_anew (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FoyerRecord) former
      = foyer_record_table_get (writer->database, FOYER_STORE_ORGANISATION, type, id, error);
  g_autoptr (JsonObject) json = former == NULL ? NULL : foyer_record_to_json (former);
  g_autoptr (FoyerRecord) record = json == NULL ? NULL : foyer_record_from_json (type, json, &problem);

  if (json == NULL)
    return FALSE;
  if (record == NULL)
    return foyer_unreadable_put_aside (writer, type, json, problem->message, error);
  foyer_change_set_add (writer->changes, type, id);
  return foyer_record_table_put (writer->database, FOYER_STORE_ORGANISATION, record,
                                 foyer_record_table_get_generation (writer->database,
                                                                    FOYER_STORE_ORGANISATION, type, id),
                                 error);
}

static gboolean
read_type_anew (FoyerStoreWriter *writer, const FoyerRecordType *type, GError **error)
{
  g_autoptr (GPtrArray) ids = list_ids (writer, type, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    if (!read_anew (writer, type, ids->pdata[i], error))
      return FALSE;
  }
  return ids != NULL;
}

gboolean
foyer_later_members_take_up (FoyerStoreWriter *writer, GError **error)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    if (!read_type_anew (writer, types[i], error))
      return FALSE;
  }
  return TRUE;
}
