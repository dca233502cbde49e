/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-number-text.c - numbers are written as readers of each language expect, whatever libc's locale is */

#include "foyer-number-text.h"

static void
test_text (void)
{
  static const struct {
    gint64 value;
    guint decimals;
    const char *language;
    const char *text;
  } cases[] = {
    { 0, 0, "en-US", "0" },
    { 999, 0, "en-US", "999" },
    { 10000, 0, "en-US", "10,000" },
    { 10000, 0, "de", "10.000" },
    { -1234567, 0, "de-AT", "−1.234.567" },
    { 1500, 3, "en-US", "1.5" },
    { 1500, 3, "de", "1,5" },
    { 125, 3, "en-GB", "0.125" },
    { 2000, 3, "en-US", "2" },
    { -500, 3, "en-US", "−0.5" },
    { 0, 3, "en-US", "0" },
    { 12345678, 3, "de", "12.345,678" },
    { G_MAXINT64, 0, "en-US", "9,223,372,036,854,775,807" },
    { G_MININT64, 9, "en-US", "−9,223,372,036.854775808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = foyer_number_text (cases[i].value, cases[i].decimals, cases[i].language);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number-text/by-language", test_text);
  return g_test_run ();
}
