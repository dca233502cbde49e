/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-password.c - signing in by password, and choosing one */

#include "site/foyer-site-door.h"

#include "accounts/foyer-portal-logins.h"
#include "effects/foyer-effects.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-sign-in-note.h"
#include "site/foyer-site-flood.h"
#include "site/foyer-site-stay.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/portal_settings.h"

#include <string.h>

#define LONGEST_ADDRESS 254

/* --- Signing in --- */

static gboolean
note_try (FoyerSiteTurn *turn, const char *address, const char *reason, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note
      = { .method = FOYER_SIGN_IN_PASSWORD,
          .outcome = reason == NULL ? FOYER_SIGN_IN_EVENT_WRONG : FOYER_SIGN_IN_EVENT_NOT_ALLOWED,
          .email = address,
          .reason = reason,
          .agent = agent,
          .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

/* Nobody learns whether it was the address, the password or something else. */
static FoyerHttpResponse *
say_wrong (FoyerSiteTurn *turn, const char *address)
{
  FoyerPageRequest again = { .kind = FOYER_PAGE_SIGN_IN, .problem = FOYER_PROBLEM_PASSWORD };

  return foyer_site_turn_show_with (turn, &again, FOYER_SLOT_ADDRESS, address);
}

/* The first of those with @address who may sign in by password, or nobody; @reason is why the first one may not. */
static gboolean
find_person (FoyerSiteTurn *turn, const char *address, FoyerRecord **person, char **reason, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GPtrArray) ids
      = foyer_portal_logins_find_people (transaction->database, transaction->organisation, address, error);

  for (guint i = 0; ids != NULL && i < ids->len && *person == NULL; i++) {
    g_autoptr (FoyerRecord) found
        = foyer_record_source_get (transaction->source, &foyer_portal_person_type, ids->pdata[i], error);
    g_autoptr (GPtrArray) findings = NULL;
    const FoyerFinding *finding;

    if (found != NULL)
      findings
          = foyer_sign_in_check (transaction->source, found, FOYER_SIGN_IN_PASSWORD, transaction->now, error);
    if (findings == NULL)
      return FALSE;
    finding = foyer_sign_in_reason (findings);
    if (finding == NULL)
      *person = g_steal_pointer (&found);
    else if (*reason == NULL)
      *reason = g_strdup (finding->sentence);
  }
  return ids != NULL;
}

static FoyerHttpResponse *
let_in (FoyerSiteTurn *turn, const char *address, gboolean must_change, GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *reason = NULL;
  FoyerSiteArrival arrival = { .method = FOYER_SIGN_IN_PASSWORD };

  if (!find_person (turn, address, &person, &reason, error))
    return NULL;
  if (person == NULL && must_change) {
    FoyerHttpResponse *response = foyer_site_lead_to_invite (turn, address, &failure);

    if (response != NULL)
      return response;
    if (failure != NULL) {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  }
  if (person == NULL)
    return note_try (turn, address, reason == NULL ? "Nobody has this address any more" : reason, error)
               ? say_wrong (turn, address)
               : NULL;
  arrival.person_id = foyer_record_get_id (person);
  arrival.client_id = foyer_portal_person_get_client_id (person);
  return foyer_site_stay_come_in (turn, &arrival, error);
}

/* Wrong passwords make an address wait, whether or not it is known; they lock nobody out of the other ways. */
FoyerHttpResponse *
foyer_site_take_password (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  const char *typed = foyer_site_turn_field (turn, "email");
  const char *password = foyer_site_turn_field (turn, "password");
  g_autofree char *address = g_strstrip (g_ascii_strdown (typed == NULL ? "" : typed, -1));
  g_autoptr (GError) failure = NULL;
  gboolean must_change;

  if (!foyer_portal_settings_get_access_password (turn->settings))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (!foyer_rate_table_take_network (turn->context->remotes, turn->credentials->remote))
    return foyer_site_flood_refuse (turn, FOYER_SIGN_IN_PASSWORD, error);
  if (*address == '\0' || strlen (address) > LONGEST_ADDRESS)
    return say_wrong (turn, "");
  if (!foyer_rate_table_take (turn->context->addresses, address))
    return foyer_site_flood_note (turn, FOYER_SIGN_IN_PASSWORD, address, error) ? say_wrong (turn, address)
                                                                                : NULL;
  if (foyer_portal_logins_check (transaction->database, transaction->organisation, address, password,
                                 &must_change, &failure))
    return let_in (turn, address, must_change, error);
  if (g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return note_try (turn, address, NULL, error) ? say_wrong (turn, address) : NULL;
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* --- Choosing one --- */

/* Who may choose: whoever has just proved to read the address's mail, and whose password somebody else thought of. */
static FoyerRecord *
find_chooser (FoyerSiteTurn *turn)
{
  g_autoptr (FoyerRecord) person = NULL;

  if (turn->session->person_id == NULL || turn->session->link_id != NULL
      || !foyer_portal_settings_get_access_password (turn->settings)
      || (!turn->must_change_password
          && foyer_portal_session_get_method (turn->stay) != FOYER_SIGN_IN_EMAIL_LINK
          && foyer_portal_session_get_method (turn->stay) != FOYER_SIGN_IN_EMAIL_CODE))
    return NULL;
  person = foyer_record_source_get (turn->transaction->source, &foyer_portal_person_type,
                                    turn->session->person_id, NULL);
  return person != NULL && foyer_portal_person_get_email (person) != NULL ? g_steal_pointer (&person) : NULL;
}

gboolean
foyer_site_may_choose_password (FoyerSiteTurn *turn)
{
  g_autoptr (FoyerRecord) person = find_chooser (turn);

  return person != NULL;
}

static FoyerHttpResponse *
ask_password (FoyerSiteTurn *turn, FoyerRecord *person, FoyerPageProblem problem)
{
  FoyerPageRequest page = { .kind = FOYER_PAGE_SET_PASSWORD, .problem = problem };

  return foyer_site_turn_show_with (turn, &page, FOYER_SLOT_ADDRESS, foyer_portal_person_get_email (person));
}

FoyerHttpResponse *
foyer_site_ask_password (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (FoyerRecord) person = find_chooser (turn);

  if (person == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  return ask_password (turn, person, FOYER_PROBLEM_NONE);
}

FoyerPageProblem
foyer_site_judge_password (FoyerRecord *person, const char *password, const char *again)
{
  if (password == NULL || !foyer_password_check_length (password, NULL))
    return FOYER_PROBLEM_SHORT;
  if (foyer_password_is_easy (password, foyer_portal_person_get_email (person))
      || foyer_password_is_easy (password, foyer_portal_person_get_name (person)))
    return FOYER_PROBLEM_EASY;
  return g_strcmp0 (password, again) == 0 ? FOYER_PROBLEM_NONE : FOYER_PROBLEM_DIFFERENT;
}

static gboolean
note_password (FoyerSiteTurn *turn, const char *person_id, GError **error)
{
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) json = NULL;

  if (!foyer_record_source_look_up (turn->transaction->source, &foyer_portal_person_type, person_id, &person,
                                    error))
    return FALSE;
  if (person == NULL)
    return TRUE;
  before = foyer_record_to_json (person);
  json = foyer_record_to_json (person);
  json_object_set_boolean_member (json, "hasPassword", TRUE);
  json_object_set_boolean_member (json, "resetPassword", FALSE);
  return foyer_site_turn_put (turn, &foyer_portal_person_type, json, error)
         && foyer_audit_write (turn->transaction, &foyer_portal_person_type, "password", "chose a password",
                               before, json, error);
}

gboolean
foyer_site_keep_password (FoyerSiteTurn *turn, const char *address, const char *password, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GPtrArray) people
      = foyer_portal_logins_find_people (transaction->database, transaction->organisation, address, error);

  for (guint i = 0; people != NULL && i < people->len; i++) {
    if (!note_password (turn, people->pdata[i], error))
      return FALSE;
  }
  return people != NULL
         && foyer_portal_logins_set (transaction->database, transaction->random, transaction->organisation,
                                     address, password, FALSE, transaction->now, error);
}

/* Whoever signed in with the password before, or by stealing it, is out. */
FoyerHttpResponse *
foyer_site_choose_password (FoyerSiteTurn *turn, GError **error)
{
  const char *password = foyer_site_turn_field (turn, "new");
  g_autoptr (FoyerRecord) person = find_chooser (turn);
  FoyerPageProblem problem;

  if (person == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  problem = foyer_site_judge_password (person, password, foyer_site_turn_field (turn, "again"));
  if (problem != FOYER_PROBLEM_NONE)
    return ask_password (turn, person, problem);
  if (!foyer_site_keep_password (turn, foyer_portal_person_get_email (person), password, error)
      || !foyer_site_end_others (turn, error) || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go ("/");
}
