/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"
#include "oauth/foyer-oauth-request.h"

G_BEGIN_DECLS

/**
 * FoyerOauthTyped:
 * @organisation: (nullable)
 * @user: (nullable)
 *
 * What somebody has typed before and need not type again.
 */
typedef struct {
  const char *organisation;
  const char *user;
} FoyerOauthTyped;

/**
 * foyer_oauth_page_sign_in:
 * @typed: (nullable): of a form that came back, which then says that the sign-in did not work
 *
 * Returns: (transfer full): the page at which staff sign in
 */
FoyerHttpResponse *foyer_oauth_page_sign_in (const FoyerOauthRequest *request, const FoyerOauthTyped *typed);

/**
 * foyer_oauth_page_problem:
 * @text: what is wrong and what to do
 *
 * Returns: (transfer full): a page that says so
 */
FoyerHttpResponse *foyer_oauth_page_problem (guint status, const char *text);

/**
 * foyer_oauth_page_static:
 *
 * Returns: (transfer full) (nullable): the file that these pages name by @path
 */
FoyerHttpResponse *foyer_oauth_page_static (const char *path);

G_END_DECLS
