/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-messages.c - clients write, send photos and read answers; and what strangers try with files (reliability.md §2.6, A and F) */

#include "foyer-test-client.h"
#include "test-site-world.h"

#include "foyer-blob-files.h"
#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-raster.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "test-upload-form.h"
#include "types/conversation.h"
#include "types/message.h"
#include "uploads/foyer-client-uploads.h"

#include <string.h>

static const char talks[]
    = "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'The boiler', 'lastAt': '2026-11-22 09:00',"
      "  'lastFrom': 'team', 'snippet': 'Which boiler?'},"
      " {'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'team', 'staffId': 'st-1', 'body': 'Which boiler?',"
      "  'sentAt': '2026-11-22 09:00'},"
      " {'id': 'ms-2', 'conversationId': 'cv-1', 'kind': 'note', 'body': 'SECRET NOTE', 'sentAt': "
      "'2026-11-22 09:01'},"
      " {'id': 'ms-3', 'conversationId': 'cv-1', 'kind': 'system', 'body': 'SECRET LINE',"
      "  'sentAt': '2026-11-22 09:02'},"
      " {'id': 'ms-4', 'conversationId': 'cv-1', 'kind': 'team', 'body': 'SECRET LATER', 'status': "
      "'scheduled',"
      "  'sentAt': '2026-12-22 09:02'},"
      " {'id': 'cv-2', 'clientId': 'cl-2', 'subject': 'Theirs', 'lastAt': '2026-11-22 09:00'},"
      " {'id': 'cv-3', 'clientId': 'cl-1', 'subject': 'Nothing sent yet'}]";

static void
set_up (TestSite *self, gconstpointer data)
{
  test_site_set_up (self, data);
  test_site_put (self, talks);
}

static char *
path_of (const char *base, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);

  return g_strconcat (base, whole, NULL);
}

static GBytes *
read_picture (const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "backend", "pictures", name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  g_assert_nonnull (file);
  return g_mapped_file_get_bytes (file);
}

static FoyerHttpResponse *
send_body (TestBrowser *browser, const char *path, GBytes *body)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "POST", path);

  foyer_http_request_set_body (request, TEST_UPLOAD_TYPE, body);
  return test_browser_ask (browser, request);
}

/* Sends words and a file from the page that @browser looks at. */
static FoyerHttpResponse *
send_file (TestBrowser *browser, const char *path, const char *words, const char *name, GBytes *file)
{
  g_autoptr (TestUploadForm) form = test_upload_form_new ();
  g_autoptr (GBytes) body = NULL;

  test_upload_form_add_field (form, "token", browser->token == NULL ? "" : browser->token);
  test_upload_form_add_field (form, "text", words);
  if (file != NULL)
    test_upload_form_add_file (form, name, file);
  body = test_upload_form_end (form);
  return send_body (browser, path, body);
}

static void
look_at (TestBrowser *browser, const char *address)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, address);

  test_assert_status (page, 200);
}

static guint
count (TestSite *self, const FoyerRecordType *type)
{
  g_autoptr (GPtrArray) records = foyer_test_server_list (self->server, "northwind", type);

  return records->len;
}

static gint64
ask_number (TestSite *self, const char *sql)
{
  return foyer_database_integer (foyer_backend_get_writer (self->server->backend), sql, NULL);
}

static guint
count_files (TestSite *self)
{
  g_autofree char *path = g_build_filename (self->server->directory, "blobs", NULL);
  g_autoptr (GDir) top = g_dir_open (path, 0, NULL);
  guint n = 0;
  const char *name;

  while (top != NULL && (name = g_dir_read_name (top)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);
    g_autoptr (GDir) directory = g_dir_open (inner, 0, NULL);

    while (directory != NULL && g_dir_read_name (directory) != NULL)
      n++;
  }
  return n;
}

/* --- Reading --- */

