/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SETTINGS_SOURCE (foyer_settings_source_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingsSource, foyer_settings_source, FOYER, SETTINGS_SOURCE, GObject)

/**
 * foyer_settings_source_new:
 * @settings: PortalSettings, such as a draft
 *
 * Returns: (transfer full): a source that answers as @inner does, but in whose world @settings are published: so that rules which read
 *   the settings for themselves judge by a draft
 */
FoyerRecordSource *foyer_settings_source_new (FoyerRecordSource *inner, FoyerRecord *settings);

G_END_DECLS
