/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-digest.c - Sync/digest: a sum over all records of a type, by which a console notices that it has drifted */

#include "methods/foyer-methods.h"

#include "foyer-json.h"
#include "foyer-record-digest.h"

static gboolean
add_digest (FoyerMethodContext *context, const FoyerRecordType *type, JsonObject *digests, GError **error)
{
  FoyerTransaction *transaction = context->transaction;
  g_autofree char *state = foyer_transaction_get_state (transaction, type, error);
  g_autofree char *digest = NULL;
  JsonObject *entry;

  if (state == NULL)
    return FALSE;
  digest = foyer_record_digest (transaction->database, transaction->organisation, type, error);
  if (digest == NULL)
    return FALSE;
  entry = json_object_new ();
  json_object_set_string_member (entry, "state", state);
  json_object_set_string_member (entry, "digest", digest);
  json_object_set_object_member (digests, type->name, entry);
  return TRUE;
}

JsonObject *
foyer_method_digest (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  JsonArray *names = foyer_json_object_array (arguments, "types");
  JsonObject *digests = json_object_new ();
  g_autoptr (GError) failure = NULL;

  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_object_member (answer, "digests", digests);
  if (names == NULL)
    return foyer_method_refuse (error, "invalidArguments", "types must be a list of type names");
  for (guint i = 0; i < json_array_get_length (names); i++) {
    const char *name = foyer_json_node_text (json_array_get_element (names, i));
    const FoyerRecordType *type = name == NULL ? NULL : foyer_record_type_by_name (name);

    if (type == NULL)
      return foyer_method_refuse (error, "invalidArguments", "types names something that is no record type");
    if (!add_digest (context, type, digests, &failure))
      return foyer_method_fail (error, failure);
  }
  return g_steal_pointer (&answer);
}
