/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-api.c - the sync API: the session document and batches of calls */

#include "foyer-api.h"

#include "blobs/foyer-blob-http.h"
#include "foyer-jmap-reference.h"
#include "foyer-jmap-session.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "methods/foyer-methods.h"
#include "types/organisation.h"

#include <string.h>

#define SESSION_PATH "/.well-known/jmap"
#define API_PATH "/jmap/api"
#define FETCH "Picture/fetch"

gboolean
foyer_api_is_path (const char *path)
{
  return strcmp (path, SESSION_PATH) == 0 || strcmp (path, API_PATH) == 0
         || g_str_has_prefix (path, "/jmap/");
}

gboolean
foyer_api_is_write (const FoyerHttpRequest *request)
{
  static const char *const words[]
      = { "set\"", "skip\"", "issue\"", "resend\"", "upload\"", "Portal/open\"", FETCH "\"", "\\" };
  gsize length;
  const char *body = g_bytes_get_data (request->body, &length);

  if (strcmp (request->method, "POST") != 0)
    return FALSE;
  if (foyer_blob_http_is_upload (request->path))
    return TRUE;
  if (body == NULL)
    return FALSE;
  /* An escaped name is the same name, so a backslash anywhere counts as well. */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (memmem (body, length, words[i], strlen (words[i])) != NULL)
      return TRUE;
  }
  return FALSE;
}

gboolean
foyer_api_is_fetch (const FoyerHttpRequest *request)
{
  gsize length;
  const char *body = g_bytes_get_data (request->body, &length);

  return strcmp (request->method, "POST") == 0 && strcmp (request->path, API_PATH) == 0 && body != NULL
         && memmem (body, length, FETCH "\"", strlen (FETCH "\"")) != NULL;
}

char *
foyer_api_find_fetch (const FoyerHttpRequest *request)
{
  gsize length;
  const char *body = g_bytes_get_data (request->body, &length);
  g_autoptr (FoyerJmapProblem) problem = NULL;
  g_autoptr (FoyerJmapRequest) calls
      = body == NULL ? NULL : foyer_jmap_request_parse (body, length, &problem);
  const char *url = NULL;
  guint found = 0;

  for (guint i = 0; calls != NULL && i < calls->calls->len; i++) {
    const FoyerJmapCall *call = calls->calls->pdata[i];

    if (strcmp (call->name, FETCH) != 0)
      continue;
    url = foyer_json_object_text (call->arguments, "url");
    found++;
  }
  return found == 1 ? g_strdup (url) : NULL;
}

/* --- Session --- */

static FoyerJmapSession *
make_session (FoyerApiContext *context)
{
  FoyerJmapSession *session = foyer_jmap_session_new ();
  g_autoptr (FoyerRecord) organisation
      = foyer_record_source_get (context->transaction->source, &foyer_organisation_type,
                                 context->staff->organisation->id, NULL);
  g_autofree char *facts = NULL;

  session->username = g_strdup (context->staff->name);
  session->account_id = g_strdup (context->staff->organisation->id);
  session->account_name = g_strdup (organisation == NULL ? context->staff->organisation->slug
                                                         : foyer_organisation_get_name (organisation));
  session->api_url = g_strconcat (context->api_url, API_PATH, NULL);
  session->download_url
      = g_strconcat (context->api_url, "/jmap/download/{accountId}/{blobId}/{name}?type={type}", NULL);
  session->upload_url = g_strconcat (context->api_url, "/jmap/upload/{accountId}/", NULL);
  session->event_source_url
      = g_strconcat (context->api_url, "/jmap/events?types={types}&closeafter={closeafter}&ping={ping}",
                     NULL);
  session->epoch = g_strdup (context->staff->organisation->epoch);
  session->role = g_strdup (context->staff->role);
  session->staff_id = g_strdup (context->staff->staff_id);
  /* Another limit, address or right of a later server is another session too. */
  session->state = g_strdup ("");
  facts = foyer_jmap_session_to_text (session);
  g_free (session->state);
  session->state = g_compute_checksum_for_string (G_CHECKSUM_SHA256, facts, -1);
  session->state[16] = '\0';
  return session;
}

static FoyerHttpResponse *
answer_session (FoyerApiContext *context)
{
  g_autoptr (FoyerJmapSession) session = make_session (context);
  FoyerHttpResponse *response
      = foyer_http_response_new_text (200, "application/json", foyer_jmap_session_to_text (session));

  foyer_http_response_set_header (response, "Cache-Control", "no-cache, no-store, must-revalidate");
  return response;
}

/* --- Calls --- */

static gboolean
uses (FoyerJmapRequest *request, const char *capability)
{
  return g_strv_contains ((const char *const *) request->using, capability);
}

static FoyerJmapProblem *
check_capabilities (FoyerJmapRequest *request)
{
  for (guint i = 0; request->using[i] != NULL; i++) {
    if (strcmp (request->using[i], FOYER_JMAP_CORE) != 0 && strcmp (request->using[i], FOYER_JMAP_BLOB) != 0
        && strcmp (request->using[i], FOYER_JMAP_STAFF) != 0)
      return foyer_jmap_problem_new (400, FOYER_JMAP_UNKNOWN_CAPABILITY, request->using[i]);
  }
  return NULL;
}

