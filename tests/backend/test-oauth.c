/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-oauth.c - staff sign-in without sockets: pages, codes, tokens, and who is refused */

#include "oauth/foyer-oauth.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-sign-in-codes.h"
#include "accounts/foyer-staff-sign-in.h"
#include "foyer-json.h"
#include "foyer-test-business.h"
#include "foyer-test-server.h"
#include "oauth/foyer-oauth-request.h"
#include "types/device.h"

#include <string.h>

#define PASSWORD "correct horse battery"
#define WRONG "incorrect horse battery"
#define API "http://127.0.0.1"
#define REDIRECT "http://127.0.0.1:40404/callback"
#define STATE "a b&c=d/%"

/* RFC 7636, appendix B. */
#define VERIFIER "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
#define CHALLENGE "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

static char *
write_form (const char *name, ...)
{
  GString *form = g_string_new (NULL);
  va_list fields;

  va_start (fields, name);
  for (; name != NULL; name = va_arg (fields, const char *)) {
    const char *value = va_arg (fields, const char *);

    if (value == NULL)
      continue;
    g_string_append_printf (form, "%s%s=", form->len == 0 ? "" : "&", name);
    g_string_append_uri_escaped (form, value, NULL, FALSE);
  }
  va_end (fields);
  return g_string_free (form, FALSE);
}

static FoyerHttpResponse *
get (FoyerTestServer *server, const char *path, const char *query)
{
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("GET", "127.0.0.1", path, query);

  return foyer_test_server_ask (server, NULL, request);
}

static FoyerHttpResponse *
post (FoyerTestServer *server, const char *path, const char *form, const char *header, const char *value)
{
  g_autoptr (FoyerHttpRequest) request = foyer_http_request_new ("POST", "127.0.0.1", path, NULL);
  g_autoptr (GBytes) body = g_bytes_new (form, strlen (form));

  foyer_http_request_set_body (request, "application/x-www-form-urlencoded", body);
  if (header != NULL)
    foyer_http_request_set_header (request, header, value);
  return foyer_test_server_ask (server, NULL, request);
}

static char *
get_text (const FoyerHttpResponse *response)
{
  gsize length;
  const char *bytes = g_bytes_get_data (response->body, &length);

  return g_strndup (bytes, length);
}

static JsonObject *
get_json (const FoyerHttpResponse *response)
{
  g_autofree char *text = get_text (response);
  g_autoptr (GError) error = NULL;
  JsonObject *json = foyer_json_parse_object (text, -1, &error);

  g_assert_no_error (error);
  return json;
}

static void
set_password (FoyerTestServer *server, const char *slug)
{
  FoyerDatabase *database = foyer_backend_get_writer (server->backend);
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (database, slug, NULL);
  g_autofree char *staff_id = foyer_test_id ("st-1");

  g_assert_true (
      foyer_staff_sign_in_set (database, server->random, account->number, "ana", staff_id, PASSWORD, NULL));
}

static char *
write_sign_in (const char *organisation, const char *user, const char *password)
{
  return write_form ("response_type", "code", "client_id", FOYER_OAUTH_CLIENT, "redirect_uri", REDIRECT,
                     "code_challenge", CHALLENGE, "code_challenge_method", "S256", "state", STATE,
                     "organisation", organisation, "user", user, "password", password, NULL);
}

static FoyerHttpResponse *
sign_in (FoyerTestServer *server, const char *organisation, const char *user, const char *password)
{
  g_autofree char *form = write_sign_in (organisation, user, password);

  return post (server, "/oauth/authorize", form, "sec-fetch-site", "same-origin");
}

/* Returns: (nullable): the code that the browser is sent back with */
static char *
get_code (const FoyerHttpResponse *response)
{
  const char *location = foyer_http_response_header (response, "Location");
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) fields = NULL;

  if (response->status != 303)
    return NULL;
  g_assert_true (g_str_has_prefix (location, REDIRECT "?"));
  uri = g_uri_parse (location, G_URI_FLAGS_ENCODED_QUERY, NULL);
  fields = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL);
  g_assert_cmpstr (g_hash_table_lookup (fields, "state"), ==, STATE);
  return g_strdup (g_hash_table_lookup (fields, "code"));
}

