/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_picture_cage_close:
 * @seconds: after which the system ends this process
 *
 * From here on this process can read, write and compute, a little while and in a little memory: it opens nothing, connects to nothing and
 * starts nothing.
 *
 * Returns: whether all of that is so
 */
gboolean foyer_picture_cage_close (guint seconds);

G_END_DECLS
