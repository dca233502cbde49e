/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-mail.c - every mail arrives once, or staff are told that nobody knows */

#include "foyer-mail-sink.h"
#include "foyer-test-api.h"
#include "mail/foyer-mail-message.h"
#include "mail/foyer-mail-queue.h"
#include "mail/foyer-mail-sender.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/delivery.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define SECOND G_USEC_PER_SEC
#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * SECOND)

typedef struct {
  FoyerTestServer *server;
  FoyerMailSink *sink;
  FoyerWorker *writer;
  FoyerMailSender *sender;
  GMainLoop *loop;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->server = foyer_test_server_new ();
  fixture->sink = foyer_mail_sink_new ();
  fixture->writer = foyer_worker_new ("writer");
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
stop_sender (Fixture *fixture)
{
  if (fixture->sender == NULL)
    return;
  foyer_mail_sender_stop (fixture->sender);
  foyer_worker_stop (fixture->writer);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->sender);
  g_object_unref (fixture->writer);
  fixture->writer = foyer_worker_new ("writer");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  stop_sender (fixture);
  foyer_worker_stop (fixture->writer);
  g_object_unref (fixture->writer);
  g_main_loop_unref (fixture->loop);
  foyer_mail_sink_free (fixture->sink);
  foyer_test_server_free (fixture->server);
}

/* --- Giving mails --- */

/* More than the buffers between us and the other server hold, so that it is seen to break in the middle. */
#define LONG_MAIL (12 * 1024 * 1024)

static gboolean
submit_in_transaction (FoyerTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  const FoyerOutgoingMail *pattern = data;
  FoyerOutgoingMail mail = *pattern;
  g_autofree char *id = NULL;
  g_autofree char *words = g_strnfill (mail.draft.kind == FOYER_MAIL_TEAM_MESSAGE ? LONG_MAIL : 0, 'x');

  g_hash_table_insert (values, (gpointer) "message", words);
  g_hash_table_insert (values, (gpointer) "link", (gpointer) "https://northwind.portal.example/m/secret");
  g_hash_table_insert (values, (gpointer) "code", (gpointer) "123456");
  mail.draft.values = values;
  id = foyer_outgoing_mail_submit (transaction, &mail, error);
  return id != NULL;
}

static gboolean
submit_at (Fixture *fixture, const FoyerOutgoingMail *mail, gint64 now, GError **error)
{
  return foyer_backend_write (fixture->server->backend, 1, now, submit_in_transaction, (gpointer) mail,
                              error);
}

static FoyerMailKind
choose_kind (FoyerSinkPhase phase)
{
  return phase == FOYER_SINK_BODY ? FOYER_MAIL_TEAM_MESSAGE : FOYER_MAIL_SIGN_IN;
}

static void
submit_kind (Fixture *fixture, const char *to, FoyerMailKind kind)
{
  const FoyerOutgoingMail mail = { .draft = { .kind = kind }, .to = to, .to_name = "Ellen Ruiz" };
  g_autoptr (GError) error = NULL;

  submit_at (fixture, &mail, TEST_SERVER_NOW, &error);
  g_assert_no_error (error);
}

static void
submit (Fixture *fixture, const char *to)
{
  submit_kind (fixture, to, FOYER_MAIL_SIGN_IN);
}

/* --- Sending --- */

static void
on_idle (FoyerMailSender *sender, Fixture *fixture)
{
  g_main_loop_quit (fixture->loop);
}

static FoyerMailConfig *
make_config (Fixture *fixture)
{
  FoyerMailConfig *config = g_new0 (FoyerMailConfig, 1);

  config->server = g_strdup_printf ("127.0.0.1:%u", foyer_mail_sink_get_port (fixture->sink));
  config->encryption = FOYER_MAIL_CLEAR;
  config->from = g_strdup ("office@northwind.example");
  return config;
}

static void
send_with (Fixture *fixture, FoyerMailConfig *config)
{
  fixture->sender = foyer_mail_sender_new (fixture->server->backend, fixture->writer,
                                           FOYER_CLOCK (fixture->server->clock), config);
  g_signal_connect (fixture->sender, "idle", G_CALLBACK (on_idle), fixture);
  g_main_loop_run (fixture->loop);
}

