/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sign-in-page.c - from an address to somebody who is signed in, and every stop on the way */

#include "foyer-sign-in-page.h"

#include "foyer-canned-server.h"
#include "foyer-keyring-dialog.h"
#include "foyer-resources.h"
#include "foyer-sign-in-closures.h"
#include "foyer-test.h"

#include <string.h>

#define METADATA "/.well-known/oauth-authorization-server"
#define SESSION "/.well-known/jmap"
#define TOKEN "/oauth/token"

#define GOOD_METADATA \
  "{\"issuer\":\"@ADDRESS@\",\"authorization_endpoint\":\"@ADDRESS@/oauth/authorize\"," \
  "\"token_endpoint\":\"@ADDRESS@/oauth/token\"}"
#define GOOD_TOKENS \
  "{\"access_token\":\"access-1\",\"refresh_token\":\"refresh-1\",\"token_type\":\"Bearer\"," \
  "\"expires_in\":3600}"
#define GOOD_SESSION \
  "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{}},\"accounts\":{\"org-1\":{\"name\":\"Acme\"," \
  "\"accountCapabilities\":{\"https://foyer.example/ns/jmap/staff/" \
  "1\":{\"epoch\":\"e1\",\"role\":\"office\"," \
  "\"staffId\":\"st-1\"}}}},\"primaryAccounts\":{\"urn:ietf:params:jmap:core\":\"org-1\"}," \
  "\"username\":\"Ana\",\"apiUrl\":\"/jmap/api\",\"state\":\"1\"}"

typedef struct {
  FoyerCannedServer *server;
  FoyerRandom *random;
  GtkWidget *window;
  GtkStack *pages;
  FoyerSignInPage *page;
  char *signed_in; /* (nullable): who */
  char *opened;    /* (nullable): where the browser was sent */
} Fixture;

static void
on_signed_in (FoyerSignInPage *page, FoyerSignInResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->signed_in);
  fixture->signed_in = g_strjoin (" ", result->account->staff_name, result->account->organisation,
                                  result->account->address, result->credential->refresh_token, NULL);
}

static gboolean
on_open_address (FoyerSignInPage *page, const char *address, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->opened);
  fixture->opened = g_strdup (address);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = foyer_canned_server_new (NULL);
  fixture->random = foyer_random_new_seeded (5);
  fixture->page = g_object_ref_sink (g_object_new (FOYER_TYPE_SIGN_IN_PAGE, "random", fixture->random, NULL));
  g_signal_connect (fixture->page, "signed-in", G_CALLBACK (on_signed_in), fixture);
  g_signal_connect (fixture->page, "open-address", G_CALLBACK (on_open_address), fixture);
  fixture->window = adw_window_new ();
  fixture->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (fixture->pages, GTK_WIDGET (fixture->page));
  gtk_stack_add_named (fixture->pages, adw_bin_new (), "desk");
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->pages));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* What was cancelled may take a moment to end. */
  foyer_test_settle ();
  g_object_unref (fixture->page);
  g_object_unref (fixture->random);
  foyer_canned_server_free (fixture->server);
  g_free (fixture->signed_in);
  g_free (fixture->opened);
}

static GtkWidget *
find (Fixture *fixture, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), FOYER_TYPE_SIGN_IN_PAGE, name);

  g_assert_true (GTK_IS_WIDGET (child));
  return GTK_WIDGET (child);
}

static void
press (Fixture *fixture, const char *button)
{
  g_assert_true (gtk_widget_get_visible (find (fixture, button)));
  g_assert_true (gtk_widget_is_sensitive (find (fixture, button)));
  g_signal_emit_by_name (find (fixture, button), "clicked");
}

static void
type (Fixture *fixture, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, row)), text);
}

static char *
get (Fixture *fixture, const char *property)
{
  char *text = NULL;

  g_object_get (fixture->page, property, &text, NULL);
  return text;
}

