/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-step-line.c - steps below each other, with a tick at each that was reached */

#include "foyer-step-line.h"

#include "foyer-invite-steps.h"

#include <glib/gi18n-lib.h>

struct _FoyerStepLine {
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (FoyerStepLine, foyer_step_line, ADW_TYPE_BIN)

static void
foyer_step_line_class_init (FoyerStepLineClass *klass)
{
}

static void
foyer_step_line_init (FoyerStepLine *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* What was not reached has the room of a tick and none in it, so that the words stand below each other. */
static GtkWidget *
create_sign (const FoyerInviteStep *step)
{
  GtkWidget *sign
      = gtk_image_new_from_icon_name (step->failed ? "dialog-error-symbolic" : "object-select-symbolic");

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (sign, step->failed ? "error" : "success");
  gtk_widget_set_opacity (sign, step->reached || step->failed ? 1 : 0);
  return sign;
}

static GtkWidget *
create_label (const char *text, gboolean is_head)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), !is_head);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, is_head ? "caption-heading" : "caption");
  if (!is_head)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* A screen reader hears each step as one sentence. */
static GtkWidget *
create_step (const FoyerInviteStep *step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", step->label, step->text);

  gtk_box_append (GTK_BOX (box), create_sign (step));
  gtk_box_append (GTK_BOX (box), create_label (step->label, TRUE));
  gtk_box_append (GTK_BOX (box), create_label (step->text, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return box;
}

void
foyer_step_line_set_steps (FoyerStepLine *self, GArray *steps)
{
  g_return_if_fail (FOYER_IS_STEP_LINE (self));

  clear (self->box);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    gtk_box_append (GTK_BOX (self->box), create_step (&g_array_index (steps, FoyerInviteStep, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), steps != NULL && steps->len > 0);
}
