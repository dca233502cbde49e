/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-configuration-page.c - every setting of the portal */

#include "foyer-configuration-page.h"

#include "foyer-banner.h"
#include "foyer-beside.h"
#include "foyer-keys.h"
#include "foyer-list-tab.h"
#include "foyer-publish-dialog.h"
#include "foyer-publish-watch.h"
#include "foyer-setting-groups.h"
#include "foyer-setting-page-row.h"
#include "foyer-setting-panels.h"
#include "foyer-setting-row.h"
#include "foyer-setting-words.h"
#include "foyer-settings-draft.h"
#include "foyer-settings-lock.h"
#include "foyer-split.h"
#include "foyer-sync-banner.h"

#include "foyer-settings.h"

#include <glib/gi18n-lib.h>

struct _FoyerConfigurationPage {
  FoyerAreaPage parent_instance;

  /* Template. */
  FoyerSplit *split;
  AdwBin *beside;
  GtkListBox *pages;
  FoyerSettingGroups *groups;
  GtkScrolledWindow *scrolled;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;

  FoyerDesk *desk; /* (nullable): not owned; %NULL before it has started and after it has stopped */
  GSimpleActionGroup *actions;
  GHashTable *lines; /* of page name to what its panel says of it, or %NULL; read when it is first shown */
  FoyerPublishWatch *watch; /* (nullable): with the desk */

  /* State. */
  const FoyerSettingPage *page; /* (nullable): that is shown; %NULL while a setting is looked for */
  char *lock;                   /* (nullable): why nothing may be changed */
  char *changes_text;
  char *publication_text; /* (nullable): what others published meanwhile */
  gboolean shows_changed; /* and not what was looked for, while there is no page */
  gboolean has_changes;
  gboolean may_publish;
  gboolean live_preview; /* somebody wants to see the portal beside its settings */
};

G_DEFINE_FINAL_TYPE (FoyerConfigurationPage, foyer_configuration_page, FOYER_TYPE_AREA_PAGE)

enum {
  PROP_PAGE_TITLE = 1,
  PROP_CHANGES_TEXT,
  PROP_PUBLICATION_TEXT,
  PROP_HAS_CHANGES,
  PROP_PUBLISH_LABEL,
  PROP_PAGE_NAME,
  PROP_LIVE_PREVIEW,
  PROP_HAS_BESIDE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static FoyerSettingsDraft *
get_draft (FoyerConfigurationPage *self)
{
  return foyer_desk_get_draft (self->desk);
}

/* --- The settings that are shown --- */

static void
on_said (FoyerConfigurationPage *self, const char *sentence)
{
  foyer_area_page_say (FOYER_AREA_PAGE (self), sentence);
}

static void
on_acted (FoyerConfigurationPage *self, const FoyerAct *act)
{
  foyer_area_page_report_act (FOYER_AREA_PAGE (self), act);
}

/* @page: (nullable) */
static void
set_page (FoyerConfigurationPage *self, const FoyerSettingPage *page, gboolean shows_changed)
{
  self->page = page;
  self->shows_changed = shows_changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE_NAME]);
}

static void
show_page (FoyerConfigurationPage *self, const FoyerSettingPage *page)
{
  guint undo_seconds;

  g_object_get (self, "undo-seconds", &undo_seconds, NULL);
  foyer_setting_groups_show_page (self->groups, page, (gint64) undo_seconds * G_USEC_PER_SEC);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  set_page (self, page, FALSE);
}

/* @sought: (nullable): words to be found; %NULL for what is changed */
static void
show_found (FoyerConfigurationPage *self, const char *sought)
{
  foyer_setting_groups_show_found (self->groups, sought);
  set_page (self, NULL, sought == NULL);
}

static const FoyerSettingPage *
get_selected (FoyerConfigurationPage *self)
{
  /* The list tells of it, too, while it is disposed of. */
  GtkListBoxRow *row = self->pages == NULL ? NULL : gtk_list_box_get_selected_row (self->pages);

  return row == NULL ? NULL : foyer_setting_page_row_get_page (FOYER_SETTING_PAGE_ROW (row));
}

static void
on_row_selected (FoyerConfigurationPage *self)
{
  const FoyerSettingPage *page = get_selected (self);

  if (page == NULL || self->desk == NULL || page == self->page)
    return;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  show_page (self, page);
}

