/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store.c - the console's local truth: its file, its three connections and their threads */

#include "foyer-store.h"

#include "foyer-store-private.h"

#include "foyer-migration.h"
#include "foyer-operation-table.h"
#include "foyer-record-table.h"
#include "foyer-store-resources.h"
#include "foyer-worker.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _FoyerStore {
  GObject parent_instance;

  /* Construct-time. */
  char *path;
  FoyerClock *clock;
  FoyerRandom *random;
  GMainContext *context; /* of the main thread */

  /* State. */
  FoyerWorker *writer;           /* (owned) */
  FoyerWorker *reader;           /* (owned) */
  FoyerDatabase *write_database; /* (owned) (writer only) */
  FoyerDatabase *read_database;  /* (owned) (reader only) */
  FoyerDatabase *main_database;  /* (owned): the main thread's, always in a read transaction */
  guint release_timer;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (FoyerStore, foyer_store, G_TYPE_OBJECT)

G_DEFINE_QUARK (foyer - store - error - quark, foyer_store_error)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const FoyerStoreError codes[] = {
  [FOYER_DATABASE_ERROR_BUSY] = FOYER_STORE_ERROR_BUSY,
  [FOYER_DATABASE_ERROR_CONSTRAINT] = FOYER_STORE_ERROR_INVALID,
  [FOYER_DATABASE_ERROR_CORRUPT] = FOYER_STORE_ERROR_CORRUPT,
  [FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW] = FOYER_STORE_ERROR_SCHEMA_TOO_NEW,
  [FOYER_DATABASE_ERROR_DISK_FULL] = FOYER_STORE_ERROR_DISK_FULL,
  [FOYER_DATABASE_ERROR_READ_ONLY] = FOYER_STORE_ERROR_READ_ONLY,
  [FOYER_DATABASE_ERROR_UNKNOWN] = FOYER_STORE_ERROR_FAILED,
  [FOYER_DATABASE_ERROR_FAILED] = FOYER_STORE_ERROR_FAILED,
};

void
foyer_store_convert_error (GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain != FOYER_DATABASE_ERROR)
    return;
  (*error)->domain = FOYER_STORE_ERROR;
  (*error)->code = (int) codes[(*error)->code];
}

/* --- Opening, on the writing thread --- */

