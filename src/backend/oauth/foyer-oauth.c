/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-oauth.c - staff sign-in: its addresses, and the page where a person signs a console in */

#include "oauth/foyer-oauth.h"

#include "accounts/foyer-secret.h"
#include "accounts/foyer-sign-in-codes.h"
#include "accounts/foyer-staff-sign-in.h"
#include "http/foyer-form.h"
#include "oauth/foyer-oauth-page.h"
#include "oauth/foyer-oauth-request.h"
#include "oauth/foyer-oauth-token.h"

#include "foyer-json.h"

#include <string.h>

#define METADATA_PATH "/.well-known/oauth-authorization-server"
#define AUTHORIZE_PATH "/oauth/authorize"
#define TOKEN_PATH "/oauth/token"
#define REVOKE_PATH "/oauth/revoke"

#define START_AGAIN "Go back to Foyer and start the sign-in there again."

/* --- Metadata (RFC 8414) --- */

static void
set_url (JsonObject *json, const char *name, const char *api_url, const char *path)
{
  g_autofree char *url = g_strconcat (api_url, path, NULL);

  json_object_set_string_member (json, name, url);
}

static void
set_list (JsonObject *json, const char *name, const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  JsonArray *list = json_array_new ();

  for (guint i = 0; split[i] != NULL; i++)
    json_array_add_string_element (list, split[i]);
  json_object_set_array_member (json, name, list);
}

static FoyerHttpResponse *
answer_metadata (FoyerOauthContext *context, const FoyerHttpRequest *request)
{
  g_autoptr (JsonObject) json = json_object_new ();

  set_url (json, "issuer", context->api_url, "");
  set_url (json, "authorization_endpoint", context->api_url, AUTHORIZE_PATH);
  set_url (json, "token_endpoint", context->api_url, TOKEN_PATH);
  set_url (json, "revocation_endpoint", context->api_url, REVOKE_PATH);
  set_list (json, "response_types_supported", "code");
  set_list (json, "response_modes_supported", "query");
  set_list (json, "grant_types_supported", "authorization_code refresh_token " FOYER_OAUTH_GRANT_CODE);
  set_list (json, "code_challenge_methods_supported", "S256");
  set_list (json, "token_endpoint_auth_methods_supported", "none");
  set_list (json, "scopes_supported", "staff");
  return foyer_http_response_new_text (200, "application/json", foyer_json_canonical_object (json));
}

/* --- The authorization endpoint --- */

static FoyerHttpResponse *
send_back (const FoyerOauthRequest *asked, const char *name, const char *value)
{
  g_autofree char *location = foyer_oauth_request_write_answer (asked, name, value);
  FoyerHttpResponse *response = foyer_http_response_new (303, NULL, NULL);

  foyer_http_response_set_header (response, "Location", location);
  return response;
}

/* Returns: (transfer full) (nullable): the answer if the request is not good */
static FoyerHttpResponse *
answer_bad_request (const FoyerOauthRequest *asked)
{
  if (asked->redirect_uri == NULL)
    return foyer_oauth_page_problem (
        400, "The address that brought you here is not one that Foyer makes. " START_AGAIN);
  return asked->problem == NULL ? NULL : send_back (asked, "error", asked->problem);
}

static FoyerHttpResponse *
answer_authorize_page (FoyerOauthContext *context, const FoyerHttpRequest *request)
{
  g_autoptr (GHashTable) fields = foyer_form_read_query (request);
  g_autoptr (FoyerOauthRequest) asked = NULL;
  FoyerHttpResponse *refusal;

  if (fields == NULL)
    return foyer_oauth_page_problem (400, "The address cannot be understood. " START_AGAIN);
  asked = foyer_oauth_request_read (fields);
  refusal = answer_bad_request (asked);
  return refusal != NULL ? refusal : foyer_oauth_page_sign_in (asked, NULL);
}

static FoyerHttpResponse *
answer_trouble (const GError *error)
{
  g_warning ("A sign-in was not answered: %s", error->message);
  return foyer_oauth_page_problem (500, "The server has trouble of its own. Try again in a minute.");
}

static FoyerHttpResponse *
grant (FoyerOauthContext *context, const FoyerOauthRequest *asked, gint64 organisation, const char *staff_id)
{
  const FoyerSignInChallenge challenge = { asked->challenge, asked->redirect_uri };
  g_autoptr (GError) error = NULL;
  char *code = foyer_sign_in_codes_make (context->database, context->random, organisation, staff_id,
                                         &challenge, context->now, &error);
  FoyerHttpResponse *response;

  if (code == NULL)
    return answer_trouble (error);
  response = send_back (asked, "code", code);
  foyer_secret_free (code);
  return response;
}

