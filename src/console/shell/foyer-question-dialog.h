/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_QUESTION_DIALOG (foyer_question_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerQuestionDialog, foyer_question_dialog, FOYER, QUESTION_DIALOG, AdwWindow)

/**
 * FoyerQuestionDialog:
 *
 * Asks before something is done. Properties: `heading`, `body`, `stay` and `go` (labels of the two buttons).
 */

GtkWindow *foyer_question_dialog_new (GtkWindow *parent,
                                      const char *heading,
                                      const char *body,
                                      const char *stay,
                                      const char *go);

/**
 * FoyerQuestionDialog::confirmed:
 *
 * The person wants to go on. The dialog closes by itself.
 */

G_END_DECLS
