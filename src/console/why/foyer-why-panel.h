/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-preview-stage.h"
#include "foyer-why-section.h"
#include "foyer-why-shelves.h"

G_BEGIN_DECLS

#define FOYER_TYPE_WHY_PANEL (foyer_why_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWhyPanel, foyer_why_panel, FOYER, WHY_PANEL, AdwBin)

/**
 * FoyerWhyPanel:
 *
 * Why does somebody not see what they should (E1)? A question, its answer with what helps, and all that is hidden from whoever the stage is
 * about. It is worked out beside the main thread, anew whenever stage or records change, and only while it is seen.
 *
 * Properties: `ghosts` (whether what would stand on the page is listed), `alone` (whether it fills the window). Read-only: `status` (what came of it, in one
 * sentence), `asks` (whether something is asked), `question` (what, in the words that everybody knows it by), `person-name`, `fine` (uint: checks that
 * passed).
 *
 * The page around it has the actions `preview.why` and `preview.ghosts`.
 */

/**
 * foyer_why_panel_start:
 * @desk: (not nullable): not owned; it outlives the panel, or foyer_why_panel_stop() is called
 */
void foyer_why_panel_start (FoyerWhyPanel *self, FoyerDesk *desk, FoyerPreviewStage *stage);

/**
 * foyer_why_panel_stop:
 *
 * Ends what is under way. To be called before the desk is closed.
 */
void foyer_why_panel_stop (FoyerWhyPanel *self);

/**
 * foyer_why_panel_set_page:
 * @page: the page that is shown now; not kept
 */
void foyer_why_panel_set_page (FoyerWhyPanel *self, const FoyerPreviewAnswer *page);

/**
 * foyer_why_panel_ask:
 * @words: what somebody says
 *
 * Asks. The focus goes to the answer.
 *
 * Returns: %FALSE if nothing in it is understood
 */
gboolean foyer_why_panel_ask (FoyerWhyPanel *self, const char *words);

FoyerWhySection *foyer_why_panel_get_section (FoyerWhyPanel *self, FoyerWhyShelf shelf);

/**
 * FoyerWhyPanel::fix:
 * @remedy: (type gpointer): the #FoyerRemedy that somebody chose; it is there as long as the signal
 */

/**
 * FoyerWhyPanel::said:
 * @sentence: what came of something, for a toast
 */

/**
 * FoyerWhyPanel::closed:
 *
 * Somebody has seen enough.
 */

G_END_DECLS
