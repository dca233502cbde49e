/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-entry.c - direct links: the way in by one, the check that an old one asks for, and the way out */

#include "site/foyer-site-door.h"
#include "site/foyer-site-look.h"

#include "accounts/foyer-secret.h"
#include "accounts/foyer-door-locks.h"
#include "accounts/foyer-door-wishes.h"
#include "accounts/foyer-portal-links.h"
#include "foyer-portal-entry.h"
#include "site/foyer-last-digits.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-sign-in-note.h"
#include "site/foyer-site-stay.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

/* --- Direct links --- */

/* The link behind the secret, without an error if there is none that lives. */
static FoyerRecord *
find_link (FoyerSiteTurn *turn, gboolean *asks_first, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id
      = foyer_portal_links_find (transaction->database, transaction->organisation, turn->argument, &failure);
  g_autoptr (FoyerRecord) link = NULL;
  g_autoptr (FoyerPortalEntry) entry = NULL;

  if (id != NULL)
    link = foyer_record_source_get (transaction->source, &foyer_portal_link_type, id, &failure);
  if (link != NULL)
    entry = foyer_portal_entry_check (transaction->source, link, transaction->now, &failure);
  if (failure != NULL && !g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (entry == NULL || !foyer_portal_entry_is_open (entry))
    return NULL;
  *asks_first = entry->asks_first;
  return g_steal_pointer (&link);
}

static FoyerHttpResponse *
come_in (FoyerSiteTurn *turn, FoyerRecord *link, FoyerSignInMethod method, GError **error)
{
  FoyerSiteArrival arrival = { .client_id = foyer_portal_link_get_client_id (link),
                               .person_id = foyer_portal_link_get_person_id (link),
                               .link = link,
                               .method = method };

  return foyer_site_stay_come_in (turn, &arrival, error);
}

static FoyerHttpResponse *
ask_for_check (FoyerSiteTurn *turn, FoyerPageProblem problem, int tries_left)
{
  FoyerPageRequest page
      = { .kind = FOYER_PAGE_PHONE_CHECK, .problem = problem, .tries_left = (guint) tries_left };

  return foyer_site_turn_show (turn, &page);
}

/* Opening a link is a sign-in. A look at its head alone opens nothing (L08). */
FoyerHttpResponse *
foyer_site_open_link (FoyerSiteTurn *turn, GError **error)
{
  gboolean asks_first = FALSE;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) link = NULL;

  if (foyer_secret_is_well_formed (turn->argument, FOYER_SECRET_LOOK))
    return foyer_site_look_open (turn, error);
  link = find_link (turn, &asks_first, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (link == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  if (asks_first)
    return ask_for_check (turn, FOYER_PROBLEM_NONE, FOYER_DOOR_TRIES);
  if (strcmp (turn->request->method, "HEAD") == 0)
    return foyer_site_turn_go ("/");
  return come_in (turn, link, FOYER_SIGN_IN_DIRECT_LINK, error);
}

/* --- The check that an old link asks for --- */

static gboolean
asks_for_phone (FoyerSiteTurn *turn)
{
  g_auto (GStrv) with = foyer_portal_settings_get_access_recheck_with (turn->settings);

  return g_strv_contains ((const char *const *) with, "phone_last4");
}

/* The number on file: of whoever the link names, else of the client (D18). */
static gboolean
are_digits_right (FoyerSiteTurn *turn,
                  FoyerRecord *link,
                  const char *typed,
                  gboolean *are_right,
                  GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  g_autoptr (FoyerRecord) client = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  if (!foyer_record_source_look_up (source, &foyer_client_type, foyer_portal_link_get_client_id (link),
                                    &client, error)
      || !foyer_record_source_look_up (source, &foyer_portal_person_type,
                                       foyer_portal_link_get_person_id (link), &person, error))
    return FALSE;
  *are_right = foyer_last_digits_fit (person, client, typed);
  return TRUE;
}

static gboolean
note_wrong (FoyerSiteTurn *turn, FoyerRecord *link, gboolean is_locked, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note = { .client_id = foyer_portal_link_get_client_id (link),
                           .person_id = foyer_portal_link_get_person_id (link),
                           .link_id = foyer_record_get_id (link),
                           .method = FOYER_SIGN_IN_PHONE_CHECK,
                           .outcome = is_locked ? FOYER_SIGN_IN_EVENT_LOCKED : FOYER_SIGN_IN_EVENT_WRONG,
                           .agent = agent,
                           .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

static FoyerHttpResponse *
check_digits (FoyerSiteTurn *turn, FoyerRecord *link, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  const char *subject = foyer_record_get_id (link);
  gboolean are_right;
  int left = foyer_door_locks_left (transaction->database, transaction->organisation, subject,
                                    transaction->now, error);

  if (left < 0 || !are_digits_right (turn, link, foyer_site_turn_field (turn, "last4"), &are_right, error))
    return NULL;
  if (left == 0)
    return ask_for_check (turn, FOYER_PROBLEM_LOCKED, 0);
  if (are_right)
    return foyer_door_locks_open (transaction->database, transaction->organisation, subject, error)
               ? come_in (turn, link, FOYER_SIGN_IN_PHONE_CHECK, error)
               : NULL;
  left = foyer_door_locks_fail (transaction->database, transaction->organisation, subject, transaction->now,
                                error);
  if (left < 0 || !note_wrong (turn, link, left == 0, error)
      || (left == 0 && !foyer_site_note_lock (turn, foyer_portal_link_get_person_id (link), error)))
    return NULL;
  return ask_for_check (turn, left == 0 ? FOYER_PROBLEM_LOCKED : FOYER_PROBLEM_DIGITS, left);
}

static FoyerHttpResponse *
take_digits (FoyerSiteTurn *turn, GError **error)
{
  gboolean asks_first = FALSE;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) link = find_link (turn, &asks_first, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (link == NULL || !asks_first || !asks_for_phone (turn))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  return check_digits (turn, link, error);
}

/* --- Fresh links --- */

/*
 * The same answer after the same work for every secret that could be one: it is written down. Who may have a fresh link, and where it
 * goes, is found out later.
 */
FoyerHttpResponse *
foyer_site_ask_fresh_link (FoyerSiteTurn *turn, FoyerSecretKind kind, GError **error)
{
  FoyerDoorWish wish = { .organisation = turn->transaction->organisation,
                         .at = turn->transaction->now,
                         .remote = turn->credentials->remote };
  g_autoptr (GBytes) hash = NULL;

  if (foyer_secret_is_well_formed (turn->argument, kind)) {
    hash = foyer_secret_hash (turn->argument);
    wish.secret = hash;
    if (!foyer_door_wishes_add (turn->transaction->database, &wish, error))
      return NULL;
  }
  return foyer_site_turn_show_kind (turn, FOYER_PAGE_LINK_SENT);
}

FoyerHttpResponse *
foyer_site_answer_link (FoyerSiteTurn *turn, GError **error)
{
  if (foyer_site_turn_field (turn, "last4") != NULL)
    return take_digits (turn, error);
  return foyer_site_ask_fresh_link (turn, FOYER_SECRET_LINK, error);
}

/* --- The way out --- */

FoyerHttpResponse *
foyer_site_sign_out (FoyerSiteTurn *turn, GError **error)
{
  FoyerHttpResponse *response;

  if (!foyer_site_stay_end (turn, error))
    return NULL;
  response = foyer_site_turn_go ("/sign-in");
  foyer_session_cookie_clear (response);
  return response;
}
