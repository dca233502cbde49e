/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-review.c - a client says how a visit was, once (003-10) */

#include "site/foyer-site-turn.h"

#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/review.h"
#include "types/visit.h"

static FoyerHttpResponse *
show_visit (FoyerSiteTurn *turn, FoyerPageProblem problem, const char *words)
{
  FoyerPageRequest page
      = { .kind = FOYER_PAGE_VISIT, .record_id = turn->argument, .problem = problem, .note = words };

  return foyer_site_turn_show (turn, &page);
}

/* Nothing comes from the form but the rating and the words (A15). */
static JsonObject *
make_review (FoyerSiteTurn *turn, const char *rating, const char *words)
{
  g_autofree char *id = foyer_transaction_make_id (turn->transaction, &foyer_review_type);
  g_autofree char *now = foyer_utc_format (turn->transaction->now);
  JsonObject *json = json_object_new ();

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", turn->session->client_id);
  if (turn->session->person_id != NULL)
    json_object_set_string_member (json, "personId", turn->session->person_id);
  json_object_set_string_member (json, "visitId", turn->argument);
  json_object_set_string_member (json, "rating", rating);
  if (words != NULL)
    json_object_set_string_member (json, "comment", words);
  json_object_set_string_member (json, "at", now);
  return json;
}

FoyerHttpResponse *
foyer_site_review_visit (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *visit = foyer_portal_view_get_record (turn->view, &foyer_visit_type, turn->argument);
  const char *rating = foyer_site_turn_field (turn, "rating");
  g_autofree char *words = foyer_site_turn_words (turn, "words");
  g_autoptr (JsonObject) review = NULL;

  /* Never twice: whoever sends it again is thanked again. */
  if (foyer_json_object_object (visit, "review") != NULL)
    return foyer_site_turn_go_to ("visits", turn->argument);
  if (!foyer_json_object_boolean (visit, "mayReview", FALSE))
    return show_visit (turn, FOYER_PROBLEM_CHANGED, NULL);
  if (rating == NULL
      || foyer_field_value_index (foyer_record_type_field (&foyer_review_type, "rating"), rating) < 0)
    return show_visit (turn, FOYER_PROBLEM_CHOICE, words);
  if (words != NULL
      && !foyer_field_accepts_text (foyer_record_type_field (&foyer_review_type, "comment"), words))
    return show_visit (turn, FOYER_PROBLEM_NOTE, words);
  review = make_review (turn, rating, words);
  if (!foyer_site_turn_put (turn, &foyer_review_type, review, error)
      || !foyer_audit_write (turn->transaction, &foyer_review_type, "review", "review", NULL, review, error)
      || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("visits", turn->argument);
}
