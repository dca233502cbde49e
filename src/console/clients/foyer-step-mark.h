/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-invite-steps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_STEP_MARK (foyer_step_mark_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStepMark, foyer_step_mark, FOYER, STEP_MARK, GtkWidget)

/**
 * FoyerStepMark:
 *
 * One step in a line of them: its dot, what it is called, and when it was. A screen reader hears it as one sentence. How it lies is said by
 * the line it stands in, which also measures it: for itself it asks for no room.
 */

/** FOYER_STEP_MARK_DOT: pixels across, of the dot of a step */
#define FOYER_STEP_MARK_DOT 16

/**
 * foyer_step_mark_new:
 *
 * Returns: (transfer floating): a mark that keeps nothing of @step
 */
GtkWidget *foyer_step_mark_new (const FoyerInviteStep *step);

/**
 * foyer_step_mark_get_name_width:
 *
 * Returns: the pixels that the name of the step needs; a name is never broken
 */
int foyer_step_mark_get_name_width (FoyerStepMark *self);

/**
 * foyer_step_mark_get_least_width:
 * @name_width: pixels of the column of names
 *
 * Returns: the pixels that it needs with its words beside the dot
 */
int foyer_step_mark_get_least_width (FoyerStepMark *self, int name_width);

/**
 * foyer_step_mark_get_height:
 * @upright: whether the words stand under the dot, not beside it
 * @name_width: pixels of the column of names; not used if @upright
 * @width: pixels; not less than the mark needs so
 *
 * Returns: the pixels that it needs
 */
int foyer_step_mark_get_height (FoyerStepMark *self, gboolean upright, int name_width, int width);

/**
 * foyer_step_mark_place:
 * @where: in its line
 *
 * Allocates it, with its words under or beside the dot.
 */
void
foyer_step_mark_place (FoyerStepMark *self, gboolean upright, int name_width, const GtkAllocation *where);

G_END_DECLS
