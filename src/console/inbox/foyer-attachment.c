/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-attachment.c - one file of a message, here or at the server */

#include "foyer-attachment.h"

#include "foyer-error-text.h"

#include "foyer-json.h"
#include "foyer-store-blobs.h"

#include <glib/gi18n-lib.h>

/* A photo of this size is shown without being asked for; longer ones wait until somebody opens them. */
#define UNASKED_BYTES (8 * 1024 * 1024)

#define PICTURE_WIDTH 240
#define PICTURE_HEIGHT 160

struct _FoyerAttachment {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk;
  char *blob_id;
  char *name;
  char *media_type;
  gint64 size;

  /* State. */
  GdkPaintable *picture; /* (nullable) */
  char *said;            /* (nullable) */
  gboolean busy;
  gint64 fetched;            /* bytes of it that are here while it is fetched */
  GCancellable *cancellable; /* (nullable): of what is being done */
  gboolean looked;           /* whether the picture was asked for */
};

G_DEFINE_FINAL_TYPE (FoyerAttachment, foyer_attachment, G_TYPE_OBJECT)

enum {
  PROP_NAME = 1,
  PROP_CAPTION,
  PROP_PICTURE,
  PROP_BUSY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (FoyerAttachment *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
set_busy (FoyerAttachment *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  self->fetched = 0;
  notify (self, PROP_BUSY);
  notify (self, PROP_CAPTION);
}

static char *
find_path (FoyerAttachment *self)
{
  return foyer_store_get_blob_path (foyer_desk_get_store (self->desk), self->blob_id);
}

static char *
write_caption (FoyerAttachment *self)
{
  g_autofree char *size = g_format_size ((guint64) MAX (self->size, 0));
  g_autofree char *path = find_path (self);

  if (self->busy && self->fetched > 0) {
    g_autofree char *fetched = g_format_size ((guint64) self->fetched);

    /* Translators: how much of how much: "Fetching… 4.2 MB of 18.0 MB" */
    return g_strdup_printf (_ ("Fetching… %s of %s"), fetched, size);
  }
  if (self->busy)
    return g_strdup_printf ("%s · %s", size, _ ("Fetching…"));
  if (self->said != NULL)
    return g_strdup_printf ("%s · %s", size, self->said);
  if (path == NULL && !foyer_desk_is_online (self->desk))
    return g_strdup_printf ("%s · %s", size, _ ("Not on this computer yet"));
  return g_steal_pointer (&size);
}

/* --- The picture --- */

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAttachment) self = user_data;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream_finish (result, NULL);

  /* What is no picture is a file like others. */
  if (pixbuf == NULL)
    return;
  g_set_object (&self->picture, GDK_PAINTABLE (gdk_texture_new_for_pixbuf (pixbuf)));
  g_object_unref (self->picture);
  notify (self, PROP_PICTURE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAttachment) self = user_data;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, NULL);

  if (stream != NULL)
    gdk_pixbuf_new_from_stream_at_scale_async (G_INPUT_STREAM (stream), PICTURE_WIDTH, PICTURE_HEIGHT, TRUE,
                                               NULL, on_decoded, g_object_ref (self));
}

static void
decode (FoyerAttachment *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_read_async (file, G_PRIORITY_LOW, NULL, on_read, g_object_ref (self));
}

/* A picture that nobody asked for and that does not come is no news: the file can still be opened. */
static void
on_picture_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAttachment) self = user_data;
  g_autofree char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, NULL);

  self->looked = path != NULL;
  notify (self, PROP_CAPTION);
  if (path != NULL)
    decode (self, path);
}

static gboolean
is_photo (FoyerAttachment *self)
{
  return g_strcmp0 (self->media_type, "image/jpeg") == 0 || g_strcmp0 (self->media_type, "image/png") == 0;
}

void
foyer_attachment_look (FoyerAttachment *self)
{
  g_autofree char *path = NULL;
  FoyerSyncEngine *engine;

  g_return_if_fail (FOYER_IS_ATTACHMENT (self));

  if (self->looked || !is_photo (self))
    return;
  path = find_path (self);
  engine = foyer_desk_get_engine (self->desk);
  if (path != NULL) {
    self->looked = TRUE;
    decode (self, path);
  } else if (engine != NULL && foyer_desk_is_online (self->desk) && self->size <= UNASKED_BYTES) {
    self->looked = TRUE;
    foyer_sync_engine_get_file_async (engine, self->blob_id, self->media_type, NULL, on_picture_ready,
                                      g_object_ref (self));
  }
}

/* --- Fetching and copying --- */