static void
send_later (Fixture *fixture, gint64 microseconds)
{
  foyer_manual_clock_advance (fixture->server->clock, microseconds);
  g_main_loop_run (fixture->loop);
}

/* The only Delivery record; read while the lanes are idle. */
static FoyerRecord *
get_delivery (Fixture *fixture)
{
  g_autoptr (GPtrArray) deliveries
      = foyer_test_server_list (fixture->server, "northwind", &foyer_delivery_type);

  g_assert_cmpuint (deliveries->len, ==, 1);
  return g_object_ref (deliveries->pdata[0]);
}

static void
assert_delivery (Fixture *fixture, FoyerDeliveryStatus status, gint64 attempts)
{
  g_autoptr (FoyerRecord) delivery = get_delivery (fixture);

  g_assert_cmpint (foyer_delivery_get_status (delivery), ==, status);
  g_assert_cmpint (foyer_delivery_get_attempts (delivery), ==, attempts);
  g_assert_cmpint (foyer_delivery_get_reason (delivery) == NULL, ==, status == FOYER_DELIVERY_SENT);
}

/* What may leave by itself; what is in doubt waits for somebody's word. */
static gint64
count_jobs (Fixture *fixture)
{
  return foyer_database_integer (foyer_backend_get_writer (fixture->server->backend),
                                 "SELECT count(*) FROM mail_job WHERE stage <> 3", NULL);
}

/* --- Every phase --- */

typedef struct {
  const char *name;
  FoyerSinkPhase phase;
  FoyerSinkFault fault;
  FoyerDeliveryStatus status;
} Break;

static const Break breaks[] = {
  { "banner/die", FOYER_SINK_BANNER, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "banner/hang", FOYER_SINK_BANNER, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "banner/later", FOYER_SINK_BANNER, FOYER_SINK_LATER, FOYER_DELIVERY_QUEUED },
  { "ehlo/die", FOYER_SINK_EHLO, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "ehlo/hang", FOYER_SINK_EHLO, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "starttls/die", FOYER_SINK_STARTTLS, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "starttls/hang", FOYER_SINK_STARTTLS, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "handshake/die", FOYER_SINK_HANDSHAKE, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "handshake/hang", FOYER_SINK_HANDSHAKE, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "auth/die", FOYER_SINK_AUTH, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "auth/hang", FOYER_SINK_AUTH, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "auth/refuse", FOYER_SINK_AUTH, FOYER_SINK_REFUSE, FOYER_DELIVERY_QUEUED },
  { "mail/die", FOYER_SINK_MAIL, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "mail/hang", FOYER_SINK_MAIL, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "mail/later", FOYER_SINK_MAIL, FOYER_SINK_LATER, FOYER_DELIVERY_QUEUED },
  { "rcpt/die", FOYER_SINK_RCPT, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "rcpt/hang", FOYER_SINK_RCPT, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "rcpt/later", FOYER_SINK_RCPT, FOYER_SINK_LATER, FOYER_DELIVERY_QUEUED },
  { "rcpt/refuse", FOYER_SINK_RCPT, FOYER_SINK_REFUSE, FOYER_DELIVERY_BOUNCED },
  { "data/die", FOYER_SINK_DATA, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "data/hang", FOYER_SINK_DATA, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "data/later", FOYER_SINK_DATA, FOYER_SINK_LATER, FOYER_DELIVERY_QUEUED },
  { "data/refuse", FOYER_SINK_DATA, FOYER_SINK_REFUSE, FOYER_DELIVERY_FAILED },
  { "body/die", FOYER_SINK_BODY, FOYER_SINK_DIE, FOYER_DELIVERY_QUEUED },
  { "body/hang", FOYER_SINK_BODY, FOYER_SINK_HANG, FOYER_DELIVERY_QUEUED },
  { "dot/die", FOYER_SINK_DOT, FOYER_SINK_DIE, FOYER_DELIVERY_UNCERTAIN },
  { "dot/hang", FOYER_SINK_DOT, FOYER_SINK_HANG, FOYER_DELIVERY_UNCERTAIN },
  { "dot/later", FOYER_SINK_DOT, FOYER_SINK_LATER, FOYER_DELIVERY_QUEUED },
  { "dot/refuse", FOYER_SINK_DOT, FOYER_SINK_REFUSE, FOYER_DELIVERY_FAILED },
  { "quit/die", FOYER_SINK_QUIT, FOYER_SINK_DIE, FOYER_DELIVERY_SENT },
  { "quit/hang", FOYER_SINK_QUIT, FOYER_SINK_HANG, FOYER_DELIVERY_SENT },
};

