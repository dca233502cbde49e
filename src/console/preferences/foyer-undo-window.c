/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-undo-window.c - the lengths of the undo window that can be chosen */

#include "foyer-undo-window.h"

static const guint lengths[] = { 5, 10, 20, 30 };

guint
foyer_undo_window_seconds (guint choice)
{
  return lengths[MIN (choice, G_N_ELEMENTS (lengths) - 1)];
}

guint
foyer_undo_window_choice (guint seconds)
{
  guint choice = G_N_ELEMENTS (lengths) - 1;

  while (choice > 0 && lengths[choice] > seconds)
    choice--;
  return choice;
}
