/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-test-server.c - a whole server for one test */

#include "foyer-test-server.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-tokens.h"
#include "changes/foyer-transaction.h"
#include "foyer-id.h"
#include "foyer-test-business.h"
#include "http/foyer-listen-address.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define WAIT_SECONDS 20

static FoyerTransaction *
begin (FoyerTestServer *self, const char *slug)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *writer = foyer_backend_get_writer (self->backend);
  g_autoptr (FoyerOrganisationAccount) account = NULL;

  foyer_database_begin (writer, &error);
  g_assert_no_error (error);
  account = foyer_accounts_find_organisation_by_slug (writer, slug, &error);
  g_assert_no_error (error);
  return foyer_transaction_new (writer, FOYER_CLOCK (self->clock), self->random, account->number,
                                FOYER_BY_SERVER, NULL);
}

static void
commit (FoyerTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  foyer_database_commit (transaction->database, &error);
  g_assert_no_error (error);
  foyer_transaction_free (transaction);
}

static void
put_all (FoyerTransaction *transaction, FoyerRecordSource *from)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (types[i]);
    g_autoptr (GPtrArray) records = foyer_record_source_list (from, query, NULL);

    for (guint j = 0; j < records->len; j++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[j]);
      g_autoptr (FoyerRecord) stored = foyer_transaction_put (transaction, types[i], json, &error);

      g_assert_no_error (error);
    }
  }
}

void
foyer_test_server_put (FoyerTestServer *self, const char *slug, const char *json)
{
  g_autoptr (FoyerTestBusiness) writer = foyer_test_business_new ("Europe/London");
  FoyerTransaction *transaction = begin (self, slug);
  FoyerMemorySource *whole = writer->records;

  /* What is in the database already is changed, not made anew. */
  {
    guint n_types;
    const FoyerRecordType *const *types = foyer_record_types (&n_types);

    for (guint i = 0; i < n_types; i++) {
      g_autoptr (FoyerQuery) query = foyer_query_new (types[i]);
      g_autoptr (GPtrArray) records = foyer_record_source_list (transaction->source, query, NULL);

      for (guint j = 0; j < records->len; j++)
        foyer_memory_source_put (whole, records->pdata[j]);
    }
  }
  foyer_test_business_put (writer, json);
  put_all (transaction, FOYER_RECORD_SOURCE (whole));
  commit (transaction);
}

void
foyer_test_server_add (FoyerTestServer *self, const char *slug)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = foyer_id_new ("org", FOYER_CLOCK (self->clock), self->random);
  g_autoptr (FoyerOrganisationAccount) account = NULL;
  g_autoptr (FoyerTestBusiness) business = foyer_test_business_new ("Europe/London");
  FoyerTransaction *transaction;

  account = foyer_accounts_add_organisation (foyer_backend_get_writer (self->backend), self->random, id, slug,
                                             &error);
  g_assert_no_error (error);
  transaction = begin (self, slug);
  put_all (transaction, FOYER_RECORD_SOURCE (business->records));
  commit (transaction);
  foyer_test_server_put (self, slug,
                         "[{'id': 'ps-1', 'booking.mode': 'approve', 'booking.services': ['sv-1', 'sv-2']}]");
}

