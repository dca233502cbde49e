/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview.c - through whose eyes, and what they see: on a real store, without a view */

#include "foyer-console-fixture.h"
#include "foyer-page-difference.h"
#include "foyer-preview-answer.h"
#include "foyer-preview-closures.h"
#include "foyer-preview-feed.h"
#include "foyer-preview-place.h"
#include "foyer-preview-stage.h"
#include "foyer-preview-typical.h"
#include "foyer-json.h"
#include "foyer-test.h"
#include "types/invoice.h"
#include "types/visit.h"

#include <string.h>

typedef struct {
  FoyerConsoleFixture fixture;
  FoyerPreviewStage *stage;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ines Duarte', 'email': 'ines@baystreet.example'}, "
      "{'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Bo Long', 'email': 'bo@baystreet.example', 'status': "
      "'active'}, "
      "{'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Al Gone', 'email': 'al@baystreet.example', 'status': "
      "'removed'}, "
      "{'id': 'pl-1', 'clientId': 'cl-1', 'lastFour': 'x9z1', 'expiresAt': '2025-07-01 09:00'}, "
      "{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'title': 'AC tune-up', "
      "'status': 'scheduled', "
      "'start': '2025-05-07 09:00', 'end': '2025-05-07 10:00'}]");
  fixture->stage = foyer_preview_stage_new (fixture->fixture.desk);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->stage);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
look_at (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);

  return foyer_preview_stage_look_at (fixture->stage, id);
}

static void
assert_viewer (Fixture *fixture, const char *client_id, const char *person_id)
{
  g_autofree char *client = foyer_test_id (client_id);
  g_autofree char *person = person_id == NULL ? NULL : foyer_test_id (person_id);

  g_assert_cmpstr (foyer_preview_stage_get_client_id (fixture->stage), ==, client);
  g_assert_cmpstr (foyer_preview_stage_get_person_id (fixture->stage), ==, person);
}

/* --- Whose eyes --- */

static void
test_client (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *name = NULL;

  g_assert_true (look_at (fixture, "cl-1"));
  assert_viewer (fixture, "cl-1", "pp-2");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, "/");
  g_object_get (fixture->stage, "client-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Ellen Ruiz");
}

static void
test_record (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = foyer_test_id ("vs-1");
  g_autofree char *address = g_strconcat ("/visits/", id, NULL);

  g_assert_true (look_at (fixture, "vs-1"));
  assert_viewer (fixture, "cl-1", "pp-2");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, address);
  g_assert_true (look_at (fixture, "pp-1"));
  assert_viewer (fixture, "cl-1", "pp-1");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, "/");
}

/* Of whom nobody can come in, nobody is chosen; what has no client is no reason to look. */
static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (look_at (fixture, "cl-2"));
  assert_viewer (fixture, "cl-2", NULL);
  g_assert_false (look_at (fixture, "sv-1"));
  g_assert_false (look_at (fixture, "cl-99"));
  assert_viewer (fixture, "cl-2", NULL);
}

static void choose_client (Fixture *fixture, const char *words);

/* A page of a kind is kept; one of a record only for whom it is. */
static void
test_foreign_page_is_left (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = foyer_test_id ("vs-1");
  g_autofree char *address = g_strconcat ("/visits/", id, NULL);

  look_at (fixture, "vs-1");
  choose_client (fixture, "Ellen");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, address);
  choose_client (fixture, "Hillside");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, "/");
  foyer_preview_stage_set_address (fixture->stage, "/visits");
  choose_client (fixture, "Ellen");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, "/visits");
}

static GPtrArray *
list_viewers (Fixture *fixture, const char *client_id)
{
  g_autofree char *id = client_id == NULL ? NULL : foyer_test_id (client_id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *viewers;

  foyer_preview_viewer_list_async (fixture->fixture.store, id, NULL, on_ready, &result);
  foyer_test_settle ();
  viewers = foyer_preview_viewer_list_finish (fixture->fixture.store, result, &error);
  g_assert_no_error (error);
  return viewers;
}

static void
test_viewers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) viewers = list_viewers (fixture, "cl-1");
  g_autoptr (GPtrArray) nobody = list_viewers (fixture, NULL);

  g_assert_cmpuint (viewers->len, ==, 4);
  g_assert_cmpstr (foyer_preview_viewer_get_name (viewers->pdata[0]), ==, "Ines Duarte");
  g_assert_cmpstr (foyer_preview_viewer_get_name (viewers->pdata[1]), ==, "Bo Long");
  g_assert_nonnull (foyer_preview_viewer_get_link_id (viewers->pdata[2]));
  g_assert_null (foyer_preview_viewer_get_client_id (viewers->pdata[3]));
  g_assert_cmpuint (nobody->len, ==, 1);
}

