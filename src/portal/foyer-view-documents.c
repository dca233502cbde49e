/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-documents.c - the company's documents and those of this client */

#include "foyer-view-list.h"

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

static FoyerQuery *
query_documents (const char *client_id)
{
  FoyerQuery *query = foyer_query_new (&foyer_document_type);

  foyer_query_where_text (query, "clientId", client_id);
  foyer_query_order (query, "position", FALSE);
  return query;
}

/* Company documents have no client, so they are found by whom they are shown to. */
static FoyerQuery *
query_company_documents (FoyerDocumentShownTo shown_to)
{
  FoyerQuery *query = query_documents (NULL);

  foyer_query_where_number (query, "shownTo", FOYER_COMPARE_EQUAL, (gint64) shown_to);
  return query;
}

void
foyer_view_add_documents (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "documents", FOYER_VIEW_LIMIT, .make = foyer_view_make_document, .part = FOYER_VIEW_DOCUMENTS };
  g_autoptr (FoyerQuery) own = NULL;
  g_autoptr (FoyerQuery) all = NULL;
  g_autoptr (FoyerQuery) some = NULL;

  if (!foyer_view_sees_documents (context))
    return;

  own = query_documents (context->viewer->client_id);
  all = query_company_documents (FOYER_DOCUMENT_SHOWN_TO_ALL);
  some = query_company_documents (FOYER_DOCUMENT_SHOWN_TO_SOME);
  foyer_view_add_page (view, context, &list, (FoyerQuery *[]){ own, all, some }, 3);
}
