/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-removed-record.c - what was removed is made once more (E4) */

#include "foyer-removed-record.h"

#include "types/domain.h"
#include "types/template.h"

/* What is made by what staff wrote once, or by all that they wrote. That a domain gave links their name, it has to earn again. */
static const struct {
  const FoyerRecordType *type;
  gboolean only_once;
} kept[] = {
  { &foyer_domain_type, TRUE },
  { &foyer_template_type, FALSE },
};

static gboolean
is_kept (const FoyerField *field, gboolean only_once)
{
  return foyer_field_is_writable (field, FOYER_WRITER_STAFF, TRUE)
         && (!only_once || (field->writers & FOYER_WRITER_ONCE) != 0);
}

JsonObject *
foyer_removed_record_keep (const FoyerRecordType *type, JsonObject *record)
{
  guint place = 0;
  JsonObject *patch;

  while (place < G_N_ELEMENTS (kept) && kept[place].type != type)
    place++;
  if (place == G_N_ELEMENTS (kept))
    return NULL;
  patch = json_object_new ();
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *value = json_object_get_member (record, field->name);

    if (value != NULL && !JSON_NODE_HOLDS_NULL (value) && is_kept (field, kept[place].only_once))
      json_object_set_member (patch, field->name, json_node_copy (value));
  }
  return patch;
}

gboolean
foyer_removed_record_may_return (const FoyerOperationData *data, FoyerRecord *record)
{
  return data->verb == FOYER_VERB_DESTROY && data->inverse != NULL && record == NULL;
}
