/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crash-server.c - an hour of the server, interrupted anywhere: operations, approvals, repeats, a client who books */

#include "foyer-crash.h"

#include "accounts/foyer-accounts.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "test-site-browser.h"
#include "types/audit_event.h"
#include "types/booking.h"
#include "types/label.h"
#include "types/visit.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_LABELS 4
#define N_APPROVALS 3
#define N_OPERATIONS (N_LABELS + N_APPROVALS)

/* What a console and a client's browser know of the server: the same in every run, since the seeds are. */
static struct {
  char *token;
  char *account;
  TestBrowser *browser;
} known;

/* A server that starts anew has other random bytes than before. */
static FoyerTestServer *
open_server (const char *directory, guint64 seed, GError **error)
{
  FoyerTestServer *self = g_new0 (FoyerTestServer, 1);

  self->directory = g_strdup (directory);
  self->clock = foyer_manual_clock_new ((TEST_SERVER_NOW + 60) * G_USEC_PER_SEC);
  self->random = foyer_random_new_seeded (seed);
  self->backend = foyer_backend_open (directory, "http://{slug}.localhost", FOYER_CLOCK (self->clock),
                                      self->random, error);
  if (self->backend != NULL)
    foyer_backend_set_public_url (self->backend, "http://{slug}.localhost", "http://127.0.0.1");
  return self;
}

static void
close_server (FoyerTestServer *self)
{
  if (self->backend != NULL) {
    foyer_backend_close (self->backend);
    g_object_unref (self->backend);
  }
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_free (self->directory);
  g_free (self);
}

/* --- What a console asks --- */

static char *
label_id (guint number)
{
  return g_strdup_printf ("lb-01890a5d-ac96-7d4e-8f00-%012u", number);
}

static char *
booking_id (guint number)
{
  g_autofree char *name = g_strdup_printf ("bk-%u", number + 1);

  return foyer_test_id (name);
}

/* The first operations make labels, the others approve bookings. The same operation has the same bytes whenever it is sent. */
static char *
write_call (guint number)
{
  g_autofree char *id = number < N_LABELS ? label_id (number) : booking_id (number - N_LABELS);
  g_autofree char *change = number < N_LABELS
                                ? g_strdup_printf ("'create': {'%s': {'name': 'label %u'}}", id, number)
                                : g_strdup_printf ("'update': {'%s': {'status': 'approved'}},"
                                                   " 'ifMatch': {'%s': {'status': 'pending'}}",
                                                   id, id);

  return g_strdup_printf (
      "{'using': ['" FOYER_JMAP_CORE "', '" FOYER_JMAP_STAFF "'], 'methodCalls': ["
      "['%s/set', {'accountId': '%s', %s, 'op': {'id': 'op-%u', 'client': 'co-1', 'seq': %u,"
      " 'at': '2026-11-23T09:00:00Z'}}, 'a']]}",
      number < N_LABELS ? "Label" : "Booking", known.account, change, number + 1, number + 1);
}

/* The result of the call, or NULL if the server could not do it now and says so. */
static char *
ask (FoyerTestServer *server, guint number)
{
  g_autofree char *body = g_strdelimit (write_call (number), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "localhost", "/jmap/api", NULL);
  FoyerCredentials credentials = { .bearer = known.token };
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autofree char *answer = NULL;

  foyer_http_request_set_body (request, "application/json", bytes);
  response = foyer_test_server_ask (server, &credentials, request);
  if (response->status != 200)
    return NULL;
  answer = g_strndup (g_bytes_get_data (response->body, NULL), g_bytes_get_size (response->body));
  return strstr (answer, "\"type\":\"serverFail\"") == NULL ? g_steal_pointer (&answer) : NULL;
}

static gboolean
was_done (const char *answer)
{
  return answer != NULL && strstr (answer, "\"error\"") == NULL
         && strstr (answer, "\"notCreated\":{\"") == NULL && strstr (answer, "\"notUpdated\":{\"") == NULL
         && (strstr (answer, "\"created\":{\"") != NULL || strstr (answer, "\"updated\":{\"") != NULL);
}

