/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-form.h"

G_BEGIN_DECLS

/**
 * FoyerSigningForm:
 * @action: where it posts
 * @button: verb and object
 * @asks_name: whether a name is typed; an approval that is not signed needs none of somebody who is known
 * @leave_url: (nullable): where "Not now" goes
 *
 * A form by which the view's record is approved or signed. It carries `version` and `paper`, what was shown; `agree` is the mark of the
 * sentence that is ticked.
 */
typedef struct {
  const char *action;
  const char *button;
  gboolean asks_name;
  const char *leave_url;
} FoyerSigningForm;

void foyer_page_signing_form (FoyerPage *page, const FoyerSigningForm *form);

/**
 * foyer_page_signing_problem:
 *
 * Writes the note at the top of a page whose signing form came back with something missing.
 */
void foyer_page_signing_problem (FoyerPage *page);

/**
 * foyer_page_whom_to_ask:
 *
 * Writes why the viewer may not answer or sign the view's record, and who may (A11).
 */
void foyer_page_whom_to_ask (FoyerPage *page);

G_END_DECLS
