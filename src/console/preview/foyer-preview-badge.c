/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-badge.c - whether a preview is what the live portal shows */

#include "foyer-preview-badge.h"

#include "foyer-preview-differences.h"

struct _FoyerPreviewBadge {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerPreviewBadge, foyer_preview_badge, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_preview_badge_class_init (FoyerPreviewBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "check", FOYER_TYPE_PREVIEW_CHECK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-badge.ui");
  g_type_ensure (FOYER_TYPE_PREVIEW_DIFFERENCES);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_differences_any);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_differences_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_verdict_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_verdict_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_verdict_may_sync);
  gtk_widget_class_bind_template_callback (widget_class, foyer_preview_verdict_text);
}

static void
foyer_preview_badge_init (FoyerPreviewBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
