/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers as people read them: separators by language from an own table, never from libc's locale; the minus is `−`.
 */

/**
 * foyer_number_text:
 * @value: a number of units of 10 to the power of -@decimals
 * @decimals: at most 9
 * @language: a BCP 47 tag
 *
 * Writes no more decimals than are needed: 1500 with three of them is `1.5`, in German `1,5`; 10000 with none is `10,000`.
 *
 * Returns: (transfer full): the text
 */
char *foyer_number_text (gint64 value, guint decimals, const char *language);

/**
 * foyer_number_append:
 * @size: of the number, without its sign
 *
 * Appends all @decimals, with separators of @language.
 */
void foyer_number_append (GString *out, guint64 size, guint decimals, const char *language);

/**
 * foyer_number_separators:
 * @group: (out): what stands between thousands
 * @decimal: (out): what stands before the decimals
 */
void foyer_number_separators (const char *language, char *group, char *decimal);

G_END_DECLS
