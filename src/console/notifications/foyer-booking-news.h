/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-record-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerBookingNews:
 * @client: (nullable): who asks
 * @service: (nullable): for what
 * @property: (nullable): where
 * @fits: whether no rule blocks or warns, so that it may be approved unseen
 *
 * A booking with what a notification says about it.
 */
typedef struct {
  FoyerRecord *booking;
  FoyerRecord *client;
  FoyerRecord *service;
  FoyerRecord *property;
  gboolean fits;
} FoyerBookingNews;

/**
 * foyer_booking_news_read:
 * @now: seconds since 1970
 *
 * Looks up the names and runs the fit rules (E2). For the reading thread.
 *
 * Returns: (transfer full): the news, or %NULL with an error, or %NULL without one if there is no such booking
 */
FoyerBookingNews *
foyer_booking_news_read (FoyerRecordSource *source, const char *booking_id, gint64 now, GError **error);
void foyer_booking_news_free (FoyerBookingNews *self);

/**
 * foyer_booking_news_write:
 *
 * Title client and slot, body wish, service and place; opens by `app.open-booking`, with the buttons Approve (`app.approve-booking`, only if
 * it fits) and Look. There is no Decline: that needs a reason.
 *
 * Returns: (transfer full)
 */
GNotification *foyer_booking_news_write (const FoyerBookingNews *self, FoyerOfficeTime *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBookingNews, foyer_booking_news_free)

G_END_DECLS
