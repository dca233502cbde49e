/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a style sheet as it was written. */
#define FOYER_STYLE_SHEET_LARGEST 65536

/**
 * foyer_style_sheet_check:
 * @text: (nullable): a style sheet as staff wrote it
 *
 * Reads the part of CSS that a style sheet of a business may use: rules with selectors of elements, classes and ids, the properties
 * and functions of an allow-list, and `@media` around rules. Whatever else it says is refused: addresses, other at-rules, escapes,
 * selectors of attributes, and what takes elements out of the page's flow.
 *
 * Returns: (transfer full) (nullable): the first line that is refused and why, "Line 3: @import is not allowed"; %NULL if it is good
 */
char *foyer_style_sheet_check (const char *text);

/**
 * foyer_style_sheet_write:
 * @text: (nullable): a style sheet as staff wrote it
 *
 * Writes anew what foyer_style_sheet_check() read: nothing of @text is copied but names, numbers and strings that were understood. Each
 * selector holds below `.fy-theme` alone, which is the class of the pages that a signed-in client sees.
 *
 * Returns: (transfer full) (nullable): the style sheet that is served, %NULL if @text is refused
 */
char *foyer_style_sheet_write (const char *text);

/**
 * foyer_style_sheet_line:
 * @problem: (nullable): what foyer_style_sheet_check() said
 *
 * Returns: the line, from 1, or 0 if it names none
 */
guint foyer_style_sheet_line (const char *problem);

G_END_DECLS
