/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"
#include "foyer-remedy-verbs.h"

G_BEGIN_DECLS

/**
 * foyer_preview_fixes_new:
 * @page: the preview, from which nobody is led away by what they fix there or take back
 *
 * Returns: (transfer full): what carries out remedies for @page, and tells there what came of them
 */
FoyerRemedyVerbs *foyer_preview_fixes_new (FoyerAreaPage *page);

G_END_DECLS
