/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-fixes.c - what is fixed from a preview, and what comes of it */

#include "foyer-preview-fixes.h"

#include "foyer-connections-window.h"

#include <glib/gi18n-lib.h>

/* The act names no record: taking it back would go there, and what was fixed is looked at here. */
static void
on_acted (FoyerAreaPage *page, const FoyerAct *act)
{
  g_autoptr (FoyerAct) here = foyer_act_copy (act);

  g_clear_pointer (&here->record_id, g_free);
  foyer_area_page_report_act (page, here);
}

static void
on_open_setting (FoyerAreaPage *page, const char *key)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (foyer_connections_window_knows (key))
    gtk_window_present (foyer_connections_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, key));
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.show-setting", "s", key);
}

static void
on_open_outbox (FoyerAreaPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-area", "s", "outbox");
}

static void
on_sync_now (FoyerAreaPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.sync", NULL);
}

static void
on_copy (FoyerAreaPage *page, const char *sentence)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), sentence);
  foyer_area_page_say (page, _ ("Copied"));
}

static const struct {
  const char *signal;
  GCallback handler;
} handlers[] = {
  { "acted", G_CALLBACK (on_acted) },
  { "said", G_CALLBACK (foyer_area_page_say) },
  { "open-record", G_CALLBACK (foyer_area_page_go_to) },
  { "open-setting", G_CALLBACK (on_open_setting) },
  { "open-outbox", G_CALLBACK (on_open_outbox) },
  { "sync-now", G_CALLBACK (on_sync_now) },
  { "copy", G_CALLBACK (on_copy) },
};

FoyerRemedyVerbs *
foyer_preview_fixes_new (FoyerAreaPage *page)
{
  FoyerRemedyVerbs *verbs = foyer_remedy_verbs_new (GTK_WIDGET (page));

  g_object_bind_property (page, "undo-seconds", verbs, "undo-seconds", G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (verbs, handlers[i].signal, handlers[i].handler, page, G_CONNECT_SWAPPED);
  return verbs;
}
