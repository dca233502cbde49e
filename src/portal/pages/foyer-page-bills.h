/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-record.h"

G_BEGIN_DECLS

/* Invoices and quotes as rows of lists, and the words for their states. */

/**
 * foyer_page_invoice_title:
 *
 * Returns: (transfer full): `Invoice 1042`
 */
char *foyer_page_invoice_title (FoyerPage *page, const char *number);

/**
 * foyer_page_invoice_is_open:
 *
 * Returns: whether something of it is still to be paid
 */
gboolean foyer_page_invoice_is_open (JsonObject *invoice);

/**
 * foyer_page_invoice_state:
 * @tone: (out)
 *
 * Returns: (transfer full): the state of an invoice in the words of its pill: `Overdue since Nov 10`
 */
char *foyer_page_invoice_state (FoyerPage *page, JsonObject *invoice, FoyerTone *tone);
void foyer_page_invoice_row (FoyerPage *page, JsonObject *invoice);

/**
 * foyer_page_due_card:
 * @leads_on: whether it leads to the invoices
 *
 * Writes what is due in all, if the viewer may see that.
 */
void foyer_page_due_card (FoyerPage *page, gboolean leads_on);

/**
 * foyer_page_how_to_pay:
 * @invoice: (nullable): what is to be paid
 *
 * Says that nothing is paid on this site and how it is paid instead, if that is so.
 */
void foyer_page_how_to_pay (FoyerPage *page, JsonObject *invoice);

/**
 * foyer_page_payment_method:
 *
 * Returns: (transfer full): how it was paid: `Card, Visa ending 4242`
 */
char *foyer_page_payment_method (FoyerPage *page, JsonObject *payment);

/**
 * foyer_page_payment_amount:
 *
 * Returns: (transfer full) (nullable): what came in, or with a minus what went back
 */
char *foyer_page_payment_amount (FoyerPage *page, JsonObject *payment);

/**
 * foyer_page_make_rest:
 *
 * Returns: (transfer full) (nullable): that there are more open invoices than a statement lists; %NULL if there are not
 */
char *foyer_page_make_rest (FoyerPage *page);

/**
 * foyer_page_write_rest:
 *
 * Writes that, if it is so.
 */
void foyer_page_write_rest (FoyerPage *page);

/**
 * foyer_page_quote_title:
 *
 * Returns: (transfer full): `Quote 2087`, in the organisation's word
 */
char *foyer_page_quote_title (FoyerPage *page, JsonObject *quote);
char *foyer_page_quote_state (FoyerPage *page, JsonObject *quote, FoyerTone *tone);
void foyer_page_quote_row (FoyerPage *page, JsonObject *quote);

G_END_DECLS
