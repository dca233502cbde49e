/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-phone.c - signing in by the last digits of a phone number alone, where the business has switched that on (003-6) */

#include "site/foyer-site-door.h"

#include "accounts/foyer-door-locks.h"
#include "accounts/foyer-portal-logins.h"
#include "foyer-date.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-last-digits.h"
#include "site/foyer-sign-in-note.h"
#include "site/foyer-site-flood.h"
#include "site/foyer-site-stay.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

#define LONGEST_ADDRESS 254

gboolean
foyer_site_note_lock (FoyerSiteTurn *turn, const char *person_id, GError **error)
{
  g_autofree char *until = foyer_utc_format (turn->transaction->now + FOYER_DOOR_LOCK_SECONDS);
  g_autoptr (FoyerRecord) person = NULL;
  g_autoptr (JsonObject) json = NULL;

  if (!foyer_record_source_look_up (turn->transaction->source, &foyer_portal_person_type, person_id, &person,
                                    error))
    return FALSE;
  if (person == NULL)
    return TRUE;
  json = foyer_record_to_json (person);
  json_object_set_string_member (json, "lockedUntil", until);
  return foyer_site_turn_put (turn, &foyer_portal_person_type, json, error);
}

static gboolean
note_try (FoyerSiteTurn *turn, const char *address, gboolean is_locked, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note = { .method = FOYER_SIGN_IN_PHONE_CHECK,
                           .outcome = is_locked ? FOYER_SIGN_IN_EVENT_LOCKED : FOYER_SIGN_IN_EVENT_WRONG,
                           .email = address,
                           .agent = agent,
                           .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

/* Nobody learns whether it was the address, the digits or something else. */
static FoyerHttpResponse *
say_wrong (FoyerSiteTurn *turn, const char *address, gboolean is_locked)
{
  FoyerPageRequest again
      = { .kind = FOYER_PAGE_SIGN_IN, .problem = is_locked ? FOYER_PROBLEM_LOCKED : FOYER_PROBLEM_DIGITS };

  return foyer_site_turn_show_with (turn, &again, FOYER_SLOT_ADDRESS, address);
}

static gboolean
judge_person (FoyerSiteTurn *turn, FoyerRecord *person, const char *digits, gboolean *fits, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_client_type,
                                    foyer_portal_person_get_client_id (person), &client, error))
    return FALSE;
  findings
      = foyer_sign_in_check (transaction->source, person, FOYER_SIGN_IN_PHONE_CHECK, transaction->now, error);
  *fits = findings != NULL && foyer_sign_in_reason (findings) == NULL
          && foyer_last_digits_fit (person, client, digits);
  return findings != NULL;
}

/* The first of those with the address who may come in with these digits, or nobody. */
static gboolean
find_person (FoyerSiteTurn *turn, GPtrArray *ids, const char *digits, FoyerRecord **person, GError **error)
{
  for (guint i = 0; i < ids->len && *person == NULL; i++) {
    g_autoptr (FoyerRecord) found = NULL;
    gboolean fits;

    if (!foyer_record_source_look_up (turn->transaction->source, &foyer_portal_person_type, ids->pdata[i],
                                      &found, error)
        || (found != NULL && !judge_person (turn, found, digits, &fits, error)))
      return FALSE;
    if (found != NULL && fits)
      *person = g_steal_pointer (&found);
  }
  return TRUE;
}

static FoyerHttpResponse *
refuse (FoyerSiteTurn *turn, const char *address, const char *subject, GPtrArray *ids, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  int left = foyer_door_locks_fail (transaction->database, transaction->organisation, subject,
                                    transaction->now, error);

  if (left < 0 || !note_try (turn, address, left == 0, error))
    return NULL;
  for (guint i = 0; left == 0 && i < ids->len; i++) {
    if (!foyer_site_note_lock (turn, ids->pdata[i], error))
      return NULL;
  }
  return say_wrong (turn, address, left == 0);
}

static FoyerHttpResponse *
let_in (FoyerSiteTurn *turn, FoyerRecord *person, const char *subject, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  FoyerSiteArrival arrival = { .client_id = foyer_portal_person_get_client_id (person),
                               .person_id = foyer_record_get_id (person),
                               .method = FOYER_SIGN_IN_PHONE_CHECK };

  if (!foyer_door_locks_open (transaction->database, transaction->organisation, subject, error))
    return NULL;
  return foyer_site_stay_come_in (turn, &arrival, error);
}

/* Tries are counted by address, known or not, and five wrong ones lock it (000-68, L21). */
FoyerHttpResponse *
foyer_site_take_phone (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  const char *typed = foyer_site_turn_field (turn, "email");
  g_autofree char *address = g_strstrip (g_ascii_strdown (typed == NULL ? "" : typed, -1));
  g_autofree char *subject = foyer_door_locks_name_address (address);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (FoyerRecord) person = NULL;
  int left;

  if (!foyer_portal_settings_get_access_phone_last4_alone (turn->settings))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (!foyer_rate_table_take_network (turn->context->remotes, turn->credentials->remote))
    return foyer_site_flood_refuse (turn, FOYER_SIGN_IN_PHONE_CHECK, error);
  if (*address == '\0' || strlen (address) > LONGEST_ADDRESS)
    return say_wrong (turn, "", FALSE);
  left = foyer_door_locks_left (transaction->database, transaction->organisation, subject, transaction->now,
                                error);
  if (left == 0)
    return say_wrong (turn, address, TRUE);
  if (left > 0)
    ids = foyer_portal_logins_find_people (transaction->database, transaction->organisation, address, error);
  if (ids == NULL || !find_person (turn, ids, foyer_site_turn_field (turn, "last4"), &person, error))
    return NULL;
  return person != NULL ? let_in (turn, person, subject, error) : refuse (turn, address, subject, ids, error);
}
