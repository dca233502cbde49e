/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-prefetch.c - files that will be looked at soon, fetched while there is nothing else to do */

#include "foyer-sync-engine-private.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-store-blobs.h"
#include "foyer-sync-error.h"
#include "types/booking.h"
#include "types/message.h"
#include "types/photo.h"
#include "types/request.h"
#include "types/visit.h"

#include <string.h>

/* Whoever works or syncs comes first. */
#define IDLE_FOR (5 * G_USEC_PER_SEC)

/* What is longer is fetched when somebody opens it. */
#define LONGEST (8 * 1024 * 1024)

#define DAY (24 * 60 * 60)
#define MOST_FILES 200
#define MOST_MESSAGES 200
#define MESSAGES_FOR (30 * DAY)
#define MOST_VISITS 50
#define VISITS_FOR (7 * DAY)
#define PHOTOS_A_VISIT 12
#define PHOTOS_A_CLIENT 6

/* --- What will be looked at, found on the reading thread --- */

typedef struct {
  char *id;
  char *type; /* its media type, as the record says */
} File;

static void
free_file (gpointer data)
{
  File *file = data;

  g_free (file->id);
  g_free (file->type);
  g_free (file);
}

typedef struct {
  FoyerRecordSource *source;
  gint64 now;
  GPtrArray *files; /* (element-type File): in the order in which they are wanted */
  GHashTable *seen; /* (element-type utf8): the ids of @files */
} Search;

/* Returns: what says more about a file of @record than its id: its attachment, or the record itself */
static JsonObject *
find_description (JsonObject *record, const char *id)
{
  JsonArray *files = foyer_json_object_array (record, "attachments");

  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++) {
    JsonNode *file = json_array_get_element (files, i);

    if (JSON_NODE_HOLDS_OBJECT (file)
        && g_strcmp0 (foyer_json_object_text (json_node_get_object (file), "blobId"), id) == 0)
      return json_node_get_object (file);
  }
  return record;
}

static void
add_file (Search *search, JsonObject *record, const char *id)
{
  JsonObject *description = find_description (record, id);
  const char *type = foyer_json_object_text (description, "mediaType");
  File *file;

  if (search->files->len == MOST_FILES || !foyer_blob_id_is_valid (id)
      || g_hash_table_contains (search->seen, id)
      || foyer_json_object_integer (description, "size", 0) > LONGEST)
    return;
  file = g_new0 (File, 1);
  file->id = g_strdup (id);
  file->type = g_strdup (type == NULL ? "application/octet-stream" : type);
  g_ptr_array_add (search->files, file);
  g_hash_table_add (search->seen, file->id);
}

static void
add_files_of (Search *search, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  g_autoptr (GHashTable) ids = foyer_record_type_list_blobs (type, json);
  g_autoptr (GList) list = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) strcmp);

  for (GList *link = list; link != NULL; link = link->next)
    add_file (search, json, link->data);
}

static gboolean
add_all (Search *search, FoyerQuery *query, GError **error)
{
  g_autoptr (GPtrArray) records = foyer_record_source_list (search->source, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add_files_of (search, records->pdata[i]);
  return records != NULL;
}

static gboolean
add_photos (Search *search, const char *field, const char *id, guint most, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_photo_type);

  foyer_query_where_text (query, field, id);
  foyer_query_order (query, "takenAt", TRUE);
  foyer_query_limit (query, most);
  return add_all (search, query, error);
}

/* Returns: %FALSE only if it could not be read; that it is not here is no error */
static gboolean
add_one (Search *search, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) record
      = id == NULL ? NULL : foyer_record_source_get (search->source, type, id, &failure);

  if (record != NULL)
    add_files_of (search, record);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_visits (Search *search, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_visit_type);
  g_autoptr (GPtrArray) visits = NULL;

  foyer_query_where_number (query, "start", FOYER_COMPARE_AT_LEAST, search->now - DAY);
  foyer_query_where_number (query, "start", FOYER_COMPARE_LESS, search->now + VISITS_FOR);
  foyer_query_order (query, "start", FALSE);
  foyer_query_limit (query, MOST_VISITS);
  visits = foyer_record_source_list (search->source, query, error);
  for (guint i = 0; visits != NULL && i < visits->len; i++) {
    FoyerRecord *visit = visits->pdata[i];

    if (!add_photos (search, "visitId", foyer_record_get_id (visit), PHOTOS_A_VISIT, error)
        || !add_one (search, &foyer_booking_type, foyer_visit_get_booking_id (visit), error)
        || !add_one (search, &foyer_request_type, foyer_visit_get_request_id (visit), error)
        || !add_photos (search, "clientId", foyer_visit_get_client_id (visit), PHOTOS_A_CLIENT, error))
      return FALSE;
  }
  return visits != NULL;
}

static gboolean
add_bookings (Search *search, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  foyer_query_where_number (query, "start", FOYER_COMPARE_AT_LEAST, search->now - DAY);
  foyer_query_order (query, "start", FALSE);
  foyer_query_limit (query, MOST_VISITS);
  return add_all (search, query, error);
}

static gboolean
add_messages (Search *search, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_message_type);

  foyer_query_where_number (query, "sentAt", FOYER_COMPARE_AT_LEAST, search->now - MESSAGES_FOR);
  foyer_query_order (query, "sentAt", TRUE);
  foyer_query_limit (query, MOST_MESSAGES);
  return add_all (search, query, error);
}

/* Returns: (transfer full) (element-type File): the files of recent conversations, then of what is coming */
static gpointer
list_in_reader (FoyerRecordSource *source, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = { source, *(gint64 *) data, files, seen };

  if (!add_messages (&search, error) || !add_visits (&search, error) || !add_bookings (&search, error))
    return NULL;
  return g_steal_pointer (&files);
}