/* Notes, system lines and what waits to be sent are for staff; what is read is read. */
static void
test_reading (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autoptr (FoyerHttpResponse) list = test_browser_get (self->browser, "/messages");
  g_autoptr (FoyerHttpResponse) head = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self->browser, "HEAD", path);

  test_assert_status (list, 200);
  g_assert_nonnull (strstr (test_body (list), "The boiler"));
  g_assert_nonnull (strstr (test_body (list), ">New<"));
  g_assert_null (strstr (test_body (list), "Theirs"));
  g_assert_null (strstr (test_body (list), "Nothing sent yet"));
  before = test_site_dump (self);
  head = test_browser_ask (self->browser, request);
  test_assert_status (head, 200);
  test_site_assert_unchanged (self, before);
  page = test_browser_get (self->browser, path);
  test_assert_status (page, 200);
  g_assert_nonnull (strstr (test_body (page), "Which boiler?"));
  g_assert_null (strstr (test_body (page), "SECRET"));
  {
    g_autoptr (FoyerRecord) talk = foyer_test_server_get (self->server, "northwind", "cv-1");
    g_autoptr (FoyerRecord) message = foyer_test_server_get (self->server, "northwind", "ms-1");

    g_assert_cmpint (foyer_conversation_get_client_read_at (talk), ==, TEST_SERVER_NOW);
    g_assert_cmpint (foyer_message_get_status (message), ==, FOYER_MESSAGE_READ);
  }
}

static void
assert_message_status (TestSite *self, const char *id, FoyerMessageStatus status)
{
  g_autoptr (FoyerRecord) message = foyer_test_server_get (self->server, "northwind", id);

  g_assert_cmpint (foyer_message_get_status (message), ==, status);
}

/* What became part of a conversation is read with it, also where that had been read before; what is another client's is not. */
static void
test_reading_merged (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerRecord) part = NULL;

  test_site_put (self,
                 "[{'id': 'cv-1', 'clientReadAt': '2026-11-22 10:00'},"
                 " {'id': 'cv-4', 'clientId': 'cl-1', 'subject': 'Part', 'mergedIntoId': 'cv-1',"
                 "  'lastAt': '2026-11-20 09:00', 'lastFrom': 'team'},"
                 " {'id': 'cv-5', 'clientId': 'cl-2', 'subject': 'Damaged', 'mergedIntoId': 'cv-1',"
                 "  'lastAt': '2026-11-20 09:00', 'lastFrom': 'team'},"
                 " {'id': 'ms-5', 'conversationId': 'cv-4', 'kind': 'team', 'body': 'At nine?', 'sentAt': "
                 "'2026-11-20 09:00'},"
                 " {'id': 'ms-6', 'conversationId': 'cv-5', 'kind': 'team', 'body': 'Theirs', 'sentAt': "
                 "'2026-11-20 09:00'}]");
  page = test_browser_get (self->browser, path);
  g_assert_nonnull (strstr (test_body (page), "At nine?"));
  g_assert_null (strstr (test_body (page), "Theirs"));
  assert_message_status (self, "ms-5", FOYER_MESSAGE_READ);
  assert_message_status (self, "ms-6", FOYER_MESSAGE_SENT);
  part = foyer_test_server_get (self->server, "northwind", "cv-4");
  g_assert_cmpint (foyer_conversation_get_client_read_at (part), ==, TEST_SERVER_NOW);
  before = test_site_dump (self);
  again = test_browser_get (self->browser, path);
  test_assert_status (again, 200);
  test_site_assert_unchanged (self, before);
}

/* --- Writing --- */

