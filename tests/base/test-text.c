/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-text.c - catalogues, plural rules and templates */

#include "foyer-text.h"

#include "foyer-catalogue.h"
#include "foyer-language.h"
#include "foyer-text-direction.h"

#include <string.h>

static void
assert_fill (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_languages (void)
{
  g_assert_cmpint ((int) foyer_language_match ("de"), ==, (int) FOYER_LANGUAGE_DE);
  g_assert_cmpint ((int) foyer_language_match ("DE-at"), ==, (int) FOYER_LANGUAGE_DE);
  g_assert_cmpint ((int) foyer_language_match ("en"), ==, (int) FOYER_LANGUAGE_EN_US);
  g_assert_cmpint ((int) foyer_language_match ("en-gb"), ==, (int) FOYER_LANGUAGE_EN_GB);
  g_assert_cmpint ((int) foyer_language_match ("en-AU"), ==, (int) FOYER_LANGUAGE_EN_US);
  g_assert_cmpint ((int) foyer_language_match ("den"), ==, (int) FOYER_LANGUAGE_EN_US);
  g_assert_cmpint ((int) foyer_language_match (""), ==, (int) FOYER_LANGUAGE_EN_US);
  g_assert_cmpint ((int) foyer_language_match (NULL), ==, (int) FOYER_LANGUAGE_EN_US);
}

static void
test_lookup (void)
{
  g_assert_cmpstr (foyer_text ("de", "Canceled"), ==, "Abgesagt");
  g_assert_cmpstr (foyer_text ("de-CH", "Canceled"), ==, "Abgesagt");
  g_assert_cmpstr (foyer_text ("en-GB", "Canceled"), ==, "Cancelled");
  g_assert_cmpstr (foyer_text ("en-US", "Canceled"), ==, "Canceled");
  g_assert_cmpstr (foyer_text ("tlh", "Canceled"), ==, "Canceled");
  g_assert_cmpstr (foyer_text ("de", "No such text"), ==, "No such text");
}

static void
test_plurals (void)
{
  const char *one = "{count} thing nobody translates";
  const char *other = "{count} things nobody translates";

  g_assert_cmpstr (foyer_text_plural ("en-US", one, other, 1), ==, one);
  g_assert_cmpstr (foyer_text_plural ("en-US", one, other, 0), ==, other);
  g_assert_cmpstr (foyer_text_plural ("de", one, other, -1), ==, one);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_NONE, 5), ==, 0);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_ZERO_ONE, 0), ==, 0);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_SLAVIC, 21), ==, 0);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_SLAVIC, 11), ==, 2);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_SLAVIC, 112), ==, 2);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_SLAVIC, 22), ==, 1);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_POLISH, 21), ==, 2);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_POLISH, 2), ==, 1);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_CZECH, 22), ==, 2);
  g_assert_cmpuint (foyer_plural_form (FOYER_PLURAL_CZECH, 4), ==, 1);
}

static void
test_catalogues_are_sorted (void)
{
  for (const FoyerCatalogue *catalogue = foyer_catalogues; catalogue->tag != NULL; catalogue++) {
    for (gsize i = 0; i < catalogue->n_entries; i++) {
      g_assert_cmpstr (catalogue->entries[i].forms[0], !=, NULL);
      if (i > 0)
        g_assert_cmpint (strcmp (catalogue->entries[i - 1].message, catalogue->entries[i].message), <, 0);
    }
  }
}

static void
test_fill (void)
{
  assert_fill (foyer_text_fill ("Hello, {name}", "name", "Maria", NULL), "Hello, Maria");
  assert_fill (foyer_text_fill ("{b} and {a}, {a}", "a", "1", "b", "2", NULL), "2 and 1, 1");
  assert_fill (foyer_text_fill ("{due-date}", "due-date", "Nov 10", NULL), "Nov 10");
  assert_fill (foyer_text_fill ("{a}{b}", "a", NULL, "b", "x", NULL), "x");
  assert_fill (foyer_text_fill ("nothing", "name", "x", NULL), "nothing");
}

