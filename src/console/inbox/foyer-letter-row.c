/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-letter-row.c - one message in the thread */

#include "foyer-letter-row.h"

#include "foyer-inbox-closures.h"
#include "foyer-spoken.h"
#include "foyer-text-closures.h"

struct _FoyerLetterRow {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerLetterRow, foyer_letter_row, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_letter_row_class_init (FoyerLetterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "letter", FOYER_TYPE_LETTER);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-letter-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_body);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_day);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_footer);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_is_note);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_note_head);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_side);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
}

static void
foyer_letter_row_init (FoyerLetterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
