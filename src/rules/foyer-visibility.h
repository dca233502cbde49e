/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record.h"
#include "foyer-shared-words.h"

G_BEGIN_DECLS

/**
 * foyer_visibility_check:
 * @settings: effective settings
 * @scope: what should be seen
 * @client: (nullable)
 * @link: (nullable): the link that somebody came by
 * @person: (nullable): who looks
 * @language: in which the findings speak
 *
 * The middle of the visibility chain (product.md X12): organisation feature (D22) → client scope (D23) → link scope (D24) → person
 * (D25). Who is not there hides nothing.
 *
 * Returns: (transfer full) (element-type FoyerFinding): one a link of the chain, in its order; the first block is the answer
 */
GPtrArray *foyer_visibility_check (FoyerRecord *settings,
                                   FoyerScope scope,
                                   FoyerRecord *client,
                                   FoyerRecord *link,
                                   FoyerRecord *person,
                                   const char *language);

/**
 * foyer_visibility_is_open:
 * @client: (nullable)
 * @link: (nullable)
 * @person: (nullable)
 *
 * The same as foyer_visibility_check() without its words, for every page that is made.
 *
 * Returns: whether no link of the chain hides @scope
 */
gboolean foyer_visibility_is_open (FoyerRecord *settings,
                                   FoyerScope scope,
                                   FoyerRecord *client,
                                   FoyerRecord *link,
                                   FoyerRecord *person);

G_END_DECLS
