/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_FETCH_ERROR (foyer_fetch_error_quark ())

/**
 * FoyerFetchError:
 * @FOYER_FETCH_ERROR_ADDRESS: no address from which pictures are fetched
 * @FOYER_FETCH_ERROR_UNREACHABLE: nobody is there, nobody may be asked there, or they do not prove who they are: which of these is not told
 * @FOYER_FETCH_ERROR_ANSWER: there is something there, and no file by this name
 * @FOYER_FETCH_ERROR_SIZE: it is too large
 * @FOYER_FETCH_ERROR_PICTURE: it is no picture that we draw
 * @FOYER_FETCH_ERROR_LIMIT: too many were fetched lately
 *
 * Why there is no picture. The message is a sentence for the person who asked.
 */
typedef enum {
  FOYER_FETCH_ERROR_ADDRESS,
  FOYER_FETCH_ERROR_UNREACHABLE,
  FOYER_FETCH_ERROR_ANSWER,
  FOYER_FETCH_ERROR_SIZE,
  FOYER_FETCH_ERROR_PICTURE,
  FOYER_FETCH_ERROR_LIMIT,
} FoyerFetchError;

GQuark foyer_fetch_error_quark (void);

/**
 * foyer_fetch_error_type:
 *
 * Returns: the name of @code in the protocol
 */
const char *foyer_fetch_error_type (FoyerFetchError code);

/**
 * FoyerFetchedPicture:
 * @url: what was asked for
 * @bytes: (nullable): the picture, drawn anew
 * @error: (nullable): why there is none
 *
 * What came of a request for a picture before it was let in.
 */
typedef struct {
  char *url;
  GBytes *bytes;
  GError *error;
} FoyerFetchedPicture;

/**
 * foyer_fetched_picture_new:
 * @bytes: (transfer full) (nullable)
 * @error: (transfer full) (nullable)
 */
FoyerFetchedPicture *foyer_fetched_picture_new (const char *url, GBytes *bytes, GError *error);
void foyer_fetched_picture_free (FoyerFetchedPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFetchedPicture, foyer_fetched_picture_free)

G_END_DECLS
