/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site.c - the portal site: every request goes through here, and gets organisation, client and person here */

#include "site/foyer-site.h"

#include "foyer-json.h"
#include "foyer-portal-address.h"
#include "foyer-zone.h"
#include "http/foyer-form.h"
#include "site/foyer-form-token.h"
#include "site/foyer-site-door.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-site-flood.h"
#include "site/foyer-site-look.h"
#include "site/foyer-site-notice.h"
#include "site/foyer-site-routes.h"
#include "site/foyer-site-stay.h"
#include "site/foyer-site-turn.h"
#include "uploads/foyer-uploads.h"

#include <string.h>

/* Opening a direct link opens a session, opening an invite is noted, and so is what a client has read. */
static const char *const writing_prefixes[] = { "/l/", "/i/", "/m/", "/messages/" };

/* --- The turn --- */

static void
turn_clear (FoyerSiteTurn *self)
{
  g_clear_pointer (&self->argument, g_free);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_clear_pointer (&self->account, foyer_organisation_account_free);
  g_clear_pointer (&self->transaction, foyer_transaction_free);
  g_clear_pointer (&self->business, foyer_business_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->session, foyer_portal_session_free);
  g_clear_object (&self->stay);
  g_clear_pointer (&self->look, foyer_staff_look_free);
  g_clear_pointer (&self->watcher, g_free);
  g_clear_pointer (&self->view, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerSiteTurn, turn_clear)

static gboolean
is_post (const FoyerHttpRequest *request)
{
  return strcmp (request->method, "POST") == 0;
}

static void
begin_transaction (FoyerSiteTurn *turn)
{
  FoyerSiteContext *context = turn->context;

  turn->transaction = foyer_transaction_new (context->database, context->clock, context->random,
                                             turn->account->number, FOYER_BY_CLIENT, NULL);
  turn->transaction->now = context->now;
  turn->transaction->portal_url = g_strdup (context->portal_url);
  context->changed = g_hash_table_ref (turn->transaction->changed);
  context->account_id = g_strdup (turn->account->id);
}

/* Who is signed in matters on no file and at no gate. */
static gboolean
needs_session (const FoyerSiteRoute *route)
{
  return route == NULL || route->access == FOYER_SITE_FRONT || route->access == FOYER_SITE_CLIENT;
}

/* What a post is about is looked for before anything else is said of it; what a look is about, by what answers it. */
static gboolean
add_subject (FoyerSiteTurn *turn, GError **error)
{
  FoyerPageRequest request;

  if (turn->route == NULL || turn->session == NULL || !is_post (turn->request))
    return TRUE;
  if (foyer_page_record_type (turn->route->page) != NULL)
    return foyer_site_turn_add_record (turn, foyer_page_record_type (turn->route->page), error);
  if (turn->route->page != FOYER_PAGE_SESSIONS && turn->route->page != FOYER_PAGE_SET_PASSWORD
      && turn->route->page != FOYER_PAGE_PROFILE && turn->route->page != FOYER_PAGE_BOOKING)
    return TRUE;
  request = (FoyerPageRequest){ .kind = turn->route->page, .record_id = turn->argument };
  return foyer_site_turn_add (turn, &request, error);
}

/* The addresses of lists carry a place in them, apart from what forms carry; what cannot be read names none. */
static void
read_query (FoyerSiteTurn *turn)
{
  if (turn->route == NULL || is_post (turn->request)
      || foyer_page_find_list (turn->route->page, NULL) == NULL)
    return;
  turn->query = foyer_form_read_query (turn->request);
  if (turn->query != NULL && foyer_page_read_place (turn->route->page, turn->query, &turn->place))
    turn->viewer.place = &turn->place;
}

/* The business's zone is held from one page to the next, as long as the table that it comes from is the same. */
static void
hold_zone (FoyerSiteTurn *turn)
{
  JsonObject *zone = foyer_json_object_object (turn->view, "zone");

  foyer_site_zones_keep (turn->context->zones, foyer_json_object_text (zone, "name"));
}

/* A form may lead to another page than the one that it stood on. */
static FoyerViewParts
choose_parts (FoyerSiteTurn *turn)
{
  if (turn->route == NULL)
    return FOYER_VIEW_NO_LISTS;
  return is_post (turn->request) ? FOYER_VIEW_EVERYTHING : foyer_page_parts (turn->route->page);
}

static gboolean
find_business (FoyerSiteTurn *turn, GError **error)
{
  FoyerSiteMemory *memory = turn->context->memory;

  if (memory != NULL)
    turn->business = foyer_site_memory_find_business (memory, turn->account->number);
  if (turn->business == NULL) {
    turn->business = foyer_business_load (turn->transaction->source, error);
    if (turn->business != NULL && memory != NULL)
      foyer_site_memory_keep_business (memory, turn->account->number, turn->business);
  }
  if (turn->business != NULL)
    turn->settings = g_object_ref (turn->business->settings);
  return turn->business != NULL;
}

/* Who asks, and by which settings. */
static gboolean
find_asker (FoyerSiteTurn *turn, GError **error)
{
  FoyerSiteContext *context = turn->context;
  g_autofree char *table = foyer_zone_table_version ();

  foyer_site_zones_check (context->zones, table);
  if (context->memory != NULL)
    foyer_site_memory_begin (context->memory, foyer_database_get_version (context->database), table,
                             turn->transaction->now);
  if (!find_business (turn, error) || !foyer_site_look_find (turn, error))
    return FALSE;
  return turn->look != NULL || !needs_session (turn->route) || foyer_site_stay_find (turn, error);
}

static gboolean
make_view (FoyerSiteTurn *turn, GError **error)
{
  FoyerPortalLook look;

  read_query (turn);
  look = foyer_site_turn_look (turn);
  turn->view = foyer_portal_look_view (&look, choose_parts (turn), error);
  if (turn->view != NULL)
    hold_zone (turn);
  return turn->view != NULL;
}

/* --- What stops a request --- */

static FoyerHttpResponse *
answer_not_found (FoyerSiteTurn *turn, const char *allow)
{
  FoyerHttpResponse *response = foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);

  if (allow != NULL && response->status == 404) {
    response->status = 405;
    foyer_http_response_set_header (response, "Allow", allow);
  }
  return response;
}

