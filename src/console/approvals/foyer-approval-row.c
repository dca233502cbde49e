/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approval-row.c - one booking in the list */

#include "foyer-approval-row.h"

#include "foyer-approval-closures.h"
#include "foyer-approvals-closures.h"
#include "foyer-chip.h"
#include "foyer-spoken.h"
#include "foyer-text-closures.h"

struct _FoyerApprovalRow {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerApprovalRow, foyer_approval_row, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_approval_row_class_init (FoyerApprovalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "approval", FOYER_TYPE_APPROVAL);
  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-approval-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_age_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_tone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_day_heading);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_has_note);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_cancellation);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_late);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_move);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_urgent);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_service_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_time_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_who_and_where);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_row_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_late_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
}

static void
foyer_approval_row_init (FoyerApprovalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
