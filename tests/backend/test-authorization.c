/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-authorization.c - passwords of programs: what is read of a header, what they open and when they end */

#include "commands/foyer-control-request.h"
#include "http/foyer-authorization.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-secret.h"
#include "accounts/foyer-staff-sign-in.h"

#include "foyer-test-business.h"
#include "foyer-test-client.h"
#include "foyer-test-server.h"
#include "types/device.h"

#include <string.h>

/* Well formed; nobody's. */
static char *
make_password (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (3);

  return foyer_secret_new (FOYER_SECRET_APPLICATION, random);
}

static char *
write_basic (const char *text)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) text, strlen (text));

  return g_strconcat ("Basic ", encoded, NULL);
}

/* RFC 7617: the password is what stands behind the first colon. Only an application password is one. */
static void
test_forms (void)
{
  g_autofree char *password = make_password ();
  g_autofree char *endless = g_strnfill (2000, 'a');
  const struct {
    const char *before;
    const char *after;
    gboolean is_read;
  } cases[] = {
    { "ana:", "", TRUE },   { ":", "", TRUE },      { "Jörg Müller:", "", TRUE }, { "", "", FALSE },
    { "ana", "", FALSE },   { "a:b:", "", FALSE },  { "ana:", " ", FALSE },       { "ana: ", "", FALSE },
    { "ana:x", "", FALSE }, { endless, "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat (cases[i].before, password, cases[i].after, NULL);
    g_autofree char *header = write_basic (text);
    g_autofree char *read = foyer_authorization_read (header);

    g_assert_cmpstr (read, ==, cases[i].is_read ? password : NULL);
  }
}

static void
test_other_headers (void)
{
  static const struct {
    const char *header;
    const char *secret;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "Basic", NULL },
    { "Basic ", NULL },
    { "Basic !!!", NULL },
    { "Basic Og==", NULL },
    { "Basic YW5hOmNvcnJlY3QgaG9yc2UgYmF0dGVyeQ==", NULL },
    { "Digest username=\"ana\"", NULL },
    { "Bearer abc", "abc" },
    { "bearer  abc ", "abc" },
    { "Bearerabc", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *read = foyer_authorization_read (cases[i].header);

    g_assert_cmpstr (read, ==, cases[i].secret);
  }
}

static guint
ask (FoyerTestServer *server, const char *authorization)
{
  g_autoptr (FoyerTestClient) client = foyer_test_client_new (server->port);
  g_autofree char *request
      = g_strdup_printf ("GET /.well-known/jmap HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %s\r\n\r\n",
                         authorization);

  foyer_test_client_send (client, request, -1);
  foyer_test_client_wait_closed (client);
  return foyer_test_client_get_status (client);
}

static char *
issue (FoyerTestServer *server)
{
  FoyerDatabase *database = foyer_backend_get_writer (server->backend);
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (database, "northwind", NULL);
  g_autofree char *staff_id = foyer_test_id ("st-1");
  g_autofree char *line = foyer_control_request_app_password ("ana", "Reports", "northwind");
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  char *password;

  g_assert_true (
      foyer_staff_sign_in_set (database, server->random, account->number, "ana", staff_id, NULL, NULL));
  answer = foyer_control_request_answer (server->backend, line);
  password = foyer_control_request_read_answer (answer, &error);
  g_assert_no_error (error);
  return password;
}

static FoyerRecord *
find_device (FoyerTestServer *server)
{
  g_autoptr (GPtrArray) devices = foyer_test_server_list (server, "northwind", &foyer_device_type);

  for (guint i = 0; i < devices->len; i++) {
    if (g_strcmp0 (foyer_device_get_name (devices->pdata[i]), "Reports") == 0)
      return g_object_ref (devices->pdata[i]);
  }
  return NULL;
}

/* It opens what its person may open, longer than any token, and stands in the list of devices, where it is ended. */
static void
test_story (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *password = NULL;
  g_autofree char *user = NULL;
  g_autofree char *basic = NULL;
  g_autofree char *bearer = NULL;
  g_autofree char *token = NULL;
  g_autofree char *as_token = NULL;
  g_autofree char *as_password = NULL;
  g_autofree char *revoked = NULL;
  g_autoptr (FoyerRecord) device = NULL;

  foyer_test_server_open (server);
  password = issue (server);
  user = g_strconcat ("ana:", password, NULL);
  basic = write_basic (user);
  bearer = g_strconcat ("Bearer ", password, NULL);
  g_assert_cmpuint (ask (server, basic), ==, 200);
  g_assert_cmpuint (ask (server, bearer), ==, 200);

  token = foyer_test_server_sign_in (server, "northwind");
  as_token = g_strconcat ("Bearer ", token, NULL);
  as_password = g_strconcat ("ana:", token, NULL);
  g_assert_cmpuint (ask (server, as_token), ==, 200);
  g_free (g_steal_pointer (&basic));
  basic = write_basic (as_password);
  g_assert_cmpuint (ask (server, basic), ==, 401);

  foyer_test_server_advance (server, 100 * 86400);
  g_assert_cmpuint (ask (server, as_token), ==, 401);
  g_assert_cmpuint (ask (server, bearer), ==, 200);

  device = find_device (server);
  g_assert_nonnull (device);
  revoked = g_strdup_printf ("[{'id': '%s', 'staffId': '%s', 'name': 'Reports', 'status': 'revoked'}]",
                             foyer_record_get_id (device), foyer_device_get_staff_id (device));
  foyer_test_server_put (server, "northwind", revoked);
  g_assert_cmpuint (ask (server, bearer), ==, 401);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backend/authorization/J14-forms-of-basic", test_forms);
  g_test_add_func ("/backend/authorization/other-headers", test_other_headers);
  g_test_add_func ("/backend/authorization/J14-application-password", test_story);
  return g_test_run ();
}
