/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-staff-rights.h"

G_BEGIN_DECLS

/* Who may do what with settings (X18, 003-2): administrators publish, the office prepares and submits, viewers look. */

/**
 * foyer_settings_lock_refuse:
 *
 * Returns: (transfer full) (nullable): why whoever is signed in may not even draft a change, and whom to ask; %NULL if they may
 */
char *foyer_settings_lock_refuse (FoyerDesk *desk);

/**
 * foyer_settings_lock_may_publish:
 *
 * Returns: whether they may publish what is drafted; else they may submit it, unless it is locked
 */
gboolean foyer_settings_lock_may_publish (FoyerDesk *desk);

/**
 * foyer_settings_lock_list_admins:
 *
 * Returns: (transfer full) (nullable): the names of those who may: `Ana, Lee`
 */
char *foyer_settings_lock_list_admins (FoyerDesk *desk);

/**
 * foyer_settings_lock_refuse_deed:
 *
 * Returns: (transfer full) (nullable): why whoever sits at @desk may not do it, and whom to ask; %NULL if they may
 */
char *foyer_settings_lock_refuse_deed (FoyerDesk *desk, FoyerStaffVerb verb, const FoyerRecordType *type);

G_END_DECLS
