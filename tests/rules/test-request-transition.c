/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-request-transition.c - the whole table of who may take a request where */

#include "foyer-request-transition.h"

#include <string.h>

#define N_STATUSES (FOYER_REQUEST_WITHDRAWN + 1)

/* s staff, c client, v server. Rows from, columns to. */
static const char *const expected[N_STATUSES][N_STATUSES] = {
  /*               new open waiting resolved declined withdrawn */
  /* new */ { "", "s", "s", "s", "s", "c" },
  /* open */ { "s", "", "s", "s", "s", "c" },
  /* waiting */ { "", "scv", "", "s", "s", "c" },
  /* resolved */ { "", "s", "", "", "", "" },
  /* declined */ { "", "s", "", "", "", "" },
  /* withdrawn */ { "", "", "", "", "", "" },
};

static void
test_table (void)
{
  static const FoyerActor actors[] = { FOYER_ACTOR_STAFF, FOYER_ACTOR_CLIENT, FOYER_ACTOR_SERVER };
  static const char letters[] = "scv";

  for (int from = 0; from < N_STATUSES; from++) {
    for (int to = 0; to < N_STATUSES; to++) {
      for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
        g_assert_cmpint (foyer_request_may_become ((FoyerRequestStatus) from, (FoyerRequestStatus) to,
                                                   actors[i]),
                         ==, strchr (expected[from][to], letters[i]) != NULL);
    }
  }
}

static void
test_open (void)
{
  for (int status = 0; status < N_STATUSES; status++)
    g_assert_cmpint (foyer_request_is_open ((FoyerRequestStatus) status), ==,
                     status <= FOYER_REQUEST_WAITING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request-transition/the-whole-table", test_table);
  g_test_add_func ("/request-transition/open", test_open);
  return g_test_run ();
}
