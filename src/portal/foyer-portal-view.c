/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-view.c - the view document: all that the portal shows one viewer */

#include "foyer-portal-view.h"

#include "foyer-brand.h"
#include "foyer-json.h"
#include "foyer-portal-picture.h"
#include "foyer-portal-sheet.h"
#include "foyer-settings.h"
#include "foyer-slots.h"
#include "foyer-view-context.h"
#include "foyer-view-profile.h"
#include "types/client.h"
#include "types/organisation.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/service.h"

static const char *const states[] = {
  [FOYER_PORTAL_OPEN] = "open",
  [FOYER_PORTAL_SIGNED_OUT] = "signed_out",
  [FOYER_PORTAL_OFF] = "off",
  [FOYER_PORTAL_CLOSED] = "closed",
  NULL,
};

static const char *const visit_words[] = { "visit", "appointment", "job", "service_report", NULL };

static const char *const quote_words[] = { "estimate", "proposal", "quotation", "quote", NULL };

static const char *const client_words[] = { "client", "customer", NULL };

static const char *const plan_words[] = { "plan", "subscription", "amc", NULL };

static const char *const contract_words[] = { "contract", "agreement", "amc", NULL };

static const char *
first_of (const char *a, const char *b)
{
  return a != NULL && *a != '\0' ? a : b;
}

static void
set_social (JsonObject *object, FoyerRecord *settings, FoyerRecord *organisation)
{
  g_auto (GStrv) links = FOYER_HAS (settings, portal_settings, brand_social)
                             ? foyer_portal_settings_get_brand_social (settings)
                             : foyer_organisation_get_social (organisation);
  JsonArray *list;

  if (links[0] == NULL)
    return;

  list = json_array_new ();
  for (guint i = 0; links[i] != NULL; i++)
    json_array_add_string_element (list, links[i]);
  json_object_set_array_member (object, "social", list);
}

static void
set_picture (JsonObject *object, const char *member, const char *blob_id)
{
  JsonObject *logo;

  if (blob_id == NULL)
    return;

  logo = json_object_new ();
  json_object_set_string_member (logo, "blobId", blob_id);
  json_object_set_object_member (object, member, logo);
}

/* What is open to everybody, also to those who are not signed in. */
static JsonObject *
make_organisation (FoyerRecord *organisation, FoyerRecord *settings)
{
  JsonObject *object = json_object_new ();
  const char *colour = first_of (foyer_portal_settings_get_brand_primary (settings),
                                 foyer_organisation_get_colour (organisation));
  g_autofree char *sheet = foyer_portal_sheet_path (settings);
  FoyerColour value = FOYER_BRAND_DEFAULT;
  char text[8];

  foyer_colour_parse (colour, &value);
  g_snprintf (text, sizeof text, "#%06x", value);
  json_object_set_string_member (object, "colour", text);
  if (foyer_colour_parse (foyer_portal_settings_get_brand_accent (settings), &value)) {
    g_snprintf (text, sizeof text, "#%06x", value);
    json_object_set_string_member (object, "accent", text);
  }

  foyer_view_set_text_if (object, "name", foyer_settings_business_name (settings, organisation));
  foyer_view_set_text_if (object, "phone",
                          first_of (foyer_portal_settings_get_brand_support_phone (settings),
                                    foyer_organisation_get_phone (organisation)));
  foyer_view_set_text_if (object, "email",
                          first_of (foyer_portal_settings_get_brand_support_email (settings),
                                    foyer_organisation_get_email (organisation)));
  foyer_view_set_text_if (object, "website", foyer_organisation_get_website (organisation));
  foyer_view_set_text_if (object, "welcome", foyer_portal_settings_get_brand_welcome (settings));
  foyer_view_set_text_if (object, "terms", foyer_portal_settings_get_brand_terms_url (settings));
  foyer_view_set_text_if (object, "privacy", foyer_portal_settings_get_brand_privacy_url (settings));
  foyer_view_set_text_if (object, "currency", foyer_organisation_get_currency (organisation));
  set_picture (object, "logo", foyer_portal_picture_choose (organisation, settings, FOYER_PORTAL_LOGO));
  set_picture (object, "logoDark",
               foyer_portal_picture_choose (organisation, settings, FOYER_PORTAL_LOGO_DARK));
  set_picture (object, "banner", foyer_portal_picture_choose (organisation, settings, FOYER_PORTAL_BANNER));
  foyer_view_set_text_if (object, "sheet", sheet);
  set_social (object, settings, organisation);
  return object;
}

