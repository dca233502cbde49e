/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CLIENT_NOTIFIER (foyer_client_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClientNotifier, foyer_client_notifier, FOYER, CLIENT_NOTIFIER, GObject)

/**
 * FoyerClientNotifier:
 *
 * Tells what clients did that waits for no decision, while nobody looks at the window and the settings want it told: a visit they cancelled
 * (000-71), a time they took or changed at once (000-70), a message (000-72). Each is told once, and not if it happened before this console was open.
 * All is taken back when somebody looks.
 *
 * Properties: `watched` (boolean, to be bound: whether somebody looks at the window), `state` (int: #FoyerSyncState, bound to the desk's).
 */

/**
 * foyer_client_notifier_new:
 * @application: registered; has the action `app.open-record`, whose target is a record's id
 */
FoyerClientNotifier *foyer_client_notifier_new (FoyerDesk *desk, GApplication *application);

/**
 * foyer_client_notifier_stop:
 *
 * Takes back what was told and tells nothing any more. To be called before the desk is closed.
 */
void foyer_client_notifier_stop (FoyerClientNotifier *self);

G_END_DECLS
