/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fetched-picture.c - a picture from somewhere else, or why there is none */

#include "fetch/foyer-fetched-picture.h"

G_DEFINE_QUARK (foyer - fetch - error - quark, foyer_fetch_error)

const char *
foyer_fetch_error_type (FoyerFetchError code)
{
  switch (code) {
  case FOYER_FETCH_ERROR_ADDRESS:
    return "invalidAddress";
  case FOYER_FETCH_ERROR_UNREACHABLE:
    return "unreachable";
  case FOYER_FETCH_ERROR_ANSWER:
    return "noFile";
  case FOYER_FETCH_ERROR_SIZE:
    return "tooLarge";
  case FOYER_FETCH_ERROR_PICTURE:
    return "noPicture";
  case FOYER_FETCH_ERROR_LIMIT:
  default:
    return "rateLimit";
  }
}

FoyerFetchedPicture *
foyer_fetched_picture_new (const char *url, GBytes *bytes, GError *error)
{
  FoyerFetchedPicture *self = g_new0 (FoyerFetchedPicture, 1);

  self->url = g_strdup (url);
  self->bytes = bytes;
  self->error = error;
  return self;
}

void
foyer_fetched_picture_free (FoyerFetchedPicture *self)
{
  if (self == NULL)
    return;
  g_free (self->url);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}
