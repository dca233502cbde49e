/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-field.h"

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTING_CONTROL (foyer_setting_control_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerSettingControl, foyer_setting_control, FOYER, SETTING_CONTROL, AdwBin)

/**
 * FoyerSettingControl:
 *
 * What one changes a setting with: a switch, a number, words. It shows a value and tells of another; what a value means, and whether it is good,
 * is none of its business.
 */

/**
 * FoyerSettingControlClass:
 * @show: shows @value, %NULL or null for none
 * @show_inherited: (nullable): what holds while there is none
 */
struct _FoyerSettingControlClass {
  AdwBinClass parent_class;

  void (*show) (FoyerSettingControl *self, JsonNode *value);
  void (*show_inherited) (FoyerSettingControl *self, const char *inherited);
};

/**
 * foyer_setting_control_show:
 * @value: (nullable)
 *
 * Shows a value without telling of it. What somebody is writing is left alone if it means the same.
 */
void foyer_setting_control_show (FoyerSettingControl *self, JsonNode *value);

/**
 * foyer_setting_control_show_inherited:
 * @inherited: (nullable): the words that hold while the setting is empty
 */
void foyer_setting_control_show_inherited (FoyerSettingControl *self, const char *inherited);

/**
 * foyer_setting_control_edit:
 * @value: (transfer full): null for none
 *
 * For the kinds of control: somebody has chosen @value.
 */
void foyer_setting_control_edit (FoyerSettingControl *self, JsonNode *value);

/**
 * foyer_setting_control_edit_text:
 * @text: what was written; nothing is null
 */
void foyer_setting_control_edit_text (FoyerSettingControl *self, const char *text);

/**
 * foyer_setting_control_name:
 * @widget: a part that takes the focus
 * @field: what it is called for who hears it
 */
void foyer_setting_control_name (GtkWidget *widget, const FoyerField *field);

/**
 * FoyerSettingControl::edited:
 * @value: (type JsonNode): what it shall be, null for none
 */

G_END_DECLS