static FoyerHttpResponse *
change_code (FoyerTestServer *server, const char *code, const char *verifier, const char *redirect)
{
  g_autofree char *form
      = write_form ("grant_type", "authorization_code", "client_id", FOYER_OAUTH_CLIENT, "code", code,
                    "code_verifier", verifier, "redirect_uri", redirect, NULL);

  return post (server, "/oauth/token", form, NULL, NULL);
}

static FoyerHttpResponse *
refresh (FoyerTestServer *server, const char *token)
{
  g_autofree char *form = write_form ("grant_type", "refresh_token", "refresh_token", token, NULL);

  return post (server, "/oauth/token", form, NULL, NULL);
}

static guint
use_token (FoyerTestServer *server, const char *token)
{
  g_autoptr (FoyerHttpRequest) request
      = foyer_http_request_new ("GET", "127.0.0.1", "/.well-known/jmap", NULL);
  FoyerCredentials credentials = { .bearer = (char *) token };
  g_autoptr (FoyerHttpResponse) response = foyer_test_server_ask (server, &credentials, request);

  return response->status;
}

static void
assert_problem (FoyerHttpResponse *response, guint status, const char *problem)
{
  g_autoptr (JsonObject) json = get_json (response);

  g_assert_cmpuint (response->status, ==, status);
  g_assert_cmpstr (foyer_json_object_text (json, "error"), ==, problem);
  foyer_http_response_free (response);
}

static void
test_metadata (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerHttpResponse) response = get (server, "/.well-known/oauth-authorization-server", NULL);
  g_autoptr (JsonObject) json = get_json (response);

  g_assert_cmpuint (response->status, ==, 200);
  g_assert_cmpstr (foyer_json_object_text (json, "issuer"), ==, API);
  g_assert_cmpstr (foyer_json_object_text (json, "authorization_endpoint"), ==, API "/oauth/authorize");
  g_assert_cmpstr (foyer_json_object_text (json, "token_endpoint"), ==, API "/oauth/token");
}

static void
test_story (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *query
      = write_form ("response_type", "code", "client_id", FOYER_OAUTH_CLIENT, "redirect_uri", REDIRECT,
                    "state", STATE, "code_challenge", CHALLENGE, "code_challenge_method", "S256", NULL);
  g_autoptr (FoyerHttpResponse) page = get (server, "/oauth/authorize", query);
  g_autofree char *html = get_text (page);
  g_autoptr (FoyerHttpResponse) sent = NULL;
  g_autofree char *code = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) renewed = NULL;
  g_autoptr (JsonObject) tokens = NULL;
  g_autoptr (JsonObject) next = NULL;
  g_autoptr (GPtrArray) devices = NULL;

  set_password (server, "northwind");
  g_assert_cmpuint (page->status, ==, 200);
  g_assert_nonnull (strstr (html, "method=\"post\" action=\"/oauth/authorize\""));
  g_assert_nonnull (strstr (html, "value=\"a b&amp;c=d/%\""));
  g_assert_nonnull (strstr (foyer_http_response_header (page, "Content-Security-Policy"),
                            "form-action 'self' http://127.0.0.1:40404;"));

  sent = sign_in (server, " NorthWind ", "Ana", PASSWORD);
  code = get_code (sent);
  g_assert_nonnull (code);
  answer = change_code (server, code, VERIFIER, REDIRECT);
  g_assert_cmpuint (answer->status, ==, 200);
  tokens = get_json (answer);
  g_assert_cmpstr (foyer_json_object_text (tokens, "token_type"), ==, "Bearer");
  g_assert_cmpint (foyer_json_object_integer (tokens, "expires_in", 0), ==, 3600);
  g_assert_cmpuint (use_token (server, foyer_json_object_text (tokens, "access_token")), ==, 200);
  g_assert_cmpuint (use_token (server, foyer_json_object_text (tokens, "refresh_token")), ==, 401);

  foyer_test_server_advance (server, 3600);
  g_assert_cmpuint (use_token (server, foyer_json_object_text (tokens, "access_token")), ==, 401);
  renewed = refresh (server, foyer_json_object_text (tokens, "refresh_token"));
  g_assert_cmpuint (renewed->status, ==, 200);
  next = get_json (renewed);
  g_assert_cmpuint (use_token (server, foyer_json_object_text (next, "access_token")), ==, 200);

  devices = foyer_test_server_list (server, "northwind", &foyer_device_type);
  g_assert_cmpuint (devices->len, ==, 1);
  g_assert_cmpint (foyer_device_get_status (devices->pdata[0]), ==, FOYER_DEVICE_ACTIVE);
}

