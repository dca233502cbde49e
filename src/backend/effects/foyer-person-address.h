/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * foyer_person_address_apply:
 * @before: (nullable): a PortalPerson as it is
 * @after: as it will be
 * @error: (out): why not
 *
 * Addresses are one login whatever letters are large in them (product.md A7); they are shown as they were typed.
 *
 * Refuses an address that somebody else of the client has. When an address changes, all that the former one opened ends: sessions, sign-in
 * mails with their codes, invites, direct links that name the person, and its password if nobody else signs in with it. What was
 * known of its mail is forgotten. One audit event tells of it.
 *
 * Returns: %FALSE with @error set if the change is refused
 */
gboolean foyer_person_address_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);

G_END_DECLS
