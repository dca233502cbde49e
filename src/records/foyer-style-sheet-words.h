/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_style_sheet_has_property:
 * @name: in small letters
 *
 * Returns: whether a business's style sheet may set this property
 */
gboolean foyer_style_sheet_has_property (const char *name);

/**
 * foyer_style_sheet_has_function:
 * @name: in small letters
 *
 * Returns: whether it may stand in a value; none of these fetches anything
 */
gboolean foyer_style_sheet_has_function (const char *name);

/**
 * foyer_style_sheet_has_pseudo:
 * @name: in small letters
 *
 * Returns: whether it may stand in a selector, behind a colon or two
 */
gboolean foyer_style_sheet_has_pseudo (const char *name);

G_END_DECLS
