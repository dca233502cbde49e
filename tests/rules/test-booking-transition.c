/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-booking-transition.c - the whole table of who may take a booking where */

#include "foyer-booking-transition.h"

#include <string.h>

#define N_STATUSES (FOYER_BOOKING_EXPIRED + 1)

/* s staff, c client, v server; an upper-case letter only while the client was not told. Rows from, columns to. */
static const char *const expected[N_STATUSES][N_STATUSES] = {
  /*               pending countered approved declined withdrawn cancelled expired */
  /* pending */ { "", "s", "sv", "s", "c", "", "v" },
  /* countered */ { "cS", "", "cs", "s", "c", "", "v" },
  /* approved */ { "S", "", "", "", "", "csv", "" },
  /* declined */ { "S", "", "", "", "", "", "" },
  /* withdrawn */ { "", "", "", "", "", "", "" },
  /* cancelled */ { "", "", "", "", "", "", "" },
  /* expired */ { "", "", "", "", "", "", "" },
};

static gboolean
expects (const char *cell, char letter, gboolean told)
{
  return strchr (cell, letter) != NULL || (!told && strchr (cell, g_ascii_toupper (letter)) != NULL);
}

static void
test_table (void)
{
  static const FoyerActor actors[] = { FOYER_ACTOR_STAFF, FOYER_ACTOR_CLIENT, FOYER_ACTOR_SERVER };
  static const char letters[] = "scv";

  for (int from = 0; from < N_STATUSES; from++) {
    for (int to = 0; to < N_STATUSES; to++) {
      for (guint i = 0; i < G_N_ELEMENTS (actors); i++) {
        for (int told = 0; told <= 1; told++) {
          g_test_message ("%d → %d by %c, told %d", from, to, letters[i], told);
          g_assert_cmpint (foyer_booking_may_become ((FoyerBookingStatus) from, (FoyerBookingStatus) to,
                                                     actors[i], told),
                           ==, expects (expected[from][to], letters[i], told));
        }
      }
    }
  }
}

static void
test_open (void)
{
  for (int status = 0; status < N_STATUSES; status++)
    g_assert_cmpint (foyer_booking_is_open ((FoyerBookingStatus) status), ==,
                     status == FOYER_BOOKING_PENDING || status == FOYER_BOOKING_COUNTERED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booking-transition/the-whole-table", test_table);
  g_test_add_func ("/booking-transition/pending-and-countered-are-open", test_open);
  return g_test_run ();
}
