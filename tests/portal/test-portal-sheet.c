/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-sheet.c - a business's own style sheet stands on the pages of clients, and never where they sign in, pay or sign (000-60) */

#include "foyer-portal-cases.h"

#include "foyer-portal-sheet.h"
#include "types/portal_settings.h"

#include <string.h>

#define SHEET "{\"brand.css\": \"p { color: #123456; }\"}"
#define LINK "<link rel=\"stylesheet\" href=\"/static/sheet-"

/* Whoever may change the style could else move a price or a promise out of sight, or ask for a password of its own. */
static const FoyerPageKind without[] = {
  FOYER_PAGE_SIGN_IN,      FOYER_PAGE_CHECK_MAIL,  FOYER_PAGE_CONFIRM,     FOYER_PAGE_DEAD_LINK,
  FOYER_PAGE_LINK_SENT,    FOYER_PAGE_PHONE_CHECK, FOYER_PAGE_INVITE,      FOYER_PAGE_JOIN,
  FOYER_PAGE_ERROR,        FOYER_PAGE_NOT_FOUND,   FOYER_PAGE_UNAVAILABLE, FOYER_PAGE_LOOK_ONLY,
  FOYER_PAGE_SET_PASSWORD, FOYER_PAGE_INVOICE,     FOYER_PAGE_QUOTE,       FOYER_PAGE_DOCUMENT,
};

static gboolean
is_without (FoyerPageKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (without); i++) {
    if (without[i] == kind)
      return TRUE;
  }
  return FALSE;
}

static char *
make (const FoyerPortalCase *the_case, const char *settings, FoyerPageKind *made)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerPortalPage) page = NULL;

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", settings);
  page = foyer_portal_case_page (sample, the_case, made);
  return foyer_portal_case_text (page);
}

static void
test_where_it_stands (void)
{
  guint n_with = 0;
  guint n_without = 0;

  for (guint i = 0; i < foyer_n_portal_cases; i++) {
    FoyerPageKind kind = foyer_portal_cases[i].request.kind;
    g_autofree char *html = make (&foyer_portal_cases[i], SHEET, &kind);
    const char *link = strstr (html, LINK);

    if ((link == NULL) != is_without (kind))
      g_error ("%s: %s", foyer_portal_cases[i].name, link == NULL ? "has no sheet" : "has the sheet");
    if (link == NULL) {
      n_without++;
      continue;
    }
    n_with++;
    /* The last, so that it is above all others. */
    g_assert_null (strstr (link + strlen (LINK), "rel=\"stylesheet\""));
    g_assert_null (strstr (html, "type=\"password\""));
  }
  g_assert_cmpuint (n_with, >, 50);
  g_assert_cmpuint (n_without, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portal/sheet/where-it-stands", test_where_it_stands);
  return g_test_run ();
}
