/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-error.c - what an HTTP status means for the engine */

#include "foyer-sync-error.h"

G_DEFINE_QUARK (foyer - sync - error - quark, foyer_sync_error)

GError *
foyer_sync_error_busy (void)
{
  return g_error_new_literal (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BUSY, "The server is busy");
}

gboolean
foyer_sync_check_status (const FoyerTransportReply *reply, GError **error)
{
  switch (reply->status) {
  case 200:
    return TRUE;
  case 401:
    g_set_error_literal (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SIGN_IN,
                         "The server asks to sign in again");
    return FALSE;
  case 403:
    g_set_error_literal (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_FORBIDDEN,
                         "The server does not let this account in");
    return FALSE;
  case 408:
  case 425:
  case 429:
  case 502:
  case 503:
  case 504:
    g_propagate_error (error, foyer_sync_error_busy ());
    return FALSE;
  case 400:
  case 413:
  case 414:
  case 415:
  case 422:
  case 431:
    g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED, "The server does not understand us (%u)",
                 reply->status);
    return FALSE;
  default:
    /* A 404 or 405 comes from what stands before the server, and says nothing of what was sent. */
    g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_SERVER, "The server has trouble of its own (%u)",
                 reply->status);
    return FALSE;
  }
}
