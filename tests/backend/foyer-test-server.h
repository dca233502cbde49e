/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-record.h"
#include "foyer-worker.h"
#include "http/foyer-front.h"

G_BEGIN_DECLS

/* 2026-11-23T09:00:00Z, a Monday. */
#define TEST_SERVER_NOW G_GINT64_CONSTANT (1795424400)

/**
 * FoyerTestServer:
 * @clock: stands still unless it is moved
 * @front: (nullable): once opened
 * @is_public_https: set it before foyer_test_server_open() for a server that clients reach by https
 *
 * A whole server in a directory of its own and in one thread, with the business of `foyer-test-business.h` as organisation `northwind`, whose
 * clock shows London's time, and whatever organisations a test adds. Each has the same records with the same ids.
 */
typedef struct {
  char *directory;
  FoyerManualClock *clock;
  FoyerRandom *random;
  FoyerBackend *backend;
  FoyerServerLog *log;
  int log_file;

  FoyerFront *front;
  FoyerWorker *worker;
  guint port;
  gboolean is_public_https;
} FoyerTestServer;

FoyerTestServer *foyer_test_server_new (void);
void foyer_test_server_free (FoyerTestServer *self);

/**
 * foyer_test_server_add:
 *
 * Adds an organisation with the same business.
 */
void foyer_test_server_add (FoyerTestServer *self, const char *slug);

/**
 * foyer_test_server_put:
 * @json: records as foyer_test_business_put() takes them
 */
void foyer_test_server_put (FoyerTestServer *self, const char *slug, const char *json);

/**
 * foyer_test_server_get:
 * @id: short, or whole
 *
 * Returns: (transfer full) (nullable): the record as it is in the database
 */
FoyerRecord *foyer_test_server_get (FoyerTestServer *self, const char *slug, const char *id);

/**
 * foyer_test_server_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): all records of @type
 */
GPtrArray *foyer_test_server_list (FoyerTestServer *self, const char *slug, const FoyerRecordType *type);

/**
 * foyer_test_server_sign_in:
 *
 * Returns: (transfer full): an access token of Ana
 */
char *foyer_test_server_sign_in (FoyerTestServer *self, const char *slug);

/**
 * foyer_test_server_make_link:
 * @link: (nullable): members of the PortalLink beyond id and client; short ids as in foyer_test_business_put()
 *
 * Returns: (transfer full): the secret of a fresh link of that client
 */
char *foyer_test_server_make_link (FoyerTestServer *self,
                                   const char *slug,
                                   const char *id,
                                   const char *client_id,
                                   const char *link);

/**
 * foyer_test_server_ask:
 * @credentials: (nullable)
 *
 * Returns: (transfer full): what the backend answers to @request, without sockets
 */
FoyerHttpResponse *
foyer_test_server_ask (FoyerTestServer *self, const FoyerCredentials *credentials, FoyerHttpRequest *request);

/**
 * foyer_test_server_dump:
 *
 * Returns: (transfer full): a hash of everything in the database, to see that nothing was changed; what strangers ask for at the door
 *   is counted by foyer_test_server_count_wishes()
 */
char *foyer_test_server_dump (FoyerTestServer *self);

/**
 * foyer_test_server_count_wishes:
 *
 * Returns: how many wishes wait at the doors
 */
gint64 foyer_test_server_count_wishes (FoyerTestServer *self);

/**
 * foyer_test_server_open:
 *
 * Opens a door on loopback, with lanes that run where they are asked.
 */
void foyer_test_server_open (FoyerTestServer *self);

/**
 * foyer_test_server_advance:
 *
 * Lets so many seconds pass.
 */
void foyer_test_server_advance (FoyerTestServer *self, gint64 seconds);

/**
 * foyer_test_wait:
 * @is_done: asked again after each turn of the main loop
 *
 * Runs the main loop until something has happened. Fails the test if it does not.
 */
void foyer_test_wait (gboolean (*is_done) (gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTestServer, foyer_test_server_free)

G_END_DECLS