static gboolean
lose_patience (gpointer data)
{
  foyer_manual_clock_advance (data, FOYER_MAIL_PATIENCE_SECONDS * SECOND);
  return G_SOURCE_REMOVE;
}

static void
on_hang (gpointer clock)
{
  g_idle_add (lose_patience, clock);
}

static char *
find_certificate (const char *name)
{
  return g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "sync", "data", name, NULL);
}

static void
wrap_sink (Fixture *fixture, const char *name, gboolean at_once)
{
  g_autofree char *path = find_certificate (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  foyer_mail_sink_wrap (fixture->sink, certificate, at_once);
}

/* What it takes to come to this phase. */
static FoyerMailConfig *
make_config_for (Fixture *fixture, FoyerSinkPhase phase)
{
  FoyerMailConfig *config = make_config (fixture);

  if (phase == FOYER_SINK_STARTTLS || phase == FOYER_SINK_HANDSHAKE) {
    wrap_sink (fixture, "localhost.pem", FALSE);
    config->encryption = FOYER_MAIL_STARTTLS;
    config->authority = find_certificate ("localhost.pem");
  }
  if (phase == FOYER_SINK_AUTH) {
    config->user = g_strdup ("office");
    config->password = g_strdup ("hunter22");
  }
  return config;
}

static void
test_phase (Fixture *fixture, gconstpointer data)
{
  const Break *at = data;
  gboolean arrived = at->status == FOYER_DELIVERY_SENT || at->status == FOYER_DELIVERY_UNCERTAIN;

  submit_kind (fixture, "ellen@example.org", choose_kind (at->phase));
  foyer_mail_sink_break (fixture->sink, at->phase, at->fault, on_hang, fixture->server->clock);
  send_with (fixture, make_config_for (fixture, at->phase));
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, arrived ? 1 : 0);
  assert_delivery (fixture, at->status, 1);

  /* The other server is well again. What never arrived does now; nothing arrives twice. */
  foyer_mail_sink_break (fixture->sink, FOYER_SINK_NEVER, FOYER_SINK_DIE, NULL, NULL);
  if (at->status == FOYER_DELIVERY_QUEUED) {
    send_later (fixture, 60 * SECOND);
    assert_delivery (fixture, FOYER_DELIVERY_SENT, 2);
    g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, 1);
  }
  stop_sender (fixture);
  foyer_manual_clock_advance (fixture->server->clock, 3 * DAY);
  send_with (fixture, make_config (fixture));
  g_assert_cmpint (count_jobs (fixture), ==, 0);
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), <=, 1);
}

/* --- Nobody at the door --- */

/* Takes all the room in front of a door that nobody opens: whoever comes later gets no answer at all. */
static guint
crowd (GSocket *door, GSocket **people, guint n_people)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_bind (door, any, FALSE, &error);
  g_assert_no_error (error);
  g_socket_set_listen_backlog (door, 0);
  g_socket_listen (door, &error);
  g_assert_no_error (error);
  bound = g_socket_get_local_address (door, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_people; i++) {
    people[i] = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
    g_socket_set_blocking (people[i], FALSE);
    g_socket_connect (people[i], bound, NULL, NULL);
  }
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

/* Whatever is waited for first ends. */
static gboolean
end_first_wait (gpointer clock)
{
  return foyer_manual_clock_run_next (clock) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
test_connect_hangs (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GSocket) door
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  GSocket *people[4];
  FoyerMailConfig *config = make_config (fixture);

  g_free (config->server);
  config->server = g_strdup_printf ("127.0.0.1:%u", crowd (door, people, G_N_ELEMENTS (people)));
  submit (fixture, "ellen@example.org");
  g_idle_add (end_first_wait, fixture->server->clock);
  send_with (fixture, config);
  assert_delivery (fixture, FOYER_DELIVERY_QUEUED, 1);

  stop_sender (fixture);
  foyer_manual_clock_advance (fixture->server->clock, 60 * SECOND);
  send_with (fixture, make_config (fixture));
  assert_delivery (fixture, FOYER_DELIVERY_SENT, 2);
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_object_unref (people[i]);
}

