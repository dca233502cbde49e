/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"
#include "http/foyer-server-log.h"

G_BEGIN_DECLS

#define FOYER_TYPE_FRONT (foyer_front_get_type ())
G_DECLARE_FINAL_TYPE (FoyerFront, foyer_front, FOYER, FRONT, GObject)

/**
 * FoyerFront:
 *
 * The backend's door: takes requests from a listening socket, has them answered on the backend's two lanes and sends the answers. Lives
 * in the main loop's thread.
 */

/**
 * FoyerFrontOptions:
 * @socket: listens already
 * @reader: the backend's reading lane
 * @writer: the backend's writing lane
 * @uploader: looks at what clients bring in, beside both lanes
 * @fetcher: fetches pictures from elsewhere, beside both lanes
 * @is_public_https: whether clients reach the server by https
 *
 * What a front is made of.
 */
typedef struct {
  FoyerBackend *backend;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerServerLog *log;
  GSocket *socket;
  FoyerWorker *reader;
  FoyerWorker *writer;
  FoyerWorker *uploader;
  FoyerWorker *fetcher;
  gboolean is_public_https;
} FoyerFrontOptions;

/**
 * FoyerFront::stopped:
 *
 * Emitted once after foyer_front_stop(), when every answer has been sent.
 */

/**
 * foyer_front_new:
 *
 * Returns: (transfer full): an open door
 */
FoyerFront *foyer_front_new (const FoyerFrontOptions *options);

/**
 * foyer_front_stop:
 *
 * Takes no more requests, ends event streams and lets running requests end, for a few seconds at most.
 */
void foyer_front_stop (FoyerFront *self);

/**
 * foyer_front_note_write:
 *
 * Says that something was written by another way than a request, so that event streams look at their tokens again.
 */
void foyer_front_note_write (FoyerFront *self);

/**
 * foyer_front_count_streams:
 *
 * Returns: how many event streams are open
 */
guint foyer_front_count_streams (FoyerFront *self);

G_END_DECLS
