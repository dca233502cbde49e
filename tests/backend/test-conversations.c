/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-conversations.c - what the server does around conversations: rows, waking, sending later, mails (000-32, 000-72, 001-22) */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "effects/foyer-client-message.h"
#include "effects/foyer-conversation-news.h"
#include "foyer-blob-id.h"
#include "foyer-date.h"
#include "mail/foyer-mail-queue.h"
#include "types/conversation.h"
#include "types/message.h"

#include <string.h>

#define TALK "cv-1"
#define MESSAGE "ms-01890a5d-ac96-7d4e-8f00-0000000000"
#define LATER "2026-11-23T12:00:00Z"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'The boiler', 'status': 'done',"
                         "  'snoozedUntil': '2026-12-01 09:00'},"
                         " {'id': 'cv-2', 'clientId': 'cl-1', 'subject': 'Old', 'mergedIntoId': 'cv-1'},"
                         " {'id': 'cv-3', 'clientId': 'cl-2', 'subject': 'Theirs', 'aboutId': 'vs-9'}]");
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

static gint64
get_now (World *self)
{
  return foyer_clock_now_seconds (FOYER_CLOCK (self->server->clock));
}

/* --- A client writes --- */

typedef struct {
  FoyerClientMessage message;
  char *conversation; /* (out) (owned) */
} Writing;

static gboolean
write_in_transaction (FoyerTransaction *transaction, gpointer data, GError **error)
{
  Writing *writing = data;

  transaction->actor = FOYER_BY_CLIENT;
  writing->conversation = foyer_client_message_send (transaction, &writing->message, NULL, NULL, error);
  return writing->conversation != NULL;
}

static char *
write_as_client (World *self, const char *conversation, const char *about, const char *body)
{
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *whole = conversation == NULL ? NULL : foyer_test_id (conversation);
  Writing writing = { .message = { .client_id = client,
                                   .conversation_id = whole,
                                   .about_id = about,
                                   .subject = "Question",
                                   .body = body } };
  g_autoptr (GError) error = NULL;

  foyer_backend_write (self->server->backend, 1, get_now (self), write_in_transaction, &writing, &error);
  g_assert_no_error (error);
  return writing.conversation;
}

static FoyerRecord *
get (World *self, const char *id)
{
  FoyerRecord *record = foyer_test_server_get (self->server, "northwind", id);

  g_assert_nonnull (record);
  return record;
}

static guint
count_messages (World *self)
{
  g_autoptr (GPtrArray) messages = foyer_test_server_list (self->server, "northwind", &foyer_message_type);

  return messages->len;
}

/* What a client writes opens a conversation that was done, wakes one that sleeps, and waits for an answer. */
static void
test_client_writes (World *self, gconstpointer data)
{
  g_autofree char *id = write_as_client (self, TALK, NULL, "It  drips\nagain.");
  g_autofree char *talk = foyer_test_id (TALK);
  g_autoptr (FoyerRecord) row = get (self, TALK);

  g_assert_cmpstr (id, ==, talk);
  g_assert_cmpint (foyer_conversation_get_status (row), ==, FOYER_CONVERSATION_OPEN);
  g_assert_false (FOYER_HAS (row, conversation, snoozed_until));
  g_assert_cmpint (foyer_conversation_get_last_at (row), ==, get_now (self));
  g_assert_cmpint (foyer_conversation_get_last_from (row), ==, FOYER_CONVERSATION_LAST_CLIENT);
  g_assert_cmpstr (foyer_conversation_get_snippet (row), ==, "It drips again.");
  g_assert_cmpint (foyer_conversation_get_waiting_since (row), ==, get_now (self));
  g_assert_cmpint (foyer_conversation_get_message_count (row), ==, 1);
}