/* --- Killed --- */

typedef struct {
  const char *name;
  FoyerSinkPhase phase;
  FoyerDeliveryStatus status;
} Kill;

static const Kill kills[] = {
  { "rcpt", FOYER_SINK_RCPT, FOYER_DELIVERY_SENT },
  { "body", FOYER_SINK_BODY, FOYER_DELIVERY_SENT },
  { "dot", FOYER_SINK_DOT, FOYER_DELIVERY_UNCERTAIN },
};

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
on_child_hangs (gpointer loop)
{
  g_idle_add (quit, loop);
}

static GSubprocess *
serve (Fixture *fixture, char **said)
{
  g_autofree char *program
      = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "src", "backend", "foyer-server", NULL);
  g_autofree char *config = g_build_filename (fixture->server->directory, "mail.ini", NULL);
  g_autofree char *words
      = g_strdup_printf ("[mail]\nserver=127.0.0.1:%u\nencryption=none\nfrom=office@northwind.example\n",
                         foyer_mail_sink_get_port (fixture->sink));
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_file_set_contents (config, words, -1, &error);
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              program, "run", "--data", fixture->server->directory, "--listen", "127.0.0.1:0",
                              "--mail", config, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_free (g_data_input_stream_read_line_utf8 (lines, NULL, NULL, NULL));
  *said = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, NULL);
  return process;
}

static void
end (GSubprocess *process, int number)
{
  g_subprocess_send_signal (process, number);
  g_subprocess_wait (process, NULL, NULL);
  g_object_unref (process);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture->server->backend);
  fixture->server->backend
      = foyer_backend_open (fixture->server->directory, NULL, FOYER_CLOCK (fixture->server->clock),
                            fixture->server->random, &error);
  g_assert_no_error (error);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  const Kill *at = data;
  const FoyerOutgoingMail mail = { .draft = { .kind = choose_kind (at->phase) }, .to = "ellen@example.org" };
  g_autofree char *said = NULL;
  g_autofree char *again = NULL;
  GSubprocess *process;

  g_assert_true (submit_at (fixture, &mail, 1000, NULL));
  foyer_backend_close (fixture->server->backend);
  foyer_mail_sink_break (fixture->sink, at->phase, FOYER_SINK_HANG, on_child_hangs, fixture->loop);
  process = serve (fixture, &said);
  g_assert_true (g_str_has_prefix (said, "Mail goes through 127.0.0.1:"));
  g_main_loop_run (fixture->loop);
  end (process, SIGKILL);

  /* The next one finds what was left behind. It hangs no more but at good-bye, which tells us that the mail is there. */
  foyer_mail_sink_break (fixture->sink, FOYER_SINK_QUIT, FOYER_SINK_HANG, on_child_hangs, fixture->loop);
  process = serve (fixture, &again);
  if (at->status == FOYER_DELIVERY_SENT)
    g_main_loop_run (fixture->loop);
  end (process, SIGTERM);
  reopen (fixture);
  send_with (fixture, make_config (fixture));
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, 1);
  g_assert_cmpint (count_jobs (fixture), ==, 0);
  {
    g_autoptr (FoyerRecord) delivery = get_delivery (fixture);
    FoyerDeliveryStatus status = foyer_delivery_get_status (delivery);

    g_assert_true (status == at->status);
  }
}

/* --- Once more, because somebody says so --- */

static char *
read_message_id (Fixture *fixture, guint index)
{
  g_autofree char *mail = foyer_mail_sink_get (fixture->sink, index);
  const char *found = strstr (mail, "Message-Id: ");

  g_assert_nonnull (found);
  return g_strndup (found, strcspn (found, "\n"));
}

