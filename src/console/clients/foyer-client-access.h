/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-access-line.h"
#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CLIENT_ACCESS (foyer_client_access_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClientAccess, foyer_client_access, FOYER, CLIENT_ACCESS, AdwBin)

/**
 * FoyerClientAccess:
 *
 * Who gets into a client's portal and how (D3): its people with their invites, its links and its open sessions. What can be done about
 * them are the actions of the group `access`, which stand above this widget.
 *
 * Properties: `desk`, `client` (a Client, or %NULL); read-only: `refusal` (why whoever is signed in may not change anything, or %NULL),
 * `has-people`, `has-links`, `has-sessions`.
 */

/**
 * foyer_client_access_find:
 * @action: of the group `access`
 *
 * Returns: (transfer none) (nullable): the first verb with this action, which is meant when a key says it of the whole client
 */
const FoyerAccessVerb *foyer_client_access_find (FoyerClientAccess *self, const char *action);

G_END_DECLS
