/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_ZONE_ERROR (foyer_zone_error_quark ())

/**
 * FoyerZoneError:
 * @FOYER_ZONE_ERROR_NAME: not the form of an IANA zone name
 * @FOYER_ZONE_ERROR_UNKNOWN: this computer's zone table has no such zone
 */
typedef enum {
  FOYER_ZONE_ERROR_NAME,
  FOYER_ZONE_ERROR_UNKNOWN,
} FoyerZoneError;

GQuark foyer_zone_error_quark (void);

/**
 * FoyerZoneFit:
 * @FOYER_ZONE_UNIQUE: the local time happens once
 * @FOYER_ZONE_GAP: clocks jump over it, it does not happen
 * @FOYER_ZONE_OVERLAP: clocks go back, it happens twice
 */
typedef enum {
  FOYER_ZONE_UNIQUE,
  FOYER_ZONE_GAP,
  FOYER_ZONE_OVERLAP,
} FoyerZoneFit;

/**
 * FoyerLocalTime:
 * @date: the day
 * @second: since the clock showed midnight, 0 to 86399
 *
 * What calendar and clock on the wall show. A value: copied by assignment, owning nothing.
 */
typedef struct {
  FoyerDate date;
  int second;
} FoyerLocalTime;

#define FOYER_TYPE_ZONE (foyer_zone_get_type ())

/**
 * FoyerZone: (ref-func foyer_zone_ref) (unref-func foyer_zone_unref)
 *
 * A zone of the IANA table, immutable, of any thread. There is no local zone and no default: the name comes from a record.
 */
typedef struct _FoyerZone FoyerZone;

GType foyer_zone_get_type (void);

/**
 * foyer_zone_new:
 * @name: `UTC`, or an IANA name such as `America/Los_Angeles`
 *
 * Returns: (transfer full): the zone, or %NULL with a #FoyerZoneError; never UTC in the place of another zone
 */
FoyerZone *foyer_zone_new (const char *name, GError **error);

FoyerZone *foyer_zone_ref (FoyerZone *self);
void foyer_zone_unref (FoyerZone *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerZone, foyer_zone_unref)

/**
 * foyer_zone_get_name:
 *
 * Returns: the name it was made from
 */
const char *foyer_zone_get_name (FoyerZone *self);

/**
 * foyer_zone_offset:
 * @seconds: since 1970-01-01 UTC
 *
 * Returns: how many seconds local time is ahead of UTC at that moment
 */
int foyer_zone_offset (FoyerZone *self, gint64 seconds);

/**
 * foyer_zone_to_local:
 * @seconds: since 1970-01-01 UTC, within the years 1 to 9999
 *
 * Returns: what the clock on the wall shows
 */
FoyerLocalTime foyer_zone_to_local (FoyerZone *self, gint64 seconds);

/**
 * foyer_zone_to_utc:
 * @fit: (out) (optional): whether that local time happens once, never or twice
 *
 * Returns: seconds since 1970-01-01 UTC; of a time that happens twice the first, and of one that does not happen the moment as
 *   long after the jump as the time is after its start
 */
gint64 foyer_zone_to_utc (FoyerZone *self, const FoyerLocalTime *local, FoyerZoneFit *fit);

/**
 * foyer_zone_table_version:
 *
 * Two computers with different zone tables may show one moment differently, so this is part of what is hashed.
 *
 * Returns: (transfer full): the release of this computer's zone table, such as `2025b`, or `unknown`
 */
char *foyer_zone_table_version (void);

G_END_DECLS
