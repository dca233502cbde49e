/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-console.c - a console of a simulation: the real engine and store, and what may befall them */

#include "foyer-sim-console.h"

#include "foyer-blob-id.h"
#include "foyer-store-blobs.h"
#include "foyer-test.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/label.h"
#include "types/portal_settings.h"

#include <glib/gstdio.h>

#define SESSION_URL "http://localhost/.well-known/jmap"
#define MOST_RECORDS 1000

/* --- Life --- */

FoyerSimConsole *
foyer_sim_console_new (guint index,
                       const char *template,
                       FoyerClock *clock,
                       FoyerRandom *random,
                       FoyerTransport *link,
                       FoyerLedger *ledger)
{
  FoyerSimConsole *self = g_new0 (FoyerSimConsole, 1);

  self->index = index;
  self->name = g_strdup_printf ("console %u", index);
  self->directory = foyer_sim_copy_directory (template);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->link = link;
  self->ledger = ledger;
  return self;
}

void
foyer_sim_console_free (FoyerSimConsole *self)
{
  foyer_sim_console_close (self);
  foyer_test_remove_directory (self->directory);
  if (self->old_disk != NULL)
    foyer_test_remove_directory (self->old_disk);
  g_object_unref (self->link);
  g_object_unref (self->random);
  g_object_unref (self->clock);
  g_free (self->name);
  g_free (self);
}

static void
start_engine (FoyerSimConsole *self)
{
  self->engine = foyer_sync_engine_new (self->store, self->link, SESSION_URL, NULL);
  foyer_sync_engine_start (self->engine);
}

void
foyer_sim_console_open (FoyerSimConsole *self)
{
  if (self->store != NULL)
    return;
  self->store = foyer_test_open_store (self->directory, self->clock, self->random, NULL);
  start_engine (self);
}

void
foyer_sim_console_close (FoyerSimConsole *self)
{
  if (self->store == NULL)
    return;
  foyer_sync_engine_stop (self->engine);
  foyer_test_settle ();
  g_clear_object (&self->engine);
  foyer_store_close (self->store);
  g_clear_object (&self->store);
}

static void
replace_disk (FoyerSimConsole *self, char *disk)
{
  foyer_sim_console_close (self);
  foyer_test_remove_directory (self->directory);
  self->directory = disk;
}

void
foyer_sim_console_crash (FoyerSimConsole *self)
{
  if (self->store != NULL)
    replace_disk (self, foyer_sim_copy_directory (self->directory));
}

void
foyer_sim_console_keep_disk (FoyerSimConsole *self)
{
  if (self->old_disk != NULL)
    foyer_test_remove_directory (self->old_disk);
  self->old_disk = foyer_sim_copy_directory (self->directory);
}

gboolean
foyer_sim_console_roll_back_disk (FoyerSimConsole *self)
{
  if (self->old_disk == NULL)
    return FALSE;
  replace_disk (self, foyer_sim_copy_directory (self->old_disk));
  return TRUE;
}

/* --- What the person does --- */

FoyerDeed *
foyer_sim_console_submit (FoyerSimConsole *self,
                          FoyerVerb verb,
                          const FoyerRecordType *type,
                          const char *id,
                          JsonObject *patch,
                          gint64 hold)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *operation_id = NULL;
  g_autoptr (FoyerOperation) operation = NULL;

  foyer_store_submit_async (self->store, verb, type, id, "act", NULL, patch, hold, NULL,
                            foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  operation_id = foyer_store_submit_finish (self->store, result, NULL);
  if (operation_id == NULL)
    return NULL;
  operation = foyer_store_get_operation (self->store, operation_id);
  if (operation == NULL) {
    foyer_ledger_report (self->ledger, FOYER_FLAW_LOST, "%s says it keeps %s, but does not know it",
                         self->name, operation_id);
    return NULL;
  }
  return foyer_ledger_add_deed (self->ledger, self->index, foyer_operation_get_data (operation),
                                foyer_clock_monotonic (self->clock));
}

gboolean
foyer_sim_console_undo (FoyerSimConsole *self, FoyerDeed *deed)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_undo_async (self->store, deed->id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  if (!foyer_store_undo_finish (self->store, result, &error))
    return FALSE;
  deed->undone = TRUE;
  return TRUE;
}

void
foyer_sim_console_release (FoyerSimConsole *self, FoyerDeed *deed)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  deed->may_leave = MIN (deed->may_leave, foyer_clock_monotonic (self->clock));
  foyer_store_release_async (self->store, deed->id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  foyer_store_release_finish (self->store, result, NULL);
}

void
foyer_sim_console_discard (FoyerSimConsole *self, FoyerDeed *deed)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  deed->put_away = TRUE;
  foyer_store_discard_async (self->store, deed->id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  foyer_store_discard_finish (self->store, result, NULL);
}

