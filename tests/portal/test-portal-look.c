/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-look.c - addresses lead to pages, and a look gives each page what it needs */

#include "foyer-portal-address.h"
#include "foyer-portal-attachment.h"
#include "foyer-portal-look.h"
#include "foyer-portal-sample.h"
#include "types/booking.h"
#include "types/message.h"
#include "types/request.h"

#include <string.h>

static void
assert_address (const char *address, FoyerPageKind kind, const char *record_id)
{
  g_autoptr (FoyerPortalAddress) parsed = foyer_portal_address_parse (address);

  g_assert_nonnull (parsed);
  g_assert_cmpint (parsed->kind, ==, kind);
  g_assert_cmpstr (parsed->record_id, ==, record_id);
}

static void
test_addresses (void)
{
  assert_address ("/", FOYER_PAGE_HOME, NULL);
  assert_address ("/visits", FOYER_PAGE_VISITS, NULL);
  assert_address ("/visits/V1", FOYER_PAGE_VISIT, "V1");
  assert_address ("/visits/V1/time", FOYER_PAGE_VISIT_TIME, "V1");
  assert_address ("/requests/new?kind=complaint", FOYER_PAGE_REQUEST_NEW, NULL);
  assert_address ("/requests/new#what", FOYER_PAGE_REQUEST_NEW, NULL);
  assert_address ("/requests/R1", FOYER_PAGE_REQUEST, "R1");
}

static void
test_no_page (void)
{
  static const char *const addresses[]
      = { "",          "visits",    "//visits",  "/visits/",   "/visits/V1/",        "/visits/V1/x",
          "/l/secret", "/m/secret", "/i/secret", "/photos/P1", "/static/portal.css", "/invoices/I1/pdf",
          "/nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    g_assert_null (foyer_portal_address_parse (addresses[i]));
}

/* Whatever has an address is found again by it. */
static void
test_there_and_back (void)
{
  guint n_found = 0;

  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    for (guint with = 0; with < 2; with++) {
      g_autofree char *address = foyer_portal_address_make (kind, with ? "X1" : NULL);

      if (address == NULL)
        continue;
      assert_address (address, kind, with ? "X1" : NULL);
      n_found++;
    }
  }
  g_assert_cmpuint (n_found, ==, FOYER_N_PAGE_KINDS);
}

/* A page that takes no choices is the same whatever stands behind its question mark. */
static void
test_query (void)
{
  g_autoptr (FoyerPortalAddress) time
      = foyer_portal_address_parse ("/book/time?service=S1&property=P+1&start=2026-05-04T12:00:00Z");
  g_autoptr (FoyerPortalAddress) visit = foyer_portal_address_parse ("/visits/V1?note=injected");
  FoyerPageRequest of_time = foyer_portal_address_request (time);
  FoyerPageRequest of_visit = foyer_portal_address_request (visit);

  g_assert_cmpstr (of_time.service_id, ==, "S1");
  g_assert_cmpstr (of_time.property_id, ==, "P 1");
  g_assert_cmpint (of_time.start, >, 0);
  g_assert_null (of_visit.note);
  g_assert_null (of_visit.typed);
}

#define ID(prefix) prefix "-00000000-0000-7000-8000-000000000001"

static void
test_attachments (void)
{
  static const char *const wrong[] = { "", "ms-1", "ms-1.", "ms-1.x", "ms-1.100", "ms-1.-1" };
  guint number = 0;
  g_autofree char *id = foyer_portal_attachment_read ("ms-1.7", &number);

  g_assert_cmpstr (id, ==, "ms-1");
  g_assert_cmpuint (number, ==, 7);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (foyer_portal_attachment_read (wrong[i], &number));
  g_assert_null (foyer_portal_attachment_find (NULL, 0, NULL));
  g_assert_true (foyer_portal_attachment_holder (ID ("ms")) == &foyer_message_type);
  g_assert_true (foyer_portal_attachment_holder (ID ("rq")) == &foyer_request_type);
  g_assert_null (foyer_portal_attachment_holder (ID ("ph")));
  g_assert_null (foyer_portal_attachment_holder ("x"));
  g_assert_null (foyer_portal_attachment_holder (NULL));
}

/* --- Looking --- */

static FoyerPageKind
look_at (const char *client_id, const char *person_id, const char *address)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  FoyerPortalViewer viewer = { .client_id = client_id,
                               .person_id = person_id,
                               .scopes = FOYER_ALL_SCOPES,
                               .permissions = FOYER_ALL_PERMISSIONS };
  FoyerPortalLook look = { .source = FOYER_RECORD_SOURCE (sample->source),
                           .viewer = &viewer,
                           .settings = sample->settings,
                           .now = SAMPLE_NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) view = NULL;
  g_autoptr (FoyerPortalPage) page = NULL;
  FoyerPageKind made;

  page = foyer_portal_look_page (&look, address, &view, &made, &error);
  g_assert_no_error (error);
  g_assert_nonnull (page);
  g_assert_nonnull (view);
  return made;
}

