/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-view-context.h"

G_BEGIN_DECLS

/**
 * foyer_view_add_accounts:
 *
 * Adds the clients between whom the viewer may switch, as the member `accounts`, if they are several (X11). Whoever came by a link
 * sees its client alone.
 */
void foyer_view_add_accounts (JsonObject *view, FoyerViewContext *context);

G_END_DECLS
