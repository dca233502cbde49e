/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-presets.c - the ways to have clients sign in that most businesses want */

#include "foyer-sign-in-presets.h"

#include "foyer-row-words.h"
#include "foyer-settings-draft.h"

#include "foyer-json.h"
#include "foyer-settings.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *title;
  const char *effect;
  const char *patch; /* JSON */
} Preset;

/* What links and their checks are like in each of them: the defaults of A7. */
#define LINKS \
  "\"access.direct_link_days\":90,\"access.extend_while_unpaid\":true,\"access.recheck_after_days\":14," \
  "\"access.recheck_with\":[\"email\",\"phone_last4\"]," \
  "\"access.link_may\":[\"book\",\"message\",\"approve\",\"sign\"],"
#define WAYS "\"access.email_link\":true,\"access.email_link_minutes\":60,\"access.password\":true,"

static const Preset presets[] = {
  { N_ ("Easiest"),
    N_ ("Links in mails open at once, and the last four digits of a phone number are enough to sign in"),
    "{" LINKS WAYS
    "\"access.direct_links\":\"open\",\"access.phone_last4_alone\":true,\"access.sso\":\"off\","
    "\"access.session_hours\":72,\"access.idle_hours\":0,\"access.stepup_for_signing\":\"off\"}" },
  { N_ ("Balanced"), N_ ("Links in mails open at once; signing in takes a link by mail or a password"),
    "{" LINKS WAYS
    "\"access.direct_links\":\"open\",\"access.phone_last4_alone\":false,\"access.sso\":\"off\","
    "\"access.session_hours\":72,\"access.idle_hours\":0,\"access.stepup_for_signing\":\"off\"}" },
  { N_ ("Strict"),
    N_ ("A link by mail or a password every time, for a day at most; signing asks for a code as well"),
    "{" LINKS WAYS
    "\"access.direct_links\":\"off\",\"access.phone_last4_alone\":false,\"access.sso\":\"optional\","
    "\"access.session_hours\":24,\"access.idle_hours\":24,\"access.stepup_for_signing\":\"code\"}" },
};

#define N_PRESETS G_N_ELEMENTS (presets)

struct _FoyerSignInPresets {
  FoyerSettingPanel parent_instance;

  GtkCheckButton *buttons[N_PRESETS];
  GtkCheckButton *own; /* chosen while none of them is */
  GtkWidget *own_row;
  GtkWidget *warning;  /* of digits that open the portal alone */
  gboolean is_showing; /* and nobody chooses */
};

G_DEFINE_FINAL_TYPE (FoyerSignInPresets, foyer_sign_in_presets, FOYER_TYPE_SETTING_PANEL)

/* --- Which one it is --- */

static gboolean
is_preset (const Preset *preset, JsonObject *settings)
{
  g_autoptr (JsonObject) patch = foyer_json_parse_object (preset->patch, -1, NULL);
  g_autoptr (GList) keys = json_object_get_members (patch);

  for (GList *link = keys; link != NULL; link = link->next) {
    JsonNode *value = json_object_get_member (settings, link->data);

    if (value == NULL || !foyer_json_equal (value, json_object_get_member (patch, link->data)))
      return FALSE;
  }
  return TRUE;
}

static const Preset *
find_preset (JsonObject *settings)
{
  for (guint i = 0; i < N_PRESETS; i++) {
    if (is_preset (&presets[i], settings))
      return &presets[i];
  }
  return NULL;
}

const char *
foyer_sign_in_preset_name (JsonObject *settings)
{
  const Preset *preset = find_preset (settings);

  return preset == NULL ? _ ("Your own way") : _ (preset->title);
}

static void
show_draft (FoyerSignInPresets *self)
{
  FoyerSettingsDraft *draft
      = foyer_desk_get_draft (foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self)));
  FoyerRecord *published = foyer_settings_draft_get_published (draft);
  g_autoptr (FoyerRecord) drafted = NULL;
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (JsonObject) json = NULL;
  const Preset *preset;

  if (published == NULL)
    return;
  drafted = foyer_settings_draft_apply (draft, published);
  settings = foyer_settings_complete (drafted, NULL);
  json = foyer_record_to_json (settings);
  preset = find_preset (json);
  self->is_showing = TRUE;
  gtk_check_button_set_active (preset == NULL ? self->own : self->buttons[preset - presets], TRUE);
  gtk_widget_set_visible (self->own_row, preset == NULL);
  gtk_widget_set_visible (self->warning, foyer_portal_settings_get_access_phone_last4_alone (settings));
  self->is_showing = FALSE;
}

static void
on_toggled (FoyerSignInPresets *self, GtkCheckButton *button)
{
  FoyerDesk *desk = foyer_setting_panel_get_desk (FOYER_SETTING_PANEL (self));

  if (self->is_showing || desk == NULL || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < N_PRESETS; i++) {
    g_autoptr (JsonObject) patch = NULL;

    if (button != self->buttons[i])
      continue;
    patch = foyer_json_parse_object (presets[i].patch, -1, NULL);
    foyer_settings_draft_take (foyer_desk_get_draft (desk), patch);
  }
}

/* --- The object --- */

static GtkWidget *
create_row (FoyerSignInPresets *self, const char *title, const char *effect, GtkCheckButton **button)
{
  GtkWidget *row = adw_action_row_new ();

  *button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (*button), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), effect);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  g_signal_connect_object (*button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return row;
}

/* What the last four digits are worth by themselves (A7). */
static GtkWidget *
create_warning (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  const char *title = _ ("A phone number is enough to sign in");
  const char *words = _ ("10,000 possible answers; a caller who knows the phone number knows the answer");

  gtk_widget_add_css_class (icon, "foyer-warn");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return row;
}

static void
foyer_sign_in_presets_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  FoyerSignInPresets *self = FOYER_SIGN_IN_PRESETS (panel);
  const char *lock = foyer_setting_panel_get_lock (panel);
  GtkWidget *group = adw_preferences_group_new ();

  foyer_group_words_fit (ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("How clients sign in"));
  for (guint i = 0; i < N_PRESETS; i++) {
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (self, _ (presets[i].title), _ (presets[i].effect),
                                           &self->buttons[i]));
    if (i > 0)
      gtk_check_button_set_group (self->buttons[i], self->buttons[0]);
  }
  self->own_row = create_row (self, _ ("Your own way"), _ ("As it is set below"), &self->own);
  gtk_check_button_set_group (self->own, self->buttons[0]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->own_row);
  self->warning = create_warning ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->warning);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), lock);
  for (guint i = 0; i < N_PRESETS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[i]), lock == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->own), lock == NULL);
  adw_bin_set_child (ADW_BIN (self), group);
  g_signal_connect_object (foyer_desk_get_draft (desk), "changed", G_CALLBACK (show_draft), self,
                           G_CONNECT_SWAPPED);
  show_draft (self);
}

static void
foyer_sign_in_presets_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  g_signal_handlers_disconnect_by_data (foyer_desk_get_draft (desk), panel);
}

static void
foyer_sign_in_presets_class_init (FoyerSignInPresetsClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  panel_class->start = foyer_sign_in_presets_start;
  panel_class->stop = foyer_sign_in_presets_stop;
}

static void
foyer_sign_in_presets_init (FoyerSignInPresets *self)
{
}
