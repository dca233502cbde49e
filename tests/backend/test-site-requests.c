/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-requests.c - clients ask for work, prices and amends; what they must not ask changes nothing (reliability.md §2.6 A) */

#include "test-site-world.h"

#include "foyer-test-business.h"
#include "test-upload-form.h"
#include "types/invoice.h"
#include "types/request.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number

/* What Ellen (cl-1) may ask about, and what belongs to Hillside Dental (cl-2). */
static const char records[]
    = "[{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'Fall check', 'status': 'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'vs-2', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'Not hers', 'status': 'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Bill', 'status': 'issued', 'number': '7',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}},"
      " {'id': 'inv-2', 'clientId': 'cl-2', 'title': 'Not hers', 'status': 'issued', 'number': '8',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}}]";

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self, records);
}

static FoyerHttpResponse *
send (TestSite *self, const char *form)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/requests/new");

  return test_browser_post (self->browser, "/requests", form);
}

static GPtrArray *
list_requests (TestSite *self)
{
  return foyer_test_server_list (self->server, "northwind", &foyer_request_type);
}

static FoyerRecord *
get_only_request (TestSite *self)
{
  g_autoptr (GPtrArray) requests = list_requests (self);

  g_assert_cmpuint (requests->len, ==, 1);
  return g_object_ref (requests->pdata[0]);
}

static void
test_service (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) form = test_browser_get (self->browser, "/requests/new");
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerRecord) request = NULL;
  g_autoptr (JsonNode) times = NULL;
  JsonObject *first;
  static const char sent[] = "kind=service&site=" ID ("pr", "1") "&service=" ID (
      "sv",
      "1") "&what=It+drips%0D%0Ain+the+hall&urgent=1&time-2026-11-24-morning=1&time-2026-11-25-afternoon=1"
           "&time-2026-11-28-morning=1&time-2020-01-01-morning=1";

  test_assert_status (form, 200);
  answer = send (self, sent);
  request = get_only_request (self);
  test_assert_status (answer, 303);
  g_assert_true (
      g_str_has_suffix (foyer_http_response_header (answer, "location"), foyer_record_get_id (request)));
  g_assert_cmpint (foyer_request_get_kind (request), ==, FOYER_REQUEST_SERVICE);
  g_assert_cmpint (foyer_request_get_status (request), ==, FOYER_REQUEST_NEW);
  g_assert_cmpstr (foyer_request_get_body (request), ==, "It drips\nin the hall");
  g_assert_cmpstr (foyer_request_get_subject (request), ==, "It drips");
  g_assert_cmpstr (foyer_request_get_service_id (request), ==, ID ("sv", "1"));
  g_assert_cmpstr (foyer_request_get_property_id (request), ==, ID ("pr", "1"));
  g_assert_true (foyer_request_get_urgent (request));

  /* A Saturday and a day of long ago are not offered; times are those of the organisation's clock. */
  times = foyer_request_get_preferred_times (request);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (times)), ==, 2);
  first = json_array_get_object_element (json_node_get_array (times), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "start"), ==, "2026-11-24T08:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (first, "end"), ==, "2026-11-24T12:00:00Z");

  page = test_browser_get (self->browser, foyer_http_response_header (answer, "location"));
  test_assert_status (page, 200);
  again = send (self, sent);
  test_assert_goes (again, foyer_http_response_header (answer, "location"));
  g_object_unref (get_only_request (self));
}

static void
test_complaint_about_a_visit (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) form
      = test_browser_get (self->browser, "/requests/new?kind=complaint&about=" ID ("vs", "1"));
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerRecord) request = NULL;

  test_assert_status (form, 200);
  g_assert_nonnull (strstr (test_body (form), "Fall check"));
  answer = test_browser_post (self->browser, "/requests", "kind=complaint&what=Mud&about=" ID ("vs", "1"));
  test_assert_status (answer, 303);
  request = get_only_request (self);
  g_assert_cmpstr (foyer_request_get_about_id (request), ==, ID ("vs", "1"));
}

