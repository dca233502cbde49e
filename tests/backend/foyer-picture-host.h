/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerPictureHost:
 *
 * Some machine on the internet with pictures: a real HTTPS server on loopback, on a thread of its own, that proves itself as `localhost`.
 */
typedef struct _FoyerPictureHost FoyerPictureHost;

FoyerPictureHost *foyer_picture_host_new (void);
void foyer_picture_host_free (FoyerPictureHost *self);

/**
 * foyer_picture_host_answer:
 * @head: what comes before the bytes, from `HTTP/1.1` on, without `Content-Length`; %NULL to say nothing at all
 * @bytes: (nullable)
 *
 * From now on the same is answered to every request.
 */
void foyer_picture_host_answer (FoyerPictureHost *self, const char *head, GBytes *bytes);

/**
 * foyer_picture_host_get_detour:
 *
 * Returns: (transfer none): `127.0.0.1:PORT`
 */
const char *foyer_picture_host_get_detour (FoyerPictureHost *self);

/**
 * foyer_picture_host_get_authority:
 *
 * Returns: (transfer none): the file with the certificate to believe
 */
const char *foyer_picture_host_get_authority (FoyerPictureHost *self);

/**
 * foyer_picture_host_count:
 *
 * Returns: how many connections came
 */
guint foyer_picture_host_count (FoyerPictureHost *self);

/**
 * foyer_picture_host_get_request:
 *
 * Returns: (transfer full): the last request, as it came
 */
char *foyer_picture_host_get_request (FoyerPictureHost *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPictureHost, foyer_picture_host_free)

G_END_DECLS
