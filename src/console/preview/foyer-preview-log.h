/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-scene.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_LOG (foyer_preview_log_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewLog, foyer_preview_log, FOYER, PREVIEW_LOG, GObject)

/**
 * FoyerPreviewLog:
 *
 * Writes into the log of the business through whose eyes somebody looked at the portal (001-39): one line for each of them, however many
 * pages were looked at, when one turns to something else. Until then nothing is written, so that what is compared with the server stays as
 * it is. The lines are operations, made on this computer and sent when there is a connection.
 */

/**
 * foyer_preview_log_new:
 * @desk: not referenced: foyer_preview_log_leave() is called before it is closed, and nothing is noted afterwards
 *
 * Returns: (transfer full): a log in which nothing is noted
 */
FoyerPreviewLog *foyer_preview_log_new (FoyerDesk *desk);

/**
 * foyer_preview_log_note:
 * @scene: of a page that is shown
 */
void foyer_preview_log_note (FoyerPreviewLog *self, const FoyerPreviewScene *scene);

/**
 * foyer_preview_log_leave:
 *
 * Nobody looks any more: what was noted is written, and whoever is looked at afterwards is noted again.
 */
void foyer_preview_log_leave (FoyerPreviewLog *self);

G_END_DECLS
