/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-money.c - amounts of money in words and back */

#include "foyer-money.h"
#include "foyer-random.h"

static void
assert_format (gint64 amount, const char *currency, const char *language, const char *expected)
{
  FoyerMoney money = foyer_money (amount, currency);
  g_autofree char *text = foyer_money_format (&money, language);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_parse (const char *text, const char *currency, const char *language, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  FoyerMoney money;

  g_assert_true (foyer_money_parse (text, currency, language, &money, &error));
  g_assert_no_error (error);
  g_assert_cmpint (money.amount, ==, expected);
  g_assert_cmpstr (money.currency, ==, currency);
}

static void
assert_refused (const char *text, const char *currency, const char *language, FoyerMoneyError code)
{
  g_autoptr (GError) error = NULL;
  FoyerMoney money = { 7, "XXX" };

  g_assert_false (foyer_money_parse (text, currency, language, &money, &error));
  g_assert_error (error, FOYER_MONEY_ERROR, (int) code);
  g_assert_cmpint (money.amount, ==, 7);
}

static void
test_format (void)
{
  assert_format (60500, "USD", "en-US", "$605.00");
  assert_format (60500, "EUR", "de", "605,00\u00a0€");
  assert_format (60500, "GBP", "en-GB", "£605.00");
  assert_format (60500, "USD", "en-GB", "US$605.00");
  assert_format (605, "JPY", "en-US", "¥605");
  assert_format (605, "JPY", "de", "605\u00a0¥");
  assert_format (1234567, "KWD", "en-US", "KWD\u00a01,234.567");
  assert_format (120000, "CHF", "de-CH", "1.200,00\u00a0CHF");
}

static void
test_format_sizes (void)
{
  assert_format (0, "USD", "en-US", "$0.00");
  assert_format (5, "USD", "en-US", "$0.05");
  assert_format (-5, "USD", "en-US", "−$0.05");
  assert_format (-1109640, "EUR", "de", "−11.096,40\u00a0€");
  assert_format (99999, "USD", "en-US", "$999.99");
  assert_format (100000, "USD", "en-US", "$1,000.00");
  assert_format (100000000, "JPY", "en-US", "¥100,000,000");
  assert_format (G_MININT64, "JPY", "en-US", "−¥9,223,372,036,854,775,808");
}

static void
test_parse (void)
{
  assert_parse ("605", "USD", "en-US", 60500);
  assert_parse ("$1,250.5", "USD", "en-US", 125050);
  assert_parse (" 40 EUR ", "EUR", "de", 4000);
  assert_parse ("1.234,56\u00a0€", "EUR", "de", 123456);
  assert_parse ("-3", "USD", "en-US", -300);
  assert_parse ("−$3.00", "USD", "en-US", -300);
  assert_parse ("$-3.00", "USD", "en-US", -300);
  assert_parse ("90071992547409.91", "USD", "en-US", FOYER_MONEY_MAX);
}

static void
test_parse_refuses (void)
{
  static const char *const wrong[] = {
    "",   " ",  "$",     "-",    "--3", "1,2", "1,23,456", "12,34", ",5",
    "5.", ".5", "1.2.3", "0x10", "1e3", "5 €", "五",       "1 000", "1,2345",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], "USD", "en-US", FOYER_MONEY_ERROR_SYNTAX);

  /* A point groups in German, so this is neither 1.25 nor 125. */
  assert_refused ("1.25", "EUR", "de", FOYER_MONEY_ERROR_SYNTAX);
  assert_refused ("1.255", "USD", "en-US", FOYER_MONEY_ERROR_PRECISION);
  assert_refused ("605.00", "JPY", "en-US", FOYER_MONEY_ERROR_PRECISION);
  assert_refused ("90071992547409.92", "USD", "en-US", FOYER_MONEY_ERROR_RANGE);
  assert_refused ("99999999999999999999999999999999", "USD", "en-US", FOYER_MONEY_ERROR_RANGE);
}

static void
test_round_trip (void)
{
  static const char *const languages[] = { "en-US", "en-GB", "de" };
  static const char *const currencies[] = { "USD", "EUR", "JPY", "KWD", "CHF", "CLF" };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (605);

  for (guint i = 0; i < 3000; i++) {
    gint64 size = (gint64) foyer_random_below (random, G_MAXUINT32) * foyer_random_below (random, 2000000);
    FoyerMoney money = foyer_money (foyer_random_below (random, 2) == 0 ? size : -size, currencies[i % 6]);
    g_autofree char *text = foyer_money_format (&money, languages[i % 3]);

    assert_parse (text, money.currency, languages[i % 3], money.amount);
  }
}

static void
test_add (void)
{
  FoyerMoney a = foyer_money (FOYER_MONEY_MAX - 1, "USD");
  FoyerMoney one = foyer_money (1, "USD");
  FoyerMoney euro = foyer_money (1, "EUR");

  g_assert_true (foyer_money_add (&a, &one, &a));
  g_assert_cmpint (a.amount, ==, FOYER_MONEY_MAX);
  g_assert_false (foyer_money_add (&a, &one, &a));
  g_assert_false (foyer_money_add (&one, &euro, &a));
  g_assert_cmpint (a.amount, ==, FOYER_MONEY_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/money/format", test_format);
  g_test_add_func ("/base/money/format-keeps-sign-groups-and-zeros", test_format_sizes);
  g_test_add_func ("/base/money/parse", test_parse);
  g_test_add_func ("/base/money/parse-refuses-what-is-unclear", test_parse_refuses);
  g_test_add_func ("/base/money/what-is-formatted-parses-back", test_round_trip);
  g_test_add_func ("/base/money/add-checks-currency-and-range", test_add);

  return g_test_run ();
}
