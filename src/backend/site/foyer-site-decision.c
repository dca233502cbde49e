/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-decision.c - what a client does with a booking of theirs: withdraw it, or answer offered times */

#include "site/foyer-site-turn.h"

#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "types/booking.h"

#include <string.h>

static FoyerHttpResponse *
show_booking (FoyerSiteTurn *turn, FoyerPageProblem problem)
{
  FoyerPageRequest request = { .kind = FOYER_PAGE_BOOKING, .record_id = turn->argument, .problem = problem };

  return foyer_site_turn_show (turn, &request);
}

/* The booking as it is in this transaction; the view has said already that it is this viewer's. */
static JsonObject *
read_booking (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) booking
      = foyer_record_source_get (turn->transaction->source, &foyer_booking_type, turn->argument, &failure);

  if (booking != NULL)
    return foyer_record_to_json (booking);
  if (failure == NULL)
    g_set_error (&failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A booking has gone");
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Refusals come before anything is written, so the page can tell of them and the transaction needs no way back. */
static FoyerHttpResponse *
refuse (FoyerSiteTurn *turn, JsonObject *refusal, GError **error)
{
  const char *type = foyer_json_object_text (refusal, "type");

  if (g_strcmp0 (type, "serverFail") == 0) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A booking was not decided: %s",
                 foyer_json_object_text (refusal, "description"));
    return NULL;
  }
  return show_booking (turn,
                       g_strcmp0 (type, "ruleRefused") == 0 ? FOYER_PROBLEM_TAKEN : FOYER_PROBLEM_CHANGED);
}

static FoyerHttpResponse *
decide (FoyerSiteTurn *turn, JsonObject *before, JsonObject *after, GError **error)
{
  g_autoptr (JsonObject) refusal = NULL;

  if (!foyer_effects_apply (turn->transaction, &foyer_booking_type, before, after, &refusal))
    return refuse (turn, refusal, error);
  if (!foyer_site_turn_put (turn, &foyer_booking_type, after, error)
      || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("bookings", turn->argument);
}

/* Whether this viewer may decide about the booking at all, now that it stands as it does. */
static gboolean
may_decide (FoyerSiteTurn *turn, JsonObject *shown)
{
  return foyer_json_object_boolean (shown, "mayWithdraw", FALSE);
}

FoyerHttpResponse *
foyer_site_withdraw (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = foyer_portal_view_find (turn->view, "bookings", turn->argument);
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;

  if (g_strcmp0 (foyer_json_object_text (shown, "status"), "withdrawn") == 0)
    return foyer_site_turn_go_to ("bookings", turn->argument);
  if (!may_decide (turn, shown))
    return show_booking (turn, FOYER_PROBLEM_CHANGED);
  before = read_booking (turn, error);
  if (before == NULL)
    return NULL;
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "withdrawn");
  return decide (turn, before, after, error);
}

/* --- Offered times --- */

/* Offers hold until their time; after it the office decides again. */
static gboolean
has_offers (FoyerSiteTurn *turn, JsonObject *booking)
{
  const char *until_text = foyer_json_object_text (booking, "offersUntil");
  JsonArray *offers = foyer_json_object_array (booking, "offers");
  gint64 until = G_MAXINT64;

  if (until_text != NULL)
    foyer_utc_parse (until_text, &until, NULL);
  return g_strcmp0 (foyer_json_object_text (booking, "status"), "countered") == 0 && offers != NULL
         && json_array_get_length (offers) > 0 && turn->transaction->now < until;
}

/* The offer with the number that the form says, exactly. */
static JsonObject *
find_offer (FoyerSiteTurn *turn, JsonObject *booking)
{
  JsonArray *offers = foyer_json_object_array (booking, "offers");
  const char *text = foyer_site_turn_field (turn, "offer");
  guint index;

  if (text == NULL || strlen (text) != 1 || !g_ascii_isdigit (text[0]))
    return NULL;
  index = (guint) g_ascii_digit_value (text[0]);
  if (index >= json_array_get_length (offers)
      || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (offers, index)))
    return NULL;
  return json_array_get_object_element (offers, index);
}

static void
copy_text (JsonObject *from, JsonObject *to, const char *name)
{
  const char *text = foyer_json_object_text (from, name);

  if (text != NULL)
    json_object_set_string_member (to, name, text);
  else
    json_object_remove_member (to, name);
}

/* Checks what both answers to offers need. Returns NULL with @answer if there is nothing to decide, or with @error. */
static JsonObject *
begin_answer (FoyerSiteTurn *turn, FoyerHttpResponse **answer, GError **error)
{
  JsonObject *shown = foyer_portal_view_find (turn->view, "bookings", turn->argument);
  g_autoptr (JsonObject) before = NULL;

  before = read_booking (turn, error);
  if (before == NULL)
    return NULL;
  if (may_decide (turn, shown) && has_offers (turn, before))
    return g_steal_pointer (&before);
  *answer = show_booking (turn, FOYER_PROBLEM_CHANGED);
  return NULL;
}

FoyerHttpResponse *
foyer_site_accept (FoyerSiteTurn *turn, GError **error)
{
  FoyerHttpResponse *answer = NULL;
  g_autoptr (JsonObject) before = begin_answer (turn, &answer, error);
  g_autoptr (JsonObject) after = NULL;
  g_autofree char *now = foyer_utc_format (turn->transaction->now);
  JsonObject *offer;

  if (before == NULL)
    return answer;
  offer = find_offer (turn, before);
  if (offer == NULL)
    return show_booking (turn, FOYER_PROBLEM_CHANGED);
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "approved");
  copy_text (offer, after, "start");
  copy_text (offer, after, "end");
  copy_text (offer, after, "crewId");
  json_object_set_string_member (after, "toldAt", now);
  return decide (turn, before, after, error);
}

FoyerHttpResponse *
foyer_site_refuse_offers (FoyerSiteTurn *turn, GError **error)
{
  FoyerHttpResponse *answer = NULL;
  g_autoptr (JsonObject) before = begin_answer (turn, &answer, error);
  g_autoptr (JsonObject) after = NULL;

  if (before == NULL)
    return answer;
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "pending");
  return decide (turn, before, after, error);
}
