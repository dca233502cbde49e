/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-calendar.h"
#include "foyer-working-hours.h"

G_BEGIN_DECLS

/**
 * FoyerCapacity:
 * @business: not owned
 * @crew: (element-type FoyerRecord): who takes visits, in the order of their lanes
 *
 * Who could go when: crew, their hours and what is taken. Slots and fit rules ask the same object, which is why a slot that is
 * offered fits.
 */
typedef struct {
  FoyerBusiness *business;
  GPtrArray *crew;
  FoyerWorkingHours *hours;
  FoyerCalendar *calendar;
} FoyerCapacity;

/**
 * foyer_capacity_load:
 * @business: must have a zone and outlive the capacity
 * @from: seconds since 1970
 * @until: seconds since 1970
 * @now: seconds since 1970
 *
 * Returns: (transfer full): who could go between @from and @until, or %NULL if @source failed
 */
FoyerCapacity *foyer_capacity_load (FoyerRecordSource *source,
                                    FoyerBusiness *business,
                                    gint64 from,
                                    gint64 until,
                                    gint64 now,
                                    GError **error);

void foyer_capacity_free (FoyerCapacity *capacity);

/**
 * foyer_crew_member_can:
 * @service: (nullable)
 *
 * Returns: whether @crew has the skill that @service needs, if any (B06). Skills are compared without regard to case.
 */
gboolean foyer_crew_member_can (FoyerRecord *crew, FoyerRecord *service);

/**
 * foyer_capacity_is_free:
 * @booking: (nullable): the booking that is judged
 *
 * Unknown working hours do not make anybody busy.
 *
 * Returns: whether @crew is at work from @start until @end and nothing else is
 */
gboolean foyer_capacity_is_free (FoyerCapacity *capacity,
                                 FoyerRecord *crew,
                                 gint64 start,
                                 gint64 end,
                                 FoyerRecord *booking);

/**
 * foyer_capacity_list_free:
 * @service: (nullable): what must be done
 * @booking: (nullable): the booking that is judged
 * @n_unassigned: (out): how many of them others will need who have nobody yet
 *
 * Somebody is to be had if there are more of the free than @n_unassigned.
 *
 * Returns: (transfer container) (element-type FoyerRecord): who is free and can do @service, in the order of their lanes
 */
GPtrArray *foyer_capacity_list_free (FoyerCapacity *capacity,
                                     FoyerRecord *service,
                                     gint64 start,
                                     gint64 end,
                                     FoyerRecord *booking,
                                     guint *n_unassigned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCapacity, foyer_capacity_free)

G_END_DECLS
