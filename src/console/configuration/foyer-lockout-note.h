/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_LOCKOUT_NOTE (foyer_lockout_note_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLockoutNote, foyer_lockout_note, FOYER, LOCKOUT_NOTE, GtkWidget)

/**
 * FoyerLockoutNote:
 *
 * How many people the drafted list of mail domains locks out, below the list while it is edited (D1, 000-67). Seen only while it is changed
 * and known.
 */

/**
 * foyer_lockout_note_new:
 * @desk: not referenced beyond foyer_lockout_note_stop()
 */
GtkWidget *foyer_lockout_note_new (FoyerDesk *desk);

/**
 * foyer_lockout_note_stop:
 *
 * Cancels what is counted. May be called again; it is when the widget is disposed of.
 */
void foyer_lockout_note_stop (FoyerLockoutNote *self);

G_END_DECLS
