/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Somebody who is to be forgotten. What is personal goes: name, addresses, numbers and browsers, in their own record, in signatures, sign-ins,
 * sessions, invites, mails and the log; what waited to be mailed to them never leaves. What was written, asked for, booked and signed stays
 * with the client, without the name, and every signature still holds on to the one before (foyer_signature_erase()).
 */

/**
 * foyer_person_erasure_prepare:
 * @before: (nullable): the JSON form of a PortalPerson before
 * @after: what it is to be; if it says `erase`, it loses who they are. Without their address everything that it opened ends
 *   (foyer_person_address_apply())
 * @error: (out): why not
 *
 * Returns: %FALSE with @error set
 */
gboolean foyer_person_erasure_prepare (FoyerTransaction *transaction,
                                       JsonObject *before,
                                       JsonObject *after,
                                       JsonObject **error);

/**
 * foyer_person_erasure_apply:
 * @after: as prepared
 *
 * Forgets them in every other record, after all other effects: those write in the log what was changed.
 *
 * Returns: %FALSE with @error set
 */
gboolean foyer_person_erasure_apply (FoyerTransaction *transaction, JsonObject *after, JsonObject **error);

G_END_DECLS
