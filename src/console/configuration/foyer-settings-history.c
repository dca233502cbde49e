/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-history.c - what was published, when and by whom */

#include "foyer-settings-history.h"

#include "foyer-field-words.h"
#include "foyer-setting-words.h"
#include "foyer-settings-draft.h"

#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "types/settings_version.h"

#include <glib/gi18n-lib.h>

/* What stands on one page. */
#define MOST 50

struct _FoyerSettingsHistory {
  FoyerSettingPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerSettingsHistory, foyer_settings_history, FOYER_TYPE_SETTING_PANEL)

static FoyerDesk *
get_desk (FoyerSettingsHistory *self)
{
  return foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));
}

/* --- Taking back --- */

static void
draft_former (FoyerSettingsHistory *self, const char *key, JsonNode *former)
{
  if (get_desk (self) != NULL && foyer_settings_find_field (key) != NULL)
    foyer_settings_draft_set (foyer_desk_get_draft (get_desk (self)), key, former);
}

static void
on_revert (FoyerSettingsHistory *self, GtkButton *button)
{
  draft_former (self, g_object_get_data (G_OBJECT (button), "key"),
                g_object_get_data (G_OBJECT (button), "former"));
}

static GtkWidget *
create_revert (FoyerSettingsHistory *self, const FoyerField *field, JsonNode *former)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Revert"));
  g_autofree char *name = g_strdup_printf (_ ("Revert: %s"), _ (field->title));
  JsonNode *node = former == NULL ? json_node_init_null (json_node_alloc ()) : json_node_copy (former);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Put the former value into your draft"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, foyer_setting_panel_get_lock (FOYER_SETTING_PANEL (self)) == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "key", (gpointer) field->name);
  g_object_set_data_full (G_OBJECT (button), "former", node, (GDestroyNotify) json_node_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_revert), self, G_CONNECT_SWAPPED);
  return button;
}

/* --- What was published --- */

static GtkWidget *
create_change (FoyerSettingsHistory *self, const FoyerField *field, JsonNode *former, JsonNode *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *old = foyer_setting_value_text (get_desk (self), field, former);
  g_autofree char *new = foyer_setting_value_text (get_desk (self), field, value);
  g_autofree char *change = g_strdup_printf (_ ("%s → %s"), old, new);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), change);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_revert (self, field, former));
  return row;
}

static char *
describe_version (FoyerSettingsHistory *self, FoyerRecord *version)
{
  gint64 at = foyer_settings_version_get_published_at (version);
  g_autofree char *moment = foyer_office_time_moment_text (foyer_desk_get_time (get_desk (self)), at,
                                                           foyer_desk_now (get_desk (self)));
  const char *author_id = foyer_settings_version_get_author_id (version);
  g_autofree char *author
      = author_id == NULL ? NULL : foyer_record_name (foyer_desk_get_store (get_desk (self)), author_id);

  return author == NULL ? g_steal_pointer (&moment) : g_strdup_printf ("%s, %s", author, moment);
}

static GtkWidget *
create_version (FoyerSettingsHistory *self, FoyerRecord *version)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (JsonObject) json = foyer_record_to_json (version);
  JsonObject *patch = foyer_json_object_object (json, "patch");
  JsonObject *before = foyer_json_object_object (json, "before");
  g_autoptr (GList) keys = patch == NULL ? NULL : json_object_get_members (patch);
  guint n = g_list_length (keys);
  const char *note = foyer_settings_version_get_note (version);
  g_autofree char *who = describe_version (self, version);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
  g_autofree char *subtitle
      = note == NULL || *note == '\0' ? g_strdup (count) : g_strdup_printf ("%s · %s", count, note);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), who);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  for (GList *link = keys; link != NULL; link = link->next) {
    const FoyerField *field = foyer_settings_find_field (link->data);

    if (field != NULL)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                create_change (self, field,
                                               before == NULL ? NULL
                                                              : json_object_get_member (before, link->data),
                                               json_object_get_member (patch, link->data)));
  }
  return row;
}

static void
fill (FoyerSettingsHistory *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_version_type);
  g_autoptr (GPtrArray) versions = NULL;
  GtkWidget *group = adw_preferences_group_new ();

  foyer_query_order (query, "publishedAt", TRUE);
  foyer_query_limit (query, MOST);
  versions = foyer_store_list (foyer_desk_get_store (get_desk (self)), query);
  for (guint i = 0; versions != NULL && i < versions->len; i++) {
    if (foyer_settings_version_get_status (versions->pdata[i]) == FOYER_SETTINGS_VERSION_PUBLISHED)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_version (self, versions->pdata[i]));
  }
  if (versions == NULL || versions->len == 0)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Nothing has been published yet"));
  adw_bin_set_child (ADW_BIN (self), group);
}

static void
on_store_changed (FoyerSettingsHistory *self, FoyerChangeSet *changes)
{
  if (foyer_change_set_get_ids (changes, &foyer_settings_version_type) != NULL)
    fill (self);
}

/* --- The object --- */

static void
foyer_settings_history_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_connect_object (foyer_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), panel,
                           G_CONNECT_SWAPPED);
  fill (FOYER_SETTINGS_HISTORY (panel));
}

static void
foyer_settings_history_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_handlers_disconnect_by_data (foyer_desk_get_store (desk), panel);
}

static void
foyer_settings_history_class_init (FoyerSettingsHistoryClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  panel_class->start = foyer_settings_history_start;
  panel_class->stop = foyer_settings_history_stop;
}

static void
foyer_settings_history_init (FoyerSettingsHistory *self)
{
}
