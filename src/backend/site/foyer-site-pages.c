/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-pages.c - pages that only show, the steps of booking, and the files that pages name */

#include "site/foyer-site-steps.h"

#include "foyer-json.h"

/* The names of files change with their bytes, so nobody needs to ask for one twice. */
#define FOR_EVER "public, max-age=31536000, immutable"

FoyerHttpResponse *
foyer_site_show_page (FoyerSiteTurn *turn, GError **error)
{
  FoyerPageRequest request = foyer_site_turn_ask (turn, turn->route->page);

  return foyer_site_turn_add (turn, &request, error) ? foyer_site_turn_show_and_remember (turn, &request)
                                                     : NULL;
}

FoyerHttpResponse *
foyer_site_send_file (FoyerSiteTurn *turn, GError **error)
{
  FoyerPortalLook look = foyer_site_turn_look (turn);
  const char *content_type = NULL;
  g_autoptr (GBytes) bytes = foyer_portal_look_file (&look, turn->view, turn->request->path, &content_type);
  FoyerHttpResponse *response;

  if (bytes == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  response = foyer_http_response_new (200, content_type, g_steal_pointer (&bytes));
  foyer_http_response_set_header (response, "Cache-Control", FOR_EVER);
  return response;
}

/* --- Steps of booking --- */

static gboolean
is_known_or_missing (FoyerSiteTurn *turn, const char *list, const char *id)
{
  return id == NULL || foyer_portal_view_find (turn->view, list, id) != NULL;
}

gboolean
foyer_site_steps_are_own (FoyerSiteTurn *turn)
{
  const char *property = foyer_site_turn_field (turn, "property");

  return is_known_or_missing (turn, "services", foyer_site_turn_field (turn, "service"))
         && (g_strcmp0 (property, FOYER_NO_PROPERTY) == 0
             || is_known_or_missing (turn, "properties", property));
}

static gboolean
lacks_property (FoyerSiteTurn *turn, const FoyerPageRequest *request)
{
  JsonObject *offer = foyer_json_object_object (turn->view, "offer");

  if (g_strcmp0 (request->property_id, FOYER_NO_PROPERTY) == 0)
    return foyer_json_object_boolean (offer, "needsProperty", FALSE);
  return request->property_id == NULL;
}

gboolean
foyer_site_steps_lack_choice (FoyerSiteTurn *turn, const FoyerPageRequest *request)
{
  return request->service_id == NULL
         || (request->kind != FOYER_PAGE_BOOK_PROPERTY && lacks_property (turn, request));
}

FoyerHttpResponse *
foyer_site_take_step (FoyerSiteTurn *turn, GError **error)
{
  FoyerPageRequest request = foyer_site_turn_ask (turn, turn->route->page);

  if (!foyer_site_steps_are_own (turn))
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  if (foyer_site_steps_lack_choice (turn, &request))
    request.problem = FOYER_PROBLEM_CHOICE;
  return foyer_site_turn_add (turn, &request, error) ? foyer_site_turn_show (turn, &request) : NULL;
}
