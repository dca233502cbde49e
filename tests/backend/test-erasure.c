/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-erasure.c - somebody is erased: nothing of them is left in any table, and what they signed still proves what it proved */

#include "test-site-papers.h"

#include "foyer-signature-chain.h"
#include "foyer-test-business.h"
#include "types/audit_event.h"
#include "types/portal_person.h"
#include "types/quote.h"
#include "types/sign_in_event.h"
#include "types/signature.h"

#include <string.h>

#define ZOE TEST_ID ("pp", "3")

typedef struct {
  TestPapers papers;
  FoyerTestApi *office;
  TestBrowser *zoe;
} Fixture;

/* Zoe came by a link, signed, wrote, was invited once and mailed, and signs in by a password. */
static void
set_up (Fixture *self, gconstpointer data)
{
  TestSite *site = &self->papers.site;
  g_autofree char *quote = NULL;
  g_autofree char *document = NULL;
  g_autoptr (FoyerHttpResponse) approved = NULL;
  g_autoptr (FoyerHttpResponse) signed_document = NULL;
  g_autoptr (FoyerHttpResponse) looked = NULL;
  g_autoptr (FoyerHttpResponse) wrote = NULL;
  g_autoptr (JsonObject) mailed = NULL;

  test_papers_set_up (&self->papers, data);
  test_site_put (
      site, "[{'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Zoe Quill', 'email': 'zoe@quill.example',"
            "  'phone': '+15035550177', 'role': 'owner', 'status': 'active', 'sentTo': 'zoe@quill.example'},"
            " {'id': 'iv-3', 'clientId': 'cl-1', 'personId': 'pp-3', 'email': 'zoe@quill.example',"
            "  'note': 'Dear Zoe Quill', 'status': 'sent'},"
            " {'id': 'si-3', 'clientId': 'cl-1', 'personId': 'pp-3', 'method': 'email_link',"
            "  'outcome': 'opened', 'at': '2026-11-20 09:00', 'email': 'zoe@quill.example',"
            "  'agent': 'Quill Browser', 'address': '192.0.2.7'}]");
  foyer_test_api_add_staff (site->server, "northwind", "st-8", "office");
  self->office = foyer_test_api_new (site->server, "northwind", "st-8");
  self->zoe = test_papers_sign_in (&self->papers, "pl-9", "pp-3");
  quote = test_papers_fill_form (self->zoe, TEST_QUOTE_PATH, "name=Zoe+Quill");
  approved = test_browser_post (self->zoe, TEST_QUOTE_PATH "/approve", quote);
  g_assert_cmpuint (approved->status, ==, 303);
  document = test_papers_fill_form (self->zoe, TEST_DOCUMENT_PATH, "name=Zoe+Quill");
  signed_document = test_browser_post (self->zoe, TEST_DOCUMENT_PATH "/sign", document);
  g_assert_cmpuint (signed_document->status, ==, 303);
  looked = test_browser_get (self->zoe, "/messages/new");
  wrote = test_browser_post (self->zoe, "/messages", "subject=Boiler&text=It+drips");
  g_assert_cmpuint (wrote->status, ==, 303);
  mailed = foyer_test_api_call (self->papers.ana, "PortalPerson/set",
                                "'update': {'" ZOE "': {'sendSignIn': true}}%s", "");
  foyer_test_api_assert (mailed, "notUpdated", "null");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_browser_free (self->zoe);
  foyer_test_api_free (self->office);
  test_papers_tear_down (&self->papers, data);
}

static void
erase (Fixture *self, FoyerTestApi *by, const char *expected)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (by, "PortalPerson/set", "'update': {'" ZOE "': {'erase': true}}%s", "");

  foyer_test_api_assert (answer, "notUpdated " ZOE " type", expected);
}

/* --- Nothing is left --- */

static GPtrArray *
list_columns (FoyerDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database,
      "SELECT '\"' || m.name || '\" WHERE CAST (\"' || p.name || '\" AS TEXT)' FROM sqlite_master AS m"
      " JOIN pragma_table_info (m.name) AS p WHERE m.type = 'table'",
      &error);
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (foyer_statement_step (statement, &error))
    g_ptr_array_add (columns, g_strdup (foyer_statement_get_text (statement, 0)));
  g_assert_no_error (error);
  return columns;
}

