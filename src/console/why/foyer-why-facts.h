/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_why_find_waiting_invite:
 * @person_id: (nullable)
 *
 * Returns: since when an invite of this person waits on this computer to be sent, in seconds since 1970; 0 if none does
 */
gint64 foyer_why_find_waiting_invite (FoyerStore *store, const char *person_id);

G_END_DECLS
