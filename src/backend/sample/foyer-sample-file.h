/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Few, and each stands in many places. */
#define FOYER_SAMPLE_PHOTOS 6
#define FOYER_SAMPLE_PHOTO_WIDTH 320
#define FOYER_SAMPLE_PHOTO_HEIGHT 240

/**
 * foyer_sample_photo:
 * @n: which, counted around
 *
 * Draws a machine against a wall, as found, opened or done. It has the same bytes on every machine, and so the same id.
 *
 * Returns: (transfer full): a PNG
 */
GBytes *foyer_sample_photo (guint n);

/**
 * foyer_sample_paper:
 * @title: in Latin letters
 *
 * Writes a document of one page that says what it would be. The same title makes the same bytes.
 *
 * Returns: (transfer full): a PDF
 */
GBytes *foyer_sample_paper (const char *title);

G_END_DECLS
