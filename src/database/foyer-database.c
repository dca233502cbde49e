/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-database.c - one connection to an SQLite file */

#include "foyer-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000
#define WAL_PAGES_BEFORE_CHECKPOINT 8000
#define LONGEST_VALUE (32 * 1024 * 1024)
/* Whatever is in a file, no expression of ours is deeper. */
#define DEEPEST_EXPRESSION 100

#define N_RECENT 64

struct _FoyerDatabase {
  GObject parent_instance;

  sqlite3 *handle; /* (owned) (nullable): NULL once closed */
  FoyerDatabaseMode mode;
  char *path;
  int lock;               /* file descriptor of the writer's lock, or -1 */
  GHashTable *statements; /* (element-type utf8 FoyerStatement) (owned), by SQL text */
  FoyerStatement *recent
      [N_RECENT]; /* of those, by where the text last stood: most texts never move, and hashing them takes long */
  guint savepoints;
  FoyerTrouble trouble;
};

G_DEFINE_FINAL_TYPE (FoyerDatabase, foyer_database, G_TYPE_OBJECT)

G_DEFINE_QUARK (foyer - database - error - quark, foyer_database_error)

static FoyerDatabaseError
convert_code (int code)
{
  switch (code & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return FOYER_DATABASE_ERROR_BUSY;
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
  case SQLITE_TOOBIG:
    return FOYER_DATABASE_ERROR_CONSTRAINT;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return FOYER_DATABASE_ERROR_CORRUPT;
  case SQLITE_FULL:
    return FOYER_DATABASE_ERROR_DISK_FULL;
  case SQLITE_READONLY:
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
    return FOYER_DATABASE_ERROR_READ_ONLY;
  default:
    return FOYER_DATABASE_ERROR_FAILED;
  }
}

void
foyer_database_set_error (GError **error, sqlite3 *database, const char *doing)
{
  g_set_error (error, FOYER_DATABASE_ERROR, (int) convert_code (sqlite3_extended_errcode (database)),
               "%s: %s (%d)", doing, sqlite3_errmsg (database), sqlite3_extended_errcode (database));
}

void
foyer_trouble_note (FoyerTrouble *self, int result)
{
  if (self->code != SQLITE_OK)
    return;
  switch (result & 0xff) {
  case SQLITE_NOMEM:
  case SQLITE_IOERR:
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_FULL:
  case SQLITE_CANTOPEN:
  case SQLITE_PROTOCOL:
  case SQLITE_BUSY:
    self->code = result;
    break;
  default:
    break;
  }
}

void
foyer_trouble_set_error (const FoyerTrouble *self, GError **error)
{
  g_set_error (error, FOYER_DATABASE_ERROR, (int) convert_code (self->code),
               "Something could not be read or written: %s (%d)", sqlite3_errstr (self->code), self->code);
}

gboolean
foyer_trouble_lets_run (const FoyerTrouble *self, GError **error)
{
  if (!self->stops || self->code == SQLITE_OK)
    return TRUE;
  foyer_trouble_set_error (self, error);
  return FALSE;
}

static gboolean
set_errno_error (GError **error, const char *path)
{
  FoyerDatabaseError code = FOYER_DATABASE_ERROR_FAILED;

  if (errno == ENOSPC)
    code = FOYER_DATABASE_ERROR_DISK_FULL;
  else if (errno == EACCES || errno == EROFS || errno == EPERM || errno == ENOENT || errno == ENOTDIR)
    code = FOYER_DATABASE_ERROR_READ_ONLY;
  g_set_error (error, FOYER_DATABASE_ERROR, (int) code, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

static gboolean
take_lock (FoyerDatabase *self, GError **error)
{
  g_autofree char *path = g_strconcat (self->path, ".lock", NULL);

  self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return set_errno_error (error, path);
  if (flock (self->lock, LOCK_EX | LOCK_NB) != 0) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_BUSY, "%s is in use by another program",
                 self->path);
    return FALSE;
  }
  return TRUE;
}

static gboolean
configure (FoyerDatabase *self, GError **error)
{
  static const char shared[]
      = "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;";

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
  sqlite3_limit (self->handle, SQLITE_LIMIT_EXPR_DEPTH, DEEPEST_EXPRESSION);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!foyer_database_execute (self, shared, error))
    return FALSE;
  if (self->mode == FOYER_DATABASE_READER) {
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return foyer_database_execute (self, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;", error);
  }
  sqlite3_wal_autocheckpoint (self->handle, WAL_PAGES_BEFORE_CHECKPOINT);
  return foyer_database_execute (
      self,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;"
      "PRAGMA secure_delete = ON;"
      "PRAGMA journal_size_limit = 16777216;",
      error);
}