/* What nobody was admitted with has no fields, and so no token; why, is said by what is checked next. */
static FoyerHttpResponse *
check_upload (FoyerSiteTurn *turn)
{
  const FoyerUploadForm *form = turn->request->form;

  if (!turn->route->takes_files)
    return foyer_site_notice (415);
  if (form != NULL && form->status != 200)
    return foyer_site_notice (form->status);
  turn->fields = form != NULL ? g_hash_table_ref (form->fields) : g_hash_table_new (g_str_hash, g_str_equal);
  return NULL;
}

/* Forms are small and of one kind; what browsers send with files in it is looked at only where files may be sent. */
static FoyerHttpResponse *
check_form (FoyerSiteTurn *turn)
{
  const char *type = foyer_http_request_header (turn->request, "content-type");
  gsize length = type == NULL ? 0 : strcspn (type, "; ");

  if (foyer_uploads_is_form (turn->request))
    return check_upload (turn);
  if (length != strlen (FOYER_FORM_TYPE) || g_ascii_strncasecmp (type, FOYER_FORM_TYPE, length) != 0)
    return foyer_site_notice (415);
  if (g_bytes_get_size (turn->request->body) > FOYER_FORM_LONGEST)
    return foyer_site_notice (413);
  turn->fields = foyer_form_read_body (turn->request);
  return turn->fields == NULL ? foyer_site_notice (400) : NULL;
}

/* The addresses of forms carry choices; other pages take nothing from theirs but a place in a list. */
static FoyerHttpResponse *
check_query (FoyerSiteTurn *turn)
{
  if (!foyer_page_takes_query (turn->route->page))
    return NULL;
  turn->fields = foyer_form_read_query (turn->request);
  return turn->fields == NULL ? foyer_site_notice (400) : NULL;
}

static gboolean
is_token_right (FoyerSiteTurn *turn)
{
  return foyer_form_token_check (turn->session->form_key, foyer_site_turn_field (turn, "token"),
                                 turn->route->form,
                                 foyer_form_token_names_record (turn->route->form) ? turn->argument : NULL);
}

/*
 * Older browsers name no site, and hide the origin since our pages ask for no referrer. For them the token alone must do; where there
 * is no session there is none, and they are refused (L09).
 */
