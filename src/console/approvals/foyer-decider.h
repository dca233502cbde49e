/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-approval.h"
#include "foyer-booking-watch.h"
#include "foyer-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_DECIDER (foyer_decider_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDecider, foyer_decider, FOYER, DECIDER, GObject)

/**
 * FoyerDecider:
 *
 * Carries out what a person decides about the request that is looked at: asks for the reason where one is needed, and gives the decision to
 * the store. Its actions `approve` and `decline` are enabled while they can be done.
 *
 * Properties: `undo-seconds`; read-only: `stale` (whether what is looked at has been decided elsewhere).
 */

/**
 * foyer_decider_new:
 * @place: where dialogs belong; not owned, it owns this
 */
FoyerDecider *foyer_decider_new (GtkWidget *place);

GActionGroup *foyer_decider_get_actions (FoyerDecider *self);

/**
 * foyer_decider_start:
 * @watch: of the booking that is looked at
 */
void foyer_decider_start (FoyerDecider *self, FoyerDesk *desk, FoyerBookingWatch *watch);

/**
 * foyer_decider_look_at:
 * @approval: (nullable): what is looked at
 * @to_decide: whether it is looked at in order to decide it
 */
void foyer_decider_look_at (FoyerDecider *self, FoyerApproval *approval, gboolean to_decide);

/**
 * foyer_decider_has_decided:
 *
 * Returns: whether @booking_id was decided here and has not been seen to leave yet
 */
gboolean foyer_decider_has_decided (FoyerDecider *self, const char *booking_id);

/**
 * foyer_decider_forget:
 *
 * What was decided has left the list.
 */
void foyer_decider_forget (FoyerDecider *self);

/**
 * foyer_decider_stop:
 *
 * To be called before the last reference is dropped.
 */
void foyer_decider_stop (FoyerDecider *self);

/**
 * FoyerDecider::acted:
 * @act: (type FoyerAct): what was done
 */

/**
 * FoyerDecider::failed:
 * @sentence: why nothing was done
 */

G_END_DECLS
