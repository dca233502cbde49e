/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-oauth-token.c - codes and refresh tokens become tokens, tokens end */

#include "oauth/foyer-oauth-token.h"

#include "accounts/foyer-devices.h"
#include "accounts/foyer-sign-in-codes.h"
#include "accounts/foyer-tokens.h"
#include "changes/foyer-transaction.h"
#include "http/foyer-form.h"
#include "oauth/foyer-oauth-request.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/device.h"

#include <string.h>

#define SCOPE "staff"

static FoyerHttpResponse *
answer_json (guint status, JsonObject *json)
{
  return foyer_http_response_new_text (status, "application/json", foyer_json_canonical_object (json));
}

static FoyerHttpResponse *
answer_problem (guint status, const char *problem, const char *description)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "error", problem);
  json_object_set_string_member (json, "error_description", description);
  return answer_json (status, json);
}

static FoyerHttpResponse *
answer_failure (const GError *error)
{
  if (error->domain == FOYER_ACCOUNTS_ERROR)
    return answer_problem (400, "invalid_grant", error->message);
  g_warning ("A token was not issued: %s", error->message);
  return answer_problem (500, "server_error", "The server has trouble of its own");
}

static FoyerHttpResponse *
answer_tokens (const FoyerTokens *tokens)
{
  g_autoptr (JsonObject) json = json_object_new ();

  json_object_set_string_member (json, "access_token", tokens->access_token);
  json_object_set_string_member (json, "token_type", "Bearer");
  json_object_set_int_member (json, "expires_in", tokens->expires_in);
  json_object_set_string_member (json, "refresh_token", tokens->refresh_token);
  json_object_set_string_member (json, "scope", SCOPE);
  return answer_json (200, json);
}

/* --- Devices: what staff see of the consoles that are signed in --- */

static FoyerTransaction *
begin_transaction (FoyerOauthContext *context, gint64 organisation, const char *staff_id)
{
  FoyerTransaction *transaction = foyer_transaction_new (context->database, context->clock, context->random,
                                                         organisation, FOYER_BY_STAFF, staff_id);

  transaction->now = context->now;
  return transaction;
}

/* Consoles are told of a device that comes or goes as of any other record. */
static gboolean
tell (FoyerOauthContext *context, FoyerTransaction *transaction, GError **error)
{
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation (context->database, transaction->organisation, error);

  if (account == NULL)
    return FALSE;
  g_clear_pointer (&context->changed, g_hash_table_unref);
  context->changed = g_hash_table_ref (transaction->changed);
  g_free (context->account_id);
  context->account_id = g_strdup (account->id);
  return TRUE;
}

static char *
register_device (FoyerOauthContext *context,
                 const FoyerSignInGrant *grant,
                 GHashTable *fields,
                 GError **error)
{
  g_autoptr (FoyerTransaction) transaction
      = begin_transaction (context, grant->organisation, grant->staff_id);
  g_autofree char *id = foyer_devices_register (transaction, grant->staff_id,
                                                g_hash_table_lookup (fields, "device_name"), error);

  return id != NULL && tell (context, transaction, error) ? g_steal_pointer (&id) : NULL;
}

static gboolean
mark_revoked (FoyerOauthContext *context, const FoyerTokenOwner *owner, GError **error)
{
  g_autoptr (FoyerTransaction) transaction
      = begin_transaction (context, owner->organisation, owner->staff_id);
  g_autoptr (FoyerRecord) device
      = foyer_record_source_get (transaction->source, &foyer_device_type, owner->device_id, NULL);
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *now = foyer_utc_format (context->now);

  if (device == NULL || foyer_device_get_status (device) == FOYER_DEVICE_REVOKED)
    return TRUE;
  json = foyer_record_to_json (device);
  json_object_set_string_member (json, "status", "revoked");
  json_object_set_string_member (json, "revokedAt", now);
  json_object_set_string_member (json, "revokedBy", owner->staff_id);
  stored = foyer_transaction_put (transaction, &foyer_device_type, json, error);
  return stored != NULL && tell (context, transaction, error);
}

/* --- Grants --- */