static gboolean
open_handle (FoyerDatabase *self, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  mode_t before;
  int result;

  flags |= self->mode == FOYER_DATABASE_WRITER ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                               : SQLITE_OPEN_READONLY;
  /* Clients' data: nobody else on this computer reads it, nor the WAL that SQLite makes with the same mode. */
  before = umask (0077);
  result = sqlite3_open_v2 (self->path, &self->handle, flags, NULL);
  umask (before);
  if (result != SQLITE_OK) {
    foyer_database_set_error (error, self->handle, self->path);
    return FALSE;
  }
  return TRUE;
}

FoyerDatabase *
foyer_database_open (const char *path, FoyerDatabaseMode mode, GError **error)
{
  g_autoptr (FoyerDatabase) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FOYER_TYPE_DATABASE, NULL);
  self->path = g_strdup (path);
  self->mode = mode;
  if (mode == FOYER_DATABASE_WRITER && !take_lock (self, error))
    return NULL;
  if (!open_handle (self, error) || !configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
foyer_database_close (FoyerDatabase *self)
{
  g_return_if_fail (FOYER_IS_DATABASE (self));

  memset (self->recent, 0, sizeof self->recent);
  g_hash_table_remove_all (self->statements);
  if (self->handle != NULL) {
    if (sqlite3_close (self->handle) != SQLITE_OK)
      g_warning ("%s was closed with statements in use", self->path);
    self->handle = NULL;
  }
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

static void
foyer_database_finalize (GObject *object)
{
  FoyerDatabase *self = FOYER_DATABASE (object);

  foyer_database_close (self);
  g_hash_table_unref (self->statements);
  g_free (self->path);
  G_OBJECT_CLASS (foyer_database_parent_class)->finalize (object);
}

static void
foyer_database_class_init (FoyerDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_database_finalize;
}

static void
foyer_database_init (FoyerDatabase *self)
{
  self->lock = -1;
  self->statements
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) foyer_statement_free);
}

static FoyerStatement *
find_statement (FoyerDatabase *self, const char *sql)
{
  FoyerStatement **recent = &self->recent[(GPOINTER_TO_SIZE (sql) / 16) % N_RECENT];

  if (*recent == NULL || strcmp (foyer_statement_get_sql (*recent), sql) != 0)
    *recent = g_hash_table_lookup (self->statements, sql);
  return *recent;
}

