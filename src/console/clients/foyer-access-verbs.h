/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-undo-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ACCESS_VERBS (foyer_access_verbs_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAccessVerbs, foyer_access_verbs, FOYER, ACCESS_VERBS, GObject)

/**
 * FoyerAccessVerbs:
 *
 * Carries out what a person decides about who gets into a client's portal, as the actions of the group `access`. Invites are held for the undo
 * window; whatever makes access narrower leaves at once and is never held. Who may not change anything has no enabled action.
 *
 * Property: `undo-seconds`.
 */

/**
 * foyer_access_verbs_new:
 * @place: (transfer none): the widget whose window asks, and whose clipboard gets secrets
 */
FoyerAccessVerbs *foyer_access_verbs_new (GtkWidget *place);

GActionGroup *foyer_access_verbs_get_actions (FoyerAccessVerbs *self);

void foyer_access_verbs_start (FoyerAccessVerbs *self, FoyerDesk *desk);

/**
 * foyer_access_verbs_look_at:
 * @client: (nullable): to whom things are done from now on
 */
void foyer_access_verbs_look_at (FoyerAccessVerbs *self, FoyerRecord *client);

void foyer_access_verbs_stop (FoyerAccessVerbs *self);

/**
 * FoyerAccessVerbs::acted:
 * @act: (type FoyerAct): what was done and can be taken back
 */

/**
 * FoyerAccessVerbs::said:
 * @sentence: what came of something
 */

G_END_DECLS