static void
test_find (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;

  foyer_preview_viewer_find_clients_async (fixture->fixture.store, "dENT", NULL, NULL, on_ready, &result);
  foyer_test_settle ();
  found = foyer_preview_viewer_list_finish (fixture->fixture.store, result, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (foyer_preview_viewer_get_name (found->pdata[0]), ==, "Hillside Dental");
}

static void
choose_client (Fixture *fixture, const char *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;

  foyer_preview_viewer_find_clients_async (fixture->fixture.store, words, NULL, NULL, on_ready, &result);
  foyer_test_settle ();
  found = foyer_preview_viewer_list_finish (fixture->fixture.store, result, NULL);
  foyer_preview_stage_choose (fixture->stage, found->pdata[0]);
}

/* Whom somebody looked at last is offered first, once. */
static void
test_recent (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const char *names[] = { "Ellen Ruiz", "Hillside Dental" };

  g_assert_null (foyer_preview_stage_get_recent (fixture->stage)[0]);
  look_at (fixture, "cl-1");
  look_at (fixture, "cl-2");
  look_at (fixture, "cl-1");
  look_at (fixture, "cl-1");
  g_assert_cmpuint (g_strv_length ((char **) foyer_preview_stage_get_recent (fixture->stage)), ==, 2);
  foyer_preview_viewer_find_clients_async (fixture->fixture.store, "",
                                           foyer_preview_stage_get_recent (fixture->stage), NULL, on_ready,
                                           &result);
  foyer_test_settle ();
  found = foyer_preview_viewer_list_finish (fixture->fixture.store, result, NULL);
  for (guint i = 0; i < found->len; i++) {
    if (i < G_N_ELEMENTS (names))
      g_assert_cmpstr (foyer_preview_viewer_get_name (found->pdata[i]), ==, names[i]);
    else
      g_assert_cmpstr (foyer_preview_viewer_get_name (found->pdata[i]), !=, names[0]);
  }
}

/* Somebody may come in there, and has visits. */
static void
test_typical (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPreviewViewer) viewer = NULL;

  foyer_console_fixture_pull (&fixture->fixture,
                              "[{'id': 'pp-9', 'clientId': 'cl-2', 'name': 'No Visits', 'email': "
                              "'no@hillside.example', 'status': 'active'}]");
  foyer_preview_typical_async (fixture->fixture.store, NULL, on_ready, &result);
  foyer_test_settle ();
  viewer = foyer_preview_typical_finish (fixture->fixture.store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (foyer_preview_viewer_get_name (viewer), ==, "Bo Long");
}

/* --- What they see --- */

static FoyerPreviewAnswer *
answer (Fixture *fixture, const char *address, gboolean drafted)
{
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_stage_make_scene (fixture->stage, drafted);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FoyerPreviewAnswer *found;

  foyer_preview_answer_async (fixture->fixture.store, scene, address, foyer_desk_now (fixture->fixture.desk),
                              NULL, on_ready, &result);
  foyer_test_settle ();
  found = foyer_preview_answer_finish (fixture->fixture.store, result, &error);
  g_assert_no_error (error);
  return found;
}

static gboolean
says (FoyerPreviewAnswer *answer, const char *words)
{
  gsize length;
  const char *text = g_bytes_get_data (answer->bytes, &length);

  return g_strstr_len (text, (gssize) length, words) != NULL;
}

static void
test_page (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerPreviewAnswer) page = NULL;

  look_at (fixture, "cl-1");
  page = answer (fixture, "/visits", FALSE);
  g_assert_true (page->is_page);
  g_assert_cmpint (page->made, ==, FOYER_PAGE_VISITS);
  g_assert_cmpuint (page->status, ==, 200);
  g_assert_true (says (page, "Bo Long"));
  g_assert_cmpuint (strlen (page->view_hash), ==, 64);
  g_assert_cmpuint (strlen (page->page_hash), ==, 64);
  g_assert_false (page->has_pending);
}

