/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-form.h"

G_BEGIN_DECLS

/* What the steps of booking share. Earlier choices travel in hidden fields, and in the query of links that lead back. */

/**
 * foyer_page_book_url:
 * @path: of a step, such as `/book/time`
 *
 * Returns: (transfer full): it with the choices made so far
 */
char *foyer_page_book_url (FoyerPage *page, const char *path);

/**
 * foyer_page_steps:
 * @step: from 1
 */
void foyer_page_steps (FoyerPage *page, int step);

/**
 * foyer_page_chosen:
 * @list: `services` or `properties`
 * @id: (nullable): what was chosen
 *
 * Returns: (transfer none) (nullable): that entry, or the first one
 */
JsonObject *foyer_page_chosen (FoyerPage *page, const char *list, const char *id);

/**
 * foyer_page_find_slot:
 * @start: seconds since 1970
 *
 * Returns: (transfer none) (nullable): the free time that begins then
 */
JsonObject *foyer_page_find_slot (FoyerPage *page, gint64 start);

/**
 * foyer_page_slots:
 * @days: of the view
 *
 * Writes the days to choose a time from, as the field `start`; later ones are folded away by week.
 */
void foyer_page_slots (FoyerPage *page, JsonArray *days);

/**
 * foyer_page_no_slots:
 *
 * Stands where they would.
 */
void foyer_page_no_slots (FoyerPage *page);

/**
 * foyer_page_call_for_times:
 *
 * Says whom to call if none of the times suits.
 */
void foyer_page_call_for_times (FoyerPage *page);

/**
 * foyer_page_price:
 *
 * Returns: (transfer full) (nullable): `$180.00`, `From $115.00`
 */
char *foyer_page_price (FoyerPage *page, JsonObject *service);

G_END_DECLS
