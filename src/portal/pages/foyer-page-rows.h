/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-parts.h"

G_BEGIN_DECLS

/* Rows of lists that show visits and bookings, and the words for their states. */

/**
 * foyer_page_booking_state:
 * @tone: (out)
 *
 * Returns: (transfer none): the state of a booking in the words of its pill
 */
const char *foyer_page_booking_state (FoyerPage *page, JsonObject *booking, FoyerTone *tone);

/**
 * foyer_page_booking_url:
 *
 * Returns: (transfer full): the address of a booking's page
 */
char *foyer_page_booking_url (const char *id);

/**
 * foyer_page_booking_title:
 *
 * Returns: (transfer none): the service, or that it is a booking
 */
const char *foyer_page_booking_title (FoyerPage *page, JsonObject *booking);

/**
 * foyer_page_booking_is:
 * @status: such as `pending`
 */
gboolean foyer_page_booking_is (JsonObject *booking, const char *status);

void foyer_page_booking_row (FoyerPage *page, JsonObject *booking);

/**
 * foyer_page_visit_row:
 * @is_past: whether it says what was done rather than when somebody comes
 */
void foyer_page_visit_row (FoyerPage *page, JsonObject *visit, gboolean is_past);

/**
 * foyer_page_done_row:
 *
 * A visit that was done, in short: what, where and what proves it.
 */
void foyer_page_done_row (FoyerPage *page, JsonObject *visit);

/**
 * foyer_page_visit_pill:
 *
 * Writes the state of a visit.
 */
void foyer_page_visit_pill (FoyerPage *page, JsonObject *visit);

G_END_DECLS
