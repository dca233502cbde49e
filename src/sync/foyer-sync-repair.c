/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-repair.c - whether what is here is what the server has, and fetching it again where it is not */

#include "foyer-sync-repair.h"

#include "foyer-json.h"

#include <string.h>

#define CALL "d"

void
foyer_sync_add_digest (FoyerStoreWriter *writer, FoyerJmapRequest *jmap, const char *account_id)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  JsonObject *arguments = json_object_new ();
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < n_types; i++) {
    g_autofree char *state = foyer_store_writer_get_state (writer, types[i]);

    if (strcmp (state, "0") != 0)
      json_array_add_string_element (names, types[i]->name);
  }
  json_object_set_string_member (arguments, "accountId", account_id);
  json_object_set_array_member (arguments, "types", names);
  foyer_jmap_request_add (jmap, "Sync/digest", arguments, CALL);
}

/* Of two moments nothing can be said. */
static gboolean
has_drifted (FoyerStoreWriter *writer,
             const FoyerRecordType *type,
             JsonObject *there,
             gboolean *drifted,
             GError **error)
{
  g_autofree char *state = foyer_store_writer_get_state (writer, type);
  g_autofree char *digest = NULL;

  *drifted = FALSE;
  if (g_strcmp0 (foyer_json_object_text (there, "state"), state) != 0)
    return TRUE;
  digest = foyer_store_writer_digest (writer, type, error);
  if (digest == NULL)
    return FALSE;
  *drifted = g_strcmp0 (foyer_json_object_text (there, "digest"), digest) != 0;
  return TRUE;
}

GPtrArray *
foyer_sync_compare_digests (FoyerStoreWriter *writer, FoyerJmapResponse *response, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  FoyerJmapCall *call = foyer_jmap_response_find (response, CALL, "Sync/digest");
  JsonObject *digests = call == NULL ? NULL : foyer_json_object_object (call->arguments, "digests");
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; digests != NULL && i < n_types; i++) {
    JsonObject *there = foyer_json_object_object (digests, types[i]->name);
    gboolean drifted;

    if (there == NULL)
      continue;
    if (!has_drifted (writer, types[i], there, &drifted, error))
      return NULL;
    if (drifted)
      g_ptr_array_add (found, (gpointer) types[i]);
  }
  return g_steal_pointer (&found);
}

gpointer
foyer_sync_resync (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  GPtrArray *types = data;

  if (types == NULL) {
    foyer_store_writer_begin_resync (writer, NULL, error);
    return NULL;
  }
  for (guint i = 0; i < types->len; i++) {
    if (!foyer_store_writer_begin_resync (writer, types->pdata[i], error))
      return NULL;
  }
  return NULL;
}
