/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-lists.c - what a list of the portal costs does not grow with the organisation */

#include "foyer-test-server.h"

#include <string.h>

/**
 * List:
 * @where: what the list asks for
 * @order: by which it goes, up or down
 * @found: what SQLite looks up in an index; it sorts nothing
 */
typedef struct {
  const char *table;
  const char *where;
  const char *order;
  const char *found;
} List;

#define LIST(table, owner, order) \
  { \
    table, owner " = $2", order, owner "=?" \
  }

static const List lists[] = {
  LIST ("visit", "client_id", "start DESC, id DESC"),
  LIST ("visit", "property_id", "start DESC, id DESC"),
  LIST ("visit", "plan_id", "start DESC, id DESC"),
  LIST ("booking", "client_id", "start DESC, id DESC"),
  LIST ("request", "client_id", "requested_at DESC, id DESC"),
  LIST ("quote", "client_id", "sent_at DESC, id DESC"),
  LIST ("invoice", "bill_to_id", "issued_on DESC, id DESC"),
  LIST ("invoice", "visit_id", "issued_on DESC, id DESC"),
  LIST ("payment", "client_id", "paid_at DESC, id DESC"),
  LIST ("payment", "invoice_id", "paid_at DESC, id DESC"),
  LIST ("conversation", "client_id", "last_at DESC, id DESC"),
  LIST ("conversation", "merged_into_id", "last_at DESC, id DESC"),
  LIST ("message", "conversation_id", "sent_at DESC, id DESC"),
  LIST ("photo", "visit_id", "taken_at DESC, id DESC"),
  LIST ("plan", "client_id", "renew_on DESC, id DESC"),
  LIST ("contract", "client_id", "end_on DESC, id DESC"),
  LIST ("equipment", "client_id", "property_id, id"),
  LIST ("property", "client_id", "name, id"),
  LIST ("document", "client_id", "position, id"),
  LIST ("signature", "subject_id", "signed_at DESC, id DESC"),
  { "document", "client_id IS NULL AND shown_to = $2", "position, id", "client_id=? AND shown_to=?" },
  { "invoice", "client_id = $2 AND bill_to_id IS NULL", "issued_on DESC, id DESC",
    "client_id=? AND bill_to_id=?" },
  { "visit", "client_id = $2 AND \"end\" >= 1", "\"end\", id", "client_id=? AND end>?" },
  /* What is still to be paid. */
  { "invoice", "client_id = $2 AND bill_to_id IS NULL AND status = 1", "due_on, id",
    "client_id=? AND bill_to_id=? AND status=?" },
  { "invoice", "bill_to_id = $2 AND status = 1", "due_on, id", "bill_to_id=? AND status=?" },
  /* What waits for somebody. */
  { "request", "client_id = $2 AND status = 1", "requested_at DESC, id DESC", "client_id=? AND status=?" },
  { "quote", "client_id = $2 AND status = 1", "sent_at DESC, id DESC", "client_id=? AND status=?" },
  /* A page further on. */
  { "visit", "client_id = $2 AND (start, id) < (1, '2')", "start DESC, id DESC",
    "client_id=? AND (start,id)<(?,?)" },
};

static char *
explain (FoyerDatabase *database, const List *list)
{
  g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT * FROM %s WHERE organisation = $1 AND "
                                          "%s ORDER BY %s LIMIT $3",
                                          list->table, list->where, list->order);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, &error);
  g_autoptr (GString) plan = g_string_new (NULL);

  g_assert_no_error (error);
  while (foyer_statement_step (statement, &error))
    g_string_append (plan, foyer_statement_get_text (statement, 3));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

/* Neither looks SQLite through what is others', nor does it sort. */
static void
test_own_records_alone (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autofree char *plan = explain (foyer_backend_get_writer (server->backend), &lists[i]);
    g_autofree char *wanted = g_strdup_printf ("(organisation=? AND %s)", lists[i].found);

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