static void
on_row_activated (FoyerConfigurationPage *self)
{
  on_row_selected (self);
  foyer_split_set_show_content (self->split, TRUE);
}

static void
on_search_changed (FoyerConfigurationPage *self)
{
  const char *sought = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->desk == NULL)
    return;
  if (*sought != '\0')
    show_found (self, sought);
  else if (self->page == NULL && !self->shows_changed && get_selected (self) != NULL)
    show_page (self, get_selected (self));
}

static gboolean
enter_found (FoyerConfigurationPage *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

static void
on_search_activate (FoyerConfigurationPage *self)
{
  on_search_changed (self);
  enter_found (self);
}

static gboolean
on_search_key (FoyerConfigurationPage *self, guint key)
{
  return key == GDK_KEY_Down && enter_found (self);
}

/* --- What is not published --- */

static guint
count_changed (FoyerConfigurationPage *self, const FoyerSettingPage *page)
{
  guint n = 0;

  for (const FoyerSettingGroup *group = page->groups; group->keys[0] != NULL; group++) {
    for (guint i = 0; group->keys[i] != NULL; i++)
      n += foyer_settings_draft_get (get_draft (self), group->keys[i]) != NULL;
  }
  return n;
}

/* Records say it, and no draft: it is not read again while somebody types. */
static const char *
get_line (FoyerConfigurationPage *self, const FoyerSettingPage *page)
{
  gpointer line;

  if (!g_hash_table_lookup_extended (self->lines, page->name, NULL, &line)) {
    line = foyer_setting_panels_describe (page->name, self->desk);
    g_hash_table_insert (self->lines, (gpointer) page->name, line);
  }
  return line;
}

static void
show_states (FoyerConfigurationPage *self)
{
  FoyerRecord *published = foyer_settings_draft_get_published (get_draft (self));
  g_autoptr (FoyerRecord) drafted
      = published == NULL ? NULL : foyer_settings_draft_apply (get_draft (self), published);
  g_autoptr (FoyerRecord) settings = drafted == NULL ? NULL : foyer_settings_complete (drafted, NULL);
  GtkListBoxRow *row;

  for (int i = 0; settings != NULL && (row = gtk_list_box_get_row_at_index (self->pages, i)) != NULL; i++) {
    FoyerSettingPageRow *page_row = FOYER_SETTING_PAGE_ROW (row);
    const FoyerSettingPage *page = foyer_setting_page_row_get_page (page_row);
    guint n_changed = count_changed (self, page);
    g_autofree char *state = foyer_setting_page_state (page, get_line (self, page), settings, n_changed);

    foyer_setting_page_row_show (page_row, state, n_changed > 0);
  }
}

static void
on_store_changed (FoyerConfigurationPage *self, FoyerChangeSet *changes)
{
  guint n;
  const FoyerSettingPanelPlace *places = foyer_setting_panel_places (&n);
  gboolean is_other = FALSE;

  for (guint i = 0; i < n; i++) {
    if (places[i].about != NULL && foyer_change_set_get_ids (changes, places[i].about) != NULL)
      is_other |= g_hash_table_remove (self->lines, places[i].page);
  }
  if (is_other)
    show_states (self);
}

static void
show_publication (FoyerConfigurationPage *self)
{
  g_autofree char *former = self->publication_text;

  self->publication_text = foyer_publish_watch_describe (self->watch);
  if (g_strcmp0 (former, self->publication_text) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLICATION_TEXT]);
}

/* What others changed elsewhere is merged without asking, and said (D1). */
static void
on_publication (FoyerConfigurationPage *self)
{
  g_autofree char *merge = foyer_publish_watch_describe_merge (self->watch);

  show_publication (self);
  if (merge != NULL)
    foyer_area_page_say (FOYER_AREA_PAGE (self), merge);
}

static void
on_draft_changed (FoyerConfigurationPage *self)
{
  guint n = foyer_settings_draft_get_n_changes (get_draft (self));
  gboolean has_changes = n > 0;

  g_free (self->changes_text);
  self->changes_text = g_strdup_printf (ngettext ("%u unpublished change", "%u unpublished changes", n), n);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGES_TEXT]);
  if (has_changes != self->has_changes) {
    self->has_changes = has_changes;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_CHANGES]);
  }
  show_states (self);
  show_publication (self);
}

