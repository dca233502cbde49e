/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * foyer_page_digits_field:
 * @name: of the field, and its id
 * @hint: (nullable): what is asked for
 * @wrong: (nullable): what is wrong with what was typed
 * @length: how many digits
 *
 * Writes a field for a few digits.
 */
void foyer_page_digits_field (FoyerPage *page,
                              const char *name,
                              const char *label,
                              const char *hint,
                              const char *wrong,
                              int length);

G_END_DECLS
