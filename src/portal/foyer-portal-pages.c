/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-pages.c - the page that a viewer gets for what they asked */

#include "foyer-portal-pages.h"

#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "pages/foyer-page-booking.h"
#include "pages/foyer-pages.h"
#include "types/contract.h"
#include "types/conversation.h"
#include "types/document.h"
#include "types/equipment.h"
#include "types/invoice.h"
#include "types/plan.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/request.h"
#include "types/visit.h"

#include <string.h>

/* What a page needs of the view before it can be written. */
typedef enum {
  NEEDS_NOTHING,
  NEEDS_OPEN,   /* somebody who may come in */
  NEEDS_LIST,   /* who may see that list */
  NEEDS_OFFER,  /* who may book */
  NEEDS_ASKING, /* who may ask for something */
  NEEDS_WORDS,  /* who may write messages */
  NEEDS_ENTRY,  /* the entry of a list that is asked for */
  NEEDS_RECORD, /* the record that is asked for */
} Needs;

static const struct {
  Needs needs;
  guint status;
  void (*write) (FoyerPage *page);
  const char *list;            /* (nullable) */
  const FoyerRecordType *type; /* (nullable) */
} kinds[FOYER_N_PAGE_KINDS] = {
  [FOYER_PAGE_SIGN_IN] = { NEEDS_NOTHING, 200, foyer_page_write_sign_in },
  [FOYER_PAGE_CHECK_MAIL] = { NEEDS_NOTHING, 200, foyer_page_write_check_mail },
  [FOYER_PAGE_CONFIRM] = { NEEDS_NOTHING, 200, foyer_page_write_confirm },
  [FOYER_PAGE_DEAD_LINK] = { NEEDS_NOTHING, 404, foyer_page_write_dead_link },
  [FOYER_PAGE_LINK_SENT] = { NEEDS_NOTHING, 200, foyer_page_write_link_sent },
  [FOYER_PAGE_PHONE_CHECK] = { NEEDS_NOTHING, 200, foyer_page_write_phone_check },
  [FOYER_PAGE_INVITE] = { NEEDS_NOTHING, 200, foyer_page_write_invite },
  [FOYER_PAGE_JOIN] = { NEEDS_NOTHING, 200, foyer_page_write_join },
  [FOYER_PAGE_UNAVAILABLE] = { NEEDS_NOTHING, 403, foyer_page_write_unavailable },
  [FOYER_PAGE_NOT_FOUND] = { NEEDS_NOTHING, 404, foyer_page_write_not_found },
  [FOYER_PAGE_LOOK_ONLY] = { NEEDS_NOTHING, 403, foyer_page_write_look_only },
  [FOYER_PAGE_ERROR] = { NEEDS_NOTHING, 500, foyer_page_write_error },
  [FOYER_PAGE_HOME] = { NEEDS_OPEN, 200, foyer_page_write_home },
  [FOYER_PAGE_SET_PASSWORD] = { NEEDS_OPEN, 200, foyer_page_write_set_password },
  [FOYER_PAGE_SESSIONS] = { NEEDS_OPEN, 200, foyer_page_write_sessions },
  [FOYER_PAGE_PROFILE] = { NEEDS_OPEN, 200, foyer_page_write_profile },
  [FOYER_PAGE_SWITCH] = { NEEDS_LIST, 200, foyer_page_write_switch, .list = "accounts" },
  [FOYER_PAGE_VISITS] = { NEEDS_LIST, 200, foyer_page_write_visits, .list = "upcoming" },
  [FOYER_PAGE_BOOK_SERVICE] = { NEEDS_OFFER, 200, foyer_page_write_book_service },
  [FOYER_PAGE_BOOK_PROPERTY] = { NEEDS_OFFER, 200, foyer_page_write_book_property },
  [FOYER_PAGE_BOOK_TIME] = { NEEDS_OFFER, 200, foyer_page_write_book_time },
  [FOYER_PAGE_BOOK_CHECK] = { NEEDS_OFFER, 200, foyer_page_write_book_check },
  [FOYER_PAGE_BOOKING] = { NEEDS_ENTRY, 200, foyer_page_write_booking, .list = "bookings" },
  [FOYER_PAGE_QUOTES] = { NEEDS_LIST, 200, foyer_page_write_quotes, .list = "quotes" },
  [FOYER_PAGE_INVOICES] = { NEEDS_LIST, 200, foyer_page_write_invoices, .list = "invoices" },
  [FOYER_PAGE_PAYMENTS] = { NEEDS_LIST, 200, foyer_page_write_payments, .list = "payments" },
  [FOYER_PAGE_PROPERTIES] = { NEEDS_LIST, 200, foyer_page_write_properties, .list = "properties" },
  [FOYER_PAGE_VISIT] = { NEEDS_RECORD, 200, foyer_page_write_visit, .type = &foyer_visit_type },
  [FOYER_PAGE_VISIT_TIME] = { NEEDS_RECORD, 200, foyer_page_write_visit_time, .type = &foyer_visit_type },
  [FOYER_PAGE_QUOTE] = { NEEDS_RECORD, 200, foyer_page_write_quote, .type = &foyer_quote_type },
  [FOYER_PAGE_INVOICE] = { NEEDS_RECORD, 200, foyer_page_write_invoice, .type = &foyer_invoice_type },
  [FOYER_PAGE_PROPERTY] = { NEEDS_RECORD, 200, foyer_page_write_property, .type = &foyer_property_type },
  [FOYER_PAGE_PLANS] = { NEEDS_LIST, 200, foyer_page_write_plans, .list = "plans" },
  [FOYER_PAGE_REQUESTS] = { NEEDS_LIST, 200, foyer_page_write_requests, .list = "requests" },
  [FOYER_PAGE_DOCUMENTS] = { NEEDS_LIST, 200, foyer_page_write_documents, .list = "documents" },
  [FOYER_PAGE_EQUIPMENT] = { NEEDS_LIST, 200, foyer_page_write_equipment, .list = "equipment" },
  [FOYER_PAGE_PLAN] = { NEEDS_RECORD, 200, foyer_page_write_plan, .type = &foyer_plan_type },
  [FOYER_PAGE_CONTRACT] = { NEEDS_RECORD, 200, foyer_page_write_contract, .type = &foyer_contract_type },
  [FOYER_PAGE_REQUEST] = { NEEDS_RECORD, 200, foyer_page_write_request, .type = &foyer_request_type },
  [FOYER_PAGE_DOCUMENT] = { NEEDS_RECORD, 200, foyer_page_write_document, .type = &foyer_document_type },
  [FOYER_PAGE_REQUEST_NEW] = { NEEDS_ASKING, 200, foyer_page_write_request_new },
  [FOYER_PAGE_STATEMENT] = { NEEDS_LIST, 200, foyer_page_write_statement, .list = "statementInvoices" },
  [FOYER_PAGE_MESSAGES] = { NEEDS_LIST, 200, foyer_page_write_messages, .list = "conversations" },
  [FOYER_PAGE_MESSAGE_NEW] = { NEEDS_WORDS, 200, foyer_page_write_message_new },
  [FOYER_PAGE_CONVERSATION]
  = { NEEDS_RECORD, 200, foyer_page_write_conversation, .type = &foyer_conversation_type },
  [FOYER_PAGE_MACHINE] = { NEEDS_RECORD, 200, foyer_page_write_machine, .type = &foyer_equipment_type },
};

