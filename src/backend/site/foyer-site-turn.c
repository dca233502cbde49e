/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-turn.c - what handlers answer with: pages of the turn's view, and ways on */

#include "site/foyer-site-turn.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-portal-address.h"
#include "foyer-text.h"
#include "site/foyer-form-token.h"
#include "site/foyer-site-door.h"
#include "site/foyer-site-logo.h"
#include "types/portal_session.h"

#include <string.h>

/* Answers with a finished page: what belongs to the session is filled in for every request. */
static FoyerHttpResponse *
send_page (FoyerSiteTurn *turn,
           FoyerPortalPage *page,
           FoyerPageKind made,
           const char *record_id,
           const char *const values[FOYER_N_PAGE_SLOTS])
{
  const char *all[FOYER_N_PAGE_SLOTS];
  g_autofree char *token = NULL;

  memcpy (all, values, sizeof all);
  if (turn->session != NULL && foyer_portal_page_has_slot (page, FOYER_SLOT_FORM_TOKEN))
    token = foyer_form_token_make (turn->session->form_key, made,
                                   foyer_form_token_names_record (made) ? record_id : NULL);
  all[FOYER_SLOT_FORM_TOKEN] = token;
  return foyer_http_response_new (foyer_page_status (made), "text/html; charset=utf-8",
                                  foyer_portal_page_fill_all (page, all));
}

FoyerHttpResponse *
foyer_site_turn_show_filled (FoyerSiteTurn *turn,
                             const FoyerPageRequest *request,
                             const char *const values[FOYER_N_PAGE_SLOTS])
{
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page = foyer_portal_page (turn->view, request, &made);

  return send_page (turn, page, made, request->record_id, values);
}

/* --- The same page again --- */

static const char *const no_values[FOYER_N_PAGE_SLOTS] = { NULL };

/* What a page says that only shows is the same until something is written; it is so for this session alone. */
static gboolean
may_remember (FoyerSiteTurn *turn)
{
  return turn->context->memory != NULL && turn->session != NULL && !turn->must_change_password
         && turn->route != NULL && turn->route->handle == foyer_site_show_page;
}

FoyerHttpResponse *
foyer_site_turn_recall (FoyerSiteTurn *turn)
{
  g_autoptr (FoyerPortalPage) page = NULL;
  FoyerPageKind made;

  if (may_remember (turn))
    page = foyer_site_memory_find_page (turn->context->memory, turn->account->number, turn->session->id,
                                        turn->request->path, turn->request->query, &made);
  return page == NULL ? NULL : send_page (turn, page, made, turn->argument, no_values);
}

FoyerHttpResponse *
foyer_site_turn_show_and_remember (FoyerSiteTurn *turn, const FoyerPageRequest *request)
{
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page = foyer_portal_page (turn->view, request, &made);

  if (may_remember (turn) && foyer_page_status (made) == 200
      && foyer_database_is_sound (turn->context->database, NULL))
    foyer_site_memory_keep_page (turn->context->memory, turn->account->number, turn->session->id,
                                 turn->request->path, turn->request->query, page, made);
  return send_page (turn, page, made, turn->argument, no_values);
}

FoyerHttpResponse *
foyer_site_turn_show_with (FoyerSiteTurn *turn,
                           const FoyerPageRequest *request,
                           FoyerPageSlot slot,
                           const char *value)
{
  const char *values[FOYER_N_PAGE_SLOTS] = { NULL };

  values[slot] = value;
  return foyer_site_turn_show_filled (turn, request, values);
}

FoyerHttpResponse *
foyer_site_turn_show (FoyerSiteTurn *turn, const FoyerPageRequest *request)
{
  return foyer_site_turn_show_with (turn, request, FOYER_SLOT_REFERENCE, NULL);
}

FoyerHttpResponse *
foyer_site_turn_show_kind (FoyerSiteTurn *turn, FoyerPageKind kind)
{
  FoyerPageRequest request = { .kind = kind };

  return foyer_site_turn_show (turn, &request);
}

FoyerHttpResponse *
foyer_site_turn_show_often (FoyerSiteTurn *turn, const FoyerPageRequest *request, FoyerSiteLimit limit)
{
  FoyerPageRequest page = *request;
  g_autofree char *wait = g_strdup_printf ("%u", foyer_site_limits_wait (limit));
  FoyerHttpResponse *response;

  page.problem = FOYER_PROBLEM_OFTEN;
  response = foyer_site_turn_show (turn, &page);
  response->status = 429;
  foyer_http_response_set_header (response, "Retry-After", wait);
  return response;
}

