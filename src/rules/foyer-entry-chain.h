/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-finding.h"

G_BEGIN_DECLS

/*
 * The start of the visibility chain (product.md X12), which every way into the portal shares: links and people who sign in. Not for
 * use outside of this floor.
 */

/**
 * FoyerEntryChain:
 * @client: (nullable): whose portal it is, if known
 * @person: (nullable): who wants to come in, if known
 * @now: seconds since 1970
 * @findings: (element-type FoyerFinding): what was found so far
 *
 * One look at somebody at the door. Owns nothing.
 */
typedef struct {
  FoyerRecordSource *source;
  FoyerBusiness *business;
  FoyerRecord *client;
  FoyerRecord *person;
  gint64 now;
  GPtrArray *findings;
} FoyerEntryChain;

/**
 * foyer_entry_chain_add:
 * @sentence: (transfer full): for staff
 *
 * Returns: (transfer none): the finding; nothing at the door can be overridden
 */
FoyerFinding *
foyer_entry_chain_add (FoyerEntryChain *self, const char *rule, FoyerVerdict verdict, char *sentence);

/**
 * foyer_entry_chain_describe_change:
 * @text: (out) (transfer full) (nullable): `Ana, May 2, 4 PM`, as far as it is known
 *
 * Returns: %FALSE if the source failed
 */
gboolean foyer_entry_chain_describe_change (FoyerEntryChain *self,
                                            const char *staff_id,
                                            gint64 at,
                                            char **text,
                                            GError **error);

/**
 * foyer_entry_chain_check_portal:
 *
 * D01: the portal is on (000-4, X7).
 */
void foyer_entry_chain_check_portal (FoyerEntryChain *self);

/**
 * foyer_entry_chain_lets_client:
 * @client: (nullable)
 *
 * Returns: whether D02 holds: the client is known, still one, and its portal is on
 */
gboolean foyer_entry_chain_lets_client (FoyerRecord *client);

/**
 * foyer_entry_chain_check_client:
 *
 * D02: it is on for this client (001-29).
 */
gboolean foyer_entry_chain_check_client (FoyerEntryChain *self, GError **error);

/**
 * foyer_entry_chain_check_person:
 *
 * D11: the person finished onboarding and was not shut out since (001-10, 004-20).
 */
void foyer_entry_chain_check_person (FoyerEntryChain *self);

/**
 * foyer_entry_chain_check_sso:
 *
 * D13: neither the organisation nor the client wants single sign-on alone (001-37).
 */
void foyer_entry_chain_check_sso (FoyerEntryChain *self);

/**
 * foyer_entry_chain_check_domain:
 *
 * D14: the person's address is in a domain that may come in (000-67). Domains are compared as they stand in the DNS, whole: not
 * by how they end.
 */
void foyer_entry_chain_check_domain (FoyerEntryChain *self);

G_END_DECLS
