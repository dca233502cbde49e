/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-look.c - staff look at a portal in a browser: they see what a client sees, and can do nothing */

#include "site/foyer-site-look.h"

#include "accounts/foyer-secret.h"
#include "site/foyer-session-cookie.h"
#include "types/staff_member.h"

#include <string.h>

/* --- Who looks --- */

/* Whoever is no longer of the staff, or has signed out at that console, looks no further (A13). */
static gboolean
is_still_staff (FoyerSiteTurn *turn, const FoyerStaffLook *look, char **name, GError **error)
{
  FoyerDatabase *database = turn->transaction->database;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) staff
      = foyer_accounts_get_staff (database, look->organisation, look->staff_id, &failure);

  *name = NULL;
  if (staff != NULL && foyer_accounts_check_device (database, look->organisation, look->device_id, &failure))
    *name = g_strdup (foyer_staff_member_get_name (staff));
  if (failure == NULL || g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_look (FoyerSiteTurn *turn, const char *secret, FoyerStaffLook **look, char **name, GError **error)
{
  g_autoptr (FoyerStaffLook) found = NULL;

  *look = NULL;
  *name = NULL;
  if (!foyer_staff_looks_find (turn->transaction->database, turn->transaction->organisation, secret,
                               turn->transaction->now, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  if (!is_still_staff (turn, found, name, error))
    return FALSE;
  if (*name != NULL)
    *look = g_steal_pointer (&found);
  return TRUE;
}

gboolean
foyer_site_look_find (FoyerSiteTurn *turn, GError **error)
{
  if (!find_look (turn, turn->credentials->look, &turn->look, &turn->watcher, error))
    return FALSE;
  if (turn->look != NULL)
    turn->viewer = (FoyerPortalViewer){ .client_id = turn->look->client_id,
                                        .person_id = turn->look->person_id,
                                        .link_id = turn->look->link_id,
                                        .scopes = FOYER_ALL_SCOPES,
                                        .permissions = FOYER_ALL_PERMISSIONS };
  return TRUE;
}

/* --- The way in and out --- */

FoyerHttpResponse *
foyer_site_look_open (FoyerSiteTurn *turn, GError **error)
{
  g_autoptr (FoyerStaffLook) look = NULL;
  g_autofree char *name = NULL;
  FoyerHttpResponse *response;

  if (!find_look (turn, turn->argument, &look, &name, error))
    return NULL;
  if (look == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_DEAD_LINK);
  response = foyer_site_turn_go (look->page);
  foyer_look_cookie_set (response, turn->argument, look->expires_at - turn->transaction->now);
  return response;
}

FoyerHttpResponse *
foyer_site_end_look (FoyerSiteTurn *turn, GError **error)
{
  FoyerHttpResponse *response;

  if (turn->credentials->look != NULL
      && !foyer_staff_looks_end (turn->transaction->database, turn->transaction->organisation,
                                 turn->credentials->look, error))
    return NULL;
  response = foyer_site_turn_go ("/sign-in");
  if (turn->credentials->look != NULL)
    foyer_look_cookie_clear (response);
  return response;
}

/* --- What they see --- */

/* Whether it is a file that goes with a page. None of these writes anything. */
static gboolean
is_file (const FoyerSiteRoute *route)
{
  const FoyerSiteHandler files[]
      = { foyer_site_send_file,     foyer_site_send_photo,      foyer_site_send_print,
          foyer_site_send_document, foyer_site_send_attachment, foyer_site_send_calendar };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    if (route->handle == files[i])
      return TRUE;
  }
  return FALSE;
}

static FoyerHttpResponse *
show_page (FoyerSiteTurn *turn, GError **error)
{
  static const char *const nothing[FOYER_N_PAGE_SLOTS] = { NULL };
  FoyerPortalLook look = foyer_site_turn_look (turn);
  const char *query = turn->request->query;
  g_autofree char *address
      = query == NULL ? g_strdup (turn->request->path) : g_strconcat (turn->request->path, "?", query, NULL);
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page = foyer_portal_look_page (&look, address, NULL, &made, error);

  if (page == NULL)
    return NULL;
  return foyer_http_response_new (foyer_page_status (made), "text/html; charset=utf-8",
                                  foyer_portal_page_fill_all (page, nothing));
}

FoyerHttpResponse *
foyer_site_look_answer (FoyerSiteTurn *turn, GError **error)
{
  gboolean is_open = foyer_portal_view_get_state (turn->view) == FOYER_PORTAL_OPEN;

  if (strcmp (turn->request->method, "GET") != 0 && strcmp (turn->request->method, "HEAD") != 0)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_LOOK_ONLY);
  if (turn->route == NULL)
    return show_page (turn, error);
  if (turn->route->handle == foyer_site_end_look
      || foyer_secret_is_well_formed (turn->argument, FOYER_SECRET_LOOK))
    return turn->route->handle (turn, error);
  /* Whose link that is would come in by it. */
  if (turn->route->access == FOYER_SITE_GATE && turn->argument != NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_LOOK_ONLY);
  if (is_file (turn->route) && (is_open || turn->route->access == FOYER_SITE_FILE))
    return turn->route->handle (turn, error);
  return show_page (turn, error);
}
