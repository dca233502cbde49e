/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-request.c - a client asks for something, disputes a bill, or takes back what they asked */

#include "site/foyer-site-turn.h"

#include "effects/foyer-effects.h"
#include "effects/foyer-request-submit.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/equipment.h"
#include "types/invoice.h"
#include "types/visit.h"

/* As many times as a request may name. */
#define MOST_TIMES 5

/* --- The form --- */

static FoyerHttpResponse *
show_form (FoyerSiteTurn *turn, FoyerPageProblem problem)
{
  FoyerPageRequest request = { .kind = FOYER_PAGE_REQUEST_NEW, .typed = turn->fields, .problem = problem };

  return foyer_site_turn_show (turn, &request);
}

/* --- What was sent --- */

static void
take_half (FoyerSiteTurn *turn, JsonObject *half, JsonArray *times)
{
  JsonObject *time;

  if (half == NULL || foyer_site_turn_field (turn, foyer_json_object_text (half, "field")) == NULL)
    return;
  time = json_object_new ();
  json_object_set_string_member (time, "start", foyer_json_object_text (half, "start"));
  json_object_set_string_member (time, "end", foyer_json_object_text (half, "end"));
  json_array_add_object_element (times, time);
}

/* Only times that were offered can be chosen (001-20). */
static JsonArray *
read_times (FoyerSiteTurn *turn)
{
  JsonArray *days = foyer_json_object_array (turn->view, "askDays");
  JsonArray *times = json_array_new ();

  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++) {
    JsonObject *day = json_array_get_object_element (days, i);

    take_half (turn, foyer_json_object_object (day, "morning"), times);
    take_half (turn, foyer_json_object_object (day, "afternoon"), times);
  }
  return times;
}

static FoyerPageProblem
judge_words (const char *words)
{
  if (words == NULL)
    return FOYER_PROBLEM_EMPTY;
  return foyer_field_accepts_text (foyer_record_type_field (&foyer_request_type, "body"), words)
             ? FOYER_PROBLEM_NONE
             : FOYER_PROBLEM_NOTE;
}

static void
set_asker (FoyerSiteTurn *turn, FoyerRequestWish *wish)
{
  wish->client_id = turn->session->client_id;
  wish->person_id = turn->session->person_id;
}

/* FALSE with @answer if the form came before, or with @error. */
static gboolean
is_first (FoyerSiteTurn *turn, FoyerRequestWish *wish, FoyerHttpResponse **answer, GError **error)
{
  g_autofree char *twin = NULL;

  set_asker (turn, wish);
  if (!foyer_request_find_twin (turn->transaction, wish, &twin, error))
    return FALSE;
  if (twin != NULL)
    *answer = foyer_site_turn_go_to ("requests", twin);
  return twin == NULL;
}

/* Photos go with the request that names them, in one transaction (001-20). */
static gboolean
keep_files (FoyerSiteTurn *turn, FoyerRequestWish *wish, JsonObject *holder, GError **error)
{
  if (!foyer_site_turn_keep_files (turn, holder, error))
    return FALSE;
  wish->attachments = foyer_json_object_array (holder, "attachments");
  return TRUE;
}

static FoyerHttpResponse *
submit (FoyerSiteTurn *turn, FoyerRequestWish *wish, const FoyerPageRequest *page, GError **error)
{
  g_autoptr (JsonObject) holder = json_object_new ();
  g_autofree char *id = NULL;

  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_REQUESTS))
    return foyer_site_turn_show_often (turn, page, FOYER_LIMIT_REQUESTS);
  if (!keep_files (turn, wish, holder, error))
    return NULL;
  id = foyer_request_submit (turn->transaction, wish, error);
  if (id == NULL || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("requests", id);
}

