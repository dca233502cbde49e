/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * foyer_scheduled_settings_publish:
 * @transaction: on the server's own behalf
 * @nothing: a #FoyerBackendWork gets data
 *
 * Publishes some of the settings that were scheduled for a time that has come, the earliest first. What somebody else has changed meanwhile
 * is never overwritten: then nothing of that version is published, and it says why (D1).
 */
gboolean foyer_scheduled_settings_publish (FoyerTransaction *transaction, gpointer nothing, GError **error);

/**
 * foyer_scheduled_settings_count_due:
 *
 * Returns: how many versions of @transaction's organisation wait although their time has come; -1 with an error
 */
gint64 foyer_scheduled_settings_count_due (FoyerTransaction *transaction, GError **error);

/**
 * foyer_settings_note_publication:
 * @before: PortalSettings as they were
 * @after: as they shall be; gets its version
 * @version: the SettingsVersion that makes it so, with its patch; gets its status, version and time, and is stored
 *
 * Counts a publication and writes it into the history and the log.
 */
gboolean foyer_settings_note_publication (FoyerTransaction *transaction,
                                          JsonObject *before,
                                          JsonObject *after,
                                          JsonObject *version,
                                          GError **error);

G_END_DECLS
