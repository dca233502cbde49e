/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * foyer_bin_tab_goes_in:
 * @klass: of a kind of #AdwBin that has a grab_focus() of its own
 *
 * Makes Tab go through all that is in it, in order. Otherwise AdwBin asks grab_focus() where Tab goes: what comes before that
 * place is passed over, and Shift+Tab does not leave it.
 */
void foyer_bin_tab_goes_in (GtkWidgetClass *klass);

G_END_DECLS
