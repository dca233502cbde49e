/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-remedy.h"
#include "foyer-undo-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_REMEDY_VERBS (foyer_remedy_verbs_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRemedyVerbs, foyer_remedy_verbs, FOYER, REMEDY_VERBS, GObject)

/**
 * FoyerRemedyVerbs:
 *
 * Carries out remedies (E1), each as a command that can be taken back, or by having a place opened where it is done. Settings are published
 * and mails sent after the undo window; security and what only one client sees act at once (E4).
 *
 * Property: `undo-seconds`.
 */

/**
 * foyer_remedy_verbs_new:
 * @place: (transfer none): the widget whose window asks, and whose clipboard gets secrets
 */
FoyerRemedyVerbs *foyer_remedy_verbs_new (GtkWidget *place);

void foyer_remedy_verbs_start (FoyerRemedyVerbs *self, FoyerDesk *desk);
void foyer_remedy_verbs_stop (FoyerRemedyVerbs *self);

/**
 * foyer_remedy_verbs_refuse:
 *
 * Returns: (transfer full) (nullable): why @remedy cannot be carried out now by whoever is signed in, in one sentence; %NULL if it can
 */
char *foyer_remedy_verbs_refuse (FoyerRemedyVerbs *self, const FoyerRemedy *remedy);

/**
 * foyer_remedy_verbs_carry_out:
 * @remedy: is not kept
 *
 * Does it. What comes of it is told by one of the signals.
 */
void foyer_remedy_verbs_carry_out (FoyerRemedyVerbs *self, const FoyerRemedy *remedy);

/**
 * FoyerRemedyVerbs::acted:
 * @act: (type FoyerAct): what was done and can be taken back
 */

/**
 * FoyerRemedyVerbs::said:
 * @sentence: what came of something
 */

/**
 * FoyerRemedyVerbs::open-record:
 * @id: a record where somebody decides
 */

/**
 * FoyerRemedyVerbs::open-setting:
 * @key: a setting, or the name of a page of settings: `payments`, `texts`, `mail`, `booking`
 */

/**
 * FoyerRemedyVerbs::open-outbox:
 */

/**
 * FoyerRemedyVerbs::sync-now:
 */

/**
 * FoyerRemedyVerbs::copy:
 * @sentence: what to tell the client
 */

G_END_DECLS
