/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-flood.c - what stops those who ask too often */

#include "site/foyer-site-flood.h"

#include "site/foyer-sign-in-note.h"
#include "site/foyer-site-notice.h"

#include <string.h>

static FoyerHttpResponse *
refuse (FoyerSiteLimit limit)
{
  return foyer_site_notice_wait (foyer_site_limits_wait (limit));
}

static gboolean
is_post (FoyerSiteTurn *turn)
{
  return strcmp (turn->request->method, "POST") == 0;
}

FoyerHttpResponse *
foyer_site_flood_check_gate (FoyerSiteTurn *turn)
{
  FoyerSiteContext *context = turn->context;
  const char *remote = turn->credentials->remote;

  if (turn->argument != NULL && !foyer_site_limits_has (context->limits, FOYER_LIMIT_SECRETS, remote))
    return refuse (FOYER_LIMIT_SECRETS);
  if (!is_post (turn))
    return NULL;
  /* At the other doors their handlers count the network, after they have seen whether the door is there. */
  if (turn->argument != NULL && !foyer_rate_table_take_network (context->remotes, remote))
    return foyer_site_notice (429);
  if (remote != NULL && !foyer_site_limits_take (context->limits, FOYER_LIMIT_DOORS, turn->account->id))
    return refuse (FOYER_LIMIT_DOORS);
  return NULL;
}

FoyerHttpResponse *
foyer_site_flood_check_form (FoyerSiteTurn *turn)
{
  /* Whoever wants to go may always go. */
  if (turn->route->handle == foyer_site_sign_out)
    return NULL;
  if (!foyer_site_turn_may_wish (turn, FOYER_LIMIT_FORMS))
    return refuse (FOYER_LIMIT_FORMS);
  if (foyer_site_turn_count_files (turn) > 0 && !foyer_site_turn_may_wish (turn, FOYER_LIMIT_UPLOADS))
    return refuse (FOYER_LIMIT_UPLOADS);
  return NULL;
}

void
foyer_site_flood_learn (FoyerSiteTurn *turn, const FoyerHttpResponse *response)
{
  if (turn->route != NULL && turn->route->access == FOYER_SITE_GATE && turn->argument != NULL
      && response->status == 404)
    foyer_site_limits_take (turn->context->limits, FOYER_LIMIT_SECRETS, turn->credentials->remote);
}

/* One note and no more: whoever floods the door must not flood the log of it. */
static gboolean
note (FoyerSiteTurn *turn, FoyerSignInMethod method, const char *address, GError **error)
{
  g_autofree char *agent = foyer_sign_in_note_agent (turn->request);
  const FoyerSignInNote event = { .method = method,
                                  .outcome = FOYER_SIGN_IN_EVENT_RATE_LIMITED,
                                  .email = address,
                                  .agent = agent,
                                  .remote = turn->credentials->remote };
  const char *key = address == NULL ? turn->credentials->remote : address;

  return !foyer_site_limits_take (turn->context->limits, FOYER_LIMIT_NOTES, key)
         || foyer_sign_in_note_write (turn->transaction, &event, error);
}

FoyerHttpResponse *
foyer_site_flood_refuse (FoyerSiteTurn *turn, FoyerSignInMethod method, GError **error)
{
  return note (turn, method, NULL, error) ? foyer_site_notice (429) : NULL;
}

gboolean
foyer_site_flood_note (FoyerSiteTurn *turn, FoyerSignInMethod method, const char *address, GError **error)
{
  return note (turn, method, address, error);
}
