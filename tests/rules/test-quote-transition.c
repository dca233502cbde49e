/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-quote-transition.c - the whole table of who may take a quote where */

#include "foyer-quote-transition.h"

#include <string.h>

#define N_STATUSES (FOYER_QUOTE_WITHDRAWN + 1)

/* s staff, c client, v server. Rows from, columns to. */
static const char *const expected[N_STATUSES][N_STATUSES] = {
  /*               draft sent changes approved declined expired withdrawn */
  /* draft */ { "", "s", "", "", "", "", "s" },
  /* sent */ { "", "s", "cs", "cs", "cs", "v", "s" },
  /* changes */ { "", "s", "", "", "cs", "", "s" },
  /* approved */ { "", "", "", "", "", "", "" },
  /* declined */ { "", "s", "", "", "", "", "" },
  /* expired */ { "", "s", "", "", "", "", "s" },
  /* withdrawn */ { "", "", "", "", "", "", "" },
};

static void
test_table (void)
{
  static const FoyerActor actors[] = { FOYER_ACTOR_STAFF, FOYER_ACTOR_CLIENT, FOYER_ACTOR_SERVER };
  static const char letters[] = "scv";

  for (int from = 0; from < N_STATUSES; from++) {
    for (int to = 0; to < N_STATUSES; to++) {
      for (guint i = 0; i < G_N_ELEMENTS (actors); i++) {
        g_test_message ("%d → %d by %c", from, to, letters[i]);
        g_assert_cmpint (foyer_quote_may_become ((FoyerQuoteStatus) from, (FoyerQuoteStatus) to, actors[i]),
                         ==, strchr (expected[from][to], letters[i]) != NULL);
      }
    }
  }
}

/* Nobody leads away from an approval, so nothing that was signed can be offered, changed or withdrawn (E02). */
static void
test_approved_is_an_end (void)
{
  for (int to = 0; to < N_STATUSES; to++)
    g_assert_false (foyer_quote_may_become (FOYER_QUOTE_APPROVED, (FoyerQuoteStatus) to,
                                            FOYER_ACTOR_STAFF | FOYER_ACTOR_CLIENT | FOYER_ACTOR_SERVER));
  g_assert_true (foyer_quote_is_fixed (FOYER_QUOTE_APPROVED));
  g_assert_false (foyer_quote_is_fixed (FOYER_QUOTE_SENT));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/quote-transition/table", test_table);
  g_test_add_func ("/rules/quote-transition/approved-is-an-end", test_approved_is_an_end);
  return g_test_run ();
}
