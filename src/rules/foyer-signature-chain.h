/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The chain of an organisation's signatures, in the order of their numbers, which begin with 1 and have no gap. Each holds the hash of
 * the one before; its own is the lower-case hex SHA-256 of the canonical form (RFC 8785) of its id and its fields but `hash`. What the
 * server notes about every record (`rev`, `createdAt`, `updatedAt`, `updatedBy`) is not in it.
 */

/**
 * foyer_signature_hash:
 * @signature: the JSON form of a Signature, with or without its hash
 *
 * Returns: (transfer full): the hash that it must hold
 */
char *foyer_signature_hash (JsonObject *signature);

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
