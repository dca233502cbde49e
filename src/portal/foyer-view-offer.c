/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-offer.c - what this viewer may book: services and the rules that they are told */

#include "foyer-view-context.h"

#include "types/portal_settings.h"
#include "types/service.h"

static int
compare_services (gconstpointer a, gconstpointer b)
{
  FoyerRecord *x = *(FoyerRecord **) a;
  FoyerRecord *y = *(FoyerRecord **) b;
  gint64 first = foyer_service_get_position (x);
  gint64 second = foyer_service_get_position (y);

  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (foyer_record_get_id (x), foyer_record_get_id (y));
}

static JsonObject *
make_service (FoyerRecord *service)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (service));
  json_object_set_string_member (object, "name", foyer_service_get_name (service));
  foyer_view_set_text_if (object, "description", foyer_service_get_description (service));
  if (FOYER_HAS (service, service, duration_minutes))
    json_object_set_int_member (object, "minutes", foyer_service_get_duration_minutes (service));
  foyer_view_set_money_if (object, "price", foyer_service_get_price (service));
  foyer_view_set_true_if (object, "priceFrom", foyer_service_get_price_from (service));
  return object;
}

/* Those that the business lets clients choose, @most of them. */
static GPtrArray *
find_services (FoyerViewContext *context, guint most)
{
  g_auto (GStrv) ids = foyer_portal_settings_get_booking_services (context->settings);
  GPtrArray *services = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL && services->len < most; i++) {
    FoyerRecord *service = foyer_view_context_get (context, &foyer_service_type, ids[i]);

    if (service != NULL && !FOYER_HAS (service, service, archived_at))
      g_ptr_array_add (services, service);
  }
  return services;
}

JsonArray *
foyer_view_list_services (FoyerViewContext *context)
{
  g_autoptr (GPtrArray) services = NULL;
  JsonArray *list = json_array_new ();

  if (!(context->parts & FOYER_VIEW_SERVICES))
    return list;
  services = find_services (context, G_MAXUINT);
  g_ptr_array_sort (services, compare_services);
  for (guint i = 0; i < services->len; i++)
    json_array_add_object_element (list, make_service (g_ptr_array_index (services, i)));
  return list;
}

void
foyer_view_add_offer (JsonObject *view, FoyerViewContext *context)
{
  int mode = foyer_portal_settings_get_booking_mode (context->settings);
  g_autoptr (GPtrArray) any = NULL;
  JsonObject *offer;

  if (mode != FOYER_BOOKING_MODE_APPROVE && mode != FOYER_BOOKING_MODE_AUTO)
    return;
  if (!foyer_portal_access_may (context->access, FOYER_PERMISSION_BOOK)
      || !foyer_portal_access_has_scope (context->access, FOYER_SCOPE_VISITS))
    return;

  any = find_services (context, 1);
  if (any->len == 0)
    return;

  offer = json_object_new ();
  foyer_view_set_true_if (offer, "confirmsAtOnce", mode == FOYER_BOOKING_MODE_AUTO);
  foyer_view_set_true_if (offer, "needsProperty",
                          foyer_portal_settings_get_booking_require_property (context->settings));
  json_object_set_int_member (offer, "leadHours",
                              foyer_portal_settings_get_booking_lead_hours (context->settings));
  json_object_set_int_member (offer, "maxDays",
                              foyer_portal_settings_get_booking_max_days (context->settings));
  json_object_set_int_member (offer, "cancelHours",
                              foyer_portal_settings_get_booking_cancel_hours (context->settings));
  json_object_set_object_member (view, "offer", offer);
  json_object_set_array_member (view, "services", foyer_view_list_services (context));
}