static JsonObject *
run_call (FoyerMethodContext *methods, FoyerJmapCall *call, FoyerJmapResponse *response, JsonObject **error)
{
  g_autoptr (JsonObject) arguments = foyer_jmap_resolve_references (call, response, error);

  return arguments == NULL ? NULL : foyer_methods_call (methods, call->name, arguments, error);
}

/* Each call has a savepoint: one that fails takes back what it did, and the later ones run. */
static void
answer_call (FoyerMethodContext *methods, FoyerJmapCall *call, FoyerJmapResponse *response)
{
  gboolean writes = foyer_methods_is_write (call->name);
  JsonObject *error = NULL;
  JsonObject *answer;
  guint mark;

  if (writes && !foyer_transaction_savepoint (methods->transaction, &mark, NULL)) {
    foyer_jmap_response_add (response, "error", foyer_jmap_error_new ("serverFail", NULL), call->id);
    return;
  }
  methods->is_counted = FALSE;
  answer = run_call (methods, call, response, &error);
  if (writes && answer == NULL && !methods->is_counted)
    foyer_transaction_rollback_to (methods->transaction, mark);
  else if (writes)
    foyer_transaction_release (methods->transaction, mark, NULL);
  if (answer == NULL)
    foyer_jmap_response_add (response, "error", error, call->id);
  else if (methods->list != NULL)
    foyer_jmap_response_add_list (response, call->name, answer, g_steal_pointer (&methods->list), call->id);
  else
    foyer_jmap_response_add (response, call->name, answer, call->id);
}

static FoyerHttpResponse *
answer_problem (FoyerJmapProblem *problem)
{
  return foyer_http_response_new_text (problem->status, "application/problem+json",
                                       foyer_jmap_problem_to_text (problem));
}

static FoyerHttpResponse *
answer_calls (FoyerApiContext *context, FoyerJmapRequest *request, const FoyerFetchedPicture *fetched)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();
  g_autoptr (FoyerJmapSession) session = make_session (context);
  g_autoptr (JsonObject) created_ids
      = request->created_ids == NULL ? json_object_new () : json_object_ref (request->created_ids);
  FoyerMethodContext methods = {
    .transaction = context->transaction,
    .staff = context->staff,
    .created_ids = created_ids,
    .blobs = context->blobs,
    .with_blobs = uses (request, FOYER_JMAP_BLOB) || uses (request, FOYER_JMAP_STAFF),
    .with_core = uses (request, FOYER_JMAP_CORE),
    .with_staff_capability = uses (request, FOYER_JMAP_STAFF),
    .portal_url = context->portal_url,
    .fetched = fetched,
  };

  for (guint i = 0; i < request->calls->len; i++)
    answer_call (&methods, request->calls->pdata[i], response);
  response->session_state = g_strdup (session->state);
  if (request->created_ids != NULL)
    response->created_ids = json_object_ref (created_ids);
  return foyer_http_response_new_text (200, "application/json", foyer_jmap_response_to_text (response));
}

static FoyerHttpResponse *
answer_api (FoyerApiContext *context, const FoyerHttpRequest *request)
{
  const char *content_type = foyer_http_request_header (request, "content-type");
  g_auto (GStrv) parts = g_strsplit (content_type == NULL ? "" : content_type, ";", 2);
  g_autoptr (FoyerJmapProblem) problem = NULL;
  g_autoptr (FoyerJmapRequest) calls = NULL;
  gsize length;
  const char *body = g_bytes_get_data (request->body, &length);

  if (parts[0] == NULL || g_ascii_strcasecmp (g_strstrip (parts[0]), "application/json") != 0) {
    problem = foyer_jmap_problem_new (400, FOYER_JMAP_NOT_JSON, "The content type must be application/json");
    return answer_problem (problem);
  }
  calls = foyer_jmap_request_parse (body == NULL ? "" : body, length, &problem);
  if (calls == NULL)
    return answer_problem (problem);
  problem = check_capabilities (calls);
  if (problem != NULL)
    return answer_problem (problem);
  return answer_calls (context, calls, request->fetched);
}

static FoyerHttpResponse *
refuse_method (const char *allowed)
{
  FoyerHttpResponse *response = foyer_http_response_new (405, NULL, NULL);

  foyer_http_response_set_header (response, "Allow", allowed);
  return response;
}

FoyerHttpResponse *
foyer_api_handle (FoyerApiContext *context, const FoyerHttpRequest *request)
{
  gboolean is_get = strcmp (request->method, "GET") == 0 || strcmp (request->method, "HEAD") == 0;

  if (strcmp (request->path, SESSION_PATH) == 0)
    return is_get ? answer_session (context) : refuse_method ("GET, HEAD");
  if (strcmp (request->path, API_PATH) == 0)
    return strcmp (request->method, "POST") == 0 ? answer_api (context, request) : refuse_method ("POST");
  if (foyer_blob_http_is_upload (request->path))
    return foyer_blob_http_upload (context->blobs, request);
  if (g_str_has_prefix (request->path, FOYER_BLOB_DOWNLOAD_PATH))
    return foyer_blob_http_download (context->blobs, request);
  return foyer_http_response_new (404, NULL, NULL);
}