static void
test_dispute (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/invoices/" ID ("inv", "1"));
  g_autoptr (FoyerHttpResponse) empty
      = test_browser_post (self->browser, "/invoices/" ID ("inv", "1") "/dispute", "what=+");
  g_autoptr (FoyerHttpResponse) answer
      = test_browser_post (self->browser, "/invoices/" ID ("inv", "1") "/dispute", "what=Too+much");
  g_autoptr (FoyerHttpResponse) again
      = test_browser_post (self->browser, "/invoices/" ID ("inv", "1") "/dispute", "what=Too+much");
  g_autoptr (FoyerHttpResponse) another
      = test_browser_post (self->browser, "/invoices/" ID ("inv", "1") "/dispute", "what=Still");
  g_autoptr (FoyerRecord) request = get_only_request (self);
  g_autoptr (FoyerRecord) invoice = foyer_test_server_get (self->server, "northwind", "inv-1");

  test_assert_status (page, 200);
  test_assert_status (empty, 200);
  test_assert_status (answer, 303);
  test_assert_goes (again, foyer_http_response_header (answer, "location"));
  test_assert_status (another, 200);
  g_assert_nonnull (strstr (test_body (another), "looking into this invoice"));
  g_assert_cmpint (foyer_request_get_kind (request), ==, FOYER_REQUEST_DISPUTE);
  g_assert_cmpstr (foyer_request_get_about_id (request), ==, ID ("inv", "1"));
  g_assert_true (foyer_invoice_get_disputed (invoice));
}

static void
test_withdrawn (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) asked = send (self, "kind=quote&what=Heat+pump");
  const char *path = foyer_http_response_header (asked, "location");
  g_autofree char *withdraw = g_strconcat (path, "/withdraw", NULL);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) done = test_browser_post (self->browser, withdraw, "");
  g_autoptr (FoyerHttpResponse) twice = test_browser_post (self->browser, withdraw, "");
  g_autoptr (FoyerRecord) request = get_only_request (self);

  test_assert_status (page, 200);
  test_assert_goes (done, path);
  test_assert_goes (twice, path);
  g_assert_cmpint (foyer_request_get_status (request), ==, FOYER_REQUEST_WITHDRAWN);
}

static FoyerHttpResponse *
send_file (TestSite *self, const char *name, const char *content)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/requests/new");
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, "POST", "/requests");
  g_autoptr (TestUploadForm) form = test_upload_form_new ();
  g_autoptr (GBytes) file = g_bytes_new (content, strlen (content));
  g_autoptr (GBytes) body = NULL;

  test_upload_form_add_field (form, "token", self->browser->token);
  test_upload_form_add_field (form, "kind", "service");
  test_upload_form_add_field (form, "what", "See the label");
  test_upload_form_add_file (form, name, file);
  body = test_upload_form_end (form);
  foyer_http_request_set_body (request, TEST_UPLOAD_TYPE, body);
  return test_browser_ask (self->browser, request);
}

/* Only who sees the request, and only under its own number (F07). */
static void
assert_opens (TestSite *self, FoyerRecord *request, const char *html)
{
  g_autoptr (TestBrowser) nobody = test_browser_new (self->server, "northwind");
  g_autofree char *path = g_strdup_printf ("/attachments/%s.0", foyer_record_get_id (request));
  g_autofree char *second = g_strdup_printf ("/attachments/%s.1", foyer_record_get_id (request));
  g_autofree char *link = g_strdup_printf ("<a href=\"%s\">label.txt</a>", path);
  g_autoptr (FoyerHttpResponse) file = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) none = test_browser_get (self->browser, second);
  g_autoptr (FoyerHttpResponse) stranger = test_browser_get (nobody, path);

  g_assert_nonnull (strstr (html, link));
  test_assert_status (file, 200);
  g_assert_cmpstr (test_body (file), ==, "Model 42, built 1998");
  g_assert_cmpstr (foyer_http_response_header (file, "content-type"), ==, "application/octet-stream");
  g_assert_nonnull (strstr (foyer_http_response_header (file, "content-disposition"), "label.txt"));
  test_assert_status (none, 404);
  test_assert_goes (stranger, "/sign-in");
}

/* 001-20: what they send along is named by the request, and opened again from its page. */
static void
test_files (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) program = send_file (self, "run.exe", "MZ\x01\x02\x03");
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerRecord) request = NULL;
  g_autoptr (JsonNode) attachments = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerHttpResponse) other = NULL;
  g_autoptr (GPtrArray) both = NULL;
  JsonObject *file;

  test_assert_status (program, 200);
  g_assert_nonnull (strstr (test_body (program), "See the label"));
  answer = send_file (self, "label.txt", "Model 42, built 1998");
  test_assert_status (answer, 303);
  request = get_only_request (self);
  attachments = foyer_request_get_attachments (request);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (attachments)), ==, 1);
  file = json_array_get_object_element (json_node_get_array (attachments), 0);
  g_assert_cmpstr (json_object_get_string_member (file, "name"), ==, "label.txt");
  page = test_browser_get (self->browser, foyer_http_response_header (answer, "location"));
  assert_opens (self, request, test_body (page));

  /* With another file it is another request, however much they copied of their words. */
  again = send_file (self, "label.txt", "Model 42, built 1998");
  test_assert_goes (again, foyer_http_response_header (answer, "location"));
  other = send_file (self, "label.txt", "Model 43, built 1999");
  test_assert_status (other, 303);
  both = list_requests (self);
  g_assert_cmpuint (both->len, ==, 2);
}

