/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_OUTLINE (foyer_preview_outline_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewOutline, foyer_preview_outline, FOYER, PREVIEW_OUTLINE, AdwBin)

/**
 * FoyerPreviewOutline:
 *
 * What is on a page, as rows that a screen reader reads and keys reach: what WebKit draws here is neither. A link is followed by Enter; what
 * would act says what it would do.
 */

/**
 * foyer_preview_outline_show:
 * @answer: a page
 *
 * What is shown from now on; the row that has the keys keeps them if it is still there.
 */
void foyer_preview_outline_show (FoyerPreviewOutline *self, const FoyerPreviewAnswer *answer);

/**
 * FoyerPreviewOutline::followed:
 * @address: that a link leads to
 */

/**
 * FoyerPreviewOutline::pressed:
 * @address: where the form of a button would be sent
 */

G_END_DECLS
