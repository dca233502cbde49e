/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-history.c - what was published, when and by whom */

#include "foyer-settings-history.h"

#include "foyer-change-row.h"
#include "foyer-field-words.h"
#include "foyer-row-words.h"
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
on_revert (FoyerSettingsHistory *self, GtkButton *button)
{
  if (get_desk (self) != NULL)
    foyer_settings_draft_take (foyer_desk_get_draft (get_desk (self)),
                               g_object_get_data (G_OBJECT (button), "former"));
}

/* @former: what @button puts into the draft */
static GtkWidget *
create_revert (FoyerSettingsHistory *self, const char *label, const char *name, JsonObject *former)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, foyer_setting_panel_get_lock (FOYER_SETTING_PANEL (self)) == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "former", json_object_ref (former),
                          (GDestroyNotify) json_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_revert), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_revert_one (FoyerSettingsHistory *self, const FoyerField *field, JsonNode *former)
{
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autofree char *name = g_strdup_printf (_ ("Revert: %s"), _ (field->title));
  GtkWidget *button;

  json_object_set_member (patch, field->name,
                          former == NULL ? json_node_init_null (json_node_alloc ())
                                         : json_node_copy (former));
  button = create_revert (self, _ ("Revert"), name, patch);
  gtk_widget_set_tooltip_text (button, _ ("Put the former value into your draft"));
  return button;
}

/* --- What was published --- */

static void
add_change (FoyerSettingsHistory *self,
            GtkWidget *version_row,
            const FoyerField *field,
            JsonNode *former,
            JsonNode *value)
{
  GtkWidget *row = foyer_change_row_new (get_desk (self), field, former, value);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_revert_one (self, field, former));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (version_row), row);
}

static char *
describe_version (FoyerDesk *desk, FoyerRecord *version)
{
  gint64 at = foyer_settings_version_get_published_at (version);
  g_autofree char *moment
      = foyer_office_time_moment_text (foyer_desk_get_time (desk), at, foyer_desk_now (desk));
  const char *author_id = foyer_settings_version_get_author_id (version);
  g_autofree char *author
      = author_id == NULL ? NULL : foyer_record_name (foyer_desk_get_store (desk), author_id);

  return author == NULL ? g_steal_pointer (&moment) : g_strdup_printf ("%s, %s", author, moment);
}

/* @since: what stood before all that was published after this version; none for the newest */
static void
add_return (FoyerSettingsHistory *self, GtkWidget *version_row, const char *who, JsonObject *since)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf (_ ("Revert all to here: %s"), who);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Everything as it was then"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Makes a draft and publishes nothing"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             create_revert (self, _ ("Revert All to Here"), name, since));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (version_row), row);
}

static GtkWidget *
create_version (FoyerSettingsHistory *self, FoyerRecord *version, JsonObject *since)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autoptr (JsonObject) json = foyer_record_to_json (version);
  JsonObject *patch = foyer_json_object_object (json, "patch");
  JsonObject *before = foyer_json_object_object (json, "before");
  g_autoptr (GList) keys = patch == NULL ? NULL : json_object_get_members (patch);
  g_autofree char *who = describe_version (get_desk (self), version);
  g_autofree char *subtitle = foyer_change_rows_summary (patch, foyer_settings_version_get_note (version));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), who);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  foyer_row_words_fit (row);
  for (GList *link = keys; link != NULL; link = link->next) {
    const FoyerField *field = foyer_settings_find_field (link->data);

    if (field != NULL)
      add_change (self, row, field, before == NULL ? NULL : json_object_get_member (before, link->data),
                  json_object_get_member (patch, link->data));
  }
  if (json_object_get_size (since) > 0)
    add_return (self, row, who, since);
  return row;
}

/* What stood before @version goes over what stood before those after it. */
static JsonObject *
go_before (JsonObject *since, FoyerRecord *version)
{
  JsonObject *earlier = foyer_json_copy_object (since);
  g_autoptr (JsonObject) json = foyer_record_to_json (version);
  JsonObject *before = foyer_json_object_object (json, "before");
  g_autoptr (GList) keys = before == NULL ? NULL : json_object_get_members (before);

  for (GList *link = keys; link != NULL; link = link->next) {
    if (foyer_settings_find_field (link->data) != NULL)
      json_object_set_member (earlier, link->data,
                              json_node_copy (json_object_get_member (before, link->data)));
  }
  return earlier;
}

/* The newest first. */
static GPtrArray *
list_versions (FoyerDesk *desk, guint most)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_version_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_VERSION_PUBLISHED);
  foyer_query_order (query, "publishedAt", TRUE);
  foyer_query_limit (query, most);
  return foyer_store_list (foyer_desk_get_store (desk), query);
}

char *
foyer_settings_history_describe (FoyerDesk *desk)
{
  g_autoptr (GPtrArray) versions = list_versions (desk, 1);
  g_autofree char *last = NULL;

  if (versions == NULL || versions->len == 0)
    return g_strdup (_ ("Nothing has been published yet"));
  last = describe_version (desk, versions->pdata[0]);
  /* Translators: who published last, and when: "Last: Ana Silva, Mon, May 2, 9 AM" */
  return g_strdup_printf (_ ("Last: %s"), last);
}

static void
fill (FoyerSettingsHistory *self)
{
  g_autoptr (GPtrArray) versions = list_versions (get_desk (self), MOST);
  g_autoptr (JsonObject) since = json_object_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  foyer_group_words_fit (ADW_PREFERENCES_GROUP (group));
  for (; versions != NULL && n < versions->len; n++) {
    JsonObject *earlier = go_before (since, versions->pdata[n]);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_version (self, versions->pdata[n], since));
    json_object_unref (since);
    since = earlier;
  }
  if (n == 0)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Nothing has been published yet"));
  else
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           foyer_setting_panel_get_lock (FOYER_SETTING_PANEL (self)));
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
