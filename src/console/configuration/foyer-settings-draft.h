/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-undo-stack.h"

G_BEGIN_DECLS

#define FOYER_SETTINGS_DRAFT_ERROR (foyer_settings_draft_error_quark ())

/**
 * FoyerSettingsDraftError:
 * @FOYER_SETTINGS_DRAFT_ERROR_REFUSED: it cannot be published now; the message says why, for people
 */
typedef enum {
  FOYER_SETTINGS_DRAFT_ERROR_REFUSED,
} FoyerSettingsDraftError;

GQuark foyer_settings_draft_error_quark (void);

#define FOYER_TYPE_SETTINGS_DRAFT (foyer_settings_draft_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingsDraft, foyer_settings_draft, FOYER, SETTINGS_DRAFT, GObject)

/**
 * FoyerSettingsDraft:
 *
 * Changes to the portal's settings that nobody has published yet (D1). Each is kept on this computer as soon as it is made, and is there
 * again after a restart. There is one draft a desk: foyer_desk_get_draft(). What somebody publishes meanwhile is never overwritten unseen:
 * a setting that was changed there too is contested until somebody says which value is meant.
 *
 * Property: `n-changes` (uint, read-only).
 */

/**
 * foyer_settings_draft_new:
 * @desk: (transfer none): owns the draft
 */
FoyerSettingsDraft *foyer_settings_draft_new (FoyerDesk *desk);

/**
 * foyer_settings_draft_stop:
 *
 * Forgets the desk. To be called when it closes.
 */
void foyer_settings_draft_stop (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_get_published:
 *
 * Returns: (transfer none) (nullable): the settings as they stand here: what waits to be sent is in them. %NULL until they have been fetched;
 *   nothing can be drafted before
 */
FoyerRecord *foyer_settings_draft_get_published (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_apply:
 * @published: effective settings, or settings as they are stored
 *
 * Returns: (transfer full): @published with the draft in them; values that are none are left out
 */
FoyerRecord *foyer_settings_draft_apply (FoyerSettingsDraft *self, FoyerRecord *published);

guint foyer_settings_draft_get_n_changes (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_get_since:
 *
 * Returns: seconds since 1970 since when something is drafted, 0 while nothing is or nobody knows
 */
gint64 foyer_settings_draft_get_since (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_list_keys:
 *
 * Returns: (transfer full) (array zero-terminated=1): the settings that are changed, in the table's order
 */
char **foyer_settings_draft_list_keys (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_get:
 *
 * Returns: (transfer none) (nullable): what is drafted for @key, null for its default; %NULL if nothing is
 */
JsonNode *foyer_settings_draft_get (FoyerSettingsDraft *self, const char *key);

/* --- Changing --- */

/**
 * foyer_settings_draft_set:
 * @value: what it shall be, null for its default. It is kept even if it is none yet: see foyer_settings_draft_get_problem()
 *
 * Drafts a change. The published value is no change.
 */
void foyer_settings_draft_set (FoyerSettingsDraft *self, const char *key, JsonNode *value);

/**
 * foyer_settings_draft_take:
 * @patch: setting to value, null for its default; what is no setting is left out
 *
 * Drafts several changes, which are taken back as one.
 */
void foyer_settings_draft_take (FoyerSettingsDraft *self, JsonObject *patch);

/**
 * foyer_settings_draft_unset:
 *
 * The published value is meant. In a contested setting this is "theirs".
 */
void foyer_settings_draft_unset (FoyerSettingsDraft *self, const char *key);

/**
 * foyer_settings_draft_keep:
 *
 * The drafted value is meant, although somebody else has published another one: "mine".
 */
void foyer_settings_draft_keep (FoyerSettingsDraft *self, const char *key);

/**
 * foyer_settings_draft_discard:
 *
 * Takes all changes away.
 */
void foyer_settings_draft_discard (FoyerSettingsDraft *self);

/* --- What is wrong --- */

/**
 * foyer_settings_draft_is_contested:
 *
 * Returns: whether somebody else has published another value since @key was drafted
 */
gboolean foyer_settings_draft_is_contested (FoyerSettingsDraft *self, const char *key);

/**
 * foyer_settings_draft_get_problem:
 *
 * Returns: (transfer full) (nullable): what is wrong with @key, in one sentence; %NULL if nothing is
 */
char *foyer_settings_draft_get_problem (FoyerSettingsDraft *self, const char *key);

/**
 * foyer_settings_draft_refuse:
 *
 * Returns: (transfer full) (nullable): why the draft cannot be published now, in one sentence: a role, a problem, nothing to publish; %NULL if
 *   it can
 */
char *foyer_settings_draft_refuse (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_refuse_proposal:
 *
 * Returns: (transfer full) (nullable): the same for submitting it to those who may publish (X18)
 */
char *foyer_settings_draft_refuse_proposal (FoyerSettingsDraft *self);

/* --- Publishing --- */

/**
 * foyer_settings_draft_publish_async:
 * @note: (nullable): what it is for; goes into the history
 * @hold: the undo window in microseconds
 *
 * Publishes the draft by one operation, with or without a network. What is published leaves the draft; if it is taken back in time, it is
 * there again.
 */
void foyer_settings_draft_publish_async (FoyerSettingsDraft *self,
                                         const char *note,
                                         gint64 hold,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * foyer_settings_draft_publish_patch_async:
 * @patch: setting to value, null for its default
 *
 * Publishes these settings alone, whatever else is drafted. What is drafted for them is done with.
 */
void foyer_settings_draft_publish_patch_async (FoyerSettingsDraft *self,
                                               JsonObject *patch,
                                               const char *note,
                                               gint64 hold,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);

/**
 * foyer_settings_draft_schedule_async:
 * @publish_at: seconds since 1970
 *
 * Gives the draft to the server, which publishes it when it is time. It leaves the draft.
 */
void foyer_settings_draft_schedule_async (FoyerSettingsDraft *self,
                                          const char *note,
                                          gint64 publish_at,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * foyer_settings_draft_propose_async:
 *
 * Submits the draft to those who may publish (X18). It leaves the draft.
 */
void foyer_settings_draft_propose_async (FoyerSettingsDraft *self,
                                         const char *note,
                                         gint64 hold,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * foyer_settings_draft_publish_finish:
 *
 * Of all four.
 *
 * Returns: (transfer full): what was done and can be taken back, or %NULL with %FOYER_SETTINGS_DRAFT_ERROR_REFUSED or a #FoyerStoreError and
 *   nothing changed
 */
FoyerAct *
foyer_settings_draft_publish_finish (FoyerSettingsDraft *self, GAsyncResult *result, GError **error);

/**
 * FoyerSettingsDraft::changed:
 *
 * The draft, or what is published under it, is another.
 */

/**
 * FoyerSettingsDraft::acted:
 * @act: (type FoyerAct): a change of the draft that can be taken back; nothing is said of it
 */

/**
 * FoyerSettingsDraft::not-kept:
 * @error: (type GError): why this computer does not keep what was changed last
 */

G_END_DECLS
