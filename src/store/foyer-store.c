/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store.c - the console's local truth: its file, its three connections and their threads */

#include "foyer-store.h"

#include "foyer-mutant.h"

#include "foyer-store-private.h"

#include "foyer-operation-table.h"
#include "foyer-record-table.h"

G_DEFINE_FINAL_TYPE (FoyerStore, foyer_store, G_TYPE_OBJECT)

G_DEFINE_QUARK (foyer - store - error - quark, foyer_store_error)

enum { CHANGED, DAMAGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const FoyerStoreError codes[] = {
  [FOYER_DATABASE_ERROR_BUSY] = FOYER_STORE_ERROR_BUSY,
  [FOYER_DATABASE_ERROR_CONSTRAINT] = FOYER_STORE_ERROR_INVALID,
  [FOYER_DATABASE_ERROR_CORRUPT] = FOYER_STORE_ERROR_CORRUPT,
  [FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW] = FOYER_STORE_ERROR_SCHEMA_TOO_NEW,
  [FOYER_DATABASE_ERROR_DISK_FULL] = FOYER_STORE_ERROR_DISK_FULL,
  [FOYER_DATABASE_ERROR_READ_ONLY] = FOYER_STORE_ERROR_READ_ONLY,
  [FOYER_DATABASE_ERROR_UNKNOWN] = FOYER_STORE_ERROR_UNKNOWN,
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

gboolean
foyer_store_convert_file_error (GError **error, const GError *failure)
{
  FoyerStoreError code = FOYER_STORE_ERROR_FAILED;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    code = FOYER_STORE_ERROR_DISK_FULL;
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
           || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    code = FOYER_STORE_ERROR_READ_ONLY;
  g_set_error (error, FOYER_STORE_ERROR, (int) code, "%s", failure->message);
  return FALSE;
}

/* --- Opening --- */

static void
open_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (foyer_store_open_files (data, &error)) {
    g_task_return_pointer (task, g_object_ref (data), g_object_unref);
    return;
  }
  foyer_store_convert_error (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

/* --- The main thread's snapshot and the end of undo windows --- */

/* The transaction begins with its first read, so one is made: from here on every look-up is of this commit. */
void
foyer_store_renew_snapshot (FoyerStore *self)
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
  gboolean wal_is_long;
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
  if (!FOYER_MUTANT (SNAPSHOT_KEPT))
    foyer_store_renew_snapshot (self);
  if (foyer_change_set_has_operations (delivery->changes))
    arm_release_timer (self);
  g_signal_emit (self, signals[CHANGED], 0, delivery->changes);
  if (delivery->wal_is_long && !self->closed)
    foyer_store_shorten_wal (self);
  return G_SOURCE_REMOVE;
}

void
foyer_store_deliver (FoyerStore *self, FoyerChangeSet *changes)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->store = g_object_ref (self);
  delivery->changes = foyer_change_set_ref (changes);
  delivery->wal_is_long = foyer_store_is_wal_long (self);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, deliver, delivery, free_delivery);
}

static gboolean
tell_damage (gpointer data)
{
  FoyerStore *self = data;

  if (self->damaged || self->closed)
    return G_SOURCE_REMOVE;
  self->damaged = TRUE;
  foyer_store_suspect (self);
  g_signal_emit (self, signals[DAMAGED], 0);
  return G_SOURCE_REMOVE;
}

void
foyer_store_note_error (FoyerStore *self, const GError *error)
{
  if (g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_CORRUPT)
      || g_error_matches (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT))
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_damage, g_object_ref (self),
                                g_object_unref);
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
  g_clear_pointer (&self->journal, foyer_journal_close);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  g_clear_pointer (&self->blobs, foyer_blob_files_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->recovery.damaged_path);
  g_free (self->path);
  g_free (self->directory);
  G_OBJECT_CLASS (foyer_store_parent_class)->finalize (object);
}

static void
foyer_store_class_init (FoyerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, FOYER_TYPE_CHANGE_SET);
  signals[DAMAGED] = g_signal_new ("damaged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
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
  self->directory = g_strdup (directory);
  self->path = g_build_filename (directory, "store.db", NULL);
  self->blobs = foyer_blob_files_new (directory);
  self->threaded = threaded;
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
  foyer_store_renew_snapshot (self);
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
  g_clear_pointer (&self->journal, foyer_journal_close);
}

const FoyerRecovery *
foyer_store_get_recovery (FoyerStore *self)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), NULL);

  return &self->recovery;
}

/* --- Reading on the main thread --- */

/* Whoever reads here is given nothing where something could not be read; that the file is damaged must be heard all the same. */
static void
look_for_damage (FoyerStore *self)
{
  g_autoptr (GError) error = NULL;

  if (!foyer_database_is_sound (self->main_database, &error))
    foyer_store_note_error (self, error);
}

FoyerRecord *
foyer_store_get (FoyerStore *self, const FoyerRecordType *type, const char *id)
{
  FoyerRecord *found;

  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, NULL);

  if (id == NULL)
    return NULL;
  found = foyer_record_table_get (self->main_database, FOYER_STORE_ORGANISATION, type, id, NULL);
  look_for_damage (self);
  return found;
}

FoyerRecord *
foyer_store_get_singleton (FoyerStore *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerRecordSource) source
      = foyer_database_source_new (self->main_database, FOYER_STORE_ORGANISATION);
  FoyerRecord *found = foyer_record_source_get_singleton (source, type, NULL);

  look_for_damage (self);
  return found;
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
    foyer_store_note_error (self, error);
    found = g_ptr_array_new_with_free_func (g_object_unref);
  }
  return found;
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
  look_for_damage (self);
  return g_steal_pointer (&found);
}

FoyerOperation *
foyer_store_get_operation (FoyerStore *self, const char *operation_id)
{
  FoyerOperation *found = foyer_operation_table_get (self->main_database, operation_id, NULL);

  look_for_damage (self);
  return found;
}

void
foyer_store_count_operations (FoyerStore *self, guint *waiting, guint *needing)
{
  *waiting = 0;
  *needing = 0;
  for (FoyerOperationState state = FOYER_OPERATION_HELD; state <= FOYER_OPERATION_DISCARDED; state++) {
    if (foyer_operation_state_is_pending (state))
      *waiting += (guint) MAX (foyer_operation_table_count (self->main_database, state, 0, NULL), 0);
    else if (foyer_operation_state_needs_person (state))
      *needing += (guint) MAX (foyer_operation_table_count (self->main_database, state, 0, NULL), 0);
  }
  look_for_damage (self);
}

guint
foyer_store_count_done (FoyerStore *self, gint64 settled_since)
{
  gint64 count = foyer_operation_table_count (self->main_database, FOYER_OPERATION_DONE, settled_since, NULL);

  look_for_damage (self);
  return (guint) count;
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

void
foyer_store_set_server_offset (FoyerStore *self, gint64 seconds)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  self->server_offset = seconds;
}

gint64
foyer_store_now (FoyerStore *self)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), 0);

  return foyer_clock_now_seconds (self->clock) + self->server_offset;
}