static JsonObject *
get_attachment (TestSite *self, FoyerRecord **message)
{
  g_autoptr (GPtrArray) messages = foyer_test_server_list (self->server, "northwind", &foyer_message_type);

  for (guint i = 0; i < messages->len; i++) {
    g_autoptr (JsonNode) node = foyer_message_get_attachments (messages->pdata[i]);

    if (node == NULL || json_array_get_length (json_node_get_array (node)) == 0)
      continue;
    g_set_object (message, messages->pdata[i]);
    return json_object_ref (json_array_get_object_element (json_node_get_array (node), 0));
  }
  return NULL;
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* A photo comes without its place, is kept with the message, and is for those who see that message. */
static void
test_photo (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autoptr (GBytes) photo = read_picture ("camera.jpg");
  g_autoptr (FoyerHttpResponse) sent = NULL;
  g_autoptr (FoyerHttpResponse) again = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) loaded = NULL;
  g_autoptr (FoyerHttpResponse) stranger = NULL;
  g_autoptr (FoyerRecord) message = NULL;
  g_autoptr (JsonObject) attachment = NULL;
  g_autofree char *url = NULL;
  g_autoptr (FoyerTestApi) ana = NULL;
  FoyerRaster raster;

  look_at (self->browser, path);
  sent = send_file (self->browser, path, "It drips\r\nhere", "IMG 1.JPG", photo);
  test_assert_goes (sent, path);
  attachment = get_attachment (self, &message);
  g_assert_nonnull (attachment);
  g_assert_cmpstr (foyer_message_get_body (message), ==, "It drips\nhere");
  g_assert_cmpstr (foyer_json_object_text (attachment, "name"), ==, "IMG 1.JPG");
  g_assert_cmpstr (foyer_json_object_text (attachment, "mediaType"), ==, "image/jpeg");
  page = test_browser_get (self->browser, path);
  url = g_strdup_printf ("/attachments/%s.0", foyer_record_get_id (message));
  g_assert_nonnull (strstr (test_body (page), url));
  loaded = test_browser_get (self->browser, url);
  test_assert_status (loaded, 200);
  g_assert_cmpstr (foyer_http_response_header (loaded, "content-type"), ==, "image/jpeg");
  g_assert_true (foyer_raster_read (loaded->body, &raster));
  g_assert_cmpint (raster.width, ==, 20);
  g_assert_false (has_text (loaded->body, "Exif"));
  g_assert_cmpint (foyer_json_object_integer (attachment, "size", 0), ==,
                   (gint64) g_bytes_get_size (loaded->body));
  stranger = test_browser_get (self->other, url);
  test_assert_status (stranger, 404);
  /* Staff load it as a blob. */
  ana = foyer_test_api_new (self->server, "northwind", "st-1");
  {
    g_autofree char *blob = g_strdup_printf ("/jmap/download/%s/%s/photo.jpg", ana->account,
                                             foyer_json_object_text (attachment, "blobId"));
    g_autoptr (FoyerHttpResponse) download
        = foyer_test_api_request (ana, "GET", blob, "type=image/jpeg", NULL, NULL);

    test_assert_status (download, 200);
    g_assert_true (g_bytes_equal (download->body, loaded->body));
  }
  /* The same form twice is one message. */
  again = send_file (self->browser, path, "It drips\r\nhere", "IMG 1.JPG", photo);
  test_assert_goes (again, path);
  g_assert_cmpuint (count (self, &foyer_message_type), ==, 5);
  g_assert_cmpint (ask_number (self, "SELECT count(*) FROM client_upload"), ==, 1);
}

/* A phone sends photos one by one, mostly without a word: each is a message, and only the very same one is the same form. */
static void
test_photos_one_by_one (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *words;
    const char *picture;
    guint stand; /* messages with files in the conversation after it */
  } sent[] = {
    { "", "camera.jpg", 1 },
    { "", "wide.png", 2 },
    { "", "camera.jpg", 2 },
    { "Look", "wide.png", 3 },
  };
  g_autofree char *path = path_of ("/messages/", "cv-1");
  guint before = count (self, &foyer_message_type);

  look_at (self->browser, path);
  for (guint i = 0; i < G_N_ELEMENTS (sent); i++) {
    g_autoptr (GBytes) picture = read_picture (sent[i].picture);
    g_autoptr (FoyerHttpResponse) answer
        = send_file (self->browser, path, sent[i].words, "image.jpg", picture);

    test_assert_goes (answer, path);
    g_assert_cmpuint (count (self, &foyer_message_type) - before, ==, sent[i].stand);
  }
}

/* Marks that nobody sees are no message, and no space is. */
static void
test_nothing_to_be_seen (TestSite *self, gconstpointer data)
{
  static const char *const typed[]
      = { "text=%E2%80%8B%E2%81%A0", "text=%C2%A0%E3%80%80", "text=%E3%85%A4", "text=%CC%81" };
  g_autofree char *path = path_of ("/messages/", "cv-1");
  guint before = count (self, &foyer_message_type);

  look_at (self->browser, path);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (self->browser, path, typed[i]);

    test_assert_status (answer, 200);
    g_assert_nonnull (strstr (test_body (answer), "Please write something"));
  }
  g_assert_cmpuint (count (self, &foyer_message_type), ==, before);
}

