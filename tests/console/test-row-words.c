/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-row-words.c - however long the words of a row are, they ask for no more width than it has */

#include "foyer-row-words.h"

#define TITLE \
  "חברת הצפון לחימום, מיזוג אוויר ותחזוקה ביתית בע״מ בכל רחבי הארץ עם שירות מסביב לשעון בכל ימות השבוע, 11 " \
  "AM"
#define SUBTITLE \
  "4 changes · Aktiengesellschaft für Heizungs-, Lüftungs- und Klimaanlageninstandhaltung Norddeutschland\n" \
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsraum\n" \
  "شركة الشمال للتدفئة وتكييف الهواء والصيانة المنزلية المحدودة في جميع أنحاء البلاد مع خدمة على مدار " \
  "الساعة"

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *label = find_label (child, text);

    if (label != NULL)
      return label;
  }
  return NULL;
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), TITLE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), SUBTITLE);
  return g_object_ref_sink (row);
}

/* At @width they are so high, and so high they need no more than @width. */
static void
assert_fits (GtkWidget *label, int width)
{
  GtkWidget *box = gtk_widget_get_parent (label);
  int height;
  int least;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, height, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, width);
}

static void
test_rows (void)
{
  g_autoptr (GtkWidget) row = create_row ();

  foyer_row_words_fit (row);
  for (int width = 120; width < 700; width += 7)
    assert_fits (find_label (row, TITLE), width);
}

static void
test_groups (void)
{
  g_autoptr (GtkWidget) group = g_object_ref_sink (adw_preferences_group_new ());

  foyer_group_words_fit (ADW_PREFERENCES_GROUP (group));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), TITLE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), SUBTITLE);
  for (int width = 120; width < 700; width += 7)
    assert_fits (find_label (group, TITLE), width);
}

static void
test_addresses_get_no_hyphen (void)
{
  g_autoptr (GtkWidget) row = create_row ();
  PangoAttrList *attributes;
  g_autoptr (PangoAttrIterator) iterator = NULL;
  PangoAttribute *attribute;

  foyer_row_words_spell (row);
  attributes = gtk_label_get_attributes (GTK_LABEL (find_label (row, SUBTITLE)));
  g_assert_nonnull (attributes);
  iterator = pango_attr_list_get_iterator (attributes);
  attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_INSERT_HYPHENS);
  g_assert_nonnull (attribute);
  g_assert_false (pango_attribute_as_int (attribute)->value);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/row-words/rows", test_rows);
  g_test_add_func ("/row-words/groups", test_groups);
  g_test_add_func ("/row-words/addresses-get-no-hyphen", test_addresses_get_no_hyphen);
  return g_test_run ();
}