/* What the office has closed is not withdrawn any more. */
static void
test_closed_meanwhile (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) asked = send (self, "kind=quote&what=Heat+pump");
  const char *path = foyer_http_response_header (asked, "location");
  g_autofree char *withdraw = g_strconcat (path, "/withdraw", NULL);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autofree char *change = NULL;
  g_autofree char *before = NULL;

  change = g_strdup_printf ("[{'id': '%s', 'status': 'resolved'}]", path + strlen ("/requests/"));
  test_site_put (self, change);
  before = test_site_dump (self);
  refused = test_browser_post (self->browser, withdraw, "");
  test_assert_status (refused, 200);
  g_assert_nonnull (strstr (test_body (refused), "changed meanwhile"));
  test_site_assert_unchanged (self, before);
}

static void
test_bad_forms (TestSite *self, gconstpointer data)
{
  static const char *const forms[] = {
    "what=It+drips",              /* no kind */
    "kind=service",               /* no words */
    "kind=service&what=+%0D%0A+", /* none but spaces */
    "kind=service&what=Six+times&time-2026-11-24-morning=1&time-2026-11-24-afternoon=1"
    "&time-2026-11-25-morning=1&time-2026-11-25-afternoon=1&time-2026-11-26-morning=1"
    "&time-2026-11-26-afternoon=1",
  };
  g_autofree char *endless = g_strnfill (10001, 'a');
  g_autofree char *long_form = g_strconcat ("kind=service&what=", endless, NULL);
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) too_long = send (self, long_form);

  test_assert_status (too_long, 200);
  g_assert_nonnull (strstr (test_body (too_long), "10,000 characters"));
  g_assert_nonnull (strstr (test_body (too_long), endless));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (FoyerHttpResponse) answer = send (self, forms[i]);

    test_assert_status (answer, 200);
    g_assert_nonnull (strstr (test_body (answer), "action=\"/requests\""));
  }
  test_site_assert_unchanged (self, before);
}

/* A03, A07: what belongs to somebody else is as if it had never been. */
static void
test_foreign (TestSite *self, gconstpointer data)
{
  static const char *const forms[] = {
    "kind=complaint&what=x&about=" ID ("vs", "2"),
    "kind=complaint&what=x&about=" ID ("inv", "2"),
    "kind=complaint&what=x&about=" ID ("vs", "9"),
    "kind=complaint&what=x&about=" ID ("cl", "1"),
    "kind=complaint&what=x&about=nothing",
    "kind=service&what=x&site=" ID ("pr", "2"),
    "kind=service&what=x&site=none",
    "kind=service&what=x&service=" ID ("sv", "9"),
    "kind=dispute&what=x&about=" ID ("inv", "1"),
    "kind=change&what=x",
    "kind=anything&what=x",
  };
  g_autoptr (FoyerHttpResponse) unknown = test_browser_get (self->browser, "/no/such");
  g_autoptr (FoyerHttpResponse) dispute = NULL;
  g_autoptr (FoyerHttpResponse) look
      = test_browser_get (self->browser, "/requests/new?kind=complaint&about=" ID ("vs", "2"));
  g_autofree char *before = test_site_dump (self);

  test_assert_status (look, 404);
  g_assert_cmpstr (test_body (look), ==, test_body (unknown));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (FoyerHttpResponse) answer = send (self, forms[i]);

    test_assert_status (answer, 404);
    g_assert_cmpstr (test_body (answer), ==, test_body (unknown));
  }
  dispute = test_browser_post (self->browser, "/invoices/" ID ("inv", "2") "/dispute", "what=x");
  test_assert_status (dispute, 404);
  g_assert_cmpstr (test_body (dispute), ==, test_body (unknown));
  test_site_assert_unchanged (self, before);
}

/* A15 */
static void
test_forged_fields (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) answer = send (
      self,
      "kind=service&what=x&status=resolved&number=77&clientId=" ID (
          "cl",
          "2") "&source=office"
               "&personId=" ID ("pp",
                                "9") "&answer=Yes&decidedAt=2020-01-01T00:00:00Z&subject=Forged"
                                     "&requestedAt=2020-01-01T00:00:00Z&preferredTimes=[]&aboutId=" ID ("vs",
                                                                                                        "2"));
  g_autoptr (FoyerRecord) request = get_only_request (self);

  test_assert_status (answer, 303);
  g_assert_cmpint (foyer_request_get_status (request), ==, FOYER_REQUEST_NEW);
  g_assert_cmpint (foyer_request_get_number (request), ==, 1);
  g_assert_cmpstr (foyer_request_get_client_id (request), ==, ID ("cl", "1"));
  g_assert_cmpint (foyer_request_get_source (request), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpint (foyer_request_get_requested_at (request), ==, TEST_SERVER_NOW);
  g_assert_cmpstr (foyer_request_get_subject (request), ==, "x");
  g_assert_null (foyer_request_get_about_id (request));
  g_assert_null (foyer_request_get_answer (request));
}

