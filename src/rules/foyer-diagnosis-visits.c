/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-visits.c - D26 to D29: is there anything, and does it hang where the person looks? */

#include "foyer-diagnosis-run.h"

#include "foyer-record-words.h"
#include "foyer-sentence.h"
#include "foyer-typo.h"

#include "types/client.h"
#include "types/invoice.h"
#include "types/portal_person.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/visit.h"

#include <string.h>

/* So many clients with names that begin alike are compared. */
#define MOST_NAMES 50
#define MOST_DUPLICATES 10
#define NAME_SLIPS 2

/* --- D26: there are visits --- */

static gint64
count_visits (FoyerDiagnosisRun *run, const char *client_id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_visit_type);

  foyer_query_where_text (query, "clientId", client_id);
  return foyer_record_source_count (run->source, query, error);
}

gboolean
foyer_diagnosis_check_visits (FoyerDiagnosisRun *run, GError **error)
{
  gint64 count = count_visits (run, run->reader.client_id, error);
  g_autofree char *things = NULL;

  if (count < 0)
    return FALSE;
  things = foyer_record_count_text (&foyer_visit_type, count, run->language);
  if (count > 0)
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{client} has {things}", "client",
                                               run->client_name, "things", things, NULL));
  else
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "There are no visits for {client}", "client",
                                          run->client_name, NULL),
                          NULL,
                          foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, run->the_case->client,
                                                  foyer_plain_sentence (run->language, "Open the client")));
  return TRUE;
}

/* --- D27: they belong to this account --- */

/* Where the name begins, for a look at its neighbours. */
static char *
find_beginning (const char *name)
{
  return g_utf8_substring (name, 0, MIN (4, g_utf8_strlen (name, -1)));
}

static gboolean
sounds_alike (const char *name, const char *other)
{
  g_autofree char *a = g_utf8_casefold (name, -1);
  g_autofree char *b = g_utf8_casefold (other, -1);

  return foyer_typo_distance (a, b, NAME_SLIPS) <= NAME_SLIPS;
}

static gboolean
add_clients (FoyerDiagnosisRun *run, GPtrArray *found, FoyerQuery *query, gboolean by_name, GError **error)
{
  g_autoptr (GPtrArray) clients = foyer_record_source_list (run->source, query, error);

  for (guint i = 0; clients != NULL && i < clients->len && found->len < MOST_DUPLICATES; i++) {
    FoyerRecord *client = clients->pdata[i];

    if (strcmp (foyer_record_get_id (client), run->reader.client_id) != 0
        && (!by_name || sounds_alike (run->client_name, foyer_client_get_name (client))))
      g_ptr_array_add (found, g_object_ref (client));
  }
  return clients != NULL;
}

/* Those who are surely the same: merged into this one, or with the same address. */
static gboolean
list_same (FoyerDiagnosisRun *run, GPtrArray *found, GError **error)
{
  g_autoptr (FoyerQuery) merged = foyer_query_new (&foyer_client_type);
  g_autoptr (FoyerQuery) mailed = foyer_query_new (&foyer_client_type);
  const char *email = foyer_client_get_email (run->the_case->client);

  foyer_query_where_text (merged, "mergedIntoId", run->reader.client_id);
  foyer_query_limit (merged, MOST_DUPLICATES);
  if (!add_clients (run, found, merged, FALSE, error))
    return FALSE;
  if (email == NULL)
    return TRUE;
  foyer_query_where_text (mailed, "email", email);
  foyer_query_limit (mailed, MOST_DUPLICATES);
  return add_clients (run, found, mailed, FALSE, error);
}

/* Those whose names are alike. */
static gboolean
list_alike (FoyerDiagnosisRun *run, GPtrArray *found, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_client_type);
  g_autofree char *beginning = find_beginning (run->client_name);

  foyer_query_order (query, "name", FALSE);
  foyer_query_after (query, 0, beginning, "");
  foyer_query_limit (query, MOST_NAMES);
  return add_clients (run, found, query, TRUE, error);
}

