/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PUBLISH_MOMENT (foyer_publish_moment_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPublishMoment, foyer_publish_moment, FOYER, PUBLISH_MOMENT, AdwPreferencesGroup)

/**
 * FoyerPublishMoment:
 *
 * When a draft is to be published: now, in the evening, or at a moment that is picked. The clocks are the organisation's.
 */

/**
 * foyer_publish_moment_start:
 * @desk: not owned; outlives the widget
 * @undo_seconds: how long publishing now can be taken back
 */
void foyer_publish_moment_start (FoyerPublishMoment *self, FoyerDesk *desk, guint undo_seconds);

/**
 * foyer_publish_moment_get:
 *
 * Returns: seconds since 1970; 0 for now
 */
gint64 foyer_publish_moment_get (FoyerPublishMoment *self);

/**
 * foyer_publish_moment_pick:
 *
 * Asks for a day and a time.
 */
void foyer_publish_moment_pick (FoyerPublishMoment *self);

/**
 * FoyerPublishMoment::changed:
 *
 * Another moment is meant.
 */

G_END_DECLS
