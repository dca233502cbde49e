/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-natural-layout.c - words that wrap are measured a few times, however many boxes they stand in */

#include "foyer-natural-layout.h"

#include <adwaita.h>

static void (*measure_label) (GtkWidget *, GtkOrientation, int, int *, int *, int *, int *);
static guint n_measured;

static void
count (GtkWidget *widget,
       GtkOrientation orientation,
       int for_size,
       int *minimum,
       int *natural,
       int *minimum_baseline,
       int *natural_baseline)
{
  n_measured++;
  measure_label (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* Words in a box in a box, as in a row; they wrap. */
static GtkWidget *
create_row (gboolean is_natural)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label
      = gtk_label_new ("Somebody who reads this in a narrow window reads it in two lines or three");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (words), line);
  adw_bin_set_child (ADW_BIN (bin), words);
  gtk_widget_set_hexpand (bin, TRUE);
  if (is_natural)
    gtk_widget_set_layout_manager (bin, g_object_new (FOYER_TYPE_NATURAL_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (row), bin);
  gtk_box_append (GTK_BOX (row), gtk_switch_new ());
  return g_object_ref_sink (row);
}

static void
test_same_heights (void)
{
  g_autoptr (GtkWidget) plain = create_row (FALSE);
  g_autoptr (GtkWidget) natural = create_row (TRUE);

  for (int width = 180; width < 700; width += 40) {
    int height = 0;
    int other = 0;

    gtk_widget_measure (plain, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
    gtk_widget_measure (natural, GTK_ORIENTATION_VERTICAL, width, NULL, &other, NULL, NULL);
    g_assert_cmpint (other, ==, height);
  }
}

static guint
count_measurements (gboolean is_natural)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_LABEL);
  g_autoptr (GtkWidget) row = create_row (is_natural);

  n_measured = 0;
  measure_label = klass->measure;
  klass->measure = count;
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, 300, NULL, NULL, NULL, NULL);
  klass->measure = measure_label;
  g_type_class_unref (klass);
  return n_measured;
}

static void
test_few_measurements (void)
{
  g_assert_cmpuint (count_measurements (TRUE), <, 20);
  g_assert_cmpuint (count_measurements (TRUE), <, count_measurements (FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/natural-layout/same-heights", test_same_heights);
  g_test_add_func ("/natural-layout/few-measurements", test_few_measurements);
  return g_test_run ();
}