/* They wait since they first asked, until somebody answers. */
static void
test_waiting (World *self, gconstpointer data)
{
  gint64 first = get_now (self);
  g_autofree char *talk = foyer_test_id (TALK);
  g_autofree char *one = write_as_client (self, TALK, NULL, "One");
  g_autofree char *two = NULL;
  g_autoptr (FoyerRecord) waiting = NULL;
  g_autoptr (FoyerRecord) answered = NULL;
  g_autoptr (JsonObject) answer = NULL;

  foyer_test_server_advance (self->server, 60);
  two = write_as_client (self, TALK, NULL, "Two");
  waiting = get (self, TALK);
  g_assert_cmpint (foyer_conversation_get_waiting_since (waiting), ==, first);
  answer = foyer_test_api_call (self->ana, "Message/set",
                                "'create': {'" MESSAGE "01': {'conversationId': '%s', 'body': 'We come',"
                                " 'sentAt': '2020-01-01T00:00:00Z', 'staffId': '%s'}}",
                                talk, self->ana->staff);
  foyer_test_api_assert (answer, "notCreated", "null");
  answered = get (self, TALK);
  g_assert_false (FOYER_HAS (answered, conversation, waiting_since));
  g_assert_cmpint (foyer_conversation_get_last_from (answered), ==, FOYER_CONVERSATION_LAST_TEAM);
  g_assert_cmpint (foyer_conversation_get_last_at (answered), ==, get_now (self));
  g_assert_cmpint (foyer_conversation_get_message_count (answered), ==, 3);
}

/* A conversation that became part of another is answered there; one about a record is found again; a new one is begun once. */
static void
test_where_it_stands (World *self, gconstpointer data)
{
  g_autofree char *talk = foyer_test_id (TALK);
  g_autofree char *visit = foyer_test_id ("vs-9");
  g_autofree char *merged = write_as_client (self, "cv-2", NULL, "Here?");
  g_autofree char *about = write_as_client (self, NULL, visit, "About the visit");
  g_autofree char *same = write_as_client (self, NULL, visit, "Once more");
  g_autofree char *fresh = write_as_client (self, NULL, NULL, "Hello");
  g_autofree char *twice = write_as_client (self, NULL, NULL, "Hello");
  g_autofree char *theirs = foyer_test_id ("cv-3");

  g_assert_cmpstr (merged, ==, talk);
  g_assert_cmpstr (about, ==, same);
  g_assert_cmpstr (about, !=, theirs);
  g_assert_cmpstr (fresh, ==, twice);
  g_assert_cmpstr (fresh, !=, about);
  g_assert_cmpuint (count_messages (self), ==, 4);
}

/* --- The office writes --- */

static void
test_office_writes_as_itself (World *self, gconstpointer data)
{
  g_autofree char *talk = foyer_test_id (TALK);
  g_autoptr (JsonObject) forged
      = foyer_test_api_call (self->ana, "Message/set",
                             "'create': {'" MESSAGE "02': {'conversationId': '%s', 'kind': 'client',"
                             " 'body': 'I pay double', 'sentAt': '2026-11-23T09:00:00Z'}}",
                             talk);
  g_autoptr (JsonObject) sent
      = foyer_test_api_call (self->ana, "Message/set",
                             "'create': {'" MESSAGE "03': {'conversationId': '%s', 'kind': 'note',"
                             " 'body': 'Called', 'status': 'read', 'sentAt': '2026-11-23T09:00:00Z'}}",
                             talk);
  g_autoptr (JsonObject) unsent
      = foyer_test_api_call (self->ana, "Message/set",
                             "'update': {'" MESSAGE "03': {'status': 'cancelled'}}%s", "");
  g_autoptr (FoyerRecord) row = get (self, TALK);
  g_autoptr (FoyerRecord) note = get (self, MESSAGE "03");

  foyer_test_api_assert (forged, "notCreated " MESSAGE "02 properties 0", "kind");
  foyer_test_api_assert (sent, "notCreated", "null");
  foyer_test_api_assert (unsent, "notUpdated " MESSAGE "03 properties 0", "status");
  g_assert_cmpint (foyer_message_get_status (note), ==, FOYER_MESSAGE_SENT);
  g_assert_cmpstr (foyer_message_get_staff_id (note), ==, self->ana->staff);
  /* A note is counted, and is no answer. */
  g_assert_cmpint (foyer_conversation_get_message_count (row), ==, 1);
  g_assert_false (FOYER_HAS (row, conversation, last_at));
  g_assert_cmpint (foyer_conversation_get_status (row), ==, FOYER_CONVERSATION_DONE);
}

