/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-matrix.c - every route of the portal, asked by everybody whom it does not belong to (reliability.md §2.6, A) */

#include "test-site-browser.h"

#include "foyer-json.h"
#include "foyer-portal-address.h"
#include "foyer-test-business.h"
#include "site/foyer-site-routes.h"
#include "types/portal_session.h"

#include <string.h>

/*
 * Who asks: nobody, another client of the same business, and the same client of another business. Then those who had a way in: they
 * are answered as nobody is. SIGNED_OUT, ENDED and REVOKED are Ellen, after she or the office ended that session, or the link.
 */
enum { NOBODY, OTHER_CLIENT, OTHER_BUSINESS, N_STRANGERS, SIGNED_OUT = N_STRANGERS, ENDED, REVOKED, N_ALL };

/*
 * A row for each route, and no route without a row. BOOKING stands for the id of Ellen's booking, LINK for the secret of a link of
 * the other business, SESSION for the id of Ellen's session. Whatever is asked, the database stays as it is, but that asking for a fresh link is written
 * down, and nothing of Ellen's is in the answer.
 */
#define BOOKING "{booking}"
#define LINK "{link}"
#define SESSION "{session}"
#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define VISIT ID ("vs", "1")
#define QUOTE ID ("qt", "1")
#define INVOICE ID ("inv", "1")
#define PROPERTY ID ("pr", "1")
#define PHOTO ID ("ph", "1")
#define PLAN ID ("pn", "1")
#define CONTRACT ID ("ct", "1")
#define REQUEST ID ("rq", "1")
#define DOCUMENT ID ("dc", "1")
#define MACHINE ID ("eq", "1")
#define TALK ID ("cv", "1")
#define LETTER ID ("ms", "1")

/* A record of Ellen's of every kind that has a page or a list. */
static const char ellens[]
    = "[{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'Visit at Ellen Ruiz', 'status': "
      "'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'qt-1', 'clientId': 'cl-1', 'title': 'Quote for Ellen Ruiz', 'status': 'sent', 'number': '1',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'sentAt': '2026-11-02 09:00'},"
      " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Invoice for Ellen Ruiz', 'status': 'issued', 'number': "
      "'1',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}},"
      " {'id': 'py-1', 'clientId': 'cl-1', 'invoiceId': 'inv-1', 'amount': {'amount': 1, 'currency': 'USD'},"
      "  'detail': 'paid by Ellen Ruiz', 'paidAt': '2026-11-02 09:00'},"
      " {'id': 'ph-1', 'clientId': 'cl-1', 'visitId': 'vs-1', 'blobId': 'b', 'caption': 'Photo at Ellen "
      "Ruiz',"
      "  'released': true},"
      " {'id': 'pn-1', 'clientId': 'cl-1', 'name': 'Plan of Ellen Ruiz', 'status': 'active'},"
      " {'id': 'ct-1', 'clientId': 'cl-1', 'title': 'Contract with Ellen Ruiz', 'status': 'active'},"
      " {'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'Complaint of Ellen Ruiz',"
      "  'requestedAt': '2026-11-02 09:00', 'attachments': [{'blobId': 'b', 'name': 'Ellen.txt'}]},"
      " {'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Letter of Ellen Ruiz', 'lastAt': '2026-11-02 09:00',"
      "  'clientReadAt': '2026-11-02 09:00'},"
      " {'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'Ellen Ruiz writes',"
      "  'sentAt': '2026-11-02 09:00', 'attachments': [{'blobId': 'b', 'name': 'Ellen.jpg'}]},"
      " {'id': 'dc-1', 'clientId': 'cl-1', 'title': 'Paper of Ellen Ruiz', 'shownTo': 'all'},"
      " {'id': 'eq-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'name': 'Furnace of Ellen Ruiz'}]";