/* M08: what may have arrived is not sent again until staff say so, and then it is the same mail. */
static void
test_resent (Fixture *fixture, gconstpointer unused)
{
  FoyerTestApi *api = foyer_test_api_new (fixture->server, "northwind", "st-1");
  g_autoptr (FoyerRecord) delivery = NULL;
  g_autoptr (JsonObject) resent = NULL;
  g_autoptr (JsonObject) twice = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  submit (fixture, "ellen@example.org");
  foyer_mail_sink_break (fixture->sink, FOYER_SINK_DOT, FOYER_SINK_DIE, NULL, NULL);
  send_with (fixture, make_config (fixture));
  assert_delivery (fixture, FOYER_DELIVERY_UNCERTAIN, 1);
  foyer_mail_sink_break (fixture->sink, FOYER_SINK_NEVER, FOYER_SINK_DIE, NULL, NULL);
  delivery = get_delivery (fixture);
  resent = foyer_test_api_call (api, "Delivery/resend", "'id': '%s'", foyer_record_get_id (delivery));
  foyer_test_api_assert (resent, "@", "Delivery/resend");
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, 2);
  assert_delivery (fixture, FOYER_DELIVERY_SENT, 1);
  first = read_message_id (fixture, 0);
  second = read_message_id (fixture, 1);
  g_assert_cmpstr (first, ==, second);
  twice = foyer_test_api_call (api, "Delivery/resend", "'id': '%s'", foyer_record_get_id (delivery));
  foyer_test_api_assert (twice, "type", "invalidArguments");
  foyer_test_api_free (api);
}

/* --- TLS --- */

typedef struct {
  const char *name;
  FoyerMailEncryption encryption;
  const char *certificate; /* (nullable): of the server */
  gboolean at_once;
  const char *authority; /* (nullable): whom we believe */
  guint arrives;
} Wrapped;

static const Wrapped wrapped[] = {
  { "tls", FOYER_MAIL_TLS, "localhost.pem", TRUE, "localhost.pem", 1 },
  { "starttls", FOYER_MAIL_STARTTLS, "localhost.pem", FALSE, "localhost.pem", 1 },
  { "M09-starttls-stripped", FOYER_MAIL_STARTTLS, NULL, FALSE, "localhost.pem", 0 },
  { "M09-unknown-certificate", FOYER_MAIL_TLS, "localhost.pem", TRUE, NULL, 0 },
  { "M09-unknown-certificate-later", FOYER_MAIL_STARTTLS, "localhost.pem", FALSE, NULL, 0 },
  { "M09-certificate-of-another", FOYER_MAIL_TLS, "other.pem", TRUE, "other.pem", 0 },
};

/* M09: over TLS, or not at all; nobody in between reads or takes the mail. */
static void
test_wrapped (Fixture *fixture, gconstpointer data)
{
  const Wrapped *how = data;
  FoyerMailConfig *config = make_config (fixture);

  if (how->certificate != NULL)
    wrap_sink (fixture, how->certificate, how->at_once);
  config->encryption = how->encryption;
  config->authority = how->authority == NULL ? NULL : find_certificate (how->authority);
  submit (fixture, "ellen@example.org");
  send_with (fixture, config);
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, how->arrives);
  assert_delivery (fixture, how->arrives == 1 ? FOYER_DELIVERY_SENT : FOYER_DELIVERY_QUEUED, 1);
}

/* --- Retries --- */

static void
test_bounded (Fixture *fixture, gconstpointer unused)
{
  gint64 pause = 60;

  submit (fixture, "ellen@example.org");
  foyer_mail_sink_break (fixture->sink, FOYER_SINK_MAIL, FOYER_SINK_LATER, NULL, NULL);
  send_with (fixture, make_config (fixture));
  for (guint i = 1; i < FOYER_MAIL_MOST_ATTEMPTS; i++) {
    assert_delivery (fixture, FOYER_DELIVERY_QUEUED, i);
    send_later (fixture, MIN (pause, 6 * 60 * 60) * SECOND);
    pause *= 2;
  }
  assert_delivery (fixture, FOYER_DELIVERY_FAILED, FOYER_MAIL_MOST_ATTEMPTS);
  g_assert_cmpint (count_jobs (fixture), ==, 0);
}

static void
test_too_late (Fixture *fixture, gconstpointer unused)
{
  const FoyerOutgoingMail mail = { .draft = { .kind = FOYER_MAIL_SIGN_IN },
                                   .to = "ellen@example.org",
                                   .expires_at = TEST_SERVER_NOW + 60 };

  g_assert_true (submit_at (fixture, &mail, TEST_SERVER_NOW, NULL));
  foyer_manual_clock_advance (fixture->server->clock, 61 * SECOND);
  send_with (fixture, make_config (fixture));
  g_assert_cmpuint (foyer_mail_sink_count (fixture->sink), ==, 0);
  assert_delivery (fixture, FOYER_DELIVERY_FAILED, 0);
}