/* A photo says enough without words; a message that says nothing at all is none (000-33, 001-22). */
static void
test_photos_alone (World *self, gconstpointer data)
{
  g_autofree char *talk = foyer_test_id (TALK);
  g_autofree char *path = g_strdup_printf ("/jmap/upload/%s/", self->ana->account);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a meter", 7);
  g_autofree char *blob = foyer_blob_id_of_bytes (bytes);
  g_autoptr (FoyerHttpResponse) uploaded
      = foyer_test_api_request (self->ana, "POST", path, NULL, "text/plain", bytes);
  g_autoptr (JsonObject) nothing
      = foyer_test_api_call (self->ana, "Message/set",
                             "'create': {'" MESSAGE "11': {'conversationId': '%s', 'body': ' \\n ',"
                             " 'sentAt': '2026-11-23T09:00:00Z'}}",
                             talk);
  g_autoptr (JsonObject) sent = foyer_test_api_call (
      self->ana, "Message/set",
      "'create': {'" MESSAGE "12': {'conversationId': '%s', 'body': '',"
      " 'sentAt': '2026-11-23T09:00:00Z', 'attachments': [{'blobId': '%s',"
      " 'name': 'meter.txt', 'mediaType': 'text/plain', 'size': 7},"
      " {'blobId': '%s', 'name': 'again.txt', 'mediaType': 'text/plain', 'size': 7}]}}",
      talk, blob, blob);
  g_autoptr (FoyerRecord) row = get (self, TALK);

  g_assert_cmpuint (uploaded->status, ==, 201);
  foyer_test_api_assert (nothing, "notCreated " MESSAGE "11 properties 0", "body");
  foyer_test_api_assert (sent, "notCreated", "null");
  g_assert_cmpstr (foyer_conversation_get_snippet (row), ==, "meter.txt, again.txt");
}

static void
schedule (World *self, const char *id, gboolean cancel_on_reply)
{
  g_autofree char *talk = foyer_test_id (TALK);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Message/set",
                             "'create': {'%s': {'conversationId': '%s', 'body': 'Tomorrow', 'sentAt': '" LATER
                             "', 'sendAt': '" LATER "', 'cancelOnReply': %s, 'status': 'scheduled'}}",
                             id, talk, cancel_on_reply ? "true" : "false");

  foyer_test_api_assert (answer, "notCreated", "null");
}

static int
get_status (World *self, const char *id)
{
  g_autoptr (FoyerRecord) message = get (self, id);

  return foyer_message_get_status (message);
}

/* It waits on the server, without a console, and leaves when its time has come. */
static void
test_send_later (World *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) before = NULL;
  g_autoptr (FoyerRecord) after = NULL;

  schedule (self, MESSAGE "04", TRUE);
  g_assert_false (foyer_backend_send_scheduled (self->server->backend, get_now (self)));
  before = get (self, TALK);
  g_assert_cmpint (get_status (self, MESSAGE "04"), ==, FOYER_MESSAGE_SCHEDULED);
  g_assert_false (FOYER_HAS (before, conversation, last_at));
  foyer_test_server_advance (self->server, 3 * 3600);
  g_assert_false (foyer_backend_send_scheduled (self->server->backend, get_now (self)));
  after = get (self, TALK);
  g_assert_cmpint (get_status (self, MESSAGE "04"), ==, FOYER_MESSAGE_SENT);
  g_assert_cmpint (foyer_conversation_get_last_at (after), ==, get_now (self));
  g_assert_cmpint (foyer_conversation_get_message_count (after), ==, 1);
}

/* What was to be sent only if they did not write first is called off; the rest is not. */
static void
test_cancelled_by_reply (World *self, gconstpointer data)
{
  g_autofree char *id = NULL;

  schedule (self, MESSAGE "05", TRUE);
  schedule (self, MESSAGE "06", FALSE);
  id = write_as_client (self, TALK, NULL, "I was first");
  g_assert_cmpint (get_status (self, MESSAGE "05"), ==, FOYER_MESSAGE_CANCELLED);
  g_assert_cmpint (get_status (self, MESSAGE "06"), ==, FOYER_MESSAGE_SCHEDULED);
  foyer_test_server_advance (self->server, 4 * 3600);
  foyer_backend_send_scheduled (self->server->backend, get_now (self));
  g_assert_cmpint (get_status (self, MESSAGE "05"), ==, FOYER_MESSAGE_CANCELLED);
  g_assert_cmpint (get_status (self, MESSAGE "06"), ==, FOYER_MESSAGE_SENT);
}

/* --- One conversation becomes part of another --- */

static void
assert_conversation_error (World *self, const char *id, const char *patch, const char *property)
{
  g_autofree char *whole = foyer_test_id (id);
  g_autofree char *path = g_strdup_printf ("notUpdated %s%s", whole, property == NULL ? "" : " properties 0");
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Conversation/set", "'update': {'%s': {%s}}", whole, patch);

  foyer_test_api_assert (answer, path, property == NULL ? "nothing" : property);
}

