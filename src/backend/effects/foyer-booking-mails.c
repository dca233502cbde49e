/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-mails.c - what clients and the team are mailed about bookings */

#include "effects/foyer-effect-mails.h"

#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "types/booking.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/service.h"

#include <string.h>

typedef struct {
  FoyerTransaction *transaction;
  JsonObject *booking;
  FoyerClientReader reader;
} Telling;

static FoyerRecord *
get_record (Telling *self, const FoyerRecordType *type, const char *member)
{
  const char *id = foyer_json_object_text (self->booking, member);

  return id == NULL ? NULL : foyer_record_source_get (self->transaction->source, type, id, NULL);
}

/* --- Words --- */

static void
set_value (GHashTable *values, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (values, g_strdup (name), g_strdup (value));
}

static void
set_date (Telling *self, GHashTable *values, const char *language)
{
  gint64 start;
  gint64 end;
  g_autofree char *text = NULL;

  if (self->reader.business->zone == NULL
      || !foyer_utc_parse (foyer_json_object_text (self->booking, "start"), &start, NULL)
      || !foyer_utc_parse (foyer_json_object_text (self->booking, "end"), &end, NULL))
    return;
  text = foyer_arrival_text (start, MAX (start, end), self->reader.business->zone, FOYER_WINDOW_BETWEEN,
                             language);
  set_value (values, "date", text);
}

static GHashTable *
make_values (Telling *self, const char *language, const char *message)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (FoyerRecord) service = get_record (self, &foyer_service_type, "serviceId");
  g_autoptr (FoyerRecord) site = get_record (self, &foyer_property_type, "propertyId");
  g_autofree char *link = self->transaction->portal_url == NULL
                              ? NULL
                              : g_strdup_printf ("%s/bookings/%s", self->transaction->portal_url,
                                                 foyer_json_object_text (self->booking, "id"));

  set_date (self, values, language);
  set_value (values, "message", message);
  set_value (values, "link", link);
  set_value (values, "portal", self->transaction->portal_url);
  if (service != NULL)
    set_value (values, "service", foyer_service_get_name (service));
  if (site != NULL)
    set_value (values, "site",
               foyer_property_get_name (site) != NULL ? foyer_property_get_name (site)
                                                      : foyer_property_get_street (site));
  return values;
}

/* --- The client --- */

static gboolean
tell_client (Telling *self, FoyerMailKind kind, const char *message, GError **error)
{
  g_autoptr (GHashTable) values = make_values (self, self->reader.language, message);

  return foyer_client_mail_submit (&self->reader, kind, "booked",
                                   foyer_json_object_text (self->booking, "id"), values, error);
}

static gboolean
tell_decision (Telling *self, const char *status, GError **error)
{
  const char *message = foyer_json_object_text (self->booking, "message");
  const char *reason = foyer_json_object_text (self->booking, "reason");
  gboolean cancels = strcmp (foyer_json_object_text (self->booking, "kind"), "cancel") == 0;
  g_autofree char *both = NULL;

  if (foyer_json_object_boolean (self->booking, "quiet", FALSE) || cancels)
    return TRUE;
  if (strcmp (status, "approved") == 0)
    return tell_client (self, FOYER_MAIL_APPOINTMENT, message, error);
  if (strcmp (status, "declined") != 0 && strcmp (status, "countered") != 0
      && strcmp (status, "cancelled") != 0)
    return TRUE;
  both = reason == NULL || message == NULL ? g_strdup (reason == NULL ? message : reason)
                                           : g_strconcat (reason, "\n", message, NULL);
  return tell_client (self, FOYER_MAIL_BOOKING_ANSWER, both, error);
}

/* --- The team --- */

static gboolean
tell_team (Telling *self, FoyerMailKind kind, GError **error)
{
  g_autoptr (GHashTable) values
      = make_values (self, self->reader.business->language, foyer_json_object_text (self->booking, "note"));

  return foyer_team_notices_submit (self->transaction, kind,
                                    foyer_json_object_text (self->booking, "clientId"),
                                    foyer_json_object_text (self->booking, "id"), values, error);
}

static gboolean
tell_new (Telling *self, GError **error)
{
  gboolean cancels = strcmp (foyer_json_object_text (self->booking, "kind"), "cancel") == 0;
  gboolean waits
      = foyer_portal_settings_get_booking_mode (self->reader.business->settings) != FOYER_BOOKING_MODE_AUTO;

  if (self->transaction->actor != FOYER_BY_CLIENT)
    return TRUE;
  if (cancels)
    return tell_team (self, FOYER_MAIL_TEAM_CANCEL, error);
  return tell_team (self, FOYER_MAIL_TEAM_BOOKING, error)
         && (!waits || tell_client (self, FOYER_MAIL_BOOKING_RECEIVED, NULL, error));
}

static gboolean
tell (Telling *self, JsonObject *before, GError **error)
{
  const char *status = foyer_json_object_text (self->booking, "status");

  if (before == NULL)
    return tell_new (self, error);
  if (self->transaction->actor != FOYER_BY_CLIENT)
    return tell_decision (self, status, error);
  if (strcmp (status, "withdrawn") == 0 || strcmp (status, "cancelled") == 0)
    return tell_team (self, FOYER_MAIL_TEAM_CANCEL, error);
  return strcmp (status, "approved") != 0 || tell_client (self, FOYER_MAIL_APPOINTMENT, NULL, error);
}

gboolean
foyer_booking_mails_submit (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            GError **error)
{
  Telling self = { .transaction = transaction, .booking = after };
  gboolean done
      = foyer_client_reader_open (&self.reader, transaction, foyer_json_object_text (after, "clientId"),
                                  foyer_json_object_text (after, "personId"), error)
        && tell (&self, before, error);

  foyer_client_reader_clear (&self.reader);
  return done;
}
