/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-request.c - JMAP requests, responses and their back-references, from bytes as they come off the wire */

#include "foyer-fuzz.h"

#include "foyer-jmap-reference.h"
#include "foyer-jmap-request.h"
#include "foyer-json.h"

#include <string.h>

/* Every call's references are resolved against the calls themselves, taken for responses. */
static void
resolve_all (FoyerJmapRequest *request)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();

  for (guint i = 0; i < request->calls->len; i++) {
    FoyerJmapCall *call = request->calls->pdata[i];
    g_autofree char *before = foyer_json_canonical_object (call->arguments);
    g_autofree char *after = NULL;
    g_autoptr (JsonObject) problem = NULL;
    g_autoptr (JsonObject) arguments = foyer_jmap_resolve_references (call, response, &problem);

    g_assert_true ((arguments == NULL) == (problem != NULL));
    after = foyer_json_canonical_object (call->arguments);
    g_assert_cmpstr (before, ==, after);
    foyer_jmap_response_add (response, call->name, json_object_ref (call->arguments), call->id);
  }
}

static void
read_request (const char *body, gsize length)
{
  g_autoptr (FoyerJmapProblem) problem = NULL;
  g_autoptr (FoyerJmapRequest) request = foyer_jmap_request_parse (body, length, &problem);
  g_autoptr (FoyerJmapRequest) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;

  if (request == NULL) {
    g_autofree char *document = foyer_jmap_problem_to_text (problem);

    g_assert_true (foyer_json_check (document, -1, NULL));
    return;
  }
  g_assert_null (problem);
  text = foyer_jmap_request_to_text (request);
  again = foyer_jmap_request_parse (text, strlen (text), &problem);
  g_assert_nonnull (again);
  twice = foyer_jmap_request_to_text (again);
  g_assert_cmpstr (text, ==, twice);
  resolve_all (request);
}

static void
read_response (const char *body, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_parse (body, length, &error);
  g_autoptr (FoyerJmapResponse) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;

  if (response == NULL) {
    g_assert_nonnull (error);
    return;
  }
  text = foyer_jmap_response_to_text (response);
  again = foyer_jmap_response_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  twice = foyer_jmap_response_to_text (again);
  g_assert_cmpstr (text, ==, twice);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *body = size == 0 ? "" : (const char *) data;

  read_request (body, size);
  read_response (body, size);
  return 0;
}