/* --- What goes over the wire --- */

static void
test_message (Fixture *fixture, gconstpointer unused)
{
  static const char *const headers[] = { "From: ",
                                         "To: ",
                                         "Reply-To: ",
                                         "Subject: ",
                                         "Message-Id: ",
                                         "Auto-Submitted: auto-generated",
                                         "MIME-Version: 1.0",
                                         "multipart/alternative",
                                         "Date: ",
                                         "Content-Language: en-GB" };
  g_autofree char *first = NULL;

  foyer_test_server_put (fixture->server, "northwind",
                         "[{'id': 'ps-1', 'brand.support_email': 'help@northwind.example'}]");
  submit (fixture, "ellen@example.org");
  send_with (fixture, make_config (fixture));
  first = foyer_mail_sink_get (fixture->sink, 0);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    if (strstr (first, headers[i]) == NULL)
      g_error ("no %s in %s", headers[i], first);
  }
  g_assert_true (g_str_has_prefix (first, "MAIL FROM:<office@northwind.example>"));
  g_assert_nonnull (strstr (first, "RCPT TO:<ellen@example.org>"));
  g_assert_nonnull (strstr (first, "Reply-To: help@northwind.example"));
  g_assert_nonnull (strstr (first, "@northwind.example>\n"));
}

static void
test_injection (Fixture *fixture, gconstpointer unused)
{
  static const char *const addresses[] = { "a@b.example\r\nRCPT TO:<c@d.example>",
                                           "a@b.example\nBcc: c@d.example",
                                           "a@b.example>",
                                           "a b@c.example",
                                           "a@b.example,c@d.example",
                                           "",
                                           "-f@x y",
                                           "nobody",
                                           "\"a b\"@c.example",
                                           "a@b@c.example",
                                           "<a@b.example>",
                                           "a@b.example;c@d.example",
                                           "group:a@b.example;",
                                           "a@[127.0.0.1]" };
  static const char *const names[] = { "Ellen\r\nBcc: c@d.example", "Ellen\nX: y" };
  FoyerOutgoingMail mail = { .draft = { .kind = FOYER_MAIL_SIGN_IN } };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autoptr (GError) error = NULL;

    mail.to = addresses[i];
    g_assert_false (submit_at (fixture, &mail, TEST_SERVER_NOW, &error));
    g_assert_error (error, FOYER_OUTGOING_MAIL_ERROR, FOYER_OUTGOING_MAIL_ERROR_ADDRESS);
  }
  {
    g_autofree char *name = g_strnfill (320, 'a');
    g_autofree char *long_address = g_strconcat (name, "@b.example", NULL);
    g_autoptr (GError) error = NULL;

    mail.to = long_address;
    g_assert_false (submit_at (fixture, &mail, TEST_SERVER_NOW, &error));
    g_assert_error (error, FOYER_OUTGOING_MAIL_ERROR, FOYER_OUTGOING_MAIL_ERROR_ADDRESS);
  }
  mail.to = "ellen@example.org";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;

    mail.to_name = names[i];
    g_assert_false (submit_at (fixture, &mail, TEST_SERVER_NOW, &error));
    g_assert_error (error, FOYER_OUTGOING_MAIL_ERROR, FOYER_OUTGOING_MAIL_ERROR_HEADER);
  }
  g_assert_cmpint (count_jobs (fixture), ==, 0);
}