static gboolean
is_from_old_browser (const FoyerHttpRequest *request)
{
  return foyer_http_request_header (request, "sec-fetch-site") == NULL
         && g_strcmp0 (foyer_http_request_header (request, "origin"), "null") == 0;
}

static gboolean
is_origin_foreign (FoyerSiteTurn *turn)
{
  const char *origin = foyer_http_request_header (turn->request, "origin");

  return origin != NULL && strcmp (origin, "null") != 0
         && g_ascii_strcasecmp (origin, turn->context->portal_url) != 0;
}

static FoyerHttpResponse *
check_origin (FoyerSiteTurn *turn)
{
  gboolean is_client = turn->route->access == FOYER_SITE_CLIENT;
  gboolean is_own = foyer_form_is_same_origin (turn->request, turn->context->portal_url)
                    || (is_client && is_from_old_browser (turn->request));

  return is_own && !is_origin_foreign (turn) ? check_form (turn) : foyer_site_notice (403);
}

/* Whether what the post is about exists for this viewer. Whatever does not is not there whoever asks, with or without a token. */
static gboolean
is_there (FoyerSiteTurn *turn)
{
  const FoyerRecordType *type = foyer_page_record_type (turn->route->page);

  /* Where messages are off there is nowhere to send one (A14). */
  if ((turn->route->page == FOYER_PAGE_CONVERSATION || turn->route->page == FOYER_PAGE_MESSAGE_NEW)
      && !foyer_portal_view_may_message (turn->view))
    return FALSE;
  if (type != NULL)
    return foyer_portal_view_get_record (turn->view, type, turn->argument) != NULL;
  switch ((int) turn->route->page) {
  case FOYER_PAGE_BOOKING:
    return foyer_portal_view_find (turn->view, "bookings", turn->argument) != NULL;
  case FOYER_PAGE_SESSIONS:
    return turn->argument == NULL || foyer_portal_view_find (turn->view, "sessions", turn->argument) != NULL;
  case FOYER_PAGE_BOOK_PROPERTY:
  case FOYER_PAGE_BOOK_TIME:
  case FOYER_PAGE_BOOK_CHECK:
    return foyer_portal_view_may_book (turn->view);
  case FOYER_PAGE_REQUEST_NEW:
    return foyer_portal_view_may_ask (turn->view, NULL);
  case FOYER_PAGE_SWITCH:
    return foyer_portal_view_find (turn->view, "accounts", foyer_site_turn_field (turn, "account")) != NULL;
  default:
    return TRUE;
  }
}

/* Whether the client may do this at all; a form's token is another question. */
static FoyerHttpResponse *
check_client (FoyerSiteTurn *turn)
{
  FoyerPortalState state = foyer_portal_view_get_state (turn->view);

  if (turn->session == NULL)
    return foyer_site_turn_go ("/sign-in");
  /* A client whose portal is closed may still sign out. */
  if (state != FOYER_PORTAL_OPEN && turn->route->handle != foyer_site_sign_out)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_UNAVAILABLE);
  if (turn->must_change_password && turn->route->page != FOYER_PAGE_SET_PASSWORD
      && turn->route->handle != foyer_site_sign_out)
    return foyer_site_turn_go ("/password");
  return is_post (turn->request) && !is_there (turn) ? answer_not_found (turn, NULL) : NULL;
}

/* Last of all: what is refused anyhow uses nothing up. */
static FoyerHttpResponse *
check_flood (FoyerSiteTurn *turn)
{
  if (turn->route->access == FOYER_SITE_GATE)
    return foyer_site_flood_check_gate (turn);
  return turn->route->access == FOYER_SITE_CLIENT && is_post (turn->request)
             ? foyer_site_flood_check_form (turn)
             : NULL;
}

/* Everything that must be so before a page is even thought of, in one place. */
static FoyerHttpResponse *
check (FoyerSiteTurn *turn, const char *allow)
{
  FoyerPortalState state = foyer_portal_view_get_state (turn->view);
  gboolean is_file = turn->route != NULL && turn->route->access == FOYER_SITE_FILE;
  FoyerHttpResponse *refusal;

  if (state == FOYER_PORTAL_OFF && !is_file)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_UNAVAILABLE);
  if (turn->route == NULL)
    return answer_not_found (turn, allow);
  refusal = is_post (turn->request) ? check_origin (turn) : check_query (turn);
  if (refusal == NULL && turn->route->access == FOYER_SITE_CLIENT)
    refusal = check_client (turn);
  if (refusal == NULL && turn->route->access == FOYER_SITE_CLIENT && is_post (turn->request)
      && !is_token_right (turn))
    refusal = foyer_site_notice (403);
  return refusal != NULL ? refusal : check_flood (turn);
}