/* --- Playing --- */

/* As a console does: an operation without an answer is sent again, and nothing overtakes it. */
static gboolean
operate (FoyerTestServer *server, FoyerDiary *diary, guint number)
{
  for (guint attempt = 0; attempt < 2; attempt++) {
    g_autofree char *answer = ask (server, number);

    if (answer == NULL)
      continue;
    foyer_diary_write (diary, "done %u %s", number, was_done (answer) ? "well" : answer);
    return TRUE;
  }
  return FALSE;
}

static void
repeat (FoyerTestServer *server, FoyerDiary *diary, guint number)
{
  g_autofree char *answer = ask (server, number);

  if (answer != NULL)
    foyer_diary_write (diary, "repeated %u %s", number, was_done (answer) ? "well" : answer);
}

/* From the first page to the last, as a browser goes; a page that does not come ends it. */
static gboolean
book (FoyerTestServer *server)
{
  static const char *const steps[] = { "/book/property", "/book/time", "/book/check", "/bookings" };
  g_autofree char *form = test_form (TEST_SLOT, "&note=Ring+twice");
  g_autoptr (FoyerHttpResponse) page = NULL;
  guint status;

  known.browser->server = server;
  page = test_browser_get (known.browser, "/book");
  status = page->status;
  for (gsize i = 0; i < G_N_ELEMENTS (steps) && status == 200; i++) {
    g_autoptr (FoyerHttpResponse) next = test_browser_post (known.browser, steps[i], form);

    status = next->status;
  }
  return status == 303;
}

static void
play_hour (const char *directory, FoyerDiary *diary)
{
  g_autoptr (GError) error = NULL;
  FoyerTestServer *server = open_server (directory, 1001, &error);
  gboolean goes_on = server->backend != NULL;

  for (guint i = 0; goes_on && i < N_OPERATIONS; i++) {
    goes_on = operate (server, diary, i);
    if (goes_on && i % 2 == 1)
      repeat (server, diary, i);
    if (i == 2 && book (server))
      foyer_diary_write (diary, "booked");
  }
  close_server (server);
}

/* --- Judging --- */

static guint
count_audits (GPtrArray *events, const char *record_id)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (events->pdata[i]);

    n += g_strcmp0 (foyer_json_object_text (json, "recordId"), record_id) == 0;
  }
  return n;
}

static guint
count_visits (GPtrArray *visits, const char *booking)
{
  guint n = 0;

  for (guint i = 0; i < visits->len; i++)
    n += g_strcmp0 (foyer_visit_get_booking_id (visits->pdata[i]), booking) == 0;
  return n;
}

/* Before anything is sent again: what was answered is there. */
static void
judge_answers (FoyerJudge *judge, FoyerDiary *diary, FoyerTestServer *server)
{
  g_autoptr (GPtrArray) visits = foyer_test_server_list (server, "northwind", &foyer_visit_type);

  for (guint i = 0; i < N_OPERATIONS; i++) {
    g_autofree char *id = i < N_LABELS ? label_id (i) : booking_id (i - N_LABELS);
    g_autoptr (FoyerRecord) record = foyer_test_server_get (server, "northwind", id);
    g_autofree char *done = g_strdup_printf ("done %u ", i);
    g_autofree char *repeated = g_strdup_printf ("repeated %u ", i);
    const char *answer = foyer_diary_find (diary, done);
    const char *again = foyer_diary_find (diary, repeated);

    if (answer == NULL)
      continue;
    judge->proof->operations++;
    if (strcmp (answer, "well") != 0)
      foyer_judge_corrupt (judge, "operation %u was answered %s", i, answer);
    if (again != NULL && strcmp (again, "well") != 0)
      foyer_judge_doubled (judge, "operation %u was answered %s when it was repeated", i, again);
    if (record == NULL || (i >= N_LABELS && count_visits (visits, id) == 0))
      foyer_judge_lost (judge, "operation %u", i);
  }
}

