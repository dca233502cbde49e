/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-differences.c - in what two pages differ is said in rows */

#include "foyer-assert-text.h"
#include "foyer-page-difference.h"
#include "foyer-preview-differences.h"
#include "foyer-resources.h"

#include <string.h>

static GtkListBox *
find_rows (GtkWidget *widget)
{
  GtkListBox *found = NULL;

  if (GTK_IS_LIST_BOX (widget))
    return GTK_LIST_BOX (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_rows (child);
  return found;
}

/* What the labels of a row say, a line each. */
static char *
read_row (GtkListBox *rows, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (rows, index);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (row);
  for (GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row)); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_text (GTK_LABEL (label)));
  return g_string_free (text, FALSE);
}

static GPtrArray *
compare (const char *one, const char *other)
{
  g_autoptr (GBytes) here = g_bytes_new_static (one, strlen (one));
  g_autoptr (GBytes) there = g_bytes_new_static (other, strlen (other));

  return foyer_page_differences (here, there);
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) found = compare ("<main><h1>Visits</h1><p>9:00</p></main>",
                                         "<main><h1>Visits</h1><p>10:00</p><a href=\"/x\">More</a></main>");
  g_autoptr (GtkWidget) widget
      = g_object_ref_sink (g_object_new (FOYER_TYPE_PREVIEW_DIFFERENCES, "one-name", "Published",
                                         "other-name", "Drafted", "differences", found, NULL));
  GtkListBox *rows = find_rows (widget);
  g_autofree char *first = read_row (rows, 0);
  g_autofree char *second = read_row (rows, 1);

  g_assert_cmpstr (first, ==, "Visits\nPublished: 9:00\nDrafted: 10:00");
  g_assert_cmpstr (second, ==, "Visits\nPublished: nothing\nDrafted: More");
  g_object_set (widget, "differences", NULL, NULL);
  g_assert_null (gtk_list_box_get_row_at_index (rows, 0));
}

/* What a style sheet is called is nothing to read. */
static void
test_style (void)
{
  g_autoptr (GPtrArray) found = compare (
      "<html><head><link rel=\"stylesheet\" href=\"/static/brand-1.css\"></head><p>One</p></html>",
      "<html><head><link rel=\"stylesheet\" href=\"/static/brand-2.css\"></head><p>One</p></html>");
  g_autoptr (GtkWidget) widget
      = g_object_ref_sink (g_object_new (FOYER_TYPE_PREVIEW_DIFFERENCES, "one-name", "Published",
                                         "other-name", "Drafted", "differences", found, NULL));
  g_autofree char *row = read_row (find_rows (widget), 0);

  g_assert_cmpstr (row, ==, "Drawn otherwise\nColours or CSS of your own");
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) none = compare ("<p>One</p>", "<p>One</p>");
  g_autoptr (GPtrArray) one = compare ("<p>One</p>", "<p>Uno</p>");
  g_autoptr (GPtrArray) two = compare ("<p>One</p><p>Two</p>", "<p>Uno</p><p>Due</p>");

  g_assert_true (!foyer_preview_differences_any (NULL, none) && !foyer_preview_differences_any (NULL, NULL));
  g_assert_true (foyer_preview_differences_any (NULL, one));
  foyer_assert_text (foyer_preview_differences_text (NULL, NULL), "No differences");
  foyer_assert_text (foyer_preview_differences_text (NULL, one), "1 difference");
  foyer_assert_text (foyer_preview_differences_text (NULL, two), "2 differences");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add_func ("/console/preview-differences/style", test_style);
  g_test_add_func ("/console/preview-differences/rows", test_rows);
  g_test_add_func ("/console/preview-differences/words", test_words);
  return g_test_run ();
}
