/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-day-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_DAY_STRIP (foyer_day_strip_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayStrip, foyer_day_strip, FOYER, DAY_STRIP, GtkWidget)

/**
 * FoyerDayStrip:
 *
 * One day of the crews: a lane each, what is taken as bars, the request that is looked at dashed. For assistive technologies it is a list whose
 * items say the same in a sentence each. Made of widgets and not drawn, so that colours, high contrast, large text and writing from right to
 * left come from the style. Property: `plan` (#FoyerDayPlan or %NULL).
 */

G_END_DECLS
