/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * Patches are PatchObjects of RFC 8620 §5.3: an object whose member names are JSON pointers without the leading slash and whose
 * values replace what is there; null removes. They are pure functions of JSON objects, the same on console and server.
 */

/**
 * foyer_patch_check:
 *
 * Checks the form of @patch alone: no path into a list, no path that is a prefix of another.
 *
 * Returns: %FALSE with %FOYER_RECORD_ERROR_PATCH
 */
gboolean foyer_patch_check (const FoyerRecordType *type, JsonObject *patch, GError **error);

/**
 * foyer_patch_apply:
 * @record: (nullable): the value before; %NULL for a creation, whose patch is the whole record
 *
 * Returns: (transfer full): the value after, or %NULL with %FOYER_RECORD_ERROR_PATCH (a parent that does not exist)
 */
JsonObject *foyer_patch_apply (JsonObject *record, JsonObject *patch, GError **error);

/**
 * foyer_patch_inverse:
 *
 * Returns: (transfer full): the patch that takes the record after @patch back to @record
 */
JsonObject *foyer_patch_inverse (JsonObject *record, JsonObject *patch);

/**
 * foyer_patch_expected:
 * @type: whose strict fields count
 *
 * Returns: (transfer full): the present values of the strict fields that @patch touches, pointer to value: what `ifMatch` names
 */
JsonObject *foyer_patch_expected (const FoyerRecordType *type, JsonObject *record, JsonObject *patch);

/**
 * foyer_patch_rebase:
 * @record: as it stands now
 * @patch: a change that was made when @record was otherwise
 * @expected: (nullable): what it names of the record from then: pointer to value
 *
 * Brings a change over a record that has moved on. Texts that merge are merged with what came in between, lists that only grow keep it;
 * everything else that is named must be as it was.
 *
 * Returns: (transfer full) (nullable): the change to apply now, %NULL if it contradicts @record and a person has to say
 */
JsonObject *
foyer_patch_rebase (const FoyerRecordType *type, JsonObject *record, JsonObject *patch, JsonObject *expected);

/**
 * foyer_patch_lookup:
 *
 * Returns: (transfer none) (nullable): the value at @pointer in @record
 */
JsonNode *foyer_patch_lookup (JsonObject *record, const char *pointer);

/**
 * foyer_patch_difference:
 *
 * Returns: (transfer full): the patch of whole members that takes @from to @to
 */
JsonObject *foyer_patch_difference (JsonObject *from, JsonObject *to);

G_END_DECLS
