/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "http/foyer-event-query.h"

G_BEGIN_DECLS

/*
 * States of an account's types, as consoles have them: `<epoch>-<n>`, one counter for all types of an account. A table goes from type
 * name to state.
 */

/**
 * foyer_event_states_new:
 *
 * Returns: (transfer full) (element-type utf8 utf8): an empty table
 */
GHashTable *foyer_event_states_new (void);

/**
 * foyer_event_states_note:
 * @newer: states as somebody has just read them; those that are older than what is known change nothing
 * @noted: (nullable) (element-type utf8): a set to which the types whose state has changed are added
 */
void foyer_event_states_note (GHashTable *states, GHashTable *newer, GHashTable *noted);

/**
 * foyer_event_states_get_position:
 *
 * Returns: (transfer none): where the account as a whole stands, which is the id of events
 */
const char *foyer_event_states_get_position (GHashTable *states);

/**
 * foyer_event_states_list_missed:
 * @position: (nullable): the id of the last event that was heard, from outside
 *
 * Returns: (transfer full) (element-type utf8): the types that have changed since; all, if nobody can tell
 */
GHashTable *foyer_event_states_list_missed (GHashTable *states, const char *position);

/**
 * foyer_event_states_write:
 * @types: (element-type utf8): the types to tell of
 *
 * Returns: (transfer full) (nullable): the event (RFC 8620 §7.3), or %NULL if @query wants none of @types
 */
GBytes *foyer_event_states_write (GHashTable *states,
                                  const char *account_id,
                                  const FoyerEventQuery *query,
                                  GHashTable *types);

G_END_DECLS
