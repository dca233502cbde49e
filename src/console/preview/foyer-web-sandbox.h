/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * foyer_web_sandbox_probe_async:
 * @clock: for the deadline of five seconds
 * @argv: (nullable): the program to try, %NULL for what WebKit will use on this system: bubblewrap, or Flatpak's own sandbox within Flatpak
 *
 * Starts the sandbox of WebKit's processes once, with a program that ends at once in it, in the place of a page. WebKit itself would end the
 * whole program if it failed.
 */
void foyer_web_sandbox_probe_async (FoyerClock *clock,
                                    const char *const *argv,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * foyer_web_sandbox_probe_finish:
 *
 * Returns: whether the sandbox can be had; else @error is of %G_IO_ERROR and says in English, for a log, what went wrong
 */
gboolean foyer_web_sandbox_probe_finish (GAsyncResult *result, GError **error);

G_END_DECLS