/* A message about a visit stands in one conversation about it; whatever else is named is not there. */
static void
test_about (TestSite *self, gconstpointer data)
{
  g_autofree char *visit = foyer_test_id ("vs-1");
  g_autofree char *ask = g_strconcat ("/messages/new?about=", visit, NULL);
  g_autofree char *theirs = path_of ("/messages/new?about=", "cv-1");
  g_autofree char *form = g_strconcat ("text=Please+ring&about=", visit, NULL);
  g_autoptr (FoyerHttpResponse) no_page = NULL;
  g_autoptr (FoyerHttpResponse) sent = NULL;
  g_autoptr (FoyerHttpResponse) refused = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  const char *where;

  test_site_put (self,
                 "[{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'AC check', 'status':"
                 " 'done', 'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'}]");
  look_at (self->browser, ask);
  sent = test_browser_post (self->browser, "/messages", form);
  test_assert_status (sent, 303);
  where = foyer_http_response_header (sent, "location");
  {
    g_autoptr (FoyerRecord) talk
        = foyer_test_server_get (self->server, "northwind", where + strlen ("/messages/"));

    g_assert_cmpstr (foyer_conversation_get_about_id (talk), ==, visit);
    g_assert_cmpint (foyer_conversation_get_last_from (talk), ==, FOYER_CONVERSATION_LAST_CLIENT);
  }
  page = test_browser_get (self->browser, where);
  g_assert_nonnull (strstr (test_body (page), "<h1>AC check"));
  no_page = test_browser_get (self->browser, theirs);
  test_assert_status (no_page, 404);
  look_at (self->other, "/messages/new");
  refused = test_browser_post (self->other, "/messages", form);
  test_assert_status (refused, 404);
}

/* What cannot be sent comes back with the words that were typed. */
static void
test_problems (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autoptr (GBytes) program = g_bytes_new_static ("MZ\x90", 3);
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) empty = NULL;
  g_autoptr (FoyerHttpResponse) kind = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (FoyerHttpResponse) blank = NULL;

  look_at (self->browser, path);
  before = test_site_dump (self);
  empty = send_file (self->browser, path, " \r\n ", NULL, NULL);
  test_assert_status (empty, 200);
  g_assert_nonnull (strstr (test_body (empty), "Please write something"));
  kind = send_file (self->browser, path, "Words to keep", "a.jpg", program);
  test_assert_status (kind, 200);
  g_assert_nonnull (strstr (test_body (kind), "Words to keep"));
  g_assert_nonnull (strstr (test_body (kind), "of a kind that cannot be sent"));
  blank = send_file (self->browser, path, "Words to keep", "notes.txt", nothing);
  test_assert_status (blank, 200);
  g_assert_nonnull (strstr (test_body (blank), "Words to keep"));
  g_assert_nonnull (strstr (test_body (blank), "One of these files is empty."));
  test_site_assert_unchanged (self, before);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
set_messaging (TestSite *self, gboolean on)
{
  g_autoptr (FoyerTestApi) ana = foyer_test_api_new (self->server, "northwind", "st-1");
  g_autoptr (GPtrArray) settings
      = foyer_test_server_list (self->server, "northwind", foyer_record_type_by_name ("PortalSettings"));
  g_autoptr (JsonObject) set
      = foyer_test_api_call (ana, "PortalSettings/set", "'update': {'%s': {'portal.messaging': %s}}",
                             foyer_record_get_id (settings->pdata[0]), on ? "true" : "false");

  foyer_test_api_assert (set, "notUpdated", "null");
}