/* What others have is not there, whoever looks on whose behalf. */
static void
test_foreign (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = foyer_test_id ("vs-1");
  g_autofree char *address = g_strconcat ("/visits/", id, NULL);
  g_autoptr (FoyerPreviewAnswer) page = NULL;

  look_at (fixture, "cl-2");
  page = answer (fixture, address, FALSE);
  g_assert_cmpint (page->made, !=, FOYER_PAGE_VISIT);
  g_assert_false (says (page, id));
}

/* The draft changes what is seen, and nothing else does. */
static void
test_draft (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonObject) draft = foyer_json_parse_object ("{\"portal.enabled\": false}", -1, NULL);
  g_autoptr (FoyerPreviewAnswer) live = NULL;
  g_autoptr (FoyerPreviewAnswer) drafted = NULL;

  look_at (fixture, "cl-1");
  g_object_set (fixture->stage, "draft", draft, NULL);
  live = answer (fixture, "/", FALSE);
  drafted = answer (fixture, "/", TRUE);
  g_assert_cmpint (live->made, ==, FOYER_PAGE_HOME);
  g_assert_cmpint (drafted->made, ==, FOYER_PAGE_UNAVAILABLE);
  g_assert_cmpint (live->settings_version, ==, drafted->settings_version);
}

/* Of two pages beside each other each is marked where it differs, and both name the same differences. */
static void
test_both (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonObject) draft = foyer_json_parse_object ("{\"portal.show_invoices\": false}", -1, NULL);
  g_autoptr (FoyerPreviewAnswer) alone = NULL;
  g_autoptr (FoyerPreviewAnswer) live = NULL;
  g_autoptr (FoyerPreviewAnswer) drafted = NULL;

  look_at (fixture, "cl-1");
  g_object_set (fixture->stage, "draft", draft, NULL);
  alone = answer (fixture, "/", FALSE);
  g_object_set (fixture->stage, "source", FOYER_PREVIEW_BOTH, NULL);
  live = answer (fixture, "/", FALSE);
  drafted = answer (fixture, "/", TRUE);
  g_assert_null (alone->differences);
  g_assert_false (says (alone, FOYER_PAGE_MARK));
  g_assert_cmpuint (live->differences->len, >, 0);
  g_assert_cmpuint (live->differences->len, ==, drafted->differences->len);
  for (guint i = 0; i < live->differences->len; i++) {
    const FoyerPageDifference *one = live->differences->pdata[i];
    const FoyerPageDifference *other = drafted->differences->pdata[i];

    g_assert_cmpstr (one->one, ==, other->one);
    g_assert_cmpstr (one->other, ==, other->other);
  }
  g_assert_true (says (live, FOYER_PAGE_MARK));
  /* What the server is asked about is the page without marks. */
  g_assert_cmpstr (live->page_hash, ==, alone->page_hash);
}

static void
test_files (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerPreviewAnswer) page = NULL;
  g_autoptr (FoyerPreviewAnswer) sheet = NULL;
  g_autoptr (FoyerPreviewAnswer) print = NULL;
  g_autoptr (FoyerPreviewAnswer) calendar = NULL;
  g_autoptr (FoyerPreviewAnswer) nothing = NULL;
  g_autoptr (GRegex) link = g_regex_new ("/static/portal-[0-9a-f]+\\.css", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *address = NULL;
  g_autofree char *html = NULL;
  gsize length;
  const char *bytes;

  look_at (fixture, "cl-1");
  page = answer (fixture, "/", FALSE);
  bytes = g_bytes_get_data (page->bytes, &length);
  html = g_strndup (bytes, length);
  g_assert_true (g_regex_match (link, html, 0, &match));
  address = g_match_info_fetch (match, 0);
  sheet = answer (fixture, address, FALSE);
  print = answer (fixture, "/statement/pdf", FALSE);
  calendar = answer (fixture, "/visits/V1/calendar", FALSE);
  nothing = answer (fixture, "/attachments/none", FALSE);
  g_assert_null (calendar->bytes);
  g_assert_false (calendar->is_page);
  g_assert_cmpuint (nothing->status, ==, 404);
  g_assert_cmpuint (sheet->status, ==, 200);
  g_assert_true (g_str_has_prefix (sheet->content_type, "text/css"));
  g_assert_false (sheet->is_page);
  g_assert_null (print->bytes);
}