/* Nobody is sent to an address that is not a program's on this computer. */
static void
test_redirects (void)
{
  static const char *const good[]
      = { "http://127.0.0.1:1/", "http://127.0.0.1:65535/a/b", "http://[::1]:80/cb" };
  static const char *const bad[] = {
    "https://127.0.0.1:80/",     "http://localhost:80/",        "http://127.0.0.1/",
    "http://127.0.0.1:0/",       "http://127.0.0.1:65536/",     "http://127.0.0.1:80",
    "http://127.0.0.1:80@evil/", "http://127.0.0.1:80/?a=b",    "http://127.0.0.1:80/#a",
    "http://127.0.0.1.evil:80/", "http://evil/127.0.0.1:80/",   "http://127.0.0.1:80/\r\nX: y",
    "http://127.0.0.2:80/",      "javascript:alert(1)",         "",
    "http://127.0.0.1:+80/",     "http://127.0.0.1:80/%0d%0aX", "//127.0.0.1:80/",
  };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (foyer_oauth_request_is_loopback (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *query
        = write_form ("response_type", "code", "client_id", FOYER_OAUTH_CLIENT, "redirect_uri", bad[i],
                      "code_challenge", CHALLENGE, "code_challenge_method", "S256", NULL);
    g_autoptr (FoyerHttpResponse) response = get (server, "/oauth/authorize", query);

    g_assert_false (foyer_oauth_request_is_loopback (bad[i]));
    g_assert_cmpuint (response->status, ==, 400);
    g_assert_null (foyer_http_response_header (response, "Location"));
  }
}

static void
assert_sent_back (FoyerTestServer *server, const char *query, const char *problem)
{
  g_autoptr (FoyerHttpResponse) response = get (server, "/oauth/authorize", query);
  g_autofree char *location = g_strdup_printf (REDIRECT "?error=%s&state=xyz", problem);

  g_assert_cmpuint (response->status, ==, 303);
  g_assert_cmpstr (foyer_http_response_header (response, "Location"), ==, location);
}

static void
test_requests (void)
{
#define BASE \
  "client_id=" FOYER_OAUTH_CLIENT "&state=xyz&redirect_uri=http%3A%2F%2F127.0.0.1%3A40404%2Fcallback"
#define PKCE "&code_challenge=" CHALLENGE "&code_challenge_method=S256"
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerHttpResponse) other_client = NULL;
  g_autoptr (FoyerHttpResponse) twice = NULL;

  assert_sent_back (server, BASE PKCE, "invalid_request");
  assert_sent_back (server, BASE PKCE "&response_type=token", "unsupported_response_type");
  assert_sent_back (server, BASE "&response_type=code", "invalid_request");
  assert_sent_back (server, BASE "&response_type=code&code_challenge=" CHALLENGE, "invalid_request");
  assert_sent_back (server,
                    BASE "&response_type=code&code_challenge=" CHALLENGE "&code_challenge_method=plain",
                    "invalid_request");
  assert_sent_back (server, BASE "&response_type=code&code_challenge=short&code_challenge_method=S256",
                    "invalid_request");
  other_client = get (server, "/oauth/authorize",
                      "client_id=evil&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F&response_type=code" PKCE);
  g_assert_cmpuint (other_client->status, ==, 400);
  twice = get (server, "/oauth/authorize", BASE "&redirect_uri=http%3A%2F%2Fevil%2F&response_type=code" PKCE);
  g_assert_cmpuint (twice->status, ==, 400);
}