/* Lists, forms and what is the viewer's own can be had by their addresses alone. */
static void
test_pages (void)
{
  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    g_autofree char *address = foyer_portal_address_make (kind, NULL);
    FoyerPageKind made;

    if (address == NULL)
      continue;
    made = look_at ("cl-1", "pp-1", address);
    if (kind == FOYER_PAGE_BOOK_PROPERTY || kind == FOYER_PAGE_BOOK_TIME || kind == FOYER_PAGE_BOOK_CHECK)
      g_assert_cmpint (made, ==, FOYER_PAGE_BOOK_SERVICE);
    else if (kind != FOYER_PAGE_SWITCH)
      g_assert_cmpint (made, ==, kind);
  }
}

/* What a form cannot be about, or its viewer may not see, has never been there. */
static void
test_about (void)
{
  g_assert_cmpint (look_at ("cl-1", "pp-1", "/requests/new?about=V-none"), ==, FOYER_PAGE_NOT_FOUND);
  g_assert_cmpint (look_at ("cl-1", "pp-1", "/messages/new?about=nonsense"), ==, FOYER_PAGE_NOT_FOUND);
  g_assert_cmpint (look_at ("cl-1", "pp-1", "/requests/new?site=elsewhere"), ==, FOYER_PAGE_NOT_FOUND);
}

static void
test_signed_out (void)
{
  g_assert_cmpint (look_at (NULL, NULL, "/visits/V1"), ==, FOYER_PAGE_SIGN_IN);
  g_assert_cmpint (look_at (NULL, NULL, "/profile"), ==, FOYER_PAGE_SIGN_IN);
}

/* --- Parts --- */

static FoyerPortalPage *
make_from (const FoyerPortalLook *look, const char *address, FoyerViewParts parts)
{
  g_autoptr (FoyerPortalAddress) parsed = foyer_portal_address_parse (address);
  FoyerPageRequest request = foyer_portal_address_request (parsed);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) view = foyer_portal_look_view (look, parts, &error);

  g_assert_no_error (error);
  g_assert_true (foyer_portal_look_add (look, view, &request, &error));
  g_assert_no_error (error);
  return foyer_portal_page (view, &request, NULL);
}

static void
assert_same (const FoyerPortalLook *look, const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPortalPage) whole = make_from (look, address, FOYER_VIEW_EVERYTHING);
  g_autoptr (FoyerPortalPage) page = foyer_portal_look_page (look, address, NULL, NULL, &error);

  g_assert_no_error (error);
  if (!g_bytes_equal (foyer_portal_page_get_bytes (whole), foyer_portal_page_get_bytes (page)))
    g_error ("%s shows something that its view was not asked for", address);
}

/* Every page by its address, those of records with each that there is of their type. */
static void
assert_all_same (FoyerPortalLook *look)
{
  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    const FoyerRecordType *type
        = kind == FOYER_PAGE_BOOKING ? &foyer_booking_type : foyer_page_record_type (kind);
    g_autofree char *address = foyer_portal_address_make (kind, NULL);
    g_autoptr (FoyerQuery) query = type == NULL ? NULL : foyer_query_new (type);
    g_autoptr (GPtrArray) records
        = type == NULL ? NULL : foyer_record_source_list (look->source, query, NULL);

    if (address != NULL)
      assert_same (look, address);
    for (guint i = 0; records != NULL && i < records->len; i++) {
      g_autofree char *of_record = foyer_portal_address_make (kind, foyer_record_get_id (records->pdata[i]));

      assert_same (look, of_record);
    }
  }
  assert_same (look, "/book/property?service=sv-1");
  assert_same (look, "/book/time?service=sv-1&property=pr-1");
  assert_same (look, "/book/check?service=sv-1&property=pr-1");
}

/* What a page asks of the view is all that it shows of it, whoever looks. */
static void
test_parts (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  FoyerPortalViewer viewer = { .client_id = "cl-1", .person_id = "pp-1" };
  FoyerPortalLook look = { .source = FOYER_RECORD_SOURCE (sample->source),
                           .viewer = &viewer,
                           .settings = sample->settings,
                           .now = SAMPLE_NOW };

  for (guint without = 0; without <= FOYER_N_SCOPES; without++) {
    viewer.scopes = without == FOYER_N_SCOPES ? FOYER_ALL_SCOPES : FOYER_ALL_SCOPES & ~(1u << without);
    viewer.permissions = FOYER_ALL_PERMISSIONS;
    assert_all_same (&look);
  }
  for (guint without = 0; without < FOYER_N_PERMISSIONS; without++) {
    viewer.permissions = FOYER_ALL_PERMISSIONS & ~(1u << without);
    assert_all_same (&look);
  }
  viewer = (FoyerPortalViewer){ 0 };
  assert_all_same (&look);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portal/address/pages", test_addresses);
  g_test_add_func ("/portal/address/no-page", test_no_page);
  g_test_add_func ("/portal/address/there-and-back", test_there_and_back);
  g_test_add_func ("/portal/address/query", test_query);
  g_test_add_func ("/portal/attachment/names", test_attachments);
  g_test_add_func ("/portal/look/pages", test_pages);
  g_test_add_func ("/portal/look/about", test_about);
  g_test_add_func ("/portal/look/signed-out", test_signed_out);
  g_test_add_func ("/portal/look/parts", test_parts);
  return g_test_run ();
}
