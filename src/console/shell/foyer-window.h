/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-undo-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WINDOW (foyer_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWindow, foyer_window, FOYER, WINDOW, AdwApplicationWindow)

/**
 * FoyerWindow:
 *
 * The window: the desk, or the way to one; toasts and what can be taken back.
 */

/**
 * foyer_window_new:
 * @random: for signing in
 */
FoyerWindow *foyer_window_new (GtkApplication *application, GSettings *settings, FoyerRandom *random);

/**
 * foyer_window_set_desk:
 * @desk: (nullable): %NULL to let go of the one that was there, before it is closed
 */
void foyer_window_set_desk (FoyerWindow *self, FoyerDesk *desk);

/**
 * foyer_window_show_sign_in:
 * @address: (nullable): to begin with
 * @code: (nullable): to sign in with at once
 */
void foyer_window_show_sign_in (FoyerWindow *self, const char *address, const char *code);

/**
 * foyer_window_follow_preview:
 * @link: to a preview, from anywhere
 *
 * Shows what it names, or says why not. Nothing happens before there is a desk.
 */
void foyer_window_follow_preview (FoyerWindow *self, const char *link);

/**
 * foyer_window_show_trouble:
 * @sentence: why there is no desk to work on
 */
void foyer_window_show_trouble (FoyerWindow *self, const char *sentence);

void foyer_window_open_record (FoyerWindow *self, const char *record_id);

/**
 * foyer_window_offer_undo:
 * @act: what was done
 */
void foyer_window_offer_undo (FoyerWindow *self, const FoyerAct *act);

/**
 * foyer_window_say:
 *
 * Tells of an event in a toast.
 */
void foyer_window_say (FoyerWindow *self, const char *sentence);

/**
 * FoyerWindow::signed-in:
 * @result: (type FoyerSignInResult): who, and the secrets; valid while the signal is emitted
 */

/**
 * FoyerWindow::retry:
 *
 * The person has done something about the trouble and wants to try again.
 */

G_END_DECLS