FoyerStatement *
foyer_database_prepare (FoyerDatabase *self, const char *sql, GError **error)
{
  FoyerStatement *statement;

  g_return_val_if_fail (FOYER_IS_DATABASE (self) && self->handle != NULL, NULL);

  statement = find_statement (self, sql);
  if (statement != NULL && foyer_statement_acquire (statement))
    return statement;
  if (statement != NULL) /* In use further up the stack: a second one of its own. */
    return foyer_statement_new (self->handle, &self->trouble, sql, error);
  statement = foyer_statement_new (self->handle, &self->trouble, sql, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_set_kept (statement);
  foyer_statement_acquire (statement);
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

gboolean
foyer_database_execute (FoyerDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (FOYER_IS_DATABASE (self) && self->handle != NULL, FALSE);

  if (!foyer_trouble_lets_run (&self->trouble, error))
    return FALSE;
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  foyer_trouble_note (&self->trouble, sqlite3_extended_errcode (self->handle));
  foyer_database_set_error (error, self->handle, sql);
  return FALSE;
}

gint64
foyer_database_integer (FoyerDatabase *self, const char *sql, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (self, sql, error);

  if (statement == NULL || !foyer_statement_step (statement, error))
    return 0;
  return foyer_statement_get_integer (statement, 0);
}

gint64
foyer_database_get_version (FoyerDatabase *self)
{
  g_autoptr (GError) error = NULL;
  gint64 version = foyer_database_integer (self, "PRAGMA data_version", &error);

  return error == NULL ? version : -1;
}

/* What every transaction says is parsed once. */
static gboolean
run_kept (FoyerDatabase *self, const char *sql, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (self, sql, error);

  return statement != NULL && foyer_statement_run (statement, error);
}

gboolean
foyer_database_begin (FoyerDatabase *self, GError **error)
{
  gboolean writes = self->mode == FOYER_DATABASE_WRITER;

  self->trouble = (FoyerTrouble){ 0 };
  if (!run_kept (self, writes ? "BEGIN IMMEDIATE" : "BEGIN", error))
    return FALSE;
  self->trouble.stops = writes;
  return TRUE;
}

gboolean
foyer_database_is_sound (FoyerDatabase *self, GError **error)
{
  if (self->trouble.code == SQLITE_OK)
    return TRUE;
  foyer_trouble_set_error (&self->trouble, error);
  return FALSE;
}

gboolean
foyer_database_commit (FoyerDatabase *self, GError **error)
{
  int result;
  int primary;

  if (!foyer_database_is_sound (self, error)) {
    foyer_database_rollback (self);
    return FALSE;
  }
  self->trouble.stops = FALSE;
  result = sqlite3_exec (self->handle, "COMMIT", NULL, NULL, NULL);
  primary = result & 0xff;
  if (result == SQLITE_OK)
    return TRUE;
  foyer_database_set_error (error, self->handle, "commit");
  if (primary == SQLITE_IOERR) {
    /* The frames may be in the WAL all the same and come back when it is next read. */
    if (error != NULL && *error != NULL)
      (*error)->code = FOYER_DATABASE_ERROR_UNKNOWN;
  }
  foyer_database_rollback (self);
  return FALSE;
}

/* Setting the version to what it is writes the first page: as long as this connection has not seen the failed commit, it is overwritten. */
static gboolean
overwrite (FoyerDatabase *self)
{
  g_autofree char *sql = NULL;

  if (!foyer_database_begin (self, NULL))
    return FALSE;
  sql = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT,
                         foyer_database_integer (self, "PRAGMA user_version", NULL));
  if (foyer_database_execute (self, sql, NULL) && foyer_database_commit (self, NULL))
    return TRUE;
  foyer_database_rollback (self);
  return FALSE;
}

gboolean
foyer_database_commit_or_undo (FoyerDatabase *self, GError **error)
{
  const gboolean was_sound = foyer_database_is_sound (self, NULL);
  g_autoptr (GError) failure = NULL;

  if (foyer_database_commit (self, &failure))
    return TRUE;
  /* A disk that is full may have taken all of it before it said so. */
  if (was_sound
      && (g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_UNKNOWN)
          || g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_DISK_FULL)))
    failure->code = overwrite (self) ? FOYER_DATABASE_ERROR_FAILED : FOYER_DATABASE_ERROR_UNKNOWN;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
foyer_database_rollback (FoyerDatabase *self)
{
  self->savepoints = 0;
  self->trouble = (FoyerTrouble){ 0 };
  if (self->handle == NULL || sqlite3_get_autocommit (self->handle))
    return;
  if (!run_kept (self, "ROLLBACK", NULL))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->trouble = (FoyerTrouble){ 0 };
}

gboolean
foyer_database_savepoint (FoyerDatabase *self, GError **error)
{
  /* A full disk ends the transaction by itself: what came now would be committed on its own. */
  if (sqlite3_get_autocommit (self->handle)) {
    g_set_error_literal (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "No transaction is open");
    return FALSE;
  }
  if (!foyer_database_execute (self, "SAVEPOINT call", error))
    return FALSE;
  self->savepoints++;
  return TRUE;
}

gboolean
foyer_database_release_savepoint (FoyerDatabase *self, GError **error)
{
  g_return_val_if_fail (self->savepoints > 0, FALSE);

  self->savepoints--;
  return foyer_database_execute (self, "RELEASE call", error);
}

void
foyer_database_rollback_savepoint (FoyerDatabase *self)
{
  g_return_if_fail (self->savepoints > 0);

  self->savepoints--;
  sqlite3_exec (self->handle, "ROLLBACK TO call; RELEASE call", NULL, NULL, NULL);
}

gint64
foyer_database_changes (FoyerDatabase *self)
{
  return sqlite3_changes64 (self->handle);
}

gboolean
foyer_database_checkpoint (FoyerDatabase *self, gboolean *complete, GError **error)
{
  int in_log = 0;
  int moved = 0;
  int result = sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, &in_log, &moved);

  *complete = result == SQLITE_OK && in_log == moved;
  if (result == SQLITE_OK || result == SQLITE_BUSY)
    return TRUE;
  foyer_database_set_error (error, self->handle, "checkpoint");
  return FALSE;
}

gint64
foyer_database_total_changes (FoyerDatabase *self)
{
  return self->handle == NULL ? 0 : sqlite3_total_changes64 (self->handle);
}

const char *
foyer_database_get_path (FoyerDatabase *self)
{
  return self->path;
}
