/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-routes.c - everything that can be asked of a portal */

#include "site/foyer-site-routes.h"

#include "foyer-url.h"
#include "site/foyer-form-token.h"

#include <string.h>

/* clang-format off */
static const FoyerSiteRoute routes[] = {
  { "GET", "/static/*", FOYER_SITE_FILE, .handle = foyer_site_send_file },

  { "GET", "/l/*", FOYER_SITE_GATE, .handle = foyer_site_open_link },
  { "POST", "/l/*", FOYER_SITE_GATE, .handle = foyer_site_answer_link },
  { "GET", "/end-preview", FOYER_SITE_GATE, .handle = foyer_site_end_look },
  { "GET", "/m/*", FOYER_SITE_GATE, .handle = foyer_site_peek_mailed_link },
  { "POST", "/m/*", FOYER_SITE_GATE, .handle = foyer_site_answer_mailed_link },
  { "GET", "/i/*", FOYER_SITE_GATE, .handle = foyer_site_open_invite },
  { "POST", "/i/*", FOYER_SITE_GATE, .handle = foyer_site_answer_invite },
  { "GET", "/sign-in", FOYER_SITE_GATE, .handle = foyer_site_ask_address },
  { "POST", "/sign-in", FOYER_SITE_GATE, .handle = foyer_site_take_address },
  { "POST", "/sign-in/password", FOYER_SITE_GATE, .handle = foyer_site_take_password },
  { "POST", "/sign-in/phone", FOYER_SITE_GATE, .handle = foyer_site_take_phone },
  { "POST", "/sign-in/code", FOYER_SITE_GATE, .handle = foyer_site_take_code },
  { "GET", "/sign-in/sent", FOYER_SITE_GATE, .handle = foyer_site_say_sent },
  { "POST", "/sign-out", FOYER_SITE_CLIENT, .form = FOYER_ANY_PAGE, .handle = foyer_site_sign_out },

  { "GET", "/password", FOYER_SITE_CLIENT, FOYER_PAGE_SET_PASSWORD, .handle = foyer_site_ask_password },
  { "POST", "/password", FOYER_SITE_CLIENT, FOYER_PAGE_SET_PASSWORD, FOYER_PAGE_SET_PASSWORD,
    foyer_site_choose_password },
  { "GET", "/sessions", FOYER_SITE_CLIENT, FOYER_PAGE_SESSIONS, .handle = foyer_site_show_page },
  { "POST", "/sessions/end-others", FOYER_SITE_CLIENT, FOYER_PAGE_SESSIONS, FOYER_PAGE_SESSIONS,
    foyer_site_end_other_sessions },
  { "POST", "/sessions/*/end", FOYER_SITE_CLIENT, FOYER_PAGE_SESSIONS, FOYER_PAGE_SESSIONS,
    foyer_site_end_session },

  { "GET", "/profile", FOYER_SITE_CLIENT, FOYER_PAGE_PROFILE, .handle = foyer_site_show_page },
  { "POST", "/profile", FOYER_SITE_CLIENT, FOYER_PAGE_PROFILE, FOYER_PAGE_PROFILE, foyer_site_change_contact },
  { "POST", "/profile/notifications", FOYER_SITE_CLIENT, FOYER_PAGE_PROFILE, FOYER_PAGE_PROFILE,
    foyer_site_change_notifications },
  { "GET", "/switch", FOYER_SITE_CLIENT, FOYER_PAGE_SWITCH, .handle = foyer_site_show_page },
  { "POST", "/switch", FOYER_SITE_CLIENT, FOYER_PAGE_SWITCH, FOYER_PAGE_SWITCH, foyer_site_switch },

  { "GET", "/", FOYER_SITE_FRONT, FOYER_PAGE_HOME, .handle = foyer_site_show_page },
  { "GET", "/visits", FOYER_SITE_CLIENT, FOYER_PAGE_VISITS, .handle = foyer_site_show_page },
  { "GET", "/visits/*", FOYER_SITE_CLIENT, FOYER_PAGE_VISIT, .handle = foyer_site_show_page },
  { "GET", "/visits/*/calendar", FOYER_SITE_CLIENT, FOYER_PAGE_VISIT, .handle = foyer_site_send_calendar },
  { "GET", "/visits/*/time", FOYER_SITE_CLIENT, FOYER_PAGE_VISIT_TIME, .handle = foyer_site_ask_time },
  { "POST", "/visits/*/move", FOYER_SITE_CLIENT, FOYER_PAGE_VISIT_TIME, FOYER_PAGE_VISIT_TIME,
    foyer_site_move_visit },
  { "POST", "/visits/*/cancel", FOYER_SITE_CLIENT, FOYER_PAGE_VISIT, FOYER_PAGE_VISIT, foyer_site_cancel_visit },
  { "POST", "/visits/*/review", FOYER_SITE_CLIENT, FOYER_PAGE_VISIT, FOYER_PAGE_VISIT, foyer_site_review_visit },
  { "GET", "/quotes", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTES, .handle = foyer_site_show_page },
  { "GET", "/quotes/*", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTE, .handle = foyer_site_show_quote },
  { "POST", "/quotes/*/approve", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTE, FOYER_PAGE_QUOTE, foyer_site_approve_quote },
  { "POST", "/quotes/*/change", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTE, FOYER_PAGE_QUOTE, foyer_site_ask_for_change },
  { "POST", "/quotes/*/comment", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTE, FOYER_PAGE_QUOTE,
    foyer_site_comment_quote },
  { "POST", "/quotes/*/decline", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTE, FOYER_PAGE_QUOTE, foyer_site_decline_quote },
  { "GET", "/quotes/*/pdf", FOYER_SITE_CLIENT, FOYER_PAGE_QUOTE, .handle = foyer_site_send_print },
  { "GET", "/invoices", FOYER_SITE_CLIENT, FOYER_PAGE_INVOICES, .handle = foyer_site_show_page },
  { "GET", "/invoices/*", FOYER_SITE_CLIENT, FOYER_PAGE_INVOICE, .handle = foyer_site_show_page },
  { "GET", "/invoices/*/pdf", FOYER_SITE_CLIENT, FOYER_PAGE_INVOICE, .handle = foyer_site_send_print },
  { "GET", "/properties", FOYER_SITE_CLIENT, FOYER_PAGE_PROPERTIES, .handle = foyer_site_show_page },
  { "GET", "/properties/*", FOYER_SITE_CLIENT, FOYER_PAGE_PROPERTY, .handle = foyer_site_show_page },
  { "GET", "/statement", FOYER_SITE_CLIENT, FOYER_PAGE_STATEMENT, .handle = foyer_site_show_page },
  { "GET", "/statement/pdf", FOYER_SITE_CLIENT, FOYER_PAGE_STATEMENT, .handle = foyer_site_send_print },
  { "GET", "/payments", FOYER_SITE_CLIENT, FOYER_PAGE_PAYMENTS, .handle = foyer_site_show_page },
  { "GET", "/plans", FOYER_SITE_CLIENT, FOYER_PAGE_PLANS, .handle = foyer_site_show_page },
  { "GET", "/requests", FOYER_SITE_CLIENT, FOYER_PAGE_REQUESTS, .handle = foyer_site_show_page },
  { "GET", "/messages", FOYER_SITE_CLIENT, FOYER_PAGE_MESSAGES, .handle = foyer_site_show_page },
  { "GET", "/messages/new", FOYER_SITE_CLIENT, FOYER_PAGE_MESSAGE_NEW, .handle = foyer_site_show_page },
  { "POST", "/messages", FOYER_SITE_CLIENT, FOYER_PAGE_MESSAGE_NEW, FOYER_PAGE_MESSAGE_NEW,
    foyer_site_send_message, .takes_files = TRUE },
  { "GET", "/messages/*", FOYER_SITE_CLIENT, FOYER_PAGE_CONVERSATION, .handle = foyer_site_show_conversation },
  { "POST", "/messages/*", FOYER_SITE_CLIENT, FOYER_PAGE_CONVERSATION, FOYER_PAGE_CONVERSATION,
    foyer_site_answer_message, .takes_files = TRUE },
  { "GET", "/attachments/*", FOYER_SITE_CLIENT, FOYER_PAGE_NOT_FOUND, .handle = foyer_site_send_attachment },
  { "GET", "/documents", FOYER_SITE_CLIENT, FOYER_PAGE_DOCUMENTS, .handle = foyer_site_show_page },
  { "GET", "/equipment", FOYER_SITE_CLIENT, FOYER_PAGE_EQUIPMENT, .handle = foyer_site_show_page },
  { "GET", "/plans/*", FOYER_SITE_CLIENT, FOYER_PAGE_PLAN, .handle = foyer_site_show_page },
  { "GET", "/contracts/*", FOYER_SITE_CLIENT, FOYER_PAGE_CONTRACT, .handle = foyer_site_show_page },
  { "GET", "/requests/new", FOYER_SITE_CLIENT, FOYER_PAGE_REQUEST_NEW, .handle = foyer_site_show_page },
  { "POST", "/requests", FOYER_SITE_CLIENT, FOYER_PAGE_REQUEST_NEW, FOYER_PAGE_REQUEST_NEW,
    foyer_site_send_request, .takes_files = TRUE },
  { "POST", "/requests/*/withdraw", FOYER_SITE_CLIENT, FOYER_PAGE_REQUEST, FOYER_PAGE_REQUEST,
    foyer_site_withdraw_request },
  { "POST", "/invoices/*/dispute", FOYER_SITE_CLIENT, FOYER_PAGE_INVOICE, FOYER_PAGE_INVOICE,
    foyer_site_dispute },
  { "GET", "/requests/*", FOYER_SITE_CLIENT, FOYER_PAGE_REQUEST, .handle = foyer_site_show_page },
  { "GET", "/documents/*", FOYER_SITE_CLIENT, FOYER_PAGE_DOCUMENT, .handle = foyer_site_show_page },
  { "GET", "/equipment/*", FOYER_SITE_CLIENT, FOYER_PAGE_MACHINE, .handle = foyer_site_show_page },
  { "POST", "/documents/*/sign", FOYER_SITE_CLIENT, FOYER_PAGE_DOCUMENT, FOYER_PAGE_DOCUMENT, foyer_site_sign_document },
  { "GET", "/documents/*/pdf", FOYER_SITE_CLIENT, FOYER_PAGE_DOCUMENT, .handle = foyer_site_send_print },
  { "GET", "/documents/*/file", FOYER_SITE_CLIENT, FOYER_PAGE_NOT_FOUND, .handle = foyer_site_send_document },
  { "GET", "/photos/*", FOYER_SITE_CLIENT, FOYER_PAGE_NOT_FOUND, .handle = foyer_site_send_photo },

  { "GET", "/book", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_SERVICE, .handle = foyer_site_show_page },
  { "GET", "/book/property", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_PROPERTY, .handle = foyer_site_show_page },
  { "GET", "/book/time", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_TIME, .handle = foyer_site_show_page },
  { "GET", "/book/check", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_CHECK, .handle = foyer_site_show_page },
  { "POST", "/book/property", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_PROPERTY, FOYER_PAGE_BOOK_SERVICE,
    foyer_site_take_step },
  { "POST", "/book/time", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_TIME, FOYER_PAGE_BOOK_PROPERTY,
    foyer_site_take_step },
  { "POST", "/book/check", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_CHECK, FOYER_PAGE_BOOK_TIME, foyer_site_take_step },
  { "POST", "/bookings", FOYER_SITE_CLIENT, FOYER_PAGE_BOOK_CHECK, FOYER_PAGE_BOOK_CHECK, foyer_site_book },

  { "GET", "/bookings/*", FOYER_SITE_CLIENT, FOYER_PAGE_BOOKING, .handle = foyer_site_show_page },
  { "POST", "/bookings/*/withdraw", FOYER_SITE_CLIENT, FOYER_PAGE_BOOKING, FOYER_PAGE_BOOKING,
    foyer_site_withdraw },
  { "POST", "/bookings/*/accept", FOYER_SITE_CLIENT, FOYER_PAGE_BOOKING, FOYER_PAGE_BOOKING, foyer_site_accept },
  { "POST", "/bookings/*/neither", FOYER_SITE_CLIENT, FOYER_PAGE_BOOKING, FOYER_PAGE_BOOKING,
    foyer_site_refuse_offers },
};
/* clang-format on */

const FoyerSiteRoute *
foyer_site_routes (guint *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}

const FoyerSiteRoute *
foyer_site_route_find (const FoyerHttpRequest *request, char **argument, const char **allow)
{
  const char *method = strcmp (request->method, "HEAD") == 0 ? "GET" : request->method;

  *argument = NULL;
  *allow = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++) {
    if (!foyer_url_match (routes[i].path, request->path, argument))
      continue;
    if (strcmp (routes[i].method, method) == 0)
      return &routes[i];
    *allow = strcmp (routes[i].method, "GET") == 0 ? "GET, HEAD" : "POST";
  }
  return NULL;
}
