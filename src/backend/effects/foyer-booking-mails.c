/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-mails.c - what clients and the team are mailed about bookings */

#include "effects/foyer-effect-mails.h"

#include "foyer-json.h"
#include "types/booking.h"
#include "types/portal_settings.h"

#include <string.h>

typedef struct {
  FoyerTransaction *transaction;
  JsonObject *booking;
  FoyerClientReader reader;
} Telling;

static GHashTable *
make_values (Telling *self, const char *language, const char *message, GError **error)
{
  const FoyerMailContext context = foyer_client_reader_context (&self->reader, language);

  return foyer_mail_record_values (&context, self->booking, "/bookings/", message, error);
}

/* --- The client --- */

static gboolean
tell_client (Telling *self, FoyerMailKind kind, const char *message, GError **error)
{
  g_autoptr (GHashTable) values = make_values (self, self->reader.language, message, error);

  return values != NULL
         && foyer_client_mail_submit (&self->reader, kind, "booked",
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
  g_autoptr (GHashTable) values = make_values (self, self->reader.business->language,
                                               foyer_json_object_text (self->booking, "note"), error);

  return values != NULL
         && foyer_team_notices_submit (self->transaction, kind,
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
