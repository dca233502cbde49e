/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-oauth-page.c - the pages of staff sign-in, in the look of the portal's gates */

#include "oauth/foyer-oauth-page.h"

#include "foyer-html.h"
#include "foyer-portal-static.h"

#include <string.h>

#define ROOM "/oauth"
#define FOREVER "public, max-age=31536000, immutable"

static void
write_link (FoyerHtml *html, const char *rel, FoyerPortalStatic file)
{
  g_autofree char *path = foyer_portal_static_path (file, FOYER_PALETTE_DEFAULT);
  g_autofree char *whole = g_strconcat (ROOM, path, NULL);

  foyer_html_open (html, FOYER_TAG_LINK, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_REL, rel);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, whole);
}

static void
write_meta (FoyerHtml *html, const char *name, const char *content)
{
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CONTENT, content);
}

static void
open_page (FoyerHtml *html, const char *title)
{
  foyer_html_open (html, FOYER_TAG_HTML, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_LANG, "en");
  foyer_html_open (html, FOYER_TAG_HEAD, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CHARSET, "utf-8");
  write_meta (html, "viewport", "width=device-width, initial-scale=1");
  write_meta (html, "color-scheme", "light dark");
  write_meta (html, "robots", "noindex");
  foyer_html_element (html, FOYER_TAG_TITLE, FOYER_NO_CLASS, title);
  write_link (html, "stylesheet", FOYER_STATIC_STYLE);
  write_link (html, "stylesheet", FOYER_STATIC_BRAND);
  write_link (html, "icon", FOYER_STATIC_MARK);
  foyer_html_close (html, FOYER_TAG_HEAD);
  foyer_html_open (html, FOYER_TAG_BODY, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-gate-strip"), NULL);
  foyer_html_open (html, FOYER_TAG_MAIN, FOYER_CLASS ("fy-gate"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "main");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_TABINDEX, -1);
}

static FoyerHttpResponse *
close_page (FoyerHtml *html, guint status)
{
  g_autoptr (FoyerPortalPage) page = NULL;

  foyer_html_close (html, FOYER_TAG_MAIN);
  foyer_html_close (html, FOYER_TAG_BODY);
  foyer_html_close (html, FOYER_TAG_HTML);
  page = foyer_html_finish (html);
  return foyer_http_response_new (status, "text/html; charset=utf-8",
                                  g_bytes_ref (foyer_portal_page_get_bytes (page)));
}

static void
write_hidden (FoyerHtml *html, const char *name, const char *value)
{
  if (value == NULL)
    return;
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "hidden");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, value);
}

typedef struct {
  const char *name;
  const char *label;
  const char *hint;
  const char *type;
  const char *autocomplete;
} Field;

static void
write_field (FoyerHtml *html, const Field *field, const char *value)
{
  g_autofree char *hint_id = g_strconcat (field->name, "-hint", NULL);

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, field->name);
  foyer_html_text (html, field->label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  if (field->hint != NULL) {
    foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-hint"));
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, hint_id);
    foyer_html_text (html, field->hint);
    foyer_html_close (html, FOYER_TAG_P);
  }
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, field->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, field->name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, field->type);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, field->autocomplete);
  if (field->hint != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY, hint_id);
  if (value != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, value);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_close (html, FOYER_TAG_DIV);
}

static void
write_failure (FoyerHtml *html)
{
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-note is-bad"));
  foyer_html_icon (html, FOYER_ICON_FAILED, FALSE);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_H2, FOYER_NO_CLASS, "That did not work");
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_NO_CLASS,
      "Check the organisation, the user name and the password. After several wrong tries it takes a "
      "quarter of an hour until the right ones work again.");
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_DIV);
}

static void
write_form (FoyerHtml *html, const FoyerOauthRequest *request, const FoyerOauthTyped *typed)
{
  static const Field organisation
      = { "organisation", "Organisation", "The first part of your portal’s address", "text", "organization" };
  static const Field user = { "user", "User name", NULL, "text", "username" };
  static const Field password = { "password", "Password", NULL, "password", "current-password" };

  foyer_html_open (html, FOYER_TAG_FORM, FOYER_CLASS ("fy-form"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_METHOD, "post");
  foyer_html_url (html, FOYER_ATTRIBUTE_ACTION, "/oauth/authorize");
  write_hidden (html, "response_type", "code");
  write_hidden (html, "client_id", FOYER_OAUTH_CLIENT);
  write_hidden (html, "redirect_uri", request->redirect_uri);
  write_hidden (html, "code_challenge", request->challenge);
  write_hidden (html, "code_challenge_method", "S256");
  write_hidden (html, "state", request->state);
  write_field (html, &organisation, typed == NULL ? NULL : typed->organisation);
  write_field (html, &user, typed == NULL ? NULL : typed->user);
  write_field (html, &password, NULL);
  foyer_html_open (html, FOYER_TAG_BUTTON, FOYER_CLASS ("fy-btn is-primary is-wide"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "submit");
  foyer_html_text (html, "Sign in");
  foyer_html_close (html, FOYER_TAG_BUTTON);
  foyer_html_close (html, FOYER_TAG_FORM);
}

FoyerHttpResponse *
foyer_oauth_page_sign_in (const FoyerOauthRequest *request, const FoyerOauthTyped *typed)
{
  FoyerHtml *html = foyer_html_new ();
  g_autofree char *origin = foyer_oauth_request_get_origin (request);
  g_autofree char *policy = NULL;
  FoyerHttpResponse *response;

  open_page (html, typed == NULL ? "Staff sign-in · Foyer" : "Error: Staff sign-in · Foyer");
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, "Staff sign-in");
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-lead"),
                      "Foyer on this computer asks to work with your organisation’s records.");
  foyer_html_close (html, FOYER_TAG_DIV);
  if (typed != NULL)
    write_failure (html);
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABEL, "Sign in");
  write_form (html, request, typed);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"),
                      "If you did not start this in Foyer yourself, close this page.");
  response = close_page (html, 200);
  /* Browsers hold the redirect after a form to the same list. */
  policy = g_strdup_printf ("default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self' %s; "
                            "frame-ancestors 'none'; base-uri 'none'",
                            origin);
  foyer_http_response_set_header (response, "Content-Security-Policy", policy);
  return response;
}

FoyerHttpResponse *
foyer_oauth_page_problem (guint status, const char *text)
{
  FoyerHtml *html = foyer_html_new ();

  open_page (html, "Error: Staff sign-in · Foyer");
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, "This sign-in cannot go on");
  foyer_html_element (html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_SECTION);
  return close_page (html, status);
}

FoyerHttpResponse *
foyer_oauth_page_static (const char *path)
{
  const char *type;
  GBytes *bytes;
  FoyerHttpResponse *response;

  if (!g_str_has_prefix (path, ROOM))
    return NULL;
  bytes = foyer_portal_static_find (path + strlen (ROOM), FOYER_PALETTE_DEFAULT, &type);
  if (bytes == NULL)
    return NULL;
  response = foyer_http_response_new (200, type, bytes);
  foyer_http_response_set_header (response, "Cache-Control", FOREVER);
  return response;
}