static void
set_sign_in (JsonObject *view, FoyerRecord *settings)
{
  JsonObject *object = json_object_new ();

  g_auto (GStrv) recheck = foyer_portal_settings_get_access_recheck_with (settings);

  foyer_view_set_true_if (object, "emailLink", foyer_portal_settings_get_access_email_link (settings));
  foyer_view_set_true_if (object, "password", foyer_portal_settings_get_access_password (settings));
  foyer_view_set_true_if (object, "phoneAlone",
                          foyer_portal_settings_get_access_phone_last4_alone (settings));
  foyer_view_set_true_if (object, "recheckPhone",
                          g_strv_contains ((const char *const *) recheck, "phone_last4"));
  foyer_view_set_true_if (object, "recheckEmail", g_strv_contains ((const char *const *) recheck, "email"));
  json_object_set_int_member (object, "hours", foyer_portal_settings_get_access_session_hours (settings));
  json_object_set_int_member (object, "minutes",
                              foyer_portal_settings_get_access_email_link_minutes (settings));
  json_object_set_object_member (view, "signIn", object);
}

static void
set_zone (JsonObject *view, FoyerZone *zone)
{
  JsonObject *object = json_object_new ();
  g_autofree char *version = foyer_zone_table_version ();

  json_object_set_string_member (object, "name", foyer_zone_get_name (zone));
  json_object_set_string_member (object, "table", version);
  json_object_set_object_member (view, "zone", object);
}

static void
set_named (JsonObject *view, const char *member, const char *name)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", name);
  json_object_set_object_member (view, member, object);
}

static void
add_private_parts (JsonObject *view, FoyerViewContext *context)
{
  set_named (view, "client", foyer_client_get_name (context->access->client));
  if (context->access->person != NULL)
    set_named (view, "person", foyer_portal_person_get_name (context->access->person));

  foyer_view_add_letterhead (view, context);
  foyer_view_add_accounts (view, context);
  foyer_view_add_money (view, context);
  foyer_view_add_invoices (view, context);
  foyer_view_add_payments (view, context);
  foyer_view_add_quotes (view, context);
  foyer_view_add_visits (view, context);
  foyer_view_add_bookings (view, context);
  foyer_view_add_properties (view, context);
  foyer_view_add_plans (view, context);
  foyer_view_add_requests (view, context);
  foyer_view_add_conversations (view, context);
  foyer_view_add_documents (view, context);
  foyer_view_add_equipment (view, context);
  foyer_view_add_health (view, context);
  foyer_view_add_offer (view, context);
  foyer_view_add_asking (view, context);
}

/* What the organisation calls things (X5). */
static void
set_words (JsonObject *view, FoyerRecord *settings)
{
  foyer_view_set_word (view, "visitWord", visit_words, foyer_portal_settings_get_words_visit (settings));
  foyer_view_set_word (view, "quoteWord", quote_words, foyer_portal_settings_get_words_quote (settings));
  foyer_view_set_word (view, "clientWord", client_words, foyer_portal_settings_get_words_client (settings));
  foyer_view_set_word (view, "planWord", plan_words, foyer_portal_settings_get_words_plan (settings));
  foyer_view_set_word (view, "contractWord", contract_words,
                       foyer_portal_settings_get_words_contract (settings));
}

FoyerPalette
foyer_portal_view_get_palette (JsonObject *view)
{
  JsonObject *organisation = foyer_json_object_object (view, "organisation");
  FoyerPalette palette = FOYER_PALETTE_DEFAULT;

  foyer_colour_parse (foyer_json_object_text (organisation, "colour"), &palette.primary);
  palette.accent = palette.primary;
  foyer_colour_parse (foyer_json_object_text (organisation, "accent"), &palette.accent);
  return palette;
}

JsonObject *
foyer_portal_view_of_parts (FoyerRecordSource *source,
                            const FoyerPortalViewer *viewer,
                            FoyerRecord *settings,
                            FoyerViewParts parts,
                            gint64 now,
                            GError **error)
{
  g_autoptr (JsonObject) view = json_object_new ();
  g_autofree char *today = NULL;
  g_auto (FoyerViewContext) context = { 0 };

  if (!foyer_view_context_open (&context, source, viewer, settings, now, error))
    return NULL;

  context.parts = parts;
  today = foyer_date_format (&context.today);
  json_object_set_int_member (view, "version", 1);
  json_object_set_string_member (view, "today", today);
  json_object_set_string_member (view, "language", foyer_view_context_language (&context));
  json_object_set_object_member (view, "organisation",
                                 make_organisation (context.organisation, context.settings));
  foyer_view_set_word (view, "state", states, (int) context.access->state);
  set_words (view, context.settings);
  set_zone (view, context.zone);
  set_sign_in (view, context.settings);
  if (context.access->state == FOYER_PORTAL_OPEN)
    add_private_parts (view, &context);

  if (context.failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&context.failure));
    return NULL;
  }
  return g_steal_pointer (&view);
}

