/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sessions-page.c - where the viewer is signed in, and how to end it */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

static char *
name_device (FoyerPage *page, JsonObject *session)
{
  const char *browser = foyer_json_object_text (session, "browser");
  const char *system = foyer_json_object_text (session, "system");

  if (browser != NULL && system != NULL)
    return foyer_text_fill (foyer_page_say (page, "{browser} on {system}"), "browser", browser, "system",
                            system, NULL);
  if (browser != NULL || system != NULL)
    return g_strdup (browser != NULL ? browser : system);
  return g_strdup (foyer_page_say (page, "A browser"));
}

static void
write_times (FoyerPage *page, JsonObject *session)
{
  g_autofree char *started = foyer_page_moment (page, foyer_page_time (session, "started"));
  g_autofree char *seen = foyer_page_moment (page, foyer_page_time (session, "seen"));

  foyer_html_open (page->html, FOYER_TAG_SMALL, FOYER_NO_CLASS);
  foyer_page_sentence (page, foyer_page_say (page, "Signed in {started}, last active {seen}"), "started",
                       FOYER_PIECE_TEXT, started, "seen", FOYER_PIECE_TEXT, seen, NULL);
  foyer_html_close (page->html, FOYER_TAG_SMALL);
}

static void
write_end (FoyerPage *page, JsonObject *session, const char *device)
{
  g_autofree char *url = g_strdup_printf ("/sessions/%s/end", foyer_json_object_text (session, "id"));
  g_autofree char *text
      = foyer_text_fill (foyer_page_say (page, "Sign out of {device}"), "device", device, NULL);

  foyer_page_open_form (page, url, FOYER_CLASS ("fy-form"));
  foyer_page_submit (page, FOYER_SUBMIT_SMALL, text);
  foyer_page_close_form (page);
}

/* A row that leads nowhere, with a form at its end. */
static void
write_session (FoyerPage *page, JsonObject *session)
{
  FoyerHtml *html = page->html;
  gboolean is_here = foyer_json_object_boolean (session, "here", FALSE);
  g_autofree char *device = name_device (page, session);

  foyer_html_open (html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-row"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, FOYER_ICON_LOCK, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-row-main"));
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, device);
  write_times (page, session);
  if (is_here)
    foyer_page_pill (page, FOYER_TONE_OK, foyer_page_say (page, "This device"));
  foyer_html_close (html, FOYER_TAG_SPAN);
  if (!is_here)
    write_end (page, session, device);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_LI);
}

static void
write_end_others (FoyerPage *page)
{
  foyer_page_open_form (page, "/sessions/end-others", FOYER_CLASS ("fy-form"));
  foyer_page_submit (page, FOYER_SUBMIT_DANGER, foyer_page_say (page, "Sign out everywhere else"));
  foyer_page_close_form (page);
}

static void
write_lifetime (FoyerPage *page)
{
  JsonObject *sign_in = foyer_json_object_object (page->view, "signIn");
  gint64 hours = foyer_json_object_integer (sign_in, "hours", 72);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, hours);
  g_autofree char *text
      = foyer_text_fill (foyer_text_plural (page->language, "Devices are signed out after {count} hour.",
                                            "Devices are signed out after {count} hours.", (gulong) hours),
                         "count", count, NULL);

  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"), text);
}

void
foyer_page_write_sessions (FoyerPage *page)
{
  JsonArray *sessions = foyer_json_object_array (page->view, "sessions");
  guint n_sessions = sessions == NULL ? 0 : json_array_get_length (sessions);

  foyer_page_open_frame (page, FOYER_SECTION_HOME, foyer_page_say (page, "Where you are signed in"));
  foyer_page_head (page, "/", foyer_page_say (page, "Home"), foyer_page_say (page, "Where you are signed in"),
                   NULL, FOYER_TONE_NEUTRAL, NULL);
  foyer_page_open_section (page, "devices", foyer_page_say (page, "Devices"), NULL, NULL);
  for (guint i = 0; i < n_sessions; i++)
    write_session (page, json_array_get_object_element (sessions, i));
  foyer_page_close_section (page);
  if (n_sessions > 1)
    write_end_others (page);
  write_lifetime (page);
  foyer_page_close_frame (page, FOYER_SECTION_HOME);
}
