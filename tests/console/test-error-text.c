/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-error-text.c - every error has a sentence of its own */

#include "foyer-error-text.h"
#include "foyer-refusal-words.h"
#include "foyer-keyring.h"
#include "foyer-sign-in.h"
#include "foyer-store.h"
#include "foyer-sync-error.h"

#include <string.h>

static void
add_sentences (GHashTable *seen, GQuark domain, int last)
{
  for (int code = 0; code <= last; code++) {
    g_autoptr (GError) error = g_error_new_literal (domain, code, "SQLITE_IOERR");
    char *sentence = foyer_error_describe (error);

    g_assert_cmpuint (strlen (sentence), >, 20);
    g_assert_true (g_str_has_suffix (sentence, "."));
    /* Technical messages are for the one code that has no better words. */
    g_assert_null (strstr (sentence, "SQLITE"));
    g_assert_true (g_hash_table_add (seen, sentence));
  }
}

static void
test_each_code_has_its_own_sentence (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_sentences (seen, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE);
  add_sentences (seen, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_SERVER);
  add_sentences (seen, FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_NOT_FOUND);
  add_sentences (seen, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED);
  add_sentences (seen, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_ADDRESS);
}

static void
test_unknown_errors_keep_their_message (void)
{
  g_autoptr (GError) error
      = g_error_new_literal (FOYER_STORE_ERROR, FOYER_STORE_ERROR_FAILED, "no such column");
  g_autofree char *sentence = foyer_error_describe (error);

  g_assert_nonnull (strstr (sentence, "no such column"));
}

static const char *
translate_some (const char *text)
{
  static const char *const words[][2] = {
    { "The quote has expired", "Das Angebot gilt nicht mehr" },
    { "Only an administrator can change {what}", "{what}: nur die Verwaltung" },
    { "clients", "Kundschaft" },
    { "{crew} is at {client}, {time}", "{time} ist {crew} bei {client}" },
    { "{name} approved it", "Wrong" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_str_equal (text, words[i][0]))
      return words[i][1];
  }
  return text;
}

static void
assert_translated (const char *description, const char *expected)
{
  g_autofree char *words = foyer_refusal_words_by (description, translate_some);

  g_assert_cmpstr (words, ==, expected);
}

/* What is filled in stays what it is, unless it is a word of the rule too. */
static void
test_refusals_are_translated (void)
{
  assert_translated (NULL, NULL);
  assert_translated ("The quote has expired", "Das Angebot gilt nicht mehr");
  assert_translated ("Only an administrator can change clients", "Kundschaft: nur die Verwaltung");
  assert_translated ("Lee is at Oak Hall, 9–10 AM", "9–10 AM ist Lee bei Oak Hall");
  assert_translated ("Something that no server says", "Something that no server says");
  assert_translated (" approved it", " approved it");
  assert_translated ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-text/each-code-has-its-own-sentence", test_each_code_has_its_own_sentence);
  g_test_add_func ("/error-text/unknown-errors-keep-their-message", test_unknown_errors_keep_their_message);
  g_test_add_func ("/error-text/refusals-are-translated", test_refusals_are_translated);
  return g_test_run ();
}
