/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-invite.c - invites: the link is opened, a button registers */

#include "site/foyer-site-door.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-logins.h"
#include "effects/foyer-invites.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-site-stay.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/portal_settings.h"

#include <string.h>

/* Whoever came by an initial password registers now or comes by it again. */
#define LEAD_SECONDS (30 * 60)

/**
 * Standing:
 * @UNKNOWN: nobody signs in with the address yet: they register
 * @HAS_LOGIN: somebody does: they sign in first, since a mail alone overwrites nothing (L16)
 * @SOMEBODY_ELSE: the browser is signed in as another person
 * @SIGNED_IN: they have proved to be that somebody
 */
typedef enum {
  UNKNOWN,
  HAS_LOGIN,
  SOMEBODY_ELSE,
  SIGNED_IN,
} Standing;

/* Whom an invite lets in. */
typedef struct {
  FoyerRecord *invite; /* (owned) (nullable) */
  FoyerRecord *person; /* (owned) (nullable) */
  FoyerRecord *client; /* (owned) (nullable) */
  Standing standing;
  gboolean is_welcome;
} Guest;

static void
guest_clear (Guest *self)
{
  g_clear_object (&self->invite);
  g_clear_object (&self->person);
  g_clear_object (&self->client);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guest, guest_clear)

/* --- Who is invited --- */

/* How they sign in from now on. */
static FoyerSignInMethod
choose_method (FoyerSiteTurn *turn, Guest *guest, gboolean with_password)
{
  gboolean by_mail = foyer_portal_settings_get_access_email_link (turn->settings);

  if (guest->standing == SIGNED_IN)
    return (FoyerSignInMethod) foyer_portal_session_get_method (turn->stay);
  return with_password || !by_mail ? FOYER_SIGN_IN_PASSWORD : FOYER_SIGN_IN_EMAIL_LINK;
}

/* That they have not registered keeps them out everywhere but here (D11). */
static gboolean
check_welcome (FoyerSiteTurn *turn, Guest *guest, GError **error)
{
  g_autoptr (GPtrArray) findings
      = foyer_sign_in_check (turn->transaction->source, guest->person, choose_method (turn, guest, FALSE),
                             turn->transaction->now, error);
  gboolean is_invited = foyer_portal_person_get_status (guest->person) == FOYER_PORTAL_PERSON_INVITED;

  guest->is_welcome = findings != NULL;
  for (guint i = 0; findings != NULL && i < findings->len; i++) {
    const FoyerFinding *finding = findings->pdata[i];

    if (finding->verdict >= FOYER_VERDICT_UNKNOWN && !(is_invited && strcmp (finding->rule, "D11") == 0))
      guest->is_welcome = FALSE;
  }
  return findings != NULL;
}

/* Whoever came by a direct link has not said who they are. */
static gboolean
find_standing (FoyerSiteTurn *turn, const char *address, Guest *guest, GError **error)
{
  g_autoptr (FoyerRecord) present = NULL;
  const char *email;
  gboolean has_login;

  if (!foyer_invite_finds_login (turn->transaction, foyer_record_get_id (guest->person), address, &has_login,
                                 error)
      || !foyer_site_stay_find (turn, error))
    return FALSE;
  guest->standing = has_login ? HAS_LOGIN : UNKNOWN;
  if (turn->session == NULL || turn->session->person_id == NULL || turn->session->link_id != NULL)
    return TRUE;
  if (!foyer_record_source_look_up (turn->transaction->source, &foyer_portal_person_type,
                                    turn->session->person_id, &present, error))
    return FALSE;
  email = present == NULL ? NULL : foyer_portal_person_get_email (present);
  guest->standing = email != NULL && g_ascii_strcasecmp (email, address) == 0 ? SIGNED_IN : SOMEBODY_ELSE;
  return TRUE;
}

