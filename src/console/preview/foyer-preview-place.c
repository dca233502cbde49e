/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-place.c - where staff can go in a preview */

#include "foyer-preview-place.h"

#include "foyer-json.h"
#include "foyer-portal-address.h"
#include "types/booking.h"
#include "types/contract.h"
#include "types/conversation.h"
#include "types/document.h"
#include "types/equipment.h"
#include "types/invite.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/photo.h"
#include "types/plan.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/request.h"
#include "types/visit.h"

#include <glib/gi18n-lib.h>

/* In the order of the menu; a section begins where the number changes. Pages of section 0 are of one record, and not in it. */
static const struct {
  FoyerPageKind kind;
  guint section;
  const char *title;
} places[] = {
  { FOYER_PAGE_HOME, 1, N_ ("Home") },
  { FOYER_PAGE_VISITS, 1, N_ ("Visits") },
  { FOYER_PAGE_BOOK_SERVICE, 1, N_ ("Booking") },
  { FOYER_PAGE_REQUEST_NEW, 1, N_ ("New request") },
  { FOYER_PAGE_REQUESTS, 1, N_ ("Requests") },
  { FOYER_PAGE_QUOTES, 1, N_ ("Quotes") },
  { FOYER_PAGE_INVOICES, 1, N_ ("Invoices") },
  { FOYER_PAGE_PAYMENTS, 1, N_ ("Payments") },
  { FOYER_PAGE_STATEMENT, 1, N_ ("Statement") },
  { FOYER_PAGE_PLANS, 1, N_ ("Plans") },
  { FOYER_PAGE_PROPERTIES, 1, N_ ("Sites") },
  { FOYER_PAGE_EQUIPMENT, 1, N_ ("Equipment") },
  { FOYER_PAGE_DOCUMENTS, 1, N_ ("Documents") },
  { FOYER_PAGE_MESSAGES, 1, N_ ("Messages") },
  { FOYER_PAGE_MESSAGE_NEW, 1, N_ ("New message") },
  { FOYER_PAGE_PROFILE, 2, N_ ("Profile") },
  { FOYER_PAGE_SESSIONS, 2, N_ ("Signed-in devices") },
  { FOYER_PAGE_SET_PASSWORD, 2, N_ ("Choose a password") },
  { FOYER_PAGE_SWITCH, 2, N_ ("Switch accounts") },
  { FOYER_PAGE_SIGN_IN, 3, N_ ("Sign in") },
  { FOYER_PAGE_CHECK_MAIL, 3, N_ ("Check your mail") },
  { FOYER_PAGE_CONFIRM, 3, N_ ("Confirm signing in") },
  { FOYER_PAGE_INVITE, 3, N_ ("Invite") },
  { FOYER_PAGE_JOIN, 3, N_ ("Invite to another account") },
  { FOYER_PAGE_PHONE_CHECK, 3, N_ ("Phone check") },
  { FOYER_PAGE_DEAD_LINK, 4, N_ ("Link that no longer works") },
  { FOYER_PAGE_LINK_SENT, 4, N_ ("Fresh link sent") },
  { FOYER_PAGE_UNAVAILABLE, 4, N_ ("Portal not available") },
  { FOYER_PAGE_NOT_FOUND, 4, N_ ("Page not found") },
  { FOYER_PAGE_ERROR, 4, N_ ("Something went wrong") },
  { FOYER_PAGE_BOOK_PROPERTY, 0, N_ ("Booking: site") },
  { FOYER_PAGE_BOOK_TIME, 0, N_ ("Booking: time") },
  { FOYER_PAGE_BOOK_CHECK, 0, N_ ("Booking: check") },
  { FOYER_PAGE_BOOKING, 0, N_ ("Booked") },
  { FOYER_PAGE_VISIT, 0, N_ ("Visit") },
  { FOYER_PAGE_VISIT_TIME, 0, N_ ("Another time for a visit") },
  { FOYER_PAGE_QUOTE, 0, N_ ("Quote") },
  { FOYER_PAGE_INVOICE, 0, N_ ("Invoice") },
  { FOYER_PAGE_PROPERTY, 0, N_ ("Site") },
  { FOYER_PAGE_PLAN, 0, N_ ("Plan") },
  { FOYER_PAGE_CONTRACT, 0, N_ ("Contract") },
  { FOYER_PAGE_REQUEST, 0, N_ ("Request") },
  { FOYER_PAGE_DOCUMENT, 0, N_ ("Document") },
  { FOYER_PAGE_MACHINE, 0, N_ ("Machine") },
  { FOYER_PAGE_CONVERSATION, 0, N_ ("Conversation") },
  { FOYER_PAGE_LOOK_ONLY, 0, N_ ("Only a preview") },
};

