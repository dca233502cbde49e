/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-message.c - a client reads and writes messages */

#include "site/foyer-site-turn.h"

#include "effects/foyer-client-message.h"
#include "effects/foyer-conversation-news.h"
#include "foyer-field-check.h"
#include "types/conversation.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/quote.h"
#include "types/visit.h"

#include <string.h>

/* --- Reading --- */

/* Who looks at it has read it; a browser that only asks whether it is there has not. */
FoyerHttpResponse *
foyer_site_show_conversation (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (FoyerHttpResponse) response = foyer_site_show_page (turn, error);

  if (response == NULL)
    return NULL;
  if (strcmp (turn->request->method, "GET") == 0
      && foyer_portal_view_get_record (turn->view, &foyer_conversation_type, turn->argument) != NULL
      && !foyer_conversation_news_read (turn->transaction, turn->argument, error))
    return NULL;
  return g_steal_pointer (&response);
}

/* --- Writing --- */

static FoyerHttpResponse *
show_again (FoyerSiteTurn *turn, FoyerPageKind kind, FoyerPageProblem problem)
{
  FoyerPageRequest request
      = { .kind = kind, .record_id = turn->argument, .typed = turn->fields, .problem = problem };

  return foyer_site_turn_show (turn, &request);
}

/* A photo says enough without words. */
static FoyerPageProblem
judge_words (FoyerSiteTurn *turn, const char *words)
{
  if (words == NULL)
    return foyer_site_turn_count_files (turn) > 0 ? FOYER_PROBLEM_NONE : FOYER_PROBLEM_EMPTY;
  return foyer_field_accepts_text (foyer_record_type_field (&foyer_message_type, "body"), words)
             ? FOYER_PROBLEM_NONE
             : FOYER_PROBLEM_NOTE;
}

static gboolean
keep_files (gpointer turn, JsonObject *message, GError **error)
{
  return foyer_site_turn_keep_files (turn, message, error);
}

static FoyerHttpResponse *
send (FoyerSiteTurn *turn, FoyerClientMessage *message, FoyerPageKind kind, GError **error)
{
  g_autofree char *words = foyer_site_turn_words (turn, "text");
  FoyerPageRequest page = { .kind = kind, .record_id = turn->argument, .typed = turn->fields };
  g_autoptr (JsonArray) files = NULL;
  g_autofree char *id = NULL;
  FoyerPageProblem problem;

  if (!foyer_site_turn_check_files (turn, &problem, error))
    return NULL;
  if (problem == FOYER_PROBLEM_NONE)
    problem = judge_words (turn, words);
  if (problem != FOYER_PROBLEM_NONE)
    return show_again (turn, kind, problem);
  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_MESSAGES))
    return foyer_site_turn_show_often (turn, &page, FOYER_LIMIT_MESSAGES);
  message->client_id = turn->session->client_id;
  message->person_id = turn->session->person_id;
  message->body = words == NULL ? "" : words;
  files = foyer_site_turn_describe_files (turn);
  message->files = files;
  id = foyer_client_message_send (turn->transaction, message, keep_files, turn, error);
  if (id == NULL || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("messages", id);
}

FoyerHttpResponse *
foyer_site_send_message (FoyerSiteTurn *turn, GError **error)
{
  g_autofree char *subject = foyer_site_turn_words (turn, "subject");
  FoyerClientMessage message = { .about_id = foyer_site_turn_field (turn, "about") };
  FoyerPageRequest request = foyer_site_turn_ask (turn, FOYER_PAGE_MESSAGE_NEW);

  if (!foyer_site_turn_add (turn, &request, error))
    return NULL;
  if (foyer_portal_page_choose (turn->view, &request) != FOYER_PAGE_MESSAGE_NEW)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (subject != NULL
      && foyer_field_accepts_text (foyer_record_type_field (&foyer_conversation_type, "subject"), subject))
    message.subject = subject;
  return send (turn, &message, FOYER_PAGE_MESSAGE_NEW, error);
}

FoyerHttpResponse *
foyer_site_answer_message (FoyerSiteTurn *turn, GError **error)
{
  FoyerClientMessage message = { .conversation_id = turn->argument };

  return send (turn, &message, FOYER_PAGE_CONVERSATION, error);
}