/* What the database may hold by some other way is looked at again where the header is made. */
static void
test_header (void)
{
  FoyerMailJob job = { .id = (char *) "dl-1",
                       .from_name = (char *) "Northwind",
                       .to_address = (char *) "ellen@example.org",
                       .language = (char *) "en-US",
                       .subject = (char *) "Hello\r\nBcc: c@d.example",
                       .text = (char *) "Hello",
                       .html = (char *) "Hello" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bad = foyer_mail_message_make (&job, "office@northwind.example", &error);
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  g_assert_null (bad);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  job.subject = (char *) "Grüße an „Ellen“";
  one = foyer_mail_message_make (&job, "office@northwind.example", NULL);
  two = foyer_mail_message_make (&job, "office@northwind.example", NULL);
  g_assert_true (g_bytes_equal (one, two));
}

/* --- Without a mail server --- */

static void
test_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (fixture->server->directory, "mail", NULL);
  g_autoptr (GDir) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *text = NULL;
  const char *name;

  submit (fixture, "ellen@example.org");
  send_with (fixture, foyer_mail_config_new_folder (folder));
  files = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  name = g_dir_read_name (files);
  g_assert_true (g_str_has_suffix (name, ".eml"));
  path = g_strconcat (folder, "/20261123T090000Z-ellen@example.org-", NULL);
  whole = g_build_filename (folder, name, NULL);
  g_assert_true (g_str_has_prefix (whole, path));
  g_assert_null (g_dir_read_name (files));
  g_file_get_contents (whole, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "123456"));
  {
    g_autoptr (FoyerRecord) delivery = get_delivery (fixture);

    g_assert_cmpint (foyer_delivery_get_status (delivery), ==, FOYER_DELIVERY_SENT);
    g_assert_nonnull (strstr (foyer_delivery_get_reason (delivery), "folder"));
  }
}

/* --- Its configuration --- */

static void
test_config (Fixture *fixture, gconstpointer unused)
{
  static const struct {
    const char *text;
    int mode;
    const char *says; /* NULL if it is good */
  } cases[] = {
    { "[mail]\nserver=smtp.example.com:587\nfrom=a@example.com\nuser=u\npassword=hunter22\n", 0600, NULL },
    { "[mail]\nserver=smtp.example.com:587\nfrom=a@example.com\nuser=u\npassword=hunter22\n", 0644, "chmod" },
    { "[mail]\nserver=smtp.example.com\nfrom=a@example.com\nencryption=none\n", 0644, "without encryption" },
    { "[mail]\nserver=localhost:25\nfrom=a@example.com\nencryption=none\n", 0644, NULL },
    { "[mail]\nserver=a@b/c\nfrom=a@example.com\n", 0644, "server is" },
    { "[mail]\nserver=smtp.example.com\nfrom=nobody\n", 0644, "from is" },
    { "[mail]\nserver=smtp.example.com\nfrom=a@example.com\nuser=u\n", 0644, "go together" },
    { "[mail]\nserver=smtp.example.com\nfrom=a@example.com\nencryption=ssl\n", 0644, "encryption is" },
    { "password=hunter22\n", 0600, "no key file" },
  };
  g_autofree char *path = g_build_filename (fixture->server->directory, "mail.ini", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerMailConfig) config = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
    g_chmod (path, cases[i].mode);
    config = foyer_mail_config_load (path, &error);
    if (cases[i].says == NULL) {
      g_assert_no_error (error);
      continue;
    }
    g_assert_nonnull (error);
    g_assert_nonnull (strstr (error->message, cases[i].says));
    g_assert_null (strstr (error->message, "hunter22"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++) {
    g_autofree char *path = g_strconcat ("/mail/once/", breaks[i].name, NULL);

    g_test_add (path, Fixture, &breaks[i], set_up, test_phase, tear_down);
  }
  g_test_add ("/mail/once/connect/hang", Fixture, NULL, set_up, test_connect_hangs, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (kills); i++) {
    g_autofree char *path = g_strconcat ("/mail/killed/", kills[i].name, NULL);

    g_test_add (path, Fixture, &kills[i], set_up, test_killed, tear_down);
  }
  for (guint i = 0; i < G_N_ELEMENTS (wrapped); i++) {
    g_autofree char *path = g_strconcat ("/mail/wrapped/", wrapped[i].name, NULL);

    g_test_add (path, Fixture, &wrapped[i], set_up, test_wrapped, tear_down);
  }
  g_test_add ("/mail/M08-resent", Fixture, NULL, set_up, test_resent, tear_down);
  g_test_add ("/mail/bounded", Fixture, NULL, set_up, test_bounded, tear_down);
  g_test_add ("/mail/too-late", Fixture, NULL, set_up, test_too_late, tear_down);
  g_test_add ("/mail/message", Fixture, NULL, set_up, test_message, tear_down);
  g_test_add ("/mail/M02-injection", Fixture, NULL, set_up, test_injection, tear_down);
  g_test_add_func ("/mail/header", test_header);
  g_test_add ("/mail/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/mail/config", Fixture, NULL, set_up, test_config, tear_down);
  return g_test_run ();
}
