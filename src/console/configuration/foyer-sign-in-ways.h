/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SIGN_IN_WAYS (foyer_sign_in_ways_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSignInWays, foyer_sign_in_ways, FOYER, SIGN_IN_WAYS, FoyerSettingPanel)

/**
 * FoyerSignInWays:
 *
 * Who could sign in with each way in, if the draft were published (D1): how many, and by name; and whether one address could.
 */

/**
 * foyer_sign_in_ways_describe:
 * @ways: bits `1 << FoyerSignInMethod`
 *
 * Returns: (transfer full): their names
 */
char *foyer_sign_in_ways_describe (guint ways);

G_END_DECLS
