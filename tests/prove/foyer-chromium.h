/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerChromium:
 * Chromium without a window, spoken to through a pipe in the words of its DevTools. Each call runs the main loop until it is answered.
 */
typedef struct _FoyerChromium FoyerChromium;

FoyerChromium *foyer_chromium_new (void);
void foyer_chromium_free (FoyerChromium *self);

/**
 * foyer_chromium_set_cookie:
 * @address: of the site that it is for; all other cookies are forgotten
 */
void
foyer_chromium_set_cookie (FoyerChromium *self, const char *address, const char *name, const char *value);

/**
 * foyer_chromium_open:
 *
 * Goes to @address and waits until all of the page is there.
 */
void foyer_chromium_open (FoyerChromium *self, const char *address);

/**
 * foyer_chromium_evaluate:
 * @script: whose value is a text
 *
 * Runs @script in a world that the page does not know.
 *
 * Returns: (transfer full): the text
 */
char *foyer_chromium_evaluate (FoyerChromium *self, const char *script);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerChromium, foyer_chromium_free)

G_END_DECLS
