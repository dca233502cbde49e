/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_REASON_DIALOG (foyer_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerReasonDialog, foyer_reason_dialog, FOYER, REASON_DIALOG, AdwWindow)

/**
 * FoyerReasonDialog:
 *
 * Asks for a reason before something is done that needs one. Enter confirms; without a reason nothing can be confirmed.
 *
 * Properties: `question` (what is about to be done), `reader` (who will read the reason), `verb` (of the button);
 * read-only: `has-suggestions`.
 */

GtkWindow *
foyer_reason_dialog_new (GtkWindow *parent, const char *question, const char *reader, const char *verb);

/**
 * foyer_reason_dialog_suggest:
 * @reason: a reason that can be taken with one click
 */
void foyer_reason_dialog_suggest (FoyerReasonDialog *self, const char *reason);

/**
 * FoyerReasonDialog::confirmed:
 * @reason: what was written
 *
 * The dialog closes by itself.
 */

G_END_DECLS
