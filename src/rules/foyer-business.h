/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"
#include "foyer-zone.h"

G_BEGIN_DECLS

/**
 * FoyerBusiness:
 * @organisation: (nullable): %NULL while it has not been pulled
 * @settings: the effective settings
 * @zone: (nullable): the zone in which days begin; %NULL without an organisation, or if this computer does not know its zone
 * @language: (not nullable): the language in which findings speak to staff, owned by @organisation
 *
 * What most decisions need to know of the business, read once.
 */
typedef struct {
  FoyerRecord *organisation;
  FoyerRecord *settings;
  FoyerZone *zone;
  const char *language;
} FoyerBusiness;

/**
 * foyer_business_load:
 *
 * Returns: (transfer full): the business of @source, or %NULL if @source failed
 */
FoyerBusiness *foyer_business_load (FoyerRecordSource *source, GError **error);

/**
 * foyer_business_ref:
 *
 * It is for one thread.
 *
 * Returns: (transfer full): @business, to be let go of with foyer_business_free() once more
 */
FoyerBusiness *foyer_business_ref (FoyerBusiness *business);

void foyer_business_free (FoyerBusiness *business);

/**
 * foyer_business_date:
 * @at: seconds since 1970
 *
 * The business must have a zone.
 *
 * Returns: the day at that moment
 */
FoyerDate foyer_business_date (FoyerBusiness *business, gint64 at);

/**
 * foyer_business_moment:
 * @minute: since midnight, up to 1440
 *
 * The business must have a zone.
 *
 * Returns: seconds since 1970 at which clocks show @minute on @date
 */
gint64 foyer_business_moment (FoyerBusiness *business, const FoyerDate *date, int minute);

/**
 * foyer_business_time_text:
 * @start: seconds since 1970
 * @end: seconds since 1970
 * @day: a moment of the day that the reader has in mind
 *
 * The business must have a zone.
 *
 * Returns: (transfer full): `9:30–11:00`, with the day before it if it is another one than that of @day
 */
char *foyer_business_time_text (FoyerBusiness *business, gint64 start, gint64 end, gint64 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBusiness, foyer_business_free)

G_END_DECLS
