/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-http-message.h"
#include "uploads/foyer-upload-form.h"

G_BEGIN_DECLS

/**
 * foyer_uploads_is_form:
 *
 * Returns: whether @request brings a form with files
 */
gboolean foyer_uploads_is_form (const FoyerHttpRequest *request);

/**
 * foyer_uploads_read:
 * @program: from foyer_picture_find_program()
 *
 * Takes the form apart that @request brings, tells what its files are, and draws its pictures anew. Touches neither database nor disk, and
 * takes half a minute at most; to be called on a thread that nobody waits for.
 *
 * Returns: (transfer full): the form
 */
FoyerUploadForm *foyer_uploads_read (const FoyerHttpRequest *request, const char *program, FoyerClock *clock);

G_END_DECLS
