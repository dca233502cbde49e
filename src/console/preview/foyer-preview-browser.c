/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-browser.c - the page of a preview in a browser, by a link of the server */

#include "foyer-preview-browser.h"

#include "foyer-json.h"
#include "foyer-refusal-words.h"

#include <glib/gi18n-lib.h>

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAreaPage) area = user_data;
  g_autoptr (GError) error = NULL;

  foyer_area_page_say (area, gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
                                 ? _ ("Opened in a browser for five minutes")
                                 : _ ("No browser could be opened"));
}

static void
on_link_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAreaPage) area = user_data;
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) answer
      = foyer_sync_engine_ask_finish (FOYER_SYNC_ENGINE (source), result, &refusal, &error);
  const char *url = answer == NULL ? NULL : foyer_json_object_text (answer, "url");
  g_autofree char *reason
      = refusal == NULL ? NULL : foyer_refusal_words (foyer_json_object_text (refusal, "description"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (area));

  /* Whatever a server says, nothing but a page of the web is opened. */
  if (url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")))
    gtk_show_uri_full (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, url, GDK_CURRENT_TIME, NULL, on_shown,
                       g_object_ref (area));
  else
    foyer_area_page_say (area, reason != NULL ? reason : _ ("The server gave no link"));
}

void
foyer_preview_browser_open (FoyerPreviewStage *stage, FoyerAreaPage *area)
{
  FoyerDesk *desk = foyer_area_page_get_desk (area);
  FoyerSyncEngine *engine = desk == NULL ? NULL : foyer_desk_get_engine (desk);
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_stage_make_scene (stage, FALSE);
  JsonObject *question;

  if (engine == NULL || !foyer_desk_is_online (desk)) {
    foyer_area_page_say (area, _ ("Opening it in a browser needs a connection"));
    return;
  }
  question = json_object_new ();
  json_object_set_object_member (question, "viewer", foyer_preview_scene_describe_viewer (scene));
  json_object_set_string_member (question, "page", foyer_preview_stage_get_address (stage));
  foyer_sync_engine_ask_async (engine, "Portal/open", question, NULL, on_link_ready, g_object_ref (area));
}
