/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "foyer-http-message.h"
#include "foyer-shared-words.h"
#include "types/sign_in_event.h"

G_BEGIN_DECLS

/**
 * FoyerSignInNote:
 * @client_id: (nullable): to whose portal, if known
 * @person_id: (nullable): who, if known
 * @link_id: (nullable): by which direct link
 * @session_id: (nullable): what came of it
 * @email: (nullable): the address that was typed
 * @reason: (nullable): why not, for staff
 * @agent: (nullable): as browsers describe themselves
 * @remote: (nullable): the network address
 *
 * One step of somebody's way into the portal.
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  const char *link_id;
  const char *session_id;
  FoyerSignInMethod method;
  FoyerSignInEventOutcome outcome;
  const char *email;
  const char *reason;
  const char *agent;
  const char *remote;
} FoyerSignInNote;

/**
 * foyer_sign_in_note_write:
 *
 * Writes it down as a SignInEvent: staff read there what the portal never says.
 */
gboolean
foyer_sign_in_note_write (FoyerTransaction *transaction, const FoyerSignInNote *note, GError **error);

/**
 * foyer_sign_in_note_agent:
 *
 * Returns: (transfer full) (nullable): what a browser says of itself, as one line of text
 */
char *foyer_sign_in_note_agent (const FoyerHttpRequest *request);

G_END_DECLS
