/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record.c - one record, its fields kept in the order of its type's table */

#include "foyer-record.h"

#include "foyer-record-builder.h"

#include <string.h>

struct _FoyerRecord {
  GObject parent_instance;

  const FoyerRecordType *type;
  char *id;
  gint64 rev;
  gint64 created_at;
  gint64 updated_at;
  char *updated_by;
  char *extra;        /* (nullable): unknown members as JSON */
  FoyerValue *values; /* (array), one a field */
};

G_DEFINE_FINAL_TYPE (FoyerRecord, foyer_record, G_TYPE_OBJECT)

static void
foyer_record_finalize (GObject *object)
{
  FoyerRecord *self = FOYER_RECORD (object);

  if (self->type != NULL) {
    for (guint i = 0; i < self->type->n_fields; i++)
      g_free (self->values[i].text);
  }
  g_free (self->values);
  g_free (self->id);
  g_free (self->updated_by);
  g_free (self->extra);
  G_OBJECT_CLASS (foyer_record_parent_class)->finalize (object);
}

static void
foyer_record_class_init (FoyerRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_record_finalize;
}

static void
foyer_record_init (FoyerRecord *self)
{
}

FoyerRecord *
foyer_record_new (const FoyerRecordType *type, const char *id)
{
  FoyerRecord *self;

  g_return_val_if_fail (type != NULL && id != NULL, NULL);

  self = g_object_new (FOYER_TYPE_RECORD, NULL);
  self->type = type;
  self->id = g_strdup (id);
  self->values = g_new (FoyerValue, MAX (type->n_fields, 1));
  for (guint i = 0; i < type->n_fields; i++)
    self->values[i] = (FoyerValue){ FOYER_ABSENT, NULL };
  return self;
}

void
foyer_record_set_id (FoyerRecord *self, const char *id)
{
  g_free (self->id);
  self->id = g_strdup (id);
}

FoyerValue *
foyer_record_value (FoyerRecord *self, guint index)
{
  g_return_val_if_fail (index < self->type->n_fields, NULL);

  return &self->values[index];
}

void
foyer_record_set_server_fields (FoyerRecord *self,
                                gint64 rev,
                                gint64 created_at,
                                gint64 updated_at,
                                const char *updated_by)
{
  self->rev = rev;
  self->created_at = created_at;
  self->updated_at = updated_at;
  if (g_strcmp0 (self->updated_by, updated_by) != 0) {
    g_free (self->updated_by);
    self->updated_by = g_strdup (updated_by);
  }
}

const char *
foyer_record_get_extra (FoyerRecord *self)
{
  return self->extra;
}

void
foyer_record_set_extra (FoyerRecord *self, const char *extra)
{
  if (g_strcmp0 (self->extra, extra) != 0) {
    g_free (self->extra);
    self->extra = g_strdup (extra);
  }
}

const FoyerRecordType *
foyer_record_get_record_type (FoyerRecord *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self), NULL);

  return self->type;
}

const char *
foyer_record_get_id (FoyerRecord *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self), NULL);

  return self->id;
}

gint64
foyer_record_get_rev (FoyerRecord *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self), 0);

  return self->rev;
}

gint64
foyer_record_get_created_at (FoyerRecord *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self), 0);

  return self->created_at;
}

gint64
foyer_record_get_updated_at (FoyerRecord *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self), 0);

  return self->updated_at;
}

const char *
foyer_record_get_updated_by (FoyerRecord *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self), NULL);

  return self->updated_by;
}

gboolean
foyer_record_has (FoyerRecord *self, guint index)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self) && index < self->type->n_fields, FALSE);

  return self->values[index].number != FOYER_ABSENT || self->values[index].text != NULL;
}

const char *
foyer_record_get_text (FoyerRecord *self, const FoyerRecordType *type, guint index)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self) && self->type == type, NULL);

  return self->values[index].text;
}

gint64
foyer_record_get_number (FoyerRecord *self, const FoyerRecordType *type, guint index)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self) && self->type == type, 0);

  return self->values[index].number == FOYER_ABSENT ? 0 : self->values[index].number;
}

int
foyer_record_get_enum (FoyerRecord *self, const FoyerRecordType *type, guint index)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self) && self->type == type, -1);

  return self->values[index].number == FOYER_ABSENT ? -1 : (int) self->values[index].number;
}

FoyerMoneyValue
foyer_record_get_money (FoyerRecord *self, const FoyerRecordType *type, guint index)
{
  FoyerMoneyValue nothing = { 0, NULL };

  g_return_val_if_fail (FOYER_IS_RECORD (self) && self->type == type, nothing);

  if (self->values[index].number == FOYER_ABSENT)
    return nothing;
  return (FoyerMoneyValue){ self->values[index].number, self->values[index].text };
}

JsonNode *
foyer_record_get_json (FoyerRecord *self, const FoyerRecordType *type, guint index)
{
  g_return_val_if_fail (FOYER_IS_RECORD (self) && self->type == type, NULL);

  if (self->values[index].text == NULL)
    return NULL;
  return json_from_string (self->values[index].text, NULL);
}

/*
 * What stands in nearly every list: texts without anything that JSON writes otherwise than it is, as it is stored, with no space between
 * them. These are read again and again for every page.
 *
 * Returns: (transfer full) (nullable): %NULL if @text is anything else
 */
static char **
split_plain_texts (const char *text)
{
  g_autoptr (GPtrArray) texts = NULL;

  if (*text != '[' || strchr (text, '\\') != NULL)
    return NULL;
  texts = g_ptr_array_new_with_free_func (g_free);
  for (text++; *text == '"'; text++) {
    const char *end = strchr (text + 1, '"');

    if (end == NULL)
      return NULL;
    g_ptr_array_add (texts, g_strndup (text + 1, (gsize) (end - text - 1)));
    text = end + 1;
    if (*text != ',' || text[1] != '"')
      break;
  }
  if (strcmp (text, "]") != 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

char **
foyer_record_get_texts (FoyerRecord *self, const FoyerRecordType *type, guint index)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  char **plain;

  g_return_val_if_fail (FOYER_IS_RECORD (self) && self->type == type, NULL);

  plain = self->values[index].text == NULL ? NULL : split_plain_texts (self->values[index].text);
  if (plain != NULL)
    return plain;
  node = foyer_record_get_json (self, type, index);
  texts = g_ptr_array_new_with_free_func (g_free);
  if (node != NULL) {
    JsonArray *array = json_node_get_array (node);

    for (guint i = 0; i < json_array_get_length (array); i++)
      g_ptr_array_add (texts, g_strdup (json_array_get_string_element (array, i)));
  }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

char *
foyer_record_search_text (FoyerRecord *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->type->n_fields; i++) {
    if (!self->type->fields[i].searched || self->values[i].text == NULL)
      continue;
    if (out->len > 0)
      g_string_append_c (out, '\n');
    g_string_append (out, self->values[i].text);
  }
  return g_string_free (out, FALSE);
}
