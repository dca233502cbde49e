/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record-source.h"

G_BEGIN_DECLS

/* How the portal is doing (E3): what is known of it, and what to say of that. */

/**
 * FoyerHealthFacts:
 * @settings: (nullable): published, complete; %NULL until they have been fetched
 * @organisation: (nullable)
 * @ways_in: invites that were made and links that documents carry
 * @primary_host: (nullable): the business's own address that portal links use
 * @failed_host: (nullable): an address whose verification failed
 * @mails_arrived: mails of the last 30 days that left and did not come back
 * @mails_bounced: those that did
 * @texts_sent: text messages of the last 7 days
 * @signed_in: sign-ins of the last 30 days
 * @sign_ins_failed: tries of the last 30 days that came to nothing
 * @scanners: links that a mail scanner opened in the last 30 days
 * @own_templates: mails that have words of the business's own
 * @documents_shown: its own documents that clients see
 * @now: seconds since 1970
 * @synced_at: seconds since 1970, 0 for never
 * @needs_sign_in: whether nothing is fetched until somebody signs in
 * @is_syncing: whether it is being fetched now
 * @n_drafted: settings that are changed and not published
 * @n_contested: those of them that somebody else has published meanwhile
 * @drafted_at: since when something is not published, 0 if nobody knows
 *
 * The first group is read by foyer_health_read(); from @synced_at on it is what the desk says.
 */
typedef struct {
  FoyerRecord *settings;
  FoyerRecord *organisation;
  gint64 ways_in;
  char *primary_host;
  FoyerVerdict primary_verdict;
  char *failed_host;
  gint64 mails_arrived;
  gint64 mails_bounced;
  gint64 texts_sent;
  gint64 signed_in;
  gint64 sign_ins_failed;
  gint64 scanners;
  gint64 own_templates;
  gint64 documents_shown;
  gint64 now;

  gint64 synced_at;
  gboolean needs_sign_in;
  gboolean is_syncing;
  guint n_drafted;
  guint n_contested;
  gint64 drafted_at;
} FoyerHealthFacts;

/**
 * FoyerHealthCheck:
 * @title: translated
 * @verdict: %FOYER_VERDICT_PASS, %FOYER_VERDICT_WARN, %FOYER_VERDICT_BLOCK, or %FOYER_VERDICT_UNKNOWN; of a step %FOYER_VERDICT_PASS if it
 *   is done and %FOYER_VERDICT_INFO if not
 * @sentence: (transfer full): what is so
 * @action: (nullable): where it is put right
 * @target: (nullable): the action's parameter
 */
typedef struct {
  const char *title;
  FoyerVerdict verdict;
  char *sentence;
  const char *action;
  const char *target;
} FoyerHealthCheck;

void foyer_health_facts_free (FoyerHealthFacts *facts);
void foyer_health_check_free (FoyerHealthCheck *check);

/**
 * foyer_health_read:
 * @now: seconds since 1970
 *
 * Counts; nothing of it is listed but addresses.
 *
 * Returns: (transfer full): what @source knows, or %NULL if it failed
 */
FoyerHealthFacts *foyer_health_read (FoyerRecordSource *source, gint64 now, GError **error);

/**
 * foyer_health_judge:
 *
 * Returns: (transfer full) (element-type FoyerHealthCheck): one of each kind, always in the same order: portal, address, payments, text
 *   messages, email, sign-in, sync, draft. What is not known yet says so and is never fine
 */
GPtrArray *foyer_health_judge (const FoyerHealthFacts *facts);

/**
 * foyer_setup_judge:
 *
 * Returns: (transfer full) (element-type FoyerHealthCheck): the six steps of setting the portal up, each done or not; none before the
 *   settings have been fetched
 */
GPtrArray *foyer_setup_judge (const FoyerHealthFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHealthFacts, foyer_health_facts_free)

G_END_DECLS
