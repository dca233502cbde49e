/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-mail.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MAIL_EDITOR (foyer_mail_editor_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMailEditor, foyer_mail_editor, FOYER, MAIL_EDITOR, AdwWindow)

/**
 * FoyerMailEditor:
 *
 * The words of one kind of mail, what can be put into them, and the mail as a real client would read it (000-75). What is typed is kept on
 * this computer until it is saved or discarded.
 */

/**
 * foyer_mail_editor_new:
 * @parent: (nullable)
 * @desk: not referenced: the window has to be destroyed before it
 * @hold: how long a change can be undone before it is sent, in microseconds
 * @lock: (nullable): why whoever is signed in may only look
 *
 * Returns: the window, to be presented
 */
GtkWidget *
foyer_mail_editor_new (GtkWindow *parent, FoyerDesk *desk, FoyerMailKind kind, gint64 hold, const char *lock);

/**
 * FoyerMailEditor::acted:
 * @act: (type FoyerAct): what was done, and can be taken back
 */

G_END_DECLS
