/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-hidden.c - what is hidden from this person, and by what */

#include "foyer-hidden.h"

#include "foyer-diagnosis-run.h"
#include "foyer-hidden-group.h"

#include "foyer-sentence.h"

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

#include <string.h>

#define DEFAULT_MOST 5

/* What a client has, the complaint that is about it, and by what the newest come first. */
static const struct {
  const FoyerRecordType *type;
  FoyerDiagnosisChain chain;
  const char *order;
} kinds[] = {
  { &foyer_visit_type, FOYER_DIAGNOSIS_NO_VISITS, "start" },
  { &foyer_photo_type, FOYER_DIAGNOSIS_NO_PHOTOS, "takenAt" },
  { &foyer_proof_pack_type, FOYER_DIAGNOSIS_NO_PROOF, "publishedAt" },
  { &foyer_invoice_type, FOYER_DIAGNOSIS_NO_INVOICES, "issuedOn" },
  { &foyer_payment_type, FOYER_DIAGNOSIS_NO_INVOICES, "paidAt" },
  { &foyer_quote_type, FOYER_DIAGNOSIS_NO_QUOTES, "sentAt" },
  { &foyer_document_type, FOYER_DIAGNOSIS_NO_DOCUMENTS, "position" },
  { &foyer_plan_type, FOYER_DIAGNOSIS_NO_PLANS, "renewOn" },
  { &foyer_contract_type, FOYER_DIAGNOSIS_NO_CONTRACTS, "endOn" },
  { &foyer_equipment_type, FOYER_DIAGNOSIS_NO_VISITS, "propertyId" },
  { &foyer_property_type, FOYER_DIAGNOSIS_NO_VISITS, "name" },
};

/* The layers of X12 that hide whole kinds. */
static const char *const layers[] = { "D01", "D02", "D03", "D11", "D15", "D22", "D23", "D24", "D25" };

/* One look through a client's records. */
typedef struct {
  FoyerDiagnosisCase everything; /* the case, about nothing in particular */
  const FoyerHiddenScope *scope;
  FoyerDiagnosisRun *run;
  guint most;
  GHashTable *by_rule; /* of the kind that is looked through: rule to its group */
  GHashTable *alone;   /* groups whose records no rule of the diagnosis judges together */
  GPtrArray *groups;
} Look;

static void
add_record (Look *look, FoyerHiddenPart *part, FoyerRecord *record)
{
  if (part->records->len < look->most)
    g_ptr_array_add (part->records, g_object_ref (record));
}

static FoyerQuery *
make_query (Look *look, guint kind)
{
  FoyerQuery *query = foyer_query_new (kinds[kind].type);

  if (look->scope != NULL && look->scope->field != NULL)
    foyer_query_where_text (query, look->scope->field, look->scope->id);
  else
    foyer_query_where_text (query, "clientId", look->run->reader.client_id);
  return query;
}

static gboolean
list_newest (Look *look, guint kind, guint limit, GPtrArray **records, GError **error)
{
  g_autoptr (FoyerQuery) query = make_query (look, kind);

  foyer_query_order (query, kinds[kind].order, TRUE);
  foyer_query_limit (query, limit);
  *records = foyer_record_source_list (look->run->source, query, error);
  return *records != NULL;
}

/* All of a kind, because a layer before it is shut. */
static gboolean
add_kind (Look *look, guint kind, FoyerFinding *finding, GError **error)
{
  g_autoptr (FoyerFinding) owned = finding;
  g_autoptr (FoyerQuery) query = make_query (look, kind);
  g_autoptr (GPtrArray) records = NULL;
  gint64 count = foyer_record_source_count (look->run->source, query, error);
  FoyerHiddenPart *part;
  FoyerHiddenGroup *group;

  if (count <= 0)
    return count == 0;
  if (!list_newest (look, kind, look->most, &records, error))
    return FALSE;
  group = foyer_hidden_groups_open (look->groups, g_steal_pointer (&owned));
  part = foyer_hidden_group_open_part (group, kinds[kind].type);
  part->count += count;
  group->count += count;
  for (guint i = 0; i < records->len; i++)
    add_record (look, part, records->pdata[i]);
  return TRUE;
}

/* --- Single records --- */

