/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The chain of an organisation's signatures, in the order of their numbers, which begin with 1 and have no gap. Each holds the hash of
 * the one before; its own is the lower-case hex SHA-256 of the canonical form (RFC 8785) of its id and its fields but `hash`. What the
 * server notes about every record (`rev`, `createdAt`, `updatedAt`, `updatedBy`) is not in it.
 *
 * What is personal in a signature stands in the chain by a hash of its own, `personalHash`, made with a salt: it can be taken out, and every
 * signature still holds on to the one before. Signatures that were made before there was such a hash have everything in their one hash.
 */

/* The name of whoever has been forgotten. */
#define FOYER_SIGNATURE_ERASED "(erased)"

/**
 * foyer_signature_hash:
 * @signature: the JSON form of a Signature, with or without its hash
 *
 * Returns: (transfer full): the hash that it must hold
 */
char *foyer_signature_hash (JsonObject *signature);

/**
 * foyer_signature_personal_hash:
 * @signature: the JSON form of a Signature, with its salt
 *
 * Returns: (transfer full): the hash of its salt and of its fields that are personal data
 */
char *foyer_signature_personal_hash (JsonObject *signature);

/**
 * foyer_signature_erase:
 * @signature: the JSON form of a Signature; loses name, addresses, browser, drawing and salt
 *
 * Forgets who signed. That something was signed, what it said and when stays, and stays provable.
 *
 * Returns: %FALSE, with nothing changed, if it was made before what is personal stood apart: it would no longer be what it was
 */
gboolean foyer_signature_erase (JsonObject *signature);

/**
 * foyer_signature_is_erased:
 *
 * Returns: whether nothing personal is left in @signature
 */
gboolean foyer_signature_is_erased (JsonObject *signature);

/**
 * foyer_signature_last:
 *
 * Returns: (transfer full) (nullable): the newest signature; %NULL if there is none or, with @error set, @source failed
 */
FoyerRecord *foyer_signature_last (FoyerRecordSource *source, GError **error);

/**
 * foyer_signature_chain_check:
 * @findings: (element-type utf8): gets a sentence for each signature that is not what it was when it was made: changed, missing, out of its
 *   place, or of a quote or document that no longer says what was signed (E07)
 *
 * Goes over all signatures of @source's organisation.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_signature_chain_check (FoyerRecordSource *source, GPtrArray *findings, GError **error);

G_END_DECLS
