/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-letter-row.c - one message in the thread */

#include "foyer-letter-row.h"

#include "foyer-attachment-row.h"
#include "foyer-inbox-closures.h"
#include "foyer-spoken.h"
#include "foyer-text-closures.h"

struct _FoyerLetterRow {
  FoyerSubjectBin parent_instance;

  GtkListBox *attachments;
};

G_DEFINE_FINAL_TYPE (FoyerLetterRow, foyer_letter_row, FOYER_TYPE_SUBJECT_BIN)

static GtkWidget *
create_attachment_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              g_object_new (FOYER_TYPE_ATTACHMENT_ROW, "attachment", item, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* What can be done are its buttons. */
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
on_notify_letter (FoyerLetterRow *self)
{
  g_autoptr (FoyerLetter) letter = NULL;
  GListModel *attachments;

  g_object_get (self, "letter", &letter, NULL);
  attachments = letter == NULL ? NULL : foyer_letter_get_attachments (letter);
  gtk_list_box_bind_model (self->attachments, attachments, create_attachment_row, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->attachments),
                          attachments != NULL && g_list_model_get_n_items (attachments) > 0);
}

static void
foyer_letter_row_class_init (FoyerLetterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "letter", FOYER_TYPE_LETTER);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-letter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerLetterRow, attachments);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_body);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_day);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_footer);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_has_bubble);
  gtk_widget_class_bind_template_callback (widget_class, foyer_letter_has_words);
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
  g_signal_connect (self, "notify::letter", G_CALLBACK (on_notify_letter), NULL);
}
