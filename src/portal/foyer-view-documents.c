/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-documents.c - the company's documents and those of this client */

#include "foyer-view-context.h"

#include "foyer-blob-id.h"
#include "types/document.h"

#define FIELD(column) foyer_document_field_##column

gboolean
foyer_view_sees_documents (FoyerViewContext *context)
{
  return foyer_portal_access_has_scope (context->access, FOYER_SCOPE_DOCUMENTS);
}

JsonObject *
foyer_view_make_document (FoyerViewContext *context, FoyerRecord *document, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (document));
  FOYER_VIEW_COPY (object, document, FIELD (title), FIELD (kind), FIELD (file_name), FIELD (size),
                   FIELD (valid_until), FIELD (needs_signature));
  foyer_view_set_true_if (object, "own", FOYER_HAS (document, document, client_id));
  foyer_view_set_true_if (object, "hasFile", FOYER_HAS (document, document, blob_id));
  if (foyer_document_get_needs_signature (document))
    foyer_view_set_signature (object, context, foyer_record_get_id (document), is_whole);
  if (is_whole) {
    g_autofree char *checksum = foyer_blob_id_checksum (foyer_document_get_blob_id (document));

    foyer_view_set_text_if (object, "checksum", checksum);
    foyer_view_set_document_acts (object, context, document);
  }
  return object;
}

/* Company documents have no client, so they are found by whom they are shown to. */
static void
add_company_documents (JsonArray *list, FoyerViewContext *context, FoyerDocumentShownTo shown_to)
{
  FoyerQuery *query = foyer_query_new (&foyer_document_type);
  g_autoptr (GPtrArray) documents = NULL;

  foyer_query_where_number (query, "shownTo", FOYER_COMPARE_EQUAL, (gint64) shown_to);
  foyer_query_order (query, "position", FALSE);
  foyer_query_limit (query, FOYER_VIEW_LIMIT);
  documents = foyer_view_context_list (context, query);
  for (guint i = 0; i < documents->len; i++) {
    FoyerRecord *document = g_ptr_array_index (documents, i);

    if (!FOYER_HAS (document, document, client_id) && foyer_view_shows (context, document))
      json_array_add_object_element (list, foyer_view_make_document (context, document, FALSE));
  }
}

void
foyer_view_add_documents (JsonObject *view, FoyerViewContext *context)
{
  JsonArray *list;

  if (!foyer_view_sees_documents (context))
    return;

  list = json_array_new ();
  foyer_view_list (list, context,
                   foyer_view_query (&foyer_document_type, "clientId", context->viewer->client_id,
                                     "position"),
                   foyer_view_make_document);
  add_company_documents (list, context, FOYER_DOCUMENT_SHOWN_TO_ALL);
  add_company_documents (list, context, FOYER_DOCUMENT_SHOWN_TO_SOME);
  json_object_set_array_member (view, "documents", list);
}
