/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-day-plan.h"
#include "foyer-fit-summary.h"
#include "foyer-office-time.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/* What only the page of a booking says. Pure. */

gboolean foyer_booking_shows_fit (GObject *self, const FoyerFitSummary *fit);
gboolean foyer_booking_shows_plan (GObject *self, const FoyerDayPlan *plan);

/* Only while it can still be approved. */
gboolean foyer_booking_shows_outcome (GObject *self, const FoyerFitSummary *fit, const char *client_text);

/* `Tuesday, May 6` */
char *foyer_booking_day_title (GObject *self, const FoyerDayPlan *plan, FoyerOfficeTime *time);

/* `3 of 5 bookings taken` */
char *foyer_booking_day_taken (GObject *self, const FoyerDayPlan *plan);

/* `On the portal · English (US)`, and when, if it cannot be sent now */
char *foyer_booking_outcome_note (GObject *self, const char *language, gint64 offline_since);

/* 24 pixels at the sides, 16 when narrow. */
int foyer_booking_margin (GObject *self, gboolean narrow);

/* The sentence for somebody who looks at a request that is no longer to be decided; nothing while it is. */
char *foyer_booking_stale_text (GObject *self,
                                FoyerRecord *booking,
                                FoyerRecord *client,
                                FoyerRecord *decided_by,
                                FoyerOfficeTime *time,
                                gint64 now);

G_END_DECLS