static void
give_up (FoyerAttachment *self, GTask *task, GError *error)
{
  g_autofree char *sentence = foyer_error_describe (error);

  set_busy (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foyer_attachment_say (self, sentence);
  g_task_return_error (task, error);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FoyerAttachment *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!g_file_copy_finish (G_FILE (source), result, &error)) {
    give_up (self, task, error);
    return;
  }
  set_busy (self, FALSE);
  foyer_attachment_say (self, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
copy (FoyerAttachment *self, const char *path, GTask *task)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_copy_async (file, g_task_get_task_data (task),
                     G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, G_PRIORITY_DEFAULT,
                     g_task_get_cancellable (task), NULL, NULL, on_copied, g_object_ref (task));
}

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FoyerAttachment *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *path = foyer_sync_engine_get_file_finish (FOYER_SYNC_ENGINE (source), result, &error);

  if (path == NULL) {
    give_up (self, task, error);
    return;
  }
  foyer_attachment_look (self);
  copy (self, path, task);
}

static void
on_progress (goffset here, goffset total, gpointer user_data)
{
  FoyerAttachment *self = user_data;

  self->fetched = here;
  notify (self, PROP_CAPTION);
}

void
foyer_attachment_save_async (FoyerAttachment *self,
                             GFile *target,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *path = NULL;
  FoyerSyncEngine *engine;

  g_return_if_fail (FOYER_IS_ATTACHMENT (self));
  g_return_if_fail (G_IS_FILE (target));

  g_set_object (&self->cancellable, cancellable);
  g_task_set_source_tag (task, foyer_attachment_save_async);
  g_task_set_task_data (task, g_object_ref (target), g_object_unref);
  path = find_path (self);
  engine = foyer_desk_get_engine (self->desk);
  if (path != NULL) {
    set_busy (self, TRUE);
    copy (self, path, task);
  } else if (engine == NULL || !foyer_desk_is_online (self->desk)) {
    give_up (self, task,
             g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                                  _ ("Only the server has it, and it cannot be reached now.")));
  } else {
    set_busy (self, TRUE);
    foyer_sync_engine_follow_file_async (engine, self->blob_id, self->media_type, on_progress, self,
                                         cancellable, on_file_ready, g_object_ref (task));
  }
}

void
foyer_attachment_cancel (FoyerAttachment *self)
{
  g_return_if_fail (FOYER_IS_ATTACHMENT (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

gboolean
foyer_attachment_save_finish (FoyerAttachment *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Names come from outside: one part of a path, that does not hide. */
static char *
make_plain_name (const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\", '_');

  return *plain == '.' || *plain == '\0' ? g_strconcat ("_", plain, NULL) : g_steal_pointer (&plain);
}

GFile *
foyer_attachment_make_file_to_open (FoyerAttachment *self)
{
  g_autofree char *name = NULL;
  g_autofree char *blob = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (FOYER_IS_ATTACHMENT (self), NULL);

  name = make_plain_name (self->name);
  blob = make_plain_name (self->blob_id);
  folder = g_build_filename (g_get_user_runtime_dir (), "foyer", blob, NULL);
  g_mkdir_with_parents (folder, 0700);
  return g_file_new_build_filename (folder, name, NULL);
}

void
foyer_attachment_say (FoyerAttachment *self, const char *sentence)
{
  g_return_if_fail (FOYER_IS_ATTACHMENT (self));

  g_free (self->said);
  self->said = g_strdup (sentence);
  notify (self, PROP_CAPTION);
}

const char *
foyer_attachment_get_name (FoyerAttachment *self)
{
  g_return_val_if_fail (FOYER_IS_ATTACHMENT (self), NULL);

  return self->name;
}

static void
foyer_attachment_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerAttachment *self = FOYER_ATTACHMENT (object);

  switch (id) {
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_CAPTION:
    g_value_take_string (value, write_caption (self));
    break;
  case PROP_PICTURE:
    g_value_set_object (value, self->picture);
    break;
  case PROP_BUSY:
    g_value_set_boolean (value, self->busy);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_attachment_finalize (GObject *object)
{
  FoyerAttachment *self = FOYER_ATTACHMENT (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->picture);
  g_clear_object (&self->cancellable);
  g_free (self->blob_id);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->said);
  G_OBJECT_CLASS (foyer_attachment_parent_class)->finalize (object);
}

static void
foyer_attachment_class_init (FoyerAttachmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_attachment_get_property;
  object_class->finalize = foyer_attachment_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  properties[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GDK_TYPE_PAINTABLE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_attachment_init (FoyerAttachment *self)
{
}

static void
on_notify_online (FoyerAttachment *self)
{
  notify (self, PROP_CAPTION);
}

FoyerAttachment *
foyer_attachment_new (FoyerDesk *desk, JsonObject *json)
{
  FoyerAttachment *self = g_object_new (FOYER_TYPE_ATTACHMENT, NULL);
  const char *blob_id = foyer_json_object_text (json, "blobId");
  const char *name = foyer_json_object_text (json, "name");

  self->desk = g_object_ref (desk);
  self->blob_id = g_strdup (blob_id == NULL ? "" : blob_id);
  self->name = g_strdup (name == NULL ? _ ("File") : name);
  self->media_type = g_strdup (foyer_json_object_text (json, "mediaType"));
  self->size = json_object_get_int_member_with_default (json, "size", 0);
  g_signal_connect_object (desk, "notify::online", G_CALLBACK (on_notify_online), self, G_CONNECT_SWAPPED);
  return self;
}
