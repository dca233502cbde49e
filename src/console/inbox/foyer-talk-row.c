/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-talk-row.c - one conversation in the list */

#include "foyer-talk-row.h"

#include "foyer-inbox-closures.h"
#include "foyer-spoken.h"

struct _FoyerTalkRow {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerTalkRow, foyer_talk_row, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_talk_row_class_init (FoyerTalkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "talk", FOYER_TYPE_TALK);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-talk-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_context);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_has_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_moment);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_snippet);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_snippet_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_talk_title_classes);
}

static void
foyer_talk_row_init (FoyerTalkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
