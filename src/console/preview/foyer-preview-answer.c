/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-answer.c - the bytes that stand at an address of the portal, made from the records that are here */

#include "foyer-preview-answer.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-page-difference.h"
#include "foyer-portal-attachment.h"
#include "foyer-portal-look.h"
#include "foyer-raster.h"
#include "foyer-settings.h"
#include "foyer-store-snapshot.h"
#include "types/photo.h"
#include "types/portal_settings.h"

#include <string.h>

typedef struct {
  FoyerStore *store; /* (not owned): it runs the job */
  FoyerPreviewScene *scene;
  char *address;
  gint64 now;
  FoyerPortalViewer viewer;
  char *missing; /* (nullable) */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  foyer_preview_scene_free (job->scene);
  g_free (job->address);
  g_free (job->missing);
  g_free (job);
}

static void
clear_answer (gpointer data)
{
  FoyerPreviewAnswer *self = data;

  g_free (self->content_type);
  g_free (self->missing);
  g_clear_pointer (&self->scene, foyer_preview_scene_free);
  g_free (self->address);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->view, json_object_unref);
  g_free (self->view_hash);
  g_free (self->page_hash);
  g_clear_pointer (&self->states, json_object_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
}

FoyerPreviewAnswer *
foyer_preview_answer_ref (FoyerPreviewAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
foyer_preview_answer_unref (FoyerPreviewAnswer *self)
{
  g_atomic_rc_box_release_full (self, clear_answer);
}

static FoyerPreviewAnswer *
make_answer (guint status, const char *content_type, GBytes *bytes)
{
  FoyerPreviewAnswer *self = g_atomic_rc_box_new0 (FoyerPreviewAnswer);

  self->status = status;
  self->content_type = g_strdup (content_type);
  self->bytes = bytes == NULL ? NULL : g_bytes_ref (bytes);
  return self;
}

/* --- Circumstances --- */

/* @draft: (nullable) */
static FoyerRecord *
read_settings (FoyerRecordSource *source, JsonObject *draft, gint64 *version, GError **error)
{
  g_autoptr (FoyerRecord) published = foyer_settings_get (source, error);

  if (published == NULL)
    return NULL;
  *version = foyer_portal_settings_get_version (published);
  return draft == NULL ? g_steal_pointer (&published)
                       : foyer_preview_draft_settings (draft, published, error);
}

static GBytes *
open_picture (const char *blob_id, gpointer data)
{
  Job *job = data;
  GBytes *bytes = foyer_store_snapshot_open_blob (job->store, blob_id);

  if (bytes == NULL && job->missing == NULL)
    job->missing = g_strdup (blob_id);
  return bytes;
}

static FoyerPortalLook
make_look (FoyerRecordSource *source, Job *job, FoyerRecord *settings)
{
  job->viewer = (FoyerPortalViewer){ .client_id = job->scene->client_id,
                                     .person_id = job->scene->person_id,
                                     .link_id = job->scene->link_id,
                                     .scopes = FOYER_ALL_SCOPES,
                                     .permissions = FOYER_ALL_PERMISSIONS };
  return (FoyerPortalLook){ .source = source,
                            .viewer = &job->viewer,
                            .settings = settings,
                            .now = job->scene->moment != 0 ? job->scene->moment : job->now,
                            .is_masked = job->scene->is_masked,
                            .open_picture = open_picture,
                            .data = job };
}

/* --- Files --- */

/* `PREFIX ID` of an address; NULL if it is none. */
static char *
read_id (const char *address, const char *prefix)
{
  return g_str_has_prefix (address, prefix)
             ? g_strndup (address + strlen (prefix), strcspn (address + strlen (prefix), "/?#"))
             : NULL;
}

/* A picture that is shown, a file that would be saved, or nothing if it is not here. */
static FoyerPreviewAnswer *
answer_blob (Job *job, const char *blob_id)
{
  g_autoptr (GBytes) bytes = blob_id == NULL ? NULL : foyer_store_snapshot_open_blob (job->store, blob_id);
  FoyerRaster raster;

  if (bytes == NULL) {
    FoyerPreviewAnswer *answer = make_answer (404, "text/plain", NULL);

    answer->missing = g_strdup (blob_id);
    return answer;
  }
  if (!foyer_raster_read (bytes, &raster))
    return make_answer (200, "application/octet-stream", NULL);
  return make_answer (200, foyer_raster_format_media_type (raster.format), bytes);
}

/* Whether this viewer sees the record that has the file: a preview gives nobody more than the portal does. */
static gboolean
find_holder (const FoyerPortalLook *look,
             JsonObject *view,
             const FoyerRecordType *type,
             const char *id,
             FoyerRecord **record,
             GError **error)
{
  if (!foyer_portal_view_add_record (view, look->source, look->viewer, look->settings, type, id, look->now,
                                     error))
    return FALSE;
  if (foyer_portal_view_get_record (view, type, id) == NULL)
    return TRUE;
  return foyer_record_source_look_up (look->source, type, id, record, error);
}

static FoyerPreviewAnswer *
answer_photo (const FoyerPortalLook *look, JsonObject *view, Job *job, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) photo = NULL;

  if (!find_holder (look, view, &foyer_photo_type, id, &photo, error))
    return NULL;
  return answer_blob (job, photo == NULL ? NULL : foyer_photo_get_blob_id (photo));
}

