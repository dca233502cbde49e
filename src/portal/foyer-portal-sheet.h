/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-pages.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * foyer_portal_sheet_bytes:
 * @settings: the portal settings, published or a draft
 *
 * Returns: (transfer full) (nullable): the business's own style sheet as it is served (000-60), written anew from what was understood;
 *   %NULL if it has none, or one that foyer_style_sheet_check() refuses
 */
GBytes *foyer_portal_sheet_bytes (FoyerRecord *settings);

/**
 * foyer_portal_sheet_path:
 *
 * Returns: (transfer full) (nullable): the name under which pages load it, which changes with its bytes; %NULL if there is none
 */
char *foyer_portal_sheet_path (FoyerRecord *settings);

/**
 * foyer_portal_sheet_stands_on:
 *
 * Returns: whether a page of this kind loads it: never one on which a client pays or signs, where it could hide what is agreed to
 */
gboolean foyer_portal_sheet_stands_on (FoyerPageKind kind);

G_END_DECLS
