/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-record.c - clients get the pages, photos and files of their own records, and those only once they are released */

#include "test-site-browser.h"

#include "foyer-blob-id.h"
#include "foyer-test-api.h"
#include "sample/foyer-sample-logo.h"

#include <string.h>

#define ID(prefix) prefix "-00000000-0000-7000-8000-000000000001"
#define BLOB "{blob}"
#define NOT_A_PICTURE "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
  TestBrowser *ellen;
  TestBrowser *other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  self->ellen = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  self->other = test_browser_new_signed_in (self->server, "northwind", "pl-2", "cl-2", NULL);
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'Tune-up', 'status': 'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'qt-1', 'clientId': 'cl-1', 'title': 'New unit', 'status': 'sent', 'sentAt': '2026-11-02 "
      "09:00'},"
      " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Tune-up', 'status': 'issued'},"
      " {'id': 'pn-1', 'clientId': 'cl-1', 'name': 'Care', 'status': 'active'},"
      " {'id': 'ct-1', 'clientId': 'cl-1', 'title': 'Care 2026', 'status': 'active'},"
      " {'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'Noise',"
      "  'requestedAt': '2026-11-02 09:00'},"
      " {'id': 'eq-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'name': 'Furnace'}]");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_browser_free (self->ellen);
  test_browser_free (self->other);
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

static void
upload (Fixture *self, GBytes *bytes, const char *record)
{
  g_autofree char *path = g_strdup_printf ("/jmap/upload/%s/", self->ana->account);
  g_autofree char *id = foyer_blob_id_of_bytes (bytes);
  g_autoptr (GString) json = g_string_new (record);
  g_autoptr (FoyerHttpResponse) response
      = foyer_test_api_request (self->ana, "POST", path, NULL, "image/png", bytes);

  test_assert_status (response, 201);
  g_string_replace (json, BLOB, id, 0);
  foyer_test_server_put (self->server, "northwind", json->str);
}

static void
assert_status (TestBrowser *browser, const char *path, guint status)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, path);

  if (response->status != status)
    g_error ("%s answers %u", path, response->status);
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = {
    "/",
    "/visits",
    "/quotes",
    "/invoices",
    "/payments",
    "/statement",
    "/statement/pdf",
    "/properties",
    "/plans",
    "/requests",
    "/documents",
    "/equipment",
    "/visits/" ID ("vs"),
    "/quotes/" ID ("qt"),
    "/invoices/" ID ("inv"),
    "/properties/" ID ("pr"),
    "/plans/" ID ("pn"),
    "/contracts/" ID ("ct"),
    "/requests/" ID ("rq"),
    "/equipment/" ID ("eq"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_status (self->ellen, pages[i], 200);
}

static void
test_photo (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) picture = foyer_sample_logo (FOYER_BRAND_LIGHT);
  g_autoptr (GBytes) markup = g_bytes_new_static (NOT_A_PICTURE, strlen (NOT_A_PICTURE));
  g_autoptr (FoyerHttpResponse) response = NULL;

  upload (self, picture, "[{'id': 'ph-1', 'clientId': 'cl-1', 'visitId': 'vs-1', 'blobId': '" BLOB "'}]");
  assert_status (self->ellen, "/photos/" ID ("ph"), 404);

  foyer_test_server_put (self->server, "northwind", "[{'id': 'ph-1', 'released': true}]");
  response = test_browser_get (self->ellen, "/photos/" ID ("ph"));
  test_assert_status (response, 200);
  g_assert_true (g_bytes_equal (response->body, picture));
  g_assert_cmpstr (foyer_http_response_header (response, "content-type"), ==, "image/png");
  assert_status (self->other, "/photos/" ID ("ph"), 404);

  foyer_test_server_put (self->server, "northwind", "[{'id': 'vs-1', 'status': 'scheduled'}]");
  assert_status (self->ellen, "/photos/" ID ("ph"), 404);

  foyer_test_server_put (self->server, "northwind", "[{'id': 'vs-1', 'status': 'done'}]");
  upload (self, markup, "[{'id': 'ph-1', 'blobId': '" BLOB "'}]");
  assert_status (self->ellen, "/photos/" ID ("ph"), 404);
}

