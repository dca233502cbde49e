/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-policy-effects.c - a policy under which nobody could sign in is not taken */

#include "effects/foyer-effects.h"

#include "foyer-business.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-sign-in-check.h"
#include "methods/foyer-set-error.h"
#include "types/client.h"
#include "types/portal_settings.h"

static gboolean
judge (FoyerTransaction *transaction,
       const FoyerField *field,
       JsonObject *before,
       JsonObject *after,
       JsonObject **error)
{
  const char *was = before == NULL ? NULL : foyer_json_object_text (before, field->name);
  const char *wanted = foyer_json_object_text (after, field->name);
  g_autoptr (FoyerBusiness) business = NULL;
  g_autoptr (FoyerFinding) finding = NULL;
  g_autoptr (GError) failure = NULL;

  if (wanted == NULL || g_strcmp0 (was, wanted) == 0)
    return TRUE;
  business = foyer_business_load (transaction->source, &failure);
  if (business == NULL) {
    g_warning ("A sign-in policy was not judged: %s", failure->message);
    *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
    return FALSE;
  }
  /* No provider can be connected yet. */
  finding = foyer_sign_in_judge_sso ((FoyerSso) foyer_field_value_index (field, wanted), FALSE,
                                     business->language);
  if (finding->verdict < FOYER_VERDICT_BLOCK)
    return TRUE;
  *error = foyer_set_error_new ("ruleRefused", finding->sentence);
  foyer_set_error_add_property (*error, field->name);
  json_object_set_string_member (*error, "rule", finding->rule);
  json_object_set_string_member (*error, "fix", finding->fix);
  return FALSE;
}

gboolean
foyer_sign_in_policy_judge (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  return judge (transaction, foyer_record_type_field (&foyer_portal_settings_type, "access.sso"), before,
                after, error);
}

gboolean
foyer_client_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  return judge (transaction, foyer_record_type_field (&foyer_client_type, "sso"), before, after, error);
}