static void
assert_property (Fixture *fixture, const char *property, const char *expected)
{
  g_autofree char *text = get (fixture, property);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_problem (Fixture *fixture, const char *part)
{
  g_autofree char *problem = get (fixture, "problem");

  g_assert_nonnull (problem);
  if (strstr (problem, part) == NULL)
    g_error ("“%s” is not in “%s”", part, problem);
}

static gboolean
is_waiting (Fixture *fixture)
{
  g_autofree char *waiting = get (fixture, "waiting");

  return waiting != NULL;
}

static void
wait_until_done (Fixture *fixture)
{
  while (is_waiting (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static void
find_server (Fixture *fixture)
{
  foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
  type (fixture, "address_row", foyer_canned_server_get_address (fixture->server));
  press (fixture, "go_on_button");
  g_assert_true (is_waiting (fixture));
  wait_until_done (fixture);
  assert_property (fixture, "problem", NULL);
  assert_property (fixture, "found", foyer_canned_server_get_address (fixture->server));
}

static void
assert_signed_in (Fixture *fixture)
{
  g_autofree char *expected
      = g_strjoin (" ", "Ana", "Acme", foyer_canned_server_get_address (fixture->server), "refresh-1", NULL);

  g_assert_cmpstr (fixture->signed_in, ==, expected);
  assert_property (fixture, "problem", NULL);
}

static void
expect_tokens (Fixture *fixture)
{
  foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
  foyer_canned_server_json (fixture->server, TOKEN, "200 OK", GOOD_TOKENS);
  foyer_canned_server_json (fixture->server, SESSION, "200 OK", GOOD_SESSION);
}

static void
test_needs_an_address (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_is_sensitive (find (fixture, "go_on_button")));
  type (fixture, "address_row", "  ");
  g_assert_false (gtk_widget_is_sensitive (find (fixture, "go_on_button")));
  type (fixture, "address_row", "portal.example.com");
  g_assert_true (gtk_widget_is_sensitive (find (fixture, "go_on_button")));
}

static void
test_says_what_is_wrong_with_an_address (Fixture *fixture, gconstpointer data)
{
  type (fixture, "address_row", "no address");
  press (fixture, "go_on_button");
  wait_until_done (fixture);
  assert_problem (fixture, "not the address of a server");
  assert_property (fixture, "found", NULL);
  type (fixture, "address_row", "no addres");
  assert_property (fixture, "problem", NULL);
}

static void
test_says_that_it_is_another_products_server (Fixture *fixture, gconstpointer data)
{
  foyer_canned_server_answer (fixture->server, METADATA,
                              "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n"
                              "<p>Welcome.</p>",
                              FOYER_CANNED_CLOSE);
  type (fixture, "address_row", foyer_canned_server_get_address (fixture->server));
  press (fixture, "go_on_button");
  wait_until_done (fixture);
  assert_problem (fixture, "not a Foyer server");
  g_assert_true (gtk_widget_is_sensitive (find (fixture, "address_row")));
}

static void
test_another_address_is_looked_for_anew (Fixture *fixture, gconstpointer data)
{
  find_server (fixture);
  type (fixture, "address_row", "elsewhere.example");
  assert_property (fixture, "found", NULL);
}

static void
test_signs_in_with_a_code (Fixture *fixture, gconstpointer data)
{
  find_server (fixture);
  g_object_set (fixture->page, "by-code", TRUE, NULL);
  g_assert_false (gtk_widget_is_sensitive (find (fixture, "go_on_button")));
  type (fixture, "code_row", "12-34");
  expect_tokens (fixture);
  press (fixture, "go_on_button");
  wait_until_done (fixture);
  assert_signed_in (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, "code_row"))), ==, "");
}

static void
test_a_code_works_once (Fixture *fixture, gconstpointer data)
{
  find_server (fixture);
  g_object_set (fixture->page, "by-code", TRUE, NULL);
  type (fixture, "code_row", "12-34");
  foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
  foyer_canned_server_json (fixture->server, TOKEN, "400 Bad Request", "{\"error\":\"invalid_grant\"}");
  press (fixture, "go_on_button");
  wait_until_done (fixture);
  assert_problem (fixture, "A code works once");
  g_assert_null (fixture->signed_in);
  g_assert_true (gtk_widget_is_sensitive (find (fixture, "code_row")));
}

