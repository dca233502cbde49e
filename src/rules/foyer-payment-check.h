/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * foyer_payment_check:
 * @organisation: which says whether a payment provider is connected
 * @settings: the portal settings, complete
 * @language: of both sentences
 *
 * Judges whether clients can pay in the portal at all. What the office records is shown to them either way.
 *
 * Returns: (transfer full): a finding of D35 or D36; one that blocks has a sentence for the client
 */
FoyerFinding *foyer_payment_check (FoyerRecord *organisation, FoyerRecord *settings, const char *language);

G_END_DECLS
