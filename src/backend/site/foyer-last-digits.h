/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * foyer_last_digits_fit:
 * @person: (nullable): whose phone number it should be
 * @client: (nullable): whose counts if the person has none
 * @typed: (nullable): from outside
 *
 * Returns: whether @typed are the last four digits of the number on file; never if there is none (D18)
 */
gboolean foyer_last_digits_fit (FoyerRecord *person, FoyerRecord *client, const char *typed);

G_END_DECLS
