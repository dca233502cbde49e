/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-news.c - what a notification says about a booking */

#include "foyer-booking-news.h"

#include "foyer-approval-closures.h"

#include "foyer-fit.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/property.h"
#include "types/service.h"

#include <glib/gi18n-lib.h>

/* A name that cannot be read is missing in the text; that is no reason to stay silent. */
static FoyerRecord *
look_up (FoyerRecordSource *source, const FoyerRecordType *type, const char *id)
{
  g_autoptr (GError) error = NULL;
  FoyerRecord *record = id == NULL ? NULL : foyer_record_source_get (source, type, id, &error);

  if (error != NULL)
    g_warning ("%s: %s", id, error->message);
  return record;
}

FoyerBookingNews *
foyer_booking_news_read (FoyerRecordSource *source, const char *booking_id, gint64 now, GError **error)
{
  g_autoptr (FoyerRecord) booking = foyer_record_source_get (source, &foyer_booking_type, booking_id, error);
  g_autoptr (FoyerFit) fit = NULL;
  FoyerBookingNews *self;

  if (booking == NULL)
    return NULL;
  fit = foyer_fit_check (source, booking, now, error);
  if (fit == NULL)
    return NULL;
  self = g_new0 (FoyerBookingNews, 1);
  self->client = look_up (source, &foyer_client_type, foyer_booking_get_client_id (booking));
  self->service = look_up (source, &foyer_service_type, foyer_booking_get_service_id (booking));
  self->property = look_up (source, &foyer_property_type, foyer_booking_get_property_id (booking));
  self->fits = fit->verdict <= FOYER_VERDICT_INFO;
  self->booking = g_steal_pointer (&booking);
  return self;
}

void
foyer_booking_news_free (FoyerBookingNews *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->booking);
  g_clear_object (&self->client);
  g_clear_object (&self->service);
  g_clear_object (&self->property);
  g_free (self);
}

static char *
write_title (const FoyerBookingNews *self, FoyerOfficeTime *time)
{
  g_autofree char *client = foyer_approval_client_name (NULL, self->client);
  g_autofree char *slot = foyer_approval_slot (NULL, self->booking, time);

  /* Translators: who asks, then when: "Ellen Ruiz · Tue, May 6, 9–11 AM" */
  return g_strdup_printf (_ ("%s · %s"), client, slot);
}

static char *
write_body (const FoyerBookingNews *self)
{
  g_autofree char *service = foyer_approval_service_name (NULL, self->service);
  g_autofree char *place = foyer_approval_address (NULL, self->property);
  g_autofree char *what = place == NULL || *place == '\0' ? g_steal_pointer (&service)
                                                          /* Translators: the work, then the address. */
                                                          : g_strdup_printf (_ ("%s, %s"), service, place);

  if (foyer_approval_is_cancellation (NULL, self->booking))
    return g_strdup_printf (_ ("Wants to cancel: %s"), what);
  if (foyer_approval_is_move (NULL, self->booking))
    return g_strdup_printf (_ ("Wants another time: %s"), what);
  return g_steal_pointer (&what);
}

GNotification *
foyer_booking_news_write (const FoyerBookingNews *self, FoyerOfficeTime *time)
{
  g_autofree char *title = write_title (self, time);
  g_autofree char *body = write_body (self);
  const char *id = foyer_record_get_id (self->booking);
  GNotification *notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-booking", "s", id);
  if (self->fits)
    g_notification_add_button_with_target (notification, _ ("Approve"), "app.approve-booking", "s", id);
  g_notification_add_button_with_target (notification, _ ("Look"), "app.open-booking", "s", id);
  if (foyer_approval_is_urgent (NULL, self->booking))
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  return notification;
}
