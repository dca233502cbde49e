/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site.c - the portal site: from a request to a page */

#include "site/foyer-site.h"

#include "accounts/foyer-accounts.h"

#include <string.h>

#define LINK_PREFIX "/l/"

static FoyerHttpResponse *
answer_plain (guint status, const char *text)
{
  return foyer_http_response_new_text (status, "text/plain; charset=utf-8", g_strdup (text));
}

FoyerHttpResponse *
foyer_site_handle (FoyerSiteContext *context,
                   const FoyerCredentials *credentials,
                   const FoyerHttpRequest *request)
{
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (context->database, context->slug, NULL);

  if (account == NULL)
    return answer_plain (421, "There is no portal at this address\n");
  if (strcmp (request->path, "/") == 0)
    return answer_plain (200, "Client portal\n");
  return answer_plain (404, "Not found\n");
}

gboolean
foyer_site_is_write (const FoyerHttpRequest *request)
{
  return strcmp (request->method, "POST") == 0
         || (strcmp (request->method, "GET") == 0 && g_str_has_prefix (request->path, LINK_PREFIX));
}
