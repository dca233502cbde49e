/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * foyer_invite_check:
 * @name: as typed so far
 * @email: as typed so far
 * @same: (nullable): a PortalPerson of the same client who has this address
 * @settings: (nullable): the PortalSettings
 * @ready: (out): whether the invite can be sent
 *
 * The look before an invite leaves (D3): what is wrong with the address, or what may be.
 *
 * Returns: (transfer full) (nullable): one sentence; %NULL while nothing is typed
 */
char *foyer_invite_check (const char *name,
                          const char *email,
                          FoyerRecord *same,
                          FoyerRecord *settings,
                          gboolean *ready);

/**
 * foyer_invite_check_password:
 * @password: as typed so far
 *
 * Returns: (transfer full) (nullable): what a password that staff set lacks; %NULL if the server takes it (004-24)
 */
char *foyer_invite_check_password (const char *password);

/**
 * foyer_invite_check_allows:
 * @delivery: a word of `access.invite_delivery`
 *
 * Returns: whether the settings let people be invited this way
 */
gboolean foyer_invite_check_allows (FoyerRecord *settings, const char *delivery);

G_END_DECLS