/* --- Publishing --- */

static GtkWindow *
get_window (FoyerConfigurationPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_preview_affected (FoyerConfigurationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.preview-affected", NULL);
}

/* Returns: (transfer none) (nullable): the sheet, shown */
static GtkWindow *
open_sheet (FoyerConfigurationPage *self)
{
  GtkWindow *dialog;
  guint undo_seconds;

  if (self->desk == NULL || !self->has_changes)
    return NULL;
  g_object_get (self, "undo-seconds", &undo_seconds, NULL);
  dialog = foyer_publish_dialog_new (get_window (self), self->desk, undo_seconds);
  g_signal_connect_object (dialog, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "preview", G_CALLBACK (on_preview_affected), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
  return dialog;
}

static void
on_publish (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_sheet (user_data);
}

static void
on_schedule (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *sheet = open_sheet (user_data);

  if (sheet != NULL)
    foyer_publish_dialog_schedule (FOYER_PUBLISH_DIALOG (sheet));
}

static void
on_discard (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerConfigurationPage *self = user_data;

  if (self->desk == NULL || !self->has_changes)
    return;
  foyer_settings_draft_discard (get_draft (self));
  foyer_area_page_say (FOYER_AREA_PAGE (self), _ ("Changes discarded"));
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerConfigurationPage *self = user_data;

  foyer_split_set_show_content (self->split, TRUE);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Of the row that has the focus. */
/* Returns: (nullable): the setting that has the focus */
static FoyerSettingRow *
find_focused_row (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GtkWidget *row = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, FOYER_TYPE_SETTING_ROW);

  return row != NULL && gtk_widget_is_ancestor (row, page) ? FOYER_SETTING_ROW (row) : NULL;
}

static void
on_inherit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerSettingRow *row = find_focused_row (user_data);

  if (row != NULL)
    foyer_setting_row_inherit (row);
}

static void
on_explain (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerSettingRow *row = find_focused_row (user_data);

  if (row != NULL)
    foyer_setting_row_explain (row);
}

/* The second time it leads back to the page. */
static void
on_only_changed (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerConfigurationPage *self = user_data;

  if (self->desk == NULL)
    return;
  foyer_split_set_show_content (self->split, TRUE);
  if (self->page == NULL && self->shows_changed) {
    show_page (self, get_selected (self));
    return;
  }
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  show_found (self, NULL);
}

/* --- Of every area --- */

static void
foyer_configuration_page_move (FoyerAreaPage *area, int step)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (area);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->pages);
  int position = selected == NULL ? 0 : gtk_list_box_row_get_index (selected) + step;
  GtkListBoxRow *row = position < 0 ? NULL : gtk_list_box_get_row_at_index (self->pages, position);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->pages, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
foyer_configuration_page_open (FoyerAreaPage *area)
{
  foyer_split_set_show_content (FOYER_CONFIGURATION_PAGE (area)->split, TRUE);
}

static gboolean
foyer_configuration_page_back (FoyerAreaPage *area)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (area);

  if (gtk_search_bar_get_search_mode (self->search_bar)) {
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
    return TRUE;
  }
  return foyer_split_back (self->split);
}

static void
on_next_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foyer_configuration_page_move (FOYER_AREA_PAGE (user_data), g_variant_get_int32 (parameter));
}

static void
select_page (FoyerConfigurationPage *self, const FoyerSettingPage *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->pages, i)) != NULL; i++) {
    if (foyer_setting_page_row_get_page (FOYER_SETTING_PAGE_ROW (row)) == page)
      gtk_list_box_select_row (self->pages, row);
  }
  foyer_split_set_show_content (self->split, TRUE);
}

static void
on_show_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerConfigurationPage *self = user_data;
  const FoyerSettingPage *page = foyer_setting_page_by_name (g_variant_get_string (parameter, NULL));

  if (page == NULL || self->desk == NULL)
    return;
  select_page (self, page);
  gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

/* --- What stands beside the settings --- */

/* Pixels of the window, narrower than which the settings need them all. */
#define ROOM_FOR_BESIDE 1100

static gboolean
has_room (FoyerConfigurationPage *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && gtk_widget_get_width (GTK_WIDGET (native)) >= ROOM_FOR_BESIDE;
}

