/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-certificates.c - whom the transport and sign-in believe over TLS (C02) */

#include "foyer-sign-in.h"
#include "foyer-soup-transport.h"

#include "foyer-canned-server.h"
#include "foyer-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define EMPTY_OK \
  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"

typedef struct {
  FoyerCannedServer *server;
  FoyerSoupTransport *transport;
  GTlsDatabase *trusted;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer certificate)
{
  g_autoptr (FoyerAccount) account = NULL;
  g_autoptr (FoyerCredential) credential = foyer_credential_new ("access-1", "refresh-1");

  fixture->server = foyer_canned_server_new (certificate);
  account
      = foyer_account_new (foyer_canned_server_get_address (fixture->server), "org-1", "Acme", NULL, "Ana");
  fixture->transport = foyer_soup_transport_new (account, credential);
}

/* For a computer that knows none of the certificates. */
static void
set_up_distrusting (Fixture *fixture, gconstpointer certificate)
{
  fixture->trusted = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  set_up (fixture, certificate);
}

static void
tear_down (Fixture *fixture, gconstpointer certificate)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->transport));
  foyer_canned_server_free (fixture->server);
  if (fixture->trusted != NULL)
    g_tls_backend_set_default_database (g_tls_backend_get_default (), fixture->trusted);
  g_clear_object (&fixture->trusted);
}

static FoyerTransportReply *
get (Fixture *fixture, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_transport_send_async (FOYER_TRANSPORT (fixture->transport), "GET",
                              foyer_canned_server_get_address (fixture->server), NULL, NULL, NULL,
                              foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_transport_send_finish (FOYER_TRANSPORT (fixture->transport), result, error);
}

static void
assert_refused (Fixture *fixture, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = get (fixture, &error);

  g_assert_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CERTIFICATE);
  if (strstr (error->message, sentence) == NULL)
    g_error ("“%s” is not in “%s”", sentence, error->message);
}

static void
test_trusted (Fixture *fixture, gconstpointer certificate)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply = NULL;

  foyer_canned_server_answer (fixture->server, "/", EMPTY_OK, FOYER_CANNED_CLOSE);
  reply = get (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 200);
}

static void
test_another_name (Fixture *fixture, gconstpointer certificate)
{
  assert_refused (fixture, "it is for another name");
  g_assert_cmpuint (foyer_canned_server_get_requests (fixture->server)->len, ==, 0);
}

static void
test_expired (Fixture *fixture, gconstpointer certificate)
{
  assert_refused (fixture, "it has expired");
  g_assert_cmpuint (foyer_canned_server_get_requests (fixture->server)->len, ==, 0);
}

static void
test_self_signed (Fixture *fixture, gconstpointer certificate)
{
  assert_refused (fixture, "nobody known has signed it");
  g_assert_cmpuint (foyer_canned_server_get_requests (fixture->server)->len, ==, 0);
}

static void
test_sign_in (Fixture *fixture, gconstpointer certificate)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_sign_in_with_code_async (foyer_canned_server_get_address (fixture->server), "1", NULL,
                                 foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_null (foyer_sign_in_finish (result, &error));
  g_assert_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_CERTIFICATE);
  g_assert_cmpuint (foyer_canned_server_get_requests (fixture->server)->len, ==, 0);
}

/* A token is not needed for that to be refused. */
static void
test_downgrade (Fixture *fixture, gconstpointer certificate)
{
  g_autoptr (FoyerCannedServer) plain = foyer_canned_server_new (NULL);
  g_autofree char *answer
      = g_strdup_printf ("HTTP/1.1 301 There\r\nLocation: %s/\r\nContent-Length: 0\r\n\r\n",
                         foyer_canned_server_get_address (plain));

  g_clear_object (&fixture->transport);
  fixture->transport = foyer_soup_transport_new (NULL, NULL);
  foyer_canned_server_answer (fixture->server, "/", answer, FOYER_CANNED_CLOSE);
  assert_refused (fixture, "unprotected address");
  g_assert_cmpuint (foyer_canned_server_get_connections (plain), ==, 0);
}

/* The certificates of the tests are known to whoever asks the system, so that only what else is wrong with them counts.
 * Returns: (transfer full): a file that must stay as long as connections are made */
static char *
trust_certificates (void)
{
  static const char *const names[] = { "localhost.pem", "other.pem", "expired.pem" };
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("foyer-test-XXXXXX.pem", &path, &error);

  g_assert_no_error (error);
  close (file);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *source = g_build_filename (FOYER_TEST_DATA, names[i], NULL);
    g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (source, &error);
    g_autofree char *text = NULL;

    g_assert_no_error (error);
    g_object_get (certificate, "certificate-pem", &text, NULL);
    g_string_append (all, text);
  }
  g_file_set_contents (path, all->str, -1, &error);
  g_assert_no_error (error);
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  return g_steal_pointer (&path);
}

#define ADD(path, certificate, set_up, test) \
  g_test_add ("/certificates/" path, Fixture, certificate, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *trusted = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  trusted = trust_certificates ();
  ADD ("trusted", "localhost.pem", set_up, test_trusted);
  ADD ("C02-another-name", "other.pem", set_up, test_another_name);
  ADD ("C02-expired", "expired.pem", set_up, test_expired);
  ADD ("C02-self-signed", "localhost.pem", set_up_distrusting, test_self_signed);
  ADD ("sign-in", "other.pem", set_up, test_sign_in);
  ADD ("C02-downgrade", "localhost.pem", set_up, test_downgrade);
  status = g_test_run ();
  g_unlink (trusted);
  return status;
}