static FoyerPreviewAnswer *
answer_attachment (const FoyerPortalLook *look, JsonObject *view, Job *job, const char *name, GError **error)
{
  guint number = 0;
  g_autofree char *id = foyer_portal_attachment_read (name, &number);
  const FoyerRecordType *type = foyer_portal_attachment_holder (id);
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *blob = NULL;

  if (type != NULL && !find_holder (look, view, type, id, &record, error))
    return NULL;
  blob = foyer_portal_attachment_find (record, number, NULL);
  return answer_blob (job, blob);
}

static FoyerPreviewAnswer *
answer_static (const FoyerPortalLook *look, JsonObject *view, Job *job)
{
  const char *content_type = "text/plain";
  g_autoptr (GBytes) bytes = foyer_portal_look_file (look, view, job->address, &content_type);
  g_autoptr (GBytes) forced = NULL;

  if (bytes == NULL)
    return make_answer (404, content_type, NULL);
  if (!g_str_has_prefix (content_type, "text/css"))
    return make_answer (200, content_type, bytes);
  forced = foyer_brand_force (bytes, job->scene->mode);
  return make_answer (200, content_type, forced);
}

/* Prints and documents are saved by a browser; nothing is made of them here. */
static gboolean
is_saved (const char *address)
{
  gsize length = strcspn (address, "?#");
  g_autofree char *path = g_strndup (address, length);

  return g_str_has_suffix (path, "/pdf") || g_str_has_suffix (path, "/file")
         || g_str_has_suffix (path, "/calendar");
}

/* NULL without an error if it is no file. */
static FoyerPreviewAnswer *
answer_file (const FoyerPortalLook *look, Job *job, GError **error)
{
  g_autofree char *photo_id = read_id (job->address, "/photos/");
  g_autofree char *attachment_id = read_id (job->address, "/attachments/");
  gboolean is_static = g_str_has_prefix (job->address, "/static/");
  g_autoptr (JsonObject) view = NULL;

  if (is_saved (job->address))
    return make_answer (200, "application/octet-stream", NULL);
  if (photo_id == NULL && attachment_id == NULL && !is_static)
    return NULL;
  /* What a photo shows cannot be made unreadable in part. */
  if (job->scene->is_masked && !is_static)
    return make_answer (404, "text/plain", NULL);
  view = foyer_portal_look_view (look, FOYER_VIEW_NO_LISTS, error);
  if (view == NULL)
    return NULL;
  if (photo_id != NULL)
    return answer_photo (look, view, job, photo_id, error);
  if (attachment_id != NULL)
    return answer_attachment (look, view, job, attachment_id, error);
  return answer_static (look, view, job);
}

/* --- Pages --- */

