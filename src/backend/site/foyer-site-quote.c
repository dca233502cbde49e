/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-quote.c - what a client answers to a quote: approve and sign it, decline it, ask for a change */

#include "site/foyer-site-signing.h"

#include "effects/foyer-client-message.h"
#include "effects/foyer-effects.h"
#include "effects/foyer-request-submit.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-paper.h"
#include "foyer-sentence.h"
#include "types/quote.h"
#include "types/quote_version.h"

#include <string.h>

static JsonObject *
get_shown (FoyerSiteTurn *turn)
{
  return foyer_portal_view_get_record (turn->view, &foyer_quote_type, turn->argument);
}

static JsonObject *
read_record (FoyerSiteTurn *turn, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) record = NULL;

  if (!foyer_record_source_look_up (turn->transaction->source, type, id, &record, error))
    return NULL;
  if (record != NULL)
    return foyer_record_to_json (record);
  g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A quote has gone");
  return NULL;
}

/* --- Looking --- */

/* A browser that fetches a page before anybody asked for it has shown it to nobody. */
static gboolean
is_looked_at (const FoyerHttpRequest *request)
{
  return strcmp (request->method, "GET") == 0 && foyer_http_request_header (request, "sec-purpose") == NULL;
}

FoyerHttpResponse *
foyer_site_show_quote (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (FoyerHttpResponse) response = foyer_site_show_page (turn, error);

  if (response == NULL)
    return NULL;
  if (get_shown (turn) != NULL && is_looked_at (turn->request)
      && !foyer_quote_note_viewed (turn->transaction, turn->argument, error))
    return NULL;
  return g_steal_pointer (&response);
}

/* --- Answering --- */

/**
 * Answer:
 * @status: what becomes of the quote
 * @name: (nullable): the name of whoever answers
 * @words: (nullable): what they write
 */
typedef struct {
  const char *status;
  const char *name;
  const char *words;
} Answer;

/* The same form again is answered as the first: the quote is what they wanted it to be. */
static gboolean
is_answered_so (FoyerSiteTurn *turn, JsonObject *quote, const Answer *answer)
{
  return g_strcmp0 (foyer_json_object_text (quote, "status"), answer->status) == 0
         && g_strcmp0 (foyer_json_object_text (quote, "decidedVia"), "portal") == 0
         && g_strcmp0 (foyer_json_object_text (quote, "decidedBy"), turn->session->person_id) == 0
         && g_strcmp0 (foyer_json_object_text (quote, "decidedName"), answer->name) == 0
         && g_strcmp0 (foyer_json_object_text (quote, "answer"), answer->words) == 0;
}

static void
set_text (JsonObject *json, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (json, name, text);
  else
    json_object_remove_member (json, name);
}

static gboolean
answer_quote (FoyerSiteTurn *turn, JsonObject *before, const Answer *answer, GError **error)
{
  g_autoptr (JsonObject) after = foyer_json_copy_object (before);
  g_autoptr (JsonObject) refusal = NULL;

  json_object_set_string_member (after, "status", answer->status);
  set_text (after, "decidedBy", turn->session->person_id);
  set_text (after, "decidedName", answer->name);
  set_text (after, "answer", answer->words);
  if (!foyer_effects_apply (turn->transaction, &foyer_quote_type, before, after, &refusal)) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A quote was not answered: %s",
                 foyer_json_object_text (refusal, "description"));
    return FALSE;
  }
  return foyer_site_turn_put (turn, &foyer_quote_type, after, error)
         && foyer_site_turn_note_seen (turn, error);
}

static const char *
get_person_name (FoyerSiteTurn *turn)
{
  JsonObject *person = foyer_json_object_object (turn->view, "person");

  return person == NULL ? NULL : foyer_json_object_text (person, "name");
}

/* --- Approving (000-28) --- */

