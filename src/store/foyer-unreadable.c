/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-unreadable.c - records that this program cannot read, kept for one that can */

#include "foyer-store-private.h"

#include "foyer-dictionary.h"
#include "foyer-json.h"

gboolean
foyer_unreadable_put_aside (FoyerStoreWriter *self,
                            const FoyerRecordType *type,
                            JsonObject *json,
                            const char *problem,
                            GError **error)
{
  static const char sql[]
      = "INSERT OR REPLACE INTO unreadable (type, id, json, problem) VALUES ($1, $2, $3, $4)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (self->database, sql, error);
  g_autofree char *text = foyer_json_canonical_object (json);
  const char *id = foyer_json_object_text (json, "id");

  if (statement == NULL)
    return FALSE;
  g_message ("A record was put aside: %s", problem);
  self->unreadable = FOYER_UNREADABLE_SOME;
  foyer_statement_bind_text (statement, 1, type->name);
  foyer_statement_bind_text (statement, 2, id == NULL ? "" : id);
  foyer_statement_bind_text (statement, 3, text);
  foyer_statement_bind_text (statement, 4, problem);
  return foyer_statement_run (statement, error);
}

/* Nearly always there are none: asked once a transaction. */
static gboolean
has_any (FoyerStoreWriter *self)
{
  if (self->unreadable == FOYER_UNREADABLE_UNKNOWN)
    self->unreadable
        = foyer_database_integer (self->database, "SELECT EXISTS (SELECT 1 FROM unreadable)", NULL) != 0
              ? FOYER_UNREADABLE_SOME
              : FOYER_UNREADABLE_NONE;
  return self->unreadable == FOYER_UNREADABLE_SOME;
}

static FoyerStatement *
prepare (FoyerStoreWriter *self, const char *sql, const FoyerRecordType *type, const char *id, GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, type->name);
  foyer_statement_bind_text (statement, 2, id);
  return statement;
}

gboolean
foyer_unreadable_take_up (FoyerStoreWriter *self, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement = NULL;

  if (!has_any (self))
    return TRUE;
  statement = prepare (self, "DELETE FROM unreadable WHERE type = $1 AND id = $2", type, id, error);
  return statement != NULL && foyer_statement_run (statement, error);
}

gboolean
foyer_unreadable_holds (FoyerStoreWriter *self, const FoyerRecordType *type, const char *id)
{
  g_autoptr (FoyerStatement) statement = NULL;

  if (!has_any (self))
    return FALSE;
  statement = prepare (self, "SELECT 1 FROM unreadable WHERE type = $1 AND id = $2", type, id, NULL);
  return statement != NULL && foyer_statement_step (statement, NULL);
}

/* --- What another program left --- */

typedef struct {
  const FoyerRecordType *type;
  JsonObject *json;
} Left;

static void
free_left (gpointer data)
{
  Left *left = data;

  json_object_unref (left->json);
  g_free (left);
}

static GPtrArray *
list_readable (FoyerStoreWriter *self, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self->database, "SELECT type, json FROM unreadable", error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_left);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (foyer_statement_step (statement, &failure)) {
    const FoyerRecordType *type = foyer_record_type_by_name (foyer_statement_get_text (statement, 0));
    g_autoptr (JsonObject) json = foyer_json_parse_object (foyer_statement_get_text (statement, 1), -1, NULL);
    g_autoptr (FoyerRecord) record
        = type == NULL || json == NULL ? NULL : foyer_record_from_json (type, json, NULL);
    Left *left;

    if (record == NULL)
      continue;
    left = g_new0 (Left, 1);
    left->type = type;
    left->json = g_steal_pointer (&json);
    g_ptr_array_add (found, left);
  }
  if (failure == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Everything that a program can read, and how, stands in its dictionary: two that have the same need not read anything again. */
static char *
describe_reader (void)
{
  g_autofree char *dictionary = foyer_dictionary ();

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, dictionary, -1);
}

gboolean
foyer_unreadable_read_again (FoyerStoreWriter *self, GError **error)
{
  g_autofree char *before = foyer_store_writer_get_meta (self, "reader");
  g_autofree char *reader = describe_reader ();
  g_autoptr (GPtrArray) readable = NULL;

  if (g_strcmp0 (before, reader) == 0)
    return TRUE;
  readable = list_readable (self, error);
  if (readable == NULL)
    return FALSE;
  for (guint i = 0; i < readable->len; i++) {
    Left *left = readable->pdata[i];

    if (!foyer_store_writer_put (self, left->type, left->json, error))
      return FALSE;
  }
  return foyer_later_members_take_up (self, error)
         && foyer_store_writer_set_meta (self, "reader", reader, error);
}
