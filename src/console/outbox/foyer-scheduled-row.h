/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SCHEDULED_ROW (foyer_scheduled_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerScheduledRow, foyer_scheduled_row, FOYER, SCHEDULED_ROW, AdwActionRow)

/**
 * FoyerScheduledRow:
 *
 * A message that lies at the server and waits for its time (D5, *Send later*). It has left this computer, so it is listed from its record and
 * not from an operation.
 *
 * Its buttons are the actions `outbox.cancel-message` and `outbox.edit-message` with the message's id.
 */

/**
 * foyer_scheduled_row_new:
 * @message: that is scheduled
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *foyer_scheduled_row_new (FoyerDesk *desk, FoyerRecord *message);

/**
 * foyer_scheduled_partner:
 *
 * Returns: (transfer full): the name of the client that @message is written to, empty if it is not here
 */
char *foyer_scheduled_partner (FoyerStore *store, FoyerRecord *message);

/**
 * foyer_scheduled_text:
 * @now: seconds since 1970
 *
 * Returns: (transfer full): `Leaves Mon, May 5, 8:00 AM, from the server · not if they write first · See you tomorrow.`
 */
char *foyer_scheduled_text (FoyerRecord *message, FoyerOfficeTime *time, gint64 now);

G_END_DECLS
