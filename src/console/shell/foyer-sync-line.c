/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-line.c - where this computer stands with the server */

#include "foyer-sync-line.h"

#include "foyer-keys.h"
#include "foyer-sync-closures.h"

struct _FoyerSyncLine {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerSyncLine, foyer_sync_line, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_sync_line_class_init (FoyerSyncLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "desk", FOYER_TYPE_DESK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-sync-line.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_line_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_line_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_line_text);
}

static void
foyer_sync_line_init (FoyerSyncLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