static FoyerSignInGrant *
use_authorization (FoyerOauthContext *context, GHashTable *fields, GError **error)
{
  return foyer_sign_in_codes_use_authorization (context->database, g_hash_table_lookup (fields, "code"),
                                                g_hash_table_lookup (fields, "code_verifier"),
                                                g_hash_table_lookup (fields, "redirect_uri"), context->now,
                                                error);
}

static FoyerSignInGrant *
use_code (FoyerOauthContext *context, GHashTable *fields, GError **error)
{
  const char *code = g_hash_table_lookup (fields, "code");
  g_autofree char *trimmed = code == NULL ? NULL : g_strstrip (g_strdup (code));

  return foyer_sign_in_codes_use (context->database, trimmed, context->now, error);
}

static FoyerHttpResponse *
answer_grant (FoyerOauthContext *context,
              GHashTable *fields,
              FoyerSignInGrant *(*use) (FoyerOauthContext *context, GHashTable *fields, GError **error))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerSignInGrant) grant = use (context, fields, &error);
  g_autoptr (FoyerRecord) staff = NULL;
  g_autofree char *device_id = NULL;
  g_autoptr (FoyerTokens) tokens = NULL;

  if (grant != NULL)
    staff = foyer_accounts_get_staff (context->database, grant->organisation, grant->staff_id, &error);
  if (staff != NULL)
    device_id = register_device (context, grant, fields, &error);
  if (device_id != NULL)
    tokens = foyer_tokens_issue (context->database, context->random, grant->organisation, grant->staff_id,
                                 device_id, context->now, &error);
  return tokens == NULL ? answer_failure (error) : answer_tokens (tokens);
}

static FoyerHttpResponse *
answer_refresh (FoyerOauthContext *context, GHashTable *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerTokenOwner) robbed = NULL;
  g_autoptr (FoyerTokens) tokens
      = foyer_tokens_refresh (context->database, context->random,
                              g_hash_table_lookup (fields, "refresh_token"), context->now, &robbed, &error);

  /* People see in the list of devices that this one was signed out. */
  if (robbed != NULL && !mark_revoked (context, robbed, &failure))
    return answer_failure (failure);
  return tokens == NULL ? answer_failure (error) : answer_tokens (tokens);
}

static gboolean
is_known_client (GHashTable *fields)
{
  const char *client = g_hash_table_lookup (fields, "client_id");

  return client == NULL || strcmp (client, FOYER_OAUTH_CLIENT) == 0;
}

FoyerHttpResponse *
foyer_oauth_token (FoyerOauthContext *context, const FoyerHttpRequest *request)
{
  g_autoptr (GHashTable) fields = foyer_form_read_body (request);
  const char *grant_type = fields == NULL ? NULL : g_hash_table_lookup (fields, "grant_type");

  if (grant_type == NULL)
    return answer_problem (400, "invalid_request", "A form with grant_type is needed");
  if (!is_known_client (fields))
    return answer_problem (400, "invalid_client", "There is no such client");
  if (strcmp (grant_type, "authorization_code") == 0)
    return answer_grant (context, fields, use_authorization);
  if (strcmp (grant_type, FOYER_OAUTH_GRANT_CODE) == 0)
    return answer_grant (context, fields, use_code);
  if (strcmp (grant_type, "refresh_token") == 0)
    return answer_refresh (context, fields);
  return answer_problem (400, "unsupported_grant_type", "That way to sign in is not known here");
}

FoyerHttpResponse *
foyer_oauth_revoke (FoyerOauthContext *context, const FoyerHttpRequest *request)
{
  g_autoptr (GHashTable) fields = foyer_form_read_body (request);
  const char *token = fields == NULL ? NULL : g_hash_table_lookup (fields, "token");
  g_autoptr (FoyerTokenOwner) owner = NULL;
  g_autoptr (GError) error = NULL;

  if (token == NULL)
    return answer_problem (400, "invalid_request", "A form with token is needed");
  if (!foyer_tokens_revoke (context->database, token, context->now, &owner, &error)
      || (owner != NULL && !mark_revoked (context, owner, &error)))
    return answer_failure (error);
  return foyer_http_response_new (200, NULL, NULL);
}
