/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Pings are at least and at most so many seconds apart. */
#define FOYER_EVENT_QUERY_SHORTEST_PING 5
#define FOYER_EVENT_QUERY_LONGEST_PING 300

/**
 * FoyerEventQuery:
 * @types: (nullable): the types to tell of, %NULL for all
 * @close_after_state: whether the stream ends after its first state event
 * @ping: seconds of silence after which to ping, 0 for never
 *
 * What a client wants to hear.
 */
typedef struct {
  GStrv types;
  gboolean close_after_state;
  gint64 ping;
} FoyerEventQuery;

/**
 * foyer_event_query_parse:
 * @query: (nullable): of the request's address
 *
 * Returns: (transfer full) (nullable): what is wanted, or %NULL if @query cannot be understood
 */
FoyerEventQuery *foyer_event_query_parse (const char *query);
void foyer_event_query_free (FoyerEventQuery *self);

/**
 * foyer_event_query_wants:
 *
 * Returns: whether changes of @type are to be told
 */
gboolean foyer_event_query_wants (const FoyerEventQuery *self, const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerEventQuery, foyer_event_query_free)

G_END_DECLS