/* A14: where messages are off, the history stays, and a post goes nowhere. */
static void
test_messages_off (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *before = NULL;
  g_autoptr (FoyerHttpResponse) list = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) fresh = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) post = NULL;

  look_at (self->browser, path);
  set_messaging (self, FALSE);
  list = test_browser_get (self->browser, "/messages");
  test_assert_status (list, 200);
  g_assert_nonnull (strstr (test_body (list), "You cannot write messages here"));
  g_assert_null (strstr (test_body (list), "/messages/new"));
  page = test_browser_get (self->browser, path);
  test_assert_status (page, 200);
  g_assert_null (strstr (test_body (page), "<textarea"));
  fresh = test_browser_get (self->browser, "/messages/new");
  test_assert_status (fresh, 404);
  before = test_site_dump (self);
  answer = test_browser_post (self->browser, path, "text=Hello");
  test_assert_status (answer, 404);
  post = send_file (self->browser, "/messages", "Hello", NULL, NULL);
  test_assert_status (post, 404);
  test_site_assert_unchanged (self, before);
}

/* What was written is theirs, whether or not messages were on when they came; writing itself waits for the next sign-in (E7). */
static void
test_read_after_sign_in_while_off (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autoptr (TestBrowser) late = NULL;
  g_autoptr (FoyerHttpResponse) while_off = NULL;
  g_autoptr (FoyerHttpResponse) list = NULL;
  g_autoptr (FoyerHttpResponse) while_on = NULL;

  set_messaging (self, FALSE);
  late = test_browser_new_signed_in (self->server, "northwind", "pl-3", "cl-1", NULL);
  while_off = test_browser_get (late, path);
  test_assert_status (while_off, 200);
  g_assert_nonnull (strstr (test_body (while_off), "Which boiler?"));
  g_assert_null (strstr (test_body (while_off), "<textarea"));
  list = test_browser_get (late, "/messages");
  g_assert_nonnull (strstr (test_body (list), "The boiler"));
  set_messaging (self, TRUE);
  while_on = test_browser_get (late, path);
  test_assert_status (while_on, 200);
  g_assert_null (strstr (test_body (while_on), "<textarea"));
}

/* A link that may not write reads nothing either, whether messages are on or off. */
static void
test_nothing_to_read_without_permission (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autoptr (TestBrowser) silent
      = test_browser_new_signed_in (self->server, "northwind", "pl-4", "cl-1", "'may': ['book']");

  for (guint i = 0; i < 2; i++) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (silent, path);
    g_autoptr (FoyerHttpResponse) list = test_browser_get (silent, "/messages");

    test_assert_status (page, 404);
    g_assert_null (strstr (test_body (list), "The boiler"));
    set_messaging (self, FALSE);
  }
}

/* --- Files --- */

/* F07: a hash, a number too many or another record's id opens nothing. */
static void
test_guessed_files (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autoptr (GBytes) text = g_bytes_new_static ("Model 58", 8);
  g_autofree char *blob = foyer_blob_id_of_bytes (text);
  g_autoptr (FoyerRecord) message = NULL;
  g_autoptr (JsonObject) attachment = NULL;
  g_autoptr (FoyerHttpResponse) sent = NULL;
  g_autoptr (FoyerHttpResponse) right = NULL;
  g_autofree char *nothing = NULL;

  look_at (self->browser, path);
  sent = send_file (self->browser, path, "", "model.txt", text);
  test_assert_status (sent, 303);
  attachment = get_attachment (self, &message);
  {
    g_autofree char *good = g_strdup_printf ("/attachments/%s.0", foyer_record_get_id (message));
    g_autofree char *second = g_strdup_printf ("/attachments/%s.1", foyer_record_get_id (message));
    g_autofree char *hash = g_strdup_printf ("/attachments/%s", blob);
    g_autofree char *dotted = g_strdup_printf ("/attachments/%s.0", blob);
    g_autofree char *bare = g_strdup_printf ("/attachments/%s", foyer_record_get_id (message));
    g_autofree char *photo = g_strdup_printf ("/photos/%s", foyer_record_get_id (message));
    g_autofree char *note = path_of ("/attachments/", "ms-2");
    const char *const bad[] = { second, hash, dotted, bare, photo, note, "/attachments/x.99999999999" };

    right = test_browser_get (self->browser, good);
    test_assert_status (right, 200);
    g_assert_cmpstr (foyer_http_response_header (right, "content-type"), ==, "application/octet-stream");
    g_assert_true (
        g_str_has_prefix (foyer_http_response_header (right, "content-disposition"), "attachment"));
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
      g_autoptr (FoyerHttpResponse) answer = test_browser_get (self->browser, bad[i]);

      test_assert_status (answer, 404);
    }
  }
}

