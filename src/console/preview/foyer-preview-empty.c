/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-empty.c - before anybody is chosen */

#include "foyer-preview-empty.h"

struct _FoyerPreviewEmpty {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewEmpty, foyer_preview_empty, ADW_TYPE_BIN)

static void
foyer_preview_empty_class_init (FoyerPreviewEmptyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-empty.ui");
}

static void
foyer_preview_empty_init (FoyerPreviewEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
