/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-menus.c - the menus of a preview, the same in a wide window and in a narrow one */

#include "foyer-preview-menus.h"

#include "foyer-preview-place.h"
#include "foyer-menu-name.h"

#include <glib/gi18n-lib.h>

/* Where there is little room other buttons have the same menus; what has no button there is in the last. */
static void
pop_up (GtkMenuButton *first, GtkMenuButton *second)
{
  gtk_menu_button_popup (gtk_widget_get_mapped (GTK_WIDGET (first)) ? first : second);
}

static void
on_place (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerPreviewMenus *self = user_data;

  pop_up (self->place, self->title);
}

static void
on_moment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerPreviewMenus *self = user_data;

  pop_up (self->moment, self->title_more);
}

static void
on_more (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoyerPreviewMenus *self = user_data;

  pop_up (self->more, self->title_more);
}

static const GActionEntry entries[] = {
  { .name = "place", .activate = on_place },
  { .name = "moment", .activate = on_moment },
  { .name = "more", .activate = on_more },
};

void
foyer_preview_menus_add (GActionMap *map, const FoyerPreviewMenus *menus)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/foyer/Console/foyer-preview-menus.ui");
  GMenuModel *more = G_MENU_MODEL (gtk_builder_get_object (builder, "more"));
  GMenuModel *moments = G_MENU_MODEL (gtk_builder_get_object (builder, "moments"));
  g_autoptr (GMenuModel) places = foyer_preview_place_menu ("preview.go");
  FoyerPreviewMenus *self = g_memdup2 (menus, sizeof *menus);

  gtk_menu_button_set_menu_model (self->place, places);
  gtk_menu_button_set_menu_model (self->title, places);
  gtk_menu_button_set_menu_model (self->moment, moments);
  gtk_menu_button_set_menu_model (self->more, more);
  gtk_menu_button_set_menu_model (self->title_more, more);
  foyer_menu_name_set (self->more, _ ("More"));
  foyer_menu_name_set (self->title_more, _ ("More"));
  g_object_set_data_full (G_OBJECT (map), "foyer-preview-menus", self, g_free);
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}