static const struct {
  const char *method;
  const char *route;
  const char *address;
  guint status[N_STRANGERS];
} rows[] = {
  { "GET", "/static/*", "/static/portal-0.css", { 404, 404, 404 } },
  { "GET", "/l/*", "/l/" LINK, { 404, 404, 404 } },
  { "POST", "/l/*", "/l/" LINK, { 200, 200, 200 } },
  { "GET", "/end-preview", "/end-preview", { 303, 303, 303 } },
  { "GET", "/m/*", "/m/" LINK, { 404, 404, 404 } },
  { "POST", "/m/*", "/m/" LINK, { 200, 200, 200 } },
  { "GET", "/i/*", "/i/" LINK, { 404, 404, 404 } },
  { "POST", "/i/*", "/i/" LINK, { 200, 200, 200 } },
  { "GET", "/sign-in", "/sign-in", { 200, 200, 200 } },
  { "POST", "/sign-in", "/sign-in", { 200, 200, 200 } },
  { "POST", "/sign-in/password", "/sign-in/password", { 200, 200, 200 } },
  { "POST", "/sign-in/phone", "/sign-in/phone", { 404, 404, 404 } },
  { "POST", "/sign-in/code", "/sign-in/code", { 303, 303, 303 } },
  { "GET", "/sign-in/sent", "/sign-in/sent", { 303, 303, 303 } },
  /* With the token of Ellen's session. */
  { "POST", "/sign-out", "/sign-out", { 303, 403, 303 } },
  { "GET", "/password", "/password", { 303, 404, 303 } },
  { "POST", "/password", "/password", { 303, 403, 303 } },
  { "GET", "/sessions", "/sessions", { 303, 200, 303 } },
  { "POST", "/sessions/end-others", "/sessions/end-others", { 303, 403, 303 } },
  { "POST", "/sessions/*/end", "/sessions/" SESSION "/end", { 303, 404, 303 } },
  { "GET", "/profile", "/profile", { 303, 200, 303 } },
  { "POST", "/profile", "/profile", { 303, 403, 303 } },
  { "POST", "/profile/notifications", "/profile/notifications", { 303, 403, 303 } },
  { "GET", "/switch", "/switch", { 303, 404, 303 } },
  { "POST", "/switch", "/switch", { 303, 404, 303 } },
  { "GET", "/", "/", { 200, 200, 200 } },
  { "GET", "/visits", "/visits", { 303, 200, 303 } },
  { "GET", "/visits", "/visits?list=past&before=" VISIT, { 303, 200, 303 } },
  { "GET", "/visits", "/visits?list=bookings&after=" BOOKING, { 303, 200, 303 } },
  { "GET", "/visits/*", "/visits/" VISIT, { 303, 404, 303 } },
  { "GET", "/visits/*/calendar", "/visits/" VISIT "/calendar", { 303, 404, 303 } },
  { "GET", "/visits/*/time", "/visits/" VISIT "/time", { 303, 404, 303 } },
  { "POST", "/visits/*/move", "/visits/" VISIT "/move", { 303, 404, 303 } },
  { "POST", "/visits/*/review", "/visits/" VISIT "/review", { 303, 404, 303 } },
  { "POST", "/visits/*/cancel", "/visits/" VISIT "/cancel", { 303, 404, 303 } },
  { "GET", "/quotes", "/quotes", { 303, 200, 303 } },
  { "GET", "/quotes", "/quotes?list=quotes&after=" QUOTE, { 303, 200, 303 } },
  { "GET", "/quotes/*", "/quotes/" QUOTE, { 303, 404, 303 } },
  { "POST", "/quotes/*/approve", "/quotes/" QUOTE "/approve", { 303, 404, 303 } },
  { "POST", "/quotes/*/change", "/quotes/" QUOTE "/change", { 303, 404, 303 } },
  { "POST", "/quotes/*/comment", "/quotes/" QUOTE "/comment", { 303, 404, 303 } },
  { "POST", "/quotes/*/decline", "/quotes/" QUOTE "/decline", { 303, 404, 303 } },
  { "GET", "/invoices", "/invoices", { 303, 200, 303 } },
  { "GET", "/invoices", "/invoices?list=invoices&after=" INVOICE, { 303, 200, 303 } },
  { "GET", "/invoices/*", "/invoices/" INVOICE, { 303, 404, 303 } },
  { "GET", "/invoices/*/pdf", "/invoices/" INVOICE "/pdf", { 303, 404, 303 } },
  { "GET", "/quotes/*/pdf", "/quotes/" QUOTE "/pdf", { 303, 404, 303 } },
  { "GET", "/properties", "/properties", { 303, 200, 303 } },
  { "GET", "/properties", "/properties?list=properties&after=" PROPERTY, { 303, 200, 303 } },
  { "GET", "/properties/*", "/properties/" PROPERTY "?list=visits&after=" VISIT, { 303, 404, 303 } },
  { "GET", "/properties/*", "/properties/" PROPERTY, { 303, 404, 303 } },
  { "GET", "/plans", "/plans", { 303, 200, 303 } },
  { "GET", "/plans", "/plans?list=plans&after=" PLAN, { 303, 200, 303 } },
  { "GET", "/plans", "/plans?list=contracts&before=" CONTRACT, { 303, 200, 303 } },
  { "GET", "/plans/*", "/plans/" PLAN, { 303, 404, 303 } },
  { "GET", "/requests", "/requests", { 303, 200, 303 } },
  { "GET", "/requests/new", "/requests/new", { 303, 200, 303 } },
  { "POST", "/requests", "/requests", { 303, 403, 303 } },
  { "POST", "/requests/*/withdraw", "/requests/" REQUEST "/withdraw", { 303, 404, 303 } },
  { "POST", "/invoices/*/dispute", "/invoices/" INVOICE "/dispute", { 303, 404, 303 } },
  { "GET", "/requests/*", "/requests/" REQUEST, { 303, 404, 303 } },
  { "GET", "/messages", "/messages", { 303, 200, 303 } },
  { "GET", "/messages/new", "/messages/new", { 303, 200, 303 } },
  { "POST", "/messages", "/messages", { 303, 403, 303 } },
  { "GET", "/messages", "/messages?list=conversations&after=" TALK, { 303, 200, 303 } },
  { "GET", "/messages/*", "/messages/" TALK "?list=messages&after=" LETTER, { 303, 404, 303 } },
  { "GET", "/messages/*", "/messages/" TALK, { 303, 404, 303 } },
  { "POST", "/messages/*", "/messages/" TALK, { 303, 404, 303 } },
  { "GET", "/attachments/*", "/attachments/" LETTER ".0", { 303, 404, 303 } },
  { "GET", "/attachments/*", "/attachments/" REQUEST ".0", { 303, 404, 303 } },
  { "GET", "/documents", "/documents", { 303, 200, 303 } },
  { "GET", "/documents", "/documents?list=documents&after=" DOCUMENT, { 303, 200, 303 } },
  { "GET", "/documents/*", "/documents/" DOCUMENT, { 303, 404, 303 } },
  { "GET", "/equipment", "/equipment", { 303, 200, 303 } },
  { "GET", "/equipment", "/equipment?list=equipment&after=" MACHINE, { 303, 200, 303 } },
  { "GET", "/equipment/*", "/equipment/" MACHINE, { 303, 404, 303 } },
  { "GET", "/contracts/*", "/contracts/" CONTRACT, { 303, 404, 303 } },
  { "POST", "/documents/*/sign", "/documents/" DOCUMENT "/sign", { 303, 404, 303 } },
  { "GET", "/documents/*/pdf", "/documents/" DOCUMENT "/pdf", { 303, 404, 303 } },
  { "GET", "/documents/*/file", "/documents/" DOCUMENT "/file", { 303, 404, 303 } },
  { "GET", "/statement", "/statement", { 303, 200, 303 } },
  { "GET", "/statement/pdf", "/statement/pdf", { 303, 200, 303 } },
  { "GET", "/payments", "/payments", { 303, 200, 303 } },
  { "GET", "/photos/*", "/photos/" PHOTO, { 303, 404, 303 } },
  { "GET", "/book", "/book", { 303, 200, 303 } },
  { "GET", "/book/property", "/book/property", { 303, 200, 303 } },
  { "GET", "/book/time", "/book/time", { 303, 200, 303 } },
  { "GET", "/book/check", "/book/check", { 303, 200, 303 } },
  { "POST", "/book/property", "/book/property", { 303, 403, 303 } },
  { "POST", "/book/time", "/book/time", { 303, 403, 303 } },
  { "POST", "/book/check", "/book/check", { 303, 403, 303 } },
  { "POST", "/bookings", "/bookings", { 303, 403, 303 } },
  { "GET", "/bookings/*", "/bookings/" BOOKING, { 303, 404, 303 } },
  { "POST", "/bookings/*/withdraw", "/bookings/" BOOKING "/withdraw", { 303, 404, 303 } },
  { "POST", "/bookings/*/accept", "/bookings/" BOOKING "/accept", { 303, 404, 303 } },
  { "POST", "/bookings/*/neither", "/bookings/" BOOKING "/neither", { 303, 404, 303 } },
};

