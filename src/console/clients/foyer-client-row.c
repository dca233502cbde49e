/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-row.c - one client in the list */

#include "foyer-client-row.h"

#include "foyer-chip.h"
#include "foyer-client-closures.h"
#include "foyer-spoken.h"

struct _FoyerClientRow {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerClientRow, foyer_client_row, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_client_row_class_init (FoyerClientRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "client", FOYER_TYPE_RECORD);
  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-client-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_chip_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_chip_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_has_chip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_place);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_spoken);
}

static void
foyer_client_row_init (FoyerClientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
