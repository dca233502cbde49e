/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-files.c - fetches what a page shows and this computer has not */

#include "foyer-preview-files.h"

#include "foyer-back-off.h"
#include "foyer-sync-error.h"

struct _FoyerPreviewFiles {
  GObject parent_instance;

  FoyerDesk *desk; /* (nullable) (not owned): %NULL once it has stopped */
  GCancellable *cancellable;

  /* State. */
  GHashTable *wanted; /* (element-type utf8): also what came or cannot be had */
  GPtrArray *late;    /* (element-type utf8): what could not be had yet */
  guint under_way;
  gboolean has_come; /* anything, since it was told */
  guint attempts;    /* that brought nothing */
  guint retry;       /* a timer, 0 for none */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewFiles, foyer_preview_files, G_TYPE_OBJECT)

static guint came_signal;

typedef struct {
  FoyerPreviewFiles *files;
  char *blob_id;
} Fetch;

/* The way to the server was at fault, or the server has no time: the file may be there. */
static gboolean
may_come_later (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE)
         || g_error_matches (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT)
         || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SIGN_IN)
         || g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BUSY);
}

static void fetch_late (FoyerPreviewFiles *self);

static void
on_retry (gpointer user_data)
{
  FoyerPreviewFiles *self = user_data;

  self->retry = 0;
  fetch_late (self);
}

/* Without a way to the server nothing is tried before there is one. */
static void
try_again_later (FoyerPreviewFiles *self)
{
  FoyerClock *clock = foyer_desk_get_clock (self->desk);
  FoyerRandom *random = foyer_store_get_random (foyer_desk_get_store (self->desk));

  if (self->retry == 0 && foyer_desk_is_online (self->desk))
    self->retry
        = foyer_clock_add_timer (clock, foyer_back_off_delay (random, ++self->attempts), on_retry, self);
}

static void
take_failure (FoyerPreviewFiles *self, const char *blob_id, const GError *error)
{
  g_message ("A file of a page could not be had: %s", error->message);
  if (!may_come_later (error))
    return;
  g_ptr_array_add (self->late, g_strdup (blob_id));
  try_again_later (self);
}

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Fetch *fetch = user_data;
  g_autoptr (FoyerPreviewFiles) self = fetch->files;
  g_autofree char *blob_id = fetch->blob_id;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, &error);

  self->under_way--;
  if (self->desk == NULL)
    return;
  if (path == NULL) {
    take_failure (self, blob_id, error);
  } else {
    self->has_come = TRUE;
    self->attempts = 0;
  }
  if (self->under_way > 0 || !self->has_come)
    return;
  self->has_come = FALSE;
  g_signal_emit (self, came_signal, 0);
}

static void
fetch_file (FoyerPreviewFiles *self, const char *blob_id)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->files = g_object_ref (self);
  fetch->blob_id = g_strdup (blob_id);
  self->under_way++;
  foyer_sync_engine_get_file_async (foyer_desk_get_engine (self->desk), blob_id, "application/octet-stream",
                                    self->cancellable, on_file_ready, fetch);
}

static gboolean
can_fetch (FoyerPreviewFiles *self)
{
  return foyer_desk_get_engine (self->desk) != NULL && foyer_desk_is_online (self->desk);
}

static void
fetch_late (FoyerPreviewFiles *self)
{
  g_autoptr (GPtrArray) late = NULL;

  if (!can_fetch (self))
    return;
  late = g_steal_pointer (&self->late);
  self->late = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < late->len; i++)
    fetch_file (self, late->pdata[i]);
}

void
foyer_preview_files_want (FoyerPreviewFiles *self, const char *blob_id)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FILES (self) && blob_id != NULL);

  if (self->desk == NULL || !g_hash_table_add (self->wanted, g_strdup (blob_id)))
    return;
  if (can_fetch (self))
    fetch_file (self, blob_id);
  else
    g_ptr_array_add (self->late, g_strdup (blob_id));
}

void
foyer_preview_files_stop (FoyerPreviewFiles *self)
{
  g_return_if_fail (FOYER_IS_PREVIEW_FILES (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  foyer_clock_clear_timer (foyer_desk_get_clock (self->desk), &self->retry);
  self->desk = NULL;
}

static void
foyer_preview_files_finalize (GObject *object)
{
  FoyerPreviewFiles *self = FOYER_PREVIEW_FILES (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->wanted);
  g_ptr_array_unref (self->late);
  G_OBJECT_CLASS (foyer_preview_files_parent_class)->finalize (object);
}

static void
foyer_preview_files_class_init (FoyerPreviewFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_preview_files_finalize;
  came_signal = g_signal_new ("came", FOYER_TYPE_PREVIEW_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
foyer_preview_files_init (FoyerPreviewFiles *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->late = g_ptr_array_new_with_free_func (g_free);
}

FoyerPreviewFiles *
foyer_preview_files_new (FoyerDesk *desk)
{
  FoyerPreviewFiles *self = g_object_new (FOYER_TYPE_PREVIEW_FILES, NULL);

  self->desk = desk;
  g_signal_connect_object (desk, "notify::online", G_CALLBACK (fetch_late), self, G_CONNECT_SWAPPED);
  return self;
}