/* What a page shows of the view, beside what is in every view. What a page is about is added for it alone (foyer_portal_look_add()). */
static const FoyerViewParts shown[FOYER_N_PAGE_KINDS] = {
  [FOYER_PAGE_HOME] = FOYER_VIEW_DUE | FOYER_VIEW_QUOTES | FOYER_VIEW_WAITING | FOYER_VIEW_UPCOMING
                      | FOYER_VIEW_DONE | FOYER_VIEW_BOOKINGS | FOYER_VIEW_HEALTH,
  [FOYER_PAGE_VISITS] = FOYER_VIEW_UPCOMING | FOYER_VIEW_PAST | FOYER_VIEW_BOOKINGS,
  [FOYER_PAGE_VISIT] = FOYER_VIEW_BOOKINGS,
  [FOYER_PAGE_VISIT_TIME] = FOYER_VIEW_BOOKINGS,
  [FOYER_PAGE_BOOKING]
  = FOYER_VIEW_BOOKINGS | FOYER_VIEW_UPCOMING | FOYER_VIEW_SERVICES | FOYER_VIEW_PROPERTIES,
  [FOYER_PAGE_QUOTES] = FOYER_VIEW_QUOTES,
  [FOYER_PAGE_INVOICES] = FOYER_VIEW_INVOICES | FOYER_VIEW_DUE,
  [FOYER_PAGE_PAYMENTS] = FOYER_VIEW_PAYMENTS | FOYER_VIEW_DUE,
  [FOYER_PAGE_STATEMENT] = FOYER_VIEW_DUE,
  [FOYER_PAGE_PROPERTIES] = FOYER_VIEW_PROPERTIES,
  [FOYER_PAGE_PLANS] = FOYER_VIEW_PLANS,
  [FOYER_PAGE_REQUESTS] = FOYER_VIEW_REQUESTS,
  [FOYER_PAGE_MESSAGES] = FOYER_VIEW_CONVERSATIONS,
  [FOYER_PAGE_DOCUMENTS] = FOYER_VIEW_DOCUMENTS,
  [FOYER_PAGE_EQUIPMENT] = FOYER_VIEW_EQUIPMENT,
  [FOYER_PAGE_REQUEST_NEW] = FOYER_VIEW_PROPERTIES | FOYER_VIEW_SERVICES,
  [FOYER_PAGE_BOOK_SERVICE] = FOYER_VIEW_SERVICES,
  [FOYER_PAGE_BOOK_PROPERTY] = FOYER_VIEW_SERVICES | FOYER_VIEW_PROPERTIES,
  [FOYER_PAGE_BOOK_TIME] = FOYER_VIEW_SERVICES | FOYER_VIEW_PROPERTIES,
  [FOYER_PAGE_BOOK_CHECK] = FOYER_VIEW_SERVICES | FOYER_VIEW_PROPERTIES,
};