static void
merge (World *self, const char *id, const char *into, gboolean is_refused)
{
  g_autofree char *whole = foyer_test_id (into);
  g_autofree char *patch = g_strdup_printf ("'mergedIntoId': '%s'", whole);

  assert_conversation_error (self, id, patch, is_refused ? "mergedIntoId" : NULL);
}

static void
write_as_office (World *self, const char *id, const char *conversation)
{
  g_autofree char *whole = foyer_test_id (conversation);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Message/set",
                             "'create': {'%s': {'conversationId': '%s', 'body': 'We come at nine',"
                             " 'sentAt': '2026-11-23T09:00:00Z'}}",
                             id, whole);

  foyer_test_api_assert (answer, "notCreated", "null");
}

static FoyerMailJob *
take_mail (World *self)
{
  g_autoptr (GError) error = NULL;
  FoyerMailJob *job = NULL;
  gint64 next;

  foyer_mail_queue_take (self->server->backend, get_now (self), &job, &next, &error);
  g_assert_no_error (error);
  return job;
}

static void
put_people (World *self)
{
  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org',"
                         "  'role': 'owner', 'status': 'active'},"
                         " {'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Otto', 'email': 'otto@example.org',"
                         "  'role': 'owner', 'status': 'active'},"
                         " {'id': 'cl-1', 'email': 'office@example.org'},"
                         " {'id': 'cv-1', 'personId': 'pp-1'}, {'id': 'cv-2', 'personId': 'pp-1'}]");
}

/* A console that was offline answers what was merged meanwhile: the answer stands, and the mail leads, where the client can read it. */
static void
test_merged_answered (World *self, gconstpointer data)
{
  g_autofree char *talk = foyer_test_id (TALK);
  g_autofree char *link = g_strdup_printf ("http://northwind.localhost/messages/%s", talk);
  g_autofree char *old = foyer_test_id ("cv-2");
  g_autoptr (FoyerRecord) message = NULL;
  g_autoptr (FoyerRecord) row = NULL;
  g_autoptr (FoyerMailJob) job = NULL;

  put_people (self);
  write_as_office (self, MESSAGE "21", "cv-2");
  message = get (self, MESSAGE "21");
  row = get (self, TALK);
  job = take_mail (self);
  g_assert_cmpstr (foyer_message_get_conversation_id (message), ==, talk);
  g_assert_cmpstr (foyer_conversation_get_snippet (row), ==, "We come at nine");
  g_assert_nonnull (job);
  g_assert_cmpstr (job->to_address, ==, "ellen@example.org");
  g_assert_nonnull (strstr (job->text, link));
  g_assert_null (strstr (job->text, old));
}

/* X12: what two clients write is never read by both, whatever staff or a damaged record say. */
static void
test_no_merge_across_clients (World *self, gconstpointer data)
{
  g_autofree char *visit = foyer_test_id ("vs-7");
  g_autofree char *theirs = foyer_test_id ("cv-3");
  g_autofree char *written = NULL;
  g_autoptr (FoyerRecord) row = NULL;

  merge (self, TALK, "cv-3", TRUE);
  merge (self, TALK, TALK, TRUE);
  merge (self, TALK, "cv-2", TRUE);
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'cv-4', 'clientId': 'cl-1', 'aboutId': 'vs-7', 'mergedIntoId': 'cv-3', 'subject': 'Mine'}]");
  written = write_as_client (self, NULL, visit, "For the office alone");
  g_assert_cmpstr (written, !=, theirs);
  row = get (self, "cv-3");
  g_assert_false (FOYER_HAS (row, conversation, last_at));
}