/* The address that it was mailed to must be theirs still. */
static gboolean
find_guest (FoyerSiteTurn *turn, const FoyerMailedLink *mailed, Guest *guest, GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  const char *email;

  if (!foyer_record_source_look_up (source, &foyer_invite_type, mailed->invite_id, &guest->invite, error)
      || !foyer_record_source_look_up (source, &foyer_portal_person_type, mailed->person_id, &guest->person,
                                       error))
    return FALSE;
  if (guest->invite == NULL || guest->person == NULL || !foyer_invite_is_open (guest->invite))
    return TRUE;
  if (!foyer_record_source_look_up (source, &foyer_client_type,
                                    foyer_portal_person_get_client_id (guest->person), &guest->client, error))
    return FALSE;
  email = foyer_portal_person_get_email (guest->person);
  if (guest->client == NULL
      || (*mailed->address != '\0' && (email == NULL || g_ascii_strcasecmp (email, mailed->address) != 0)))
    return TRUE;
  return find_standing (turn, mailed->address, guest, error) && check_welcome (turn, guest, error);
}

/* --- Pages --- */

static FoyerHttpResponse *
say_dead (FoyerSiteTurn *turn, GError *failure, GError **error)
{
  if (failure == NULL || g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  g_propagate_error (error, g_error_copy (failure));
  return NULL;
}

static gboolean
needs_password (FoyerSiteTurn *turn, Guest *guest)
{
  return foyer_invite_get_delivery (guest->invite) != FOYER_INVITE_DELIVERY_LINK
         || !foyer_portal_settings_get_access_email_link (turn->settings);
}

static FoyerHttpResponse *
show_page (FoyerSiteTurn *turn, Guest *guest, FoyerPageProblem problem)
{
  static const FoyerPageProblem problems[] = {
    [UNKNOWN] = FOYER_PROBLEM_NONE,
    [HAS_LOGIN] = FOYER_PROBLEM_KNOWN,
    [SOMEBODY_ELSE] = FOYER_PROBLEM_SOMEBODY_ELSE,
    [SIGNED_IN] = FOYER_PROBLEM_NONE,
  };
  FoyerPageRequest page = { .kind = guest->standing == SIGNED_IN ? FOYER_PAGE_JOIN : FOYER_PAGE_INVITE,
                            .problem = problem != FOYER_PROBLEM_NONE ? problem : problems[guest->standing],
                            .needs_password = needs_password (turn, guest) };
  const char *values[FOYER_N_PAGE_SLOTS] = {
    [FOYER_SLOT_ADDRESS] = foyer_invite_get_email (guest->invite),
    [FOYER_SLOT_CLIENT] = foyer_client_get_name (guest->client),
  };

  return foyer_site_turn_show_filled (turn, &page, values);
}

/* What is not a person's browser, as far as it says so, has opened nothing: mail scanners come first. */
static gboolean
is_person_looking (const FoyerHttpRequest *request)
{
  return strcmp (request->method, "GET") == 0
         && g_strcmp0 (foyer_http_request_header (request, "sec-fetch-dest"), "document") == 0;
}

FoyerHttpResponse *
foyer_site_open_invite (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerMailedLink) mailed
      = foyer_mailed_links_peek (transaction->database, transaction->organisation, turn->argument,
                                 FOYER_MAILED_INVITE, transaction->now, &failure);
  g_auto (Guest) guest = { 0 };

  if (mailed == NULL || !find_guest (turn, mailed, &guest, &failure) || !guest.is_welcome)
    return say_dead (turn, failure, error);
  if (is_person_looking (turn->request) && !foyer_invite_note_opened (transaction, guest.invite, error))
    return NULL;
  return show_page (turn, &guest, FOYER_PROBLEM_NONE);
}

/* --- Registering --- */

static FoyerHttpResponse *
finish (FoyerSiteTurn *turn, Guest *guest, const char *password, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  FoyerSiteArrival arrival = { .client_id = foyer_record_get_id (guest->client),
                               .person_id = foyer_record_get_id (guest->person),
                               .method = choose_method (turn, guest, password != NULL) };

  g_free (transaction->actor_id);
  transaction->actor_id = g_strdup (arrival.person_id);
  if (!foyer_invite_note_registered (transaction, guest->invite, error)
      || (password != NULL
          && !foyer_site_keep_password (turn, foyer_portal_person_get_email (guest->person), password,
                                        error)))
    return NULL;
  return foyer_site_stay_come_in (turn, &arrival, error);
}

