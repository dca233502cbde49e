/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PUBLISH_WATCH (foyer_publish_watch_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPublishWatch, foyer_publish_watch, FOYER, PUBLISH_WATCH, GObject)

/**
 * FoyerPublishWatch:
 *
 * What others have published since somebody looked (D1).
 */

/**
 * foyer_publish_watch_new:
 * @desk: not referenced; the watch must not outlive it
 *
 * Looks from now on. What is there already has been seen.
 */
FoyerPublishWatch *foyer_publish_watch_new (FoyerDesk *desk);

/**
 * foyer_publish_watch_describe:
 *
 * Returns: (transfer full) (nullable): `Lee published 3 changes`, and how many of them touch the draft; %NULL if there is nothing to tell
 */
char *foyer_publish_watch_describe (FoyerPublishWatch *self);

/**
 * foyer_publish_watch_describe_merge:
 *
 * Returns: (transfer full) (nullable): that what others published and the draft go together; %NULL if there is nothing to tell, no draft, or
 *   something to choose between the two
 */
char *foyer_publish_watch_describe_merge (FoyerPublishWatch *self);

/**
 * foyer_publish_watch_forget:
 *
 * It has been seen.
 */
void foyer_publish_watch_forget (FoyerPublishWatch *self);

/**
 * FoyerPublishWatch::changed:
 *
 * There is something else to tell.
 */

G_END_DECLS