static gboolean
migrate (FoyerDatabase *database, GError **error)
{
  g_autoptr (GBytes) script
      = g_resource_lookup_data (foyer_store_get_resource (), "/org/foyer/store/sql/001-store.sql",
                                G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *sql = NULL;

  if (script == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
  const FoyerMigration migrations[] = { { .sql = sql, .record_schema = 1 } };

  return foyer_database_migrate (database, migrations, G_N_ELEMENTS (migrations), error);
}

static gboolean
restart_holds (FoyerStore *self, GError **error)
{
  return foyer_database_begin (self->write_database, error)
         && foyer_operation_table_restart_holds (self->write_database, foyer_clock_monotonic (self->clock),
                                                 error)
         && foyer_database_commit (self->write_database, error);
}

static gboolean
open_databases (FoyerStore *self, GError **error)
{
  g_autofree char *directory = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (directory, 0700) != 0) {
    int code = errno;

    g_set_error (error, FOYER_STORE_ERROR,
                 code == ENOSPC ? FOYER_STORE_ERROR_DISK_FULL : FOYER_STORE_ERROR_READ_ONLY, "%s: %s",
                 directory, g_strerror (code));
    return FALSE;
  }
  self->write_database = foyer_database_open (self->path, FOYER_DATABASE_WRITER, error);
  if (self->write_database == NULL || !migrate (self->write_database, error) || !restart_holds (self, error))
    return FALSE;
  self->read_database = foyer_database_open (self->path, FOYER_DATABASE_READER, error);
  if (self->read_database == NULL)
    return FALSE;
  self->main_database = foyer_database_open (self->path, FOYER_DATABASE_READER, error);
  return self->main_database != NULL;
}

static void
open_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (open_databases (data, &error)) {
    g_task_return_pointer (task, g_object_ref (data), g_object_unref);
    return;
  }
  foyer_store_convert_error (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

/* --- The main thread's snapshot and the end of undo windows --- */

/* The transaction begins with its first read, so one is made: from here on every look-up is of this commit. */
static void
renew_snapshot (FoyerStore *self)
{
  foyer_database_rollback (self->main_database);
  if (!foyer_database_begin (self->main_database, NULL))
    g_warning ("The main thread's connection cannot read");
  foyer_database_integer (self->main_database, "SELECT count(*) FROM meta", NULL);
}

static void on_release_due (gpointer user_data);

static void
arm_release_timer (FoyerStore *self)
{
  gint64 next = foyer_operation_table_next_release (self->main_database);

  foyer_clock_clear_timer (self->clock, &self->release_timer);
  if (next >= 0)
    self->release_timer = foyer_clock_add_timer (self->clock, next - foyer_clock_monotonic (self->clock),
                                                 on_release_due, self);
}

static void
on_release_due (gpointer user_data)
{
  FoyerStore *self = user_data;

  self->release_timer = 0;
  foyer_store_release_due (self);
}

void
foyer_store_release_later (FoyerStore *self)
{
  if (self->closed)
    return;
  foyer_clock_clear_timer (self->clock, &self->release_timer);
  self->release_timer = foyer_clock_add_timer (self->clock, G_USEC_PER_SEC, on_release_due, self);
}

typedef struct {
  FoyerStore *store;
  FoyerChangeSet *changes;
} Delivery;

static void
free_delivery (gpointer data)
{
  Delivery *delivery = data;

  g_object_unref (delivery->store);
  foyer_change_set_unref (delivery->changes);
  g_free (delivery);
}

static gboolean
deliver (gpointer data)
{
  Delivery *delivery = data;
  FoyerStore *self = delivery->store;

  if (self->closed || self->main_database == NULL)
    return G_SOURCE_REMOVE;
  renew_snapshot (self);
  if (foyer_change_set_has_operations (delivery->changes))
    arm_release_timer (self);
  g_signal_emit (self, signals[CHANGED], 0, delivery->changes);
  return G_SOURCE_REMOVE;
}

/* --- Jobs --- */

typedef struct {
  gpointer function; /* FoyerWriteFunc or FoyerReadFunc */
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static GTask *
make_job (FoyerStore *self,
          gpointer function,
          gpointer data,
          GDestroyNotify free_data,
          GDestroyNotify free_result,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->function = function;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_task_set_task_data (task, job, free_job);
  return task;
}

static gpointer
run_write (FoyerStore *self, Job *job, FoyerChangeSet *changes, GError **error)
{
  g_autoptr (GHashTable) generations = g_hash_table_new (NULL, NULL);
  FoyerStoreWriter writer = { self->write_database, self->clock, self->random, changes, generations };
  g_autoptr (GError) failure = NULL;
  gpointer result = NULL;

  if (!foyer_database_begin (self->write_database, error))
    return NULL;
  result = ((FoyerWriteFunc) job->function) (&writer, job->data, &failure);
  if (failure == NULL && foyer_database_commit (self->write_database, &failure))
    return result;
  foyer_database_rollback (self->write_database);
  if (result != NULL && job->free_result != NULL)
    job->free_result (result);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
write_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  Job *job = data;
  g_autoptr (FoyerChangeSet) changes = foyer_change_set_new ();
  g_autoptr (GError) error = NULL;
  gpointer result;

  g_assert (foyer_worker_is_current (self->writer));

  result = run_write (self, job, changes, &error);
  if (error != NULL) {
    foyer_store_convert_error (&error);
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  if (!foyer_change_set_is_empty (changes)) {
    Delivery *delivery = g_new0 (Delivery, 1);

    delivery->store = g_object_ref (self);
    delivery->changes = foyer_change_set_ref (changes);
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, deliver, delivery, free_delivery);
  }
  g_task_return_pointer (task, result, job->free_result);
}

void
foyer_store_write_async (FoyerStore *self,
                         FoyerWriteFunc function,
                         gpointer data,
                         GDestroyNotify free_data,
                         GDestroyNotify free_result,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  task = make_job (self, function, data, free_data, free_result, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_write_async);
  foyer_worker_push (self->writer, task, write_in_worker);
}

gpointer
foyer_store_write_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FoyerStore *self = source;
  Job *job = data;
  g_autoptr (FoyerRecordSource) records = NULL;
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  records = foyer_database_source_new (self->read_database, FOYER_STORE_ORGANISATION);
  if (foyer_database_begin (self->read_database, &error)) {
    result = ((FoyerReadFunc) job->function) (records, job->data, &error);
    foyer_database_rollback (self->read_database);
  }
  if (error == NULL) {
    g_task_return_pointer (task, result, job->free_result);
    return;
  }
  foyer_store_convert_error (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
foyer_store_read_async (FoyerStore *self,
                        FoyerReadFunc function,
                        gpointer data,
                        GDestroyNotify free_data,
                        GDestroyNotify free_result,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_STORE (self) && !self->closed);

  task = make_job (self, function, data, free_data, free_result, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_read_async);
  foyer_worker_push (self->reader, task, read_in_worker);
}

gpointer
foyer_store_read_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Life --- */

static void
foyer_store_dispose (GObject *object)
{
  FoyerStore *self = FOYER_STORE (object);

  /* The threads must not be ended from one of themselves. */
  g_assert (self->writer == NULL || self->closed);
  G_OBJECT_CLASS (foyer_store_parent_class)->dispose (object);
}

static void
foyer_store_finalize (GObject *object)
{
  FoyerStore *self = FOYER_STORE (object);

  g_clear_object (&self->writer);
  g_clear_object (&self->reader);
  g_clear_object (&self->main_database);
  g_clear_object (&self->read_database);
  g_clear_object (&self->write_database);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  G_OBJECT_CLASS (foyer_store_parent_class)->finalize (object);
}

static void
foyer_store_class_init (FoyerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, FOYER_TYPE_CHANGE_SET);
}

static void
foyer_store_init (FoyerStore *self)
{
}

void
foyer_store_open_async (const char *directory,
                        FoyerClock *clock,
                        FoyerRandom *random,
                        gboolean threaded,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  FoyerStore *self = g_object_new (FOYER_TYPE_STORE, NULL);

  g_task_set_source_tag (task, foyer_store_open_async);
  self->path = g_build_filename (directory, "store.db", NULL);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->context = g_main_context_ref_thread_default ();
  self->writer = threaded ? foyer_worker_new ("foyer-writer") : foyer_worker_new_inline ();
  self->reader = threaded ? foyer_worker_new ("foyer-reader") : foyer_worker_new_inline ();
  g_task_set_task_data (task, self, g_object_unref);
  foyer_worker_push (self->writer, task, open_in_worker);
}

FoyerStore *
foyer_store_open_finish (GAsyncResult *result, GError **error)
{
  FoyerStore *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);
  if (self == NULL) {
    foyer_store_close (g_task_get_task_data (G_TASK (result)));
    return NULL;
  }
  renew_snapshot (self);
  arm_release_timer (self);
  return self;
}

static void
close_database (FoyerDatabase *database)
{
  if (database == NULL)
    return;
  foyer_database_rollback (database);
  foyer_database_close (database);
}

void
foyer_store_close (FoyerStore *self)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  if (self->closed)
    return;
  foyer_clock_clear_timer (self->clock, &self->release_timer);
  foyer_worker_stop (self->reader);
  foyer_worker_stop (self->writer);
  self->closed = TRUE;
  close_database (self->main_database);
  close_database (self->read_database);
  close_database (self->write_database);
}