typedef struct {
  FoyerTestServer *server;
  TestBrowser *owner;
  char *booking;
  char *link;
  char *session; /* id of the owner's */
  TestBrowser *strangers[N_ALL];
} Fixture;

/* A browser of Ellen's, by a link of its own; what it holds is good until somebody ends it. */
static TestBrowser *
come_in_as_ellen (Fixture *self, const char *link_id)
{
  return test_browser_new_signed_in (self->server, "northwind", link_id, "cl-1", NULL);
}

static char *
find_session_of (Fixture *self, const char *link_id)
{
  g_autoptr (GPtrArray) stays
      = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);
  g_autofree char *id = foyer_test_id (link_id);

  for (guint i = 0; i < stays->len; i++) {
    if (g_strcmp0 (foyer_portal_session_get_link_id (stays->pdata[i]), id) == 0)
      return g_strdup (foyer_record_get_id (stays->pdata[i]));
  }
  g_assert_not_reached ();
}

static void
make_former_guests (Fixture *self)
{
  g_autofree char *kept = NULL;
  g_autofree char *session = NULL;
  g_autofree char *json = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) gone = NULL;

  self->strangers[SIGNED_OUT] = come_in_as_ellen (self, "pl-4");
  kept = g_strdup (self->strangers[SIGNED_OUT]->session);
  page = test_browser_get (self->strangers[SIGNED_OUT], "/");
  gone = test_browser_post (self->strangers[SIGNED_OUT], "/sign-out", "");
  test_assert_goes (gone, "/sign-in");
  g_free (self->strangers[SIGNED_OUT]->session);
  self->strangers[SIGNED_OUT]->session = g_steal_pointer (&kept);

  self->strangers[ENDED] = come_in_as_ellen (self, "pl-5");
  session = find_session_of (self, "pl-5");
  json = g_strdup_printf ("[{'id': '%s', 'status': 'ended'}]", session);
  foyer_test_server_put (self->server, "northwind", json);

  self->strangers[REVOKED] = come_in_as_ellen (self, "pl-6");
  foyer_test_server_put (self->server, "northwind", "[{'id': 'pl-6', 'status': 'revoked'}]");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) booked = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (TestBrowser) acme = NULL;

  self->server = foyer_test_server_new ();
  foyer_test_server_add (self->server, "acme");
  foyer_test_server_put (self->server, "northwind", ellens);
  self->owner = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  {
    g_autoptr (GPtrArray) stays
        = foyer_test_server_list (self->server, "northwind", &foyer_portal_session_type);

    g_assert_cmpuint (stays->len, ==, 1);
    self->session = g_strdup (foyer_record_get_id (stays->pdata[0]));
  }
  booked = test_browser_book (self->owner, TEST_SLOT);
  self->booking = g_strdup (foyer_http_response_header (booked, "location") + strlen ("/bookings/"));
  page = test_browser_get (self->owner, foyer_http_response_header (booked, "location"));
  test_assert_status (page, 200);
  self->link = foyer_test_server_make_link (self->server, "acme", "pl-8", "cl-1", NULL);

  self->strangers[NOBODY] = test_browser_new (self->server, "northwind");
  self->strangers[OTHER_CLIENT]
      = test_browser_new_signed_in (self->server, "northwind", "pl-2", "cl-2", NULL);
  acme = test_browser_new_signed_in (self->server, "acme", "pl-1", "cl-1", NULL);
  self->strangers[OTHER_BUSINESS] = test_browser_new (self->server, "northwind");
  self->strangers[OTHER_BUSINESS]->session = g_strdup (acme->session);
  make_former_guests (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < N_ALL; i++)
    test_browser_free (self->strangers[i]);
  test_browser_free (self->owner);
  g_free (self->booking);
  g_free (self->link);
  g_free (self->session);
  foyer_test_server_free (self->server);
}

