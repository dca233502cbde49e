/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-canned-transport.h"
#include "foyer-clock.h"
#include "foyer-sync-engine.h"

G_BEGIN_DECLS

#define FOYER_PLAYED_LABEL "lb-01890a5d-ac96-7d4e-8f00-0000000000a1"
#define FOYER_PLAYED_LIMIT 65536

/**
 * FoyerPlayedServer:
 * @session: (nullable): the session document instead of a good one
 *
 * One console, and a server whose every answer the test writes. Texts of the test have ' for ".
 */
typedef struct {
  char *directory;
  FoyerManualClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerCannedTransport *transport;
  FoyerSyncEngine *engine;
  char *session;
  GHashTable *answers; /* (element-type utf8 utf8): what to answer to a call, by its id */
} FoyerPlayedServer;

FoyerPlayedServer *foyer_played_server_new (void);
void foyer_played_server_free (FoyerPlayedServer *self);

/**
 * foyer_played_server_will_answer:
 * @answer: name and arguments
 *
 * Says what the next call of that id gets. Calls of which nothing is said get: there is nothing new, or that it is done.
 */
void foyer_played_server_will_answer (FoyerPlayedServer *self, const char *call_id, const char *answer);

/**
 * foyer_played_server_is_asked_for:
 *
 * Returns: whether @what stands in the request that waits for an answer
 */
gboolean foyer_played_server_is_asked_for (FoyerPlayedServer *self, const char *what);

/**
 * foyer_played_server_wait:
 *
 * Lets the engine work and time pass until it asks.
 */
void foyer_played_server_wait (FoyerPlayedServer *self);

/**
 * foyer_played_server_wait_for:
 *
 * Answers whatever is asked until @what stands in a request, which waits then.
 */
void foyer_played_server_wait_for (FoyerPlayedServer *self, const char *what);

/**
 * foyer_played_server_answer:
 * @session_state: that the answer tells
 *
 * Answers the request that waits: a question for the session with it, calls as said before.
 */
void foyer_played_server_answer (FoyerPlayedServer *self, const char *session_state);

/**
 * foyer_played_server_reply:
 *
 * Answers with any text.
 */
void foyer_played_server_reply (FoyerPlayedServer *self, const char *text);

/**
 * foyer_played_server_count_until:
 * @seconds: how long
 *
 * Answers all that is asked while time passes.
 *
 * Returns: how many requests came
 */
guint foyer_played_server_count_until (FoyerPlayedServer *self, guint seconds);

/**
 * foyer_played_server_come_to_rest:
 *
 * Answers whatever is asked until the engine rests.
 */
void foyer_played_server_come_to_rest (FoyerPlayedServer *self);

/**
 * foyer_played_server_start:
 *
 * Starts the engine and gives it one label, #FOYER_PLAYED_LABEL called Theirs.
 */
void foyer_played_server_start (FoyerPlayedServer *self);
gboolean foyer_played_server_has_label (FoyerPlayedServer *self);

/**
 * foyer_played_server_ask_for_labels:
 *
 * Has the engine ask for news until the labels' changes are among what is asked.
 */
void foyer_played_server_ask_for_labels (FoyerPlayedServer *self);

/**
 * foyer_played_server_rename_label:
 *
 * Returns: (transfer full): the operation that calls the label Mine
 */
char *foyer_played_server_rename_label (FoyerPlayedServer *self);
FoyerOperationState foyer_played_server_operation_state (FoyerPlayedServer *self, const char *operation);

G_END_DECLS
