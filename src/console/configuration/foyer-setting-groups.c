/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-groups.c - the settings and panels that are shown */

#include "foyer-setting-groups.h"

#include "foyer-setting-panels.h"
#include "foyer-setting-row.h"
#include "foyer-setting-words.h"
#include "foyer-settings-draft.h"

#include "foyer-settings-change.h"

#include <glib/gi18n-lib.h>

struct _FoyerSettingGroups {
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *rows;   /* of FoyerSettingRow, not owned */
  GPtrArray *panels; /* of FoyerSettingPanel, not owned */

  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  char *lock;      /* (nullable): why nothing may be changed */
  gboolean may_publish;
};

G_DEFINE_FINAL_TYPE (FoyerSettingGroups, foyer_setting_groups, ADW_TYPE_BIN)

enum { ACTED, SAID, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_acted (FoyerSettingGroups *self, const FoyerAct *act)
{
  g_signal_emit (self, signals[ACTED], 0, act);
}

static void
on_said (FoyerSettingGroups *self, const char *sentence)
{
  g_signal_emit (self, signals[SAID], 0, sentence);
}

static void
clear (FoyerSettingGroups *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++)
    foyer_setting_row_stop (self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->panels->len; i++)
    foyer_setting_panel_stop (self->panels->pdata[i]);
  g_ptr_array_set_size (self->panels, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
add_row (FoyerSettingGroups *self, AdwPreferencesGroup *group, const FoyerField *field)
{
  GtkWidget *row = foyer_setting_row_new (self->desk, field, self->lock);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

/* @title: (nullable) */
static AdwPreferencesGroup *
add_group (FoyerSettingGroups *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  if (title != NULL)
    adw_preferences_group_set_title (group, title);
  gtk_box_append (self->box, GTK_WIDGET (group));
  return group;
}

/* --- A page --- */

static void
add_panels (FoyerSettingGroups *self, const FoyerSettingPage *page, gint64 hold, gboolean is_below)
{
  guint n;
  const FoyerSettingPanelPlace *places = foyer_setting_panel_places (&n);

  for (guint i = 0; i < n; i++) {
    FoyerSettingPanel *panel;

    if (places[i].is_below != is_below || !g_str_equal (places[i].page, page->name))
      continue;
    panel = g_object_new (places[i].get_type (), NULL);
    g_signal_connect_object (panel, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (panel, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
    gtk_box_append (self->box, GTK_WIDGET (panel));
    g_ptr_array_add (self->panels, panel);
    foyer_setting_panel_set_hold (panel, hold);
    foyer_setting_panel_start (panel, self->desk, self->lock, self->may_publish);
  }
}

void
foyer_setting_groups_show_page (FoyerSettingGroups *self, const FoyerSettingPage *page, gint64 hold)
{
  g_return_if_fail (FOYER_IS_SETTING_GROUPS (self));

  clear (self);
  if (self->desk == NULL)
    return;
  add_panels (self, page, hold, FALSE);
  for (const FoyerSettingGroup *group = page->groups; group->keys[0] != NULL; group++) {
    AdwPreferencesGroup *box = add_group (self, group->title == NULL ? NULL : _ (group->title));

    for (guint i = 0; group->keys[i] != NULL; i++)
      add_row (self, box, foyer_settings_find_field (group->keys[i]));
  }
  add_panels (self, page, hold, TRUE);
}

/* --- What somebody looks for --- */

static gboolean
is_wanted (FoyerSettingGroups *self, const FoyerField *field, const char *sought)
{
  return sought == NULL ? foyer_settings_draft_get (foyer_desk_get_draft (self->desk), field->name) != NULL
                        : foyer_setting_matches (field, sought);
}

static guint
add_found_rows (FoyerSettingGroups *self, const FoyerSettingPage *page, const char *sought)
{
  AdwPreferencesGroup *box = NULL;
  guint n_found = 0;

  for (const FoyerSettingGroup *group = page->groups; group->keys[0] != NULL; group++) {
    for (guint i = 0; group->keys[i] != NULL; i++) {
      const FoyerField *field = foyer_settings_find_field (group->keys[i]);

      if (!is_wanted (self, field, sought))
        continue;
      box = box == NULL ? add_group (self, _ (page->title)) : box;
      add_row (self, box, field);
      n_found++;
    }
  }
  return n_found;
}

/* What is no setting has no row; its page is led to. */
static guint
add_found_page (FoyerSettingGroups *self, const FoyerSettingPage *page, const char *sought)
{
  GtkWidget *row;

  if (sought == NULL || !foyer_setting_page_matches (page, sought))
    return 0;
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (page->title));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (page->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "configuration.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page->name);
  adw_preferences_group_add (add_group (self, NULL), row);
  return 1;
}

void
foyer_setting_groups_show_found (FoyerSettingGroups *self, const char *sought)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);
  guint n_found = 0;

  g_return_if_fail (FOYER_IS_SETTING_GROUPS (self));

  clear (self);
  for (guint i = 0; self->desk != NULL && i < n_pages; i++)
    n_found += add_found_rows (self, &pages[i], sought) + add_found_page (self, &pages[i], sought);
  if (n_found == 0)
    add_group (self, sought == NULL ? _ ("No setting is changed") : _ ("No setting has to do with this"));
}

void
foyer_setting_groups_look_at (FoyerSettingGroups *self, const char *key)
{
  g_return_if_fail (FOYER_IS_SETTING_GROUPS (self));

  for (guint i = 0; i < self->rows->len; i++) {
    if (g_str_equal (foyer_setting_row_get_field (self->rows->pdata[i])->name, key))
      gtk_widget_child_focus (self->rows->pdata[i], GTK_DIR_TAB_FORWARD);
  }
}

/* --- The object --- */

static void
foyer_setting_groups_dispose (GObject *object)
{
  foyer_setting_groups_stop (FOYER_SETTING_GROUPS (object));
  G_OBJECT_CLASS (foyer_setting_groups_parent_class)->dispose (object);
}

static void
foyer_setting_groups_finalize (GObject *object)
{
  FoyerSettingGroups *self = FOYER_SETTING_GROUPS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->panels);
  g_free (self->lock);
  G_OBJECT_CLASS (foyer_setting_groups_parent_class)->finalize (object);
}

static void
foyer_setting_groups_class_init (FoyerSettingGroupsClass *klass)
{
  GType type = FOYER_TYPE_SETTING_GROUPS;

  G_OBJECT_CLASS (klass)->dispose = foyer_setting_groups_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_setting_groups_finalize;
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 FOYER_TYPE_ACT | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
foyer_setting_groups_init (FoyerSettingGroups *self)
{
  self->rows = g_ptr_array_new ();
  self->panels = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
foyer_setting_groups_start (FoyerSettingGroups *self, FoyerDesk *desk, const char *lock, gboolean may_publish)
{
  g_return_if_fail (FOYER_IS_SETTING_GROUPS (self) && self->desk == NULL);

  self->desk = desk;
  self->lock = g_strdup (lock);
  self->may_publish = may_publish;
}

void
foyer_setting_groups_stop (FoyerSettingGroups *self)
{
  g_return_if_fail (FOYER_IS_SETTING_GROUPS (self));

  if (self->desk == NULL)
    return;
  clear (self);
  self->desk = NULL;
  g_clear_pointer (&self->lock, g_free);
}