/* What can be done about one record, where the diagnosis has no row for it. */
static FoyerRemedy *
make_remedy (Look *look, FoyerRecord *record)
{
  FoyerRemedy *remedy;

  if (foyer_record_get_record_type (record) == &foyer_document_type
      && !FOYER_HAS (record, document, archived_at)) {
    remedy = foyer_diagnosis_remedy (FOYER_REMEDY_RELEASE, record,
                                     foyer_plain_sentence (look->run->language, "Show it to the client"));
    foyer_remedy_patch_text (remedy, "shownTo", "all");
    return remedy;
  }
  if (foyer_record_get_record_type (record) == &foyer_property_type && look->run->property_ids != NULL) {
    remedy = foyer_diagnosis_remedy (FOYER_REMEDY_ADD_SITE, look->everything.person,
                                     foyer_plain_sentence (look->run->language, "Add the site"));
    foyer_remedy_patch_texts (remedy, "propertyIds", look->run->property_ids, foyer_record_get_id (record));
    foyer_remedy_set_value (remedy, foyer_record_get_id (record));
    return remedy;
  }
  return foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, record,
                                 foyer_plain_sentence (look->run->language, "Open the record"));
}

static FoyerFinding *
judge_alone (Look *look, FoyerRecord *record, FoyerRecord *visit)
{
  FoyerFinding *finding
      = foyer_record_visibility_check (record, visit, &look->run->reader, look->run->language);

  foyer_finding_take_remedy (finding, make_remedy (look, record));
  return finding;
}

/* These have no complaint of their own. */
static gboolean
is_on_the_way (guint kind)
{
  return kinds[kind].type == &foyer_payment_type || kinds[kind].type == &foyer_equipment_type
         || kinds[kind].type == &foyer_property_type;
}

/* What the diagnosis says of the records that @rule hides, NULL if it has no row for these. */
static gboolean
judge_together (Look *look, guint kind, const char *rule, FoyerFinding **finding, GError **error)
{
  *finding = NULL;
  if (is_on_the_way (kind))
    return TRUE;
  return foyer_diagnosis_ask_rules (&look->everything, kinds[kind].chain, &rule, 1, finding, error);
}

/* A group that @rule has already: what has no complaint of its own is mended with it. */
static FoyerHiddenGroup *
find_company (Look *look, guint kind, const char *rule)
{
  for (guint i = 0; is_on_the_way (kind) && i < look->groups->len; i++) {
    FoyerHiddenGroup *group = look->groups->pdata[i];

    if (strcmp (group->finding->rule, rule) == 0)
      return group;
  }
  return NULL;
}

/* The group of the records of one kind that @rule hides. */
static gboolean
find_group (Look *look,
            guint kind,
            const char *rule,
            FoyerRecord *record,
            FoyerRecord *visit,
            FoyerHiddenGroup **group,
            GError **error)
{
  FoyerFinding *finding;

  *group = g_hash_table_lookup (look->by_rule, rule);
  if (*group != NULL) {
    FoyerRemedy *remedy = (*group)->finding->remedy;

    /* What was judged alone so far is judged with this one, too. */
    if (g_hash_table_contains (look->alone, *group) && remedy->type == kinds[kind].type)
      foyer_remedy_add_record (remedy, remedy->type, foyer_record_get_id (record));
    return TRUE;
  }
  if (!judge_together (look, kind, rule, &finding, error))
    return FALSE;
  *group = find_company (look, kind, rule);
  if (*group != NULL) {
    g_hash_table_insert (look->by_rule, (gpointer) rule, *group);
    return TRUE;
  }
  if (finding != NULL) {
    *group = foyer_hidden_groups_open (look->groups, finding);
  } else {
    *group = foyer_hidden_groups_open (look->groups, judge_alone (look, record, visit));
    g_hash_table_add (look->alone, *group);
  }
  g_hash_table_insert (look->by_rule, (gpointer) rule, *group);
  return TRUE;
}

static gboolean
look_at (Look *look, guint kind, FoyerRecord *record, gboolean is_more, GError **error)
{
  g_autoptr (FoyerRecord) visit = NULL;
  FoyerHiddenGroup *group;
  FoyerHiddenPart *part;
  const char *rule;

  if (kinds[kind].type == &foyer_photo_type
      && !foyer_record_source_look_up (look->run->source, &foyer_visit_type,
                                       foyer_photo_get_visit_id (record), &visit, error))
    return FALSE;
  rule = foyer_record_hidden_by (record, visit, &look->run->reader);
  if (rule == NULL)
    return TRUE;
  if (strcmp (rule, "D29") == 0 && !foyer_diagnosis_find_site_rule (look->run, record, &rule, error))
    return FALSE;
  if (!find_group (look, kind, rule, record, visit, &group, error))
    return FALSE;
  part = foyer_hidden_group_open_part (group, kinds[kind].type);
  part->count++;
  part->is_more = is_more;
  group->count++;
  add_record (look, part, record);
  return TRUE;
}

