/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-chips.c - what can be put into a mail */

#include "foyer-mail-chips.h"

#include <glib/gi18n-lib.h>

struct _FoyerMailChips {
  AdwBin parent_instance;

  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (FoyerMailChips, foyer_mail_chips, ADW_TYPE_BIN)

enum { PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_clicked (FoyerMailChips *self, GtkButton *button)
{
  g_signal_emit (self, signals[PICKED], 0, g_object_get_data (G_OBJECT (button), "foyer-words"));
}

static void
foyer_mail_chips_class_init (FoyerMailChipsClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", FOYER_TYPE_MAIL_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_mail_chips_init (FoyerMailChips *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 20);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
foyer_mail_chips_add (FoyerMailChips *self, const char *title, const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (title);
  GtkWidget *child = gtk_flow_box_child_new ();
  /* Translators: a placeholder of a mail, and what stands there: "Insert [name]: Reader’s name" */
  g_autofree char *heard = g_strdup_printf (_ ("Insert %s: %s"), words, title);

  g_return_if_fail (FOYER_IS_MAIL_CHIPS (self));

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "foyer-placeholder");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data_full (G_OBJECT (button), "foyer-words", g_strdup (words), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_append (self->box, child);
}
