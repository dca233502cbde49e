/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-account.h"
#include "foyer-keyring.h"
#include "foyer-random.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_SIGN_IN_ERROR (foyer_sign_in_error_quark ())

/**
 * FoyerSignInError:
 * @FOYER_SIGN_IN_ERROR_ADDRESS: not the address of a server
 * @FOYER_SIGN_IN_ERROR_UNREACHABLE: no answer from there
 * @FOYER_SIGN_IN_ERROR_CERTIFICATE: it cannot prove who it is
 * @FOYER_SIGN_IN_ERROR_NOT_FOYER: something answers, but no Foyer server
 * @FOYER_SIGN_IN_ERROR_REFUSED: wrong or used code, or the person said no
 * @FOYER_SIGN_IN_ERROR_SERVER: the server has trouble of its own
 */
typedef enum {
  FOYER_SIGN_IN_ERROR_ADDRESS,
  FOYER_SIGN_IN_ERROR_UNREACHABLE,
  FOYER_SIGN_IN_ERROR_CERTIFICATE,
  FOYER_SIGN_IN_ERROR_NOT_FOYER,
  FOYER_SIGN_IN_ERROR_REFUSED,
  FOYER_SIGN_IN_ERROR_SERVER,
} FoyerSignInError;

GQuark foyer_sign_in_error_quark (void);

/**
 * FoyerSignInResult:
 *
 * Who was signed in, and the secrets to keep.
 */
typedef struct {
  FoyerAccount *account;
  FoyerCredential *credential;
} FoyerSignInResult;

void foyer_sign_in_result_free (FoyerSignInResult *self);

/**
 * foyer_sign_in_with_code_async:
 * @address: as typed: `portal.example.com`, `http://127.0.0.1:8080`
 * @code: what `foyer-server code` printed
 */
void foyer_sign_in_with_code_async (const char *address,
                                    const char *code,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * FoyerOpenUriFunc: opens @uri in the person's browser.
 */
typedef void (*FoyerOpenUriFunc) (const char *uri, gpointer user_data);

/**
 * foyer_sign_in_with_browser_async:
 * @open_uri: (scope async): called once, with the address of the sign-in page
 *
 * OAuth 2.0 for native apps (RFC 8252): PKCE, a redirect to a port on loopback, the system's browser. Ends when the browser comes back,
 * or when it is cancelled.
 */
void foyer_sign_in_with_browser_async (const char *address,
                                       FoyerRandom *random,
                                       FoyerOpenUriFunc open_uri,
                                       gpointer open_data,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * foyer_sign_in_finish:
 *
 * Returns: (transfer full): the result of either, or %NULL with a #FoyerSignInError
 */
FoyerSignInResult *foyer_sign_in_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSignInResult, foyer_sign_in_result_free)

G_END_DECLS
