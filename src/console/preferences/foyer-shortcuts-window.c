/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-shortcuts-window.c - all keys, made from the table of keys */

#include "foyer-shortcuts-window.h"

#include "foyer-keys.h"

#include <glib/gi18n-lib.h>

struct _FoyerShortcutsWindow {
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (FoyerShortcutsWindow, foyer_shortcuts_window, ADW_TYPE_WINDOW)

static void
add_trigger (GtkWidget *row, const char *trigger)
{
  g_autofree char *text = foyer_key_label (trigger);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "foyer-key");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* Returns %NULL if the key has no trigger to show. */
static GtkWidget *
create_row (const FoyerKey *key, gboolean letters)
{
  GtkWidget *row = NULL;
  g_auto (GStrv) triggers = g_strsplit (key->triggers, " ", -1);

  for (guint i = 0; triggers[i] != NULL; i++) {
    if (!letters && foyer_key_is_letter (triggers[i]))
      continue;
    if (row == NULL) {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (key->title));
    }
    add_trigger (row, triggers[i]);
  }
  return row;
}

static void
add_group (FoyerShortcutsWindow *self, FoyerKeyScope scope, gboolean letters)
{
  AdwPreferencesGroup *group = NULL;
  guint n_keys;
  const FoyerKey *keys = foyer_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++) {
    GtkWidget *row = keys[i].scope == scope ? create_row (&keys[i], letters) : NULL;

    if (row == NULL)
      continue;
    if (group == NULL) {
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, foyer_key_scope_title (scope));
      adw_preferences_page_add (self->page, group);
    }
    adw_preferences_group_add (group, row);
  }
}

static void
foyer_shortcuts_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SHORTCUTS_WINDOW);
  G_OBJECT_CLASS (foyer_shortcuts_window_parent_class)->dispose (object);
}

static void
foyer_shortcuts_window_class_init (FoyerShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_shortcuts_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerShortcutsWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_shortcuts_window_init (FoyerShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
foyer_shortcuts_window_new (GtkWindow *parent, gboolean letters)
{
  FoyerShortcutsWindow *self = g_object_new (FOYER_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);

  for (guint scope = 0; scope < FOYER_N_KEY_SCOPES; scope++)
    add_group (self, (FoyerKeyScope) scope, letters);
  return GTK_WINDOW (self);
}
