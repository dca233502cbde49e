/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-inquiry-words.c - what one request says */

#include "foyer-inquiry-words.h"

#include "foyer-inquiry.h"
#include "foyer-request-closures.h"
#include "foyer-text-closures.h"

struct _FoyerInquiryWords {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerInquiryWords, foyer_inquiry_words, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_inquiry_words_class_init (FoyerInquiryWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "inquiry", FOYER_TYPE_INQUIRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-inquiry-words.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_answer);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_destination_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_moment);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_status_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_subject_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_times);
  gtk_widget_class_bind_template_callback (widget_class, foyer_request_words);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
}

static void
foyer_inquiry_words_init (FoyerInquiryWords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
