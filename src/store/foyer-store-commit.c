/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-commit.c - the moment at which what a person did is kept: in the journal, then in the database */

#include "foyer-store-private.h"

static gboolean
set_commits (FoyerDatabase *database, gint64 number, GError **error)
{
  static const char sql[] = "INSERT INTO meta (name, value) VALUES ('commits', $1)"
                            " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, text);
  return foyer_statement_run (statement, error);
}

static gint64
get_commits (FoyerDatabase *database, GError **error)
{
  return foyer_database_integer (database, "SELECT CAST (value AS INTEGER) FROM meta WHERE name = 'commits'",
                                 error);
}

void
foyer_store_recall_commits (FoyerStore *self)
{
  self->commits = get_commits (self->write_database, NULL);
}

/* The frames of a commit that failed may still lie in the WAL, and would come back when it is next read from its start. A further commit
 * takes their place: once it has happened, what the database says of the failed one is final. */
static gboolean
look (FoyerStore *self, gint64 number, gboolean *happened)
{
  g_autoptr (GError) error = NULL;

  if (!foyer_database_begin (self->write_database, NULL))
    return FALSE;
  *happened = get_commits (self->write_database, &error) >= number;
  if (error == NULL && set_commits (self->write_database, number + 1, NULL)
      && foyer_database_commit (self->write_database, NULL)) {
    self->commits = number + 1;
    return TRUE;
  }
  foyer_database_rollback (self->write_database);
  return FALSE;
}

static gboolean
reopen (FoyerStore *self)
{
  FoyerDatabase *fresh;

  foyer_database_close (self->write_database);
  fresh = foyer_database_open (self->path, FOYER_DATABASE_WRITER, NULL);
  if (fresh == NULL)
    return FALSE;
  g_object_unref (self->write_database);
  self->write_database = fresh;
  return TRUE;
}

static gboolean
find_out (FoyerStore *self, gint64 number, gboolean *happened)
{
  return look (self, number, happened) || (reopen (self) && look (self, number, happened));
}

static gboolean
set_unknown (FoyerStore *self, GError **error)
{
  self->uncertain = TRUE;
  g_set_error_literal (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_UNKNOWN,
                       "The disk failed, and it is not known whether the change was kept");
  return FALSE;
}

/* The journal must not promise what the database does not hold. */
static gboolean
take_back (FoyerStore *self, FoyerStoreWriter *writer)
{
  return writer->frames->len == 0 || foyer_journal_take_back (self->journal, NULL);
}

static gboolean
append (FoyerStore *self, FoyerStoreWriter *writer, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (writer->frames->len == 0 || foyer_journal_append (self->journal, writer->frames, &failure))
    return TRUE;
  /* A frame that is whole on a disk that neither syncs nor truncates would be read at the next start. */
  if (!take_back (self, writer))
    return set_unknown (self, error);
  return foyer_store_convert_file_error (error, failure);
}

gboolean
foyer_store_commit (FoyerStore *self, FoyerStoreWriter *writer, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 number = self->commits + 1;
  gboolean happened = FALSE;

  /* A job that only looked: there is nothing that could be half done, and the disk is left in peace. */
  if (foyer_database_total_changes (self->write_database) == writer->changes_before)
    return foyer_database_commit (self->write_database, error);
  if (!set_commits (self->write_database, number, error) || !append (self, writer, error))
    return FALSE;
  if (foyer_database_commit (self->write_database, &failure)) {
    self->commits = number;
    if (writer->frames->len > 0)
      foyer_store_shorten_journal (self);
    return TRUE;
  }
  if (g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_UNKNOWN)) {
    if (!find_out (self, number, &happened))
      return set_unknown (self, error);
    if (happened)
      return TRUE;
    failure->code = FOYER_DATABASE_ERROR_FAILED;
  }
  /* A full disk may have taken all of it all the same: SQLite writes the frames of a commit one after the other, and the last counts as soon
   * as its check sum is right, which old bytes behind a write that was cut short may make it. This connection does not see it, and puts its
   * next commit in its place. If the program ends before, it comes back, and the journal, from which it is taken here, is what
   * foyer_store_reconcile() then believes. */
  if (!take_back (self, writer))
    return set_unknown (self, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
