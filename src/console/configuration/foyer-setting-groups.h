/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-setting-layout.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTING_GROUPS (foyer_setting_groups_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingGroups, foyer_setting_groups, FOYER, SETTING_GROUPS, AdwBin)

/**
 * FoyerSettingGroups:
 *
 * The settings and panels that are shown: those of a page, those that somebody looks for, or those that are changed.
 */

/**
 * foyer_setting_groups_start:
 * @desk: not referenced beyond foyer_setting_groups_stop()
 * @lock: (nullable): why whoever is signed in may not change anything
 * @may_publish: whether what they change is theirs to publish
 */
void foyer_setting_groups_start (FoyerSettingGroups *self,
                                 FoyerDesk *desk,
                                 const char *lock,
                                 gboolean may_publish);
void foyer_setting_groups_stop (FoyerSettingGroups *self);

/**
 * foyer_setting_groups_show_page:
 * @hold: how long what is done there can be undone before it is sent, in microseconds
 */
void foyer_setting_groups_show_page (FoyerSettingGroups *self, const FoyerSettingPage *page, gint64 hold);

/**
 * foyer_setting_groups_show_found:
 * @sought: (nullable): words of whoever looks for something; %NULL for what is changed
 *
 * Shows settings of all pages, under the names of these, and pages without settings that have to do with @sought.
 */
void foyer_setting_groups_show_found (FoyerSettingGroups *self, const char *sought);

/**
 * foyer_setting_groups_look_at:
 * @key: a setting
 *
 * Goes to its row, if it is shown.
 */
void foyer_setting_groups_look_at (FoyerSettingGroups *self, const char *key);

/**
 * FoyerSettingGroups::acted:
 * @act: (type FoyerAct): what was done in a panel, and can be taken back
 */

/**
 * FoyerSettingGroups::said:
 * @sentence: what came of something, for a toast
 */

G_END_DECLS
