/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-actions.c - what a person can do: act, take back, put away, send now */

#include "foyer-store-private.h"

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-operation-table.h"

static void
free_submission (gpointer data)
{
  FoyerOperationData *operation = data;
  g_autoptr (FoyerOperation) owner = foyer_operation_new (operation);

  g_free (operation);
}

static gpointer
submit_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  FoyerOperationData *operation = data;

  operation->hold_until = foyer_clock_monotonic (writer->clock) + operation->hold;
  if (!foyer_store_writer_submit (writer, operation, error))
    return NULL;
  return g_strdup (operation->id);
}

void
foyer_store_submit_async (FoyerStore *self,
                          FoyerVerb verb,
                          const FoyerRecordType *type,
                          const char *record_id,
                          const char *command,
                          const char *subject,
                          JsonObject *patch,
                          gint64 hold,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  FoyerClock *clock = foyer_store_get_clock (self);
  FoyerOperationData *operation = g_new0 (FoyerOperationData, 1);

  operation->id = foyer_id_new ("op", clock, foyer_store_get_random (self));
  operation->verb = verb;
  operation->type = type;
  operation->record_id = g_strdup (record_id);
  operation->command = g_strdup (command);
  operation->subject = g_strdup (subject);
  operation->patch = patch == NULL ? NULL : foyer_json_copy_object (patch);
  operation->state
      = hold > 0 && !FOYER_MUTANT (HOLD_NOT_KEPT) ? FOYER_OPERATION_HELD : FOYER_OPERATION_QUEUED;
  operation->hold = hold;
  operation->made_at = foyer_clock_now_seconds (clock);
  foyer_store_write_async (self, submit_in_worker, operation, free_submission, g_free, cancellable, callback,
                           user_data);
}

char *
foyer_store_submit_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  return foyer_store_write_finish (self, result, error);
}

static gpointer
undo_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (FoyerOperation) operation = foyer_operation_table_get (writer->database, data, error);
  const FoyerOperationData *values;

  if (operation == NULL) {
    if (error != NULL && *error == NULL)
      g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID, "There is no operation %s",
                   (const char *) data);
    return NULL;
  }
  values = foyer_operation_get_data (operation);
  if (values->state == FOYER_OPERATION_UNDONE || FOYER_MUTANT (UNDO_KEEPS_OPERATION))
    return NULL;
  /* Once it has a number its bytes may have left, and only the server can say whether it happened. */
  if (values->state > FOYER_OPERATION_QUEUED || values->sequence != 0) {
    g_set_error_literal (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE, "It has left already");
    return NULL;
  }
  foyer_store_writer_settle (writer, values->id, FOYER_OPERATION_UNDONE, NULL, error);
  return NULL;
}

static gboolean
finish_without_result (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) failure = NULL;

  foyer_store_write_finish (self, result, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
foyer_store_undo_async (FoyerStore *self,
                        const char *operation_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  foyer_store_write_async (self, undo_in_worker, g_strdup (operation_id), g_free, NULL, cancellable, callback,
                           user_data);
}

gboolean
foyer_store_undo_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  return finish_without_result (self, result, error);
}

static gpointer
discard_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (FoyerOperation) operation = foyer_operation_table_get (writer->database, data, error);

  if (operation != NULL && foyer_operation_state_needs_person (foyer_operation_get_state (operation)))
    foyer_store_writer_settle (writer, data, FOYER_OPERATION_DISCARDED, NULL, error);
  return NULL;
}

void
foyer_store_discard_async (FoyerStore *self,
                           const char *operation_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  foyer_store_write_async (self, discard_in_worker, g_strdup (operation_id), g_free, NULL, cancellable,
                           callback, user_data);
}

gboolean
foyer_store_discard_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  return finish_without_result (self, result, error);
}

typedef struct {
  char *operation_id; /* (nullable) */
  gint64 monotonic;   /* holds that end by then are over */
} Release;

static void
free_release (gpointer data)
{
  Release *release = data;

  g_free (release->operation_id);
  g_free (release);
}

static gpointer
release_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Release *release = data;

  foyer_change_set_add_operations (writer->changes);
  foyer_operation_table_release (writer->database, release->operation_id, release->monotonic, error);
  return NULL;
}

static void
release_until (FoyerStore *self,
               const char *operation_id,
               gint64 monotonic,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  Release *release = g_new0 (Release, 1);

  release->operation_id = g_strdup (operation_id);
  release->monotonic = monotonic;
  foyer_store_write_async (self, release_in_worker, release, free_release, NULL, cancellable, callback,
                           user_data);
}

void
foyer_store_release_async (FoyerStore *self,
                           const char *operation_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  release_until (self, operation_id, G_MAXINT64, cancellable, callback, user_data);
}

/* What could not be released now is tried again: an approval must not stay held because a disk was full for a moment. */
static void
on_due_released (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerStore *self = FOYER_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!finish_without_result (self, result, &error))
    foyer_store_release_later (self);
}

void
foyer_store_release_due (FoyerStore *self)
{
  if (FOYER_MUTANT (HOLD_NEVER_ENDS))
    return;
  release_until (self, NULL, foyer_clock_monotonic (foyer_store_get_clock (self)), NULL, on_due_released,
                 NULL);
}

gboolean
foyer_store_release_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  return finish_without_result (self, result, error);
}
