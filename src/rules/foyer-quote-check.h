/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-date.h"
#include "foyer-finding.h"
#include "foyer-record.h"
#include "foyer-shared-words.h"

G_BEGIN_DECLS

/* What a client may do with a quote or a document now, and why not (D40, A11, E02). The site asks before it does it, the page before it offers it. */

/**
 * FoyerQuoteAct:
 *
 * What clients do with quotes.
 */
typedef enum {
  FOYER_QUOTE_ACT_APPROVE,
  FOYER_QUOTE_ACT_DECLINE,
  FOYER_QUOTE_ACT_CHANGE,
  FOYER_QUOTE_ACT_COMMENT,
} FoyerQuoteAct;

/**
 * FoyerPaperCase:
 * @settings: the portal settings, complete
 * @permissions: of the viewer, one bit a #FoyerPermission
 * @today: the organisation's day
 * @is_there: whether a version was sent, or the document has a file
 * @is_signed: of a document: whether this client signed it
 * @asks_code: whether signing asks for a code from the address on file (A7)
 * @has_address: whether there is one, foyer_paper_code_address()
 *
 * Who wants to do something about a quote or document, and when.
 */
typedef struct {
  FoyerRecord *settings;
  guint permissions;
  FoyerDate today;
  gboolean is_there;
  gboolean is_signed;
  gboolean asks_code;
  gboolean has_address;
} FoyerPaperCase;

/**
 * foyer_paper_code_address:
 * @person: (nullable): who wants to sign; %NULL for the bearer of a link that names nobody
 * @client: (nullable): for whom
 *
 * Returns: (transfer none) (nullable): the address on file, to which a code for signing is mailed: never one that was typed
 */
const char *foyer_paper_code_address (FoyerRecord *person, FoyerRecord *client);

/**
 * foyer_quote_check:
 * @language: of both sentences
 *
 * Returns: (transfer full): a finding of D40; one that blocks has a sentence for the client, and its evidence is `permission` if somebody
 *   else of the client may be asked
 */
FoyerFinding *
foyer_quote_check (FoyerRecord *quote, FoyerQuoteAct act, const FoyerPaperCase *paper, const char *language);

/**
 * foyer_document_check:
 * @language: of both sentences
 *
 * Returns: (transfer full): the same for signing a document (000-34)
 */
FoyerFinding *foyer_document_check (FoyerRecord *document, const FoyerPaperCase *paper, const char *language);

/**
 * foyer_quote_needs_signature:
 *
 * Returns: whether an approval is signed (000-28)
 */
gboolean foyer_quote_needs_signature (FoyerRecord *settings);

/**
 * foyer_quote_status_on:
 * @today: the organisation's day
 *
 * Returns: how @quote stands on that day, a #FoyerQuoteStatus, or -1 if it has none: one that waits for an answer has expired when its last day
 *   has passed, though nobody may have written that down yet
 */
int foyer_quote_status_on (FoyerRecord *quote, const FoyerDate *today);

G_END_DECLS
