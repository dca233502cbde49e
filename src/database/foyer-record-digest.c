/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-digest.c - a sum over all records of a type */

#include "foyer-record-digest.h"

#include "foyer-record-columns.h"

/* FNV-1a, finished by a mix so that sums of neighbours do not cancel. Guards against drift, not against malice. */
static guint64
hash_record (const char *id, gint64 rev)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = id; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  for (int shift = 0; shift < 64; shift += 8)
    hash = (hash ^ (((guint64) rev >> shift) & 0xff)) * G_GUINT64_CONSTANT (0x100000001b3);
  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ (hash >> 33);
}

char *
foyer_record_digest_sum (FoyerStatement *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint64 sum = 0;

  while (foyer_statement_step (statement, &failure))
    sum += hash_record (foyer_statement_get_text (statement, 0), foyer_statement_get_integer (statement, 1));
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", sum);
}

char *
foyer_record_digest (FoyerDatabase *database,
                     gint64 organisation,
                     const FoyerRecordType *type,
                     GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, rev FROM ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1");
  statement = foyer_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  return foyer_record_digest_sum (statement, error);
}
