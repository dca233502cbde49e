/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerPreviewMenus:
 * @place: which page
 * @title: the same, where there is little room
 * @moment: as of when
 * @more: all else
 * @title_more: the same, where there is little room: moments are in it too
 *
 * The buttons of a preview that have menus. In a wide window some are shown, in a narrow one others.
 */
typedef struct {
  GtkMenuButton *place;
  GtkMenuButton *title;
  GtkMenuButton *moment;
  GtkMenuButton *more;
  GtkMenuButton *title_more;
} FoyerPreviewMenus;

/**
 * foyer_preview_menus_add:
 * @map: that of the preview, which does not outlive the buttons
 *
 * Gives the buttons their menus, and @map the actions that open them: `place`, `moment` and `more`.
 */
void foyer_preview_menus_add (GActionMap *map, const FoyerPreviewMenus *menus);

G_END_DECLS
