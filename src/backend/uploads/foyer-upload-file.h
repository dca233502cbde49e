/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_upload_file_tell:
 *
 * Tells by its bytes what a file is. Neither its name nor what the browser says of it matters.
 *
 * Returns: (transfer none) (nullable): `image/jpeg`, `image/png`, `image/webp`, `application/pdf` or `text/plain`; %NULL for
 *   everything else
 */
const char *foyer_upload_file_tell (GBytes *bytes);

/**
 * foyer_upload_file_clean_name:
 * @name: (nullable): as a browser sends it, with or without a path
 *
 * Returns: (transfer full): one short line that can be shown; never empty
 */
char *foyer_upload_file_clean_name (const char *name);

/**
 * foyer_upload_file_fit_name:
 *
 * Returns: (transfer full): @name, which ends as files of @media_type do: what says `.jpg` and is text is called `.jpg.txt`
 */
char *foyer_upload_file_fit_name (const char *name, const char *media_type);

G_END_DECLS
