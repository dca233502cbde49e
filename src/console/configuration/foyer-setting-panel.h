/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-undo-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTING_PANEL (foyer_setting_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerSettingPanel, foyer_setting_panel, FOYER, SETTING_PANEL, AdwBin)

/**
 * FoyerSettingPanel:
 *
 * What stands on a page of Configuration and is no row of the field table: the history, mail templates, how the portal is doing. Which panel
 * stands on which page is said by foyer-setting-panels.c.
 */

/**
 * FoyerSettingPanelClass:
 * @start: the desk and the lock are there: shows what there is
 * @stop: (nullable): ends what is under way; the desk is still there, and goes afterwards
 */
struct _FoyerSettingPanelClass {
  AdwBinClass parent_class;

  void (*start) (FoyerSettingPanel *self, FoyerDesk *desk);
  void (*stop) (FoyerSettingPanel *self, FoyerDesk *desk);
};

/**
 * foyer_setting_panel_start:
 * @desk: not referenced beyond foyer_setting_panel_stop()
 * @lock: (nullable): why whoever is signed in may not change anything
 * @may_publish: whether what they change is theirs to publish
 *
 * To be called once.
 */
void
foyer_setting_panel_start (FoyerSettingPanel *self, FoyerDesk *desk, const char *lock, gboolean may_publish);

/**
 * foyer_setting_panel_stop:
 *
 * Forgets the desk. May be called again; it is when the panel is disposed of.
 */
void foyer_setting_panel_stop (FoyerSettingPanel *self);

/**
 * foyer_setting_panel_get_desk:
 *
 * Returns: (transfer none) (nullable): %NULL before it was started and after it was stopped
 */
FoyerDesk *foyer_setting_panel_get_desk (FoyerSettingPanel *self);

/**
 * foyer_setting_panel_get_lock:
 *
 * Returns: (transfer none) (nullable): why nothing may be changed, and whom to ask
 */
const char *foyer_setting_panel_get_lock (FoyerSettingPanel *self);

gboolean foyer_setting_panel_get_may_publish (FoyerSettingPanel *self);

/**
 * foyer_setting_panel_set_hold:
 * @hold: how long a change can be undone before it is sent, in microseconds; 0 unless set
 */
void foyer_setting_panel_set_hold (FoyerSettingPanel *self, gint64 hold);
gint64 foyer_setting_panel_get_hold (FoyerSettingPanel *self);

/**
 * foyer_setting_panel_say:
 * @sentence: for a toast
 */
void foyer_setting_panel_say (FoyerSettingPanel *self, const char *sentence);

/**
 * foyer_setting_panel_report_act:
 * @act: (type FoyerAct): what was done, and can be taken back
 */
void foyer_setting_panel_report_act (FoyerSettingPanel *self, const FoyerAct *act);

/**
 * FoyerSettingPanel::acted:
 * @act: (type FoyerAct): what was done
 */

/**
 * FoyerSettingPanel::said:
 * @sentence: what came of something, for a toast
 */

G_END_DECLS
