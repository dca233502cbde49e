/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-raster.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * foyer_picture_find_program:
 *
 * Returns: (transfer full): where the program `foyer-picture` is: in the directory that FOYER_LIBEXEC_DIR names, beside the program that
 *   runs, or where it is installed
 */
char *foyer_picture_find_program (void);

/**
 * foyer_picture_draw_anew:
 * @program: from foyer_picture_find_program()
 * @bytes: what foyer_raster_read() takes for a picture
 * @seconds: that it may take, 1 at least
 *
 * Draws a picture anew in a process of its own, upright, and 4096 pixels long at most: of the place and time that cameras write into
 * files, and of whatever else was in them, nothing is left. It becomes a JPEG, or a PNG if it is one or can be looked through. Blocks until
 * the process has ended, which the system ends after @seconds if it does not by itself.
 *
 * Returns: (transfer full): the new picture; %NULL with %G_IO_ERROR_INVALID_DATA if @bytes cannot be drawn, and with other
 *   errors if the process cannot be had
 */
GBytes *foyer_picture_draw_anew (const char *program, GBytes *bytes, guint seconds, GError **error);

G_END_DECLS
