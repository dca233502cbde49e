/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-query.c - a question to a record source */

#include "foyer-query.h"

static void
clear_condition (gpointer data)
{
  FoyerCondition *condition = data;

  g_free (condition->text);
}

FoyerQuery *
foyer_query_new (const FoyerRecordType *type)
{
  FoyerQuery *self = g_new0 (FoyerQuery, 1);

  self->type = type;
  self->conditions = g_array_new (FALSE, TRUE, sizeof (FoyerCondition));
  g_array_set_clear_func (self->conditions, clear_condition);
  return self;
}

void
foyer_query_free (FoyerQuery *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->conditions);
  g_free (self->after_text);
  g_free (self->after_id);
  g_free (self);
}

static const FoyerField *
find_field (FoyerQuery *self, const char *name)
{
  const FoyerField *field = foyer_record_type_field (self->type, name);

  if (field == NULL)
    g_error ("%s has no field %s", self->type->name, name);
  return field;
}

void
foyer_query_where_text (FoyerQuery *self, const char *field, const char *value)
{
  FoyerCondition condition = { .field = find_field (self, field), .is_text = TRUE, .text = g_strdup (value) };

  g_array_append_val (self->conditions, condition);
}

void
foyer_query_where_number (FoyerQuery *self, const char *field, FoyerComparison comparison, gint64 value)
{
  FoyerCondition condition = { .field = find_field (self, field), .comparison = comparison, .number = value };

  g_array_append_val (self->conditions, condition);
}

void
foyer_query_order (FoyerQuery *self, const char *field, gboolean descending)
{
  self->order = field == NULL ? NULL : find_field (self, field);
  self->descending = descending;
}

void
foyer_query_after (FoyerQuery *self, gint64 number, const char *text, const char *id)
{
  g_free (self->after_text);
  g_free (self->after_id);
  self->after_number = number;
  self->after_text = g_strdup (text);
  self->after_id = g_strdup (id);
}

void
foyer_query_limit (FoyerQuery *self, guint limit)
{
  self->limit = limit;
}

const FoyerValue *
foyer_query_get_value (const FoyerField *field, FoyerRecord *record)
{
  return foyer_record_value (record, (guint) (field - foyer_record_get_record_type (record)->fields));
}

static gboolean
holds (const FoyerCondition *condition, FoyerRecord *record)
{
  const FoyerValue *value = foyer_query_get_value (condition->field, record);

  if (condition->is_text && condition->field->pattern == FOYER_PATTERN_EMAIL && condition->text != NULL)
    return value->text != NULL && g_ascii_strcasecmp (value->text, condition->text) == 0;
  if (condition->is_text)
    return g_strcmp0 (value->text, condition->text) == 0;
  if (value->number == FOYER_ABSENT)
    return FALSE;
  switch (condition->comparison) {
  case FOYER_COMPARE_LESS:
    return value->number < condition->number;
  case FOYER_COMPARE_AT_LEAST:
    return value->number >= condition->number;
  case FOYER_COMPARE_EQUAL:
  default:
    return value->number == condition->number;
  }
}

gboolean
foyer_query_matches (const FoyerQuery *self, FoyerRecord *record)
{
  if (foyer_record_get_record_type (record) != self->type)
    return FALSE;
  for (guint i = 0; i < self->conditions->len; i++) {
    if (!holds (&g_array_index (self->conditions, FoyerCondition, i), record))
      return FALSE;
  }
  return TRUE;
}

int
foyer_query_compare (const FoyerQuery *self, FoyerRecord *a, FoyerRecord *b)
{
  int order = 0;

  if (self->order != NULL) {
    const FoyerValue *first = foyer_query_get_value (self->order, a);
    const FoyerValue *second = foyer_query_get_value (self->order, b);

    if (first->number != second->number)
      order = first->number < second->number ? -1 : 1;
    else
      order = g_strcmp0 (first->text, second->text);
  }
  if (order == 0)
    order = g_strcmp0 (foyer_record_get_id (a), foyer_record_get_id (b));
  return self->descending ? -order : order;
}
