/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-domain-effects.c - each domain is there once; one gives links their name, and it is one that was verified (000-54) */

#include "effects/foyer-effects.h"

#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/domain.h"

static gboolean
reject (JsonObject **error, const char *member, const char *why)
{
  *error = foyer_set_error_new ("ruleRefused", why);
  foyer_set_error_add_property (*error, member);
  return FALSE;
}

static gboolean
is_primary (JsonObject *domain)
{
  return domain != NULL && json_object_get_boolean_member_with_default (domain, "primary", FALSE);
}

typedef gboolean (*Stands) (FoyerRecord *other, JsonObject *domain);

static gboolean
stands_primary (FoyerRecord *other, JsonObject *domain)
{
  return foyer_domain_get_is_primary (other);
}

/* A host name is the same in small and capital letters. */
static gboolean
stands_for_the_same (FoyerRecord *other, JsonObject *domain)
{
  return g_ascii_strcasecmp (foyer_domain_get_host (other), foyer_json_object_text (domain, "host")) == 0
         && foyer_field_value_index (foyer_record_type_field (&foyer_domain_type, "purpose"),
                                     foyer_json_object_text (domain, "purpose"))
                == foyer_domain_get_purpose (other);
}

/* @found: (out): whether another domain stands in the way of @domain */
static gboolean
find_other (FoyerTransaction *transaction,
            JsonObject *domain,
            Stands stands,
            gboolean *found,
            JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_domain_type);
  g_autoptr (GPtrArray) domains = foyer_record_source_list (transaction->source, query, &failure);
  const char *id = foyer_json_object_text (domain, "id");

  *found = FALSE;
  if (domains == NULL)
    return foyer_effects_fail (error, failure);
  for (guint i = 0; i < domains->len && !*found; i++)
    *found
        = g_strcmp0 (foyer_record_get_id (domains->pdata[i]), id) != 0 && stands (domains->pdata[i], domain);
  return TRUE;
}

/* Two who each add one do not make two of it. */
static gboolean
judge_new (FoyerTransaction *transaction, JsonObject *domain, JsonObject **error)
{
  gboolean found;

  if (!find_other (transaction, domain, stands_for_the_same, &found, error))
    return FALSE;
  return !found || reject (error, "host", "This domain is in the list already");
}

/* One that is primary stays so while it fails for a time: clients have its links. */
static gboolean
judge_primary (FoyerTransaction *transaction, JsonObject *domain, JsonObject **error)
{
  gboolean found;

  if (g_strcmp0 (foyer_json_object_text (domain, "status"), "verified") != 0)
    return reject (error, "primary", "Only a domain that is verified can be primary");
  if (g_strcmp0 (foyer_json_object_text (domain, "purpose"), "portal") != 0)
    return reject (error, "primary", "Only a domain for the portal can be primary");
  if (!find_other (transaction, domain, stands_primary, &found, error))
    return FALSE;
  return !found || reject (error, "primary", "Another domain is primary; take that from it first");
}

gboolean
foyer_domain_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  if (before == NULL && !judge_new (transaction, after, error))
    return FALSE;
  return !is_primary (after) || is_primary (before) || judge_primary (transaction, after, error);
}