/* S06: a form that another site sends signs nobody in. */
static void
test_forged (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *form = write_sign_in ("northwind", "ana", PASSWORD);
  static const char *const headers[][2] = {
    { NULL, NULL },
    { "origin", "http://evil.example" },
    { "origin", "null" },
    { "sec-fetch-site", "cross-site" },
    { "sec-fetch-site", "same-site" },
    { "sec-fetch-site", "none" },
  };
  g_autoptr (FoyerHttpResponse) own = NULL;
  g_autofree char *code = NULL;

  set_password (server, "northwind");
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    g_autofree char *before = foyer_test_server_dump (server);
    g_autoptr (FoyerHttpResponse) response
        = post (server, "/oauth/authorize", form, headers[i][0], headers[i][1]);
    g_autofree char *after = foyer_test_server_dump (server);

    g_assert_cmpuint (response->status, ==, 403);
    g_assert_cmpstr (before, ==, after);
  }
  own = post (server, "/oauth/authorize", form, "origin", API);
  code = get_code (own);
  g_assert_nonnull (code);
}

/* Whatever is wrong, the page is the same but for what was typed. */
static void
test_no_oracle (void)
{
  static const char *const tries[][3] = {
    { "northwind", "ana", WRONG },    { "northwind", "nobody", PASSWORD }, { "nowhere", "ana", PASSWORD },
    { "southwind", "ana", PASSWORD }, { "northwind", "ana", "" },
  };
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *first = NULL;

  set_password (server, "northwind");
  foyer_test_server_add (server, "southwind");
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++) {
    g_autoptr (FoyerHttpResponse) response = sign_in (server, tries[i][0], tries[i][1], tries[i][2]);
    g_autofree char *text = get_text (response);
    g_autoptr (GString) html = g_string_new (text);
    g_autofree char *user = g_strdup_printf ("value=\"%s\" required", tries[i][1]);
    g_autofree char *organisation = g_strdup_printf ("value=\"%s\" required", tries[i][0]);

    g_assert_cmpuint (response->status, ==, 200);
    g_assert_null (strstr (html->str, "battery"));
    g_assert_cmpuint (g_string_replace (html, user, "value=\"\" required", 0), ==, 1);
    g_assert_cmpuint (g_string_replace (html, organisation, "value=\"\" required", 0), ==, 1);
    if (first == NULL)
      first = g_strdup (html->str);
    g_assert_cmpstr (html->str, ==, first);
  }
}

static void
test_lock (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerHttpResponse) locked = NULL;
  g_autoptr (FoyerHttpResponse) later = NULL;
  g_autofree char *code = NULL;

  set_password (server, "northwind");
  for (int i = 0; i < FOYER_SIGN_IN_TRIES; i++)
    foyer_http_response_free (sign_in (server, "northwind", "ana", WRONG));
  locked = sign_in (server, "northwind", "ana", PASSWORD);
  g_assert_cmpuint (locked->status, ==, 200);
  foyer_test_server_advance (server, FOYER_SIGN_IN_LOCK_SECONDS);
  later = sign_in (server, "northwind", "ana", PASSWORD);
  code = get_code (later);
  g_assert_nonnull (code);
}

static char *
get_fresh_code (FoyerTestServer *server)
{
  g_autoptr (FoyerHttpResponse) sent = sign_in (server, "northwind", "ana", PASSWORD);

  return get_code (sent);
}

static void
test_codes (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *spent = NULL;
  g_autofree char *stolen = NULL;
  g_autofree char *late = NULL;

  set_password (server, "northwind");
  spent = get_fresh_code (server);
  stolen = get_fresh_code (server);
  late = get_fresh_code (server);
  foyer_http_response_free (change_code (server, spent, VERIFIER, REDIRECT));
  assert_problem (change_code (server, spent, VERIFIER, REDIRECT), 400, "invalid_grant");
  assert_problem (change_code (server, stolen, "another-verifier-that-is-just-as-long-0123456789", REDIRECT),
                  400, "invalid_grant");
  assert_problem (change_code (server, stolen, VERIFIER, REDIRECT), 400, "invalid_grant");
  foyer_test_server_advance (server, FOYER_AUTHORIZATION_CODE_SECONDS);
  assert_problem (change_code (server, late, VERIFIER, REDIRECT), 400, "invalid_grant");
}

static char *
make_code (FoyerTestServer *server)
{
  FoyerDatabase *database = foyer_backend_get_writer (server->backend);
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (database, "northwind", NULL);
  g_autofree char *staff_id = foyer_test_id ("st-1");

  return foyer_sign_in_codes_make (database, server->random, account->number, staff_id, NULL,
                                   foyer_clock_now_seconds (FOYER_CLOCK (server->clock)), NULL);
}

