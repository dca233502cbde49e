/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PROPOSAL_NOTIFIER (foyer_proposal_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FoyerProposalNotifier, foyer_proposal_notifier, FOYER, PROPOSAL_NOTIFIER, GObject)

/**
 * FoyerProposalNotifier:
 *
 * Tells who may publish, while nobody looks at the window, that somebody else submitted settings for publishing (X18). There is one such
 * notification at a time; it is taken back when none waits any more, wherever that was decided.
 *
 * Property: `watched` (boolean, to be bound: whether somebody looks at the window).
 */

/**
 * foyer_proposal_notifier_new:
 * @application: registered; has the action `app.open-record`
 */
FoyerProposalNotifier *foyer_proposal_notifier_new (FoyerDesk *desk, GApplication *application);

/**
 * foyer_proposal_notifier_stop:
 *
 * Takes back what was told and tells nothing any more. To be called before the desk is closed.
 */
void foyer_proposal_notifier_stop (FoyerProposalNotifier *self);

G_END_DECLS
