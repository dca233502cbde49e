/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-record.h"

G_BEGIN_DECLS

/* Plans, contracts, documents and requests as rows, and the words for their states. */

const char *foyer_page_plan_state (FoyerPage *page, JsonObject *plan, FoyerTone *tone);
const char *foyer_page_contract_state (FoyerPage *page, JsonObject *contract, FoyerTone *tone);
const char *foyer_page_request_state (FoyerPage *page, JsonObject *request, FoyerTone *tone);

/**
 * foyer_page_request_title:
 *
 * Returns: (transfer full): `Complaint 402`
 */
char *foyer_page_request_title (FoyerPage *page, JsonObject *request);

/**
 * foyer_page_about_title:
 * @record: a visit, machine, invoice or quote with its `type`
 *
 * Returns: (transfer full) (nullable): what a request about it calls it
 */
char *foyer_page_about_title (FoyerPage *page, JsonObject *record);

/**
 * foyer_page_plan_price:
 *
 * Returns: (transfer full) (nullable): `$245.00 per month`
 */
char *foyer_page_plan_price (FoyerPage *page, JsonObject *plan);

const char *foyer_page_condition (FoyerPage *page, JsonObject *equipment, FoyerTone *tone);
void foyer_page_document_row (FoyerPage *page, JsonObject *document);

/**
 * foyer_page_sites:
 * @object: with the list `sites`
 *
 * Returns: (transfer full) (nullable): the names of the sites that are covered
 */
char *foyer_page_sites (FoyerPage *page, JsonObject *object);

/**
 * foyer_page_performance:
 * @object: a plan or a contract
 *
 * Writes how well it was kept, if there is something to count.
 */
void foyer_page_performance (FoyerPage *page, JsonObject *object);

G_END_DECLS