static char *
fill (Fixture *self, const char *address)
{
  g_autoptr (GString) filled = g_string_new (address);

  g_string_replace (filled, BOOKING, self->booking, 0);
  g_string_replace (filled, LINK, self->link, 0);
  g_string_replace (filled, SESSION, self->session, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static FoyerHttpResponse *
ask_at (Fixture *self, const char *method, const char *address, TestBrowser *stranger)
{
  g_autofree char *form = test_form ("2026-11-25T10:00:00Z", "&offer=0");

  if (strcmp (method, "GET") == 0)
    return test_browser_get (stranger, address);
  /* They have even got hold of the token on Ellen's page. */
  g_free (stranger->token);
  stranger->token = g_strdup (self->owner->token);
  return test_browser_post (stranger, address, form);
}

static FoyerHttpResponse *
ask (Fixture *self, guint row, guint who)
{
  g_autofree char *address = fill (self, rows[row].address);

  return ask_at (self, rows[row].method, address, self->strangers[who]);
}

/* Nothing of Ellen's is in it, and it opens nothing. */
static void
assert_says_nothing (Fixture *self, FoyerHttpResponse *response)
{
  const char *body = test_body (response);

  g_assert_null (strstr (body, "Ellen"));
  g_assert_null (strstr (body, "Birch Lane"));
  g_assert_null (strstr (body, self->booking));
  g_assert_null (strstr (body, self->session));
  g_assert_null (foyer_http_response_header (response, "set-cookie"));
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  g_autofree char *before = foyer_test_server_dump (self->server);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (guint who = 0; who < N_ALL; who++) {
      guint column = who < N_STRANGERS ? who : NOBODY;
      gint64 n_wishes = foyer_test_server_count_wishes (self->server);
      g_autoptr (FoyerHttpResponse) response = ask (self, i, who);
      gboolean asks_fresh = strcmp (rows[i].method, "POST") == 0 && strcmp (rows[i].route, "/l/*") == 0;
      g_autofree char *after = foyer_test_server_dump (self->server);

      if (response->status != rows[i].status[column])
        g_error ("%s %s answers %u to stranger %u", rows[i].method, rows[i].route, response->status, who);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (foyer_test_server_count_wishes (self->server), ==, n_wishes + asks_fresh);
      assert_says_nothing (self, response);
      if (response->status == 303)
        test_assert_goes (response, "/sign-in");
    }
  }
}

/* --- Every route with the id of every record of hers, of whatever type --- */

/* The ids of what Ellen has of @type; if she has nothing, one that nobody has. */
static GPtrArray *
list_ids_of_ellen (Fixture *self, const FoyerRecordType *type)
{
  g_autoptr (GPtrArray) records = foyer_test_server_list (self->server, "northwind", type);
  g_autofree char *ellen = foyer_test_id ("cl-1");
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[i]);
    g_autofree char *text = foyer_json_canonical_object (json);

    if (strstr (text, ellen) != NULL)
      g_ptr_array_add (ids, g_strdup (foyer_record_get_id (records->pdata[i])));
  }
  if (ids->len == 0)
    g_ptr_array_add (ids, g_strdup_printf ("%s-00000000-0000-7000-8000-00000000000f", type->prefix));
  return ids;
}