/* Colours are forced in what is drawn; what is compared stays what the portal sends. */
static void
test_dark (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerPreviewAnswer) light = NULL;
  g_autoptr (FoyerPreviewAnswer) dark = NULL;

  look_at (fixture, "cl-1");
  light = answer (fixture, "/", FALSE);
  g_object_set (fixture->stage, "dark", TRUE, NULL);
  dark = answer (fixture, "/", FALSE);
  g_assert_cmpstr (light->page_hash, ==, dark->page_hash);
  g_assert_false (g_bytes_equal (light->bytes, dark->bytes));
}

/* --- Words and ways --- */

static void
test_notes (void)
{
  g_autofree char *plain = foyer_preview_note_text (NULL, "Maria", NULL);
  g_autofree char *approve = foyer_preview_note_text (NULL, "Maria", "/quotes/Q1/approve");
  g_autofree char *nobody = foyer_preview_note_text (NULL, NULL, "/documents/D1/sign");

  g_assert_nonnull (strstr (plain, "looking"));
  g_assert_cmpstr (approve, ==, "Maria would approve here. Nothing happens in a preview.");
  g_assert_cmpstr (nobody, ==, "They would be asked to sign here. Nothing happens in a preview.");
}

static void
test_next_step (void)
{
  g_autoptr (JsonObject) view = foyer_json_parse_object (
      "{\"services\": [{\"id\": \"S1\"}], \"properties\": [{\"id\": \"P1\"}], \"days\": [{\"slots\": ["
      "{\"start\": \"2026-05-04T12:00:00Z\", \"full\": true}, {\"start\": \"2026-05-04T14:00:00Z\"}]}]}",
      -1, NULL);
  g_autoptr (JsonObject) empty = json_object_new ();
  g_autofree char *property = foyer_preview_place_next_step ("/book/property", view);
  g_autofree char *time = foyer_preview_place_next_step ("/book/time", view);
  g_autofree char *check = foyer_preview_place_next_step ("/book/check", view);

  g_assert_cmpstr (property, ==, "/book/property?service=S1");
  g_assert_cmpstr (time, ==, "/book/time?service=S1&property=P1");
  g_assert_cmpstr (check, ==, "/book/check?service=S1&property=P1&start=2026-05-04T14:00:00Z");
  g_assert_null (foyer_preview_place_next_step ("/bookings", view));
  g_assert_null (foyer_preview_place_next_step ("/book/time", empty));
}

/* Every page has a name for staff. */
static void
test_titles (void)
{
  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    const char *title = foyer_preview_place_title (kind);

    g_assert_cmpstr (title, !=, "");
  }
}

/* --- What a view asks for --- */

static GBytes *last_bytes;
static guint n_answers;

static void
take_answer (FoyerWebRequest *request, guint status, const char *content_type, GBytes *bytes)
{
  n_answers++;
  g_clear_pointer (&last_bytes, g_bytes_unref);
  last_bytes = bytes == NULL ? NULL : g_bytes_ref (bytes);
}

static const FoyerWebRoom room = { .answer = take_answer };

static void
count (guint *number)
{
  (*number)++;
}