static gboolean
sign (FoyerSiteTurn *turn, const FoyerSiteSignature *signature, JsonObject *quote, GError **error)
{
  const char *version_id = foyer_json_object_text (get_shown (turn), "versionId");
  g_autoptr (JsonObject) version = read_record (turn, &foyer_quote_version_type, version_id, error);
  g_autoptr (JsonObject) paper = NULL;

  if (version == NULL)
    return FALSE;
  paper = foyer_quote_paper (quote, version);
  return foyer_site_signature_write (signature, turn, version_id, paper, error);
}

FoyerHttpResponse *
foyer_site_approve_quote (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = get_shown (turn);
  gboolean signs = foyer_json_object_boolean (shown, "signs", FALSE);
  gboolean asks_name = signs || foyer_json_object_boolean (shown, "asksEmail", FALSE);
  g_auto (FoyerSiteSignature) signature = { 0 };
  FoyerPageProblem problem = foyer_site_signature_read (&signature, turn, shown, asks_name);
  Answer answer = { .status = "approved", .name = asks_name ? signature.name : get_person_name (turn) };
  g_autoptr (JsonObject) quote = read_record (turn, &foyer_quote_type, turn->argument, error);
  FoyerHttpResponse *asking;

  if (quote == NULL)
    return NULL;
  if (problem == FOYER_PROBLEM_NONE && is_answered_so (turn, quote, &answer))
    return foyer_site_turn_go_to ("quotes", turn->argument);
  if (!foyer_json_object_boolean (shown, "mayApprove", FALSE))
    return foyer_site_refuse_paper (turn, FOYER_PAGE_QUOTE, shown, FOYER_PROBLEM_ENDED);
  if (problem != FOYER_PROBLEM_NONE)
    return foyer_site_refuse_paper (turn, FOYER_PAGE_QUOTE, shown, problem);
  if (!foyer_site_second_check (turn, FOYER_PAGE_QUOTE, shown, &signature, &asking, error))
    return asking;
  if ((signs && !sign (turn, &signature, quote, error)) || !answer_quote (turn, quote, &answer, error)
      || (signs && !foyer_site_mail_signed_copy (turn, &foyer_quote_type, &signature, error)))
    return NULL;
  return foyer_site_turn_go_to ("quotes", turn->argument);
}

/* --- Declining, and asking for a change (000-29) --- */

static FoyerPageRequest
choose_page (FoyerSiteTurn *turn, const char *part, const char *words)
{
  g_hash_table_replace (turn->fields, g_strdup ("part"), g_strdup (part));
  return (FoyerPageRequest){
    .kind = FOYER_PAGE_QUOTE, .record_id = turn->argument, .note = words, .typed = turn->fields
  };
}

static FoyerHttpResponse *
show_again (FoyerSiteTurn *turn, const char *part, const char *words, FoyerPageProblem problem)
{
  FoyerPageRequest request = choose_page (turn, part, words);

  request.problem = problem;
  return foyer_site_turn_show (turn, &request);
}

static FoyerHttpResponse *
show_often (FoyerSiteTurn *turn, const char *part, const char *words, FoyerSiteLimit limit)
{
  FoyerPageRequest request = choose_page (turn, part, words);

  return foyer_site_turn_show_often (turn, &request, limit);
}

static gboolean
is_too_long (const char *words)
{
  return words != NULL
         && !foyer_field_accepts_text (foyer_record_type_field (&foyer_quote_type, "answer"), words);
}

/* What the radio buttons say, before what was typed. */
static char *
make_reason (FoyerSiteTurn *turn)
{
  static const struct {
    const char *word;
    const char *text;
  } reasons[] = { { "price", FOYER_MARK ("The price") }, { "time", FOYER_MARK ("The timing") } };
  const char *language = foyer_json_object_text (turn->view, "language");
  const char *why = foyer_site_turn_field (turn, "why");
  g_autofree char *words = foyer_site_turn_words (turn, "decline");
  const char *reason = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    if (g_strcmp0 (why, reasons[i].word) == 0)
      reason = foyer_text (language, reasons[i].text);
  }
  if (reason == NULL)
    return g_steal_pointer (&words);
  return words == NULL ? g_strdup (reason) : g_strconcat (reason, ". ", words, NULL);
}

