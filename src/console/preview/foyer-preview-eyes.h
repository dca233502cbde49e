/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-stage.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_EYES (foyer_preview_eyes_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewEyes, foyer_preview_eyes, FOYER, PREVIEW_EYES, AdwBin)

/**
 * FoyerPreviewEyes:
 *
 * Through whose eyes the portal is looked at, and the choice of others: a person, then a client.
 *
 * Property: `narrow` (whether there is no room for words beside the names). Read-only: `stage` (#FoyerPreviewStage, %NULL before it starts).
 */

/**
 * foyer_preview_eyes_start:
 * @desk: (not nullable): not owned; it outlives the widget, or foyer_preview_eyes_stop() is called
 * @stage: what it shows and changes
 */
void foyer_preview_eyes_start (FoyerPreviewEyes *self, FoyerDesk *desk, FoyerPreviewStage *stage);

/**
 * foyer_preview_eyes_stop:
 *
 * Ends what is under way. To be called before the desk is closed.
 */
void foyer_preview_eyes_stop (FoyerPreviewEyes *self);

/**
 * foyer_preview_eyes_choose_person:
 *
 * Opens the list of people.
 */
void foyer_preview_eyes_choose_person (FoyerPreviewEyes *self);

/**
 * foyer_preview_eyes_choose_client:
 *
 * Opens the list of clients.
 */
void foyer_preview_eyes_choose_client (FoyerPreviewEyes *self);

G_END_DECLS
