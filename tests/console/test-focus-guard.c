/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-focus-guard.c - no key is lost because what had the focus has changed */

#include "foyer-focus-guard.h"

#include "foyer-test.h"

typedef struct {
  GtkWindow *window;
  GtkWidget *focus; /* (nullable): what a key would have reached; only to be compared */
  gboolean pressed;
} Press;

/* A key comes with the priority of events: before any frame. */
static gboolean
press (gpointer data)
{
  Press *self = data;
  GtkWidget *focus = gtk_window_get_focus (self->window);

  self->pressed = TRUE;
  if (focus != NULL && gtk_widget_get_root (focus) == GTK_ROOT (self->window))
    self->focus = focus;
  return G_SOURCE_REMOVE;
}

static GtkWidget *
find_key_target (GtkWindow *window)
{
  Press self = { .window = window };

  g_idle_add_full (G_PRIORITY_DEFAULT, press, &self, NULL);
  while (!self.pressed)
    g_main_context_iteration (NULL, TRUE);
  return self.focus;
}

static void
make_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("A row"));
}

static GtkWindow *
open_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  foyer_focus_guard_watch (window);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (child))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

typedef struct {
  GtkStringList *names;
  GtkSingleSelection *selection;
  GtkWidget *list;
  GtkWindow *window;
} List;

/* Of three rows the last is selected and has the focus. */
static void
open_list (List *self)
{
  const char *const names[] = { "one", "two", "three", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (make_row), NULL);
  self->names = gtk_string_list_new (names);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->names));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  self->window = open_window (self->list);
  gtk_single_selection_set_selected (self->selection, 2);
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_last_child (self->list)));
}

static void
test_a_row_that_changes_keeps_the_focus (void)
{
  const char *const changed[] = { "three, changed", NULL };
  List self;

  open_list (&self);
  gtk_string_list_splice (self.names, 2, 1, changed);
  g_assert_true (find_key_target (self.window) == gtk_widget_get_last_child (self.list));
  g_assert_cmpuint (gtk_single_selection_get_selected (self.selection), ==, 2);
  gtk_window_destroy (self.window);
}

static void
test_where_a_row_goes_the_focus_follows_the_selection (void)
{
  List self;

  open_list (&self);
  gtk_string_list_remove (self.names, 2);
  gtk_single_selection_set_selected (self.selection, 0);
  g_assert_true (find_key_target (self.window) == gtk_widget_get_first_child (self.list));
  g_assert_cmpuint (gtk_single_selection_get_selected (self.selection), ==, 0);
  gtk_window_destroy (self.window);
}

static void
test_a_button_that_goes_leaves_the_focus_beside_it (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stays = gtk_button_new_with_label ("Stays");
  GtkWidget *goes = gtk_button_new_with_label ("Goes");
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), stays);
  gtk_box_append (GTK_BOX (box), goes);
  window = open_window (box);
  g_assert_true (gtk_widget_grab_focus (goes));

  gtk_box_remove (GTK_BOX (box), goes);
  g_assert_true (find_key_target (window) == stays);
  gtk_window_destroy (window);
}

static void
test_where_nothing_is_left_the_window_hears_the_key (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *alone = gtk_button_new_with_label ("Alone");
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), alone);
  window = open_window (box);
  g_assert_true (gtk_widget_grab_focus (alone));

  gtk_box_remove (GTK_BOX (box), alone);
  g_assert_null (find_key_target (window));
  g_assert_null (gtk_window_get_focus (window));
  gtk_window_destroy (window);
}

/* Of what has gone, nobody but the window knew any more. */
static void
test_words_beside_what_goes_take_the_focus (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_label_new ("Words to be copied");
  GtkWidget *goes = gtk_button_new_with_label ("Goes");
  GtkWindow *window;

  gtk_label_set_selectable (GTK_LABEL (words), TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), goes);
  window = open_window (box);
  g_assert_true (gtk_widget_grab_focus (goes));
  g_object_add_weak_pointer (G_OBJECT (goes), (gpointer *) &goes);

  gtk_box_remove (GTK_BOX (box), goes);
  g_assert_true (find_key_target (window) == words);
  foyer_test_settle ();
  g_assert_null (goes);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/focus-guard/a-row-that-changes-keeps-the-focus",
                   test_a_row_that_changes_keeps_the_focus);
  g_test_add_func ("/focus-guard/where-a-row-goes-the-focus-follows-the-selection",
                   test_where_a_row_goes_the_focus_follows_the_selection);
  g_test_add_func ("/focus-guard/a-button-that-goes-leaves-the-focus-beside-it",
                   test_a_button_that_goes_leaves_the_focus_beside_it);
  g_test_add_func ("/focus-guard/where-nothing-is-left-the-window-hears-the-key",
                   test_where_nothing_is_left_the_window_hears_the_key);
  g_test_add_func ("/focus-guard/words-beside-what-goes-take-the-focus",
                   test_words_beside_what_goes_take_the_focus);
  return g_test_run ();
}
