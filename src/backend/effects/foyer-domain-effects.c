/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-domain-effects.c - one domain gives links their name, and it is one that was verified (000-54) */

#include "effects/foyer-effects.h"

#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/domain.h"

static gboolean
reject (JsonObject **error, const char *why)
{
  *error = foyer_set_error_new ("ruleRefused", why);
  foyer_set_error_add_property (*error, "primary");
  return FALSE;
}

static gboolean
is_primary (JsonObject *domain)
{
  return domain != NULL && json_object_get_boolean_member_with_default (domain, "primary", FALSE);
}

/* @other: (out): whether another domain than @domain is primary */
static gboolean
find_other (FoyerTransaction *transaction, JsonObject *domain, gboolean *other, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  g_autoptr (GPtrArray) domains = foyer_record_source_list (transaction->source, query, error);
  const char *id = foyer_json_object_text (domain, "id");

  *other = FALSE;
  for (guint i = 0; domains != NULL && i < domains->len && !*other; i++)
    *other = foyer_domain_get_is_primary (domains->pdata[i])
             && g_strcmp0 (foyer_record_get_id (domains->pdata[i]), id) != 0;
  return domains != NULL;
}

/* One that is primary stays so while it fails for a time: clients have its links. */
gboolean
foyer_domain_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean other;

  if (!is_primary (after) || is_primary (before))
    return TRUE;
  if (g_strcmp0 (foyer_json_object_text (after, "status"), "verified") != 0)
    return reject (error, "Only a domain that is verified can be primary");
  if (g_strcmp0 (foyer_json_object_text (after, "purpose"), "portal") != 0)
    return reject (error, "Only a domain for the portal can be primary");
  if (!find_other (transaction, after, &other, &failure)) {
    g_warning ("A primary domain was not judged: %s", failure->message);
    *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
    return FALSE;
  }
  return !other || reject (error, "Another domain is primary; take that from it first");
}
