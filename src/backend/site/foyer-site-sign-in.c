/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-sign-in.c - sign-in by mail: an address is typed, a link is mailed, a button uses it up */

#include "site/foyer-site-door.h"

#include "accounts/foyer-door-requests.h"
#include "accounts/foyer-door-wishes.h"
#include "accounts/foyer-mailed-links.h"
#include "foyer-field-check.h"
#include "foyer-portal-entry.h"
#include "foyer-sign-in-check.h"
#include "site/foyer-mailed-link-note.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-sign-in-note.h"
#include "site/foyer-site-flood.h"
#include "site/foyer-site-stay.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

/* --- Asking --- */

static gboolean
is_address (const char *text)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_person_type, "email");
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), text);
  g_autofree char *expected = foyer_field_check (field, value);

  return expected == NULL && *text != '\0';
}

FoyerHttpResponse *
foyer_site_ask_address (FoyerSiteTurn *turn, GError **error)
{
  return foyer_site_turn_show_kind (turn, FOYER_PAGE_SIGN_IN);
}

/* Remembers the browser, so that the mail's code can be typed there, and writes down what it wants. */
static char *
write_down (FoyerSiteTurn *turn, char *address, gint64 seconds, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GBytes) hash = NULL;
  FoyerDoorWish wish = { .organisation = transaction->organisation,
                         .address = address,
                         .at = transaction->now,
                         .remote = turn->credentials->remote };
  char *secret = foyer_door_requests_open (transaction->database, transaction->random,
                                           transaction->organisation, transaction->now + seconds, error);

  if (secret == NULL)
    return NULL;
  hash = foyer_secret_hash (secret);
  wish.request = hash;
  if (foyer_door_wishes_add (transaction->database, &wish, error))
    return secret;
  foyer_secret_free (secret);
  return NULL;
}

/* Nobody learns here whether an address is known: it is not even looked for (L05, L07). */
FoyerHttpResponse *
foyer_site_take_address (FoyerSiteTurn *turn, GError **error)
{
  const char *typed = foyer_site_turn_field (turn, "email");
  g_autofree char *address = g_strstrip (g_strdup (typed == NULL ? "" : typed));
  FoyerPageRequest again = { .kind = FOYER_PAGE_SIGN_IN, .problem = FOYER_PROBLEM_ADDRESS };
  gint64 seconds = foyer_portal_settings_get_access_email_link_minutes (turn->settings) * 60;
  FoyerHttpResponse *response;
  char *secret;

  if (!foyer_portal_settings_get_access_email_link (turn->settings))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (!foyer_rate_table_take_network (turn->context->remotes, turn->credentials->remote))
    return foyer_site_flood_refuse (turn, FOYER_SIGN_IN_EMAIL_LINK, error);
  if (!is_address (address))
    return foyer_site_turn_show_with (turn, &again, FOYER_SLOT_ADDRESS, address);
  secret = write_down (turn, address, seconds, error);
  if (secret == NULL)
    return NULL;
  response = foyer_site_turn_go ("/sign-in/sent");
  foyer_request_cookie_set (response, secret, address, seconds);
  foyer_secret_free (secret);
  return response;
}

static FoyerHttpResponse *
show_sent (FoyerSiteTurn *turn, const char *address, FoyerPageProblem problem, guint left)
{
  FoyerPageRequest page = { .kind = FOYER_PAGE_CHECK_MAIL, .problem = problem, .tries_left = left };

  return foyer_site_turn_show_with (turn, &page, FOYER_SLOT_ADDRESS, address);
}

FoyerHttpResponse *
foyer_site_say_sent (FoyerSiteTurn *turn, GError **error)
{
  g_autofree char *address = NULL;
  g_autofree char *secret = foyer_request_cookie_read (turn->request, &address);

  if (secret == NULL || !is_address (address))
    return foyer_site_turn_go ("/sign-in");
  return show_sent (turn, address, FOYER_PROBLEM_NONE, 0);
}

