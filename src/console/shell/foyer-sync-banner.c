/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-banner.c - what a pane says while all is not well with the server */

#include "foyer-sync-banner.h"

#include "foyer-banner.h"
#include "foyer-sync-closures.h"

struct _FoyerSyncBanner {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerSyncBanner, foyer_sync_banner, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_sync_banner_class_init (FoyerSyncBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "desk", FOYER_TYPE_DESK);
  g_type_ensure (FOYER_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-sync-banner.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_action);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_warns);
}

static void
foyer_sync_banner_init (FoyerSyncBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
