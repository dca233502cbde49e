/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-inquiry-row.c - one request in the list */

#include "foyer-inquiry-row.h"

#include "foyer-chip.h"
#include "foyer-inquiry.h"
#include "foyer-request-closures.h"
#include "foyer-spoken.h"

struct _FoyerInquiryRow {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerInquiryRow, foyer_inquiry_row, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_inquiry_row_class_init (FoyerInquiryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "inquiry", FOYER_TYPE_INQUIRY);
  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-inquiry-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_context);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_moment);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_status_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_status_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_status_tone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_subject_text);
}

static void
foyer_inquiry_row_init (FoyerInquiryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