/* --- The link in the mail --- */

/* Somebody whom a mailed link lets in. */
typedef struct {
  FoyerRecord *person; /* (owned) (nullable) */
  FoyerRecord *link;   /* (owned) (nullable) */
} Guest;

static void
guest_clear (Guest *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->link);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guest, guest_clear)

static gboolean
may_person (FoyerSiteTurn *turn, FoyerRecord *person, GError **error)
{
  g_autoptr (GPtrArray) findings
      = foyer_sign_in_check (turn->transaction->source, person, FOYER_SIGN_IN_EMAIL_LINK,
                             turn->transaction->now, error);

  return findings != NULL && foyer_sign_in_reason (findings) == NULL;
}

/* Whoever read the mail has proved more than an old link asks for; its date is what the mail replaces. */
static gboolean
may_bearer (FoyerSiteTurn *turn, FoyerRecord *link, GError **error)
{
  g_autoptr (FoyerPortalEntry) entry
      = foyer_portal_entry_check (turn->transaction->source, link, turn->transaction->now, error);

  for (guint i = 0; entry != NULL && i < entry->findings->len; i++) {
    const FoyerFinding *finding = entry->findings->pdata[i];

    if (finding->verdict >= FOYER_VERDICT_UNKNOWN && strcmp (finding->rule, "D16") != 0)
      return FALSE;
  }
  return entry != NULL;
}

/* Whether the mail's reader may come in now; @guest tells who it is. */
static gboolean
find_guest (FoyerSiteTurn *turn, const FoyerMailedLink *mailed, Guest *guest, GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  g_autoptr (GError) failure = NULL;
  gboolean may = FALSE;

  guest->person = foyer_record_source_get (source, &foyer_portal_person_type, mailed->person_id, &failure);
  if (failure == NULL && mailed->person_id == NULL)
    guest->link = foyer_record_source_get (source, &foyer_portal_link_type, mailed->link_id, &failure);
  if (failure == NULL && guest->person != NULL)
    may = may_person (turn, guest->person, &failure);
  else if (failure == NULL && guest->link != NULL)
    may = may_bearer (turn, guest->link, &failure);
  if (failure == NULL)
    return may;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static FoyerHttpResponse *
say_dead (FoyerSiteTurn *turn, GError *failure, GError **error)
{
  if (failure == NULL || g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return foyer_mailed_link_note_dead (turn, turn->argument, error)
               ? foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK)
               : NULL;
  g_propagate_error (error, g_error_copy (failure));
  return NULL;
}

/* Mail scanners open links; looking uses nothing up (L08), and is written down (D17). */
FoyerHttpResponse *
foyer_site_peek_mailed_link (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerMailedLink) mailed
      = foyer_mailed_links_peek (transaction->database, transaction->organisation, turn->argument,
                                 FOYER_MAILED_SIGN_IN, transaction->now, &failure);
  g_auto (Guest) guest = { 0 };

  if (mailed == NULL || !find_guest (turn, mailed, &guest, &failure))
    return say_dead (turn, failure, error);
  if (!foyer_mailed_link_note_opened (turn, mailed, error))
    return NULL;
  return foyer_site_turn_show_kind (turn, FOYER_PAGE_CONFIRM);
}

static FoyerHttpResponse *
let_in (FoyerSiteTurn *turn,
        const FoyerMailedLink *mailed,
        FoyerSignInMethod method,
        GError *failure,
        GError **error)
{
  g_autoptr (GError) trouble = failure == NULL ? NULL : g_error_copy (failure);
  g_auto (Guest) guest = { 0 };
  FoyerSiteArrival arrival = { .method = method };

  if (mailed == NULL || !find_guest (turn, mailed, &guest, &trouble))
    return say_dead (turn, trouble, error);
  arrival.link = guest.link;
  arrival.person_id = guest.person == NULL ? NULL : foyer_record_get_id (guest.person);
  arrival.client_id = guest.person == NULL ? foyer_portal_link_get_client_id (guest.link)
                                           : foyer_portal_person_get_client_id (guest.person);
  return foyer_site_stay_come_in (turn, &arrival, error);
}

