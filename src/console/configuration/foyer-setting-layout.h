/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerSettingGroup:
 * @title: (nullable): heading, in English, marked for gettext
 * @keys: (array zero-terminated=1): the settings in it, in order
 */
typedef struct {
  const char *title;
  const char *keys[16];
} FoyerSettingGroup;

/**
 * FoyerSettingPage:
 * @name: in actions
 * @title: in English, marked for gettext
 * @icon: name
 * @groups: (array): ends with a group that has no settings; none on the pages that are no list of settings
 * @words: (nullable): by which somebody may look for what is no setting there
 *
 * One page of Configuration (D1): which settings stand on it, and in which order. What a setting is stands in the field table.
 */
typedef struct {
  const char *name;
  const char *title;
  const char *icon;
  FoyerSettingGroup groups[8];
  const char *words;
} FoyerSettingPage;

/**
 * foyer_setting_pages:
 * @n_pages: (out)
 *
 * Returns: (transfer none) (array length=n_pages): all pages, in the order of the list
 */
const FoyerSettingPage *foyer_setting_pages (guint *n_pages);

/**
 * foyer_setting_page_of:
 *
 * Returns: (transfer none) (nullable): the page on which the setting @key stands
 */
const FoyerSettingPage *foyer_setting_page_of (const char *key);

/**
 * foyer_setting_page_by_name:
 *
 * Returns: (transfer none) (nullable)
 */
const FoyerSettingPage *foyer_setting_page_by_name (const char *name);

G_END_DECLS
