/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-template-effects.c - a mail is worded once in each language (001-61) */

#include "effects/foyer-effects.h"

#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/template.h"

static gboolean
reject (JsonObject **error, const char *why)
{
  *error = foyer_set_error_new ("ruleRefused", why);
  foyer_set_error_add_property (*error, "kind");
  return FALSE;
}

/* One of two would never be sent, and stand again when the other is taken back to the shipped words. */
gboolean
foyer_template_effects_apply (FoyerTransaction *transaction,
                              JsonObject *before,
                              JsonObject *after,
                              JsonObject **error)
{
  const FoyerField *kinds = foyer_record_type_field (&foyer_template_type, "kind");
  const char *language = foyer_json_object_text (after, "language");
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_template_type);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) failure = NULL;

  if (before != NULL)
    return TRUE;
  foyer_query_where_number (query, "kind", FOYER_COMPARE_EQUAL,
                            foyer_field_value_index (kinds, foyer_json_object_text (after, "kind")));
  others = foyer_record_source_list (transaction->source, query, &failure);
  if (others == NULL)
    return foyer_effects_fail (error, failure);
  for (guint i = 0; i < others->len; i++) {
    if (g_ascii_strcasecmp (foyer_template_get_language (others->pdata[i]), language) == 0)
      return reject (error, "Somebody has worded this already; look at their words and change them");
  }
  return TRUE;
}
