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
 * What lies at the server and waits for its time: a message (D5, *Send later*) or a publication of settings (D1). It has left this computer, so
 * it is listed from its record and not from an operation.
 *
 * Its buttons are the actions `outbox.cancel-message` and `outbox.edit-message`, or `outbox.cancel-publication`, with the record's id. A publication
 * that the server could not make says why and holds both values of each setting; its buttons are `outbox.retry-publication` and
 * `outbox.drop-publication`.
 */

/**
 * foyer_scheduled_row_new:
 * @record: a `Message` or a `SettingsVersion` that is scheduled, or a `SettingsVersion` that failed
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *foyer_scheduled_row_new (FoyerDesk *desk, FoyerRecord *record);

/**
 * foyer_scheduled_has_failed:
 *
 * Returns: whether @record is a publication that the server could not make: it needs a person
 */
gboolean foyer_scheduled_has_failed (FoyerRecord *record);

/**
 * foyer_scheduled_subject:
 *
 * Returns: (transfer full): to whom or of what, as the Outbox calls it: the client's name, empty if it is not here, or `2 settings`
 */
char *foyer_scheduled_subject (FoyerStore *store, FoyerRecord *record);

/**
 * foyer_scheduled_text:
 * @now: seconds since 1970
 *
 * Returns: (transfer full): `Leaves Mon, May 5, 8:00 AM, from the server · not if they write first · See you tomorrow.`
 */
char *foyer_scheduled_text (FoyerRecord *record, FoyerOfficeTime *time, gint64 now);

G_END_DECLS