/* A01, A02, A03: of a record, foreign or of the wrong kind, nobody learns more than of none. */
static void
try_record (Fixture *self, const FoyerSiteRoute *route, const char *id)
{
  g_autoptr (GString) address = g_string_new (route->path);

  g_string_replace (address, "*", id, 0);
  for (guint who = 0; who < N_ALL; who++) {
    g_autoptr (FoyerHttpResponse) response = ask_at (self, route->method, address->str, self->strangers[who]);
    gboolean is_gate = route->access == FOYER_SITE_GATE || route->access == FOYER_SITE_FILE;

    if (is_gate)
      g_assert_true (response->status == 404 || response->status == 200);
    else if (who == OTHER_CLIENT)
      g_assert_true (response->status == 404 || response->status == 403);
    else
      test_assert_goes (response, "/sign-in");
    if (response->status == 404 || !is_gate)
      assert_says_nothing (self, response);
  }
}

static void
test_every_record (Fixture *self, gconstpointer data)
{
  g_autofree char *before = foyer_test_server_dump (self->server);
  g_autofree char *after = NULL;
  guint n_routes;
  guint n_types;
  guint n_tried = 0;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) ids = list_ids_of_ellen (self, types[i]);

    for (guint j = 0; j < ids->len; j++) {
      for (guint k = 0; k < n_routes; k++) {
        if (strchr (routes[k].path, '*') == NULL)
          continue;
        try_record (self, &routes[k], ids->pdata[j]);
        n_tried++;
      }
    }
  }
  after = foyer_test_server_dump (self->server);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (n_tried, >=, n_types * 20);
}

