/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SHELL (foyer_shell_get_type ())
G_DECLARE_FINAL_TYPE (FoyerShell, foyer_shell, FOYER, SHELL, AdwBin)

/**
 * FoyerShell:
 *
 * The areas around one desk: the sidebar, and what it leads to (D0).
 *
 * Properties: `desk`, `area` (`approvals`, `clients` or `outbox`), `single-keys`, `undo-seconds`.
 */

/**
 * foyer_shell_show_area:
 *
 * Shows an area, and its list where only one pane has room.
 */
void foyer_shell_show_area (FoyerShell *self, const char *area);

/**
 * foyer_shell_open_record:
 *
 * Goes to a record, wherever it stands; one without a page of its own is shown on its client's.
 */
void foyer_shell_open_record (FoyerShell *self, const char *record_id);

/**
 * foyer_shell_open_setting:
 *
 * Goes to a setting in Configuration.
 */
void foyer_shell_open_setting (FoyerShell *self, const char *key);

/**
 * foyer_shell_open_operation:
 *
 * Goes to an operation in the Outbox.
 */
void foyer_shell_open_operation (FoyerShell *self, const char *operation_id);

/**
 * foyer_shell_preview:
 *
 * Shows what is looked at as its client sees it, and remembers where that was. Whoever is there already gets it in a window of its own.
 */
void foyer_shell_preview (FoyerShell *self);

/**
 * foyer_shell_preview_affected:
 *
 * Shows, one after the other, the clients to whom the draft of the settings makes a difference.
 */
void foyer_shell_preview_affected (FoyerShell *self);

/**
 * foyer_shell_preview_booking:
 *
 * Shows the calendar that a client would see now.
 */
void foyer_shell_preview_booking (FoyerShell *self);

/**
 * foyer_shell_follow_preview:
 * @link: to a preview, from anywhere
 *
 * Shows what it names in the preview, or says why not.
 */
void foyer_shell_follow_preview (FoyerShell *self, const char *link);

void foyer_shell_back (FoyerShell *self);
void foyer_shell_toggle_sidebar (FoyerShell *self);
void foyer_shell_open_menu (FoyerShell *self);

/**
 * foyer_shell_forward_key:
 * @controller: that is handling a key press
 *
 * Lets the area that is shown hear a key which nothing else wanted.
 *
 * Returns: whether it knew the key
 */
gboolean foyer_shell_forward_key (FoyerShell *self, GtkEventControllerKey *controller);

/**
 * foyer_shell_stop:
 *
 * Ends what is under way in all areas. To be called before the desk is closed.
 */
void foyer_shell_stop (FoyerShell *self);

/**
 * FoyerShell::acted:
 * @act: (type FoyerAct): what was done and can be taken back
 */

/**
 * FoyerShell::said:
 * @sentence: what came of something, for a toast
 */

/**
 * FoyerShell::undone:
 * @operation_id: what was taken back elsewhere than by the window's undo
 */

G_END_DECLS