static FoyerHttpResponse *
register_guest (FoyerSiteTurn *turn, Guest *guest, GError **error)
{
  gboolean has_passwords = foyer_portal_settings_get_access_password (turn->settings);
  const char *password = foyer_site_turn_field (turn, "new");
  FoyerPageProblem problem;

  switch (guest->standing) {
  case SIGNED_IN:
    return finish (turn, guest, NULL, error);
  case HAS_LOGIN:
  case SOMEBODY_ELSE:
    return show_page (turn, guest, FOYER_PROBLEM_NONE);
  case UNKNOWN:
  default:
    break;
  }
  if (!needs_password (turn, guest) && (!has_passwords || foyer_site_turn_field (turn, "without") != NULL))
    return finish (turn, guest, NULL, error);
  if (!has_passwords)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  problem = foyer_site_judge_password (guest->person, password, foyer_site_turn_field (turn, "again"));
  return problem == FOYER_PROBLEM_NONE ? finish (turn, guest, password, error)
                                       : show_page (turn, guest, problem);
}

/* A double click: the first one has registered this browser's person. */
static FoyerHttpResponse *
answer_used_up (FoyerSiteTurn *turn, GError *failure, GError **error)
{
  g_autoptr (GBytes) hash = foyer_secret_hash (turn->argument);
  g_autoptr (FoyerMailedLink) mailed = NULL;

  if (!g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return say_dead (turn, failure, error);
  if (!foyer_site_stay_find (turn, error))
    return NULL;
  mailed = foyer_mailed_links_remember (turn->transaction->database, turn->transaction->organisation, hash,
                                        NULL);
  if (mailed != NULL && mailed->kind == FOYER_MAILED_INVITE && turn->session != NULL
      && mailed->person_id != NULL && g_strcmp0 (mailed->person_id, turn->session->person_id) == 0)
    return foyer_site_turn_go ("/");
  return say_dead (turn, failure, error);
}

FoyerHttpResponse *
foyer_site_answer_invite (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerMailedLink) mailed = NULL;
  g_auto (Guest) guest = { 0 };

  if (foyer_site_turn_field (turn, "register") == NULL)
    return foyer_site_ask_fresh_link (turn, FOYER_SECRET_INVITE, error);
  mailed = foyer_mailed_links_peek (transaction->database, transaction->organisation, turn->argument,
                                    FOYER_MAILED_INVITE, transaction->now, &failure);
  if (mailed == NULL)
    return answer_used_up (turn, failure, error);
  if (!find_guest (turn, mailed, &guest, &failure) || !guest.is_welcome)
    return say_dead (turn, failure, error);
  return register_guest (turn, &guest, error);
}

/* --- Initial passwords --- */

/* The invite of @person_id that brought a password, if it is alive. */
static gboolean
find_password_invite (FoyerSiteTurn *turn, const char *person_id, FoyerRecord **invite, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_invite_type);
  g_autoptr (GPtrArray) invites = NULL;

  foyer_query_where_text (query, "personId", person_id);
  invites = foyer_record_source_list (turn->transaction->source, query, error);
  for (guint i = 0; invites != NULL && i < invites->len && *invite == NULL; i++) {
    FoyerRecord *found = invites->pdata[i];

    if (foyer_invite_is_open (found) && foyer_invite_get_expires_at (found) > turn->transaction->now
        && foyer_invite_get_delivery (found) != FOYER_INVITE_DELIVERY_LINK)
      *invite = g_object_ref (found);
  }
  return invites != NULL;
}

FoyerHttpResponse *
foyer_site_lead_to_invite (FoyerSiteTurn *turn, const char *address, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GPtrArray) people
      = foyer_portal_logins_find_people (transaction->database, transaction->organisation, address, error);
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (JsonObject) json = NULL;
  FoyerHttpResponse *response;
  char *link;

  for (guint i = 0; people != NULL && i < people->len && invite == NULL; i++) {
    if (!find_password_invite (turn, people->pdata[i], &invite, error))
      return NULL;
  }
  if (invite == NULL)
    return NULL;
  json = foyer_record_to_json (invite);
  link = foyer_invite_make_link (transaction, json,
                                 MIN (transaction->now + LEAD_SECONDS, foyer_invite_get_expires_at (invite)),
                                 error);
  if (link == NULL)
    return NULL;
  response = foyer_site_turn_go (strstr (link, "/i/"));
  foyer_secret_free (link);
  return response;
}