/* The first of them that has visits, which the remedy gives to this client. */
static gboolean
find_strays (FoyerDiagnosisRun *run,
             GPtrArray *clients,
             FoyerRecord **duplicate,
             FoyerRemedy **remedy,
             GError **error)
{
  for (guint i = 0; i < clients->len && *duplicate == NULL; i++) {
    g_autoptr (GPtrArray) visits
        = foyer_diagnosis_list (run, &foyer_visit_type, "clientId", foyer_record_get_id (clients->pdata[i]),
                                "start", error);

    if (visits == NULL)
      return FALSE;
    if (visits->len == 0)
      continue;
    *duplicate = g_object_ref (clients->pdata[i]);
    *remedy = foyer_remedy_new (FOYER_REMEDY_RELINK_CLIENT,
                                foyer_plain_sentence (run->language, "Give them to this client"));
    foyer_remedy_patch_text (*remedy, "clientId", run->reader.client_id);
    for (guint k = 0; k < visits->len; k++)
      foyer_remedy_add_record (*remedy, &foyer_visit_type, foyer_record_get_id (visits->pdata[k]));
    foyer_remedy_set_other (*remedy, foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, *duplicate,
                                                             foyer_plain_sentence (run->language,
                                                                                   "Open the other client")));
  }
  return TRUE;
}

gboolean
foyer_diagnosis_check_account (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FoyerRecord) duplicate = NULL;
  g_autofree char *things = NULL;
  FoyerRemedy *remedy = NULL;
  gboolean is_sure;

  if (!list_same (run, clients, error) || !find_strays (run, clients, &duplicate, &remedy, error))
    return FALSE;
  is_sure = duplicate != NULL;
  if (!is_sure
      && (!list_alike (run, clients, error) || !find_strays (run, clients, &duplicate, &remedy, error)))
    return FALSE;
  if (duplicate == NULL) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "No other client looks like this one"));
    return TRUE;
  }
  things = foyer_record_count_text (&foyer_visit_type, g_strv_length (remedy->ids), run->language);
  if (is_sure)
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "At “{other}”, a duplicate of this client: {things}",
                                          "other", foyer_client_get_name (duplicate), "things", things, NULL),
                          NULL, remedy);
  else
    foyer_diagnosis_warn (run,
                          foyer_sentence (run->language,
                                          "At “{other}”, perhaps a duplicate of this client: {things}",
                                          "other", foyer_client_get_name (duplicate), "things", things, NULL),
                          g_strdup (foyer_text (run->client_language, run->rule->say)), remedy);
  return TRUE;
}

/* --- D28 and D29: they hang at a site that the person sees --- */

static const FoyerRecordType *
find_type (FoyerDiagnosisChain chain, const char **order)
{
  switch (chain) {
  case FOYER_DIAGNOSIS_NO_INVOICES:
  case FOYER_DIAGNOSIS_CANNOT_PAY:
    *order = "issuedOn";
    return &foyer_invoice_type;
  case FOYER_DIAGNOSIS_NO_QUOTES:
  case FOYER_DIAGNOSIS_CANNOT_APPROVE:
    *order = "sentAt";
    return &foyer_quote_type;
  default:
    *order = "start";
    return &foyer_visit_type;
  }
}

static const char *
get_property (FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  const FoyerField *field = foyer_record_type_field (type, "propertyId");

  return foyer_record_get_text (record, type, (guint) (field - type->fields));
}

gboolean
foyer_diagnosis_find_site_rule (FoyerDiagnosisRun *run,
                                FoyerRecord *record,
                                const char **rule,
                                GError **error)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (FoyerRecord) property = NULL;

  *rule = "D29";
  /* What is about several sites is about those of its client. */
  if (foyer_record_type_field (type, "propertyId") == NULL)
    return TRUE;
  if (!foyer_record_source_look_up (run->source, &foyer_property_type, get_property (record), &property,
                                    error))
    return FALSE;
  if (property == NULL || strcmp (foyer_property_get_client_id (property), run->reader.client_id) != 0)
    *rule = "D28";
  return TRUE;
}

