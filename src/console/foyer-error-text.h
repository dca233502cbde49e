/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_error_describe:
 *
 * Floors below speak to programmers; this speaks to people.
 *
 * Returns: (transfer full): what happened, what still works and what to do, translated
 */
char *foyer_error_describe (const GError *error);

G_END_DECLS
