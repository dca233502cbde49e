/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-secret-fields.c - what is kept of a secret: that there was one */

#include "foyer-secret-fields.h"

#include "foyer-json.h"

#define HIDDEN "•••"

gboolean
foyer_secret_fields_hide (const FoyerRecordType *type, JsonObject *values)
{
  gboolean found = FALSE;

  for (guint i = 0; values != NULL && i < type->n_fields; i++) {
    if (!type->fields[i].secret || !json_object_has_member (values, type->fields[i].name))
      continue;
    json_object_set_string_member (values, type->fields[i].name, HIDDEN);
    found = TRUE;
  }
  return found;
}

gboolean
foyer_secret_fields_are_hidden (const FoyerRecordType *type, JsonObject *values)
{
  for (guint i = 0; values != NULL && i < type->n_fields; i++) {
    if (type->fields[i].secret
        && g_strcmp0 (foyer_json_object_text (values, type->fields[i].name), HIDDEN) == 0)
      return TRUE;
  }
  return FALSE;
}