/* A04, A10: Ellen herself by a link that shows nothing: what she asks for is not there, and not counted. */
static void
test_without_scopes (Fixture *self, gconstpointer data)
{
  static const char *const kept[]
      = { "Visit at Ellen", "Quote for Ellen", "Invoice for Ellen",   "paid by Ellen",
          "Photo at Ellen", "Plan of Ellen",   "Contract with Ellen", "Paper of Ellen" };
  g_autoptr (TestBrowser) browser
      = test_browser_new_signed_in (self->server, "northwind", "pl-7", "cl-1", "'scopes': ['proof']");
  g_autofree char *before = foyer_test_server_dump (self->server);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *address = fill (self, rows[i].address);
    g_autoptr (FoyerHttpResponse) response = NULL;

    if (strcmp (rows[i].method, "GET") != 0 || strchr (rows[i].route, '*') == NULL)
      continue;
    response = test_browser_get (browser, address);
    for (guint j = 0; j < G_N_ELEMENTS (kept); j++) {
      if (strstr (test_body (response), kept[j]) != NULL)
        g_error ("%s shows “%s” without its scope", rows[i].route, kept[j]);
    }
  }
  {
    static const char *const places[]
        = { "/", "/visits", "/quotes", "/invoices", "/payments", "/plans", "/documents" };

    for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
      g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, places[i]);

      for (guint j = 0; j < G_N_ELEMENTS (kept); j++) {
        if (strstr (test_body (response), kept[j]) != NULL)
          g_error ("%s shows “%s” without its scope", places[i], kept[j]);
      }
    }
  }
  {
    g_autofree char *after = foyer_test_server_dump (self->server);

    g_assert_cmpstr (before, ==, after);
  }
}

static gboolean
has_row (const FoyerSiteRoute *route)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (strcmp (rows[i].method, route->method) == 0 && strcmp (rows[i].route, route->path) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_route (const char *method, const char *path, const FoyerSiteRoute *routes, guint n_routes)
{
  for (guint i = 0; i < n_routes; i++) {
    if (strcmp (routes[i].method, method) == 0 && strcmp (routes[i].path, path) == 0)
      return TRUE;
  }
  return FALSE;
}

/* And a second one where its query names a record. */
static void
test_every_route_has_a_row (void)
{
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  for (guint i = 0; i < n_routes; i++) {
    if (!has_row (&routes[i]))
      g_error ("%s %s is not in the matrix", routes[i].method, routes[i].path);
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (is_route (rows[i].method, rows[i].route, routes, n_routes));
}

/* Only posts, links and looks at quotes and messages get to the connection that writes. */
static void
test_lanes (void)
{
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  for (guint i = 0; i < n_routes; i++) {
    g_autoptr (FoyerHttpRequest) request
        = foyer_http_request_new (routes[i].method, "northwind.localhost", routes[i].path, NULL);
    gboolean writes = strcmp (routes[i].method, "POST") == 0 || g_str_has_prefix (routes[i].path, "/l/")
                      || g_str_has_prefix (routes[i].path, "/i/") || g_str_has_prefix (routes[i].path, "/m/")
                      || strcmp (routes[i].path, "/quotes/*") == 0
                      || g_str_has_prefix (routes[i].path, "/messages/");

    g_assert_cmpint (foyer_backend_choose_lane (request), ==, writes ? FOYER_LANE_WRITE : FOYER_LANE_READ);
  }
}

/* A preview finds by the address what the site shows there: pages, and neither files nor prints. */
static void
test_addresses (void)
{
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  for (guint i = 0; i < n_routes; i++) {
    g_autoptr (GString) path = g_string_new (routes[i].path);
    g_autoptr (FoyerPortalAddress) address = NULL;
    gboolean is_page = (routes[i].access == FOYER_SITE_CLIENT || routes[i].access == FOYER_SITE_FRONT)
                       && routes[i].page != FOYER_PAGE_NOT_FOUND && routes[i].handle != foyer_site_send_print
                       && routes[i].handle != foyer_site_send_calendar;

    if (strcmp (routes[i].method, "GET") != 0)
      continue;
    g_string_replace (path, "*", "X1", 0);
    address = foyer_portal_address_parse (path->str);
    if (is_page)
      g_assert_cmpint (address == NULL ? -1 : (int) address->kind, ==, routes[i].page);
    else
      g_assert_true (address == NULL || address->kind == FOYER_PAGE_SIGN_IN
                     || address->kind == FOYER_PAGE_CHECK_MAIL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/site/matrix/A03-S03-rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/site/matrix/A01-A02-every-record", Fixture, NULL, set_up, test_every_record, tear_down);
  g_test_add ("/site/matrix/A04-without-scopes", Fixture, NULL, set_up, test_without_scopes, tear_down);
  g_test_add_func ("/site/matrix/A01-A02-A03-every-route-has-a-row", test_every_route_has_a_row);
  g_test_add_func ("/site/matrix/lanes", test_lanes);
  g_test_add_func ("/site/matrix/addresses-of-pages", test_addresses);
  return g_test_run ();
}
