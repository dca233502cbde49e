/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerVerdict:
 * @FOYER_VERDICT_PASS: the rule holds
 * @FOYER_VERDICT_INFO: holds, with something worth knowing
 * @FOYER_VERDICT_WARN: may go ahead, somebody should look
 * @FOYER_VERDICT_UNKNOWN: cannot be checked with what is known here
 * @FOYER_VERDICT_BLOCK: must not go ahead without a reason of its own
 *
 * In order of weight: the worst finding decides.
 */
typedef enum {
  FOYER_VERDICT_PASS,
  FOYER_VERDICT_INFO,
  FOYER_VERDICT_WARN,
  FOYER_VERDICT_UNKNOWN,
  FOYER_VERDICT_BLOCK,
} FoyerVerdict;

/**
 * FoyerFinding:
 * @rule: the rule's id in product.md, such as `B04`
 * @verdict: what it says
 * @may_override: whether a block can be overridden with a reason
 * @sentence: the fact, for staff
 * @client_sentence: (nullable): what may be told to the client
 * @evidence: (nullable): the numbers and names behind the fact
 * @fix: (nullable): what would make it pass, as an imperative for staff
 *
 * What one rule answered. Never a bare boolean.
 */
typedef struct {
  const char *rule;
  FoyerVerdict verdict;
  gboolean may_override;
  char *sentence;
  char *client_sentence;
  char *evidence;
  char *fix;
} FoyerFinding;

void foyer_finding_free (FoyerFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFinding, foyer_finding_free)

G_END_DECLS