/* Those that only their site hides, as the rule that is asked says. */
static gboolean
list_by_site (FoyerDiagnosisRun *run, GPtrArray **hidden, GError **error)
{
  const char *order;
  const FoyerRecordType *type = find_type (run->chain, &order);
  g_autoptr (GPtrArray) subjects = NULL;

  *hidden = g_ptr_array_new_with_free_func (g_object_unref);
  if (run->reader.property_ids == NULL)
    return TRUE;
  subjects = foyer_diagnosis_subjects (run, type, order, error);
  for (guint i = 0; subjects != NULL && i < subjects->len; i++) {
    const char *rule = foyer_record_hidden_by (subjects->pdata[i], NULL, &run->reader);
    const char *site_rule;

    if (g_strcmp0 (rule, "D29") != 0)
      continue;
    if (!foyer_diagnosis_find_site_rule (run, subjects->pdata[i], &site_rule, error))
      return FALSE;
    if (strcmp (site_rule, run->rule->id) == 0)
      g_ptr_array_add (*hidden, g_object_ref (subjects->pdata[i]));
  }
  return subjects != NULL;
}

/* The only site that it can be, if there is only one. */
static gboolean
find_only_site (FoyerDiagnosisRun *run, FoyerRemedy *remedy, GError **error)
{
  g_autoptr (GPtrArray) sites
      = foyer_diagnosis_list (run, &foyer_property_type, "clientId", run->reader.client_id, "name", error);

  if (sites != NULL && sites->len == 1)
    foyer_remedy_patch_text (remedy, "propertyId", foyer_record_get_id (sites->pdata[0]));
  return sites != NULL;
}

static void
add_all (FoyerRemedy *remedy, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    foyer_remedy_add_record (remedy, foyer_record_get_record_type (records->pdata[i]),
                             foyer_record_get_id (records->pdata[i]));
}

static char *
count_text (FoyerDiagnosisRun *run, GPtrArray *records)
{
  return foyer_record_count_text (foyer_record_get_record_type (records->pdata[0]), records->len,
                                  run->language);
}

gboolean
foyer_diagnosis_check_property (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (FoyerRemedy) remedy = NULL;
  g_autofree char *things = NULL;

  if (!list_by_site (run, &hidden, error))
    return FALSE;
  if (hidden->len == 0) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "Everything is linked to a property"));
    return TRUE;
  }
  remedy = foyer_remedy_new (FOYER_REMEDY_RELINK_PROPERTY,
                             foyer_plain_sentence (run->language, "Link to a property"));
  add_all (remedy, hidden);
  foyer_remedy_set_key (remedy, "propertyId");
  if (!find_only_site (run, remedy, error))
    return FALSE;
  things = count_text (run, hidden);
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language, "Not linked to a property of this client: {things}",
                                        "things", things, NULL),
                        NULL, g_steal_pointer (&remedy));
  return TRUE;
}

/* Names the sites, and lets the remedy show them all. */
static gboolean
name_sites (FoyerDiagnosisRun *run, GPtrArray *hidden, FoyerRemedy *remedy, char **names, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; run->property_ids[i] != NULL; i++)
    g_ptr_array_add (ids, run->property_ids[i]);
  for (guint i = 0; i < hidden->len; i++) {
    const char *id = get_property (hidden->pdata[i]);
    g_autoptr (FoyerRecord) site = NULL;

    if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
      continue;
    if (!foyer_record_source_look_up (run->source, &foyer_property_type, id, &site, error))
      return FALSE;
    g_ptr_array_add (ids, (char *) id);
    if (text->len == 0)
      foyer_remedy_set_value (remedy, id);
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ", foyer_property_get_street (site));
  }
  g_ptr_array_add (ids, NULL);
  foyer_remedy_patch_texts (remedy, "propertyIds", (char **) ids->pdata, NULL);
  *names = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

gboolean
foyer_diagnosis_check_sites (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (FoyerRemedy) remedy = NULL;
  g_autofree char *names = NULL;
  g_autofree char *things = NULL;

  if (!list_by_site (run, &hidden, error))
    return FALSE;
  if (hidden->len == 0) {
    foyer_diagnosis_pass (run,
                          foyer_sentence (run->language, "{name} sees the sites", "name", run->name, NULL));
    return TRUE;
  }
  remedy = foyer_diagnosis_remedy (FOYER_REMEDY_ADD_SITE, run->the_case->person,
                                   foyer_plain_sentence (run->language, "Add the site"));
  if (!name_sites (run, hidden, remedy, &names, error))
    return FALSE;
  things = count_text (run, hidden);
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language,
                                        "At sites that {name} does not see ({sites}): {things}", "name",
                                        run->name, "sites", names, "things", things, NULL),
                        NULL, g_steal_pointer (&remedy));
  return TRUE;
}
