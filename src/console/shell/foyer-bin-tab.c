/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-bin-tab.c - Tab goes into a bin, and out of it again */

#include "foyer-bin-tab.h"

static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

void
foyer_bin_tab_goes_in (GtkWidgetClass *klass)
{
  g_return_if_fail (g_type_is_a (G_TYPE_FROM_CLASS (klass), ADW_TYPE_BIN));

  klass->focus = focus;
}