static FoyerHttpResponse *
answer_trouble (FoyerSiteTurn *turn, const GError *error)
{
  FoyerPageRequest request = { .kind = FOYER_PAGE_ERROR };

  g_warning ("A portal page failed: %s", error == NULL ? "no reason given" : error->message);
  if (turn->view == NULL)
    return foyer_site_notice (500);
  return foyer_site_turn_show_with (turn, &request, FOYER_SLOT_REFERENCE,
                                    foyer_http_request_header (turn->request, "x-request-id"));
}

FoyerHttpResponse *
foyer_site_handle (FoyerSiteContext *context,
                   const FoyerCredentials *credentials,
                   const FoyerHttpRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_auto (FoyerSiteTurn) turn = { .context = context, .credentials = credentials, .request = request };
  const char *allow;
  FoyerHttpResponse *response;

  turn.account = foyer_accounts_find_organisation_by_slug (context->database, context->slug, &error);
  if (turn.account == NULL)
    return g_error_matches (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED)
               ? foyer_site_notice (421)
               : answer_trouble (&turn, error);
  turn.route = foyer_site_route_find (request, &turn.argument, &allow);
  begin_transaction (&turn);
  if (!find_asker (&turn, &error))
    return answer_trouble (&turn, error);
  response = foyer_site_turn_recall (&turn);
  if (response != NULL)
    return response;
  if (!make_view (&turn, &error) || !add_subject (&turn, &error))
    return answer_trouble (&turn, error);
  response = turn.look != NULL ? foyer_site_look_answer (&turn, &error) : check (&turn, allow);
  if (response == NULL && error == NULL)
    response = turn.route->handle (&turn, &error);
  if (response != NULL)
    foyer_site_flood_learn (&turn, response);
  return response != NULL ? response : answer_trouble (&turn, error);
}

gboolean
foyer_site_admits_upload (FoyerSiteContext *context,
                          const FoyerCredentials *credentials,
                          const FoyerHttpRequest *request)
{
  g_autoptr (FoyerHttpResponse) refusal = NULL;
  g_auto (FoyerSiteTurn) turn = { .context = context, .credentials = credentials, .request = request };
  const char *allow;

  turn.route = foyer_site_route_find (request, &turn.argument, &allow);
  if (turn.route == NULL || !turn.route->takes_files || turn.route->access != FOYER_SITE_CLIENT)
    return FALSE;
  turn.account = foyer_accounts_find_organisation_by_slug (context->database, context->slug, NULL);
  if (turn.account == NULL)
    return FALSE;
  begin_transaction (&turn);
  if (!find_asker (&turn, NULL) || !make_view (&turn, NULL) || !add_subject (&turn, NULL))
    return FALSE;
  refusal = check_origin (&turn);
  if (refusal == NULL)
    refusal = check_client (&turn);
  return refusal == NULL;
}

/* Staff who look leave nothing behind (001-39), whatever their cookie is worth. */
static gboolean
is_look_of_staff (const FoyerHttpRequest *request)
{
  g_autofree char *cookie = is_post (request) ? NULL : foyer_look_cookie_read (request);

  return cookie != NULL;
}

/* That a client looked at a quote is written down; lists and prints of quotes are not looked at so. */
static gboolean
is_look_at_quote (const FoyerHttpRequest *request)
{
  static const char prefix[] = "/quotes/";

  return strcmp (request->method, "GET") == 0 && g_str_has_prefix (request->path, prefix)
         && strchr (request->path + strlen (prefix), '/') == NULL;
}

gboolean
foyer_site_is_write (const FoyerHttpRequest *request)
{
  /* Nothing is written, but that they have looked enough. */
  if (is_look_of_staff (request))
    return strcmp (request->path, "/end-preview") == 0;
  if (is_post (request) || is_look_at_quote (request))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (writing_prefixes); i++) {
    if (strcmp (request->method, "GET") == 0 && g_str_has_prefix (request->path, writing_prefixes[i]))
      return TRUE;
  }
  return FALSE;
}
