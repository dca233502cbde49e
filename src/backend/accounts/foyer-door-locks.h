/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* Wrong tries until a check with few possible answers is locked, and for how many seconds: five tries a day at ten thousand answers. */
#define FOYER_DOOR_TRIES 5
#define FOYER_DOOR_LOCK_SECONDS (24 * 3600)

/**
 * foyer_door_locks_left:
 * @subject: the id of a direct link, or foyer_door_locks_name_address()
 * @now: seconds since 1970
 *
 * Returns: how many tries are left; 0 while it is locked, -1 with an error
 */
int foyer_door_locks_left (FoyerDatabase *database,
                           gint64 organisation,
                           const char *subject,
                           gint64 now,
                           GError **error);

/**
 * foyer_door_locks_fail:
 *
 * Counts a wrong try. The last one locks.
 *
 * Returns: how many tries are left, or -1 with an error
 */
int foyer_door_locks_fail (FoyerDatabase *database,
                           gint64 organisation,
                           const char *subject,
                           gint64 now,
                           GError **error);

/**
 * foyer_door_locks_open:
 *
 * Forgets wrong tries: after a right one, or because staff unlock.
 */
gboolean
foyer_door_locks_open (FoyerDatabase *database, gint64 organisation, const char *subject, GError **error);

/**
 * foyer_door_locks_name_address:
 * @address: that was typed
 *
 * Returns: (transfer full): what stands for it as a subject
 */
char *foyer_door_locks_name_address (const char *address);

/**
 * foyer_door_locks_open_person:
 * @person_id: a PortalPerson
 * @address: (nullable): theirs
 *
 * Forgets wrong tries at everything that is theirs: their address, and links that name them.
 */
gboolean foyer_door_locks_open_person (FoyerDatabase *database,
                                       gint64 organisation,
                                       const char *person_id,
                                       const char *address,
                                       GError **error);

G_END_DECLS