FoyerHttpResponse *
foyer_site_send_request (FoyerSiteTurn *turn, GError **error)
{
  const FoyerField *kinds = foyer_record_type_field (&foyer_request_type, "kind");
  const char *kind = foyer_site_turn_field (turn, "kind");
  g_autofree char *words = foyer_site_turn_words (turn, "what");
  g_autoptr (JsonArray) times = NULL;
  g_autoptr (JsonArray) files = NULL;
  FoyerPageProblem problem = judge_words (words);
  FoyerRequestWish wish = { .body = words };
  FoyerPageRequest page = { .kind = FOYER_PAGE_REQUEST_NEW, .typed = turn->fields };
  FoyerHttpResponse *answer = NULL;
  FoyerPageRequest request = foyer_site_turn_ask (turn, FOYER_PAGE_REQUEST_NEW);

  if (!foyer_site_turn_add (turn, &request, error))
    return NULL;
  if (foyer_portal_page_choose (turn->view, &request) != FOYER_PAGE_REQUEST_NEW
      || (kind != NULL && !foyer_portal_view_may_ask (turn->view, kind)))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  times = read_times (turn);
  if (kind == NULL)
    problem = FOYER_PROBLEM_CHOICE;
  else if (problem == FOYER_PROBLEM_NONE && json_array_get_length (times) > MOST_TIMES)
    problem = FOYER_PROBLEM_TIMES;
  if (problem == FOYER_PROBLEM_NONE && !foyer_site_turn_check_files (turn, &problem, error))
    return NULL;
  if (problem != FOYER_PROBLEM_NONE)
    return show_form (turn, problem);

  wish.kind = (FoyerRequestKind) foyer_field_value_index (kinds, kind);
  wish.property_id = foyer_site_turn_field (turn, "site");
  wish.service_id = foyer_site_turn_field (turn, "service");
  wish.about_id = foyer_site_turn_field (turn, "about");
  wish.preferred_times = times;
  files = foyer_site_turn_describe_files (turn);
  wish.attachments = files;
  wish.urgent = foyer_site_turn_field (turn, "urgent") != NULL;
  return is_first (turn, &wish, &answer, error) ? submit (turn, &wish, &page, error) : answer;
}

/* --- Disputes (004-5) --- */

FoyerHttpResponse *
foyer_site_dispute (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *invoice = foyer_portal_view_get_record (turn->view, &foyer_invoice_type, turn->argument);
  JsonObject *site = foyer_json_object_object (invoice, "property");
  g_autofree char *words = foyer_site_turn_words (turn, "what");
  FoyerPageProblem problem = judge_words (words);
  FoyerPageRequest page = { .kind = FOYER_PAGE_INVOICE, .record_id = turn->argument, .note = words };
  FoyerRequestWish wish = { .kind = FOYER_REQUEST_DISPUTE, .body = words, .about_id = turn->argument };
  FoyerHttpResponse *answer = NULL;

  if (site != NULL)
    wish.property_id = foyer_json_object_text (site, "id");
  if (!is_first (turn, &wish, &answer, error))
    return answer;
  if (!foyer_json_object_boolean (invoice, "mayDispute", FALSE))
    return foyer_site_turn_show (turn, &page);
  if (problem != FOYER_PROBLEM_NONE) {
    page.problem = problem;
    return foyer_site_turn_show (turn, &page);
  }
  return submit (turn, &wish, &page, error);
}

/* --- Taken back --- */

static FoyerHttpResponse *
refuse_withdrawal (FoyerSiteTurn *turn)
{
  FoyerPageRequest page
      = { .kind = FOYER_PAGE_REQUEST, .record_id = turn->argument, .problem = FOYER_PROBLEM_CHANGED };

  return foyer_site_turn_show (turn, &page);
}

FoyerHttpResponse *
foyer_site_withdraw_request (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = foyer_portal_view_get_record (turn->view, &foyer_request_type, turn->argument);
  g_autoptr (FoyerRecord) request = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (JsonObject) refusal = NULL;

  if (g_strcmp0 (foyer_json_object_text (shown, "status"), "withdrawn") == 0)
    return foyer_site_turn_go_to ("requests", turn->argument);
  if (!foyer_json_object_boolean (shown, "mayWithdraw", FALSE))
    return refuse_withdrawal (turn);
  request = foyer_record_source_get (turn->transaction->source, &foyer_request_type, turn->argument, error);
  if (request == NULL)
    return NULL;
  before = foyer_record_to_json (request);
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "withdrawn");
  if (!foyer_effects_apply (turn->transaction, &foyer_request_type, before, after, &refusal)) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A request was not withdrawn: %s",
                 foyer_json_object_text (refusal, "description"));
    return NULL;
  }
  if (!foyer_site_turn_put (turn, &foyer_request_type, after, error)
      || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("requests", turn->argument);
}
