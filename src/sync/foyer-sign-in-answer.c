/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-answer.c - what a server answers during sign-in, and what is wrong with it */

#include "foyer-sign-in-answer.h"

#include "foyer-address.h"
#include "foyer-token-grant.h"

#include "foyer-json.h"

#define TOO_MANY_REQUESTS 429

void
foyer_sign_in_metadata_free (FoyerSignInMetadata *self)
{
  if (self == NULL)
    return;
  g_free (self->authorize_url);
  g_free (self->token_url);
  g_free (self);
}

static FoyerSignInError
get_code (const GError *error)
{
  switch ((FoyerTransportError) error->code) {
  case FOYER_TRANSPORT_ERROR_CERTIFICATE:
    return FOYER_SIGN_IN_ERROR_CERTIFICATE;
  case FOYER_TRANSPORT_ERROR_TOO_LARGE:
    return FOYER_SIGN_IN_ERROR_NOT_FOYER;
  case FOYER_TRANSPORT_ERROR_ADDRESS:
    return FOYER_SIGN_IN_ERROR_ADDRESS;
  case FOYER_TRANSPORT_ERROR_OFFLINE:
  case FOYER_TRANSPORT_ERROR_CUT:
  default:
    return FOYER_SIGN_IN_ERROR_UNREACHABLE;
  }
}

GError *
foyer_sign_in_answer_translate (GError *error)
{
  GError *translated;

  if (error->domain != FOYER_TRANSPORT_ERROR)
    return error;
  translated = g_error_new_literal (FOYER_SIGN_IN_ERROR, get_code (error), error->message);
  g_error_free (error);
  return translated;
}

static void
set_error (GError **error, FoyerSignInError code, const FoyerTransportReply *reply, const char *sentence)
{
  g_set_error (error, FOYER_SIGN_IN_ERROR, code, "%s: %s", reply->url, sentence);
}

/* What is wrong with a status that nobody wants, whichever question it answers. */
static void
set_status_error (GError **error, const FoyerTransportReply *reply)
{
  g_autofree char *sentence = NULL;
  gboolean is_trouble = reply->status >= 500 || reply->status == TOO_MANY_REQUESTS;

  if (is_trouble && reply->retry_after >= 0)
    sentence = g_strdup_printf ("the server answers %u and asks to wait %" G_GINT64_FORMAT " seconds",
                                reply->status, reply->retry_after);
  else if (is_trouble)
    sentence = g_strdup_printf ("the server has trouble of its own, status %u", reply->status);
  else if (reply->status >= 300 && reply->status < 400)
    sentence = g_strdup_printf ("this sends on to somewhere else, status %u", reply->status);
  else
    sentence = g_strdup_printf ("this is no Foyer server, status %u", reply->status);
  set_error (error, is_trouble ? FOYER_SIGN_IN_ERROR_SERVER : FOYER_SIGN_IN_ERROR_NOT_FOYER, reply, sentence);
}

/* Returns: FALSE if what was answered with 200 is a page for people */
static gboolean
check_is_json (const FoyerTransportReply *reply, GError **error)
{
  if (g_strcmp0 (reply->content_type, "text/html") != 0)
    return TRUE;
  set_error (error, FOYER_SIGN_IN_ERROR_NOT_FOYER, reply,
             "a web page stands where a Foyer server would answer");
  return FALSE;
}

/* Whoever hands a question on to another server could be handed a secret for it. */
static gboolean
check_is_own (const FoyerTransportReply *reply, const char *url, const char *address, GError **error)
{
  g_autofree char *origin = url == NULL ? NULL : foyer_address_get_origin (url);

  if (foyer_address_is_within (address, origin))
    return TRUE;
  if (origin == NULL)
    set_error (error, FOYER_SIGN_IN_ERROR_NOT_FOYER, reply, "this does not say where to sign in");
  else
    g_set_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_ADDRESS,
                 "The server at %s calls itself %s. Sign in there, if that is the right one", address,
                 origin);
  return FALSE;
}

