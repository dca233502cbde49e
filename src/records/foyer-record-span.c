/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-span.c - records read from JSON where it stands */

#include "foyer-record-builder.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"

#include <string.h>

/* What the server says of every record. */
typedef struct {
  char *id;
  char *created_at;
  char *updated_at;
  char *updated_by;
  gint64 rev;
} ServerFields;

static void
clear_server_fields (ServerFields *fields)
{
  g_free (fields->id);
  g_free (fields->created_at);
  g_free (fields->updated_at);
  g_free (fields->updated_by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ServerFields, clear_server_fields)

/* Whether @name, with its quotes, is written as @text without any escape. */
static gboolean
is_named (FoyerJsonSpan name, const char *text)
{
  gsize length = name.length - 2;

  return strncmp (name.text + 1, text, length) == 0 && text[length] == '\0';
}

static gboolean
take_string (FoyerJsonSpan value, char **place)
{
  g_free (*place);
  *place = foyer_json_span_dup_string (value);
  return *place != NULL;
}

/* Sets @known if it is one of the server's members; %FALSE if there is something about it. */
static gboolean
read_server_member (ServerFields *fields, FoyerJsonSpan name, FoyerJsonSpan value, gboolean *known)
{
  *known = TRUE;
  if (is_named (name, "id"))
    return take_string (value, &fields->id);
  if (is_named (name, "rev"))
    return foyer_json_span_get_integer (value, &fields->rev);
  if (is_named (name, "createdAt"))
    return take_string (value, &fields->created_at);
  if (is_named (name, "updatedAt"))
    return take_string (value, &fields->updated_at);
  if (is_named (name, "updatedBy"))
    return take_string (value, &fields->updated_by);
  *known = FALSE;
  return TRUE;
}

/* Members come in the order of the table from our own server, so the search begins after the one found last. */
static gboolean
find_field (const FoyerRecordType *type, FoyerJsonSpan name, guint *index)
{
  for (guint i = 0; i < type->n_fields; i++) {
    guint at = (*index + i) % type->n_fields;

    if (is_named (name, type->fields[at].name)) {
      *index = at;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_text (const FoyerField *field, FoyerJsonSpan json, FoyerValue *value)
{
  g_autofree char *text = foyer_json_span_dup_string (json);

  if (text == NULL || !foyer_field_accepts_text (field, text))
    return FALSE;
  if (field->kind == FOYER_KIND_TIME)
    return foyer_utc_parse (text, &value->number, NULL);
  if (field->kind == FOYER_KIND_ENUM)
    value->number = foyer_field_value_index (field, text);
  else
    value->text = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
read_money (const FoyerField *field, FoyerJsonSpan json, FoyerValue *value)
{
  FoyerJsonSpan name;
  FoyerJsonSpan amount;
  FoyerJsonSpan currency;
  FoyerJsonWalk walk;

  if (!foyer_json_span_is_object (json))
    return FALSE;
  foyer_json_walk_init (&walk, json);
  if (!foyer_json_walk_next_member (&walk, &name, &amount) || !is_named (name, "amount")
      || !foyer_json_walk_next_member (&walk, &name, &currency) || !is_named (name, "currency")
      || foyer_json_walk_next_member (&walk, &name, &json))
    return FALSE;
  value->text = foyer_json_span_dup_string (currency);
  return value->text != NULL && foyer_field_accepts_currency (value->text)
         && foyer_json_span_get_integer (amount, &value->number)
         && foyer_field_accepts_number (field, value->number);
}

static gboolean
read_nested (const FoyerField *field, FoyerJsonSpan json, FoyerValue *value)
{
  g_autoptr (JsonNode) node = foyer_json_parse (json.text, (gssize) json.length, NULL);
  g_autofree char *problem = node == NULL ? NULL : foyer_field_check (field, node);

  if (node == NULL || problem != NULL)
    return FALSE;
  value->text = foyer_json_canonical (node);
  return TRUE;
}

static gboolean
read_value (const FoyerField *field, FoyerJsonSpan json, FoyerValue *value)
{
  switch (field->kind) {
  case FOYER_KIND_TEXT:
  case FOYER_KIND_DATE:
  case FOYER_KIND_TIME:
  case FOYER_KIND_ENUM:
  case FOYER_KIND_REF:
    return read_text (field, json, value);
  case FOYER_KIND_INTEGER:
    return foyer_json_span_get_integer (json, &value->number)
           && foyer_field_accepts_number (field, value->number);
  case FOYER_KIND_BOOLEAN:
    value->number = foyer_json_span_is (json, "true");
    return value->number != 0 || foyer_json_span_is (json, "false");
  case FOYER_KIND_MONEY:
    return read_money (field, json, value);
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    return read_nested (field, json, value);
  }
}

static gboolean
has_what_is_required (FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].required && !foyer_record_has (record, i))
      return FALSE;
  }
  return TRUE;
}

static gboolean
finish (FoyerRecord *record, const ServerFields *fields)
{
  gint64 created_at = 0;
  gint64 updated_at = 0;

  if (fields->id == NULL || !foyer_id_is_valid (fields->id) || !has_what_is_required (record)
      || (fields->created_at != NULL && !foyer_utc_parse (fields->created_at, &created_at, NULL))
      || (fields->updated_at != NULL && !foyer_utc_parse (fields->updated_at, &updated_at, NULL)))
    return FALSE;
  foyer_record_set_id (record, fields->id);
  foyer_record_set_server_fields (record, fields->rev, created_at, updated_at, fields->updated_by);
  return TRUE;
}

/* The record if it is plainly right; %NULL at the first thing that needs a second look. */
static FoyerRecord *
read_plain (const FoyerRecordType *type, FoyerJsonSpan json)
{
  g_autoptr (FoyerRecord) record = foyer_record_new (type, "");
  g_auto (ServerFields) fields = { 0 };
  FoyerJsonSpan name;
  FoyerJsonSpan value;
  FoyerJsonWalk walk;
  guint index = 0;

  foyer_json_walk_init (&walk, json);
  while (foyer_json_walk_next_member (&walk, &name, &value)) {
    gboolean known;

    if (!read_server_member (&fields, name, value, &known))
      return NULL;
    if (known)
      continue;
    if (!find_field (type, name, &index))
      return NULL;
    if (!foyer_json_span_is_null (value)
        && !read_value (&type->fields[index], value, foyer_record_value (record, index)))
      return NULL;
    index = (index + 1) % type->n_fields;
  }
  return finish (record, &fields) ? g_steal_pointer (&record) : NULL;
}

FoyerRecord *
foyer_record_from_span (const FoyerRecordType *type, FoyerJsonSpan json, GError **error)
{
  FoyerRecord *record = read_plain (type, json);
  g_autoptr (JsonObject) object = NULL;

  if (record != NULL)
    return record;
  object = foyer_json_parse_object (json.text, (gssize) json.length, error);
  return object == NULL ? NULL : foyer_record_from_json (type, object, error);
}
