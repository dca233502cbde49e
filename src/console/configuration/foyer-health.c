/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-health.c - how the portal is doing, in eight sentences (E3) */

#include "foyer-health.h"

#include "types/organisation.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Of fewer than these a share says nothing. */
#define ENOUGH 20

/* --- Shares --- */

/* Tenths of a percent, which is as fine as anything here is judged. */
static gint64
get_share (gint64 part, gint64 whole)
{
  return whole == 0 ? 0 : part * 1000 / whole;
}

static FoyerVerdict
judge_share (gint64 part, gint64 whole, gint64 warn_from, gint64 block_above)
{
  gint64 share = get_share (part, whole);

  if (whole < ENOUGH || share < warn_from)
    return FOYER_VERDICT_PASS;
  return share > block_above ? FOYER_VERDICT_BLOCK : FOYER_VERDICT_WARN;
}

/* --- The checks --- */

static void
say (FoyerHealthCheck *check, FoyerVerdict verdict, const char *sentence)
{
  check->verdict = verdict;
  check->sentence = g_strdup (sentence);
}

static void
lead (FoyerHealthCheck *check, const char *action, const char *target)
{
  check->action = action;
  check->target = target;
}

static void
check_portal (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  if (!foyer_portal_settings_get_portal_enabled (facts->settings)) {
    say (check, FOYER_VERDICT_BLOCK, _ ("It is off. Clients see “portal not available”"));
    lead (check, "health.switch", NULL);
  } else if (facts->ways_in == 0) {
    say (check, FOYER_VERDICT_WARN, _ ("It is on, and nobody has been invited yet"));
    lead (check, "win.show-area", "clients");
  } else {
    say (check, FOYER_VERDICT_PASS, _ ("It is on"));
  }
}

static void
check_address (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  if (facts->primary_host == NULL && facts->failed_host == NULL) {
    say (check, FOYER_VERDICT_WARN, _ ("The portal has the server’s address and none of your own"));
  } else if (facts->primary_host == NULL || facts->primary_verdict == FOYER_VERDICT_PASS) {
    check->verdict = facts->failed_host == NULL ? FOYER_VERDICT_PASS : FOYER_VERDICT_WARN;
    check->sentence
        = facts->failed_host == NULL
              ? g_strdup_printf (_ ("%s is verified"), facts->primary_host)
              : g_strdup_printf (_ ("%s could not be verified, and is not used"), facts->failed_host);
  } else {
    check->verdict = facts->primary_verdict;
    check->sentence = g_strdup_printf (check->verdict == FOYER_VERDICT_BLOCK
                                           ? _ ("%s, which links use, could not be verified")
                                           : _ ("%s has not been verified yet"),
                                       facts->primary_host);
  }
  if (check->verdict != FOYER_VERDICT_PASS)
    lead (check, "configuration.show-page", "domains");
}

static void
check_payments (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  const char *reason = foyer_organisation_get_stripe_reason (facts->organisation);

  if (!foyer_portal_settings_get_portal_payments (facts->settings)) {
    say (check, FOYER_VERDICT_PASS, _ ("Paying online is off"));
    return;
  }
  switch (foyer_organisation_get_stripe (facts->organisation)) {
  case FOYER_ORGANISATION_STRIPE_READY:
    say (check, FOYER_VERDICT_PASS, _ ("Clients can pay online"));
    return;
  case FOYER_ORGANISATION_STRIPE_RESTRICTED:
    say (check, FOYER_VERDICT_WARN,
         reason == NULL ? _ ("The payment provider needs something first") : reason);
    break;
  case FOYER_ORGANISATION_STRIPE_NONE:
  default:
    say (check, FOYER_VERDICT_BLOCK,
         _ ("Paying online is on, and no payment provider is connected: nobody can pay online"));
  }
  lead (check, "health.connect", "payments");
}