static JsonObject *
read_object (const FoyerTransportReply *reply, GError **error)
{
  g_autoptr (GError) own = NULL;
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);
  JsonObject *json = foyer_json_parse_object (text == NULL ? "" : text, (gssize) length, &own);

  if (json == NULL)
    g_set_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_NOT_FOYER,
                 "%s: a Foyer server would answer with a JSON object: %s", reply->url, own->message);
  return json;
}

FoyerSignInMetadata *
foyer_sign_in_answer_read_metadata (const FoyerTransportReply *reply, const char *address, GError **error)
{
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (FoyerSignInMetadata) self = NULL;

  if (reply == NULL)
    return NULL;
  if (reply->status != 200) {
    set_status_error (error, reply);
    return NULL;
  }
  if (!check_is_json (reply, error))
    return NULL;
  json = read_object (reply, error);
  if (json == NULL)
    return NULL;
  self = g_new0 (FoyerSignInMetadata, 1);
  self->authorize_url = g_strdup (foyer_json_object_text (json, "authorization_endpoint"));
  self->token_url = g_strdup (foyer_json_object_text (json, "token_endpoint"));
  if (!check_is_own (reply, foyer_json_object_text (json, "issuer"), address, error)
      || !check_is_own (reply, self->authorize_url, address, error)
      || !check_is_own (reply, self->token_url, address, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* RFC 6749 §5.2. A server that does not know our kind of question is another product; any other refusal is about the code. */
static void
set_refusal (GError **error, const FoyerTransportReply *reply)
{
  g_autofree char *problem = foyer_token_grant_read_problem (reply->body);

  if (g_strcmp0 (problem, "unsupported_grant_type") == 0)
    set_error (error, FOYER_SIGN_IN_ERROR_NOT_FOYER, reply, "the server does not know this way to sign in");
  else
    g_set_error (error, FOYER_SIGN_IN_ERROR, FOYER_SIGN_IN_ERROR_REFUSED,
                 "The server refuses the sign-in, status %u: %s", reply->status,
                 problem == NULL ? "it does not say why" : problem);
}

FoyerCredential *
foyer_sign_in_answer_read_tokens (const FoyerTransportReply *reply, GError **error)
{
  g_autoptr (GError) own = NULL;
  FoyerCredential *credential;

  if (reply == NULL)
    return NULL;
  if (reply->status == 400 || reply->status == 401 || reply->status == 403) {
    set_refusal (error, reply);
    return NULL;
  }
  if (reply->status != 200) {
    set_status_error (error, reply);
    return NULL;
  }
  if (!check_is_json (reply, error))
    return NULL;
  credential = foyer_token_grant_read (reply->body, NULL, &own);
  if (credential == NULL)
    set_error (error, FOYER_SIGN_IN_ERROR_NOT_FOYER, reply, own->message);
  return credential;
}

FoyerJmapSession *
foyer_sign_in_answer_read_session (const FoyerTransportReply *reply, const char *address, GError **error)
{
  g_autoptr (FoyerJmapSession) session = NULL;
  g_autoptr (GError) own = NULL;
  const char *text;
  gsize length;

  if (reply == NULL)
    return NULL;
  if (reply->status == 401 || reply->status == 403) {
    set_refusal (error, reply);
    return NULL;
  }
  if (reply->status != 200) {
    set_status_error (error, reply);
    return NULL;
  }
  if (!check_is_json (reply, error))
    return NULL;
  text = g_bytes_get_data (reply->body, &length);
  session = foyer_jmap_session_parse (text == NULL ? "" : text, length, reply->url, &own);
  if (session == NULL) {
    set_error (error, FOYER_SIGN_IN_ERROR_NOT_FOYER, reply, own->message);
    return NULL;
  }
  if (!session->staff) {
    set_error (error, FOYER_SIGN_IN_ERROR_NOT_FOYER, reply, "this server knows nothing of Foyer");
    return NULL;
  }
  return check_is_own (reply, session->api_url, address, error) ? g_steal_pointer (&session) : NULL;
}
