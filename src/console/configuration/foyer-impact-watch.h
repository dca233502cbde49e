/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-settings-impact.h"

G_BEGIN_DECLS

#define FOYER_TYPE_IMPACT_WATCH (foyer_impact_watch_get_type ())
G_DECLARE_FINAL_TYPE (FoyerImpactWatch, foyer_impact_watch, FOYER, IMPACT_WATCH, GObject)

/**
 * FoyerImpactWatch:
 *
 * Whom the draft of a desk's settings touches, asked again whenever the draft or the people change. What was asked before is then cancelled.
 */

/**
 * foyer_impact_watch_new:
 * @desk: not referenced beyond foyer_impact_watch_stop()
 * @everybody: as for foyer_settings_impact_async()
 */
FoyerImpactWatch *foyer_impact_watch_new (FoyerDesk *desk, gboolean everybody);

/**
 * foyer_impact_watch_stop:
 *
 * Cancels what is asked and forgets the desk. May be called again.
 */
void foyer_impact_watch_stop (FoyerImpactWatch *self);

/**
 * foyer_impact_watch_get:
 *
 * Returns: (transfer none) (nullable): the last answer; %NULL until there is one, while there are no settings, and if the store failed. While
 *   foyer_impact_watch_is_counting() it is that of before
 */
FoyerSettingsImpact *foyer_impact_watch_get (FoyerImpactWatch *self);

gboolean foyer_impact_watch_is_counting (FoyerImpactWatch *self);

/**
 * FoyerImpactWatch::changed:
 *
 * It is counted, or there is another answer.
 */

G_END_DECLS
