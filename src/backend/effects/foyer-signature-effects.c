/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-signature-effects.c - a signature takes its place at the end of the chain */

#include "effects/foyer-signature-effects.h"

#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-signature-chain.h"
#include "types/signature.h"

#define SALT_BYTES 16

static void
set_text_if (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (json, name, text);
}

static JsonObject *
make (FoyerTransaction *transaction, const FoyerSigning *signing)
{
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_signature_type);
  g_autofree char *content_hash = foyer_json_hash (signing->paper);
  g_autofree char *now = foyer_utc_format (transaction->now);
  JsonObject *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", signing->client_id);
  set_text_if (json, "personId", signing->person_id);
  set_text_if (json, "linkId", signing->link_id);
  set_text_if (json, "sessionId", signing->session_id);
  json_object_set_string_member (json, "subjectId", signing->subject_id);
  json_object_set_string_member (json, "contentHash", content_hash);
  json_object_set_string_member (json, "name", signing->name);
  set_text_if (json, "email", signing->email);
  json_object_set_string_member (json, "consent", signing->consent);
  json_object_set_string_member (json, "signedAt", now);
  set_text_if (json, "address", signing->address);
  set_text_if (json, "agent", signing->agent);
  if (signing->code_address != NULL) {
    json_object_set_string_member (json, "secondCheck", "code");
    json_object_set_string_member (json, "codeAddress", signing->code_address);
  }
  foyer_record_type_fill_defaults (&foyer_signature_type, json);
  return json;
}

/* What is personal stands in the chain by its hash alone, so that it can be taken out of the record one day. */
static void
set_personal_hash (FoyerTransaction *transaction, JsonObject *json)
{
  g_autofree char *salt = foyer_random_token (transaction->random, SALT_BYTES);
  g_autofree char *hash = NULL;

  json_object_set_string_member (json, "salt", salt);
  hash = foyer_signature_personal_hash (json);
  json_object_set_string_member (json, "personalHash", hash);
}

gboolean
foyer_signature_write (FoyerTransaction *transaction, const FoyerSigning *signing, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) last = foyer_signature_last (transaction->source, &failure);
  g_autoptr (JsonObject) json = NULL;
  g_autoptr (FoyerRecord) stored = NULL;
  g_autofree char *hash = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  json = make (transaction, signing);
  set_personal_hash (transaction, json);
  json_object_set_int_member (json, "sequence", last == NULL ? 1 : foyer_signature_get_sequence (last) + 1);
  if (last != NULL)
    json_object_set_string_member (json, "previousHash", foyer_signature_get_hash (last));
  hash = foyer_signature_hash (json);
  json_object_set_string_member (json, "hash", hash);
  stored = foyer_transaction_put (transaction, &foyer_signature_type, json, error);
  return stored != NULL
         && foyer_audit_write (transaction, &foyer_signature_type, "sign", "sign", NULL, json, error);
}
