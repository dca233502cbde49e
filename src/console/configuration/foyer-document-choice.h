/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-act-several.h"

#include "foyer-record.h"
#include "types/document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_DOCUMENT_CHOICE (foyer_document_choice_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDocumentChoice, foyer_document_choice, FOYER, DOCUMENT_CHOICE, GObject)

/**
 * FoyerDocumentChoice:
 *
 * Several documents are chosen, to be shown or hidden together (D1, Bulk).
 */
FoyerDocumentChoice *foyer_document_choice_new (void);

/**
 * foyer_document_choice_create_rows:
 * @documents: (element-type FoyerRecord): all that can be chosen; none is yet
 * @group: gets one row a document, and above them what can be done with those that are chosen
 *
 * May be called again, with another group.
 */
void foyer_document_choice_create_rows (FoyerDocumentChoice *self,
                                        GPtrArray *documents,
                                        AdwPreferencesGroup *group);

/**
 * foyer_document_choice_refresh:
 * @documents: (element-type FoyerRecord): as they are now
 *
 * Shows in the rows what the documents are now, and leaves alone what is chosen and has the focus.
 *
 * Returns: %FALSE if there are other documents now: then rows have to be made anew
 */
gboolean foyer_document_choice_refresh (FoyerDocumentChoice *self, GPtrArray *documents);

/**
 * foyer_document_choice_clear:
 *
 * Nothing is chosen, and there are no rows any more.
 */
void foyer_document_choice_clear (FoyerDocumentChoice *self);

/**
 * foyer_document_choice_show_to:
 * @documents: (element-type FoyerRecord): in order
 * @shown_to: who sees those that are chosen from now on
 *
 * Returns: (transfer full) (nullable): what has to be changed for it; %NULL if nothing has
 */
FoyerActSeveral *foyer_document_choice_show_to (FoyerDocumentChoice *self,
                                                GPtrArray *documents,
                                                FoyerDocumentShownTo shown_to);

/**
 * FoyerDocumentChoice::show-to:
 * @shown_to: (type FoyerDocumentShownTo): who shall see those that are chosen
 */

G_END_DECLS
