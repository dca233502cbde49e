/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test-server.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LOOPBACK (foyer_loopback_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLoopback, foyer_loopback, FOYER, LOOPBACK, GObject)

/**
 * foyer_loopback_new:
 * @name: of the console, in the trace
 * @token: of whoever is signed in
 * @trace: where every exchange is written down
 *
 * Returns: (transfer full): a way to @server without sockets, which takes 5 ms of the server's clock each way
 */
FoyerTransport *
foyer_loopback_new (FoyerTestServer *server, const char *name, const char *token, GString *trace);

/**
 * foyer_loopback_set_online:
 *
 * Pulls the plug or puts it back. What is under way is lost.
 */
void foyer_loopback_set_online (FoyerLoopback *self, gboolean online);

/**
 * foyer_loopback_lose_replies:
 *
 * The next @count requests arrive, but their replies do not.
 */
void foyer_loopback_lose_replies (FoyerLoopback *self, guint count);

/**
 * foyer_loopback_lose_reply_after:
 *
 * The next @count replies arrive, and the one after them does not.
 */
void foyer_loopback_lose_reply_after (FoyerLoopback *self, guint count);

/**
 * FoyerLoopbackFault:
 * @FOYER_FAULT_SERVER_FAIL: the call is answered with `serverFail`, and nothing is done; the other calls are answered
 * @FOYER_FAULT_STATUS: the request is answered with a status, and nothing is done
 * @FOYER_FAULT_CUT_BEFORE: the request breaks off before it arrives
 * @FOYER_FAULT_CUT_AFTER: the request is done, and the reply breaks off
 */
typedef enum {
  FOYER_FAULT_SERVER_FAIL,
  FOYER_FAULT_STATUS,
  FOYER_FAULT_CUT_BEFORE,
  FOYER_FAULT_CUT_AFTER,
} FoyerLoopbackFault;

/**
 * foyer_loopback_set_fault:
 * @needle: (nullable): what a request must hold for the fault to strike; %NULL to end it
 * @status: of HTTP, for %FOYER_FAULT_STATUS
 * @body: (nullable): its JSON
 */
void foyer_loopback_set_fault (FoyerLoopback *self,
                               const char *needle,
                               FoyerLoopbackFault fault,
                               guint status,
                               const char *body);

/**
 * foyer_loopback_count_requests:
 *
 * Returns: how many requests have left so far
 */
guint foyer_loopback_count_requests (FoyerLoopback *self);

/**
 * foyer_loopback_set_error:
 * @type: of the method error that %FOYER_FAULT_SERVER_FAIL answers with
 */
void foyer_loopback_set_error (FoyerLoopback *self, const char *type);

/**
 * foyer_loopback_set_broken_method:
 * @name: (nullable): of the method that the server fails at
 */
void foyer_loopback_set_broken_method (FoyerLoopback *self, const char *name);

/**
 * foyer_loopback_rewrite:
 * @from: (nullable): what stands as @to in every reply from now on; %NULL for replies as they are
 */
void foyer_loopback_rewrite (FoyerLoopback *self, const char *from, const char *to);

/**
 * foyer_loopback_set_token:
 *
 * Signs in anew: tokens last an hour.
 */
void foyer_loopback_set_token (FoyerLoopback *self, const char *token);

/**
 * foyer_loopback_set_skew:
 * @seconds: by which the server's clock is ahead of the console's
 */
void foyer_loopback_set_skew (FoyerLoopback *self, gint64 seconds);

/**
 * foyer_loopback_refuse_streams:
 *
 * Ends the event stream, and refuses the next ones with @status: 0 for no connection, 204 for "never come back". 200 takes them again.
 */
void foyer_loopback_refuse_streams (FoyerLoopback *self, guint status);

/**
 * foyer_loopback_get_fetches:
 *
 * Returns: how many pieces of files the server was asked for
 */
guint foyer_loopback_get_fetches (FoyerLoopback *self);

G_END_DECLS
