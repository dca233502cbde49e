/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings.c - what the portal's settings mean */

#include "foyer-settings.h"

#include "foyer-field-check.h"
#include "foyer-text.h"
#include "types/organisation.h"
#include "types/service.h"

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_DAY 86400

/* Settings that nobody has published yet. The id is never stored. */
static JsonObject *
make_nothing (void)
{
  JsonObject *json = json_object_new ();
  g_autofree char *id
      = g_strconcat (foyer_portal_settings_type.prefix, "-00000000-0000-7000-8000-000000000000", NULL);

  json_object_set_string_member (json, "id", id);
  return json;
}

static FoyerRecord *
complete (JsonObject *json, GError **error)
{
  foyer_record_type_fill_defaults (&foyer_portal_settings_type, json);
  return foyer_record_from_json (&foyer_portal_settings_type, json, error);
}

static gboolean
is_complete (FoyerRecord *settings)
{
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    if (foyer_portal_settings_type.fields[i].fallback != NULL && !foyer_record_has (settings, i))
      return FALSE;
  }
  return TRUE;
}

FoyerRecord *
foyer_settings_complete (FoyerRecord *settings, GError **error)
{
  g_autoptr (JsonObject) json = NULL;

  if (is_complete (settings))
    return g_object_ref (settings);
  json = foyer_record_to_json (settings);
  return complete (json, error);
}

FoyerRecord *
foyer_settings_get (FoyerRecordSource *source, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) settings
      = foyer_record_source_get_singleton (source, &foyer_portal_settings_type, &failure);
  g_autoptr (JsonObject) nothing = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (settings != NULL)
    return foyer_settings_complete (settings, error);
  nothing = make_nothing ();
  return complete (nothing, error);
}

gboolean
foyer_settings_may_request (FoyerRecord *settings)
{
  return foyer_portal_settings_get_booking_mode (settings) != FOYER_BOOKING_MODE_OFF;
}

gboolean
foyer_settings_may_ask (FoyerRecord *settings, FoyerRequestKind kind)
{
  switch (kind) {
  case FOYER_REQUEST_SERVICE:
  case FOYER_REQUEST_QUOTE:
    return foyer_settings_may_request (settings);
  case FOYER_REQUEST_CHANGE:
    return foyer_portal_settings_get_portal_change_requests (settings);
  case FOYER_REQUEST_COMPLAINT:
  case FOYER_REQUEST_DISPUTE:
  default:
    return TRUE;
  }
}

gboolean
foyer_settings_may_book (FoyerRecord *settings)
{
  int mode = foyer_portal_settings_get_booking_mode (settings);

  return mode == FOYER_BOOKING_MODE_APPROVE || mode == FOYER_BOOKING_MODE_AUTO;
}

gboolean
foyer_settings_may_book_service (FoyerRecord *settings, FoyerRecord *service)
{
  g_auto (GStrv) listed = foyer_portal_settings_get_booking_services (settings);

  return foyer_settings_may_book (settings) && !FOYER_HAS (service, service, archived_at)
         && g_strv_contains ((const char *const *) listed, foyer_record_get_id (service));
}

gint64
foyer_settings_first_start (FoyerRecord *settings, gint64 asked_at)
{
  return asked_at + foyer_portal_settings_get_booking_lead_hours (settings) * SECONDS_PER_HOUR;
}

gint64
foyer_settings_last_start (FoyerRecord *settings, gint64 asked_at)
{
  return asked_at + foyer_portal_settings_get_booking_max_days (settings) * SECONDS_PER_DAY;
}

gboolean
foyer_settings_may_still_move (FoyerRecord *settings, gint64 start, gint64 now)
{
  return start - now >= foyer_portal_settings_get_booking_cancel_hours (settings) * SECONDS_PER_HOUR;
}

gint64
foyer_settings_expires_at (FoyerRecord *settings, gint64 asked_at)
{
  gint64 hours = foyer_portal_settings_get_booking_expire_hours (settings);

  return hours == 0 ? G_MAXINT64 : asked_at + hours * SECONDS_PER_HOUR;
}

/* The words of these enums stand in order of strictness; a client that has none gives -1. */

FoyerDirectLinks
foyer_settings_direct_links (FoyerRecord *settings, FoyerRecord *client)
{
  int own = client == NULL ? -1 : foyer_client_get_direct_links (client);

  return (FoyerDirectLinks) MAX (own, foyer_portal_settings_get_access_direct_links (settings));
}

FoyerSso
foyer_settings_sso (FoyerRecord *settings, FoyerRecord *client)
{
  int own = client == NULL ? -1 : foyer_client_get_sso (client);

  return (FoyerSso) MAX (own, foyer_portal_settings_get_access_sso (settings));
}

FoyerStepUp
foyer_settings_step_up (FoyerRecord *settings, FoyerRecord *client)
{
  int own = client == NULL ? -1 : foyer_client_get_step_up (client);

  return (FoyerStepUp) MAX (own, foyer_portal_settings_get_access_stepup_for_signing (settings));
}

gint64
foyer_settings_session_hours (FoyerRecord *settings, FoyerRecord *client)
{
  gint64 hours = foyer_portal_settings_get_access_session_hours (settings);

  if (client != NULL && FOYER_HAS (client, client, session_hours))
    return MIN (hours, foyer_client_get_session_hours (client));
  return hours;
}

const char *
foyer_settings_business_name (FoyerRecord *settings, FoyerRecord *organisation)
{
  const char *own = foyer_portal_settings_get_brand_name (settings);

  if (foyer_text_shows_something (own))
    return own;
  return organisation == NULL ? "" : foyer_organisation_get_name (organisation);
}
