/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SERVER_LOG (foyer_server_log_get_type ())
G_DECLARE_FINAL_TYPE (FoyerServerLog, foyer_server_log, FOYER, SERVER_LOG, GObject)

/**
 * FoyerServerLog:
 *
 * One JSON object a line, for programs to read. No personal data, no secrets, no addresses of people: what happened, when, how long it
 * took and under which number a person can ask about it. Any thread may write.
 */

/**
 * foyer_server_log_new:
 * @descriptor: where lines go, -1 for nowhere
 *
 * Returns: (transfer full): the log
 */
FoyerServerLog *foyer_server_log_new (FoyerClock *clock, int descriptor);

/**
 * foyer_server_log_event:
 * @level: `info`, `warning` or `error`
 * @event: what happened, in a word
 * @...: names of members and their values, texts all, %NULL-terminated; a member whose value is %NULL is left out
 */
void foyer_server_log_event (FoyerServerLog *self, const char *level, const char *event, ...)
    G_GNUC_NULL_TERMINATED;

/**
 * foyer_server_log_redact_path:
 *
 * Returns: (transfer full): @path with every secret in it taken out
 */
char *foyer_server_log_redact_path (const char *path);

/**
 * foyer_server_log_take_messages:
 *
 * Writes what GLib and the libraries log as lines of this log too, for as long as the process lives. For the program's main function
 * alone.
 */
void foyer_server_log_take_messages (FoyerServerLog *self);

G_END_DECLS
