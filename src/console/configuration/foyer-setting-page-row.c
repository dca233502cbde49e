/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-page-row.c - a page in the list of Configuration */

#include "foyer-setting-page-row.h"

#include <glib/gi18n-lib.h>

struct _FoyerSettingPageRow {
  GtkListBoxRow parent_instance;

  /* Template. */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *state;
  GtkWidget *dot;

  const FoyerSettingPage *page;
};

G_DEFINE_FINAL_TYPE (FoyerSettingPageRow, foyer_setting_page_row, GTK_TYPE_LIST_BOX_ROW)

static void
foyer_setting_page_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SETTING_PAGE_ROW);
  G_OBJECT_CLASS (foyer_setting_page_row_parent_class)->dispose (object);
}

static void
foyer_setting_page_row_class_init (FoyerSettingPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_setting_page_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-setting-page-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingPageRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingPageRow, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingPageRow, state);
  gtk_widget_class_bind_template_child (widget_class, FoyerSettingPageRow, dot);
}

static void
foyer_setting_page_row_init (FoyerSettingPageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_setting_page_row_new (const FoyerSettingPage *page)
{
  FoyerSettingPageRow *self = g_object_new (FOYER_TYPE_SETTING_PAGE_ROW, "name", page->name, NULL);

  self->page = page;
  gtk_image_set_from_icon_name (self->icon, page->icon);
  gtk_label_set_label (self->title, _ (page->title));
  return GTK_WIDGET (self);
}

const FoyerSettingPage *
foyer_setting_page_row_get_page (FoyerSettingPageRow *self)
{
  g_return_val_if_fail (FOYER_IS_SETTING_PAGE_ROW (self), NULL);

  return self->page;
}

void
foyer_setting_page_row_show (FoyerSettingPageRow *self, const char *state, gboolean changed)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (FOYER_IS_SETTING_PAGE_ROW (self));

  spoken = g_strdup_printf ("%s, %s", _ (self->page->title), state);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), state);
  gtk_widget_set_visible (self->dot, changed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