/* Files cost no work unless whoever sends them may; a form without its token leaves nothing. */
static void
test_who_may_send (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *theirs = path_of ("/messages/", "cv-2");
  g_autoptr (GBytes) photo = read_picture ("camera.jpg");
  g_autoptr (TestBrowser) nobody = test_browser_new (self->server, "northwind");
  g_autofree char *before = test_site_dump (self);
  g_autoptr (FoyerHttpResponse) stranger = send_file (nobody, path, "Hi", "a.jpg", photo);
  g_autoptr (FoyerHttpResponse) foreign = send_file (self->browser, theirs, "Hi", "a.jpg", photo);
  g_autoptr (FoyerHttpResponse) no_token = send_file (self->browser, path, "Hi", "a.jpg", photo);
  g_autoptr (FoyerHttpResponse) no_place = send_file (self->browser, "/sign-out", "Hi", "a.jpg", photo);

  test_assert_goes (stranger, "/sign-in");
  test_assert_status (foreign, 404);
  test_assert_status (no_token, 403);
  test_assert_status (no_place, 415);
  test_site_assert_unchanged (self, before);
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* F05: what one client has brought in altogether stays within their quota. */
static void
test_quota (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *fill
      = g_strdup_printf ("INSERT INTO client_upload (organisation, client_id, blob_id, size, at)"
                         " VALUES (1, '%s', 'Bx', %" G_GINT64_FORMAT ", 0)",
                         client, FOYER_CLIENT_UPLOADS_QUOTA - 20);
  guint taken = 0;

  g_assert_true (foyer_database_execute (foyer_backend_get_writer (self->server->backend), fill, NULL));
  look_at (self->browser, path);
  for (guint i = 0; i < 5; i++) {
    g_autofree char *words = g_strdup_printf ("Bytes %u!", i);
    g_autoptr (GBytes) text = g_bytes_new (words, strlen (words));
    g_autoptr (FoyerHttpResponse) sent = send_file (self->browser, path, words, "a.txt", text);

    taken += sent->status == 303;
    if (sent->status != 303)
      g_assert_nonnull (strstr (test_body (sent), "There is no room for more files"));
  }
  g_assert_cmpuint (taken, ==, 2);
  g_assert_cmpint (ask_number (self, "SELECT sum(size) FROM client_upload"), <=, FOYER_CLIENT_UPLOADS_QUOTA);
}

static FoyerHttpRequest *
make_upload (TestBrowser *browser, const char *path, guint number)
{
  FoyerHttpRequest *request = test_browser_request (browser, "POST", path);
  g_autoptr (TestUploadForm) form = test_upload_form_new ();
  g_autofree char *words = g_strdup_printf ("Bytes %02u", number);
  g_autoptr (GBytes) text = g_bytes_new (words, strlen (words));
  g_autoptr (GBytes) body = NULL;

  test_upload_form_add_field (form, "token", browser->token);
  test_upload_form_add_field (form, "text", words);
  test_upload_form_add_file (form, "a.txt", text);
  body = test_upload_form_end (form);
  foyer_http_request_set_body (request, TEST_UPLOAD_TYPE, body);
  return request;
}

/* F05: fifty at once, each of which there was room for when it came in. */
static void
test_quota_at_once (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *fill
      = g_strdup_printf ("INSERT INTO client_upload (organisation, client_id, blob_id, size, at)"
                         " VALUES (1, '%s', 'Bx', %" G_GINT64_FORMAT ", 0)",
                         client, FOYER_CLIENT_UPLOADS_QUOTA - 20);
  FoyerCredentials credentials = { .session = self->browser->session };
  FoyerBackend *backend = self->server->backend;
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_http_request_free);
  guint taken = 0;

  g_assert_true (foyer_database_execute (foyer_backend_get_writer (backend), fill, NULL));
  look_at (self->browser, path);
  for (guint i = 0; i < 50; i++) {
    FoyerHttpRequest *request = make_upload (self->browser, path, i);

    g_ptr_array_add (requests, request);
    g_assert_true (foyer_backend_admits (backend, &credentials, request, TEST_SERVER_NOW));
    foyer_backend_work_ahead (backend, request);
  }
  for (guint i = 0; i < requests->len; i++) {
    g_autoptr (FoyerHttpResponse) sent
        = foyer_backend_handle (backend, FOYER_LANE_WRITE, &credentials, requests->pdata[i], TEST_SERVER_NOW);

    taken += sent->status == 303;
  }
  g_assert_cmpuint (taken, ==, 2);
  g_assert_cmpint (ask_number (self, "SELECT sum(size) FROM client_upload"), <=, FOYER_CLIENT_UPLOADS_QUOTA);
  g_assert_cmpuint (count_files (self), ==, 2);
}

