/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"
#include "foyer-preview-frame.h"

G_BEGIN_DECLS

/**
 * foyer_preview_picture_copy:
 * @area: says what became of it
 *
 * Puts a picture of the whole page on the clipboard.
 */
void foyer_preview_picture_copy (FoyerPreviewFrame *frame, FoyerAreaPage *area);

/**
 * foyer_preview_picture_save:
 * @area: says what became of it
 * @title: what the page is called
 *
 * Asks where, and writes a picture of the whole page there, as a PNG. The main thread does not wait for it.
 */
void foyer_preview_picture_save (FoyerPreviewFrame *frame, FoyerAreaPage *area, const char *title);

G_END_DECLS
