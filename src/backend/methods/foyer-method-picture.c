/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-picture.c - Picture/fetch: a picture from elsewhere becomes a blob (003-14) */

#include "methods/foyer-methods.h"

#include "fetch/foyer-picture-fetch.h"
#include "foyer-json.h"
#include "foyer-raster.h"

static JsonObject *
refuse (JsonObject **error, const GError *why)
{
  return foyer_method_refuse (error, foyer_fetch_error_type ((FoyerFetchError) why->code), why->message);
}

static JsonObject *
keep (FoyerMethodContext *context, GBytes *bytes, JsonObject **error)
{
  gint64 size = (gint64) g_bytes_get_size (bytes);
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;
  JsonObject *answer;
  FoyerRaster raster;

  if (!foyer_blobs_has_room (context->blobs, size))
    return foyer_method_refuse (error, "overQuota", "Too much was uploaded and not used");
  id = foyer_blobs_keep (context->blobs, bytes, &failure);
  if (id == NULL || !foyer_raster_read (bytes, &raster))
    return foyer_method_fail (error, failure);
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "blobId", id);
  json_object_set_string_member (answer, "type", foyer_raster_format_media_type (raster.format));
  json_object_set_int_member (answer, "size", size);
  return answer;
}

/* It was fetched before this request came to its lane, if whoever sent it may. */
JsonObject *
foyer_method_fetch_picture (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  const FoyerFetchedPicture *fetched = context->fetched;
  const char *url = foyer_json_object_text (arguments, "url");
  g_autoptr (GError) failure = NULL;

  if (url == NULL)
    return foyer_method_refuse (error, "invalidArguments", "url must be a string");
  if (!foyer_blobs_may_upload (context->blobs))
    return foyer_method_refuse (error, "forbidden", "A viewer can look but not change anything");
  if (!foyer_picture_fetch_check (url, &failure))
    return refuse (error, failure);
  if (fetched == NULL || g_strcmp0 (fetched->url, url) != 0)
    return foyer_method_refuse (error, "invalidArguments",
                                "A request may ask for one picture, by its address");
  return fetched->bytes == NULL ? refuse (error, fetched->error) : keep (context, fetched->bytes, error);
}
