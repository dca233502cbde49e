/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-finding.h"
#include "foyer-record-source.h"
#include "foyer-shared-words.h"

G_BEGIN_DECLS

/**
 * foyer_sign_in_check:
 * @person: a PortalPerson; it need not be in @source
 * @method: how they want to sign in; a direct link is judged by foyer_portal_entry_check()
 * @now: seconds since 1970
 *
 * Whether somebody may sign in to the portal by themselves, as findings D01, D02, D11 to D14 and D19: portal on → client enabled →
 * person active → method allowed → no single sign-on required → domain allowed → not locked. A client's own policy counts where it is
 * stricter (001-37). Whoever signs in is told none of this; staff are.
 *
 * Returns: (transfer full) (element-type FoyerFinding): what was found, in the order of the chain, or %NULL if @source failed
 */
GPtrArray *foyer_sign_in_check (FoyerRecordSource *source,
                                FoyerRecord *person,
                                FoyerSignInMethod method,
                                gint64 now,
                                GError **error);

/**
 * foyer_sign_in_check_at:
 * @business: of @source
 *
 * The same for whoever has read the business already.
 *
 * Returns: (transfer full) (element-type FoyerFinding): what was found, or %NULL if @source failed
 */
GPtrArray *foyer_sign_in_check_at (FoyerRecordSource *source,
                                   FoyerBusiness *business,
                                   FoyerRecord *person,
                                   FoyerSignInMethod method,
                                   gint64 now,
                                   GError **error);

/**
 * foyer_sign_in_reason:
 * @findings: (element-type FoyerFinding): from foyer_sign_in_check()
 *
 * Returns: (transfer none) (nullable): the first that keeps the person out, %NULL if they may come in
 */
const FoyerFinding *foyer_sign_in_reason (GPtrArray *findings);

/**
 * foyer_sign_in_lets_in:
 * @settings: effective PortalSettings
 * @client: (nullable): the client of @person; %NULL leaves it out of account
 * @person: a PortalPerson
 *
 * Returns: whether D01, D02, D11, D13 and D14 hold: what every way in asks first
 */
gboolean foyer_sign_in_lets_in (FoyerRecord *settings, FoyerRecord *client, FoyerRecord *person);

/**
 * foyer_sign_in_list_ways:
 * @settings: effective PortalSettings
 * @client: (nullable): the client of @person; %NULL leaves it out of account: what it may be stricter in, and its phone number
 * @person: a PortalPerson
 * @now: seconds since 1970
 *
 * The same as foyer_sign_in_check() for all methods at once, without the words, and only those that @person has what it takes for: an address to be
 * mailed to, a password, a phone number beside the address. For whoever asks of many people.
 *
 * Returns: the methods that @person can sign in by, as bits `1 << FoyerSignInMethod`; a direct link is none, for it signs nobody in
 */
guint foyer_sign_in_list_ways (FoyerRecord *settings, FoyerRecord *client, FoyerRecord *person, gint64 now);

/**
 * foyer_sign_in_judge_sso:
 * @wanted: what somebody wants the policy to be
 * @has_provider: whether single sign-on is connected
 *
 * Whether the policy may be so (A7): nobody may be locked out by requiring what does not exist.
 *
 * Returns: (transfer full): finding D13
 */
FoyerFinding *foyer_sign_in_judge_sso (FoyerSso wanted, gboolean has_provider, const char *language);

G_END_DECLS
