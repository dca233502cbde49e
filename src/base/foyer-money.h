/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_MONEY_ERROR (foyer_money_error_quark ())

/**
 * FoyerMoneyError:
 * @FOYER_MONEY_ERROR_SYNTAX: not an amount as people write it in that language
 * @FOYER_MONEY_ERROR_PRECISION: more decimals than the currency has
 * @FOYER_MONEY_ERROR_RANGE: larger than JSON carries exactly
 */
typedef enum {
  FOYER_MONEY_ERROR_SYNTAX,
  FOYER_MONEY_ERROR_PRECISION,
  FOYER_MONEY_ERROR_RANGE,
} FoyerMoneyError;

GQuark foyer_money_error_quark (void);

/* The largest amount either way, in minor units: what I-JSON carries exactly. */
#define FOYER_MONEY_MAX G_GINT64_CONSTANT (9007199254740991)

/**
 * FoyerMoney:
 * @amount: minor units of @currency, such as cents
 * @currency: an ISO 4217 code in upper case
 *
 * A value: copied by assignment, owning nothing.
 */
typedef struct {
  gint64 amount;
  char currency[4];
} FoyerMoney;

/**
 * foyer_currency_is_valid:
 * @currency: (nullable)
 *
 * Returns: whether @currency has the form of an ISO 4217 code: three letters A to Z
 */
gboolean foyer_currency_is_valid (const char *currency);

/**
 * foyer_currency_decimals:
 *
 * Returns: how many decimals amounts of @currency have: 2, for some 0, 3 or 4
 */
guint foyer_currency_decimals (const char *currency);

/**
 * foyer_money:
 * @amount: minor units
 * @currency: a valid ISO 4217 code
 *
 * Returns: the value
 */
FoyerMoney foyer_money (gint64 amount, const char *currency);

/**
 * foyer_money_add:
 * @sum: (out caller-allocates): may be the same as @a or @b
 *
 * Returns: %FALSE, leaving @sum alone, if the currencies differ or the sum is above %FOYER_MONEY_MAX either way
 */
gboolean foyer_money_add (const FoyerMoney *a, const FoyerMoney *b, FoyerMoney *sum);

/**
 * foyer_money_format:
 * @language: a BCP 47 tag
 *
 * Formats from own tables, never from libc's locale: `$605.00`, `605,00 €`, `¥605`, with no-break spaces and the minus sign `−`.
 *
 * Returns: (transfer full): the text
 */
char *foyer_money_format (const FoyerMoney *money, const char *language);

/**
 * foyer_money_parse:
 * @text: an amount as a person types it: `1,250.5`, `$40`, `40 EUR`, `−3,00 €`
 * @currency: the currency that is expected; another symbol or code in @text is an error
 * @language: decides which of point and comma separates the decimals
 * @money: (out caller-allocates): left alone on error
 *
 * Group separators may be left out but not misplaced, so that `1.25` in German is an error and never 125.
 *
 * Returns: %FALSE with a #FoyerMoneyError
 */
gboolean foyer_money_parse (const char *text,
                            const char *currency,
                            const char *language,
                            FoyerMoney *money,
                            GError **error);

G_END_DECLS