FoyerTestServer *
foyer_test_server_new (void)
{
  FoyerTestServer *self = g_new0 (FoyerTestServer, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *log_path = NULL;

  self->directory = g_dir_make_tmp ("foyer-server-XXXXXX", &error);
  g_assert_no_error (error);
  self->clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC);
  self->random = foyer_random_new_seeded (1);
  log_path = g_build_filename (self->directory, "log", NULL);
  self->log_file = g_open (log_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  self->log = foyer_server_log_new (FOYER_CLOCK (self->clock), self->log_file);
  self->backend = foyer_backend_open (self->directory, "http://{slug}.localhost", FOYER_CLOCK (self->clock),
                                      self->random, &error);
  g_assert_no_error (error);
  foyer_backend_set_public_url (self->backend, "http://{slug}.localhost", "http://127.0.0.1");
  foyer_test_server_add (self, "northwind");
  return self;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_stopped (FoyerFront *front, gboolean *stopped)
{
  *stopped = TRUE;
}

static void
close_front (FoyerTestServer *self)
{
  gboolean stopped = FALSE;

  g_signal_connect (self->front, "stopped", G_CALLBACK (on_stopped), &stopped);
  foyer_front_stop (self->front);
  foyer_test_server_advance (self, 10);
  foyer_test_wait (is_true, &stopped);
  g_object_unref (self->front);
  foyer_worker_stop (self->worker);
  g_object_unref (self->worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

void
foyer_test_server_free (FoyerTestServer *self)
{
  if (self == NULL)
    return;
  if (self->front != NULL)
    close_front (self);
  foyer_backend_close (self->backend);
  g_object_unref (self->backend);
  g_object_unref (self->log);
  close (self->log_file);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  remove_tree (self->directory);
  g_free (self->directory);
  g_free (self);
}

static char *
make_whole (const char *id)
{
  return strlen (id) > 20 ? g_strdup (id) : foyer_test_id (id);
}

FoyerRecord *
foyer_test_server_get (FoyerTestServer *self, const char *slug, const char *id)
{
  FoyerTransaction *transaction = begin (self, slug);
  g_autofree char *whole = make_whole (id);
  FoyerRecord *record
      = foyer_record_source_get (transaction->source, foyer_record_type_of_id (whole), whole, NULL);

  commit (transaction);
  return record;
}

GPtrArray *
foyer_test_server_list (FoyerTestServer *self, const char *slug, const FoyerRecordType *type)
{
  FoyerTransaction *transaction = begin (self, slug);
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  GPtrArray *records = foyer_record_source_list (transaction->source, query, NULL);

  commit (transaction);
  return records;
}

char *
foyer_test_server_sign_in (FoyerTestServer *self, const char *slug)
{
  FoyerTransaction *transaction = begin (self, slug);
  g_autoptr (GError) error = NULL;
  g_autofree char *device_id = foyer_id_new ("dv", FOYER_CLOCK (self->clock), self->random);
  g_autofree char *staff_id = foyer_test_id ("st-1");
  g_autoptr (FoyerTokens) tokens
      = foyer_tokens_issue (transaction->database, self->random, transaction->organisation, staff_id,
                            device_id, transaction->now, &error);

  g_assert_no_error (error);
  commit (transaction);
  return g_strdup (tokens->access_token);
}

char *
foyer_test_server_make_link (FoyerTestServer *self,
                             const char *slug,
                             const char *id,
                             const char *client_id,
                             const char *link)
{
  g_autofree char *whole = foyer_test_id (id);
  g_autofree char *json
      = g_strdup_printf ("[{'id': '%s', 'clientId': '%s', 'issuedAt': '2026-11-23T09:00:00Z'%s%s}]", id,
                         client_id, link == NULL ? "" : ", ", link == NULL ? "" : link);
  g_autoptr (GError) error = NULL;
  FoyerTransaction *transaction;
  char *secret;

  foyer_test_server_put (self, slug, json);
  transaction = begin (self, slug);
  secret = foyer_portal_links_issue (transaction->database, self->random, transaction->organisation, whole,
                                     &error);
  g_assert_no_error (error);
  commit (transaction);
  return secret;
}

FoyerHttpResponse *
foyer_test_server_ask (FoyerTestServer *self, const FoyerCredentials *credentials, FoyerHttpRequest *request)
{
  static const FoyerCredentials nobody = { 0 };
  gint64 now = foyer_clock_now_seconds (FOYER_CLOCK (self->clock));

  if (credentials == NULL)
    credentials = &nobody;
  if (foyer_backend_get_ahead (request) != FOYER_AHEAD_NOTHING
      && foyer_backend_admits (self->backend, credentials, request, now))
    foyer_backend_work_ahead (self->backend, request);
  return foyer_backend_handle (self->backend, foyer_backend_choose_lane (request), credentials, request, now);
}

gint64
foyer_test_server_count_wishes (FoyerTestServer *self)
{
  return foyer_database_integer (foyer_backend_get_writer (self->backend), "SELECT count(*) FROM door_wish",
                                 NULL);
}

static int
add_row (void *checksum, int n_columns, char **values, char **names)
{
  for (int i = 0; i < n_columns; i++) {
    g_checksum_update (checksum, (const guchar *) (values[i] == NULL ? "\1" : values[i]), -1);
    g_checksum_update (checksum, (const guchar *) "\2", 1);
  }
  return 0;
}

char *
foyer_test_server_dump (FoyerTestServer *self)
{
  g_autofree char *path = g_build_filename (self->directory, "foyer.db", NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (
      database,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('door_wish', 'door_request')"
      " ORDER BY name",
      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  for (guint i = 0; i < tables->len; i++) {
    g_autofree char *sql
        = g_strconcat ("SELECT * FROM \"", (char *) tables->pdata[i], "\" ORDER BY 1, 2", NULL);

    g_assert_cmpint (sqlite3_exec (database, sql, add_row, checksum, NULL), ==, SQLITE_OK);
  }
  sqlite3_close (database);
  return g_strdup (g_checksum_get_string (checksum));
}

void
foyer_test_server_open (FoyerTestServer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketAddress) address = foyer_listen_address_parse ("127.0.0.1:0", FALSE, &error);
  g_autoptr (GSocket) socket = foyer_listen_address_open (address, &error);
  g_autofree char *url = NULL;
  g_autofree char *template = NULL;
  FoyerFrontOptions options;

  g_assert_no_error (error);
  url = foyer_listen_address_describe (socket);
  self->port = (guint) atoi (strrchr (url, ':') + 1);
  template = g_strdup_printf ("http://{slug}.localhost:%u", self->port);
  foyer_backend_set_public_url (self->backend, template, url);
  self->worker = foyer_worker_new_inline ();
  options = (FoyerFrontOptions){ .backend = self->backend,
                                 .clock = FOYER_CLOCK (self->clock),
                                 .random = self->random,
                                 .log = self->log,
                                 .socket = socket,
                                 .reader = self->worker,
                                 .writer = self->worker,
                                 .uploader = self->worker,
                                 .fetcher = self->worker,
                                 .is_public_https = self->is_public_https };
  self->front = foyer_front_new (&options);
}

void
foyer_test_server_advance (FoyerTestServer *self, gint64 seconds)
{
  foyer_manual_clock_advance (self->clock, seconds * G_USEC_PER_SEC);
}

static gboolean
on_too_late (gpointer data)
{
  g_error ("What the test waits for has not happened");
  return G_SOURCE_REMOVE;
}

void
foyer_test_wait (gboolean (*is_done) (gpointer data), gpointer data)
{
  guint deadline = g_timeout_add_seconds (WAIT_SECONDS, on_too_late, NULL);

  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}
