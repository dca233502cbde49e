/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-untouched-creation.c - what was added is removed again while it is as it was added (E4) */

#include "foyer-untouched-creation.h"

#include "foyer-json.h"
#include "types/document.h"
#include "types/domain.h"

/* Of others somebody was told by then. */
static gboolean
can_be_removed (const FoyerRecordType *type)
{
  return type == &foyer_domain_type || type == &foyer_document_type;
}

static gboolean
is_nothing (JsonNode *value)
{
  return value == NULL || JSON_NODE_HOLDS_NULL (value);
}

static gboolean
stands (const FoyerField *field, JsonObject *written, JsonObject *present)
{
  JsonNode *was = json_object_get_member (written, field->name);
  JsonNode *now = json_object_get_member (present, field->name);

  if (!foyer_field_is_writable (field, FOYER_WRITER_STAFF, TRUE) || (is_nothing (was) && is_nothing (now)))
    return TRUE;
  return !is_nothing (was) && !is_nothing (now) && foyer_json_equal (was, now);
}

gboolean
foyer_untouched_creation_is (const FoyerOperationData *data, FoyerRecord *record)
{
  g_autoptr (JsonObject) present = NULL;

  if (data->verb != FOYER_VERB_CREATE || data->patch == NULL || record == NULL
      || !can_be_removed (data->type))
    return FALSE;
  present = foyer_record_to_json (record);
  for (guint i = 0; i < data->type->n_fields; i++) {
    if (!stands (&data->type->fields[i], data->patch, present))
      return FALSE;
  }
  return TRUE;
}
