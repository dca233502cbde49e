/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * FoyerSigning:
 * @client_id: for whom
 * @person_id: (nullable): who, if they are known
 * @link_id: (nullable): the link that they came by
 * @session_id: their session
 * @subject_id: the quote version or document
 * @paper: what it says, from foyer_quote_paper() or foyer_document_paper()
 * @name: as it was typed
 * @email: (nullable): as it was typed
 * @consent: the sentence that they agreed to
 * @address: (nullable): the network address
 * @agent: (nullable): the browser
 * @code_address: (nullable): where the code was mailed that they typed, if one was asked for (A7)
 *
 * One signature that a client has just given.
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  const char *link_id;
  const char *session_id;
  const char *subject_id;
  JsonObject *paper;
  const char *name;
  const char *email;
  const char *consent;
  const char *address;
  const char *agent;
  const char *code_address;
} FoyerSigning;

/**
 * foyer_signature_write:
 *
 * Adds a signature to the end of the organisation's chain, and an audit event, in the caller's transaction (000-28, 000-34). Nothing else
 * in the program writes signatures.
 *
 * Returns: %FALSE with @error set; the transaction must not be committed then
 */
gboolean foyer_signature_write (FoyerTransaction *transaction, const FoyerSigning *signing, GError **error);

G_END_DECLS