static gboolean
has_word (FoyerHttpResponse *response, const char *word)
{
  gsize size;
  const char *data = g_bytes_get_data (response->body, &size);

  return memmem (data, size, word, strlen (word)) != NULL;
}

/* F03: staff's photos come from phones, which write into each where it was taken. */
static void
test_place (Fixture *self, gconstpointer data)
{
  static const char heic[] = "\0\0\0\x18"
                             "ftypheic\0\0\0\0mif1heic";
  g_autofree char *path
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "backend", "pictures", "camera.jpg", NULL);
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (GBytes) taken = NULL;
  g_autoptr (GBytes) unknown = g_bytes_new_static (heic, sizeof heic - 1);
  g_autoptr (FoyerHttpResponse) photo = NULL;
  g_autoptr (FoyerHttpResponse) document = NULL;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  taken = g_bytes_new_take (g_steal_pointer (&text), size);
  upload (self, taken,
          "[{'id': 'ph-1', 'clientId': 'cl-1', 'visitId': 'vs-1', 'released': true, 'blobId': '" BLOB "'}]");
  upload (self, taken,
          "[{'id': 'dc-1', 'clientId': 'cl-1', 'title': 'Plan', 'shownTo': 'all', 'fileName': 'a.jpg',"
          "  'blobId': '" BLOB "'}]");
  photo = test_browser_get (self->ellen, "/photos/" ID ("ph"));
  document = test_browser_get (self->ellen, "/documents/" ID ("dc") "/file");
  test_assert_status (photo, 200);
  test_assert_status (document, 200);
  g_assert_false (has_word (photo, "FOYERCAM"));
  g_assert_false (has_word (document, "FOYERCAM"));
  g_assert_cmpstr (foyer_http_response_header (photo, "cache-control"), ==, "private, max-age=3600");

  /* Of a kind that nothing can be left out of here: better no file than where somebody lives. */
  upload (self, unknown, "[{'id': 'dc-1', 'blobId': '" BLOB "'}]");
  assert_status (self->ellen, "/documents/" ID ("dc") "/file", 404);
}

static void
test_document (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) markup = g_bytes_new_static (NOT_A_PICTURE, strlen (NOT_A_PICTURE));
  g_autoptr (FoyerHttpResponse) response = NULL;

  upload (self, markup,
          "[{'id': 'dc-1', 'clientId': 'cl-1', 'title': 'Plan', 'fileName': 'a\\\"b.svg', 'blobId': '" BLOB
          "'}]");
  assert_status (self->ellen, "/documents/" ID ("dc") "/file", 404);

  foyer_test_server_put (self->server, "northwind", "[{'id': 'dc-1', 'shownTo': 'all'}]");
  assert_status (self->ellen, "/documents/" ID ("dc"), 200);
  response = test_browser_get (self->ellen, "/documents/" ID ("dc") "/file");
  test_assert_status (response, 200);
  g_assert_cmpstr (foyer_http_response_header (response, "content-type"), ==, "application/octet-stream");
  g_assert_cmpstr (foyer_http_response_header (response, "content-disposition"), ==,
                   "attachment; filename*=UTF-8''a%22b.svg");
  assert_status (self->other, "/documents/" ID ("dc") "/file", 404);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/site/record/pages-of-their-own", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/site/record/A09-photos-that-are-released", Fixture, NULL, set_up, test_photo, tear_down);
  g_test_add ("/site/record/F03-no-photo-tells-where", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/site/record/F01-documents-are-saved-never-run", Fixture, NULL, set_up, test_document,
              tear_down);
  return g_test_run ();
}
