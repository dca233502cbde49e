/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-digest.c - a sum over the server's records as they are here, by which drift is noticed */

#include "foyer-store-private.h"

#include "foyer-record-columns.h"
#include "foyer-record-digest.h"

/* The server's values: rows under operations count as what lies aside for them, and what could not be read as what came. */
char *
foyer_store_writer_digest (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, rev FROM ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1"
                        " AND id NOT IN (SELECT id FROM shadow WHERE type = $2)"
                        " AND id NOT IN (SELECT id FROM unreadable WHERE type = $2)"
                        " UNION ALL SELECT id, json_extract (json, '$.rev') FROM shadow"
                        " WHERE type = $2 AND json IS NOT NULL"
                        " AND id NOT IN (SELECT id FROM unreadable WHERE type = $2)"
                        " UNION ALL SELECT id, json_extract (json, '$.rev') FROM unreadable WHERE type = $2");
  statement = foyer_database_prepare (self->database, sql->str, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, FOYER_STORE_ORGANISATION);
  foyer_statement_bind_text (statement, 2, type->name);
  return foyer_record_digest_sum (statement, error);
}