FoyerHttpResponse *
foyer_site_turn_go (const char *path)
{
  FoyerHttpResponse *response = foyer_http_response_new (303, NULL, NULL);

  foyer_http_response_set_header (response, "Location", path);
  return response;
}

FoyerHttpResponse *
foyer_site_turn_go_to (const char *section, const char *id)
{
  g_autofree char *path = g_strconcat ("/", section, "/", id, NULL);

  return foyer_site_turn_go (path);
}

const char *
foyer_site_turn_field (FoyerSiteTurn *turn, const char *name)
{
  const char *value = turn->fields == NULL ? NULL : g_hash_table_lookup (turn->fields, name);

  return value == NULL || *value == '\0' ? NULL : value;
}

/* What turns the letters around it, and goes on turning those of whoever quotes it. People who write from right to left
 * need none of it; the marks that they do type stay. */
static gboolean
is_turning (gunichar letter)
{
  return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069);
}

/* Browsers end lines with two characters, records with one; the separators that nobody types end lines as well. */
char *
foyer_site_turn_words (FoyerSiteTurn *turn, const char *name)
{
  const char *typed = foyer_site_turn_field (turn, name);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *at = typed == NULL ? "" : typed; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (letter == 0x2028 || letter == 0x2029)
      g_string_append_c (words, '\n');
    else if (!is_turning (letter))
      g_string_append_unichar (words, letter);
  }
  g_string_replace (words, "\r\n", "\n", 0);
  g_strstrip (words->str);
  return foyer_text_shows_something (words->str) ? g_strdup (words->str) : NULL;
}

/* People type spaces into codes. */
char *
foyer_site_turn_digits (FoyerSiteTurn *turn, const char *name)
{
  GString *digits = g_string_new (NULL);

  for (const char *at = foyer_site_turn_field (turn, name); at != NULL && *at != '\0'; at++) {
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  }
  return g_string_free (digits, FALSE);
}

gboolean
foyer_site_turn_may_wish (FoyerSiteTurn *turn, FoyerSiteLimit limit)
{
  g_autofree char *key = g_strconcat (turn->account->id, " ", turn->session->client_id, NULL);

  return foyer_site_limits_take (turn->context->limits, limit, key);
}

gboolean
foyer_site_turn_add_record (FoyerSiteTurn *turn, const FoyerRecordType *type, GError **error)
{
  return foyer_portal_view_add_record (turn->view, turn->transaction->source, &turn->viewer, turn->settings,
                                       type, turn->argument, turn->transaction->now, error);
}

FoyerPortalLook
foyer_site_turn_look (FoyerSiteTurn *turn)
{
  return (FoyerPortalLook){ .source = turn->transaction->source,
                            .viewer = &turn->viewer,
                            .settings = turn->settings,
                            .now = turn->transaction->now,
                            .session_id = turn->session == NULL ? NULL : turn->session->id,
                            .may_choose_password
                            = turn->session != NULL && foyer_site_may_choose_password (turn),
                            .watcher = turn->watcher,
                            .open_picture = foyer_site_logo_open,
                            .data = turn };
}

FoyerPageRequest
foyer_site_turn_ask (FoyerSiteTurn *turn, FoyerPageKind kind)
{
  FoyerPageRequest request = { .kind = kind, .record_id = turn->argument };

  foyer_page_request_take_fields (&request, turn->fields);
  return request;
}

gboolean
foyer_site_turn_add (FoyerSiteTurn *turn, const FoyerPageRequest *request, GError **error)
{
  FoyerPortalLook look = foyer_site_turn_look (turn);

  return foyer_portal_look_add (&look, turn->view, request, error);
}

gboolean
foyer_site_turn_put (FoyerSiteTurn *turn, const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (FoyerRecord) stored = NULL;

  foyer_record_type_fill_defaults (type, json);
  stored = foyer_transaction_put (turn->transaction, type, json, error);
  return stored != NULL;
}

gboolean
foyer_site_turn_note_seen (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (turn->stay);
  g_autofree char *now = foyer_utc_format (turn->transaction->now);

  json_object_set_string_member (json, "seenAt", now);
  return foyer_site_turn_put (turn, &foyer_portal_session_type, json, error);
}
