/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerTestClient:
 * @received: what the server has sent
 * @is_closed: whether it has hung up
 *
 * A client that speaks in bytes, of a server in the same thread.
 */
typedef struct {
  GSocket *socket;
  GString *received;
  gboolean is_closed;
} FoyerTestClient;

FoyerTestClient *foyer_test_client_new (guint port);
void foyer_test_client_free (FoyerTestClient *self);

/**
 * foyer_test_client_send:
 * @length: bytes of @bytes, or -1 if they end with a nul
 */
void foyer_test_client_send (FoyerTestClient *self, const char *bytes, gssize length);

/**
 * foyer_test_client_receive:
 *
 * Takes what has come so far, without waiting.
 */
void foyer_test_client_receive (FoyerTestClient *self);

/**
 * foyer_test_client_wait_closed:
 *
 * Runs the main loop until the server has hung up.
 */
void foyer_test_client_wait_closed (FoyerTestClient *self);

/**
 * foyer_test_client_wait_text:
 *
 * Runs the main loop until @text has come.
 */
void foyer_test_client_wait_text (FoyerTestClient *self, const char *text);

/**
 * foyer_test_client_get_status:
 *
 * Returns: the status of the answer, 0 if there was none
 */
guint foyer_test_client_get_status (FoyerTestClient *self);

/**
 * foyer_test_client_count:
 *
 * Returns: how often @text has come
 */
guint foyer_test_client_count (FoyerTestClient *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTestClient, foyer_test_client_free)

G_END_DECLS
