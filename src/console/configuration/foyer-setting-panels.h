/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

/**
 * FoyerSettingPanelPlace:
 * @page: the name of the page it stands on
 * @get_type: of a #FoyerSettingPanel
 * @is_below: whether it stands below the page's settings, and not above
 * @describe: (nullable): (transfer full): the line under the page's name
 * @about: (nullable): the records that the line speaks of
 */
typedef struct {
  const char *page;
  GType (*get_type) (void);
  gboolean is_below;
  char *(*describe) (FoyerDesk *desk);
  const FoyerRecordType *about;
} FoyerSettingPanelPlace;

/**
 * foyer_setting_panel_places:
 * @n_places: (out)
 *
 * Returns: (transfer none) (array length=n_places): which panel stands on which page of Configuration
 */
const FoyerSettingPanelPlace *foyer_setting_panel_places (guint *n_places);

/**
 * foyer_setting_panels_describe:
 * @page: a page's name
 *
 * Returns: (transfer full) (nullable): the line under the page's name, if a panel of it has one
 */
char *foyer_setting_panels_describe (const char *page, FoyerDesk *desk);

G_END_DECLS