/* The page is there when it is asked for, and it is asked for again only if it became another. */
static void
test_feed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *client_id = foyer_test_id ("cl-1");
  g_autofree char *person_id = foyer_test_id ("pp-2");
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_scene_new (client_id, person_id);
  g_autoptr (FoyerPreviewFeed) feed = foyer_preview_feed_new (fixture->fixture.desk);
  FoyerWebRequest *request = (FoyerWebRequest *) fixture; /* nobody looks into it */
  guint n_handed = 0;
  guint n_still = 0;
  guint n_outdated = 0;

  n_answers = 0;
  g_signal_connect_swapped (feed, "handed", G_CALLBACK (count), &n_handed);
  g_signal_connect_swapped (feed, "still", G_CALLBACK (count), &n_still);
  g_signal_connect_swapped (feed, "outdated", G_CALLBACK (count), &n_outdated);
  foyer_preview_feed_expect (feed, scene, "/visits#first");
  g_assert_true (foyer_preview_feed_is_expecting (feed));
  foyer_test_settle ();
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  g_assert_cmpuint (n_answers, ==, 1);
  g_assert_cmpuint (n_handed, ==, 1);
  g_assert_nonnull (last_bytes);
  g_assert_false (foyer_preview_feed_is_expecting (feed));
  foyer_preview_feed_look_again (feed, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_still, ==, 1);
  foyer_console_fixture_pull (
      &fixture->fixture, "[{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', "
                         "'title': 'Another', 'status': 'scheduled', "
                         "'start': '2025-05-07 09:00', 'end': '2025-05-07 10:00'}]");
  foyer_preview_feed_look_again (feed, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_outdated, ==, 1);
  g_assert_cmpuint (n_answers, ==, 1);
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  g_assert_cmpuint (n_answers, ==, 2);
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (last_bytes, NULL), (gssize) g_bytes_get_size (last_bytes), "Another"));
  /* Somebody who follows a link asks for what nobody could know, and whoever asks too early waits. */
  foyer_preview_feed_ask (feed, &room, request, "/invoices");
  foyer_preview_feed_expect (feed, NULL, "/visits");
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_answers, ==, 4);
  g_assert_cmpuint (n_handed, ==, 4);
  foyer_preview_feed_stop (feed);
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  g_assert_null (last_bytes);
}

/* Nothing is expected for ever: what would never be loaded again. */
static void
test_two_loads_right_after_each_other (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *client_id = foyer_test_id ("cl-1");
  g_autofree char *person_id = foyer_test_id ("pp-2");
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_scene_new (client_id, person_id);
  g_autoptr (FoyerPreviewFeed) feed = foyer_preview_feed_new (fixture->fixture.desk);
  FoyerWebRequest *request = (FoyerWebRequest *) fixture; /* nobody looks into it */

  n_answers = 0;
  foyer_preview_feed_expect (feed, scene, "/visits");
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  foyer_preview_feed_expect (feed, scene, "/visits");
  foyer_test_settle ();
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_answers, ==, 2);
  g_assert_nonnull (last_bytes);
  g_assert_false (foyer_preview_feed_is_expecting (feed));

  /* Both ask before anything is made. */
  foyer_preview_feed_expect (feed, scene, "/visits");
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  foyer_preview_feed_expect (feed, scene, "/visits");
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_answers, ==, 4);
  g_assert_false (foyer_preview_feed_is_expecting (feed));
}

static FoyerPreviewFeed *
make_feed (Fixture *fixture, guint *n_handed, guint *n_outdated)
{
  g_autofree char *client_id = foyer_test_id ("cl-1");
  g_autofree char *person_id = foyer_test_id ("pp-2");
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_scene_new (client_id, person_id);
  FoyerPreviewFeed *feed = foyer_preview_feed_new (fixture->fixture.desk);

  *n_handed = *n_outdated = n_answers = 0;
  g_signal_connect_swapped (feed, "handed", G_CALLBACK (count), n_handed);
  g_signal_connect_swapped (feed, "outdated", G_CALLBACK (count), n_outdated);
  foyer_preview_feed_expect (feed, scene, "/visits");
  return feed;
}

/* A view that follows a link instead of what it was told to load does not ask for that any more: the page that it shows is kept as the records
 * are, and what was expected can be told again. */
static void
test_a_link_instead (Fixture *fixture, gconstpointer unused)
{
  FoyerWebRequest *request = (FoyerWebRequest *) fixture; /* nobody looks into it */
  guint n_handed;
  guint n_outdated;
  g_autoptr (FoyerPreviewFeed) feed = make_feed (fixture, &n_handed, &n_outdated);

  foyer_preview_feed_ask (feed, &room, request, "/quotes");
  foyer_test_settle ();
  g_assert_cmpuint (n_handed, ==, 1);
  g_assert_false (foyer_preview_feed_is_expecting (feed));
  foyer_preview_feed_look_again (feed, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_outdated, ==, 1);
}

