/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-remedy.h"

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
 * @remedy: (nullable): the same for a machine
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
  FoyerRemedy *remedy;
} FoyerFinding;

/**
 * foyer_finding_new:
 * @rule: (nullable): a static string; %NULL if whoever runs the rule fills it in
 * @sentence: (transfer full): the fact, for staff
 *
 * Returns: (transfer full): a finding that can be overridden if it blocks, with nothing but its sentence
 */
FoyerFinding *foyer_finding_new (const char *rule, FoyerVerdict verdict, char *sentence);

void foyer_finding_free (FoyerFinding *finding);

/**
 * foyer_finding_take_remedy:
 * @remedy: (transfer full): takes the place of the one before; its words become the fix
 */
void foyer_finding_take_remedy (FoyerFinding *finding, FoyerRemedy *remedy);

/**
 * foyer_findings_new:
 *
 * Returns: (transfer full) (element-type FoyerFinding): an empty list that owns its findings
 */
GPtrArray *foyer_findings_new (void);

/**
 * foyer_findings_worst:
 * @findings: (element-type FoyerFinding)
 *
 * Returns: the heaviest verdict among them, %FOYER_VERDICT_PASS if there are none
 */
FoyerVerdict foyer_findings_worst (GPtrArray *findings);

/**
 * foyer_findings_sort:
 * @findings: (element-type FoyerFinding)
 *
 * Puts the worst first; those of one verdict keep their order.
 */
void foyer_findings_sort (GPtrArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFinding, foyer_finding_free)

G_END_DECLS
