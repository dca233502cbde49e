/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NEED_NOTIFIER (foyer_need_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNeedNotifier, foyer_need_notifier, FOYER, NEED_NOTIFIER, GObject)

/**
 * FoyerNeedNotifier:
 *
 * Tells while nobody looks at the window that something that was done here was refused, or is in conflict with what somebody else did. There
 * is one such notification at a time; it is taken back when nothing needs anybody any more.
 *
 * Property: `watched` (boolean, to be bound: whether somebody looks at the window).
 */

/**
 * foyer_need_notifier_new:
 * @application: registered; has the action `app.show-needs`
 */
FoyerNeedNotifier *foyer_need_notifier_new (FoyerDesk *desk, GApplication *application);

/**
 * foyer_need_notifier_stop:
 *
 * Takes back what was told and tells nothing any more. To be called before the desk is closed.
 */
void foyer_need_notifier_stop (FoyerNeedNotifier *self);

G_END_DECLS
