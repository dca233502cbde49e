/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sync-text.c - what the engine knows is said in sentences, and never in the words of the program */

#include "foyer-assert-text.h"
#include "foyer-json.h"
#include "foyer-sync-error.h"
#include "foyer-sync-text.h"
#include "types/booking.h"
#include "types/visit.h"

#define INNER "rev 7 of vs-1 is no integer"

static void
assert_is_sentence (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_null (strstr (text, INNER));
}

static void
test_every_problem_has_a_sentence (void)
{
  static const int last[]
      = { FOYER_SYNC_ERROR_REFUSED, FOYER_TRANSPORT_ERROR_ADDRESS, FOYER_STORE_ERROR_UNKNOWN, 3 };
  const GQuark domains[] = { FOYER_SYNC_ERROR, FOYER_TRANSPORT_ERROR, FOYER_STORE_ERROR, FOYER_JSON_ERROR };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++) {
    for (int code = 0; code <= last[i]; code++) {
      g_autoptr (GError) problem = g_error_new_literal (domains[i], code, INNER);
      g_autofree char *text = foyer_sync_problem_text (problem);

      assert_is_sentence (text);
    }
  }
  g_assert_null (foyer_sync_problem_text (NULL));
}

static void
test_every_notice_has_a_sentence (void)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  for (int notice = FOYER_SYNC_NOTICE_SERVER_NEWER; notice <= FOYER_SYNC_NOTICE_CLOCK; notice++) {
    g_autofree char *text = foyer_sync_notice_text ((FoyerSyncNotice) notice, types);

    assert_is_sentence (text);
  }
  g_assert_null (foyer_sync_notice_text (FOYER_SYNC_NOTICE_NONE, types));
  g_ptr_array_add (types, (gpointer) &foyer_booking_type);
  g_ptr_array_add (types, (gpointer) &foyer_visit_type);
  foyer_assert_text (foyer_sync_notice_text (FOYER_SYNC_NOTICE_TROUBLED, types),
                     "The server cannot give everything now (bookings, visits). All else is up to date.");
}

static void
test_every_type_has_words (void)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    g_assert_cmpstr (foyer_record_type_words (types[i]), !=, types[i]->name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync-text/problems", test_every_problem_has_a_sentence);
  g_test_add_func ("/sync-text/notices", test_every_notice_has_a_sentence);
  g_test_add_func ("/sync-text/types", test_every_type_has_words);
  return g_test_run ();
}
