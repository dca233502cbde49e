/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MAIL_CHIPS (foyer_mail_chips_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMailChips, foyer_mail_chips, FOYER, MAIL_CHIPS, AdwBin)

/**
 * FoyerMailChips:
 *
 * What can be put into the words of a mail, a button each.
 */

/**
 * foyer_mail_chips_add:
 * @title: what it stands for
 * @words: what is put in
 */
void foyer_mail_chips_add (FoyerMailChips *self, const char *title, const char *words);

/**
 * FoyerMailChips::picked:
 * @words: what is to be put in
 */

G_END_DECLS
