/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis.h"

G_BEGIN_DECLS

/**
 * FoyerDiagnosisQuestion:
 * @chain: what it asks
 * @words: in the language that was asked for, such as `Can't see visits`; owned by the program
 *
 * A question that can be asked of a diagnosis.
 */
typedef struct {
  FoyerDiagnosisChain chain;
  const char *words;
} FoyerDiagnosisQuestion;

/**
 * foyer_diagnosis_find_chain:
 * @words: what somebody typed, in English or German: `no email`, `kann nicht zahlen`
 * @chain: (out): what it asks
 *
 * Understands a question in free text. A slip or two of the keyboard do no harm; case, accents and order do not matter.
 *
 * Returns: %FALSE if nothing in it is understood
 */
gboolean foyer_diagnosis_find_chain (const char *words, FoyerDiagnosisChain *chain);

/**
 * foyer_diagnosis_suggest:
 * @words: (nullable): what was typed so far; %NULL or empty for everything
 * @language: of the suggestions, a BCP 47 tag
 *
 * Returns: (transfer full) (element-type FoyerDiagnosisQuestion): questions, the likeliest first; everything in the order of the chains
 *   if nothing fits
 */
GArray *foyer_diagnosis_suggest (const char *words, const char *language);

G_END_DECLS
