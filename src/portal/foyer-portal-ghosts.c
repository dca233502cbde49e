/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-ghosts.c - what would stand on a page and is hidden, for staff */

#include "foyer-portal-ghosts.h"

#include "foyer-hidden.h"
#include "foyer-record-words.h"

#include "types/contract.h"
#include "types/document.h"
#include "types/equipment.h"
#include "types/invoice.h"
#include "types/payment.h"
#include "types/photo.h"
#include "types/plan.h"
#include "types/proof_pack.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/visit.h"

#define VERSION 1

/* So many ghosts of one type a page has at most. */
#define MOST 50
#define MOST_TYPES 8

/* What stands on which page: with a field, what hangs on the record that the page is about, else what the client has. */
static const struct {
  FoyerPageKind page;
  const char *field;
  const FoyerRecordType *types[MOST_TYPES];
} pages[] = {
  { FOYER_PAGE_HOME,
    NULL,
    { &foyer_visit_type, &foyer_invoice_type, &foyer_quote_type, &foyer_plan_type, &foyer_document_type,
      &foyer_photo_type, &foyer_proof_pack_type } },
  { FOYER_PAGE_VISITS, NULL, { &foyer_visit_type } },
  { FOYER_PAGE_VISIT, "visitId", { &foyer_photo_type, &foyer_proof_pack_type, &foyer_invoice_type } },
  { FOYER_PAGE_QUOTES, NULL, { &foyer_quote_type } },
  { FOYER_PAGE_QUOTE, "quoteId", { &foyer_invoice_type } },
  { FOYER_PAGE_INVOICES, NULL, { &foyer_invoice_type } },
  { FOYER_PAGE_INVOICE, "invoiceId", { &foyer_payment_type } },
  { FOYER_PAGE_STATEMENT, NULL, { &foyer_invoice_type, &foyer_payment_type } },
  { FOYER_PAGE_PAYMENTS, NULL, { &foyer_payment_type } },
  { FOYER_PAGE_PROPERTIES, NULL, { &foyer_property_type } },
  { FOYER_PAGE_PROPERTY, "propertyId", { &foyer_visit_type, &foyer_equipment_type } },
  { FOYER_PAGE_PLANS, NULL, { &foyer_plan_type, &foyer_contract_type } },
  { FOYER_PAGE_PLAN, "planId", { &foyer_visit_type, &foyer_invoice_type } },
  { FOYER_PAGE_DOCUMENTS, NULL, { &foyer_document_type } },
  { FOYER_PAGE_EQUIPMENT, NULL, { &foyer_equipment_type } },
  { FOYER_PAGE_MACHINE, "equipmentId", { &foyer_photo_type } },
  { FOYER_PAGE_MACHINE, "aboutId", { &foyer_document_type } },
};

static const char *const verdicts[] = {
  [FOYER_VERDICT_PASS] = "pass",       [FOYER_VERDICT_INFO] = "info",   [FOYER_VERDICT_WARN] = "warn",
  [FOYER_VERDICT_UNKNOWN] = "unknown", [FOYER_VERDICT_BLOCK] = "block",
};

static void
set_text_if (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonArray *
make_records (const FoyerHiddenGroup *group)
{
  JsonArray *records = json_array_new ();

  for (guint i = 0; i < group->parts->len; i++) {
    const FoyerHiddenPart *part = group->parts->pdata[i];

    for (guint k = 0; k < part->records->len; k++) {
      JsonObject *record = json_object_new ();
      const char *name = foyer_record_own_name (part->records->pdata[k]);

      json_object_set_string_member (record, "type", part->type->name);
      json_object_set_string_member (record, "id", foyer_record_get_id (part->records->pdata[k]));
      if (name != NULL)
        json_object_set_string_member (record, "label", name);
      json_array_add_object_element (records, record);
    }
  }
  return records;
}

static JsonObject *
make_group (const FoyerHiddenGroup *group)
{
  const FoyerFinding *finding = group->finding;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "rule", finding->rule);
  json_object_set_string_member (object, "verdict", verdicts[finding->verdict]);
  json_object_set_string_member (object, "sentence", finding->sentence);
  set_text_if (object, "say", finding->client_sentence);
  set_text_if (object, "evidence", finding->evidence);
  set_text_if (object, "fix", finding->fix);
  if (finding->remedy != NULL)
    json_object_set_object_member (object, "remedy", foyer_remedy_to_json (finding->remedy));
  json_object_set_string_member (object, "words", group->words);
  json_object_set_int_member (object, "count", group->count);
  json_object_set_array_member (object, "records", make_records (group));
  return object;
}

static gboolean
add_groups (JsonArray *list,
            const FoyerDiagnosisCase *the_case,
            const FoyerHiddenScope *scope,
            GError **error)
{
  g_autoptr (GPtrArray) groups = foyer_hidden_list (the_case, scope, error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    json_array_add_object_element (list, make_group (groups->pdata[i]));
  return groups != NULL;
}

JsonObject *
foyer_portal_ghosts (const FoyerDiagnosisCase *the_case,
                     FoyerPageKind page,
                     const char *record_id,
                     GError **error)
{
  g_autoptr (JsonObject) overlay = json_object_new ();
  JsonArray *list = json_array_new ();

  json_object_set_int_member (overlay, "version", VERSION);
  json_object_set_array_member (overlay, "groups", list);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    FoyerHiddenScope scope
        = { .types = pages[i].types, .field = pages[i].field, .id = record_id, .most = MOST };

    if (pages[i].page != page || (pages[i].field != NULL && record_id == NULL))
      continue;
    if (!add_groups (list, the_case, &scope, error))
      return NULL;
  }
  return g_steal_pointer (&overlay);
}

/* --- What is shown --- */

static void gather (JsonNode *node, GHashTable *ids);

static void
gather_member (JsonObject *object, const char *name, JsonNode *node, gpointer user_data)
{
  gather (node, user_data);
}

static void
gather_element (JsonArray *array, guint index, JsonNode *node, gpointer user_data)
{
  gather (node, user_data);
}

static void
gather (JsonNode *node, GHashTable *ids)
{
  const char *text;

  if (JSON_NODE_HOLDS_OBJECT (node)) {
    json_object_foreach_member (json_node_get_object (node), gather_member, ids);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    json_array_foreach_element (json_node_get_array (node), gather_element, ids);
  } else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
    text = json_node_get_string (node);
    if (foyer_record_type_of_id (text) != NULL)
      g_hash_table_add (ids, g_strdup (text));
  }
}

char **
foyer_portal_ghosts_list_shown (JsonObject *view)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  json_object_foreach_member (view, gather_member, ids);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (list, id);
  return g_strv_builder_end (list);
}
