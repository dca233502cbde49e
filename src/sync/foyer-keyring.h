/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-account.h"

G_BEGIN_DECLS

#define FOYER_KEYRING_ERROR (foyer_keyring_error_quark ())

/**
 * FoyerKeyringError:
 * @FOYER_KEYRING_ERROR_LOCKED: there is a keyring, but it stayed locked
 * @FOYER_KEYRING_ERROR_MISSING: this session has no keyring
 * @FOYER_KEYRING_ERROR_NOT_FOUND: it is open and holds nothing for the account
 */
typedef enum {
  FOYER_KEYRING_ERROR_LOCKED,
  FOYER_KEYRING_ERROR_MISSING,
  FOYER_KEYRING_ERROR_NOT_FOUND,
} FoyerKeyringError;

GQuark foyer_keyring_error_quark (void);

/**
 * FoyerCredential:
 * @access_token: (nullable): short-lived
 * @refresh_token: long-lived; changes at every use
 *
 * The secrets of a signed-in account. They are kept in the Secret Service and nowhere else.
 */
typedef struct {
  char *access_token;
  char *refresh_token;
} FoyerCredential;

FoyerCredential *foyer_credential_new (const char *access_token, const char *refresh_token);
FoyerCredential *foyer_credential_copy (const FoyerCredential *self);
void foyer_credential_free (FoyerCredential *self);

void foyer_keyring_store_async (const FoyerAccount *account,
                                const FoyerCredential *credential,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean foyer_keyring_store_finish (GAsyncResult *result, GError **error);

void foyer_keyring_load_async (const FoyerAccount *account,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * foyer_keyring_load_finish:
 *
 * Returns: (transfer full): the secrets, or %NULL with a #FoyerKeyringError. A locked keyring answers "nothing" without an error by itself;
 *   this tells the two apart.
 */
FoyerCredential *foyer_keyring_load_finish (GAsyncResult *result, GError **error);

void foyer_keyring_clear_async (const FoyerAccount *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean foyer_keyring_clear_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCredential, foyer_credential_free)

G_END_DECLS
