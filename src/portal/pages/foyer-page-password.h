/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * foyer_page_password_problem:
 *
 * Returns: (transfer none) (nullable): what is wrong with the password that was typed, if the page came back because of it
 */
const char *foyer_page_password_problem (FoyerPage *page);

/**
 * foyer_page_password_fields:
 *
 * Writes the fields `new` and `again`, with %FOYER_SLOT_ADDRESS beside them for password keepers.
 */
void foyer_page_password_fields (FoyerPage *page);

G_END_DECLS
