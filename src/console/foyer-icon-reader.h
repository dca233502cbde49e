/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_icon_reader_prepare:
 *
 * Loads what reads icons on a thread of its own. GTK does it when the first of them is drawn, and the window answers nobody
 * for the five to ten milliseconds that it takes. A failure is nobody's concern: whoever draws an icon is told.
 */
void foyer_icon_reader_prepare (void);

G_END_DECLS
