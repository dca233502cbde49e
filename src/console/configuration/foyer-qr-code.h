/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_qr_code_draw:
 * @text: such as an address
 *
 * Draws what a phone's camera reads: black on white whatever the style, with the white frame that cameras need (ISO/IEC 18004).
 *
 * Returns: (transfer full) (nullable): a square; %NULL if @text is too long for any
 */
GdkTexture *foyer_qr_code_draw (const char *text);

G_END_DECLS
