/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-verbs.c - what can be done with a request */

#include "foyer-verbs.h"

#include "foyer-approval-closures.h"
#include "foyer-keys.h"

struct _FoyerVerbs {
  FoyerSubjectBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerVerbs, foyer_verbs, FOYER_TYPE_SUBJECT_BIN)

static void
foyer_verbs_class_init (FoyerVerbsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "brief", FOYER_TYPE_BOOKING_BRIEF);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-verbs.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_approve_label);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
}

static void
foyer_verbs_init (FoyerVerbs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
