/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetch/foyer-fetched-picture.h"

G_BEGIN_DECLS

/* What a fetched picture may have at most, in bytes, and how long its host may take. */
#define FOYER_PICTURE_FETCH_LARGEST (2 * 1024 * 1024)
#define FOYER_PICTURE_FETCH_PATIENCE 5000 /* milliseconds */

/**
 * FoyerPictureFetch:
 * @program: from foyer_picture_find_program()
 * @is_open: whom the server may ask: foyer_global_address_is(); tests let themselves be asked
 * @patience: milliseconds that the host may take: %FOYER_PICTURE_FETCH_PATIENCE
 * @authority: (nullable): a file with the certificates that are believed; %NULL for the system's
 * @detour: (nullable): `HOST:PORT` where tests stand in for every host; %NULL to ask whom the address names
 *
 * How pictures are fetched.
 */
typedef struct {
  const char *program;
  gboolean (*is_open) (GInetAddress *address);
  guint patience;
  const char *authority;
  const char *detour;
} FoyerPictureFetch;

/**
 * foyer_picture_fetch_check:
 * @url: as somebody typed it
 *
 * Looks at the address alone: https, the port of https, nobody's name or password in it.
 *
 * Returns: whether a picture could be fetched from there; %FALSE with %FOYER_FETCH_ERROR_ADDRESS
 */
gboolean foyer_picture_fetch_check (const char *url, GError **error);

/**
 * foyer_picture_fetch:
 * @url: as somebody typed it
 *
 * Fetches one picture, once, and draws it anew (003-14). The machine that is asked is the one whose address was judged: it is judged when the socket is
 * made, after its name was looked up, so that a name cannot mean another machine a moment later. No redirection is followed, no proxy
 * asked, and nothing is sent by which the server or its people could be known. Blocks for half a minute at most.
 *
 * Returns: (transfer full): a PNG or JPEG; %NULL with a #FoyerFetchError
 */
GBytes *foyer_picture_fetch (const FoyerPictureFetch *self, const char *url, GError **error);

/**
 * foyer_picture_fetch_refuse_many:
 *
 * Returns: (transfer full): what is said to whoever wants too many
 */
GError *foyer_picture_fetch_refuse_many (void);

G_END_DECLS
