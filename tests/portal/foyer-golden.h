/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_assert_golden:
 * @name: of a file in `data/`
 *
 * Fails at the first line in which @text is not what the file holds. With `FOYER_UPDATE_GOLDEN` in the environment it writes the file
 * instead; look at the difference before you keep it.
 */
void foyer_assert_golden (const char *name, const char *text);

G_END_DECLS
