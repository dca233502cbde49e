/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * FoyerCannedServer:
 *
 * Answers on a port of loopback with written bytes, so that replies that no good server gives can be tried. Runs in the test's main loop.
 */
typedef struct _FoyerCannedServer FoyerCannedServer;

/**
 * FoyerCannedEnd:
 * @FOYER_CANNED_CLOSE: closes the connection
 * @FOYER_CANNED_KEEP: waits for the next request on it
 * @FOYER_CANNED_HOLD: leaves it open and silent, until foyer_canned_server_push() or foyer_canned_server_hang_up()
 * @FOYER_CANNED_REPEAT: writes the part after the head again and again, 1 GB in all
 *
 * What comes after the bytes of an answer.
 */
typedef enum {
  FOYER_CANNED_CLOSE,
  FOYER_CANNED_KEEP,
  FOYER_CANNED_HOLD,
  FOYER_CANNED_REPEAT,
} FoyerCannedEnd;

/**
 * foyer_canned_server_new:
 * @certificate: (nullable): a file in tests/sync/data, for https
 */
FoyerCannedServer *foyer_canned_server_new (const char *certificate);
void foyer_canned_server_free (FoyerCannedServer *self);

/**
 * foyer_canned_server_get_address:
 *
 * Returns: `http://127.0.0.1:PORT` or `https://localhost:PORT`
 */
const char *foyer_canned_server_get_address (FoyerCannedServer *self);

/**
 * foyer_canned_server_answer:
 * @target: path and query of the request that gets it
 * @answer: the bytes, in which every `@ADDRESS@` becomes the server's address
 *
 * Adds an answer to those of @target. Each is given once; a request that finds none left fails the test.
 */
void foyer_canned_server_answer (FoyerCannedServer *self,
                                 const char *target,
                                 const char *answer,
                                 FoyerCannedEnd end);

/**
 * foyer_canned_server_answer_bytes:
 *
 * The same with any bytes.
 */
void foyer_canned_server_answer_bytes (FoyerCannedServer *self,
                                       const char *target,
                                       GBytes *answer,
                                       FoyerCannedEnd end);

/**
 * foyer_canned_server_json:
 * @status: such as `200 OK`
 *
 * Adds an answer in JSON with everything that belongs to it.
 */
void
foyer_canned_server_json (FoyerCannedServer *self, const char *target, const char *status, const char *body);

/**
 * foyer_canned_server_push:
 *
 * Waits for a connection that is held open and writes to it.
 */
void foyer_canned_server_push (FoyerCannedServer *self, const char *bytes);
void foyer_canned_server_hang_up (FoyerCannedServer *self);

/**
 * foyer_canned_server_get_requests:
 *
 * Returns: (element-type utf8): the requests so far, head and body
 */
GPtrArray *foyer_canned_server_get_requests (FoyerCannedServer *self);

/**
 * foyer_canned_server_wait_requests:
 *
 * Runs the main loop until @count requests have come.
 */
void foyer_canned_server_wait_requests (FoyerCannedServer *self, guint count);

/**
 * foyer_canned_server_wait_quiet:
 *
 * Runs the main loop until no connection is open.
 */
void foyer_canned_server_wait_quiet (FoyerCannedServer *self);

guint foyer_canned_server_get_connections (FoyerCannedServer *self);
guint64 foyer_canned_server_get_written (FoyerCannedServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCannedServer, foyer_canned_server_free)
