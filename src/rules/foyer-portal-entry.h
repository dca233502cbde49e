/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-finding.h"
#include "foyer-record-source.h"

G_BEGIN_DECLS

/**
 * FoyerPortalEntry:
 * @findings: (element-type FoyerFinding): in the order of the chain
 * @verdict: the worst of them
 * @asks_first: whether the bearer is asked for the address or phone number on file before they come in (X2, 003-6)
 * @lives_until: seconds since 1970 from which the link is dead, %G_MAXINT64 if it never dies; unpaid invoices count once its own time is over
 *
 * Whether a direct link opens the portal: the start of the visibility chain (product.md X12) as findings D01, D02 and D11 to D16.
 * Portal on → client enabled → person active → sign-in rules → link alive. The first that fails is the answer, the later ones are
 * worth knowing, too.
 */
typedef struct {
  GPtrArray *findings;
  FoyerVerdict verdict;
  gboolean asks_first;
  gint64 lives_until;
} FoyerPortalEntry;

/**
 * foyer_portal_entry_check:
 * @link: a PortalLink; it need not be in @source
 * @now: seconds since 1970
 *
 * A link lives until its date, or for `access.direct_link_days` from when its secret was made. Unpaid invoices keep it alive if
 * `access.extend_while_unpaid` is on (000-65): those that were there before it ended, for at most 180 days from when its secret was made, and
 * never if it was revoked.
 *
 * Returns: (transfer full): the answer, or %NULL if @source failed
 */
FoyerPortalEntry *
foyer_portal_entry_check (FoyerRecordSource *source, FoyerRecord *link, gint64 now, GError **error);

/**
 * foyer_portal_entry_check_at:
 * @business: of @source
 *
 * The same for whoever has read the business already.
 *
 * Returns: (transfer full): the answer, or %NULL if @source failed
 */
FoyerPortalEntry *foyer_portal_entry_check_at (FoyerRecordSource *source,
                                               FoyerBusiness *business,
                                               FoyerRecord *link,
                                               gint64 now,
                                               GError **error);

/**
 * foyer_portal_entry_check_of:
 * @business: of @source
 * @client: (nullable): the client of @link
 * @person: (nullable): the person of @link
 *
 * The same for whoever has looked up these, too.
 *
 * Returns: (transfer full): the answer, or %NULL if @source failed
 */
FoyerPortalEntry *foyer_portal_entry_check_of (FoyerRecordSource *source,
                                               FoyerBusiness *business,
                                               FoyerRecord *link,
                                               FoyerRecord *client,
                                               FoyerRecord *person,
                                               gint64 now,
                                               GError **error);

/**
 * foyer_portal_entry_own_end:
 * @settings: effective PortalSettings
 * @link: a PortalLink
 *
 * Returns: seconds since 1970 from which @link is dead unless unpaid invoices keep it alive, %G_MAXINT64 if it never dies
 */
gint64 foyer_portal_entry_own_end (FoyerRecord *settings, FoyerRecord *link);

void foyer_portal_entry_free (FoyerPortalEntry *entry);

/**
 * foyer_portal_entry_is_open:
 *
 * What cannot be checked is closed.
 *
 * Returns: whether the link lets its bearer in, perhaps after a check
 */
gboolean foyer_portal_entry_is_open (const FoyerPortalEntry *entry);

/**
 * foyer_portal_entry_get_reason:
 *
 * Returns: (transfer none) (nullable): the first finding of the chain that keeps the link shut, %NULL if none does
 */
const FoyerFinding *foyer_portal_entry_get_reason (const FoyerPortalEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPortalEntry, foyer_portal_entry_free)

G_END_DECLS