static FoyerHttpResponse *
use_mailed_link (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerMailedLink) mailed
      = foyer_mailed_links_use (transaction->database, transaction->organisation, turn->argument,
                                FOYER_MAILED_SIGN_IN, transaction->now, &failure);

  return let_in (turn, mailed, FOYER_SIGN_IN_EMAIL_LINK, failure, error);
}

/* The button of the confirmation says so; the one of the page for dead links asks for a fresh link. */
FoyerHttpResponse *
foyer_site_answer_mailed_link (FoyerSiteTurn *turn, GError **error)
{
  if (foyer_site_turn_field (turn, "confirm") != NULL)
    return use_mailed_link (turn, error);
  return foyer_site_ask_fresh_link (turn, FOYER_SECRET_SIGN_IN, error);
}

/* --- The code in the mail --- */

static FoyerHttpResponse *
say_too_often (FoyerSiteTurn *turn, const char *address)
{
  FoyerHttpResponse *response = show_sent (turn, address, FOYER_PROBLEM_LOCKED, 0);

  response->status = 429;
  foyer_http_response_set_header (response, "Retry-After", "600");
  return response;
}

static gboolean
note_wrong_code (FoyerSiteTurn *turn, const char *address, guint left, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  FoyerSignInNote note = { .method = FOYER_SIGN_IN_EMAIL_CODE,
                           .outcome = left == 0 ? FOYER_SIGN_IN_EVENT_LOCKED : FOYER_SIGN_IN_EVENT_WRONG,
                           .email = address,
                           .agent = agent,
                           .remote = turn->credentials->remote };

  return foyer_sign_in_note_write (turn->transaction, &note, error);
}

/* The request that was guessed at is over, and the link of its mail with it (L12). */
static FoyerHttpResponse *
refuse_code (FoyerSiteTurn *turn, const char *address, guint left, GBytes *link, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autoptr (FoyerMailedLink) killed = NULL;
  g_autoptr (GError) failure = NULL;

  if (link != NULL)
    killed = foyer_mailed_links_use_hash (transaction->database, transaction->organisation, link,
                                          transaction->now, &failure);
  if (failure != NULL && !g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (!note_wrong_code (turn, address, left, error))
    return NULL;
  return left == 0 ? say_too_often (turn, address) : show_sent (turn, address, FOYER_PROBLEM_CODE, left);
}

FoyerHttpResponse *
foyer_site_take_code (FoyerSiteTurn *turn, GError **error)
{
  FoyerTransaction *transaction = turn->transaction;
  g_autofree char *address = NULL;
  g_autofree char *secret = foyer_request_cookie_read (turn->request, &address);
  g_autofree char *code = foyer_site_turn_digits (turn, "code");
  g_autoptr (FoyerMailedLink) mailed = NULL;
  g_autoptr (GBytes) link = NULL;
  g_autoptr (GError) failure = NULL;
  guint left;

  if (secret == NULL || !is_address (address))
    return foyer_site_turn_go ("/sign-in");
  if (!foyer_rate_table_take_network (turn->context->remotes, turn->credentials->remote))
    return foyer_site_flood_refuse (turn, FOYER_SIGN_IN_EMAIL_CODE, error);
  if (!foyer_door_requests_try (transaction->database, transaction->organisation, secret, code,
                                transaction->now, &left, &link, &failure)) {
    if (failure == NULL)
      return refuse_code (turn, address, left, link, error);
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  mailed = foyer_mailed_links_use_hash (transaction->database, transaction->organisation, link,
                                        transaction->now, &failure);
  return let_in (turn, mailed, FOYER_SIGN_IN_EMAIL_CODE, failure, error);
}
