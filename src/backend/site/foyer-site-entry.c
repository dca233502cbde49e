/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-entry.c - ways into a portal and out of it */

#include "site/foyer-site-turn.h"

#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-secret.h"
#include "foyer-field-check.h"
#include "foyer-portal-entry.h"
#include "site/foyer-session-cookie.h"
#include "site/foyer-site-stay.h"
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
come_in (FoyerSiteTurn *turn, FoyerRecord *link, GError **error)
{
  FoyerPortalViewer viewer = { .client_id = foyer_portal_link_get_client_id (link),
                               .person_id = foyer_portal_link_get_person_id (link),
                               .link_id = foyer_record_get_id (link),
                               .scopes = FOYER_ALL_SCOPES,
                               .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (FoyerPortalAccess) access
      = foyer_portal_access_new (turn->transaction->source, &viewer, turn->settings, error);
  FoyerHttpResponse *response;
  gint64 seconds;
  char *cookie;

  if (access == NULL)
    return NULL;
  if (access->state != FOYER_PORTAL_OPEN)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  cookie = foyer_site_stay_begin (turn, link, access, &seconds, error);
  if (cookie == NULL)
    return NULL;
  response = foyer_site_turn_go ("/");
  foyer_session_cookie_set (response, cookie, seconds);
  foyer_secret_free (cookie);
  return response;
}

/* Opening a link is a sign-in. A look at its head alone opens nothing (L08). */
FoyerHttpResponse *
foyer_site_open_link (FoyerSiteTurn *turn, GError **error)
{
  gboolean asks_first = FALSE;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) link = find_link (turn, &asks_first, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (link == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  /* Until there is a page that checks the bearer (X2), a link that asks for it lets nobody in by itself. */
  if (asks_first)
    return foyer_site_turn_go ("/sign-in");
  if (strcmp (turn->request->method, "HEAD") == 0)
    return foyer_site_turn_go ("/");
  return come_in (turn, link, error);
}

/* The same answer for every secret, after the same work: none (000-17). */
FoyerHttpResponse *
foyer_site_send_fresh_link (FoyerSiteTurn *turn, GError **error)
{
  return foyer_site_turn_show_kind (turn, FOYER_PAGE_LINK_SENT);
}

/* --- Sign-in by mail --- */

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

/* Nobody learns here whether an address is known: it is not even looked for (L05, L07). */
FoyerHttpResponse *
foyer_site_take_address (FoyerSiteTurn *turn, GError **error)
{
  const char *typed = foyer_site_turn_field (turn, "email");
  g_autofree char *address = g_strstrip (g_strdup (typed == NULL ? "" : typed));
  FoyerPageRequest again = { .kind = FOYER_PAGE_SIGN_IN, .problem = FOYER_PROBLEM_ADDRESS };
  FoyerHttpResponse *response;

  if (!foyer_portal_settings_get_access_email_link (turn->settings))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (!is_address (address))
    return foyer_site_turn_show_with (turn, &again, FOYER_SLOT_ADDRESS, address);
  response = foyer_site_turn_go ("/sign-in/sent");
  foyer_address_cookie_set (response, address);
  return response;
}

FoyerHttpResponse *
foyer_site_say_sent (FoyerSiteTurn *turn, GError **error)
{
  g_autofree char *address = foyer_address_cookie_read (turn->request);
  FoyerPageRequest page = { .kind = FOYER_PAGE_CHECK_MAIL };

  if (address == NULL || !is_address (address))
    return foyer_site_turn_go ("/sign-in");
  return foyer_site_turn_show_with (turn, &page, FOYER_SLOT_ADDRESS, address);
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