/* Whoever waited still waits, what was to be sent later moves along, and what became part of it before is one step away. */
static void
test_merge_brings_all (World *self, gconstpointer data)
{
  gint64 first = get_now (self);
  g_autofree char *waiting = write_as_client (self, TALK, NULL, "Is anybody there?");
  g_autofree char *into = foyer_test_id ("cv-5");
  g_autofree char *reply = NULL;
  g_autoptr (FoyerRecord) row = NULL;
  g_autoptr (FoyerRecord) part = NULL;
  g_autoptr (FoyerRecord) message = NULL;

  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'cv-5', 'clientId': 'cl-1', 'subject': 'Whole', 'status': 'done'}]");
  schedule (self, MESSAGE "22", TRUE);
  merge (self, TALK, "cv-5", FALSE);
  row = get (self, "cv-5");
  part = get (self, "cv-2");
  message = get (self, MESSAGE "22");
  g_assert_cmpint (foyer_conversation_get_waiting_since (row), ==, first);
  g_assert_cmpint (foyer_conversation_get_status (row), ==, FOYER_CONVERSATION_OPEN);
  g_assert_cmpstr (foyer_conversation_get_snippet (row), ==, "Is anybody there?");
  g_assert_cmpint (foyer_conversation_get_message_count (row), ==, 2);
  g_assert_cmpstr (foyer_conversation_get_merged_into_id (part), ==, into);
  g_assert_cmpstr (foyer_message_get_conversation_id (message), ==, into);
  reply = write_as_client (self, "cv-2", NULL, "I am still here");
  g_assert_cmpstr (reply, ==, into);
  g_assert_cmpint (get_status (self, MESSAGE "22"), ==, FOYER_MESSAGE_CANCELLED);
}

/* Nobody of another client is written to, nor whoever may not read messages: then the client's own address is. */
static void
test_mail_to_who_may_read (World *self, gconstpointer data)
{
  g_autofree char *other = foyer_test_id ("pp-2");
  g_autofree char *patch = g_strdup_printf ("'personId': '%s'", other);
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (FoyerMailJob) second = NULL;

  put_people (self);
  assert_conversation_error (self, TALK, patch, "personId");
  foyer_test_server_put (self->server, "northwind", "[{'id': 'cv-1', 'personId': 'pp-2'}]");
  write_as_office (self, MESSAGE "23", TALK);
  job = take_mail (self);
  g_assert_nonnull (job);
  g_assert_cmpstr (job->to_address, ==, "office@example.org");
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'cv-1', 'personId': 'pp-1'}, {'id': 'pp-1', 'permissions': ['see_money']}]");
  write_as_office (self, MESSAGE "24", TALK);
  second = take_mail (self);
  g_assert_nonnull (second);
  g_assert_cmpstr (second->to_address, ==, "office@example.org");
}

/* --- Reading --- */

static gboolean
read_in_transaction (FoyerTransaction *transaction, gpointer id, GError **error)
{
  transaction->actor = FOYER_BY_CLIENT;
  return foyer_conversation_news_read (transaction, id, error);
}

static void
test_client_reads (World *self, gconstpointer data)
{
  g_autofree char *talk = foyer_test_id (TALK);
  g_autofree char *dump = NULL;
  g_autofree char *again = NULL;
  g_autoptr (FoyerRecord) row = NULL;
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Message/set",
                             "'create': {'" MESSAGE "07': {'conversationId': '%s', 'body': 'We come',"
                             " 'sentAt': '2026-11-23T09:00:00Z'}}",
                             talk);

  foyer_test_server_advance (self->server, 60);
  g_assert_true (
      foyer_backend_write (self->server->backend, 1, get_now (self), read_in_transaction, talk, NULL));
  row = get (self, TALK);
  g_assert_cmpint (foyer_conversation_get_client_read_at (row), ==, get_now (self));
  g_assert_cmpint (get_status (self, MESSAGE "07"), ==, FOYER_MESSAGE_READ);
  dump = foyer_test_server_dump (self->server);
  foyer_test_server_advance (self->server, 60);
  g_assert_true (
      foyer_backend_write (self->server->backend, 1, get_now (self), read_in_transaction, talk, NULL));
  again = foyer_test_server_dump (self->server);
  g_assert_cmpstr (dump, ==, again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/conversations/" name, World, NULL, set_up, function, tear_down)
  ADD ("client-writes", test_client_writes);
  ADD ("waiting", test_waiting);
  ADD ("where-it-stands", test_where_it_stands);
  ADD ("office-writes-as-itself", test_office_writes_as_itself);
  ADD ("photos-alone", test_photos_alone);
  ADD ("send-later", test_send_later);
  ADD ("cancelled-by-reply", test_cancelled_by_reply);
  ADD ("A10-merged-is-answered-where-it-stands", test_merged_answered);
  ADD ("A07-no-merge-across-clients", test_no_merge_across_clients);
  ADD ("merging-brings-all", test_merge_brings_all);
  ADD ("A10-mails-go-to-who-may-read", test_mail_to_who_may_read);
  ADD ("client-reads", test_client_reads);
  return g_test_run ();
}
