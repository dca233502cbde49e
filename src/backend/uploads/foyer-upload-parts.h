/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "uploads/foyer-upload-form.h"

G_BEGIN_DECLS

/**
 * foyer_upload_parts_read:
 * @content_type: of the request
 * @body: that foyer_upload_look() has found good
 *
 * Takes a form with files apart. What the files are is not known yet; an input of which nothing was chosen is no file.
 *
 * Returns: (transfer full): the form
 */
FoyerUploadForm *foyer_upload_parts_read (const char *content_type, GBytes *body);

G_END_DECLS
