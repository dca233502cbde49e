/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-live-preview.c - the portal beside its settings */

#include "foyer-live-preview.h"

#include "foyer-preview-pane.h"

static const struct {
  const char *page;    /* of Configuration */
  const char *address; /* what it is about; `/` for all others */
} places[] = {
  { "booking", "/book" },          { "sign-in", "/sign-in" }, { "wording", "/quotes" },
  { "notifications", "/profile" }, { "texts", "/profile" },   { "documents", "/documents" },
};

static const char *
find_address (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (g_strcmp0 (places[i].page, page) == 0)
      return places[i].address;
  }
  return "/";
}

static void
on_notify_page_name (FoyerConfigurationPage *page)
{
  GtkWidget *pane = foyer_configuration_page_get_beside (page);
  g_autofree char *name = NULL;

  g_object_get (page, "page-name", &name, NULL);
  /* Who looks for a setting keeps the page that they had. */
  if (pane != NULL && name != NULL)
    foyer_preview_pane_show (FOYER_PREVIEW_PANE (pane), find_address (name));
}

static void
on_notify_live_preview (FoyerConfigurationPage *page)
{
  FoyerDesk *desk = foyer_area_page_get_desk (FOYER_AREA_PAGE (page));
  GtkWidget *pane = foyer_configuration_page_get_beside (page);
  gboolean is_wanted;

  g_object_get (page, "live-preview", &is_wanted, NULL);
  if (is_wanted && pane == NULL && desk != NULL) {
    foyer_configuration_page_set_beside (page, foyer_preview_pane_new (desk));
    on_notify_page_name (page);
  } else if (!is_wanted && pane != NULL) {
    foyer_preview_pane_stop (FOYER_PREVIEW_PANE (pane));
    foyer_configuration_page_set_beside (page, NULL);
  }
}

void
foyer_live_preview_follow (FoyerConfigurationPage *page)
{
  g_signal_connect (page, "notify::live-preview", G_CALLBACK (on_notify_live_preview), NULL);
  g_signal_connect (page, "notify::page-name", G_CALLBACK (on_notify_page_name), NULL);
}
