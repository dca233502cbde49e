/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerSettingChoice:
 * @key: the setting
 * @value: one of the words that its field allows
 * @label: what it is called, in English, marked for gettext
 * @effect: (nullable): what it does for clients, in one sentence; in English, marked for gettext
 */
typedef struct {
  const char *key;
  const char *value;
  const char *label;
  const char *effect;
} FoyerSettingChoice;

/**
 * foyer_setting_choice:
 * @key: a setting
 * @value: one of its words, or the name of an event
 *
 * Returns: (transfer none) (nullable): %NULL for what is no such word
 */
const FoyerSettingChoice *foyer_setting_choice (const char *key, const char *value);

/**
 * foyer_setting_choice_label:
 *
 * Returns: (transfer none): its label in the language of the desktop, or @value itself
 */
const char *foyer_setting_choice_label (const char *key, const char *value);

G_END_DECLS