JsonObject *
foyer_portal_view (FoyerRecordSource *source,
                   const FoyerPortalViewer *viewer,
                   FoyerRecord *settings,
                   gint64 now,
                   GError **error)
{
  return foyer_portal_view_of_parts (source, viewer, settings, FOYER_VIEW_EVERYTHING, now, error);
}

/* Adds the slot to the list of its day, which is the last one or a new one. */
static void
add_slot (JsonArray *days, FoyerSlot *slot, gint64 window, FoyerZone *zone)
{
  FoyerLocalTime local = foyer_zone_to_local (zone, slot->start);
  g_autofree char *date = foyer_date_format (&local.date);
  guint n_days = json_array_get_length (days);
  JsonObject *day = n_days > 0 ? json_array_get_object_element (days, n_days - 1) : NULL;
  JsonObject *object = json_object_new ();

  if (day == NULL || g_strcmp0 (foyer_json_object_text (day, "date"), date) != 0) {
    day = json_object_new ();
    json_object_set_string_member (day, "date", date);
    json_object_set_array_member (day, "slots", json_array_new ());
    json_array_add_object_element (days, day);
  }
  foyer_view_set_time (object, "start", slot->start);
  foyer_view_set_time (object, "until", slot->start + window);
  foyer_view_set_true_if (object, "full", slot->crew_id == NULL);
  json_array_add_object_element (json_object_get_array_member (day, "slots"), object);
}

JsonArray *
foyer_view_make_days (GPtrArray *slots, gint64 window, FoyerZone *zone)
{
  JsonArray *days = json_array_new ();

  for (guint i = 0; i < slots->len; i++)
    add_slot (days, g_ptr_array_index (slots, i), window, zone);
  return days;
}

gboolean
foyer_portal_view_add_slots (JsonObject *view,
                             FoyerRecordSource *source,
                             FoyerRecord *settings,
                             const char *service_id,
                             gint64 now,
                             GError **error)
{
  JsonObject *zone_object = foyer_json_object_object (view, "zone");
  g_autoptr (FoyerRecord) complete = NULL;
  g_autoptr (FoyerRecord) service = NULL;
  g_autoptr (FoyerZone) zone = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 window;

  if (foyer_portal_view_find (view, "services", service_id) == NULL)
    return TRUE;

  complete = foyer_settings_complete (settings, error);
  if (complete == NULL)
    return FALSE;
  zone = foyer_zone_new (foyer_json_object_text (zone_object, "name"), error);
  if (zone == NULL)
    return FALSE;
  service = foyer_record_source_get (source, &foyer_service_type, service_id, &failure);
  if (service != NULL)
    slots = foyer_slots_list (source, service, foyer_settings_first_start (complete, now),
                              foyer_settings_last_start (complete, now), now, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }

  window = foyer_portal_settings_get_booking_window_minutes (complete) * 60;
  json_object_set_array_member (view, "days",
                                slots == NULL ? json_array_new ()
                                              : foyer_view_make_days (slots, window, zone));
  return TRUE;
}

FoyerPortalState
foyer_portal_view_get_state (JsonObject *view)
{
  const char *state = foyer_json_object_text (view, "state");

  for (guint i = 0; states[i] != NULL; i++) {
    if (g_strcmp0 (states[i], state) == 0)
      return (FoyerPortalState) i;
  }
  return FOYER_PORTAL_CLOSED;
}

gboolean
foyer_portal_view_may_message (JsonObject *view)
{
  return foyer_json_object_boolean (view, "mayMessage", FALSE);
}

gboolean
foyer_portal_view_may_book (JsonObject *view)
{
  return foyer_json_object_object (view, "offer") != NULL;
}

JsonObject *
foyer_portal_view_find (JsonObject *view, const char *list, const char *id)
{
  JsonArray *array = foyer_json_object_array (view, list);

  for (guint i = 0; id != NULL && array != NULL && i < json_array_get_length (array); i++) {
    JsonObject *object = json_array_get_object_element (array, i);

    if (g_strcmp0 (foyer_json_object_text (object, "id"), id) == 0)
      return object;
  }
  return NULL;
}
