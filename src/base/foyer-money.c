/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-money.c - amounts of money: minor units and a currency, written and read by language */

#include "foyer-money.h"

#include "foyer-language.h"
#include "foyer-number-text.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS "\u2212"

G_DEFINE_QUARK (foyer - money - error - quark, foyer_money_error)

/* ISO 4217: the currencies that do not have two decimals. */
static const struct {
  const char currency[4];
  guint decimals;
} unusual_decimals[] = {
  { "BHD", 3 }, { "BIF", 0 }, { "CLF", 4 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "IQD", 3 },
  { "ISK", 0 }, { "JOD", 3 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 }, { "KWD", 3 }, { "LYD", 3 },
  { "OMR", 3 }, { "PYG", 0 }, { "RWF", 0 }, { "TND", 3 }, { "UGX", 0 }, { "UYI", 0 }, { "UYW", 4 },
  { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

/* What stands for a currency in each language; one that is missing here is written as its code. */
static const struct {
  const char currency[4];
  const char *symbols[FOYER_N_LANGUAGES];
} symbols[] = {
  { "AUD", { "A$", "A$", "AU$" } },   { "BRL", { "R$", "R$", "R$" } },    { "CAD", { "CA$", "CA$", "CA$" } },
  { "CNY", { "CN¥", "CN¥", "CN¥" } }, { "EUR", { "€", "€", "€" } },       { "GBP", { "£", "£", "£" } },
  { "ILS", { "₪", "₪", "₪" } },       { "INR", { "₹", "₹", "₹" } },       { "JPY", { "¥", "JP¥", "¥" } },
  { "KRW", { "₩", "₩", "₩" } },       { "MXN", { "MX$", "MX$", "MX$" } }, { "NZD", { "NZ$", "NZ$", "NZ$" } },
  { "PHP", { "₱", "₱", "₱" } },       { "USD", { "$", "US$", "$" } },     { "VND", { "₫", "₫", "₫" } },
};

/* Where the symbol stands. */
static const gboolean symbol_last[FOYER_N_LANGUAGES] = {
  [FOYER_LANGUAGE_EN_US] = FALSE,
  [FOYER_LANGUAGE_EN_GB] = FALSE,
  [FOYER_LANGUAGE_DE] = TRUE,
};

static const char *
find_symbol (const char *currency, FoyerLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++) {
    if (strcmp (symbols[i].currency, currency) == 0)
      return symbols[i].symbols[language];
  }
  return NULL;
}

/* Takes white space off both ends of the text from *start to *end. */
static void
strip_spaces (const char **start, const char **end)
{
  for (gboolean again = TRUE; again;) {
    again = FALSE;
    if (*start < *end && **start == ' ') {
      *start += 1;
      again = TRUE;
    }
    if (*end - *start >= 2 && strncmp (*start, NO_BREAK_SPACE, 2) == 0) {
      *start += 2;
      again = TRUE;
    }
    if (*start < *end && (*end)[-1] == ' ') {
      *end -= 1;
      again = TRUE;
    }
    if (*end - *start >= 2 && strncmp (*end - 2, NO_BREAK_SPACE, 2) == 0) {
      *end -= 2;
      again = TRUE;
    }
  }
}

/* Takes a currency's code or symbol off the start or the end. */
static gboolean
strip_affix (const char **start, const char **end, const char *affix)
{
  gsize length = affix != NULL ? strlen (affix) : 0;

  if (length == 0 || (gsize) (*end - *start) < length)
    return FALSE;

  if (strncmp (*start, affix, length) == 0)
    *start += length;
  else if (strncmp (*end - length, affix, length) == 0)
    *end -= length;
  else
    return FALSE;

  strip_spaces (start, end);
  return TRUE;
}

static gboolean
strip_minus (const char **start, const char **end)
{
  gsize length = 0;

  if (*start < *end && **start == '-')
    length = 1;
  else if ((gsize) (*end - *start) >= strlen (MINUS) && strncmp (*start, MINUS, strlen (MINUS)) == 0)
    length = strlen (MINUS);

  *start += length;
  strip_spaces (start, end);
  return length > 0;
}

/* Appends a digit, staying above FOYER_MONEY_MAX once it is there. */
static guint64
append_digit (guint64 value, char digit)
{
  if (value > (guint64) FOYER_MONEY_MAX)
    return value;
  return value * 10 + (guint64) g_ascii_digit_value (digit);
}

/* Reads the digits before the decimals, with all group separators or none. Moves *at behind them. */
static gboolean
parse_whole (const char **at, const char *end, char group, guint64 *value)
{
  gboolean is_grouped = FALSE;
  guint digits = 0;
  guint since_group = 0;

  for (; *at < end; *at += 1) {
    if (g_ascii_isdigit (**at)) {
      if (is_grouped && since_group == 3)
        return FALSE;
      *value = append_digit (*value, **at);
      digits += 1;
      since_group += 1;
    } else if (**at == group) {
      if (is_grouped ? since_group != 3 : (digits == 0 || digits > 3))
        return FALSE;
      is_grouped = TRUE;
      since_group = 0;
    } else {
      break;
    }
  }
  return digits > 0 && (!is_grouped || since_group == 3);
}

/* Reads the separator and the digits behind it, if there are any. */
static gboolean
parse_decimals (const char *at, const char *end, char separator, guint *found, guint64 *value)
{
  *found = 0;
  if (at == end)
    return TRUE;
  if (*at != separator || at + 1 == end)
    return FALSE;

  for (at += 1; at < end; at++, *found += 1) {
    if (!g_ascii_isdigit (*at))
      return FALSE;
    *value = append_digit (*value, *at);
  }
  return TRUE;
}

gboolean
foyer_currency_is_valid (const char *currency)
{
  return currency != NULL && strlen (currency) == 3 && g_ascii_isupper (currency[0])
         && g_ascii_isupper (currency[1]) && g_ascii_isupper (currency[2]);
}

guint
foyer_currency_decimals (const char *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (unusual_decimals); i++) {
    if (strcmp (unusual_decimals[i].currency, currency) == 0)
      return unusual_decimals[i].decimals;
  }
  return 2;
}

