/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files and names that survive a loss of power. Any thread; all of these block on the disk. */

/**
 * foyer_durable_set_error:
 * @path: what it was done to
 *
 * Sets the #GFileError of `errno`.
 *
 * Returns: %FALSE
 */
gboolean foyer_durable_set_error (GError **error, const char *path);

/**
 * foyer_durable_sync:
 * @path: a file, or a directory, whose names are then on the disk
 *
 * Returns: %FALSE with a #GFileError
 */
gboolean foyer_durable_sync (const char *path, GError **error);

/**
 * foyer_durable_rename:
 * @from: has been synced
 * @to: in the same file system; what was there is replaced
 *
 * Returns: %FALSE with a #GFileError
 */
gboolean foyer_durable_rename (const char *from, const char *to, GError **error);

/**
 * foyer_durable_remove_database:
 *
 * Removes a database that nobody has open, and the files beside it, as far as they are there.
 */
void foyer_durable_remove_database (const char *path);

G_END_DECLS
