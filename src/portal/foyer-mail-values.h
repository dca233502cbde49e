/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-mail.h"

G_BEGIN_DECLS

/*
 * What stands for placeholders. The server mails with these values, and the console shows with the same ones what it would mail. Values
 * that there are none of are left out.
 */

/**
 * FoyerMailContext:
 * @portal_url: (nullable): where the portal is; %NULL while it has no address
 * @language: in which dates and amounts are written
 *
 * For whom and of what business a mail is. It owns nothing.
 */
typedef struct {
  FoyerRecordSource *source;
  FoyerBusiness *business;
  const char *portal_url;
  const char *language;
} FoyerMailContext;

/**
 * foyer_mail_record_values:
 * @record: a booking, visit or request
 * @path: of its kind in the portal, such as `/bookings/`
 * @message: (nullable): words of the office or the client
 *
 * Returns: (transfer full) (element-type utf8 utf8): what mails say of @record: work, date, site and the link to its page; %NULL with
 *   an error
 */
GHashTable *foyer_mail_record_values (const FoyerMailContext *context,
                                      JsonObject *record,
                                      const char *path,
                                      const char *message,
                                      GError **error);

/**
 * foyer_mail_request_values:
 *
 * Of a request: its subject stands where the work would, since not every request names work.
 *
 * Returns: (transfer full) (element-type utf8 utf8): or %NULL with an error
 */
GHashTable *foyer_mail_request_values (const FoyerMailContext *context,
                                       JsonObject *request,
                                       const char *message,
                                       GError **error);

/**
 * foyer_mail_quote_values:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what mails say of a quote
 */
GHashTable *foyer_mail_quote_values (const FoyerMailContext *context, JsonObject *quote);

/**
 * foyer_mail_invoice_values:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what mails say of an invoice
 */
GHashTable *foyer_mail_invoice_values (const FoyerMailContext *context, JsonObject *invoice);

G_END_DECLS
