/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-http-message.h"

G_BEGIN_DECLS

/**
 * FoyerPasswordGate:
 *
 * How often passwords are judged. That takes a fifth of a second on the writing lane, on purpose: whoever tries many must neither stop the
 * others there nor use up their turns, so that each network has turns of its own, and fewer than there are for all. Of one thread.
 */
typedef struct _FoyerPasswordGate FoyerPasswordGate;

FoyerPasswordGate *foyer_password_gate_new (FoyerClock *clock);
void foyer_password_gate_free (FoyerPasswordGate *self);

/**
 * foyer_password_gate_admits:
 * @remote: (nullable): where @request comes from
 *
 * Takes a turn if @request brings a password.
 *
 * Returns: whether @request may go on
 */
gboolean
foyer_password_gate_admits (FoyerPasswordGate *self, const FoyerHttpRequest *request, const char *remote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPasswordGate, foyer_password_gate_free)

G_END_DECLS
