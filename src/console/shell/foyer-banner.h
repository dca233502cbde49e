/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BANNER (foyer_banner_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBanner, foyer_banner, FOYER, BANNER, AdwBin)

/**
 * FoyerBanner:
 *
 * The state of a pane in one sentence under its header, with at most one thing to do about it. Takes the place of AdwBanner, which
 * came after libadwaita 1.2. It is shown while it has a sentence.
 *
 * Properties: `icon-name`, `sentence`, `button-label`, `action-name` (of the button), `warning` (whether it is drawn as one).
 */

G_END_DECLS