/* What the forms for requests and for messages can be about, ended by NULL. */
static const FoyerRecordType *const request_about[]
    = { &foyer_visit_type, &foyer_equipment_type, &foyer_invoice_type, NULL };
static const FoyerRecordType *const message_about[]
    = { &foyer_visit_type, &foyer_invoice_type, &foyer_quote_type, NULL };

/* The lists that a page shows page by page, and that its query may turn. */
static const struct {
  FoyerPageKind kind;
  const char *lists[4];
} turned[] = {
  { FOYER_PAGE_VISITS, { "upcoming", "past", "bookings" } },
  { FOYER_PAGE_QUOTES, { "quotes" } },
  { FOYER_PAGE_INVOICES, { "invoices" } },
  { FOYER_PAGE_PAYMENTS, { "payments" } },
  { FOYER_PAGE_PROPERTIES, { "properties" } },
  { FOYER_PAGE_PROPERTY, { "visits" } },
  { FOYER_PAGE_PLANS, { "plans", "contracts" } },
  { FOYER_PAGE_PLAN, { "visits" } },
  { FOYER_PAGE_REQUESTS, { "requests" } },
  { FOYER_PAGE_DOCUMENTS, { "documents" } },
  { FOYER_PAGE_EQUIPMENT, { "equipment" } },
  { FOYER_PAGE_MESSAGES, { "conversations" } },
  { FOYER_PAGE_CONVERSATION, { "messages" } },
};

static gboolean
has_property (JsonObject *view, const char *id)
{
  JsonObject *offer = foyer_json_object_object (view, "offer");

  if (g_strcmp0 (id, FOYER_NO_PROPERTY) == 0)
    return !foyer_json_object_boolean (offer, "needsProperty", FALSE);
  return foyer_portal_view_find (view, "properties", id) != NULL;
}

/* Takes a step of booking back to the first one whose choice is missing. */
static void
step_back (FoyerPage *page, FoyerPageRequest *request)
{
  if (request->kind > FOYER_PAGE_BOOK_SERVICE
      && foyer_portal_view_find (page->view, "services", request->service_id) == NULL) {
    request->kind = FOYER_PAGE_BOOK_SERVICE;
  } else if (request->kind > FOYER_PAGE_BOOK_PROPERTY && !has_property (page->view, request->property_id)) {
    request->kind = FOYER_PAGE_BOOK_PROPERTY;
  } else if (request->kind == FOYER_PAGE_BOOK_CHECK && foyer_page_find_slot (page, request->start) == NULL) {
    request->kind = FOYER_PAGE_BOOK_TIME;
    request->problem = request->start != 0 ? FOYER_PROBLEM_TAKEN : FOYER_PROBLEM_CHOICE;
  }
}

static const char *
get_choice (const FoyerPageRequest *request, const char *name)
{
  const char *value = request->typed == NULL ? NULL : g_hash_table_lookup (request->typed, name);

  return value == NULL || *value == '\0' ? NULL : value;
}

/* Whatever a form names must be what the viewer sees; what they may not see has never been there. */
static gboolean
has_about (FoyerPage *page, const FoyerPageRequest *request)
{
  const char *id = get_choice (request, "about");
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);

  return id == NULL || (type != NULL && foyer_portal_view_get_record (page->view, type, id) != NULL);
}

static gboolean
has_choices_of_request (FoyerPage *page, const FoyerPageRequest *request)
{
  JsonObject *asking = foyer_json_object_object (page->view, "asking");
  const char *site = get_choice (request, "site");
  const char *service = get_choice (request, "service");

  return has_about (page, request)
         && (site == NULL || foyer_portal_view_find (page->view, "properties", site) != NULL)
         && (service == NULL || foyer_portal_view_find (asking, "services", service) != NULL);
}

