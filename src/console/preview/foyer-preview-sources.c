/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-sources.c - the choice between published and drafted settings */

#include "foyer-preview-sources.h"

#include "foyer-keys.h"

struct _FoyerPreviewSources {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewSources, foyer_preview_sources, ADW_TYPE_BIN)

static void
foyer_preview_sources_class_init (FoyerPreviewSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-sources.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
}

static void
foyer_preview_sources_init (FoyerPreviewSources *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