/* Everything is sent again, answered or not, and must have happened once. */
static void
judge_repeats (FoyerJudge *judge, FoyerTestServer *server)
{
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) events = NULL;

  for (guint i = 0; i < N_OPERATIONS; i++) {
    g_autofree char *answer = ask (server, i);

    if (!was_done (answer))
      foyer_judge_lost (judge, "operation %u sent again: %s", i, answer == NULL ? "no answer" : answer);
  }
  visits = foyer_test_server_list (server, "northwind", &foyer_visit_type);
  events = foyer_test_server_list (server, "northwind", &foyer_audit_event_type);
  for (guint i = 0; i < N_OPERATIONS; i++) {
    g_autofree char *id = i < N_LABELS ? label_id (i) : booking_id (i - N_LABELS);
    guint n_audits = count_audits (events, id);

    if (n_audits > 1)
      foyer_judge_doubled (judge, "operation %u stands %u times in the audit", i, n_audits);
    if (i >= N_LABELS && count_visits (visits, id) != 1)
      foyer_judge_doubled (judge, "booking %u has %u visits", i - N_LABELS, count_visits (visits, id));
  }
}

static void
judge_booking (FoyerJudge *judge, FoyerDiary *diary, FoyerTestServer *server)
{
  g_autoptr (GPtrArray) before = foyer_test_server_list (server, "northwind", &foyer_booking_type);
  g_autoptr (GPtrArray) after = NULL;

  if (foyer_diary_has (diary, "booked")) {
    judge->proof->operations++;
    if (before->len != N_APPROVALS + 1)
      foyer_judge_lost (judge, "the client's booking");
  }
  if (!book (server))
    foyer_judge_lost (judge, "the client cannot book any more");
  after = foyer_test_server_list (server, "northwind", &foyer_booking_type);
  if (after->len != N_APPROVALS + 1)
    foyer_judge_doubled (judge, "the client's booking is there %u times", after->len - N_APPROVALS);
}

static void
judge_hour (const char *directory, FoyerDiary *diary, FoyerJudge *judge)
{
  g_autofree char *path = g_build_filename (directory, "foyer.db", NULL);
  g_autoptr (GError) error = NULL;
  FoyerTestServer *server;

  foyer_judge_check_file (judge, path);
  server = open_server (directory, 1002, &error);
  if (server->backend == NULL) {
    foyer_judge_corrupt (judge, "the server does not start: %s", error->message);
  } else {
    judge_answers (judge, diary, server);
    judge_repeats (judge, server);
    judge_booking (judge, diary, server);
  }
  close_server (server);
}

/* --- What every run begins with --- */

static void
copy_database (FoyerTestServer *server, const char *directory)
{
  g_autofree char *from = g_build_filename (server->directory, "foyer.db", NULL);
  g_autofree char *to = g_build_filename (directory, "foyer.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  foyer_database_execute (foyer_backend_get_writer (server->backend), "PRAGMA wal_checkpoint(TRUNCATE)",
                          &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

static void
prepare_hour (const char *directory)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerOrganisationAccount) account = NULL;

  foyer_test_server_put (
      server, "northwind",
      "[{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', 'crewId': 'cm-1',"
      "  'start': '2026-11-25 09:00', 'end': '2026-11-25 11:00', 'requestedAt': '2026-11-23 08:00'},"
      " {'id': 'bk-2', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'propertyId': 'pr-2', 'crewId': 'cm-2',"
      "  'start': '2026-11-25 09:00', 'end': '2026-11-25 11:00', 'requestedAt': '2026-11-23 08:00'},"
      " {'id': 'bk-3', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', 'crewId': 'cm-1',"
      "  'start': '2026-11-26 09:00', 'end': '2026-11-26 11:00', 'requestedAt': '2026-11-23 08:00'}]");
  known.token = foyer_test_server_sign_in (server, "northwind");
  known.browser = test_browser_new_signed_in (server, "northwind", "pl-1", "cl-1", NULL);
  account = foyer_accounts_find_organisation_by_slug (foyer_backend_get_writer (server->backend), "northwind",
                                                      NULL);
  known.account = g_strdup (account->id);
  copy_database (server, directory);
}

const FoyerCrashSession foyer_crash_server = { "server", prepare_hour, play_hour, judge_hour };