static void
test_tries_a_code_from_the_command_line (Fixture *fixture, gconstpointer data)
{
  expect_tokens (fixture);
  g_object_set (fixture->page, "address", foyer_canned_server_get_address (fixture->server), NULL);
  foyer_sign_in_page_try_code (fixture->page, "12-34");
  wait_until_done (fixture);
  assert_signed_in (fixture);
}

/* What the browser does at the end: it comes back to the port that the console listens on. */
static void
come_back (Fixture *fixture, const char *answer)
{
  g_autoptr (GUri) page = g_uri_parse (fixture->opened, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GHashTable) query
      = g_uri_parse_params (g_uri_get_query (page), -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  g_autoptr (GUri) target = g_uri_parse (g_hash_table_lookup (query, "redirect_uri"), G_URI_FLAGS_NONE, NULL);
  g_autofree char *request
      = g_strdup_printf ("GET %s?%s&state=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n",
                         g_uri_get_path (target), answer, (char *) g_hash_table_lookup (query, "state"),
                         g_uri_get_port (target));
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection
      = g_socket_client_connect_to_host (client, g_uri_get_host (target), (guint16) g_uri_get_port (target),
                                         NULL, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                             strlen (request), NULL, NULL, &error);
  g_assert_no_error (error);
  wait_until_done (fixture);
}

static void
open_browser (Fixture *fixture)
{
  find_server (fixture);
  foyer_canned_server_json (fixture->server, METADATA, "200 OK", GOOD_METADATA);
  press (fixture, "go_on_button");
  while (fixture->opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (fixture->opened, foyer_canned_server_get_address (fixture->server)));
  assert_property (fixture, "browser-address", fixture->opened);
}

static void
test_signs_in_with_the_browser (Fixture *fixture, gconstpointer data)
{
  open_browser (fixture);
  foyer_canned_server_json (fixture->server, TOKEN, "200 OK", GOOD_TOKENS);
  foyer_canned_server_json (fixture->server, SESSION, "200 OK", GOOD_SESSION);
  come_back (fixture, "code=c1");
  assert_signed_in (fixture);
  assert_property (fixture, "browser-address", NULL);
}

static void
test_says_that_the_browser_refused (Fixture *fixture, gconstpointer data)
{
  open_browser (fixture);
  come_back (fixture, "error=access_denied");
  assert_problem (fixture, "refused in the browser");
  g_assert_null (fixture->signed_in);
}

static void
test_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  open_browser (fixture);
  press (fixture, "cancel_button");
  g_assert_false (is_waiting (fixture));
  foyer_test_settle ();
  assert_property (fixture, "problem", NULL);
  assert_property (fixture, "browser-address", NULL);
  g_assert_true (gtk_widget_is_sensitive (find (fixture, "address_row")));
}

static void
test_stops_when_it_is_hidden (Fixture *fixture, gconstpointer data)
{
  foyer_canned_server_answer (fixture->server, METADATA, "HTTP/1.1 200 OK\r\n", FOYER_CANNED_HOLD);
  type (fixture, "address_row", foyer_canned_server_get_address (fixture->server));
  press (fixture, "go_on_button");
  gtk_stack_set_visible_child_name (fixture->pages, "desk");
  g_assert_false (is_waiting (fixture));
}

