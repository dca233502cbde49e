/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-lists.c - what a list of the portal costs does not grow with the organisation */

#include "foyer-test-server.h"

#include <string.h>

typedef struct {
  const char *table;
  const char *owner;
  const char *order;
} List;

static const List lists[] = {
  { "visit", "client_id", "start" },
  { "visit", "property_id", "start" },
  { "visit", "plan_id", "start" },
  { "booking", "client_id", "start" },
  { "request", "client_id", "requested_at" },
  { "quote", "client_id", "sent_at" },
  { "invoice", "client_id", "issued_on" },
  { "invoice", "bill_to_id", "issued_on" },
  { "invoice", "visit_id", "issued_on" },
  { "payment", "client_id", "paid_at" },
  { "payment", "invoice_id", "paid_at" },
  { "conversation", "client_id", "last_at" },
  { "message", "conversation_id", "sent_at" },
  { "photo", "visit_id", "taken_at" },
};

static char *
explain (FoyerDatabase *database, const List *list)
{
  g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT * FROM %s WHERE organisation = $1 AND "
                                          "%s = $2 ORDER BY %s DESC, id DESC LIMIT $3",
                                          list->table, list->owner, list->order);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (statement, &error));
  g_assert_no_error (error);
  return g_strdup (foyer_statement_get_text (statement, 3));
}

/* Neither looks SQLite through what is others', nor does it sort. */
static void
test_own_records_alone (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autofree char *plan = explain (foyer_backend_get_writer (server->backend), &lists[i]);
    g_autofree char *wanted = g_strdup_printf ("(organisation=? AND %s=?)", lists[i].owner);

    g_test_message ("%s by %s: %s", lists[i].table, lists[i].order, plan);
    g_assert_true (g_str_has_suffix (plan, wanted));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/site-lists/own-records-alone", test_own_records_alone);
  return g_test_run ();
}
