/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"

G_BEGIN_DECLS

/**
 * FoyerSecretKind:
 * @FOYER_SECRET_ACCESS: `fya_…`: a console's access token
 * @FOYER_SECRET_REFRESH: `fyr_…`: what it is renewed with
 * @FOYER_SECRET_CODE: `fyc_…`: a one-time code of staff sign-in
 * @FOYER_SECRET_LINK: `fyd_…`: a direct link into a portal
 * @FOYER_SECRET_SESSION: `fys_…`: the cookie of a portal session
 * @FOYER_SECRET_SIGN_IN: `fym_…`: a link that is mailed and signs in once
 * @FOYER_SECRET_INVITE: `fyi_…`: an invite
 * @FOYER_SECRET_REQUEST: `fyq_…`: the cookie of a browser that waits for a mail
 * @FOYER_SECRET_LOOK: `fyv_…`: a link by which staff look at a portal, and the cookie of the browser that opened it
 * @FOYER_SECRET_APPLICATION: `fyp_…`: an application password
 *
 * Kinds of bearer secrets. Each is a prefix, 32 random bytes in base64url and six characters that check the rest: mistyped ones and
 * garbage are refused without asking the database, and scanners for leaked secrets know them.
 */
typedef enum {
  FOYER_SECRET_ACCESS,
  FOYER_SECRET_REFRESH,
  FOYER_SECRET_CODE,
  FOYER_SECRET_LINK,
  FOYER_SECRET_SESSION,
  FOYER_SECRET_SIGN_IN,
  FOYER_SECRET_INVITE,
  FOYER_SECRET_REQUEST,
  FOYER_SECRET_LOOK,
  FOYER_SECRET_APPLICATION,
} FoyerSecretKind;

#define FOYER_N_SECRET_KINDS 10

/* Characters of every secret. */
#define FOYER_SECRET_LENGTH 53

/**
 * foyer_secret_new:
 *
 * Returns: (transfer full): a new secret; free it with foyer_secret_free() once it has been handed over
 */
char *foyer_secret_new (FoyerSecretKind kind, FoyerRandom *random);

/**
 * foyer_secret_free:
 *
 * Wipes and frees a secret.
 */
void foyer_secret_free (char *secret);

/**
 * foyer_secret_is_well_formed:
 * @secret: (nullable): any bytes from outside
 *
 * Returns: whether @secret could have been made as one of @kind
 */
gboolean foyer_secret_is_well_formed (const char *secret, FoyerSecretKind kind);

/**
 * foyer_secret_hash:
 *
 * Returns: (transfer full): the SHA-256 of @secret, under which it is kept. Looking up a hash takes a time that says nothing of the
 *   secret.
 */
GBytes *foyer_secret_hash (const char *secret);

G_END_DECLS