static gboolean
look_through (Look *look, guint kind, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_hash_table_remove_all (look->by_rule);
  if (!list_newest (look, kind, FOYER_HIDDEN_LIMIT, &records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++) {
    if (!look_at (look, kind, records->pdata[i], records->len == FOYER_HIDDEN_LIMIT, error))
      return FALSE;
  }
  return TRUE;
}

/* --- What hangs elsewhere --- */

/* D27: visits that are filed under a duplicate of this client. */
static gboolean
add_strays (Look *look, guint kind, GError **error)
{
  FoyerFinding *finding;
  FoyerHiddenGroup *group;
  FoyerHiddenPart *part;

  if (kinds[kind].type != &foyer_visit_type || (look->scope != NULL && look->scope->field != NULL))
    return TRUE;
  if (!judge_together (look, kind, "D27", &finding, error))
    return FALSE;
  if (finding == NULL)
    return TRUE;
  group = foyer_hidden_groups_open (look->groups, finding);
  part = foyer_hidden_group_open_part (group, kinds[kind].type);
  part->count = g_strv_length (finding->remedy->ids);
  part->is_more = part->count == FOYER_DIAGNOSIS_LIMIT;
  group->count += part->count;
  for (guint i = 0; i < part->count && i < look->most; i++) {
    g_autoptr (FoyerRecord) record = NULL;

    if (!foyer_record_source_look_up (look->run->source, part->type, finding->remedy->ids[i], &record, error))
      return FALSE;
    if (record != NULL)
      add_record (look, part, record);
  }
  return TRUE;
}

/* --- Everything --- */

static gboolean
is_wanted (Look *look, guint kind)
{
  const FoyerHiddenScope *scope = look->scope;

  if (scope == NULL)
    return TRUE;
  if (scope->field != NULL && foyer_record_type_field (kinds[kind].type, scope->field) == NULL)
    return FALSE;
  for (guint i = 0; scope->types != NULL && scope->types[i] != NULL; i++) {
    if (scope->types[i] == kinds[kind].type)
      return TRUE;
  }
  return scope->types == NULL;
}

static gboolean
look_at_kind (Look *look, guint kind, GError **error)
{
  FoyerFinding *finding;

  if (!foyer_diagnosis_ask_rules (&look->everything, kinds[kind].chain, layers, G_N_ELEMENTS (layers),
                                  &finding, error))
    return FALSE;
  if (finding != NULL)
    return add_kind (look, kind, finding, error);
  return look_through (look, kind, error) && add_strays (look, kind, error);
}

/* Nobody can say what is hidden from a client whose records are not here. */
static gboolean
look_nowhere (Look *look, GError **error)
{
  FoyerFinding *finding;

  if (!foyer_diagnosis_ask_rules (&look->everything, FOYER_DIAGNOSIS_SEES_NOTHING, layers,
                                  G_N_ELEMENTS (layers), &finding, error))
    return FALSE;
  if (finding != NULL)
    foyer_hidden_groups_open (look->groups, finding);
  foyer_hidden_groups_finish (look->groups, look->run->language);
  return TRUE;
}

static gboolean
look_everywhere (Look *look, GError **error)
{
  if (look->everything.client == NULL || look->everything.data_at == 0)
    return look_nowhere (look, error);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
    if (is_wanted (look, kind) && !look_at_kind (look, kind, error))
      return FALSE;
  }
  foyer_hidden_groups_finish (look->groups, look->run->language);
  return TRUE;
}

GPtrArray *
foyer_hidden_list (const FoyerDiagnosisCase *the_case, const FoyerHiddenScope *scope, GError **error)
{
  FoyerDiagnosisRun run = { 0 };
  g_autoptr (GHashTable) by_rule = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) alone = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) groups = foyer_hidden_groups_new ();
  Look look = { .everything = *the_case,
                .scope = scope,
                .run = &run,
                .most = scope == NULL || scope->most == 0 ? DEFAULT_MOST : scope->most,
                .by_rule = by_rule,
                .alone = alone,
                .groups = groups };
  gboolean is_read = foyer_diagnosis_run_open (&run, the_case, FOYER_DIAGNOSIS_SEES_NOTHING, error);

  look.everything.about = NULL;
  is_read = is_read && look_everywhere (&look, error);
  foyer_diagnosis_run_clear (&run);
  return is_read ? g_steal_pointer (&groups) : NULL;
}
