/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* Seconds that tokens live; application passwords live until their device is signed out. */
#define FOYER_ACCESS_TOKEN_SECONDS 3600
#define FOYER_REFRESH_TOKEN_SECONDS (90 * 86400)

/**
 * FoyerTokenOwner:
 *
 * Whose a token is.
 */
typedef struct {
  gint64 organisation;
  char *staff_id;
  char *device_id;
} FoyerTokenOwner;

void foyer_token_owner_free (FoyerTokenOwner *self);

/**
 * FoyerDevice:
 * @since: seconds since 1970: its first sign-in that is still remembered
 * @seen_at: seconds since 1970: when it last got tokens
 * @revoked: whether it has been signed out
 *
 * A console that was signed in.
 */
typedef struct {
  char *id;
  char *staff_id;
  gint64 since;
  gint64 seen_at;
  gboolean revoked;
} FoyerDevice;

void foyer_device_free (FoyerDevice *self);

/**
 * foyer_tokens_issue:
 * @device_id: the console that signs in
 * @now: seconds since 1970
 *
 * Makes the tokens of a console that has just proved who it is. Only their hashes are kept.
 *
 * Returns: (transfer full): the tokens, or %NULL with an error
 */
FoyerTokens *foyer_tokens_issue (FoyerDatabase *database,
                                 FoyerRandom *random,
                                 gint64 organisation,
                                 const char *staff_id,
                                 const char *device_id,
                                 gint64 now,
                                 GError **error);

/**
 * foyer_tokens_refresh:
 * @refresh_token: from outside
 * @robbed: (out) (optional) (nullable): whose device was signed out because the token came a second time
 *
 * Changes a refresh token, which works once, for new tokens. One that comes a second time has been stolen or copied: then the whole
 * device is signed out, and this too must be committed although it is answered with an error.
 *
 * Returns: (transfer full): the tokens, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerTokens *foyer_tokens_refresh (FoyerDatabase *database,
                                   FoyerRandom *random,
                                   const char *refresh_token,
                                   gint64 now,
                                   FoyerTokenOwner **robbed,
                                   GError **error);

/**
 * foyer_tokens_issue_application:
 * @device_id: the program that signs in
 *
 * Makes the password of a program that cannot open a browser. Only its hash is kept.
 *
 * Returns: (transfer full): the password, or %NULL with an error
 */
char *foyer_tokens_issue_application (FoyerDatabase *database,
                                      FoyerRandom *random,
                                      gint64 organisation,
                                      const char *staff_id,
                                      const char *device_id,
                                      gint64 now,
                                      GError **error);

/**
 * foyer_tokens_find_owner:
 * @access_token: from outside
 *
 * Returns: (transfer full): whose it is, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerTokenOwner *
foyer_tokens_find_owner (FoyerDatabase *database, const char *access_token, gint64 now, GError **error);

/**
 * foyer_tokens_revoke:
 * @token: an access or refresh token from outside; one that nobody knows is no error (RFC 7009)
 * @owner: (out) (optional) (nullable): whose it was
 *
 * Signs out the device that holds @token.
 */
gboolean foyer_tokens_revoke (FoyerDatabase *database,
                              const char *token,
                              gint64 now,
                              FoyerTokenOwner **owner,
                              GError **error);

/**
 * foyer_tokens_revoke_device:
 *
 * Signs out a device: all its tokens stop at once.
 */
gboolean foyer_tokens_revoke_device (FoyerDatabase *database,
                                     gint64 organisation,
                                     const char *device_id,
                                     gint64 now,
                                     GError **error);

/**
 * foyer_tokens_revoke_staff:
 *
 * Signs out all devices of a staff member.
 */
gboolean foyer_tokens_revoke_staff (FoyerDatabase *database,
                                    gint64 organisation,
                                    const char *staff_id,
                                    gint64 now,
                                    GError **error);

/**
 * foyer_tokens_list_devices:
 *
 * Returns: (transfer full) (element-type FoyerDevice): the devices of a staff member, the last seen first
 */
GPtrArray *foyer_tokens_list_devices (FoyerDatabase *database,
                                      gint64 organisation,
                                      const char *staff_id,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTokenOwner, foyer_token_owner_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDevice, foyer_device_free)

G_END_DECLS
