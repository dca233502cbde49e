/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-backup.c - three copies of the database beside it, each at least an hour older than the one before */

#include "foyer-store-private.h"

#include "foyer-json.h"
#include "foyer-operation-table.h"
#include "foyer-secret-fields.h"

#include <glib/gstdio.h>
#include <utime.h>

#define SECONDS_BETWEEN (60 * 60)
#define SECONDS_BETWEEN_LOOKS 60
/* What is copied is looked through first after a night's rest, and once a week where the console never rests. */
#define SECONDS_OF_REST (24 * 60 * 60)
#define SECONDS_BETWEEN_CHECKS (7 * 24 * 60 * 60)

char *
foyer_store_name_backup (FoyerStore *self, guint number)
{
  return g_strdup_printf ("%s.copy-%u", self->path, number);
}

/* The age is the file's own time stamp: it is that of this computer's disk, like @now. */
static gint64
get_age (const char *path, gint64 now)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_mtime > now)
    return G_MAXINT64;
  return now - status.st_mtime;
}

static void
set_age (const char *path, gint64 now)
{
  struct utimbuf times = { .actime = now, .modtime = now };

  g_utime (path, &times);
}

static char *
name_check (FoyerStore *self)
{
  return g_strconcat (self->path, ".checked", NULL);
}

/* When it was is the time stamp of an empty file: the database itself is only read here. */
static gboolean
check (FoyerStore *self, FoyerDatabase *database, gint64 now, GError **error)
{
  g_autofree char *mark = name_check (self);

  if (!foyer_database_check (database, TRUE, error))
    return FALSE;
  g_file_set_contents_full (mark, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  set_age (mark, now);
  return TRUE;
}

static void
move_up (FoyerStore *self)
{
  for (guint number = FOYER_STORE_BACKUPS - 1; number > 0; number--) {
    g_autofree char *from = foyer_store_name_backup (self, number);
    g_autofree char *to = foyer_store_name_backup (self, number + 1);

    g_rename (from, to);
  }
}

static gboolean
rewrite_without_secrets (FoyerDatabase *database, GPtrArray *operations, GError **error)
{
  for (guint i = 0; i < operations->len; i++) {
    FoyerOperationData told = *foyer_operation_get_data (operations->pdata[i]);
    g_autoptr (JsonObject) patch = told.patch == NULL ? NULL : foyer_json_copy_object (told.patch);

    if (patch == NULL || !foyer_secret_fields_hide (told.type, patch))
      continue;
    told.patch = patch;
    if (!foyer_operation_table_rewrite (database, &told, error))
      return FALSE;
  }
  return foyer_database_execute (database, "VACUUM", error);
}

static gboolean
holds_secrets (GPtrArray *operations)
{
  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[i]);
    g_autoptr (JsonObject) patch = data->patch == NULL ? NULL : foyer_json_copy_object (data->patch);

    if (patch != NULL && foyer_secret_fields_hide (data->type, patch))
      return TRUE;
  }
  return FALSE;
}

/* A copy stays for hours after an operation has ended. What has not left is taken from the journal, which has no secrets either. */
static gboolean
hide_secrets_in_copy (const char *path, GError **error)
{
  g_autoptr (FoyerDatabase) looked = foyer_database_open (path, FOYER_DATABASE_READER, error);
  g_autoptr (GPtrArray) operations = looked == NULL ? NULL : foyer_operation_table_list_open (looked, error);
  g_autoptr (FoyerDatabase) database = NULL;
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  gboolean done;

  if (operations == NULL)
    return FALSE;
  if (!holds_secrets (operations))
    return TRUE;
  g_clear_object (&looked);
  database = foyer_database_open (path, FOYER_DATABASE_WRITER, error);
  done = database != NULL && rewrite_without_secrets (database, operations, error);
  g_clear_object (&database);
  g_unlink (lock);
  return done;
}

static gboolean
make_copy (FoyerStore *self, gint64 now, gboolean must_check, GError **error)
{
  g_autofree char *fresh = g_strconcat (self->path, ".copy-new", NULL);
  g_autofree char *newest = foyer_store_name_backup (self, 1);
  g_autoptr (FoyerDatabase) database = foyer_database_open (self->path, FOYER_DATABASE_READER, error);

  g_unlink (fresh);
  if (database == NULL || (must_check && !check (self, database, now, error))
      || !foyer_database_copy (database, fresh, error) || !hide_secrets_in_copy (fresh, error)) {
    g_unlink (fresh);
    return FALSE;
  }
  set_age (fresh, now);
  move_up (self);
  g_rename (fresh, newest);
  return TRUE;
}

static void
back_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  gint64 now = foyer_clock_now_seconds (self->clock);
  g_autofree char *newest = foyer_store_name_backup (self, 1);
  g_autofree char *mark = name_check (self);
  gint64 age = get_age (newest, now);
  gboolean must_check = age >= SECONDS_OF_REST || get_age (mark, now) >= SECONDS_BETWEEN_CHECKS;
  g_autoptr (GError) error = NULL;

  if (age < SECONDS_BETWEEN || make_copy (self, now, must_check, &error)) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  foyer_store_convert_error (&error);
  foyer_store_note_error (self, error);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
foyer_store_back_up_async (FoyerStore *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_back_up_async);
  if (foyer_clock_monotonic (self->clock) < self->next_look) {
    g_task_return_boolean (task, TRUE);
    return;
  }
  self->next_look = foyer_clock_monotonic (self->clock) + SECONDS_BETWEEN_LOOKS * G_USEC_PER_SEC;
  if (self->threaded)
    g_task_run_in_thread (task, back_up_in_thread);
  else
    back_up_in_thread (task, self, NULL, cancellable);
}

gboolean
foyer_store_back_up_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
