/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-example.c - what a mail would say to somebody who is there */

#include "foyer-mail-example.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-mail-invite.h"
#include "foyer-mail-kinds.h"
#include "types/booking.h"
#include "types/invoice.h"
#include "types/portal_settings.h"
#include "types/quote.h"
#include "types/request.h"

typedef struct {
  const FoyerMailContext *context;
  FoyerMailKind kind;
  const char *client_id;
  gint64 now;
} Example;

/* --- Links that only the server makes --- */

static GHashTable *
describe_invite (Example *self)
{
  const FoyerMailContext *context = self->context;
  g_autoptr (JsonObject) invite = json_object_new ();
  g_autofree char *link
      = g_strconcat (context->portal_url == NULL ? "https://…" : context->portal_url, "/i/•••", NULL);
  gint64 days = foyer_portal_settings_get_access_invite_days (context->business->settings);

  json_object_set_string_member (invite, "delivery", "link");
  return foyer_mail_invite_values (context->business, invite, link, context->portal_url,
                                   self->now + days * FOYER_SECONDS_PER_DAY, context->language);
}

static GHashTable *
describe_sign_in (Example *self)
{
  const FoyerMailContext *context = self->context;
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gint64 minutes = foyer_portal_settings_get_access_email_link_minutes (context->business->settings);

  g_hash_table_insert (values, (gpointer) "link",
                       g_strconcat (context->portal_url == NULL ? "https://…" : context->portal_url, "/m/•••",
                                    NULL));
  g_hash_table_insert (values, (gpointer) "minutes", g_strdup_printf ("%" G_GINT64_FORMAT, minutes));
  g_hash_table_insert (values, (gpointer) "code", g_strdup ("••• •••"));
  return values;
}

/* --- Records --- */

/* Sets @newest to %NULL if there is none. */
static gboolean
find_newest (Example *self,
             const FoyerRecordType *type,
             const char *order,
             JsonObject **newest,
             GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  foyer_query_where_text (query, "clientId", self->client_id);
  if (self->kind == FOYER_MAIL_APPOINTMENT)
    foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_APPROVED);
  foyer_query_order (query, order, TRUE);
  foyer_query_limit (query, 1);
  records = foyer_record_source_list (self->context->source, query, error);
  *newest = records == NULL || records->len == 0 ? NULL : foyer_record_to_json (records->pdata[0]);
  return records != NULL;
}

static GHashTable *
describe_booking (Example *self, JsonObject *booking, GError **error)
{
  const char *message = foyer_json_object_text (booking, "message");

  if (message == NULL)
    message = foyer_json_object_text (booking, "reason");
  if (self->kind == FOYER_MAIL_BOOKING_RECEIVED)
    message = NULL;
  return foyer_mail_record_values (self->context, booking, "/bookings/", message, error);
}

static GHashTable *
describe_record (Example *self, JsonObject *record, GError **error)
{
  switch (self->kind) {
  case FOYER_MAIL_QUOTE:
    return foyer_mail_quote_values (self->context, record);
  case FOYER_MAIL_INVOICE:
    return foyer_mail_invoice_values (self->context, record);
  case FOYER_MAIL_REQUEST_ANSWER:
    return foyer_mail_request_values (self->context, record, foyer_json_object_text (record, "answer"),
                                      error);
  default:
    return describe_booking (self, record, error);
  }
}

static gboolean
find_record (Example *self, JsonObject **record, GError **error)
{
  switch (self->kind) {
  case FOYER_MAIL_QUOTE:
    return find_newest (self, &foyer_quote_type, "sentAt", record, error);
  case FOYER_MAIL_INVOICE:
    return find_newest (self, &foyer_invoice_type, "issuedOn", record, error);
  case FOYER_MAIL_REQUEST_ANSWER:
    return find_newest (self, &foyer_request_type, "requestedAt", record, error);
  case FOYER_MAIL_APPOINTMENT:
  case FOYER_MAIL_BOOKING_RECEIVED:
  case FOYER_MAIL_BOOKING_ANSWER:
    return find_newest (self, &foyer_booking_type, "requestedAt", record, error);
  default:
    *record = NULL;
    return TRUE;
  }
}

/* Everything that depends on the record that there is none of. */
static GHashTable *
describe_nothing (Example *self)
{
  static const char *const elsewhere[] = { "name", "organisation", "phone", "leaflet", NULL };
  const char *const *names = foyer_mail_kind_placeholders (self->kind);
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; names[i] != NULL; i++) {
    if (!g_strv_contains (elsewhere, names[i]))
      g_hash_table_insert (values, (gpointer) names[i], g_strdup ("…"));
  }
  return values;
}

GHashTable *
foyer_mail_example_values (const FoyerMailContext *context,
                           FoyerMailKind kind,
                           const char *client_id,
                           const char *name,
                           gint64 now,
                           GError **error)
{
  Example self = { context, kind, client_id, now };
  g_autoptr (JsonObject) record = NULL;
  GHashTable *values;

  if (!find_record (&self, &record, error))
    return NULL;
  if (kind == FOYER_MAIL_INVITE)
    values = describe_invite (&self);
  else if (kind == FOYER_MAIL_SIGN_IN)
    values = describe_sign_in (&self);
  else if (record == NULL)
    values = describe_nothing (&self);
  else
    values = describe_record (&self, record, error);
  if (values != NULL)
    g_hash_table_insert (values, (gpointer) "name", g_strdup (name));
  return values;
}