static FoyerHttpResponse *
use_one_time_code (FoyerTestServer *server, const char *code)
{
  g_autofree char *form = write_form ("grant_type", "urn:foyer:grant:code", "client_id", FOYER_OAUTH_CLIENT,
                                      "code", code, "device_name", "Ana’s desk", NULL);

  return post (server, "/oauth/token", form, NULL, NULL);
}

static void
test_one_time_code (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *code = make_code (server);
  g_autofree char *with_line = g_strconcat (code, "\n", NULL);
  g_autofree char *late = make_code (server);
  g_autoptr (FoyerHttpResponse) answer = use_one_time_code (server, with_line);
  g_autoptr (JsonObject) tokens = get_json (answer);
  g_autoptr (GPtrArray) devices = foyer_test_server_list (server, "northwind", &foyer_device_type);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpuint (use_token (server, foyer_json_object_text (tokens, "access_token")), ==, 200);
  g_assert_cmpstr (foyer_device_get_name (devices->pdata[0]), ==, "Ana’s desk");
  assert_problem (use_one_time_code (server, code), 400, "invalid_grant");
  assert_problem (change_code (server, late, VERIFIER, REDIRECT), 400, "invalid_grant");
  foyer_test_server_advance (server, FOYER_SIGN_IN_CODE_SECONDS);
  assert_problem (use_one_time_code (server, late), 400, "invalid_grant");
}

/* Who uses a refresh token twice is signed out, whoever it was. */
static void
test_reuse (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *code = make_code (server);
  g_autoptr (FoyerHttpResponse) first_answer = use_one_time_code (server, code);
  g_autoptr (JsonObject) first = get_json (first_answer);
  g_autoptr (FoyerHttpResponse) second_answer
      = refresh (server, foyer_json_object_text (first, "refresh_token"));
  g_autoptr (JsonObject) second = get_json (second_answer);

  g_assert_cmpuint (use_token (server, foyer_json_object_text (second, "access_token")), ==, 200);
  assert_problem (refresh (server, foyer_json_object_text (first, "refresh_token")), 400, "invalid_grant");
  g_assert_cmpuint (use_token (server, foyer_json_object_text (second, "access_token")), ==, 401);
  assert_problem (refresh (server, foyer_json_object_text (second, "refresh_token")), 400, "invalid_grant");
}

static guint
revoke_token (FoyerTestServer *server, const char *token)
{
  g_autofree char *form = write_form ("token", token, NULL);
  g_autoptr (FoyerHttpResponse) response = post (server, "/oauth/revoke", form, NULL, NULL);

  return response->status;
}

static void
test_revoke (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autofree char *code = make_code (server);
  g_autoptr (FoyerHttpResponse) answer = use_one_time_code (server, code);
  g_autoptr (JsonObject) tokens = get_json (answer);
  g_autoptr (GPtrArray) devices = NULL;

  g_assert_cmpuint (revoke_token (server, "nonsense"), ==, 200);
  g_assert_cmpuint (revoke_token (server, NULL), ==, 400);
  g_assert_cmpuint (revoke_token (server, foyer_json_object_text (tokens, "refresh_token")), ==, 200);
  g_assert_cmpuint (use_token (server, foyer_json_object_text (tokens, "access_token")), ==, 401);
  devices = foyer_test_server_list (server, "northwind", &foyer_device_type);
  g_assert_cmpint (foyer_device_get_status (devices->pdata[0]), ==, FOYER_DEVICE_REVOKED);
}

static void
test_bad_forms (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerHttpRequest) json = foyer_http_request_new ("POST", "127.0.0.1", "/oauth/token", NULL);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);

  foyer_http_request_set_body (json, "application/json", body);
  assert_problem (foyer_test_server_ask (server, NULL, json), 400, "invalid_request");
  assert_problem (post (server, "/oauth/token", "", NULL, NULL), 400, "invalid_request");
  assert_problem (post (server, "/oauth/token", "grant_type=a&grant_type=b", NULL, NULL), 400,
                  "invalid_request");
  assert_problem (post (server, "/oauth/token", "grant_type=%", NULL, NULL), 400, "invalid_request");
  assert_problem (post (server, "/oauth/token", "grant_type=a%00b", NULL, NULL), 400, "invalid_request");
  assert_problem (post (server, "/oauth/token", "grant_type=%ff", NULL, NULL), 400, "invalid_request");
  assert_problem (post (server, "/oauth/token", "grant_type=password", NULL, NULL), 400,
                  "unsupported_grant_type");
  assert_problem (post (server, "/oauth/token", "grant_type=refresh_token", NULL, NULL), 400,
                  "invalid_grant");
  assert_problem (post (server, "/oauth/token", "grant_type=refresh_token&client_id=x", NULL, NULL), 400,
                  "invalid_client");
}