static gpointer
repair_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_begin_resync (writer, NULL, error);
  return NULL;
}

void
foyer_sim_console_repair (FoyerSimConsole *self)
{
  foyer_test_write (self->store, repair_in_worker, NULL);
  foyer_sync_engine_sync_now (self->engine);
}

void
foyer_sim_console_sign_in (FoyerSimConsole *self)
{
  if (self->store == NULL)
    return;
  foyer_sync_engine_stop (self->engine);
  foyer_test_settle ();
  g_clear_object (&self->engine);
  start_engine (self);
}

/* --- Files --- */

char *
foyer_sim_console_add_file (FoyerSimConsole *self, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (self->directory, "chosen", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  foyer_store_add_blob_async (self->store, file, "image/jpeg", NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_unlink (path);
  return foyer_store_add_blob_finish (self->store, result, NULL, NULL);
}

typedef struct {
  FoyerSimConsole *console;
  char *blob_id;
  gboolean must_come;
} Opening;

static void
check_file (const Opening *opening, const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (g_file_get_contents (path, &contents, &length, NULL)) {
    bytes = g_bytes_new (contents, length);
    id = foyer_blob_id_of_bytes (bytes);
  }
  if (g_strcmp0 (id, opening->blob_id) != 0)
    foyer_ledger_report (opening->console->ledger, FOYER_FLAW_DIVERGED, "%s opens %s and gets %s",
                         opening->console->name, opening->blob_id, id == NULL ? "nothing" : id);
}

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autofree char *blob_id = opening->blob_id;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, &error);

  if (path != NULL)
    check_file (opening, path);
  else if (opening->must_come)
    foyer_ledger_report (opening->console->ledger, FOYER_FLAW_LOST, "%s cannot open %s: %s",
                         opening->console->name, blob_id, error->message);
}

void
foyer_sim_console_open_file (FoyerSimConsole *self, const char *blob_id, gboolean must_come)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->console = self;
  opening->blob_id = g_strdup (blob_id);
  opening->must_come = must_come;
  foyer_sync_engine_get_file_async (self->engine, blob_id, "image/jpeg", NULL, on_file_ready, opening);
}

/* --- What the person sees --- */

static GHashTable *
find_pending (GPtrArray *operations, const char *record_id)
{
  GHashTable *fields = NULL;

  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[i]);
    JsonObjectIter iter;
    const char *name;

    if (data->patch == NULL || g_strcmp0 (data->record_id, record_id) != 0)
      continue;
    if (fields == NULL)
      fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    json_object_iter_init (&iter, data->patch);
    while (json_object_iter_next (&iter, &name, NULL))
      g_hash_table_add (fields, g_strdup (name));
  }
  return fields;
}

static void
confirm_done (FoyerSimConsole *self)
{
  static const FoyerOperationState states[] = { FOYER_OPERATION_ACKED, FOYER_OPERATION_DONE };
  g_autoptr (GPtrArray) done
      = foyer_store_list_operations (self->store, states, G_N_ELEMENTS (states), 0, MOST_RECORDS);

  for (guint i = 0; i < done->len; i++) {
    FoyerDeed *deed = foyer_ledger_find_deed (self->ledger, foyer_operation_get_id (done->pdata[i]));

    if (deed != NULL)
      foyer_ledger_confirm (self->ledger, deed);
  }
}

void
foyer_sim_console_look (FoyerSimConsole *self)
{
  static const FoyerOperationState states[]
      = { FOYER_OPERATION_HELD, FOYER_OPERATION_QUEUED, FOYER_OPERATION_SENDING };
  static const FoyerRecordType *const types[]
      = { &foyer_booking_type, &foyer_client_type, &foyer_label_type, &foyer_portal_settings_type };
  g_autoptr (GPtrArray) waiting = NULL;

  if (self->store == NULL)
    return;
  confirm_done (self);
  waiting = foyer_store_list_operations (self->store, states, G_N_ELEMENTS (states), 0, MOST_RECORDS);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GPtrArray) records = foyer_sim_console_list (self, types[i]);

    for (guint j = 0; j < records->len; j++) {
      g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[j]);
      g_autoptr (GHashTable) pending = find_pending (waiting, foyer_record_get_id (records->pdata[j]));

      foyer_ledger_see (self->ledger, self->index, json, pending);
    }
  }
}

GPtrArray *
foyer_sim_console_list (FoyerSimConsole *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);

  foyer_query_limit (query, MOST_RECORDS);
  return foyer_store_list (self->store, query);
}

gboolean
foyer_sim_console_is_quiet (FoyerSimConsole *self)
{
  guint waiting;
  guint needing;

  if (self->store == NULL)
    return TRUE;
  foyer_store_count_operations (self->store, &waiting, &needing);
  return waiting == 0 && foyer_sync_engine_get_state (self->engine) == FOYER_SYNC_IDLE;
}
