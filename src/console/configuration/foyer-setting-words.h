/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-setting-layout.h"

#include "foyer-field.h"

G_BEGIN_DECLS

/* What Configuration says of settings, their values and its pages. */

/**
 * foyer_setting_value_text:
 * @value: (nullable)
 *
 * Returns: (transfer full): a value as people read it: `On`, `Book, we approve`, `24`
 */
char *foyer_setting_value_text (FoyerDesk *desk, const FoyerField *field, JsonNode *value);

/**
 * foyer_setting_inherited_text:
 *
 * Returns: (transfer full) (nullable): what the organisation has where the setting has nothing (003-12); %NULL if it has nothing either, or the
 *   setting inherits nothing
 */
char *foyer_setting_inherited_text (FoyerDesk *desk, const FoyerField *field);

/**
 * foyer_setting_missing_text:
 *
 * Returns: (transfer none) (nullable): what @field needs and the business does not have, in one sentence: payments and texts that are not
 *   connected; %NULL if nothing is missing
 */
const char *foyer_setting_missing_text (FoyerDesk *desk, const FoyerField *field);

/**
 * foyer_setting_applies_text:
 *
 * Returns: (transfer none): when a change applies: `at the client's next sign-in` (003-7)
 */
const char *foyer_setting_applies_text (const FoyerField *field);

/**
 * foyer_setting_matches:
 * @sought: what somebody looks for; case-folded
 *
 * Returns: whether a setting has to do with it: each word of it begins a word of the title, effect, or search words
 */
gboolean foyer_setting_matches (const FoyerField *field, const char *sought);

/**
 * foyer_setting_page_matches:
 * @sought: what somebody looks for; case-folded
 *
 * Returns: whether what is no setting on @page has to do with it
 */
gboolean foyer_setting_page_matches (const FoyerSettingPage *page, const char *sought);

/**
 * foyer_setting_page_state:
 * @line: (nullable): what a panel of the page says of it, in the place of its settings
 * @settings: effective settings, with the draft in them
 * @n_changed: how many of the page's settings are drafted
 *
 * Returns: (transfer full): the line under a page's name: `2 changed · 7 of 8 on`
 */
char *foyer_setting_page_state (const FoyerSettingPage *page,
                                const char *line,
                                FoyerRecord *settings,
                                guint n_changed);

G_END_DECLS
