/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-print.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * foyer_print_pdf:
 * @logo: (nullable): the bytes of the paper's logo; what cannot be drawn is left out, and the business's name stands in its place
 *
 * Draws a paper as PDF with text that can be searched and copied. Every text is set as it is, never as markup, and nothing is
 * fetched (I11); fonts come from the system. The same paper and logo give the same bytes on one computer. Takes milliseconds; of any
 * thread.
 *
 * Returns: (transfer full): the file, or %NULL if it could not be made
 */
GBytes *foyer_print_pdf (const FoyerPrint *print, GBytes *logo, GError **error);

G_END_DECLS
