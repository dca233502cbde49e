/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-layouts.c - the choice between a desktop, a phone and both */

#include "foyer-preview-layouts.h"

#include "foyer-keys.h"

struct _FoyerPreviewLayouts {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewLayouts, foyer_preview_layouts, ADW_TYPE_BIN)

static void
foyer_preview_layouts_class_init (FoyerPreviewLayoutsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-layouts.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
}

static void
foyer_preview_layouts_init (FoyerPreviewLayouts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
