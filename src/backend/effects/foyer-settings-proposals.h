/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * foyer_settings_proposals_close:
 * @settings: PortalSettings as they are published now
 *
 * Has each open proposal be published all of whose values are so by now, whoever published them (X18).
 */
gboolean foyer_settings_proposals_close (FoyerTransaction *transaction, JsonObject *settings, GError **error);

G_END_DECLS