/* An organisation that does not exist is judged like a name that does not: with the same work and the same answer. */
static gint64
find_organisation (FoyerOauthContext *context, const char *slug, GError **error)
{
  g_autofree char *folded = slug == NULL ? NULL : g_strstrip (g_ascii_strdown (slug, -1));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FoyerOrganisationAccount) account = NULL;

  if (folded == NULL)
    return 0;
  account = foyer_accounts_find_organisation_by_slug (context->database, folded, &local_error);
  if (account != NULL)
    return account->number;
  if (local_error->domain != FOYER_ACCOUNTS_ERROR)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return 0;
}

static FoyerHttpResponse *
answer_sign_in (FoyerOauthContext *context, const FoyerOauthRequest *asked, GHashTable *fields)
{
  const FoyerOauthTyped typed
      = { g_hash_table_lookup (fields, "organisation"), g_hash_table_lookup (fields, "user") };
  g_autoptr (GError) error = NULL;
  gint64 organisation = find_organisation (context, typed.organisation, &error);
  g_autofree char *staff_id = NULL;

  if (error == NULL)
    staff_id = foyer_staff_sign_in_check (context->database, organisation, typed.user,
                                          g_hash_table_lookup (fields, "password"), context->now, &error);
  if (staff_id != NULL)
    return grant (context, asked, organisation, staff_id);
  return error->domain == FOYER_ACCOUNTS_ERROR ? foyer_oauth_page_sign_in (asked, &typed)
                                               : answer_trouble (error);
}

static FoyerHttpResponse *
answer_authorize_form (FoyerOauthContext *context, const FoyerHttpRequest *request)
{
  g_autoptr (GHashTable) fields = foyer_form_read_body (request);
  g_autoptr (FoyerOauthRequest) asked = NULL;
  FoyerHttpResponse *refusal;

  if (!foyer_form_is_same_origin (request, context->api_url))
    return foyer_oauth_page_problem (403, "The form did not come from this server’s own page. " START_AGAIN);
  if (fields == NULL)
    return foyer_oauth_page_problem (400, "The form cannot be understood. " START_AGAIN);
  asked = foyer_oauth_request_read (fields);
  refusal = answer_bad_request (asked);
  return refusal != NULL ? refusal : answer_sign_in (context, asked, fields);
}

/* --- Dispatch --- */

static const struct {
  const char *path;
  FoyerHttpResponse *(*get) (FoyerOauthContext *context, const FoyerHttpRequest *request);
  FoyerHttpResponse *(*post) (FoyerOauthContext *context, const FoyerHttpRequest *request);
} routes[] = {
  { METADATA_PATH, answer_metadata, NULL },
  { AUTHORIZE_PATH, answer_authorize_page, answer_authorize_form },
  { TOKEN_PATH, NULL, foyer_oauth_token },
  { REVOKE_PATH, NULL, foyer_oauth_revoke },
};

gboolean
foyer_oauth_is_path (const char *path)
{
  return strcmp (path, METADATA_PATH) == 0 || g_str_has_prefix (path, "/oauth/");
}

static FoyerHttpResponse *
answer_method (gboolean has_get)
{
  FoyerHttpResponse *response
      = foyer_http_response_new_text (405, "text/plain; charset=utf-8", g_strdup ("Method Not Allowed\n"));

  foyer_http_response_set_header (response, "Allow", has_get ? "GET, HEAD" : "POST");
  return response;
}

FoyerHttpResponse *
foyer_oauth_handle (FoyerOauthContext *context, const FoyerHttpRequest *request)
{
  gboolean is_post = strcmp (request->method, "POST") == 0;
  FoyerHttpResponse *file;

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    if (strcmp (request->path, routes[i].path) != 0)
      continue;
    if (is_post)
      return routes[i].post == NULL ? answer_method (TRUE) : routes[i].post (context, request);
    return routes[i].get == NULL ? answer_method (FALSE) : routes[i].get (context, request);
  }
  file = is_post ? NULL : foyer_oauth_page_static (request->path);
  return file != NULL ? file : foyer_oauth_page_problem (404, "There is no such page.");
}
