/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-document-effects.c - a signed document stays as it was signed; of others no version is ever lost */

#include "effects/foyer-effects.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-paper.h"
#include "methods/foyer-set-error.h"
#include "types/document.h"
#include "types/signature.h"

#define MOST_VERSIONS 200

static gboolean
has_signature (FoyerTransaction *transaction, JsonObject *document, gboolean *has, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_signature_type);
  g_autoptr (GPtrArray) signatures = NULL;

  foyer_query_where_text (query, "subjectId", foyer_json_object_text (document, "id"));
  foyer_query_limit (query, 1);
  signatures = foyer_record_source_list (transaction->source, query, error);
  *has = signatures != NULL && signatures->len > 0;
  return signatures != NULL;
}

static void
copy_member (JsonObject *from, JsonObject *to, const char *name)
{
  JsonNode *value = json_object_get_member (from, name);

  if (value != NULL)
    json_object_set_member (to, name, json_node_copy (value));
}

/* The file that was there until now. */
static void
keep_version (FoyerTransaction *transaction, JsonObject *before, JsonObject *after)
{
  JsonArray *old = foyer_json_object_array (before, "versions");
  guint length = old == NULL ? 0 : json_array_get_length (old);
  g_autofree char *now = foyer_utc_format (transaction->now);
  JsonArray *versions = json_array_new ();
  JsonObject *version = json_object_new ();

  for (guint i = length < MOST_VERSIONS ? 0 : length - MOST_VERSIONS + 1; i < length; i++)
    json_array_add_element (versions, json_node_copy (json_array_get_element (old, i)));
  copy_member (before, version, "blobId");
  copy_member (before, version, "fileName");
  copy_member (before, version, "mediaType");
  copy_member (before, version, "size");
  json_object_set_string_member (version, "at", now);
  if (transaction->actor_id != NULL)
    json_object_set_string_member (version, "by", transaction->actor_id);
  json_array_add_object_element (versions, version);
  json_object_set_array_member (after, "versions", versions);
}

gboolean
foyer_document_effects_apply (FoyerTransaction *transaction,
                              JsonObject *before,
                              JsonObject *after,
                              JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_signed = FALSE;

  if (before == NULL || !foyer_document_changes_paper (before, after))
    return TRUE;
  if (!has_signature (transaction, before, &is_signed, &failure))
    return foyer_effects_fail (error, failure);
  if (is_signed) {
    *error = foyer_set_error_new ("forbidden", "What was signed is never changed; add another document");
    return FALSE;
  }
  if (json_object_has_member (before, "blobId")
      && !foyer_json_equal (json_object_get_member (before, "blobId"),
                            json_object_get_member (after, "blobId")))
    keep_version (transaction, before, after);
  return TRUE;
}
