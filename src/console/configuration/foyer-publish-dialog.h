/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PUBLISH_DIALOG (foyer_publish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPublishDialog, foyer_publish_dialog, FOYER, PUBLISH_DIALOG, AdwWindow)

/**
 * FoyerPublishDialog:
 *
 * What is about to be published, old and new, and when it applies (D1). Whoever may not publish submits it to those who may (X18).
 */

/**
 * foyer_publish_dialog_new:
 * @parent: (nullable)
 * @undo_seconds: how long it can be taken back
 */
GtkWindow *foyer_publish_dialog_new (GtkWindow *parent, FoyerDesk *desk, guint undo_seconds);

/**
 * foyer_publish_dialog_schedule:
 *
 * Asks at once for the day and the time, for whoever wants to publish later. Whoever may not publish is asked nothing.
 */
void foyer_publish_dialog_schedule (FoyerPublishDialog *self);

/**
 * FoyerPublishDialog::preview:
 *
 * Somebody wants to see, one after the other, the clients to whom the draft makes a difference. The dialog goes.
 */

/**
 * FoyerPublishDialog::acted:
 * @act: (type FoyerAct): it is on its way; the dialog closes by itself
 */

G_END_DECLS