static void
test_fill_is_careful (void)
{
  /* What a person typed is not a template. */
  assert_fill (foyer_text_fill ("{a} {b}", "a", "{b}", "b", "{a}", NULL), "{b} {a}");
  assert_fill (foyer_text_fill ("{name", "name", "x", NULL), "{name");
  assert_fill (foyer_text_fill ("{} {N} {na me} {-a} {{name}}", "name", "x", NULL),
               "{} {N} {na me} {-a} {x}");
  assert_fill (foyer_text_fill ("{other} {name}", "name", "x", NULL), "{other} x");
}

static void
test_pieces (void)
{
  const char *at = "Call {phone}.";
  FoyerTextPiece piece;

  g_assert_true (foyer_text_next_piece (&at, &piece));
  g_assert_cmpmem (piece.text, piece.length, "Call ", 5);
  g_assert_cmpmem (piece.name, piece.name_length, "phone", 5);
  g_assert_true (foyer_text_next_piece (&at, &piece));
  g_assert_cmpmem (piece.text, piece.length, ".", 1);
  g_assert_null (piece.name);
  g_assert_false (foyer_text_next_piece (&at, &piece));
}

static void
test_sentence (void)
{
  assert_fill (foyer_text_sentence ("today, 9 AM"), "Today, 9 AM");
  assert_fill (foyer_text_sentence ("übermorgen"), "Übermorgen");
  assert_fill (foyer_text_sentence (""), "");
}

static void
test_isolated (void)
{
  g_autofree char *phone = foyer_text_isolate_ltr ("(503) 555-0142");

  g_assert_cmpstr (phone, ==, "\u2066(503) 555-0142\u2069");
}

static gboolean
turns (const char *text)
{
  return foyer_text_turns (text, strlen (text));
}

/* A name from right to left does not take the numbers beside it along. */
static void
test_something_to_read (void)
{
  const char *const nothing[]
      = { NULL, "", " \t\n", "\u200b\u200d\ufeff", "\u2800 \u3164\uffa0", "\u2066\u2069" };
  const char *const something[] = { "a", " .", "\u200b\u6771", "\U0001f44d" };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_false (foyer_text_shows_something (nothing[i]));
  for (guint i = 0; i < G_N_ELEMENTS (something); i++)
    g_assert_true (foyer_text_shows_something (something[i]));
}

static void
test_direction (void)
{
  const char *const site[] = { "\u05de\u05e8\u05e4\u05d0\u05d4", NULL, "12 Main Street" };

  g_assert_false (turns (""));
  g_assert_false (turns ("Müller – 12 “Straße” 日本"));
  g_assert_false (turns ("\u2066(503) 555-0142\u2069"));
  g_assert_true (turns ("12 \u05d0"));
  g_assert_true (turns ("\u0639\u064a\u0627\u062f\u0629"));
  g_assert_true (turns ("Jo\u202e"));
  g_assert_false (turns ("\u2068\u05d0\u2069, 12"));
  g_assert_true (turns ("\u2068\u05d0\u2069, \u05d0"));
  g_assert_true (turns ("\u2069\u05d0"));

  assert_fill (foyer_text_isolate ("Jo"), "Jo");
  assert_fill (foyer_text_isolate (NULL), NULL);
  assert_fill (foyer_text_isolate ("\u05d0 2"), "\u2068\u05d0 2\u2069");
  assert_fill (foyer_text_join (", ", site, G_N_ELEMENTS (site)),
               "\u2068\u05de\u05e8\u05e4\u05d0\u05d4\u2069, 12 Main Street");
  assert_fill (foyer_text_join (", ", site + 1, 1), NULL);
  assert_fill (foyer_text_fill ("{name}: {count}", "name", "\u05d0", "count", "12", NULL),
               "\u2068\u05d0\u2069: 12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/languages", test_languages);
  g_test_add_func ("/base/text/lookup", test_lookup);
  g_test_add_func ("/base/text/plurals", test_plurals);
  g_test_add_func ("/base/text/catalogues-are-sorted", test_catalogues_are_sorted);
  g_test_add_func ("/base/text/fill", test_fill);
  g_test_add_func ("/base/text/fill-never-looks-into-values", test_fill_is_careful);
  g_test_add_func ("/base/text/pieces", test_pieces);
  g_test_add_func ("/base/text/sentence", test_sentence);
  g_test_add_func ("/base/text/isolated", test_isolated);
  g_test_add_func ("/base/text/something-to-read", test_something_to_read);
  g_test_add_func ("/base/text/directions-are-kept-apart", test_direction);

  return g_test_run ();
}
