/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-heard-names.c - whether everything that can be used has a name */

#include "foyer-heard-names.h"

#include "foyer-test.h"

#include <string.h>

char *
foyer_heard_name (GtkAccessible *accessible)
{
  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  /* Asked for what it cannot be, it answers with what it is. */
  return gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "\001never");
}

static gboolean
is_labelled_by_words (GtkAccessible *accessible, GtkWidget *any)
{
  g_autofree char *target = NULL;

  if (!gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return FALSE;
  target = gtk_test_accessible_check_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY, any, NULL);
  return target != NULL && strstr (target, "GtkLabel") != NULL;
}

static gboolean
shows_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (shows_words (child))
      return TRUE;
  }
  return FALSE;
}

/* GTK does not make a button's name of the words in it if they are a child of its own. */
static gboolean
is_bare_button (GtkWidget *widget)
{
  return G_OBJECT_TYPE (widget) == GTK_TYPE_BUTTON && gtk_button_get_label (GTK_BUTTON (widget)) == NULL;
}

static gboolean
needs_name (GtkWidget *widget)
{
  static const GtkAccessibleRole roles[] = {
    GTK_ACCESSIBLE_ROLE_BUTTON,    GTK_ACCESSIBLE_ROLE_CHECKBOX,  GTK_ACCESSIBLE_ROLE_SWITCH,
    GTK_ACCESSIBLE_ROLE_TEXT_BOX,  GTK_ACCESSIBLE_ROLE_COMBO_BOX, GTK_ACCESSIBLE_ROLE_LIST,
    GTK_ACCESSIBLE_ROLE_LIST_ITEM,
  };
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  /* What cannot be used now is heard, too. */
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    if (role == roles[i])
      return TRUE;
  }
  return FALSE;
}

static void
audit (GtkWidget *widget, GtkWidget *root, GString *nameless)
{
  g_autofree char *label = needs_name (widget) ? foyer_heard_name (GTK_ACCESSIBLE (widget)) : NULL;

  /* Window buttons are GTK's own. */
  if (GTK_IS_WINDOW_CONTROLS (widget))
    return;
  if (needs_name (widget) && (label == NULL || *label == '\0')
      && !is_labelled_by_words (GTK_ACCESSIBLE (widget), root)
      && (is_bare_button (widget) || !shows_words (widget)))
    g_string_append_printf (nameless, "%s in %s; ", G_OBJECT_TYPE_NAME (widget),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    audit (child, root, nameless);
}

void
foyer_assert_all_have_names (GtkWidget *root)
{
  g_autoptr (GString) nameless = g_string_new (NULL);

  foyer_test_settle ();
  audit (root, root, nameless);
  g_assert_cmpstr (nameless->str, ==, "");
}
