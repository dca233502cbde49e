/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-record.c - the photos and files that pages about records show */

#include "site/foyer-site-turn.h"

#include "blobs/foyer-blob-record.h"
#include "foyer-raster.h"
#include "types/document.h"
#include "types/photo.h"

/* What is private is kept by the one browser that asked, and by nothing on the way there. */
#define PRIVATE "private, max-age=3600"

static GBytes *
open_photo (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (FoyerRecord) photo
      = foyer_record_source_get (turn->transaction->source, &foyer_photo_type, turn->argument, error);

  if (photo == NULL)
    return NULL;
  return foyer_blob_record_open (turn->context->database, turn->context->files, turn->account->number,
                                 &foyer_photo_type, turn->argument, foyer_photo_get_blob_id (photo), error);
}

/* What its bytes say that it is decides how it is sent, never what a record says; what is no picture is not sent. */
FoyerHttpResponse *
foyer_site_send_photo (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  FoyerRaster raster;
  FoyerHttpResponse *response;

  if (!foyer_site_turn_add_record (turn, &foyer_photo_type, error))
    return NULL;
  if (foyer_portal_view_get_record (turn->view, &foyer_photo_type, turn->argument) != NULL)
    bytes = open_photo (turn, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (bytes != NULL)
    bytes = foyer_site_turn_clean_file (g_steal_pointer (&bytes));
  if (bytes == NULL || !foyer_raster_read (bytes, &raster))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);

  response = foyer_http_response_new (200, foyer_raster_format_media_type (raster.format),
                                      g_steal_pointer (&bytes));
  foyer_http_response_set_header (response, "Cache-Control", PRIVATE);
  return response;
}

GBytes *
foyer_site_turn_open_document (FoyerSiteTurn *turn, char **name, GError **error)
{
  g_autoptr (FoyerRecord) document
      = foyer_record_source_get (turn->transaction->source, &foyer_document_type, turn->argument, error);
  const char *file_name;

  *name = NULL;
  if (document == NULL)
    return NULL;
  file_name = foyer_document_get_file_name (document);
  *name = g_strdup (file_name != NULL ? file_name : foyer_document_get_title (document));
  return foyer_blob_record_open (turn->context->database, turn->context->files, turn->account->number,
                                 &foyer_document_type, turn->argument, foyer_document_get_blob_id (document),
                                 error);
}

/* Whatever it is, it is to be saved and never to be run on our site. */
FoyerHttpResponse *
foyer_site_send_document (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  FoyerHttpResponse *response;

  if (!foyer_site_turn_add_record (turn, &foyer_document_type, error))
    return NULL;
  if (foyer_portal_view_get_record (turn->view, &foyer_document_type, turn->argument) != NULL)
    bytes = foyer_site_turn_open_document (turn, &name, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (bytes != NULL)
    bytes = foyer_site_turn_clean_file (g_steal_pointer (&bytes));
  if (bytes == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);

  response = foyer_http_response_new (200, "application/octet-stream", g_steal_pointer (&bytes));
  foyer_http_response_set_file_name (response, name);
  foyer_http_response_set_header (response, "Cache-Control", PRIVATE);
  return response;
}
