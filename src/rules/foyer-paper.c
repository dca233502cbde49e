/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-paper.c - what is signed, made from the records that say it */

#include "foyer-paper.h"

#include "foyer-json.h"

static const char *const quote_members[] = { "clientId", "propertyId", "number", "title", NULL };
static const char *const version_members[]
    = { "version", "intro", "lines", "subtotal", "taxRate", "tax", "total", "deposit", "terms", NULL };
static const char *const document_members[]
    = { "clientId", "title", "fileName", "mediaType", "size", "blobId", NULL };

static JsonObject *
begin (const char *kind, const char *id_member, JsonObject *record)
{
  JsonObject *paper = json_object_new ();

  json_object_set_string_member (paper, "paper", kind);
  json_object_set_string_member (paper, id_member, foyer_json_object_text (record, "id"));
  return paper;
}

static void
copy_members (JsonObject *paper, JsonObject *record, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++) {
    JsonNode *value = json_object_get_member (record, names[i]);

    if (value != NULL && !JSON_NODE_HOLDS_NULL (value))
      json_object_set_member (paper, names[i], json_node_copy (value));
  }
}

JsonObject *
foyer_quote_paper (JsonObject *quote, JsonObject *version)
{
  JsonObject *paper = begin ("quote", "quoteId", quote);

  copy_members (paper, quote, quote_members);
  copy_members (paper, version, version_members);
  return paper;
}

JsonObject *
foyer_document_paper (JsonObject *document)
{
  JsonObject *paper = begin ("document", "documentId", document);

  copy_members (paper, document, document_members);
  return paper;
}

gboolean
foyer_document_changes_paper (JsonObject *before, JsonObject *after)
{
  g_autoptr (JsonObject) old = foyer_document_paper (before);
  g_autoptr (JsonObject) new = foyer_document_paper (after);
  g_autofree char *old_hash = foyer_json_hash (old);
  g_autofree char *new_hash = foyer_json_hash (new);

  return !g_str_equal (old_hash, new_hash);
}
