/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-random.h"

G_BEGIN_DECLS

/**
 * foyer_uuid_new:
 *
 * Returns: (transfer full): a UUIDv7 (RFC 9562): ids made in a later millisecond sort later, so inserts stay in key order
 */
char *foyer_uuid_new (FoyerClock *clock, FoyerRandom *random);

/**
 * foyer_id_new:
 * @prefix: the record type's letters, such as `bk`
 *
 * Ids are made by whoever creates the record, so that work done offline keeps its identity.
 *
 * Returns: (transfer full): @prefix, a hyphen and a UUIDv7
 */
char *foyer_id_new (const char *prefix, FoyerClock *clock, FoyerRandom *random);

/**
 * foyer_id_has_prefix:
 * @prefix: the record type's letters
 *
 * Returns: whether @id is @prefix, a hyphen and a well-formed lower-case UUID
 */
gboolean foyer_id_has_prefix (const char *id, const char *prefix);

/**
 * foyer_id_is_valid:
 *
 * Returns: whether @id is an Id of RFC 8620: 1 to 255 characters of `A-Za-z0-9_-`
 */
gboolean foyer_id_is_valid (const char *id);

/**
 * foyer_id_time:
 *
 * Returns: the moment in which a Foyer id was made, in milliseconds since 1970, or -1 if @id carries none
 */
gint64 foyer_id_time (const char *id);

G_END_DECLS