/* What comes when the view is elsewhere already is not what it shows. */
static void
test_too_late (Fixture *fixture, gconstpointer unused)
{
  FoyerWebRequest *request = (FoyerWebRequest *) fixture; /* nobody looks into it */
  guint n_handed;
  guint n_outdated;
  g_autoptr (FoyerPreviewFeed) feed = make_feed (fixture, &n_handed, &n_outdated);

  foyer_test_settle ();
  foyer_preview_feed_ask (feed, &room, request, "/quotes");
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  foyer_test_settle ();
  g_assert_cmpuint (n_answers, ==, 2);
  g_assert_cmpuint (n_handed, ==, 1);
  g_assert_cmpstr (foyer_preview_feed_get_shown (feed)->address, ==, "/visits");
}

/* A view that never asks is told again, and not for ever. */
static void
test_a_load_that_is_lost (Fixture *fixture, gconstpointer unused)
{
  FoyerWebRequest *request = (FoyerWebRequest *) fixture; /* nobody looks into it */
  guint n_handed;
  guint n_outdated;
  g_autoptr (FoyerPreviewFeed) feed = make_feed (fixture, &n_handed, &n_outdated);

  foyer_test_settle ();
  g_assert_false (foyer_preview_feed_is_late (feed));
  foyer_manual_clock_advance (fixture->fixture.clock, 10 * G_USEC_PER_SEC);
  g_assert_cmpuint (n_outdated, ==, 1);
  g_assert_true (foyer_preview_feed_is_late (feed));
  foyer_manual_clock_advance (fixture->fixture.clock, G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  g_assert_cmpuint (n_outdated, >, 3);
  g_assert_cmpuint (n_outdated, <, 10);
  foyer_preview_feed_ask (feed, &room, request, "/visits");
  g_assert_cmpuint (n_handed, ==, 1);
  g_assert_false (foyer_preview_feed_is_late (feed));
  n_outdated = 0;
  foyer_manual_clock_advance (fixture->fixture.clock, G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
  g_assert_cmpuint (n_outdated, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/console/preview/feed", Fixture, NULL, set_up, test_feed, tear_down);
  g_test_add ("/console/preview/two-loads-right-after-each-other", Fixture, NULL, set_up,
              test_two_loads_right_after_each_other, tear_down);
  g_test_add ("/console/preview/a-link-instead", Fixture, NULL, set_up, test_a_link_instead, tear_down);
  g_test_add ("/console/preview/too-late", Fixture, NULL, set_up, test_too_late, tear_down);
  g_test_add ("/console/preview/a-load-that-is-lost", Fixture, NULL, set_up, test_a_load_that_is_lost,
              tear_down);
  g_test_add ("/console/preview/of-a-client", Fixture, NULL, set_up, test_client, tear_down);
  g_test_add ("/console/preview/of-a-record", Fixture, NULL, set_up, test_record, tear_down);
  g_test_add ("/console/preview/of-nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/console/preview/page-of-another-client-is-left", Fixture, NULL, set_up,
              test_foreign_page_is_left, tear_down);
  g_test_add ("/console/preview/viewers", Fixture, NULL, set_up, test_viewers, tear_down);
  g_test_add ("/console/preview/find-a-client", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/console/preview/recent", Fixture, NULL, set_up, test_recent, tear_down);
  g_test_add ("/console/preview/typical", Fixture, NULL, set_up, test_typical, tear_down);
  g_test_add ("/console/preview/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/console/preview/not-of-others", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/console/preview/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/console/preview/both", Fixture, NULL, set_up, test_both, tear_down);
  g_test_add ("/console/preview/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/console/preview/dark", Fixture, NULL, set_up, test_dark, tear_down);
  g_test_add_func ("/console/preview/notes", test_notes);
  g_test_add_func ("/console/preview/next-step", test_next_step);
  g_test_add_func ("/console/preview/titles", test_titles);
  return g_test_run ();
}