static gboolean
wants_texts (FoyerRecord *settings)
{
  return foyer_portal_settings_get_sms_booked (settings)
         || foyer_portal_settings_get_sms_dispatched (settings)
         || foyer_portal_settings_get_sms_en_route (settings)
         || foyer_portal_settings_get_sms_complete (settings)
         || foyer_portal_settings_get_sms_invoice (settings);
}

static void
check_texts (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  FoyerOrganisationTexts texts = foyer_organisation_get_texts (facts->organisation);

  if (texts == FOYER_ORGANISATION_TEXTS_FAILING) {
    say (check, FOYER_VERDICT_BLOCK, _ ("The phone number is connected, and texts do not go out"));
    lead (check, "health.connect", "texts");
  } else if (!wants_texts (facts->settings)) {
    say (check, FOYER_VERDICT_PASS, _ ("No text messages are turned on"));
  } else if (texts == FOYER_ORGANISATION_TEXTS_NONE) {
    say (check, FOYER_VERDICT_BLOCK,
         _ ("Text messages are on, and no phone number is connected: no text is sent"));
    lead (check, "health.connect", "texts");
  } else if (facts->texts_sent == 0) {
    say (check, FOYER_VERDICT_WARN, _ ("They are on, and none was sent in the last 7 days"));
    lead (check, "win.show-setting", "sms.booked");
  } else {
    check->sentence = g_strdup_printf (ngettext ("%u sent in the last 7 days", "%u sent in the last 7 days",
                                                 (guint) facts->texts_sent),
                                       (guint) facts->texts_sent);
  }
}

static void
check_mail (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  const char *reason = foyer_organisation_get_mail_reason (facts->organisation);
  gint64 all = facts->mails_arrived + facts->mails_bounced;

  if (foyer_organisation_get_mail (facts->organisation) != FOYER_ORGANISATION_MAIL_READY) {
    gboolean is_failing
        = foyer_organisation_get_mail (facts->organisation) == FOYER_ORGANISATION_MAIL_FAILING;

    say (check, FOYER_VERDICT_BLOCK,
         reason != NULL ? reason
         : is_failing   ? _ ("Mail does not go out")
                        : _ ("Mail is not sent: the sender has not been verified"));
    lead (check, "health.connect", "mail");
    return;
  }
  check->verdict = judge_share (facts->mails_bounced, all, 20, 50);
  if (all == 0)
    say (check, check->verdict, _ ("Mail goes out. None was sent in the last 30 days"));
  else
    check->sentence = g_strdup_printf (ngettext ("%u of %u mail of the last 30 days came back",
                                                 "%u of %u mails of the last 30 days came back", (guint) all),
                                       (guint) facts->mails_bounced, (guint) all);
  if (check->verdict != FOYER_VERDICT_PASS)
    lead (check, "win.show-area", "clients");
}

static void
check_sign_in (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  gint64 all = facts->signed_in + facts->sign_ins_failed;
  gint64 opened = facts->signed_in + facts->scanners;

  if (opened >= ENOUGH && get_share (facts->scanners, opened) > 200) {
    check->verdict = FOYER_VERDICT_BLOCK;
    check->sentence = g_strdup_printf (ngettext ("A mail scanner opened %u link before the client could",
                                                 "Mail scanners opened %u links before the clients could",
                                                 (guint) facts->scanners),
                                       (guint) facts->scanners);
  } else if (all == 0) {
    say (check, FOYER_VERDICT_PASS, _ ("Nobody tried in the last 30 days"));
  } else {
    check->verdict = judge_share (facts->sign_ins_failed, all, 50, 200);
    check->sentence = g_strdup_printf (ngettext ("%u of %u try of the last 30 days failed",
                                                 "%u of %u tries of the last 30 days failed", (guint) all),
                                       (guint) facts->sign_ins_failed, (guint) all);
  }
  if (check->verdict != FOYER_VERDICT_PASS)
    lead (check, "win.show-setting", "access.email_link");
}

