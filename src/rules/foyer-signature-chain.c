/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-signature-chain.c - how signatures hold on to each other, and whether they still do */

#include "foyer-signature-chain.h"

#include "foyer-json.h"
#include "foyer-paper.h"
#include "types/document.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/signature.h"

#include <string.h>

#define AT_ONCE 500

/* What can be taken out of a signature when whoever signed is to be forgotten. */
static gboolean
is_personal (const FoyerField *field)
{
  return field->personal || strcmp (field->name, "salt") == 0;
}

static void
copy_member (JsonObject *from, JsonObject *to, const char *name)
{
  JsonNode *value = json_object_get_member (from, name);

  if (value != NULL)
    json_object_set_member (to, name, json_node_copy (value));
}

char *
foyer_signature_hash (JsonObject *signature)
{
  gboolean is_apart = json_object_has_member (signature, "personalHash");
  g_autoptr (JsonObject) sealed = json_object_new ();

  json_object_set_string_member (sealed, "id", foyer_json_object_text (signature, "id"));
  for (guint i = 0; i < foyer_signature_type.n_fields; i++) {
    const FoyerField *field = &foyer_signature_type.fields[i];

    if (strcmp (field->name, "hash") != 0 && !(is_apart && is_personal (field)))
      copy_member (signature, sealed, field->name);
  }
  return foyer_json_hash (sealed);
}

char *
foyer_signature_personal_hash (JsonObject *signature)
{
  g_autoptr (JsonObject) personal = json_object_new ();

  for (guint i = 0; i < foyer_signature_type.n_fields; i++) {
    if (is_personal (&foyer_signature_type.fields[i]))
      copy_member (signature, personal, foyer_signature_type.fields[i].name);
  }
  return foyer_json_hash (personal);
}

gboolean
foyer_signature_erase (JsonObject *signature)
{
  if (!json_object_has_member (signature, "personalHash"))
    return FALSE;
  for (guint i = 0; i < foyer_signature_type.n_fields; i++) {
    if (is_personal (&foyer_signature_type.fields[i]))
      json_object_remove_member (signature, foyer_signature_type.fields[i].name);
  }
  json_object_set_string_member (signature, "name", FOYER_SIGNATURE_ERASED);
  return TRUE;
}

gboolean
foyer_signature_is_erased (JsonObject *signature)
{
  g_autoptr (JsonObject) erased = foyer_json_copy_object (signature);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!foyer_signature_erase (erased))
    return FALSE;
  before = foyer_signature_personal_hash (signature);
  after = foyer_signature_personal_hash (erased);
  return g_str_equal (before, after);
}

FoyerRecord *
foyer_signature_last (FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_signature_type);
  g_autoptr (GPtrArray) last = NULL;

  foyer_query_order (query, "sequence", TRUE);
  foyer_query_limit (query, 1);
  last = foyer_record_source_list (source, query, error);
  return last == NULL || last->len == 0 ? NULL : g_object_ref (last->pdata[0]);
}

/* --- Checking --- */

typedef struct {
  FoyerRecordSource *source;
  GPtrArray *findings;
  gint64 sequence; /* of the one before */
  char *hash;      /* (owned) (nullable): of the one before */
} Check;

static void
check_clear (Check *self)
{
  g_free (self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static void
report (Check *self, FoyerRecord *signature, const char *what)
{
  g_ptr_array_add (self->findings, g_strdup_printf ("Signature %" G_GINT64_FORMAT " (%s) %s",
                                                    foyer_signature_get_sequence (signature),
                                                    foyer_record_get_id (signature), what));
}

static JsonObject *
read_json (Check *self, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_source_get (self->source, type, id, error);

  return record == NULL ? NULL : foyer_record_to_json (record);
}

/* The paper as the records say it today. */
static JsonObject *
find_paper (Check *self, const char *subject_id, GError **error)
{
  const FoyerRecordType *type = foyer_record_type_of_id (subject_id);
  g_autoptr (JsonObject) subject = NULL;
  g_autoptr (JsonObject) quote = NULL;

  if (type != &foyer_document_type && type != &foyer_quote_version_type)
    return NULL;
  subject = read_json (self, type, subject_id, error);
  if (subject == NULL)
    return NULL;
  if (type == &foyer_document_type)
    return foyer_document_paper (subject);
  quote = read_json (self, &foyer_quote_type, foyer_json_object_text (subject, "quoteId"), error);
  return quote == NULL ? NULL : foyer_quote_paper (quote, subject);
}

static gboolean
check_paper (Check *self, FoyerRecord *signature, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonObject) paper = find_paper (self, foyer_signature_get_subject_id (signature), &failure);
  g_autofree char *hash = paper == NULL ? NULL : foyer_json_hash (paper);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (paper == NULL)
    report (self, signature, "is of something that is not there any more");
  else if (g_strcmp0 (hash, foyer_signature_get_content_hash (signature)) != 0)
    report (self, signature, "is of something that says something else today");
  return TRUE;
}

/* All that is personal, or nothing of it. */
static gboolean
is_personal_whole (JsonObject *signature)
{
  const char *expected = foyer_json_object_text (signature, "personalHash");
  g_autofree char *hash = foyer_signature_personal_hash (signature);

  return expected == NULL || g_str_equal (hash, expected) || foyer_signature_is_erased (signature);
}

static gboolean
check_one (Check *self, FoyerRecord *signature, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (signature);
  g_autofree char *hash = foyer_signature_hash (json);
  gint64 sequence = foyer_signature_get_sequence (signature);

  if (sequence != self->sequence + 1)
    report (self, signature, sequence > self->sequence ? "follows one that is missing" : "is there twice");
  else if (g_strcmp0 (foyer_signature_get_previous_hash (signature), self->hash) != 0)
    report (self, signature, "does not hold on to the one before");
  if (g_strcmp0 (hash, foyer_signature_get_hash (signature)) != 0 || !is_personal_whole (json))
    report (self, signature, "was changed after it was made");
  self->sequence = sequence;
  g_free (self->hash);
  self->hash = g_strdup (foyer_signature_get_hash (signature));
  return check_paper (self, signature, error);
}

gboolean
foyer_signature_chain_check (FoyerRecordSource *source, GPtrArray *findings, GError **error)
{
  g_auto (Check) self = { .source = source, .findings = findings };
  g_autofree char *last_id = NULL;
  gboolean is_more = TRUE;

  while (is_more) {
    g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_signature_type);
    g_autoptr (GPtrArray) signatures = NULL;

    foyer_query_order (query, "sequence", FALSE);
    if (last_id != NULL)
      foyer_query_after (query, self.sequence, NULL, last_id);
    foyer_query_limit (query, AT_ONCE);
    signatures = foyer_record_source_list (source, query, error);
    if (signatures == NULL)
      return FALSE;
    for (guint i = 0; i < signatures->len; i++) {
      if (!check_one (&self, signatures->pdata[i], error))
        return FALSE;
      g_free (last_id);
      last_id = g_strdup (foyer_record_get_id (signatures->pdata[i]));
    }
    is_more = signatures->len == AT_ONCE;
  }
  return TRUE;
}