/* Whether there is what the page shows, and this viewer may see it. */
static gboolean
has_what_is_needed (FoyerPage *page, const FoyerPageRequest *request)
{
  const char *list = kinds[request->kind].list;
  const FoyerRecordType *type = kinds[request->kind].type;

  switch (kinds[request->kind].needs) {
  case NEEDS_LIST:
    return foyer_json_object_array (page->view, list) != NULL;
  case NEEDS_OFFER:
    return foyer_portal_view_may_book (page->view);
  case NEEDS_ASKING:
    return foyer_portal_view_may_ask (page->view, NULL) && has_choices_of_request (page, request);
  case NEEDS_WORDS:
    return foyer_portal_view_may_message (page->view) && has_about (page, request);
  case NEEDS_ENTRY:
    return foyer_portal_view_find (page->view, list, request->record_id) != NULL;
  case NEEDS_RECORD:
    return foyer_portal_view_get_record (page->view, type, request->record_id) != NULL;
  case NEEDS_NOTHING:
  case NEEDS_OPEN:
  default:
    return TRUE;
  }
}

/* The page that is made for what was asked. */
static void
settle (FoyerPage *page, FoyerPageRequest *request)
{
  FoyerPortalState state = foyer_portal_view_get_state (page->view);
  Needs needs = kinds[request->kind].needs;

  /* While the portal is off every address says so (X7), errors aside. */
  if (state == FOYER_PORTAL_OFF && request->kind != FOYER_PAGE_ERROR)
    request->kind = FOYER_PAGE_UNAVAILABLE;
  else if (needs == NEEDS_NOTHING)
    return;
  else if (state == FOYER_PORTAL_SIGNED_OUT)
    request->kind = FOYER_PAGE_SIGN_IN;
  else if (state != FOYER_PORTAL_OPEN)
    request->kind = FOYER_PAGE_UNAVAILABLE;
  else if (!has_what_is_needed (page, request))
    request->kind = FOYER_PAGE_NOT_FOUND;
  else if (needs == NEEDS_OFFER)
    step_back (page, request);
  else if (request->kind == FOYER_PAGE_VISIT_TIME && foyer_json_object_array (page->view, "days") == NULL)
    request->kind = FOYER_PAGE_VISIT;
}

FoyerPortalPage *
foyer_portal_page (JsonObject *view, const FoyerPageRequest *request, FoyerPageKind *made)
{
  FoyerPageRequest settled = *request;
  g_auto (FoyerPage) page = { 0 };

  g_return_val_if_fail (request->kind < FOYER_N_PAGE_KINDS, NULL);

  if (!foyer_page_open (&page, view, &settled))
    g_return_val_if_reached (NULL);
  settle (&page, &settled);
  if (made != NULL)
    *made = settled.kind;
  page.html = foyer_html_new ();
  kinds[settled.kind].write (&page);
  return foyer_html_finish (page.html);
}

FoyerPageKind
foyer_portal_page_choose (JsonObject *view, const FoyerPageRequest *request)
{
  FoyerPageRequest settled = *request;
  g_auto (FoyerPage) page = { 0 };

  g_return_val_if_fail (request->kind < FOYER_N_PAGE_KINDS, FOYER_PAGE_ERROR);

  if (!foyer_page_open (&page, view, &settled))
    g_return_val_if_reached (FOYER_PAGE_ERROR);
  settle (&page, &settled);
  return settled.kind;
}

guint
foyer_page_status (FoyerPageKind kind)
{
  g_return_val_if_fail (kind < FOYER_N_PAGE_KINDS, 500);

  return kinds[kind].status;
}

FoyerViewParts
foyer_page_parts (FoyerPageKind kind)
{
  g_return_val_if_fail (kind < FOYER_N_PAGE_KINDS, FOYER_VIEW_EVERYTHING);

  return shown[kind];
}

const FoyerRecordType *
foyer_page_record_type (FoyerPageKind kind)
{
  g_return_val_if_fail (kind < FOYER_N_PAGE_KINDS, NULL);

  return kinds[kind].type;
}

const FoyerRecordType *const *
foyer_page_about_types (FoyerPageKind kind)
{
  if (kind == FOYER_PAGE_REQUEST_NEW)
    return request_about;
  return kind == FOYER_PAGE_MESSAGE_NEW ? message_about : NULL;
}

gboolean
foyer_page_takes_query (FoyerPageKind kind)
{
  return kind == FOYER_PAGE_BOOK_SERVICE || kind == FOYER_PAGE_BOOK_PROPERTY || kind == FOYER_PAGE_BOOK_TIME
         || kind == FOYER_PAGE_BOOK_CHECK || kind == FOYER_PAGE_REQUEST_NEW || kind == FOYER_PAGE_MESSAGE_NEW;
}

const char *
foyer_page_find_list (FoyerPageKind kind, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (turned); i++) {
    for (guint k = 0; turned[i].kind == kind && turned[i].lists[k] != NULL; k++) {
      if (name == NULL || strcmp (turned[i].lists[k], name) == 0)
        return turned[i].lists[k];
    }
  }
  return NULL;
}