/* --- Fetching: wait → look → fetch one after the other --- */

/* Under way with one list of files; of one that was given up, nothing is taken note of. */
typedef struct {
  FoyerSyncEngine *engine;
  GCancellable *cancellable;
  GPtrArray *files; /* (element-type File) (nullable): until they are listed */
  guint next;
  gboolean too_long; /* the one that is under way */
} Round;

static void
free_round (Round *round)
{
  g_object_unref (round->engine);
  g_object_unref (round->cancellable);
  g_clear_pointer (&round->files, g_ptr_array_unref);
  g_free (round);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Round, free_round)

static gboolean
costs_money (FoyerSyncEngine *self)
{
  return self->network != NULL && g_network_monitor_get_network_metered (self->network);
}

static gboolean
may_fetch (FoyerSyncEngine *self)
{
  return self->running && self->state == FOYER_SYNC_IDLE && !costs_money (self)
         && foyer_store_has_room_for_blobs (self->store);
}

/* @due: whether there may be more, another time */
static void
end_round (FoyerSyncEngine *self, gboolean due)
{
  self->prefetch.due |= due;
  g_clear_object (&self->prefetch.cancellable);
}

static gboolean
is_given_up (Round *round)
{
  return round->engine->prefetch.cancellable != round->cancellable;
}

static void fetch_next (Round *round);

/* For a long file only somebody who asked for it waits. */
static void
on_progress (gint64 current, gint64 total, gpointer user_data)
{
  Round *round = user_data;

  round->too_long = current >= LONGEST;
  if (round->too_long)
    g_cancellable_cancel (round->cancellable);
}

/* What is wrong with this file, and not with the way to the server. One that the server has not is answered as trouble. */
static gboolean
is_hopeless (Round *round, const GError *error)
{
  return round->too_long || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED)
         || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_FORBIDDEN)
         || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SERVER)
         || g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Round) round = user_data;
  FoyerSyncEngine *self = round->engine;
  const File *file = g_ptr_array_index (round->files, round->next);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foyer_sync_engine_get_file_finish (self, result, &error);

  if (error != NULL && is_hopeless (round, error))
    g_hash_table_add (self->prefetch.hopeless, g_strdup (file->id));
  if (is_given_up (round))
    return;
  if (error != NULL && (round->too_long || !is_hopeless (round, error))) {
    end_round (self, TRUE);
    if (round->too_long)
      foyer_sync_prefetch_rest (self);
    return;
  }
  round->next++;
  fetch_next (g_steal_pointer (&round));
}

static gboolean
is_wanted (FoyerSyncEngine *self, const File *file)
{
  g_autofree char *path = foyer_store_get_blob_path (self->store, file->id);

  return path == NULL && !g_hash_table_contains (self->prefetch.hopeless, file->id);
}

/* @round: (transfer full) */
static void
fetch_next (Round *round)
{
  g_autoptr (Round) owned = round;
  FoyerSyncEngine *self = round->engine;
  const File *file;

  while (round->next < round->files->len && !is_wanted (self, g_ptr_array_index (round->files, round->next)))
    round->next++;
  if (round->next == round->files->len || !may_fetch (self)) {
    end_round (self, round->next < round->files->len);
    return;
  }
  file = g_ptr_array_index (round->files, round->next);
  foyer_sync_engine_follow_file_async (self, file->id, file->type, on_progress, round, round->cancellable,
                                       on_fetched, g_steal_pointer (&owned));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Round) round = user_data;
  g_autoptr (GError) error = NULL;

  round->files = foyer_store_read_finish (FOYER_STORE (source), result, &error);
  if (is_given_up (round))
    return;
  if (round->files == NULL)
    end_round (round->engine, FALSE);
  else
    fetch_next (g_steal_pointer (&round));
}

static void
on_idle_for_long (gpointer user_data)
{
  FoyerSyncEngine *self = user_data;
  Round *round;
  gint64 now;

  self->prefetch.timer = 0;
  if (!may_fetch (self))
    return;
  self->prefetch.due = FALSE;
  self->prefetch.cancellable = g_cancellable_new ();
  round = g_new0 (Round, 1);
  round->engine = g_object_ref (self);
  round->cancellable = g_object_ref (self->prefetch.cancellable);
  now = foyer_sync_engine_get_server_now (self);
  foyer_store_read_async (self->store, list_in_reader, g_memdup2 (&now, sizeof now), g_free,
                          (GDestroyNotify) g_ptr_array_unref, round->cancellable, on_listed, round);
}

void
foyer_sync_prefetch_rest (FoyerSyncEngine *self)
{
  if (!self->prefetch.due || self->prefetch.cancellable != NULL || self->prefetch.timer != 0
      || !may_fetch (self))
    return;
  self->prefetch.timer = foyer_clock_add_timer (self->clock, IDLE_FOR, on_idle_for_long, self);
}

void
foyer_sync_prefetch_note (FoyerSyncEngine *self, FoyerChangeSet *changes)
{
  const FoyerRecordType *const types[]
      = { &foyer_message_type, &foyer_photo_type, &foyer_visit_type, &foyer_booking_type };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    self->prefetch.due |= foyer_change_set_get_ids (changes, types[i]) != NULL;
}

void
foyer_sync_prefetch_stop (FoyerSyncEngine *self)
{
  foyer_clock_clear_timer (self->clock, &self->prefetch.timer);
  if (self->prefetch.cancellable == NULL)
    return;
  g_cancellable_cancel (self->prefetch.cancellable);
  end_round (self, TRUE);
}