static gboolean
add_snapshot (FoyerPreviewAnswer *answer, Job *job, GError **error)
{
  answer->states = foyer_store_snapshot_get_states (job->store, error);
  return answer->states != NULL && foyer_store_snapshot_has_pending (job->store, &answer->has_pending, error);
}

/* The page under the settings beside, and in what the two differ. */
static gboolean
mark_differences (const FoyerPortalLook *look, Job *job, FoyerPreviewAnswer *answer, GError **error)
{
  gboolean is_published = job->scene->draft == NULL;
  gint64 version;
  g_autoptr (FoyerRecord) settings = read_settings (look->source, job->scene->beside, &version, error);
  FoyerPortalLook other = *look;
  g_autoptr (JsonObject) view = NULL;
  g_autoptr (FoyerPortalPage) page = NULL;
  g_autoptr (GBytes) unmarked = g_steal_pointer (&answer->bytes);
  g_autoptr (GBytes) beside = NULL;

  if (settings == NULL)
    return FALSE;
  other.settings = settings;
  page = foyer_portal_look_page (&other, job->address, &view, NULL, error);
  if (page == NULL)
    return FALSE;
  beside = foyer_brand_force (foyer_portal_page_get_bytes (page), job->scene->mode);
  answer->differences
      = is_published ? foyer_page_differences (unmarked, beside) : foyer_page_differences (beside, unmarked);
  answer->bytes = foyer_page_mark (unmarked, answer->differences, is_published);
  return TRUE;
}

static FoyerPreviewAnswer *
answer_page (const FoyerPortalLook *look, Job *job, gint64 version, GError **error)
{
  gint64 began = foyer_clock_monotonic (foyer_store_get_clock (job->store));
  g_autoptr (JsonObject) view = NULL;
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page = foyer_portal_look_page (look, job->address, &view, &made, error);
  g_autoptr (GBytes) shown = NULL;
  g_autoptr (FoyerPreviewAnswer) answer = NULL;

  if (page == NULL)
    return NULL;
  shown = foyer_brand_force (foyer_portal_page_get_bytes (page), job->scene->mode);
  answer = make_answer (foyer_page_status (made), "text/html; charset=utf-8", shown);
  answer->took = foyer_clock_monotonic (foyer_store_get_clock (job->store)) - began;
  answer->is_page = TRUE;
  answer->made = made;
  answer->scene = foyer_preview_scene_copy (job->scene);
  answer->address = g_strdup (job->address);
  answer->view_hash = foyer_json_hash (view);
  answer->page_hash = foyer_portal_page_hash (page);
  answer->view = g_steal_pointer (&view);
  answer->settings_version = version;
  answer->moment = look->now;
  answer->missing = g_steal_pointer (&job->missing);
  if (job->scene->has_beside && !mark_differences (look, job, answer, error))
    return NULL;
  return add_snapshot (answer, job, error) ? g_steal_pointer (&answer) : NULL;
}

static gpointer
answer_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Job *job = user_data;
  gint64 version = 0;
  g_autoptr (FoyerRecord) settings = read_settings (source, job->scene->draft, &version, error);
  g_autoptr (GError) failure = NULL;
  FoyerPortalLook look;
  FoyerPreviewAnswer *answer;

  if (settings == NULL)
    return NULL;
  look = make_look (source, job, settings);
  answer = answer_file (&look, job, &failure);
  if (answer != NULL || failure != NULL) {
    if (failure != NULL)
      g_propagate_error (error, g_steal_pointer (&failure));
    return answer;
  }
  return answer_page (&look, job, version, error);
}

void
foyer_preview_answer_async (FoyerStore *store,
                            const FoyerPreviewScene *scene,
                            const char *address,
                            gint64 now,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->store = store;
  job->scene = foyer_preview_scene_copy (scene);
  job->address = g_strdup (address);
  job->now = now;
  foyer_store_read_async (store, answer_in_worker, job, free_job, (GDestroyNotify) foyer_preview_answer_unref,
                          cancellable, callback, user_data);
}

FoyerPreviewAnswer *
foyer_preview_answer_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}