/* F08: who sends a byte a second, or hangs up in the middle, leaves nothing behind. */
static void
test_unfinished (TestSite *self, gconstpointer data)
{
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *head = NULL;
  g_autofree char *before = NULL;
  g_autoptr (FoyerTestClient) slow = NULL;
  FoyerTestClient *gone;

  look_at (self->browser, path);
  foyer_test_server_open (self->server);
  before = test_site_dump (self);
  head = g_strdup_printf ("POST %s HTTP/1.1\r\nHost: northwind.localhost\r\nCookie: __Host-fys=%s\r\n"
                          "Content-Type: " TEST_UPLOAD_TYPE "\r\nContent-Length: 100000\r\n\r\n--",
                          path, self->browser->session);
  slow = foyer_test_client_new (self->server->port);
  gone = foyer_test_client_new (self->server->port);
  foyer_test_client_send (slow, head, -1);
  foyer_test_client_send (gone, head, -1);
  for (guint i = 0; i < 10; i++)
    g_main_context_iteration (NULL, FALSE);
  foyer_test_client_free (gone);
  for (guint seconds = 0; !slow->is_closed && seconds < 90; seconds++) {
    foyer_test_client_send (slow, "a", 1);
    foyer_test_server_advance (self->server, 1);
    for (guint i = 0; i < 10; i++)
      g_main_context_iteration (NULL, FALSE);
    foyer_test_client_receive (slow);
    g_assert_cmpuint (seconds, <, 61);
  }
  foyer_test_client_wait_closed (slow);
  g_assert_cmpuint (foyer_test_client_get_status (slow), ==, 408);
  g_assert_cmpuint (count_files (self), ==, 0);
  test_site_assert_unchanged (self, before);
}

/* F04 at the door: a form that is none is refused as a whole. */
static void
test_broken_forms (TestSite *self, gconstpointer data)
{
  static const char *const broken[] = { "", "--x", "--" TEST_UPLOAD_BOUNDARY "\r\n" };
  g_autofree char *path = path_of ("/messages/", "cv-1");
  g_autofree char *before = NULL;

  look_at (self->browser, path);
  before = test_site_dump (self);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GBytes) body = g_bytes_new_static (broken[i], strlen (broken[i]));
    g_autoptr (FoyerHttpResponse) answer = send_body (self->browser, path, body);

    test_assert_status (answer, 400);
  }
  test_site_assert_unchanged (self, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/site/messages/" name, TestSite, NULL, set_up, function, test_site_tear_down)
  ADD ("reading", test_reading);
  ADD ("reading-what-became-part-of-it", test_reading_merged);
  ADD ("F03-photo", test_photo);
  ADD ("photos-one-by-one", test_photos_one_by_one);
  ADD ("nothing-to-be-seen", test_nothing_to_be_seen);
  ADD ("about", test_about);
  ADD ("problems", test_problems);
  ADD ("A14-messages-off", test_messages_off);
  ADD ("read-after-sign-in-while-off", test_read_after_sign_in_while_off);
  ADD ("nothing-to-read-without-permission", test_nothing_to_read_without_permission);
  ADD ("F07-guessed-files", test_guessed_files);
  ADD ("A03-who-may-send", test_who_may_send);
  ADD ("F05-quota", test_quota);
  ADD ("F05-quota-at-once", test_quota_at_once);
  ADD ("F08-unfinished", test_unfinished);
  ADD ("F04-broken-forms", test_broken_forms);
  return g_test_run ();
}
