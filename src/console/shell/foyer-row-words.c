/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-row-words.c - long words in rows of libadwaita */

#include "foyer-row-words.h"

/* Rows do not give their labels, which are known by their style. Returns: (nullable) */
static GtkWidget *
find_label (GtkWidget *widget, const char *style)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, style))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *label = find_label (child, style);

    if (label != NULL)
      return label;
  }
  return NULL;
}

/* --- Title and subtitle, one above the other --- */

/* As libadwaita has it between them. */
#define SPACING 3

static int
get_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int
get_height_of_all (GtkWidget *box, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_should_layout (child))
      height += (height > 0 ? SPACING : 0) + get_height (child, width);
  }
  return height;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How wide words have to be does not hang on how high they may be. */
static void
measure (GtkWidget *box,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = *natural = get_height_of_all (box, for_size);
    return;
  }
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int least = 0;
    int wanted = 0;

    if (gtk_widget_should_layout (child))
      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
    *minimum = MAX (*minimum, least);
    *natural = MAX (*natural, wanted);
  }
}

static void
allocate (GtkWidget *box, int width, int height, int baseline)
{
  int y = MAX (0, (height - get_height_of_all (box, width)) / 2);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkAllocation place = { 0, y, width, 0 };

    if (!gtk_widget_should_layout (child))
      continue;
    place.height = get_height (child, width);
    gtk_widget_size_allocate (child, &place, -1);
    y += place.height + SPACING;
  }
}

static void
fit (GtkWidget *title)
{
  GtkWidget *box = title == NULL ? NULL : gtk_widget_get_parent (title);

  if (!GTK_IS_BOX (box))
    return;
  gtk_widget_set_valign (box, GTK_ALIGN_FILL);
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (get_request_mode, measure, allocate));
}

void
foyer_row_words_fit (GtkWidget *row)
{
  fit (find_label (row, "title"));
}

void
foyer_group_words_fit (AdwPreferencesGroup *group)
{
  fit (find_label (GTK_WIDGET (group), "heading"));
}

/* --- Words that are spelled --- */

void
foyer_label_spell (GtkLabel *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (label, attributes);
}

void
foyer_row_words_spell (GtkWidget *row)
{
  GtkWidget *title = find_label (row, "title");
  GtkWidget *subtitle = find_label (row, "subtitle");

  if (title != NULL)
    foyer_label_spell (GTK_LABEL (title));
  if (subtitle != NULL)
    foyer_label_spell (GTK_LABEL (subtitle));
}
