/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sign-in.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SIGN_IN_PAGE (foyer_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSignInPage, foyer_sign_in_page, FOYER, SIGN_IN_PAGE, AdwBin)

/**
 * FoyerSignInPage:
 *
 * The first page anybody sees: which server, then who. It keeps nothing; what it found out it tells by #FoyerSignInPage::signed-in.
 *
 * Properties: `random` (#FoyerRandom, for the secrets that go through the browser), `address` (string: what stands in the first row),
 * `may-leave` (boolean: somebody was signed in before and may go on without, by the action `win.leave-sign-in`), `problem` (string or %NULL:
 * one sentence in place), `by-code` (boolean), and read-only `found` (string or %NULL: the address of a server that answered), `waiting`
 * (string or %NULL: what is waited for), `browser-address` (string or %NULL: the page that the browser was sent to).
 *
 * When the page is hidden, what it waits for is cancelled.
 */

/**
 * foyer_sign_in_page_try_code:
 * @code: a one-time code
 *
 * Signs in with `address` and @code at once, as the command line asks.
 */
void foyer_sign_in_page_try_code (FoyerSignInPage *self, const char *code);

/**
 * foyer_sign_in_page_open_menu:
 *
 * What F10 does.
 */
void foyer_sign_in_page_open_menu (FoyerSignInPage *self);

/**
 * FoyerSignInPage::signed-in:
 * @result: (type FoyerSignInResult): who, and the secrets, which are in no keyring yet; valid while the signal is emitted
 */

/**
 * FoyerSignInPage::open-address:
 * @address: of the server's sign-in page
 *
 * Opens @address in the person's browser, unless a handler returns %TRUE because it did so itself.
 */

G_END_DECLS