GMenuModel *
foyer_preview_place_menu (const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *address = foyer_portal_address_make (places[i].kind, NULL);
    g_autofree char *detailed = NULL;

    if (places[i].section == 0 || address == NULL)
      continue;
    if (i == 0 || places[i].section != places[i - 1].section) {
      g_clear_object (&section);
      section = g_menu_new ();
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
    detailed = g_action_print_detailed_name (action, g_variant_new_string (address));
    g_menu_append (section, _ (places[i].title), detailed);
  }
  return G_MENU_MODEL (menu);
}

GStrv
foyer_preview_place_list (void)
{
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *address = foyer_portal_address_make (places[i].kind, NULL);

    if (places[i].section != 0 && address != NULL)
      g_strv_builder_add (addresses, address);
  }
  return g_strv_builder_end (addresses);
}

const char *
foyer_preview_place_title (FoyerPageKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (places[i].kind == kind)
      return _ (places[i].title);
  }
  return "";
}

/* --- Records --- */

/* The page that speaks of a record, and the member that names the record whose page it is, if it is another. */
static const struct {
  const FoyerRecordType *type;
  FoyerPageKind kind;
  const char *of;
} pages[] = {
  { &foyer_booking_type, FOYER_PAGE_BOOKING, NULL },
  { &foyer_visit_type, FOYER_PAGE_VISIT, NULL },
  { &foyer_photo_type, FOYER_PAGE_VISIT, "visitId" },
  { &foyer_quote_type, FOYER_PAGE_QUOTE, NULL },
  { &foyer_invoice_type, FOYER_PAGE_INVOICE, NULL },
  { &foyer_property_type, FOYER_PAGE_PROPERTY, NULL },
  { &foyer_plan_type, FOYER_PAGE_PLAN, NULL },
  { &foyer_contract_type, FOYER_PAGE_CONTRACT, NULL },
  { &foyer_request_type, FOYER_PAGE_REQUEST, NULL },
  { &foyer_document_type, FOYER_PAGE_DOCUMENT, NULL },
  { &foyer_equipment_type, FOYER_PAGE_MACHINE, NULL },
  { &foyer_conversation_type, FOYER_PAGE_CONVERSATION, NULL },
  { &foyer_message_type, FOYER_PAGE_CONVERSATION, "conversationId" },
};

char *
foyer_preview_place_of_record (FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (JsonObject) json = foyer_record_to_json (record);

  if (type == &foyer_invite_type)
    return foyer_portal_address_make (FOYER_PAGE_INVITE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    const char *id
        = pages[i].of == NULL ? foyer_record_get_id (record) : foyer_json_object_text (json, pages[i].of);

    if (pages[i].type == type && id != NULL)
      return foyer_portal_address_make (pages[i].kind, id);
  }
  return g_strdup ("/");
}

/* --- Steps of a booking --- */

static const char *
get_first (JsonObject *view, const char *list)
{
  JsonArray *array = foyer_json_object_array (view, list);
  JsonObject *first
      = array == NULL || json_array_get_length (array) == 0 ? NULL : json_array_get_object_element (array, 0);

  return first == NULL ? NULL : foyer_json_object_text (first, "id");
}

/* The first time that is still free. */
static const char *
get_first_start (JsonObject *view)
{
  JsonArray *days = foyer_json_object_array (view, "days");

  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++) {
    JsonArray *slots = foyer_json_object_array (json_array_get_object_element (days, i), "slots");

    for (guint k = 0; slots != NULL && k < json_array_get_length (slots); k++) {
      JsonObject *slot = json_array_get_object_element (slots, k);

      if (!foyer_json_object_boolean (slot, "full", FALSE))
        return foyer_json_object_text (slot, "start");
    }
  }
  return NULL;
}

char *
foyer_preview_place_next_step (const char *address, JsonObject *view)
{
  const char *service = get_first (view, "services");
  const char *property = get_first (view, "properties");
  const char *start = get_first_start (view);

  if (service == NULL)
    return NULL;
  if (property == NULL)
    property = FOYER_NO_PROPERTY;
  if (g_strcmp0 (address, "/book/property") == 0)
    return g_strconcat (address, "?service=", service, NULL);
  if (g_strcmp0 (address, "/book/time") == 0)
    return g_strconcat (address, "?service=", service, "&property=", property, NULL);
  if (g_strcmp0 (address, "/book/check") == 0 && start != NULL)
    return g_strconcat (address, "?service=", service, "&property=", property, "&start=", start, NULL);
  return NULL;
}