static gboolean
has_beside (FoyerConfigurationPage *self)
{
  return self->beside != NULL && gtk_widget_get_visible (GTK_WIDGET (self->beside));
}

static void
update_beside (FoyerConfigurationPage *self)
{
  gboolean is_seen = adw_bin_get_child (self->beside) != NULL && has_room (self);

  if (is_seen == has_beside (self))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->beside), is_seen);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_BESIDE]);
}

static void
foyer_configuration_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_configuration_page_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (widget)), "layout",
                           G_CALLBACK (update_beside), widget, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
foyer_configuration_page_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_native_get_surface (gtk_widget_get_native (widget)),
                                        update_beside, widget);
  GTK_WIDGET_CLASS (foyer_configuration_page_parent_class)->unrealize (widget);
}

static void
set_live_preview (FoyerConfigurationPage *self, gboolean live_preview)
{
  if (self->live_preview == live_preview || (live_preview && self->desk == NULL))
    return;
  if (live_preview && !has_room (self)) {
    foyer_area_page_say (FOYER_AREA_PAGE (self),
                         _ ("A wider window has room for the live preview; V opens it alone"));
    return;
  }
  self->live_preview = live_preview;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIVE_PREVIEW]);
}

void
foyer_configuration_page_set_beside (FoyerConfigurationPage *self, GtkWidget *widget)
{
  g_return_if_fail (FOYER_IS_CONFIGURATION_PAGE (self));

  adw_bin_set_child (self->beside, widget);
  update_beside (self);
}

GtkWidget *
foyer_configuration_page_get_beside (FoyerConfigurationPage *self)
{
  g_return_val_if_fail (FOYER_IS_CONFIGURATION_PAGE (self), NULL);

  return adw_bin_get_child (self->beside);
}

/* --- The area --- */

static void
on_show_publication (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerConfigurationPage *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "configuration.show-page", "s", "history");
  if (self->watch != NULL)
    foyer_publish_watch_forget (self->watch);
}

static void
foyer_configuration_page_start (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (area);

  self->desk = desk;
  self->lock = foyer_settings_lock_refuse (desk);
  self->may_publish = foyer_settings_lock_may_publish (desk);
  foyer_setting_groups_start (self->groups, desk, self->lock, self->may_publish);
  self->watch = foyer_publish_watch_new (desk);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_publication), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_draft (self), "changed", G_CALLBACK (on_draft_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PUBLISH_LABEL]);
  gtk_list_box_select_row (self->pages, gtk_list_box_get_row_at_index (self->pages, 0));
  on_row_selected (self);
  on_draft_changed (self);
}

static void
foyer_configuration_page_stop (FoyerAreaPage *area, FoyerDesk *desk)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (area);

  set_live_preview (self, FALSE);
  g_signal_handlers_disconnect_by_data (get_draft (self), self);
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), self);
  g_hash_table_remove_all (self->lines);
  g_clear_object (&self->watch);
  foyer_setting_groups_stop (self->groups);
  self->desk = NULL;
}

static gboolean
foyer_configuration_page_grab_focus (GtkWidget *widget)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pages);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
foyer_configuration_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (object);

  switch (id) {
  case PROP_PAGE_TITLE:
    g_value_set_string (value, self->page != NULL    ? _ (self->page->title)
                               : self->shows_changed ? _ ("What Is Changed")
                                                     : _ ("Find a Setting"));
    break;
  case PROP_CHANGES_TEXT:
    g_value_set_string (value, self->changes_text);
    break;
  case PROP_PUBLICATION_TEXT:
    g_value_set_string (value, self->publication_text);
    break;
  case PROP_HAS_CHANGES:
    g_value_set_boolean (value, self->has_changes);
    break;
  case PROP_PUBLISH_LABEL:
    g_value_set_string (value, self->may_publish ? _ ("Publish…") : _ ("Submit…"));
    break;
  case PROP_PAGE_NAME:
    g_value_set_string (value, self->page == NULL ? NULL : self->page->name);
    break;
  case PROP_LIVE_PREVIEW:
    g_value_set_boolean (value, self->live_preview);
    break;
  case PROP_HAS_BESIDE:
    g_value_set_boolean (value, has_beside (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_configuration_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LIVE_PREVIEW)
    set_live_preview (FOYER_CONFIGURATION_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foyer_configuration_page_finalize (GObject *object)
{
  FoyerConfigurationPage *self = FOYER_CONFIGURATION_PAGE (object);

  g_clear_object (&self->actions);
  g_hash_table_unref (self->lines);
  g_free (self->lock);
  g_free (self->changes_text);
  g_free (self->publication_text);
  G_OBJECT_CLASS (foyer_configuration_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/Console/foyer-configuration-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, beside);
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, pages);
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, groups);
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FoyerConfigurationPage, search);
  gtk_widget_class_bind_template_callback (widget_class, on_acted);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_said);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
}