/* In how many columns of all tables a word stands. */
static guint
count_places (Fixture *self, const char *word)
{
  FoyerDatabase *database = foyer_backend_get_writer (self->papers.site.server->backend);
  g_autoptr (GPtrArray) columns = list_columns (database);
  guint n_places = 0;

  for (guint i = 0; i < columns->len; i++) {
    g_autofree char *sql
        = g_strdup_printf ("SELECT count(*) FROM %s LIKE '%%%s%%'", (char *) columns->pdata[i], word);

    if (foyer_database_integer (database, sql, NULL) == 0)
      continue;
    n_places++;
    g_test_message ("%s: %s", word, (char *) columns->pdata[i]);
  }
  return n_places;
}

static void
test_nothing_is_left (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "quill", "zoe", "5550177", "192.0.2.7" };
  g_autoptr (FoyerRecord) person = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count_places (self, words[i]), >, 0);
  erase (self, self->papers.ana, "nothing");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count_places (self, words[i]), ==, 0);
  person = foyer_test_server_get (self->papers.site.server, "northwind", "pp-3");
  g_assert_cmpstr (foyer_portal_person_get_name (person), ==, "(erased)");
  g_assert_null (foyer_portal_person_get_email (person));
  g_assert_cmpint (foyer_portal_person_get_status (person), ==, FOYER_PORTAL_PERSON_REMOVED);
  g_assert_false (FOYER_HAS (person, portal_person, erase));
}

static gboolean
check_chain (FoyerTransaction *transaction, gpointer data, GError **error)
{
  return foyer_signature_chain_check (transaction->source, data, error);
}

/* What was signed, written and decided stays with the client, and the chain is whole. */
static void
test_what_was_done_stays (Fixture *self, gconstpointer data)
{
  FoyerTestServer *server = self->papers.site.server;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) signatures = NULL;
  g_autoptr (FoyerRecord) quote = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) out = NULL;
  g_autoptr (GPtrArray) events = NULL;
  gboolean is_logged = FALSE;
  g_autoptr (GError) error = NULL;

  erase (self, self->papers.ana, "nothing");
  foyer_backend_write (server->backend, 1, TEST_SERVER_NOW, check_chain, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  signatures = foyer_test_server_list (server, "northwind", &foyer_signature_type);
  g_assert_cmpuint (signatures->len, ==, 2);
  quote = foyer_test_server_get (server, "northwind", "qt-1");
  g_assert_cmpint (foyer_quote_get_status (quote), ==, FOYER_QUOTE_APPROVED);
  g_assert_cmpstr (foyer_quote_get_decided_name (quote), ==, "(erased)");
  page = test_browser_get (self->papers.site.browser, TEST_QUOTE_PATH);
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "(erased)"));
  out = test_browser_get (self->zoe, "/visits");
  test_assert_goes (out, "/sign-in");
  events = foyer_test_server_list (server, "northwind", &foyer_audit_event_type);
  for (guint i = 0; i < events->len; i++)
    is_logged |= strcmp (foyer_audit_event_get_verb (events->pdata[i]), "erase") == 0
                 && strcmp (foyer_audit_event_get_actor_name (events->pdata[i]), "Ana") == 0;
  g_assert_true (is_logged);
}

static void
test_administrators_only (Fixture *self, gconstpointer data)
{
  g_autofree char *before = foyer_test_server_dump (self->papers.site.server);
  g_autofree char *after = NULL;

  erase (self, self->office, "forbidden");
  after = foyer_test_server_dump (self->papers.site.server);
  g_assert_cmpstr (after, ==, before);
}

/* Others at the client, and the same address at another client, are left as they are. */
static void
test_others_stay (Fixture *self, gconstpointer data)
{
  FoyerTestServer *server = self->papers.site.server;
  g_autoptr (FoyerRecord) ben = NULL;
  g_autoptr (FoyerRecord) other = NULL;

  test_site_put (&self->papers.site,
                 "[{'id': 'pp-4', 'clientId': 'cl-2', 'name': 'Zoe Quill', 'email': 'zoe@quill.example',"
                 "  'role': 'owner', 'status': 'active'}]");
  erase (self, self->papers.ana, "nothing");
  ben = foyer_test_server_get (server, "northwind", "pp-2");
  other = foyer_test_server_get (server, "northwind", "pp-4");
  g_assert_cmpstr (foyer_portal_person_get_email (ben), ==, "ben@ruiz.example");
  g_assert_cmpstr (foyer_portal_person_get_email (other), ==, "zoe@quill.example");
  g_assert_cmpint (foyer_portal_person_get_status (other), ==, FOYER_PORTAL_PERSON_ACTIVE);
}

#define ADD(path, function) g_test_add ("/erasure/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-is-left", test_nothing_is_left);
  ADD ("what-was-done-stays", test_what_was_done_stays);
  ADD ("administrators-only", test_administrators_only);
  ADD ("others-stay", test_others_stay);
  return g_test_run ();
}