static void
check_sync (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  gint64 age = MAX (facts->now - facts->synced_at, 0);

  if (facts->needs_sign_in) {
    say (check, FOYER_VERDICT_BLOCK, _ ("Nothing is fetched or sent until you sign in again"));
    lead (check, "win.sign-in", NULL);
    return;
  }
  if (facts->synced_at == 0) {
    say (check, FOYER_VERDICT_UNKNOWN,
         facts->is_syncing ? _ ("It is being fetched from the server now")
                           : _ ("Not everything has been fetched from the server yet"));
  } else if (age < 5 * MINUTE) {
    say (check, FOYER_VERDICT_PASS, _ ("This computer is up to date"));
  } else if (age < 4 * HOUR) {
    check->verdict = FOYER_VERDICT_WARN;
    check->sentence = g_strdup_printf (ngettext ("Last up to date %u minute ago",
                                                 "Last up to date %u minutes ago", (guint) (age / MINUTE)),
                                       (guint) (age / MINUTE));
  } else {
    check->verdict = FOYER_VERDICT_BLOCK;
    check->sentence = g_strdup_printf (ngettext ("Last up to date %u hour ago",
                                                 "Last up to date %u hours ago", (guint) (age / HOUR)),
                                       (guint) (age / HOUR));
  }
  if (check->verdict != FOYER_VERDICT_PASS && !facts->is_syncing)
    lead (check, "win.sync", NULL);
}

static void
check_draft (const FoyerHealthFacts *facts, FoyerHealthCheck *check)
{
  gint64 age = facts->drafted_at == 0 ? 0 : facts->now - facts->drafted_at;

  if (facts->n_contested > 0) {
    check->verdict = FOYER_VERDICT_BLOCK;
    check->sentence
        = g_strdup_printf (ngettext ("Somebody else has published another value of %u drafted setting",
                                     "Somebody else has published other values of %u drafted settings",
                                     facts->n_contested),
                           facts->n_contested);
  } else if (facts->n_drafted == 0) {
    say (check, FOYER_VERDICT_PASS, _ ("Nothing waits to be published"));
  } else if (age <= 7 * DAY) {
    check->sentence
        = g_strdup_printf (ngettext ("%u unpublished change", "%u unpublished changes", facts->n_drafted),
                           facts->n_drafted);
  } else {
    check->verdict = FOYER_VERDICT_WARN;
    check->sentence = g_strdup_printf (ngettext ("%u change has not been published for more than a week",
                                                 "%u changes have not been published for more than a week",
                                                 facts->n_drafted),
                                       facts->n_drafted);
  }
  if (check->verdict != FOYER_VERDICT_PASS)
    lead (check, "configuration.publish", NULL);
}

/* --- All of them --- */

static const struct {
  const char *title;
  void (*run) (const FoyerHealthFacts *facts, FoyerHealthCheck *check);
  gboolean asks_server; /* whether it needs what only the server says of the business */
} checks[] = {
  { N_ ("Portal"), check_portal, TRUE },
  { N_ ("Address"), check_address, TRUE },
  { N_ ("Payments"), check_payments, TRUE },
  { N_ ("Text Messages"), check_texts, TRUE },
  { N_ ("Email"), check_mail, TRUE },
  { N_ ("Sign-In"), check_sign_in, TRUE },
  { N_ ("Synchronisation"), check_sync, FALSE },
  { N_ ("Draft"), check_draft, FALSE },
};

void
foyer_health_check_free (FoyerHealthCheck *check)
{
  g_free (check->sentence);
  g_free (check);
}

GPtrArray *
foyer_health_judge (const FoyerHealthFacts *facts)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_health_check_free);
  gboolean is_known = facts->settings != NULL && facts->organisation != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++) {
    FoyerHealthCheck *check = g_new0 (FoyerHealthCheck, 1);

    check->title = _ (checks[i].title);
    check->verdict = FOYER_VERDICT_PASS;
    if (checks[i].asks_server && !is_known)
      say (check, FOYER_VERDICT_UNKNOWN, _ ("It has not been fetched from the server yet"));
    else
      checks[i].run (facts, check);
    g_ptr_array_add (all, check);
  }
  return all;
}
