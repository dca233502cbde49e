/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerDraftWords:
 * @patch: setting to drafted value, null for its default
 * @before: setting to the published value that was there when it was drafted
 * @sent: (element-type utf8): operations that published from here and may still be taken back
 * @since: seconds since 1970 when the oldest change was made, 0 while there is none or nobody knows
 *
 * What is kept of a settings draft, without anybody who keeps it.
 */
typedef struct {
  JsonObject *patch;
  JsonObject *before;
  GPtrArray *sent;
  gint64 since;
} FoyerDraftWords;

FoyerDraftWords *foyer_draft_words_new (void);
void foyer_draft_words_free (FoyerDraftWords *self);

/**
 * foyer_draft_words_read:
 * @text: as foyer_draft_words_to_text() gave it
 *
 * Reads what was kept. What is no longer a setting is left out; what cannot be read is nothing.
 */
void foyer_draft_words_read (FoyerDraftWords *self, const char *text);

/**
 * foyer_draft_words_to_text:
 *
 * Returns: (transfer full) (nullable): canonical JSON, %NULL if there is nothing to keep
 */
char *foyer_draft_words_to_text (FoyerDraftWords *self);

/**
 * foyer_draft_words_set:
 * @settings: what is published: its value is what @value replaces, if nothing is drafted for @key yet
 */
void foyer_draft_words_set (FoyerDraftWords *self, const char *key, JsonNode *value, FoyerRecord *settings);
void foyer_draft_words_remove (FoyerDraftWords *self, const char *key);
void foyer_draft_words_clear (FoyerDraftWords *self);

/**
 * foyer_draft_words_drop_same:
 *
 * Removes what is published as it was drafted.
 *
 * Returns: whether anything was
 */
gboolean foyer_draft_words_drop_same (FoyerDraftWords *self, FoyerRecord *settings);

/**
 * foyer_draft_words_choose_good:
 *
 * Returns: (transfer full): the patch without values that are none
 */
JsonObject *foyer_draft_words_choose_good (FoyerDraftWords *self);

/**
 * foyer_draft_words_copy:
 * @keys: (element-type utf8): the settings that matter, drafted or not
 *
 * Returns: (transfer full): how things stand with them, for foyer_draft_words_take()
 */
FoyerDraftWords *foyer_draft_words_copy (FoyerDraftWords *self, GList *keys);

/**
 * foyer_draft_words_copy_counterpart:
 * @former: a copy of earlier
 *
 * Returns: (transfer full): how things stand now with what matters in @former
 */
FoyerDraftWords *foyer_draft_words_copy_counterpart (FoyerDraftWords *self, FoyerDraftWords *former);

/**
 * foyer_draft_words_take:
 * @former: a copy of earlier
 *
 * Has what matters in @former as it was then.
 */
void foyer_draft_words_take (FoyerDraftWords *self, FoyerDraftWords *former);

G_END_DECLS
