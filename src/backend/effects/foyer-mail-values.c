/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-values.c - what mails say of a booking, a visit or a request: when, where and which work */

#include "effects/foyer-effect-mails.h"

#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "types/property.h"
#include "types/service.h"

static void
set_value (GHashTable *values, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (values, (gpointer) name, g_strdup (value));
}

static const char *
first_text (JsonObject *record, const char *name, const char *other)
{
  const char *text = foyer_json_object_text (record, name);

  return text != NULL ? text : foyer_json_object_text (record, other);
}

/* A visit tells its window, a booking its time, a request none. */
static void
set_date (GHashTable *values, JsonObject *record, FoyerBusiness *business, const char *language)
{
  const char *from = first_text (record, "windowStart", "start");
  const char *until = first_text (record, "windowEnd", "end");
  g_autofree char *text = NULL;
  gint64 start;
  gint64 end;

  if (business->zone == NULL || from == NULL || until == NULL || !foyer_utc_parse (from, &start, NULL)
      || !foyer_utc_parse (until, &end, NULL))
    return;
  text = foyer_arrival_text (start, MAX (start, end), business->zone, FOYER_WINDOW_BETWEEN, language);
  set_value (values, "date", text);
}

/* A confirmed booking has a visit, which goes into a calendar. */
static void
set_calendar (GHashTable *values, JsonObject *record, const char *portal_url)
{
  const char *visit_id = foyer_json_object_text (record, "visitId");
  g_autofree char *address = NULL;

  if (portal_url == NULL || visit_id == NULL
      || g_strcmp0 (foyer_json_object_text (record, "status"), "approved") != 0)
    return;
  address = g_strconcat (portal_url, "/visits/", visit_id, "/calendar", NULL);
  set_value (values, "calendar", address);
}

GHashTable *
foyer_mail_values_new (const FoyerClientReader *reader,
                       JsonObject *record,
                       const char *path,
                       const char *language,
                       const char *message,
                       GError **error)
{
  FoyerTransaction *transaction = reader->transaction;
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (FoyerRecord) service = NULL;
  g_autoptr (FoyerRecord) site = NULL;
  g_autofree char *link = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_service_type,
                                    foyer_json_object_text (record, "serviceId"), &service, error)
      || !foyer_record_source_look_up (transaction->source, &foyer_property_type,
                                       foyer_json_object_text (record, "propertyId"), &site, error))
    return NULL;
  if (transaction->portal_url != NULL)
    link = g_strconcat (transaction->portal_url, path, foyer_json_object_text (record, "id"), NULL);
  set_date (values, record, reader->business, language);
  set_value (values, "message", message);
  set_value (values, "link", link);
  set_calendar (values, record, transaction->portal_url);
  set_value (values, "portal", transaction->portal_url);
  set_value (values, "service", foyer_json_object_text (record, "title"));
  if (service != NULL)
    set_value (values, "service", foyer_service_get_name (service));
  if (site != NULL)
    set_value (values, "site",
               foyer_property_get_name (site) != NULL ? foyer_property_get_name (site)
                                                      : foyer_property_get_street (site));
  return g_steal_pointer (&values);
}
