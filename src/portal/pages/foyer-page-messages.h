/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * foyer_page_message_button:
 *
 * Writes the button that begins a message about the record of the page, if the viewer may write (000-32).
 */
void foyer_page_message_button (FoyerPage *page);

G_END_DECLS
