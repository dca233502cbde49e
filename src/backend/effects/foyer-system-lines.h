/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Small lines in a conversation that tell the office what happened meanwhile: "Ellen Ruiz cancelled Furnace tune-up, Tue, Nov 24, …". Notes and system
 * lines are for staff; clients never see them. A line brings a conversation neither up nor back, and answers nobody.
 *
 * It stands in the conversation about that visit or booking, else in the open one that the client wrote in last; where there is none, in the
 * activity alone, which tells of everything.
 */

/**
 * foyer_system_lines_visit:
 * @visit: the JSON form of a Visit that has just been cancelled
 *
 * Says that a client cancelled a visit (000-40). What staff cancel is said by nobody: they know.
 *
 * Returns: %FALSE only if the database failed
 */
gboolean foyer_system_lines_visit (FoyerTransaction *transaction, JsonObject *visit, GError **error);

/**
 * foyer_system_lines_booking:
 * @before: (nullable): the JSON form of a Booking before, %NULL for a new one
 * @after: what it is now
 *
 * Says that a client asked for another time, moved, withdrew or cancelled (000-40, 000-42), or how staff decided: "Booking approved by Ana".
 *
 * Returns: %FALSE only if the database failed
 */
gboolean foyer_system_lines_booking (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     GError **error);

G_END_DECLS
