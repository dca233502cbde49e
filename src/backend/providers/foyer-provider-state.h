/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_PROVIDER_ERROR (foyer_provider_error_quark ())

/**
 * FoyerProviderError:
 * @FOYER_PROVIDER_ERROR_NOT_CONNECTED: there is no provider; connect one
 * @FOYER_PROVIDER_ERROR_REFUSED: the provider will not; asking again does not help
 * @FOYER_PROVIDER_ERROR_TRY_AGAIN: nothing was done; ask again later
 * @FOYER_PROVIDER_ERROR_UNCERTAIN: nobody knows whether it was done
 */
typedef enum {
  FOYER_PROVIDER_ERROR_NOT_CONNECTED,
  FOYER_PROVIDER_ERROR_REFUSED,
  FOYER_PROVIDER_ERROR_TRY_AGAIN,
  FOYER_PROVIDER_ERROR_UNCERTAIN,
} FoyerProviderError;

GQuark foyer_provider_error_quark (void);

/**
 * FoyerProviderState:
 * @FOYER_PROVIDER_NOT_CONNECTED: there is none
 * @FOYER_PROVIDER_TROUBLED: there is one, and it does not work
 * @FOYER_PROVIDER_READY: it works
 */
typedef enum {
  FOYER_PROVIDER_NOT_CONNECTED,
  FOYER_PROVIDER_TROUBLED,
  FOYER_PROVIDER_READY,
} FoyerProviderState;

G_END_DECLS
