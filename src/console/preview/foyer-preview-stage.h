/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-answer.h"
#include "foyer-preview-link.h"
#include "foyer-preview-viewer.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_STAGE (foyer_preview_stage_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewStage, foyer_preview_stage, FOYER, PREVIEW_STAGE, GObject)

/**
 * FoyerPreviewStage:
 *
 * What a preview shows: whose eyes, which page, under which settings, at what moment. Widgets show it and change it; it has none.
 *
 * Properties: `address` (of the page), `source` (#FoyerPreviewSource), `dark`, `masked`, `moment` (int64: seconds since 1970, 0 for now),
 * `draft` (#JsonObject, a patch of the settings, or %NULL if nothing is drafted). Read-only: `client-name`, `person-name` (or %NULL),
 * `client-id`, `person-id`, `link-id`, `has-viewer` (whether anybody was chosen), `has-draft`, `serial` (uint: another one whenever what is shown must be made anew,
 * for another reason than the address).
 */

/**
 * foyer_preview_stage_new:
 * @desk: (not nullable): not owned; it outlives the stage
 */
FoyerPreviewStage *foyer_preview_stage_new (FoyerDesk *desk);

/**
 * foyer_preview_stage_look_at:
 * @record_id: whatever staff were looking at: a client, a person, a visit, an invoice, a message, an invite, …
 *
 * Chooses the eyes and the page that have to do with that record: its person if it names one, else the client's first.
 *
 * Returns: whether it has to do with any client
 */
gboolean foyer_preview_stage_look_at (FoyerPreviewStage *self, const char *record_id);

/**
 * foyer_preview_stage_choose:
 * @viewer: through whose eyes from now on. If it names only a client, the client's first person is chosen, or nobody who is signed in.
 *
 * A page about what belongs to another client is left for the first page.
 */
void foyer_preview_stage_choose (FoyerPreviewStage *self, FoyerPreviewViewer *viewer);

/**
 * foyer_preview_stage_set_viewer:
 * @client_id: (nullable): %NULL for somebody who is not signed in
 * @person_id: (nullable): somebody of that client
 * @link_id: (nullable): one of that client's
 *
 * Through whose eyes from now on, exactly.
 */
void foyer_preview_stage_set_viewer (FoyerPreviewStage *self,
                                     const char *client_id,
                                     const char *person_id,
                                     const char *link_id);

/**
 * foyer_preview_stage_get_recent:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the clients that were looked at last, the last first. Good until the next one is
 */
const char *const *foyer_preview_stage_get_recent (FoyerPreviewStage *self);

const char *foyer_preview_stage_get_client_id (FoyerPreviewStage *self);
const char *foyer_preview_stage_get_person_id (FoyerPreviewStage *self);
const char *foyer_preview_stage_get_address (FoyerPreviewStage *self);
FoyerPreviewSource foyer_preview_stage_get_source (FoyerPreviewStage *self);
guint foyer_preview_stage_get_serial (FoyerPreviewStage *self);
gboolean foyer_preview_stage_has_viewer (FoyerPreviewStage *self);
void foyer_preview_stage_set_address (FoyerPreviewStage *self, const char *address);

/**
 * foyer_preview_stage_make_link:
 *
 * Returns: (transfer full): a link to what is shown
 */
char *foyer_preview_stage_make_link (FoyerPreviewStage *self);

/**
 * foyer_preview_stage_follow_link:
 * @text: from anywhere
 *
 * Shows what a link names.
 *
 * Returns: (transfer none) (nullable): why not, for people; %NULL if it is shown
 */
const char *foyer_preview_stage_follow_link (FoyerPreviewStage *self, const char *text);

/**
 * foyer_preview_stage_make_scene:
 * @drafted: under the drafted settings, if there are any
 *
 * Returns: (transfer full): the scene
 */
FoyerPreviewScene *foyer_preview_stage_make_scene (FoyerPreviewStage *self, gboolean drafted);

G_END_DECLS
