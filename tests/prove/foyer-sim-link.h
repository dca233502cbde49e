/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sim-server.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/* The short id of a record that only another business on the same server has, and how it ends when it is whole. */
#define FOYER_SIM_FOREIGN_ID "lb-777"
#define FOYER_SIM_FOREIGN_END "000000000777"

/**
 * FoyerSimWeather:
 * @lose_request: how many of a thousand requests never arrive
 * @lose_reply: how many arrive, but not their replies
 * @late: how many arrive long after their sender has given up
 * @repeat: how many arrive once more, later
 * @cut: how many replies end in the middle
 * @junk: how many are answered by something that is no Foyer server
 * @busy: how many are turned away
 * @crash: how many end with a crash of the server between its commit and its reply
 * @slow: longest way in one direction, in microseconds
 * @page: most changes at a time, as the session says
 * @calls: most calls in a request, as the session says
 * @upload: longest upload in bytes, as the session says
 * @exchanges: whether requests and replies are written into the trace in full
 * @n_requests: how many have been sent altogether
 * @under_way: requests that have not arrived for the last time
 *
 * What the network does to everybody.
 */
typedef struct {
  guint lose_request;
  guint lose_reply;
  guint late;
  guint repeat;
  guint cut;
  guint junk;
  guint busy;
  guint crash;
  gint64 slow;
  guint page;
  guint calls;
  guint upload;
  gboolean exchanges;
  guint n_requests;
  guint under_way;
} FoyerSimWeather;

#define FOYER_TYPE_SIM_LINK (foyer_sim_link_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSimLink, foyer_sim_link, FOYER, SIM_LINK, GObject)

/**
 * foyer_sim_link_new:
 * @console: its number
 * @weather: outlives the link
 * @trace: every arrival is written there
 *
 * Returns: (transfer full): a #FoyerTransport to @server through @weather
 */
FoyerTransport *foyer_sim_link_new (FoyerSimServer *server,
                                    guint console,
                                    FoyerSimWeather *weather,
                                    FoyerRandom *random,
                                    GString *trace);

/**
 * foyer_sim_link_set_online:
 *
 * Pulls the plug or puts it back. What is under way is lost.
 */
void foyer_sim_link_set_online (FoyerSimLink *self, gboolean online);
gboolean foyer_sim_link_is_online (FoyerSimLink *self);

/**
 * foyer_sim_link_drop_streams:
 *
 * Ends the event streams; their owner finds out at once.
 */
void foyer_sim_link_drop_streams (FoyerSimLink *self);

/**
 * foyer_sim_link_mute_streams:
 *
 * Lets nothing more come out of the open event streams, and nobody is told.
 */
void foyer_sim_link_mute_streams (FoyerSimLink *self);

/**
 * foyer_sim_link_push:
 *
 * Sends a state event down the streams.
 */
void foyer_sim_link_push (FoyerSimLink *self, const char *account_id, GHashTable *states);

G_END_DECLS
