/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-step-mark.c - one step: a dot with its words under it or beside it */

#include "foyer-step-mark.h"

#define GAP 8
#define UNDER_DOT 4

struct _FoyerStepMark {
  GtkWidget parent_instance;

  GtkWidget *dot;
  GtkWidget *name;
  GtkWidget *text;

  /* How it lies, as its line has said. */
  gboolean upright;
  int name_width;
};

G_DEFINE_FINAL_TYPE (FoyerStepMark, foyer_step_mark, GTK_TYPE_WIDGET)

static int
get_height (GtkWidget *label, int width)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
foyer_step_mark_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Two answers would be right, and only the line knows which: it asks the functions below. */
static void
foyer_step_mark_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
place (GtkWidget *mark, GtkWidget *part, int x, int y, int width, int height)
{
  const int whole = gtk_widget_get_width (mark);
  const gboolean rtl = gtk_widget_get_direction (mark) == GTK_TEXT_DIR_RTL;
  const GtkAllocation where = { rtl ? whole - x - width : x, y, width, height };

  /* A widget must be asked before it is placed. */
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (part, &where, -1);
}

static void
foyer_step_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoyerStepMark *self = FOYER_STEP_MARK (widget);
  const int dot = FOYER_STEP_MARK_DOT;
  const int name_height = get_height (self->name, self->upright ? width : self->name_width);
  int x;

  gtk_label_set_justify (GTK_LABEL (self->text), self->upright ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_label_set_xalign (GTK_LABEL (self->name), self->upright ? .5f : 0);
  gtk_label_set_xalign (GTK_LABEL (self->text), self->upright ? .5f : 0);
  if (self->upright) {
    place (widget, self->dot, (width - dot) / 2, 0, dot, dot);
    place (widget, self->name, 0, dot + UNDER_DOT, width, name_height);
    place (widget, self->text, 0, dot + UNDER_DOT + name_height, width, get_height (self->text, width));
    return;
  }
  x = dot + GAP + self->name_width + GAP;
  place (widget, self->dot, 0, MAX (0, (name_height - dot) / 2), dot, dot);
  place (widget, self->name, dot + GAP, MAX (0, (dot - name_height) / 2), self->name_width, name_height);
  place (widget, self->text, x, MAX (0, (dot - name_height) / 2), width - x,
         get_height (self->text, width - x));
}

static void
foyer_step_mark_dispose (GObject *object)
{
  FoyerStepMark *self = FOYER_STEP_MARK (object);

  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (foyer_step_mark_parent_class)->dispose (object);
}

static void
foyer_step_mark_class_init (FoyerStepMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_step_mark_dispose;
  widget_class->get_request_mode = foyer_step_mark_get_request_mode;
  widget_class->measure = foyer_step_mark_measure;
  widget_class->size_allocate = foyer_step_mark_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "step");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
add_label (FoyerStepMark *self, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
foyer_step_mark_init (FoyerStepMark *self)
{
  self->dot = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                            "css-classes", (const char *const[]){ "foyer-step-dot", NULL }, NULL);
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
  self->name = add_label (self, "caption-heading");
  self->text = add_label (self, "caption");
  gtk_widget_add_css_class (self->text, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
}

/* A ring is what was not reached; a tick or a bar in the dot says the rest without its colour. */
GtkWidget *
foyer_step_mark_new (const FoyerInviteStep *step)
{
  FoyerStepMark *self = g_object_new (FOYER_TYPE_STEP_MARK, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", step->label, step->text);

  if (step->failed)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->dot), "dialog-error-symbolic");
  else if (step->reached)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->dot), "object-select-symbolic");
  if (step->failed || step->reached)
    gtk_widget_add_css_class (self->dot, step->failed ? "failed" : "reached");
  gtk_label_set_label (GTK_LABEL (self->name), step->label);
  gtk_label_set_label (GTK_LABEL (self->text), step->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

int
foyer_step_mark_get_name_width (FoyerStepMark *self)
{
  int width;

  g_return_val_if_fail (FOYER_IS_STEP_MARK (self), 0);

  gtk_widget_measure (self->name, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

int
foyer_step_mark_get_least_width (FoyerStepMark *self, int name_width)
{
  int width;

  g_return_val_if_fail (FOYER_IS_STEP_MARK (self), 0);

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return FOYER_STEP_MARK_DOT + GAP + name_width + GAP + width;
}

int
foyer_step_mark_get_height (FoyerStepMark *self, gboolean upright, int name_width, int width)
{
  g_return_val_if_fail (FOYER_IS_STEP_MARK (self), 0);

  if (upright)
    return FOYER_STEP_MARK_DOT + UNDER_DOT + get_height (self->name, width) + get_height (self->text, width);
  width -= FOYER_STEP_MARK_DOT + GAP + name_width + GAP;
  return MAX (FOYER_STEP_MARK_DOT, MAX (get_height (self->name, name_width), get_height (self->text, width)));
}

void
foyer_step_mark_place (FoyerStepMark *self, gboolean upright, int name_width, const GtkAllocation *where)
{
  g_return_if_fail (FOYER_IS_STEP_MARK (self));

  self->upright = upright;
  self->name_width = name_width;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), where, -1);
}
