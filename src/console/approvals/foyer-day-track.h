/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_DAY_TRACK (foyer_day_track_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayTrack, foyer_day_track, FOYER, DAY_TRACK, GtkWidget)

/**
 * FoyerDayTrack:
 *
 * Lays out widgets along a stretch of the day: the hours over the strip, or the bars of a lane.
 */

/**
 * foyer_day_track_new:
 * @first: minute of the day at the left end
 * @minutes: how long the track is
 */
GtkWidget *foyer_day_track_new (int first, int minutes);

/**
 * foyer_day_track_set_lines:
 * @step: minutes from one line to the next, the first at the left end; 0 for none
 *
 * Draws upright lines beneath what is on the track.
 */
void foyer_day_track_set_lines (FoyerDayTrack *self, int step);

/**
 * foyer_day_track_add:
 * @start: minute of the day
 * @end: minute of the day; @start for a widget that begins there and is as wide as it likes
 *
 * What lies outside the track is not shown, what lies partly in it is cut.
 */
void foyer_day_track_add (FoyerDayTrack *self, GtkWidget *child, int start, int end);

/**
 * foyer_day_track_add_bar:
 * @class: (nullable): a style class
 * @label: what the bar says, as far as there is room
 * @tooltip: what it says in full
 */
void foyer_day_track_add_bar (FoyerDayTrack *self,
                              const char *class,
                              const char *label,
                              const char *tooltip,
                              int start,
                              int end);

G_END_DECLS
