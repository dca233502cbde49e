/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-frames.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_UNSEEN (foyer_preview_unseen_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewUnseen, foyer_preview_unseen, FOYER, PREVIEW_UNSEEN, GObject)

/**
 * FoyerPreviewUnseen:
 *
 * The page that cannot be drawn: it is made all the same, to be read as an outline and to be asked about.
 */

/**
 * foyer_preview_unseen_new:
 * @desk: (not nullable): not owned; foyer_preview_unseen_stop() is called before it goes
 * @stage: what would be shown
 * @frames: where, if they have no problem
 */
FoyerPreviewUnseen *
foyer_preview_unseen_new (FoyerDesk *desk, FoyerPreviewStage *stage, FoyerPreviewFrames *frames);

/**
 * foyer_preview_unseen_refresh:
 *
 * What is here changed: the page is made anew.
 */
void foyer_preview_unseen_refresh (FoyerPreviewUnseen *self);

/**
 * foyer_preview_unseen_stop:
 *
 * Nothing is made or told from now on.
 */
void foyer_preview_unseen_stop (FoyerPreviewUnseen *self);

/**
 * FoyerPreviewUnseen::made:
 * @answer: (type gpointer): the #FoyerPreviewAnswer of the page
 */

G_END_DECLS