/* --- Reading on the main thread --- */

FoyerRecord *
foyer_store_get (FoyerStore *self, const FoyerRecordType *type, const char *id)
{
  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, NULL);

  return id == NULL ? NULL
                    : foyer_record_table_get (self->main_database, FOYER_STORE_ORGANISATION, type, id, NULL);
}

FoyerRecord *
foyer_store_get_singleton (FoyerStore *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerRecordSource) source
      = foyer_database_source_new (self->main_database, FOYER_STORE_ORGANISATION);

  return foyer_record_source_get_singleton (source, type, NULL);
}

GPtrArray *
foyer_store_list (FoyerStore *self, const FoyerQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, NULL);

  found = foyer_record_table_list (self->main_database, FOYER_STORE_ORGANISATION, query, &error);
  if (found == NULL) {
    g_warning ("Cannot list %s: %s", query->type->name, error->message);
    found = g_ptr_array_new_with_free_func (g_object_unref);
  }
  return found;
}

gint64
foyer_store_count (FoyerStore *self, const FoyerQuery *query)
{
  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, 0);

  return MAX (foyer_record_table_count (self->main_database, FOYER_STORE_ORGANISATION, query, NULL), 0);
}

GPtrArray *
foyer_store_list_operations (FoyerStore *self,
                             const FoyerOperationState *states,
                             guint n_states,
                             gint64 settled_since,
                             guint limit)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_states; i++) {
    GPtrArray *some = foyer_operation_table_list (self->main_database, states[i], settled_since, limit, NULL);

    if (some != NULL)
      g_ptr_array_extend_and_steal (found, some);
  }
  return g_steal_pointer (&found);
}

FoyerOperation *
foyer_store_get_operation (FoyerStore *self, const char *operation_id)
{
  return foyer_operation_table_get (self->main_database, operation_id, NULL);
}

void
foyer_store_count_operations (FoyerStore *self, guint *waiting, guint *needing)
{
  *waiting = 0;
  *needing = 0;
  for (FoyerOperationState state = FOYER_OPERATION_HELD; state <= FOYER_OPERATION_DISCARDED; state++) {
    if (foyer_operation_state_is_pending (state))
      *waiting += (guint) foyer_operation_table_count (self->main_database, state, NULL);
    else if (foyer_operation_state_needs_person (state))
      *needing += (guint) foyer_operation_table_count (self->main_database, state, NULL);
  }
}

FoyerClock *
foyer_store_get_clock (FoyerStore *self)
{
  return self->clock;
}

FoyerRandom *
foyer_store_get_random (FoyerStore *self)
{
  return self->random;
}
