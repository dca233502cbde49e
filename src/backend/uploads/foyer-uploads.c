/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-uploads.c - from the bytes of a form to files that can be kept */

#include "uploads/foyer-uploads.h"

#include "foyer-raster.h"
#include "uploads/foyer-picture.h"
#include "uploads/foyer-upload-file.h"
#include "uploads/foyer-upload-look.h"
#include "uploads/foyer-upload-parts.h"

#include <string.h>

/* For all pictures of a form together, and for one. */
#define MOST_SECONDS 30
#define MOST_SECONDS_EACH 15

gboolean
foyer_uploads_is_form (const FoyerHttpRequest *request)
{
  const char *type = foyer_http_request_header (request, "content-type");
  gsize length = type == NULL ? 0 : strcspn (type, "; ");

  return strcmp (request->method, "POST") == 0 && length == strlen (FOYER_UPLOAD_TYPE)
         && g_ascii_strncasecmp (type, FOYER_UPLOAD_TYPE, length) == 0;
}

static FoyerUploadProblem
draw_anew (FoyerUploadFile *file, const char *program, gint64 seconds)
{
  g_autoptr (GError) error = NULL;
  GBytes *drawn;
  FoyerRaster raster;

  if (seconds < 1)
    return FOYER_UPLOAD_PICTURE;
  drawn = foyer_picture_draw_anew (program, file->bytes, (guint) MIN (seconds, MOST_SECONDS_EACH), &error);
  if (drawn == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
      g_warning ("Pictures cannot be taken: %s", error->message);
    return FOYER_UPLOAD_PICTURE;
  }
  g_bytes_unref (file->bytes);
  file->bytes = drawn;
  foyer_raster_read (drawn, &raster);
  file->media_type = foyer_raster_format_media_type (raster.format);
  return FOYER_UPLOAD_GOOD;
}

static FoyerUploadProblem
judge (FoyerUploadFile *file, const char *program, gint64 seconds)
{
  g_autofree char *name = NULL;

  if (g_bytes_get_size (file->bytes) > FOYER_UPLOAD_LONGEST_FILE)
    return FOYER_UPLOAD_LONG;
  if (g_bytes_get_size (file->bytes) == 0)
    return FOYER_UPLOAD_EMPTY;
  file->media_type = foyer_upload_file_tell (file->bytes);
  if (file->media_type == NULL)
    return FOYER_UPLOAD_KIND;
  if (g_str_has_prefix (file->media_type, "image/")) {
    FoyerUploadProblem problem = draw_anew (file, program, seconds);

    if (problem != FOYER_UPLOAD_GOOD)
      return problem;
  }
  name = foyer_upload_file_fit_name (file->name, file->media_type);
  g_free (file->name);
  file->name = g_steal_pointer (&name);
  return FOYER_UPLOAD_GOOD;
}

FoyerUploadForm *
foyer_uploads_read (const FoyerHttpRequest *request, const char *program, FoyerClock *clock)
{
  const char *type = foyer_http_request_header (request, "content-type");
  guint status = foyer_upload_look (type, request->body);
  gint64 end = foyer_clock_monotonic (clock) + MOST_SECONDS * (gint64) G_USEC_PER_SEC;
  FoyerUploadForm *form;

  if (status != 200) {
    form = foyer_upload_form_new ();
    form->status = status;
    return form;
  }
  form = foyer_upload_parts_read (type, request->body);
  for (guint i = 0; i < form->files->len; i++) {
    gint64 left = (end - foyer_clock_monotonic (clock)) / G_USEC_PER_SEC;
    FoyerUploadProblem problem = judge (form->files->pdata[i], program, left);

    if (problem != FOYER_UPLOAD_GOOD)
      foyer_upload_form_set_problem (form, problem);
  }
  return form;
}
