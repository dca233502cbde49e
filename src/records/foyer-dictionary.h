/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_dictionary:
 *
 * Prints the tables of all record types as the data dictionary, docs/records.md.
 *
 * Returns: (transfer full): Markdown, ending with a line break
 */
char *foyer_dictionary (void);

/**
 * foyer_settings_dictionary:
 *
 * Prints the registry of settings for people, docs/settings.md.
 *
 * Returns: (transfer full): Markdown, ending with a line break
 */
char *foyer_settings_dictionary (void);

G_END_DECLS
