/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-values.c - what mails say of a booking, a visit, a request, a quote or an invoice */

#include "foyer-mail-values.h"

#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-money.h"
#include "types/crew_member.h"
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

static gboolean
is_confirmed (JsonObject *record)
{
  return g_strcmp0 (foyer_json_object_text (record, "status"), "approved") == 0;
}

/* A confirmed booking has a visit, which goes into a calendar. */
static void
set_calendar (GHashTable *values, JsonObject *record, const char *portal_url)
{
  const char *visit_id = foyer_json_object_text (record, "visitId");
  g_autofree char *address = NULL;

  if (portal_url == NULL || visit_id == NULL || !is_confirmed (record))
    return;
  address = g_strconcat (portal_url, "/visits/", visit_id, "/calendar", NULL);
  set_value (values, "calendar", address);
}

/* Who comes is told once it is certain that somebody does, as on the portal. */
static gboolean
look_up_crew (const FoyerMailContext *context, JsonObject *record, FoyerRecord **crew, GError **error)
{
  *crew = NULL;
  return !is_confirmed (record)
         || foyer_record_source_look_up (context->source, &foyer_crew_member_type,
                                         foyer_json_object_text (record, "crewId"), crew, error);
}

static GHashTable *
create_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static void
set_link (const FoyerMailContext *context, GHashTable *values, const char *path, JsonObject *record)
{
  g_autofree char *link = NULL;

  if (context->portal_url == NULL)
    return;
  link = g_strconcat (context->portal_url, path, foyer_json_object_text (record, "id"), NULL);
  set_value (values, "link", link);
  set_value (values, "portal", context->portal_url);
}

GHashTable *
foyer_mail_record_values (const FoyerMailContext *context,
                          JsonObject *record,
                          const char *path,
                          const char *message,
                          GError **error)
{
  g_autoptr (GHashTable) values = create_values ();
  g_autoptr (FoyerRecord) service = NULL;
  g_autoptr (FoyerRecord) site = NULL;
  g_autoptr (FoyerRecord) crew = NULL;

  if (!look_up_crew (context, record, &crew, error)
      || !foyer_record_source_look_up (context->source, &foyer_service_type,
                                       foyer_json_object_text (record, "serviceId"), &service, error)
      || !foyer_record_source_look_up (context->source, &foyer_property_type,
                                       foyer_json_object_text (record, "propertyId"), &site, error))
    return NULL;
  set_date (values, record, context->business, context->language);
  set_value (values, "message", message);
  set_link (context, values, path, record);
  set_calendar (values, record, context->portal_url);
  set_value (values, "service", foyer_json_object_text (record, "title"));
  if (service != NULL)
    set_value (values, "service", foyer_service_get_name (service));
  if (crew != NULL)
    set_value (values, "crew", foyer_crew_member_get_name (crew));
  if (site != NULL)
    set_value (values, "site",
               foyer_property_get_name (site) != NULL ? foyer_property_get_name (site)
                                                      : foyer_property_get_street (site));
  return g_steal_pointer (&values);
}

GHashTable *
foyer_mail_request_values (const FoyerMailContext *context,
                           JsonObject *request,
                           const char *message,
                           GError **error)
{
  GHashTable *values = foyer_mail_record_values (context, request, "/requests/", message, error);

  if (values == NULL)
    return NULL;
  g_hash_table_insert (values, (gpointer) "service", g_strdup (foyer_json_object_text (request, "subject")));
  g_hash_table_insert (values, (gpointer) "number",
                       g_strdup_printf ("%" G_GINT64_FORMAT,
                                        foyer_json_object_integer (request, "number", 0)));
  return values;
}

/* --- Papers --- */

static void
set_amount (const FoyerMailContext *context, GHashTable *values, JsonObject *total)
{
  g_autofree char *text = NULL;
  FoyerMoney money;

  if (total == NULL || !foyer_currency_is_valid (foyer_json_object_text (total, "currency")))
    return;
  money = foyer_money (foyer_json_object_integer (total, "amount", 0),
                       foyer_json_object_text (total, "currency"));
  text = foyer_money_format (&money, context->language);
  set_value (values, "amount", text);
}

static void
set_day (const FoyerMailContext *context, GHashTable *values, const char *day)
{
  g_autofree char *text = NULL;
  FoyerDate date;

  if (day == NULL || !foyer_date_parse (day, &date, NULL))
    return;
  text = foyer_date_text (&date, FOYER_DATE_LONG, context->language);
  set_value (values, "date", text);
}

static GHashTable *
describe_paper (const FoyerMailContext *context, JsonObject *paper, const char *path, const char *day)
{
  GHashTable *values = create_values ();

  set_value (values, "number", foyer_json_object_text (paper, "number"));
  set_amount (context, values, foyer_json_object_object (paper, "total"));
  set_day (context, values, foyer_json_object_text (paper, day));
  set_link (context, values, path, paper);
  return values;
}

GHashTable *
foyer_mail_quote_values (const FoyerMailContext *context, JsonObject *quote)
{
  return describe_paper (context, quote, "/quotes/", "validUntil");
}

GHashTable *
foyer_mail_invoice_values (const FoyerMailContext *context, JsonObject *invoice)
{
  return describe_paper (context, invoice, "/invoices/", "dueOn");
}
