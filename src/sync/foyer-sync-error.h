/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_SYNC_ERROR (foyer_sync_error_quark ())

/**
 * FoyerSyncError:
 * @FOYER_SYNC_ERROR_SIGN_IN: the server does not know us any more: somebody must sign in
 * @FOYER_SYNC_ERROR_FORBIDDEN: it knows us and lets us in no longer
 * @FOYER_SYNC_ERROR_BUSY: it asks to come back later
 * @FOYER_SYNC_ERROR_SERVER: it has trouble of its own
 * @FOYER_SYNC_ERROR_NOT_FOYER: something answers, but no Foyer server
 * @FOYER_SYNC_ERROR_OTHER_ACCOUNT: the server signed somebody else in than the store belongs to
 * @FOYER_SYNC_ERROR_REFUSED: it refused the request itself
 */
typedef enum {
  FOYER_SYNC_ERROR_SIGN_IN,
  FOYER_SYNC_ERROR_FORBIDDEN,
  FOYER_SYNC_ERROR_BUSY,
  FOYER_SYNC_ERROR_SERVER,
  FOYER_SYNC_ERROR_NOT_FOYER,
  FOYER_SYNC_ERROR_OTHER_ACCOUNT,
  FOYER_SYNC_ERROR_REFUSED,
} FoyerSyncError;

GQuark foyer_sync_error_quark (void);

/**
 * foyer_sync_error_busy:
 *
 * Returns: (transfer full): that the server asks to come back later
 */
GError *foyer_sync_error_busy (void);

/**
 * foyer_sync_check_status:
 *
 * Returns: whether the reply's status is 200; else %FALSE with a #FoyerSyncError
 */
gboolean foyer_sync_check_status (const FoyerTransportReply *reply, GError **error);

/*
 * Why an operation was put before a person, where the server does not say it itself: the member `cause` of its answer. Whoever tells people
 * finds the words.
 */
#define FOYER_CAUSE_CUT "cut"                      /* the connection broke off whenever it was sent */
#define FOYER_CAUSE_SERVER "server"                /* the server had an error of its own */
#define FOYER_CAUSE_AGAIN "again"                  /* the server failed at it again and again */
#define FOYER_CAUSE_NOT_UNDERSTOOD "notUnderstood" /* the server refused the request as a whole */

G_END_DECLS