/* A14, X4: while booking is off there is no work to ask for; something may still have gone wrong. */
static void
test_off (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) form = test_browser_get (self->browser, "/requests/new");
  g_autoptr (FoyerHttpResponse) service = NULL;
  g_autoptr (FoyerHttpResponse) quote = NULL;
  g_autoptr (FoyerHttpResponse) complaint = NULL;
  g_autofree char *before = NULL;

  g_assert_nonnull (strstr (test_body (form), "value=\"service\""));
  test_site_put (self, "[{'id': 'ps-1', 'booking.mode': 'off'}]");
  before = test_site_dump (self);
  service = send (self, "kind=service&what=x");
  quote = send (self, "kind=quote&what=x");
  test_assert_status (service, 404);
  test_assert_status (quote, 404);
  test_site_assert_unchanged (self, before);
  complaint = send (self, "kind=complaint&what=x");
  test_assert_status (complaint, 303);
}

/* A11: without the permission there is no form, and the bill stays as it is. */
static void
test_no_permission (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) form = test_browser_get (self->browser, "/requests/new");
  g_autoptr (FoyerHttpResponse) look = NULL;
  g_autoptr (FoyerHttpResponse) posted = NULL;
  g_autoptr (FoyerHttpResponse) invoice = NULL;
  g_autoptr (FoyerHttpResponse) disputed = NULL;
  g_autofree char *before = NULL;

  test_assert_status (form, 200);
  test_site_put (self, "[{'id': 'ps-1', 'access.link_may': []}]");
  before = test_site_dump (self);
  posted = test_browser_post (self->browser, "/requests", "kind=service&what=x");
  look = test_browser_get (self->browser, "/requests/new");
  invoice = test_browser_get (self->browser, "/invoices/" ID ("inv", "1"));
  disputed = test_browser_post (self->browser, "/invoices/" ID ("inv", "1") "/dispute", "what=x");
  test_assert_status (posted, 404);
  test_assert_status (look, 404);
  test_assert_status (invoice, 200);
  g_assert_null (strstr (test_body (invoice), "/dispute"));
  test_assert_status (disputed, 200);
  test_site_assert_unchanged (self, before);
}

/* A token is of one page, and of one record. */
static void
test_tokens (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) one = NULL;
  g_autoptr (FoyerHttpResponse) other = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;

  test_site_put (
      self, "[{'id': 'inv-3', 'clientId': 'cl-1', 'title': 'Bill', 'status': 'issued', 'number': '9',"
            "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}}]");
  page = test_browser_get (self->browser, "/invoices/" ID ("inv", "1"));
  other = test_browser_post (self->browser, "/invoices/" ID ("inv", "3") "/dispute", "what=x");
  one = test_browser_post (self->browser, "/requests", "kind=service&what=x");
  test_assert_status (page, 200);
  test_assert_status (other, 403);
  test_assert_status (one, 403);
}

/* Ten an hour, and then one every six minutes. */
static void
test_limit (TestSite *self, gconstpointer data)
{
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;

  for (guint i = 0; i < 12; i++) {
    g_autofree char *form = g_strdup_printf ("kind=service&what=Number+%u", i);
    g_autoptr (FoyerHttpResponse) answer = send (self, form);

    test_assert_status (answer, i < 10 ? 303u : 429u);
  }
  foyer_test_server_advance (self->server, 6 * 60);
  later = send (self, "kind=service&what=Later");
  test_assert_status (later, 303);
  requests = list_requests (self);
  g_assert_cmpuint (requests->len, ==, 11);
}

#define ADD(path, function) \
  g_test_add ("/site/requests/" path, TestSite, NULL, set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("service", test_service);
  ADD ("complaint-about-a-visit", test_complaint_about_a_visit);
  ADD ("dispute", test_dispute);
  ADD ("withdrawn", test_withdrawn);
  ADD ("closed-meanwhile", test_closed_meanwhile);
  ADD ("bad-forms", test_bad_forms);
  ADD ("A07-foreign", test_foreign);
  ADD ("A15-forged-fields", test_forged_fields);
  ADD ("A14-off", test_off);
  ADD ("A11-no-permission", test_no_permission);
  ADD ("S06-tokens", test_tokens);
  ADD ("limit", test_limit);
  ADD ("files", test_files);
  return g_test_run ();
}
