/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MASTER_SWITCH (foyer_master_switch_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMasterSwitch, foyer_master_switch, FOYER, MASTER_SWITCH, AdwActionRow)

/**
 * FoyerMasterSwitch:
 *
 * Whether the portal is open at all (000-4). It is no draft: it acts at once, and says before it is turned off how many clients that
 * concerns.
 */

/**
 * foyer_master_switch_new:
 * @desk: not referenced beyond foyer_master_switch_stop()
 * @lock: (nullable): why whoever is signed in may not use it
 */
GtkWidget *foyer_master_switch_new (FoyerDesk *desk, const char *lock);

void foyer_master_switch_stop (FoyerMasterSwitch *self);

/**
 * FoyerMasterSwitch::acted:
 * @act: (type FoyerAct): it was turned
 */

/**
 * FoyerMasterSwitch::said:
 * @sentence: why it was not
 */

G_END_DECLS
