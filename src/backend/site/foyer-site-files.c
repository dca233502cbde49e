/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-files.c - files that come with a form, judged and kept with the record that names them; and files that go out */

#include "site/foyer-site-turn.h"

#include "blobs/foyer-blob-record.h"
#include "foyer-portal-attachment.h"
#include "foyer-raster.h"
#include "uploads/foyer-client-uploads.h"
#include "uploads/foyer-picture-clean.h"

static FoyerClientUploads
open_uploads (FoyerSiteTurn *turn)
{
  FoyerSiteContext *context = turn->context;

  return (FoyerClientUploads){ .database = context->database,
                               .files = context->files,
                               .organisation = turn->account->number,
                               .client_id = turn->session->client_id,
                               .now = turn->transaction->now,
                               .made = context->made };
}

guint
foyer_site_turn_count_files (FoyerSiteTurn *turn)
{
  return turn->request->form == NULL ? 0 : turn->request->form->files->len;
}

gboolean
foyer_site_turn_check_files (FoyerSiteTurn *turn, FoyerPageProblem *problem, GError **error)
{
  static const FoyerPageProblem problems[] = {
    [FOYER_UPLOAD_GOOD] = FOYER_PROBLEM_NONE,       [FOYER_UPLOAD_MANY] = FOYER_PROBLEM_FILES_MANY,
    [FOYER_UPLOAD_LONG] = FOYER_PROBLEM_FILE_LONG,  [FOYER_UPLOAD_EMPTY] = FOYER_PROBLEM_FILE_EMPTY,
    [FOYER_UPLOAD_KIND] = FOYER_PROBLEM_FILE_KIND,  [FOYER_UPLOAD_PICTURE] = FOYER_PROBLEM_FILE_PICTURE,
    [FOYER_UPLOAD_ROOM] = FOYER_PROBLEM_FILES_ROOM,
  };
  FoyerClientUploads uploads = open_uploads (turn);
  g_autoptr (GError) failure = NULL;

  *problem = turn->request->form == NULL ? FOYER_PROBLEM_NONE : problems[turn->request->form->problem];
  if (*problem != FOYER_PROBLEM_NONE || foyer_site_turn_count_files (turn) == 0
      || foyer_client_uploads_has_room (&uploads, turn->request->form->files, &failure))
    return TRUE;
  if (failure == NULL) {
    *problem = FOYER_PROBLEM_FILES_ROOM;
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

JsonArray *
foyer_site_turn_describe_files (FoyerSiteTurn *turn)
{
  return foyer_site_turn_count_files (turn) == 0 ? NULL
                                                 : foyer_client_uploads_describe (turn->request->form->files);
}

gboolean
foyer_site_turn_keep_files (FoyerSiteTurn *turn, JsonObject *record, GError **error)
{
  FoyerClientUploads uploads = open_uploads (turn);
  JsonArray *attachments;

  if (foyer_site_turn_count_files (turn) == 0)
    return TRUE;
  attachments = foyer_client_uploads_keep (&uploads, turn->request->form->files, error);
  if (attachments == NULL)
    return FALSE;
  json_object_set_array_member (record, "attachments", attachments);
  return TRUE;
}

GBytes *
foyer_site_turn_clean_file (GBytes *bytes)
{
  g_autoptr (GBytes) whole = bytes;
  GBytes *clean = foyer_picture_clean (whole);

  if (clean != NULL)
    return clean;
  return foyer_picture_may_tell_place (whole) ? NULL : g_steal_pointer (&whole);
}

FoyerHttpResponse *
foyer_site_turn_send_private (GBytes *bytes, const char *name)
{
  FoyerRaster raster;
  gboolean is_picture = foyer_raster_read (bytes, &raster);
  FoyerHttpResponse *response
      = foyer_http_response_new (200,
                                 is_picture ? foyer_raster_format_media_type (raster.format)
                                            : "application/octet-stream",
                                 g_bytes_ref (bytes));

  if (!is_picture)
    foyer_http_response_set_file_name (response, name == NULL ? "file" : name);
  foyer_http_response_set_header (response, "Cache-Control", "private, max-age=3600");
  return response;
}

/* --- Files of messages and requests --- */

static GBytes *
open_attachment (FoyerSiteTurn *turn,
                 const FoyerRecordType *type,
                 const char *id,
                 guint number,
                 char **name,
                 GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_source_get (turn->transaction->source, type, id, error);
  g_autofree char *blob = foyer_portal_attachment_find (record, number, name);

  return blob == NULL ? NULL
                      : foyer_blob_record_open (turn->context->database, turn->context->files,
                                                turn->account->number, type, id, blob, error);
}

/* Whoever sees the record gets its files; nobody gets one by knowing its hash (F07). */
FoyerHttpResponse *
foyer_site_send_attachment (FoyerSiteTurn *turn, GError **error)
{
  guint number = 0;
  g_autofree char *id = foyer_portal_attachment_read (turn->argument, &number);
  const FoyerRecordType *type = foyer_portal_attachment_holder (id);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;

  if (type != NULL
      && !foyer_portal_view_add_record (turn->view, turn->transaction->source, &turn->viewer, turn->settings,
                                        type, id, turn->transaction->now, error))
    return NULL;
  if (type != NULL && foyer_portal_view_get_record (turn->view, type, id) != NULL)
    bytes = open_attachment (turn, type, id, number, &name, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (bytes != NULL)
    bytes = foyer_site_turn_clean_file (g_steal_pointer (&bytes));
  if (bytes == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  return foyer_site_turn_send_private (bytes, name);
}
