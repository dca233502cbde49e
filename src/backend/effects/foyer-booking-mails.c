/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-mails.c - what clients and the team are mailed about bookings */

#include "effects/foyer-effect-mails.h"

#include "foyer-business.h"
#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "mail/foyer-outgoing-mail.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/organisation.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/service.h"

#include <string.h>

typedef struct {
  FoyerTransaction *transaction;
  JsonObject *booking;
  FoyerBusiness *business; /* (owned) */
  FoyerRecord *person;     /* (owned) (nullable) */
  FoyerRecord *client;     /* (owned) (nullable) */
} Telling;

static void
telling_clear (Telling *self)
{
  g_clear_pointer (&self->business, foyer_business_free);
  g_clear_object (&self->person);
  g_clear_object (&self->client);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, telling_clear)

static FoyerRecord *
get_record (Telling *self, const FoyerRecordType *type, const char *member)
{
  const char *id = foyer_json_object_text (self->booking, member);

  return id == NULL ? NULL : foyer_record_source_get (self->transaction->source, type, id, NULL);
}

static gboolean
prepare (Telling *self, GError **error)
{
  self->business = foyer_business_load (self->transaction->source, error);
  if (self->business == NULL)
    return FALSE;
  self->person = get_record (self, &foyer_portal_person_type, "personId");
  self->client = get_record (self, &foyer_client_type, "clientId");
  return TRUE;
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

  if (self->business->zone == NULL
      || !foyer_utc_parse (foyer_json_object_text (self->booking, "start"), &start, NULL)
      || !foyer_utc_parse (foyer_json_object_text (self->booking, "end"), &end, NULL))
    return;
  text = foyer_arrival_text (start, MAX (start, end), self->business->zone, FOYER_WINDOW_BETWEEN, language);
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

/* Mail about visits, unless the person wants none (001-14). */
static gboolean
wants_mail (FoyerRecord *person)
{
  JsonNode *map = foyer_portal_person_get_notifications (person);
  FoyerPortalPersonStatus status = foyer_portal_person_get_status (person);
  JsonObject *booked = NULL;

  if (foyer_portal_person_get_email (person) == NULL || status == FOYER_PORTAL_PERSON_DISABLED
      || status == FOYER_PORTAL_PERSON_REMOVED)
    return FALSE;
  if (map != NULL && JSON_NODE_HOLDS_OBJECT (map))
    booked = foyer_json_object_object (json_node_get_object (map), "booked");
  return booked == NULL || foyer_json_object_boolean (booked, "email", TRUE);
}

static gboolean
tell_client (Telling *self, FoyerMailKind kind, const char *message, GError **error)
{
  const char *own = self->person == NULL ? NULL : foyer_portal_person_get_language (self->person);
  const char *of_client = self->client == NULL ? NULL : foyer_client_get_language (self->client);
  const char *language = own != NULL ? own : of_client != NULL ? of_client : self->business->language;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = NULL;
  FoyerOutgoingMail mail = { .draft = { .kind = kind, .language = language } };

  if (self->person != NULL && wants_mail (self->person)) {
    mail.to = foyer_portal_person_get_email (self->person);
    mail.to_name = foyer_portal_person_get_name (self->person);
    mail.person_id = foyer_record_get_id (self->person);
  } else if (self->person == NULL && self->client != NULL) {
    /* Whoever asked by a link that names nobody. */
    mail.to = foyer_client_get_email (self->client);
    mail.to_name = foyer_client_get_name (self->client);
  }
  if (mail.to == NULL)
    return TRUE;
  values = make_values (self, language, message);
  mail.draft.values = values;
  mail.client_id = foyer_json_object_text (self->booking, "clientId");
  mail.about_id = foyer_json_object_text (self->booking, "id");
  id = foyer_outgoing_mail_submit (self->transaction, &mail, &failure);
  if (id != NULL || failure->domain == FOYER_OUTGOING_MAIL_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
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
      = make_values (self, self->business->language, foyer_json_object_text (self->booking, "note"));
  g_autoptr (GHashTable) borrowed = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (borrowed, name, value);
  return foyer_team_notices_submit (self->transaction, kind,
                                    foyer_json_object_text (self->booking, "clientId"),
                                    foyer_json_object_text (self->booking, "id"), borrowed, error);
}

static gboolean
tell_new (Telling *self, GError **error)
{
  gboolean cancels = strcmp (foyer_json_object_text (self->booking, "kind"), "cancel") == 0;
  gboolean waits
      = foyer_portal_settings_get_booking_mode (self->business->settings) != FOYER_BOOKING_MODE_AUTO;

  if (self->transaction->actor != FOYER_BY_CLIENT)
    return TRUE;
  if (cancels)
    return tell_team (self, FOYER_MAIL_TEAM_CANCEL, error);
  return tell_team (self, FOYER_MAIL_TEAM_BOOKING, error)
         && (!waits || tell_client (self, FOYER_MAIL_BOOKING_RECEIVED, NULL, error));
}

gboolean
foyer_booking_mails_submit (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            GError **error)
{
  g_auto (Telling) self = { .transaction = transaction, .booking = after };
  const char *status = foyer_json_object_text (after, "status");

  if (!prepare (&self, error))
    return FALSE;
  if (before == NULL)
    return tell_new (&self, error);
  if (transaction->actor != FOYER_BY_CLIENT)
    return tell_decision (&self, status, error);
  if (strcmp (status, "withdrawn") == 0 || strcmp (status, "cancelled") == 0)
    return tell_team (&self, FOYER_MAIL_TEAM_CANCEL, error);
  return strcmp (status, "approved") != 0 || tell_client (&self, FOYER_MAIL_APPOINTMENT, NULL, error);
}
