/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-type.c - looking up record types, their fields and the words of enums */

#include "foyer-record-type.h"

#include "foyer-id.h"

#include <string.h>

G_DEFINE_QUARK (foyer - record - error - quark, foyer_record_error)

const FoyerRecordType *
foyer_record_type_by_name (const char *name)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    if (strcmp (types[i]->name, name) == 0)
      return types[i];
  }
  return NULL;
}

const FoyerRecordType *
foyer_record_type_of_id (const char *id)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    if (foyer_id_has_prefix (id, types[i]->prefix))
      return types[i];
  }
  return NULL;
}

const FoyerField *
foyer_record_type_field (const FoyerRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++) {
    if (strcmp (type->fields[i].name, name) == 0)
      return &type->fields[i];
  }
  return NULL;
}

int
foyer_field_value_index (const FoyerField *field, const char *word)
{
  gsize length = strlen (word);
  int index = 0;

  for (const char *at = field->values; at != NULL && *at != '\0'; index++) {
    const char *end = strchrnul (at, ' ');

    if ((gsize) (end - at) == length && memcmp (at, word, length) == 0)
      return index;
    at = *end == ' ' ? end + 1 : end;
  }
  return -1;
}

char *
foyer_field_value_word (const FoyerField *field, int index)
{
  const char *at = field->values;

  for (; index > 0 && at != NULL; index--) {
    at = strchr (at, ' ');
    at = at == NULL ? NULL : at + 1;
  }
  return at == NULL || index < 0 ? NULL : g_strndup (at, (gsize) (strchrnul (at, ' ') - at));
}

gboolean
foyer_field_is_writable (const FoyerField *field, FoyerWriters writer, gboolean creating)
{
  guint writers = field->writers & ~(guint) FOYER_WRITER_ONCE;

  if (writers == 0)
    writers = FOYER_WRITER_STAFF;
  if ((field->writers & FOYER_WRITER_ONCE) != 0 && !creating)
    return FALSE;
  return writer == FOYER_WRITER_SERVER || (writers & (guint) writer) != 0;
}

gboolean
foyer_field_only_grows (const FoyerField *field)
{
  return field->policy == FOYER_POLICY_APPEND && field->kind == FOYER_KIND_LIST;
}
