/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setup-steps.c - what a new business does once, until it is done (D1, 000-73 to 000-75) */

#include "foyer-health.h"

#include "types/organisation.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

static gboolean
is_open (const FoyerHealthFacts *facts)
{
  return foyer_portal_settings_get_portal_enabled (facts->settings);
}

static gboolean
has_logo (const FoyerHealthFacts *facts)
{
  return foyer_portal_settings_get_brand_logo (facts->settings) != NULL
         || foyer_organisation_get_logo (facts->organisation) != NULL;
}

/* Whoever wants no payments has decided, too. */
static gboolean
takes_payments (const FoyerHealthFacts *facts)
{
  return !foyer_portal_settings_get_portal_payments (facts->settings)
         || foyer_organisation_get_stripe (facts->organisation) == FOYER_ORGANISATION_STRIPE_READY;
}

static gboolean
shows_documents (const FoyerHealthFacts *facts)
{
  return !foyer_portal_settings_get_portal_documents (facts->settings) || facts->documents_shown > 0;
}

static gboolean
has_own_words (const FoyerHealthFacts *facts)
{
  return facts->own_templates > 0 || foyer_portal_settings_get_invite_note (facts->settings) != NULL;
}

static gboolean
has_invited (const FoyerHealthFacts *facts)
{
  return facts->ways_in > 0;
}

static const struct {
  const char *title;
  gboolean (*is_done) (const FoyerHealthFacts *facts);
  const char *sentence;
  const char *action;
  const char *target; /* (nullable) */
} steps[] = {
  { N_ ("Turn the portal on"), is_open, N_ ("Nobody sees it before they are invited"), "health.switch",
    NULL },
  { N_ ("Show your logo"), has_logo, N_ ("At the top of the portal’s pages"), "win.show-setting",
    "brand.logo" },
  { N_ ("Take payments online"), takes_payments, N_ ("Or turn paying online off, if you want none"),
    "health.connect", "payments" },
  { N_ ("Show documents"), shows_documents, N_ ("Terms, warranties and certificates for all clients"),
    "configuration.show-page", "documents" },
  { N_ ("Put mails into your own words"), has_own_words, N_ ("What clients read when they are invited"),
    "win.show-setting", "invite.note" },
  { N_ ("Invite the first client"), has_invited, N_ ("Nobody has a way in until then"), "win.show-area",
    "clients" },
};

GPtrArray *
foyer_setup_judge (const FoyerHealthFacts *facts)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_health_check_free);

  if (facts->settings == NULL || facts->organisation == NULL)
    return all;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    FoyerHealthCheck *check = g_new0 (FoyerHealthCheck, 1);

    check->title = _ (steps[i].title);
    check->sentence = g_strdup (_ (steps[i].sentence));
    check->verdict = steps[i].is_done (facts) ? FOYER_VERDICT_PASS : FOYER_VERDICT_INFO;
    if (check->verdict != FOYER_VERDICT_PASS) {
      check->action = steps[i].action;
      check->target = steps[i].target;
    }
    g_ptr_array_add (all, check);
  }
  return all;
}
