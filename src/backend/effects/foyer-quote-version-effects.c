/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-quote-version-effects.c - versions count up, and none changes or goes once it was sent */

#include "effects/foyer-effects.h"

#include "foyer-json.h"
#include "foyer-quote-transition.h"
#include "methods/foyer-set-error.h"
#include "types/quote_version.h"

static gboolean
refuse (JsonObject **error, const char *type, const char *property, const char *description)
{
  *error = foyer_set_error_new (type, description);
  if (property != NULL)
    foyer_set_error_add_property (*error, property);
  return FALSE;
}

/* Whether the version with the highest number has a lower one than @version. */
static gboolean
is_next (FoyerTransaction *transaction, JsonObject *version, gboolean *next, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_quote_version_type);
  g_autoptr (GPtrArray) last = NULL;

  foyer_query_where_text (query, "quoteId", foyer_json_object_text (version, "quoteId"));
  foyer_query_order (query, "version", TRUE);
  foyer_query_limit (query, 1);
  last = foyer_record_source_list (transaction->source, query, error);
  if (last == NULL)
    return FALSE;
  *next = last->len == 0
          || foyer_quote_version_get_version (last->pdata[0])
                 < foyer_json_object_integer (version, "version", 0);
  return TRUE;
}

static gboolean
check_new (FoyerTransaction *transaction, JsonObject *version, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) quote = NULL;
  gboolean next = FALSE;

  if (!foyer_record_source_look_up (transaction->source, &foyer_quote_type,
                                    foyer_json_object_text (version, "quoteId"), &quote, &failure)
      || !is_next (transaction, version, &next, &failure))
    return foyer_effects_fail (error, failure);
  if (quote != NULL && foyer_quote_is_fixed ((FoyerQuoteStatus) foyer_quote_get_status (quote)))
    return refuse (error, "forbidden", "quoteId", "What was approved has no further versions");
  return next
         || refuse (error, "invalidProperties", "version", "There is a version with that number already");
}

gboolean
foyer_quote_version_effects_apply (FoyerTransaction *transaction,
                                   JsonObject *before,
                                   JsonObject *after,
                                   JsonObject **error)
{
  if (before == NULL)
    return check_new (transaction, after, error);
  return !json_object_has_member (before, "sentAt")
         || refuse (error, "forbidden", NULL, "What was sent is never changed; make the next version");
}

gboolean
foyer_quote_version_effects_remove (FoyerTransaction *transaction, FoyerRecord *record, JsonObject **error)
{
  return !FOYER_HAS (record, quote_version, sent_at)
         || refuse (error, "forbidden", NULL, "What was sent is never removed");
}