static void
test_words (void)
{
  g_autofree char *address = foyer_sign_in_server_name (NULL, "https://portal.example.com");
  g_autofree char *port = foyer_sign_in_server_name (NULL, "http://127.0.0.1:8080");
  g_autofree char *safe = foyer_sign_in_server_safety (NULL, "https://portal.example.com");
  g_autofree char *here = foyer_sign_in_server_safety (NULL, "http://127.0.0.1:8080");
  g_autofree char *first = foyer_sign_in_button_label (NULL, NULL, TRUE);
  g_autofree char *browser = foyer_sign_in_button_label (NULL, "https://a.example", FALSE);
  g_autofree char *code = foyer_sign_in_button_label (NULL, "https://a.example", TRUE);

  g_assert_cmpstr (address, ==, "portal.example.com");
  g_assert_cmpstr (port, ==, "127.0.0.1:8080");
  g_assert_cmpstr (safe, ==, "Secure connection");
  g_assert_cmpstr (here, ==, "On this computer");
  g_assert_cmpstr (first, ==, "Continue");
  g_assert_cmpstr (browser, ==, "Open the Browser");
  g_assert_cmpstr (code, ==, "Sign In");
}

/* The dialog is an AdwMessageDialog, as foyer-keyring-dialog.c says. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
test_keyring_dialog (void)
{
  static const struct {
    int code;
    const char *heading;
  } cases[] = {
    { FOYER_KEYRING_ERROR_LOCKED, "The Keyring Is Locked" },
    { FOYER_KEYRING_ERROR_MISSING, "There Is No Keyring" },
    { FOYER_KEYRING_ERROR_NOT_FOUND, "The Keyring Did Not Keep the Sign-In" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = g_error_new_literal (FOYER_KEYRING_ERROR, cases[i].code, "no");
    GtkWidget *dialog = foyer_keyring_dialog_new (NULL, error);
    AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

    g_assert_cmpstr (adw_message_dialog_get_heading (message), ==, cases[i].heading);
    g_assert_cmpstr (adw_message_dialog_get_close_response (message), ==, FOYER_KEYRING_SESSION_ONLY);
    g_assert_cmpstr (adw_message_dialog_get_default_response (message), ==, FOYER_KEYRING_TRY_AGAIN);
    gtk_window_destroy (GTK_WINDOW (dialog));
  }
}

static void
test_keyring_dialog_for_loading (void)
{
  g_autoptr (GError) error = g_error_new_literal (FOYER_KEYRING_ERROR, FOYER_KEYRING_ERROR_LOCKED, "no");
  GtkWidget *dialog = foyer_keyring_dialog_new_for_loading (NULL, error);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  g_assert_cmpstr (adw_message_dialog_get_heading (message), ==, "The Keyring Is Locked");
  g_assert_true (adw_message_dialog_has_response (message, FOYER_KEYRING_SESSION_ONLY));
  g_assert_cmpstr (adw_message_dialog_get_close_response (message), ==, FOYER_KEYRING_LATER);
  g_assert_cmpstr (adw_message_dialog_get_default_response (message), ==, FOYER_KEYRING_TRY_AGAIN);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

G_GNUC_END_IGNORE_DEPRECATIONS

typedef void (*Test) (Fixture *fixture, gconstpointer data);

static void
add (const char *path, Test test)
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  add ("/console/sign-in/needs-an-address", test_needs_an_address);
  add ("/console/sign-in/wrong-address", test_says_what_is_wrong_with_an_address);
  add ("/console/sign-in/another-products-server", test_says_that_it_is_another_products_server);
  add ("/console/sign-in/another-address", test_another_address_is_looked_for_anew);
  add ("/console/sign-in/code", test_signs_in_with_a_code);
  add ("/console/sign-in/used-code", test_a_code_works_once);
  add ("/console/sign-in/code-from-the-command-line", test_tries_a_code_from_the_command_line);
  add ("/console/sign-in/browser", test_signs_in_with_the_browser);
  add ("/console/sign-in/browser-refused", test_says_that_the_browser_refused);
  add ("/console/sign-in/cancelled", test_can_be_cancelled);
  add ("/console/sign-in/hidden", test_stops_when_it_is_hidden);
  g_test_add_func ("/console/sign-in/words", test_words);
  g_test_add_func ("/console/sign-in/keyring-dialog", test_keyring_dialog);
  g_test_add_func ("/console/sign-in/keyring-dialog-for-loading", test_keyring_dialog_for_loading);
  return g_test_run ();
}
