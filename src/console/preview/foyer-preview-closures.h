/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a preview says, as pure functions for its templates. */

/**
 * foyer_preview_person_text:
 * @person_name: (nullable): who is chosen
 * @link_id: (nullable)
 * @client_id: (nullable)
 *
 * Returns: whose eyes these are
 */
char *foyer_preview_person_text (GObject *self,
                                 const char *person_name,
                                 const char *link_id,
                                 const char *client_id);

/**
 * foyer_preview_shows_main:
 * @single: whether there is room for one of the two
 *
 * Returns: whether the frames are seen, beside the Why? panel or instead of it
 */
gboolean foyer_preview_shows_main (GObject *self, gboolean shows_why, gboolean single);

char *foyer_preview_client_text (GObject *self, const char *client_name);

/**
 * foyer_preview_state:
 * @problem: (nullable): why nothing can be drawn
 *
 * Returns: which page of the stack is shown: `choose`, `trouble` or `frames`
 */
char *foyer_preview_state (GObject *self, gboolean has_viewer, const char *problem);

/**
 * foyer_preview_moment_text:
 * @time: (nullable)
 * @moment: seconds since 1970, 0 for now
 *
 * Returns: the label of the choice of moments
 */
char *foyer_preview_moment_text (GObject *self, FoyerOfficeTime *time, gint64 moment);

/**
 * foyer_preview_pretence_text:
 * @time: (nullable)
 * @moment: seconds since 1970, 0 for now
 *
 * Returns: (nullable): that it is looked at at another moment than now
 */
char *foyer_preview_pretence_text (GObject *self, FoyerOfficeTime *time, gint64 moment);

/**
 * foyer_preview_note_text:
 * @person_name: (nullable)
 * @pressed: (nullable): where something that was just pressed would have led
 *
 * Returns: what the bottom bar says
 */
char *foyer_preview_note_text (GObject *self, const char *person_name, const char *pressed);

/**
 * foyer_preview_has_side:
 * @side: what stands beside the page: `outline`, `differences`, or an empty text for nothing
 * @name: one of these
 *
 * Returns: whether that one does
 */
gboolean foyer_preview_has_side (GObject *self, const char *side, const char *name);

/**
 * foyer_preview_find_moment:
 * @now: seconds since 1970
 * @when: `now`, `tomorrow` (eight in the morning, where the business is) or `week` (in seven days)
 *
 * Returns: the moment that is meant, 0 for now
 */
gint64 foyer_preview_find_moment (FoyerOfficeTime *time, gint64 now, const char *when);

G_END_DECLS
