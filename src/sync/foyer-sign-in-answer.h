/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sign-in.h"

#include "foyer-jmap-session.h"

G_BEGIN_DECLS

/**
 * FoyerSignInMetadata:
 * @authorize_url: the sign-in page
 * @token_url: where codes are changed for tokens
 *
 * What a server says about its sign-in (RFC 8414).
 */
typedef struct {
  char *authorize_url;
  char *token_url;
} FoyerSignInMetadata;

void foyer_sign_in_metadata_free (FoyerSignInMetadata *self);

/**
 * foyer_sign_in_answer_read_metadata:
 * @reply: (nullable): %NULL, with @error already set, passes through; so do the other functions
 * @address: the server that was asked; it must speak of itself
 *
 * Returns: (transfer full): the metadata, or %NULL with a #FoyerSignInError
 */
FoyerSignInMetadata *
foyer_sign_in_answer_read_metadata (const FoyerTransportReply *reply, const char *address, GError **error);

/**
 * foyer_sign_in_answer_read_tokens:
 *
 * Returns: (transfer full): both tokens, or %NULL with a #FoyerSignInError
 */
FoyerCredential *foyer_sign_in_answer_read_tokens (const FoyerTransportReply *reply, GError **error);

/**
 * foyer_sign_in_answer_read_session:
 *
 * Returns: (transfer full): the session of a Foyer server, or %NULL with a #FoyerSignInError
 */
FoyerJmapSession *
foyer_sign_in_answer_read_session (const FoyerTransportReply *reply, const char *address, GError **error);

/**
 * foyer_sign_in_answer_translate:
 * @error: (transfer full): a #FoyerTransportError or #FoyerSignInError
 *
 * Returns: (transfer full): the same as a #FoyerSignInError; what was cancelled stays %G_IO_ERROR_CANCELLED
 */
GError *foyer_sign_in_answer_translate (GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSignInMetadata, foyer_sign_in_metadata_free)

G_END_DECLS