static void
foyer_configuration_page_class_init (FoyerConfigurationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerAreaPageClass *area_class = FOYER_AREA_PAGE_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_configuration_page_get_property;
  object_class->set_property = foyer_configuration_page_set_property;
  object_class->finalize = foyer_configuration_page_finalize;
  widget_class->grab_focus = foyer_configuration_page_grab_focus;
  widget_class->realize = foyer_configuration_page_realize;
  widget_class->unrealize = foyer_configuration_page_unrealize;
  area_class->start = foyer_configuration_page_start;
  area_class->stop = foyer_configuration_page_stop;
  area_class->move = foyer_configuration_page_move;
  area_class->open = foyer_configuration_page_open;
  area_class->back = foyer_configuration_page_back;

  properties[PROP_PAGE_TITLE] = g_param_spec_string ("page-title", NULL, NULL, NULL, flags);
  properties[PROP_CHANGES_TEXT] = g_param_spec_string ("changes-text", NULL, NULL, NULL, flags);
  properties[PROP_PUBLICATION_TEXT] = g_param_spec_string ("publication-text", NULL, NULL, NULL, flags);
  properties[PROP_HAS_CHANGES] = g_param_spec_boolean ("has-changes", NULL, NULL, FALSE, flags);
  properties[PROP_PUBLISH_LABEL] = g_param_spec_string ("publish-label", NULL, NULL, NULL, flags);
  properties[PROP_PAGE_NAME] = g_param_spec_string ("page-name", NULL, NULL, NULL, flags);
  properties[PROP_LIVE_PREVIEW]
      = g_param_spec_boolean ("live-preview", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_BESIDE] = g_param_spec_boolean ("has-beside", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_BANNER);
  g_type_ensure (FOYER_TYPE_BESIDE);
  g_type_ensure (FOYER_TYPE_SETTING_GROUPS);
  g_type_ensure (FOYER_TYPE_SPLIT);
  g_type_ensure (FOYER_TYPE_SYNC_BANNER);
  bind_template (widget_class);
}

static void
foyer_configuration_page_init (FoyerConfigurationPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "publish", .activate = on_publish },
    { .name = "schedule", .activate = on_schedule },
    { .name = "discard", .activate = on_discard },
    { .name = "find", .activate = on_find },
    { .name = "only-changed", .activate = on_only_changed },
    { .name = "inherit", .activate = on_inherit },
    { .name = "explain", .activate = on_explain },
    { .name = "show-publication", .activate = on_show_publication },
    { .name = "step", .activate = on_next_page, .parameter_type = "i" },
    { .name = "show-page", .activate = on_show_page, .parameter_type = "s" },
  };
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);
  g_autoptr (GPropertyAction) live_preview = NULL;

  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  live_preview = g_property_action_new ("live-preview", self, "live-preview");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (live_preview));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "configuration", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_area_page_add_keys (FOYER_AREA_PAGE (self), FOYER_KEYS_CONFIGURATION);
  foyer_list_tab_leaves (GTK_WIDGET (self->pages));
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->pages, foyer_setting_page_row_new (&pages[i]));
}

GtkWidget *
foyer_configuration_page_new (void)
{
  return g_object_new (FOYER_TYPE_CONFIGURATION_PAGE, NULL);
}

void
foyer_configuration_page_look_at (FoyerConfigurationPage *self, const char *key)
{
  const FoyerSettingPage *page = foyer_setting_page_of (key);

  g_return_if_fail (FOYER_IS_CONFIGURATION_PAGE (self));

  select_page (self, page);
  foyer_setting_groups_look_at (self->groups, key);
}