FoyerHttpResponse *
foyer_site_decline_quote (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = get_shown (turn);
  g_autofree char *reason = make_reason (turn);
  Answer answer = { .status = "declined", .name = get_person_name (turn), .words = reason };
  g_autoptr (JsonObject) quote = read_record (turn, &foyer_quote_type, turn->argument, error);

  if (quote == NULL)
    return NULL;
  if (is_answered_so (turn, quote, &answer))
    return foyer_site_turn_go_to ("quotes", turn->argument);
  if (!foyer_json_object_boolean (shown, "mayDecline", FALSE))
    return foyer_site_refuse_paper (turn, FOYER_PAGE_QUOTE, shown, FOYER_PROBLEM_ENDED);
  if (is_too_long (reason))
    return show_again (turn, "decline", foyer_site_turn_field (turn, "decline"), FOYER_PROBLEM_NOTE);
  return answer_quote (turn, quote, &answer, error) ? foyer_site_turn_go_to ("quotes", turn->argument) : NULL;
}

static gboolean
ask_for_change (FoyerSiteTurn *turn, JsonObject *shown, const char *words, GError **error)
{
  JsonObject *site = foyer_json_object_object (shown, "property");
  FoyerRequestWish wish = {
    .kind = FOYER_REQUEST_CHANGE,
    .client_id = turn->session->client_id,
    .person_id = turn->session->person_id,
    .about_id = turn->argument,
    .property_id = site == NULL ? NULL : foyer_json_object_text (site, "id"),
    .body = words,
  };
  g_autofree char *id = foyer_request_submit (turn->transaction, &wish, error);

  return id != NULL;
}

FoyerHttpResponse *
foyer_site_ask_for_change (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = get_shown (turn);
  g_autofree char *words = foyer_site_turn_words (turn, "change");
  Answer answer = { .status = "changes", .name = get_person_name (turn), .words = words };
  g_autoptr (JsonObject) quote = read_record (turn, &foyer_quote_type, turn->argument, error);

  if (quote == NULL)
    return NULL;
  if (words != NULL && is_answered_so (turn, quote, &answer))
    return foyer_site_turn_go_to ("quotes", turn->argument);
  if (!foyer_json_object_boolean (shown, "mayAskChange", FALSE))
    return foyer_site_refuse_paper (turn, FOYER_PAGE_QUOTE, shown, FOYER_PROBLEM_ENDED);
  if (words == NULL || is_too_long (words))
    return show_again (turn, "change", words, words == NULL ? FOYER_PROBLEM_EMPTY : FOYER_PROBLEM_NOTE);
  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_REQUESTS))
    return show_often (turn, "change", words, FOYER_LIMIT_REQUESTS);
  if (!ask_for_change (turn, shown, words, error) || !answer_quote (turn, quote, &answer, error))
    return NULL;
  return foyer_site_turn_go_to ("quotes", turn->argument);
}

/* --- Comments (001-17) --- */

/* It lands in the inbox, in the conversation about this quote. */
FoyerHttpResponse *
foyer_site_comment_quote (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = get_shown (turn);
  g_autofree char *words = foyer_site_turn_words (turn, "comment");
  g_autofree char *id = NULL;
  FoyerClientMessage message = {
    .client_id = turn->session->client_id,
    .person_id = turn->session->person_id,
    .about_id = turn->argument,
    .subject = foyer_json_object_text (shown, "title"),
    .body = words,
  };

  if (!foyer_json_object_boolean (shown, "mayComment", FALSE))
    return foyer_site_refuse_paper (turn, FOYER_PAGE_QUOTE, shown, FOYER_PROBLEM_ENDED);
  if (words == NULL || is_too_long (words))
    return show_again (turn, "comment", words, words == NULL ? FOYER_PROBLEM_EMPTY : FOYER_PROBLEM_NOTE);
  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_MESSAGES))
    return show_often (turn, "comment", words, FOYER_LIMIT_MESSAGES);
  id = foyer_client_message_send (turn->transaction, &message, NULL, NULL, error);
  if (id == NULL || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("messages", id);
}