static void
test_paths (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerHttpResponse) nothing = get (server, "/oauth/nothing", NULL);
  g_autoptr (FoyerHttpResponse) got = get (server, "/oauth/token", NULL);
  g_autoptr (FoyerHttpResponse) posted
      = post (server, "/.well-known/oauth-authorization-server", "", NULL, NULL);
  g_autoptr (FoyerHttpResponse) page = get (server, "/oauth/authorize", NULL);
  g_autofree char *html = get_text (page);
  const char *sheet = strstr (html, "/oauth/static/");
  g_autofree char *path = g_strndup (sheet, strcspn (sheet, "\""));
  g_autoptr (FoyerHttpResponse) style = get (server, path, NULL);

  g_assert_cmpuint (nothing->status, ==, 404);
  g_assert_cmpuint (got->status, ==, 405);
  g_assert_cmpstr (foyer_http_response_header (got, "Allow"), ==, "POST");
  g_assert_cmpuint (posted->status, ==, 405);
  g_assert_cmpuint (page->status, ==, 400);
  g_assert_cmpuint (style->status, ==, 200);
  g_assert_nonnull (strstr (foyer_http_response_header (style, "Cache-Control"), "immutable"));
}

static void
on_changed (FoyerBackend *backend, const char *account_id, GHashTable *states, GHashTable *told)
{
  g_hash_table_add (told, g_strdup (account_id));
  g_assert_nonnull (g_hash_table_lookup (states, "Device"));
  g_assert_cmpuint (g_hash_table_size (states), ==, 1);
}

/* Other consoles hear of it when a device comes, and when it goes. */
static void
test_told (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *code = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (JsonObject) tokens = NULL;
  g_autoptr (FoyerHttpResponse) renewed = NULL;
  g_autoptr (GPtrArray) devices = NULL;

  g_signal_connect (server->backend, "changed", G_CALLBACK (on_changed), told);
  code = make_code (server);
  answer = use_one_time_code (server, code);
  tokens = get_json (answer);
  g_assert_cmpuint (g_hash_table_size (told), ==, 1);
  renewed = refresh (server, foyer_json_object_text (tokens, "refresh_token"));
  g_hash_table_remove_all (told);
  assert_problem (refresh (server, foyer_json_object_text (tokens, "refresh_token")), 400, "invalid_grant");
  g_assert_cmpuint (g_hash_table_size (told), ==, 1);
  devices = foyer_test_server_list (server, "northwind", &foyer_device_type);
  g_assert_cmpint (foyer_device_get_status (devices->pdata[0]), ==, FOYER_DEVICE_REVOKED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/oauth/metadata", test_metadata);
  g_test_add_func ("/backend/oauth/story", test_story);
  g_test_add_func ("/backend/oauth/redirects", test_redirects);
  g_test_add_func ("/backend/oauth/requests", test_requests);
  g_test_add_func ("/backend/oauth/S06-forged", test_forged);
  g_test_add_func ("/backend/oauth/no-oracle", test_no_oracle);
  g_test_add_func ("/backend/oauth/J06-lock", test_lock);
  g_test_add_func ("/backend/oauth/J06-codes", test_codes);
  g_test_add_func ("/backend/oauth/J06-one-time-code", test_one_time_code);
  g_test_add_func ("/backend/oauth/reuse", test_reuse);
  g_test_add_func ("/backend/oauth/revoke", test_revoke);
  g_test_add_func ("/backend/oauth/told", test_told);
  g_test_add_func ("/backend/oauth/bad-forms", test_bad_forms);
  g_test_add_func ("/backend/oauth/paths", test_paths);
  return g_test_run ();
}
