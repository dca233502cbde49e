/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-memory-source.h"
#include "foyer-strict-source.h"
#include "foyer-zone.h"

G_BEGIN_DECLS

/**
 * FoyerTestBusiness:
 * @source: what rules are given; it watches what they ask
 * @records: what stands behind it
 *
 * A small business to judge bookings in, and a short way to write records:
 *
 * - a record is JSON with `'` for quotes;
 * - `cl-1` stands for the whole id of the first client, and so on;
 * - `2025-05-06 09:00` is that time on the clocks of the business.
 *
 * It has crew Lee (cm-1, skill gas), Sam (cm-2) and the retired Dee (cm-3); clients Ellen Ruiz (cl-1) at 412 Birch Lane (pr-1) and
 * Hillside Dental (cl-2) at Suite 210 (pr-2); services AC tune-up (sv-1, two hours) and Boiler (sv-2, 90 minutes, gas); Ana (st-1),
 * an administrator; hours from 8:00 to 17:00 on working days; and default settings.
 */
typedef struct {
  FoyerRecordSource *source;
  FoyerMemorySource *records;
  FoyerZone *zone;
} FoyerTestBusiness;

/**
 * foyer_test_business_new:
 * @zone: (nullable): %NULL for a business without hours and crew whose organisation was not pulled yet
 */
FoyerTestBusiness *foyer_test_business_new (const char *zone);

/**
 * foyer_test_business_free:
 *
 * Fails the test if a rule asked for something that no index answers.
 */
void foyer_test_business_free (FoyerTestBusiness *self);

/**
 * foyer_test_business_at:
 * @time: as in `2025-05-06 09:00`
 *
 * Returns: seconds since 1970
 */
gint64 foyer_test_business_at (FoyerTestBusiness *self, const char *time);

/**
 * foyer_test_business_make:
 * @changes: (nullable): members that are different; null takes one away
 *
 * Returns: (transfer full): a record of the type that its id says, not put anywhere
 */
FoyerRecord *foyer_test_business_make (FoyerTestBusiness *self, const char *json, const char *changes);

/**
 * foyer_test_business_put:
 * @json: (nullable): records, one after the other in a list; a record with an id that is there changes the members that it has
 */
void foyer_test_business_put (FoyerTestBusiness *self, const char *json);

/**
 * foyer_test_business_get:
 * @id: short, as in `bk-1`
 */
FoyerRecord *foyer_test_business_get (FoyerTestBusiness *self, const char *id);

/**
 * foyer_test_id:
 *
 * Returns: (transfer full): the whole id that @id stands for
 */
char *foyer_test_id (const char *id);

FoyerStrictSource *foyer_test_business_get_strict (FoyerTestBusiness *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTestBusiness, foyer_test_business_free)

G_END_DECLS