FoyerMoney
foyer_money (gint64 amount, const char *currency)
{
  FoyerMoney money = { .amount = amount };

  g_return_val_if_fail (foyer_currency_is_valid (currency), money);

  memcpy (money.currency, currency, sizeof money.currency);
  return money;
}

gboolean
foyer_money_add (const FoyerMoney *a, const FoyerMoney *b, FoyerMoney *sum)
{
  gint64 amount;

  if (strcmp (a->currency, b->currency) != 0 || __builtin_add_overflow (a->amount, b->amount, &amount))
    return FALSE;
  if (amount > FOYER_MONEY_MAX || amount < -FOYER_MONEY_MAX)
    return FALSE;

  *sum = foyer_money (amount, a->currency);
  return TRUE;
}

char *
foyer_money_format (const FoyerMoney *money, const char *tag)
{
  FoyerLanguage language = foyer_language_match (tag);
  const char *symbol = find_symbol (money->currency, language);
  guint64 size = money->amount < 0 ? 0 - (guint64) money->amount : (guint64) money->amount;
  GString *out = g_string_new (money->amount < 0 ? MINUS : NULL);

  if (!symbol_last[language]) {
    g_string_append (out, symbol != NULL ? symbol : money->currency);
    if (symbol == NULL)
      g_string_append (out, NO_BREAK_SPACE);
  }
  foyer_number_append (out, size, foyer_currency_decimals (money->currency), tag);
  if (symbol_last[language]) {
    g_string_append (out, NO_BREAK_SPACE);
    g_string_append (out, symbol != NULL ? symbol : money->currency);
  }
  return g_string_free (out, FALSE);
}

gboolean
foyer_money_parse (const char *text, const char *currency, const char *tag, FoyerMoney *money, GError **error)
{
  FoyerLanguage language = foyer_language_match (tag);
  guint decimals;
  guint found;
  const char *end;
  gboolean is_negative;
  guint64 value = 0;
  char group;
  char decimal;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (foyer_currency_is_valid (currency), FALSE);

  decimals = foyer_currency_decimals (currency);
  foyer_number_separators (tag, &group, &decimal);
  end = text + strlen (text);
  strip_spaces (&text, &end);
  is_negative = strip_minus (&text, &end);
  if (!strip_affix (&text, &end, currency))
    strip_affix (&text, &end, find_symbol (currency, language));
  if (!is_negative)
    is_negative = strip_minus (&text, &end);

  if (!parse_whole (&text, end, group, &value) || !parse_decimals (text, end, decimal, &found, &value)) {
    g_set_error_literal (error, FOYER_MONEY_ERROR, FOYER_MONEY_ERROR_SYNTAX, "Not an amount of money");
    return FALSE;
  }
  if (found > decimals) {
    g_set_error (error, FOYER_MONEY_ERROR, FOYER_MONEY_ERROR_PRECISION, "%s has %u decimals", currency,
                 decimals);
    return FALSE;
  }
  for (; found < decimals; found++)
    value = append_digit (value, '0');
  if (value > (guint64) FOYER_MONEY_MAX) {
    g_set_error_literal (error, FOYER_MONEY_ERROR, FOYER_MONEY_ERROR_RANGE, "The amount is too large");
    return FALSE;
  }

  *money = foyer_money (is_negative ? -(gint64) value : (gint64) value, currency);
  return TRUE;
}
