/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-picture-control.c - a picture of the business is a file that pages can show, and whoever chooses another is told (003-14, 001-31) */

#include "foyer-console-fixture.h"
#include "foyer-json.h"
#include "foyer-picture-address.h"
#include "foyer-picture-control.h"
#include "foyer-picture-thumbnail.h"
#include "foyer-portal-picture.h"
#include "foyer-resources.h"
#include "foyer-settings-change.h"
#include "foyer-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define OFFLINE "Fetching needs a connection. A file can be chosen without one."
#define FETCHED "BungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  GtkWidget *control;
  JsonNode *edited; /* (nullable): the last */
} Fixture;

static void
on_edited (Fixture *fixture, JsonNode *value)
{
  g_clear_pointer (&fixture->edited, json_node_unref);
  fixture->edited = json_node_copy (value);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->fixture.role = "admin";
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  fixture->window = foyer_console_fixture_make_window ();
  fixture->control
      = foyer_picture_control_new (fixture->fixture.desk, foyer_settings_find_field ("brand.banner"));
  g_signal_connect_swapped (fixture->control, "edited", G_CALLBACK (on_edited), fixture);
  gtk_window_set_child (fixture->window, fixture->control);
  gtk_window_present (fixture->window);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_pointer (&fixture->edited, json_node_unref);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

/* What looks like a file of that name, so large. */
static GFile *
write_file (Fixture *fixture, const char *name, gsize size)
{
  g_autofree char *path = g_build_filename (fixture->fixture.directory, name, NULL);
  g_autofree char *bytes = g_malloc0 (size);
  g_autoptr (GError) error = NULL;

  memcpy (bytes, "\x89PNG\r\n\x1a\n", MIN (size, 8));
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (says (child, words))
      return TRUE;
  }
  return FALSE;
}

static void
take (Fixture *fixture, const char *name, gsize size, const char *sentence)
{
  g_autoptr (GFile) file = write_file (fixture, name, size);

  foyer_picture_control_take (FOYER_PICTURE_CONTROL (fixture->control), file);
  while (sentence == NULL ? fixture->edited == NULL : !says (fixture->control, sentence))
    g_main_context_iteration (NULL, TRUE);
  foyer_test_settle ();
}

static void
test_a_file (Fixture *fixture, gconstpointer data)
{
  take (fixture, "banner.png", FOYER_PORTAL_PICTURE_LARGEST, NULL);
  g_assert_true (g_str_has_prefix (foyer_json_node_text (fixture->edited), "B"));
  g_assert_true (says (fixture->control, "A file of yours"));
  g_assert_false (says (fixture->control, OFFLINE));
}

/* Pages would leave it out without a word. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *most = g_format_size (FOYER_PORTAL_PICTURE_LARGEST);
  g_autofree char *has = g_format_size (8 * 1024 * 1024);
  g_autofree char *sentence
      = g_strdup_printf ("The picture has %s. It may have %s at most, so that pages open quickly.", has,
                         most);

  take (fixture, "photo.png", 8 * 1024 * 1024, sentence);
  g_assert_null (fixture->edited);
}

static void
test_another_kind (Fixture *fixture, gconstpointer data)
{
  take (fixture, "banner.txt", 5, "A picture has to be PNG, JPEG or WebP");
  g_assert_null (fixture->edited);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* Without a connection nothing is fetched, and the button says why. */
static void
test_an_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) address = foyer_json_parse ("\"https://acme.example/banner.png\"", -1, NULL);
  GtkWidget *fetch = find (find (fixture->control, FOYER_TYPE_PICTURE_ADDRESS), GTK_TYPE_BUTTON);

  g_assert_false (says (fixture->control, OFFLINE));
  g_assert_false (gtk_widget_get_visible (fetch));
  foyer_setting_control_show (FOYER_SETTING_CONTROL (fixture->control), address);
  g_assert_true (says (fixture->control, OFFLINE));
  g_assert_true (gtk_widget_get_visible (fetch));
  g_assert_false (gtk_widget_get_sensitive (fetch));
  g_assert_null (fixture->edited);
  foyer_setting_control_show (FOYER_SETTING_CONTROL (fixture->control), NULL);
  g_assert_false (says (fixture->control, OFFLINE));
}

/* The address is what is drafted until the picture is there: whoever closes the window finds it again. */
static void
test_a_fetched_picture (Fixture *fixture, gconstpointer data)
{
  GtkWidget *address = find (fixture->control, FOYER_TYPE_PICTURE_ADDRESS);
  GtkWidget *entry = find (address, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "https://acme.example/banner.png");
  g_assert_cmpstr (foyer_json_node_text (fixture->edited), ==, "https://acme.example/banner.png");
  g_signal_emit_by_name (address, "fetched", FETCHED);
  g_assert_cmpstr (foyer_json_node_text (fixture->edited), ==, FETCHED);
  g_assert_true (says (fixture->control, "A file of yours"));
  g_assert_false (gtk_widget_get_visible (address));
}

/* --- What it looks like --- */

static GtkWidget *
find_thumbnail (GtkWidget *widget)
{
  if (FOYER_IS_PICTURE_THUMBNAIL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_thumbnail (child);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static GFile *
draw_file (Fixture *fixture)
{
  static const guchar pixels[4 * 4 * 4] = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (4, 4, GDK_MEMORY_R8G8B8A8, bytes, 4 * 4);
  g_autofree char *path = g_build_filename (fixture->fixture.directory, "drawn.png", NULL);

  g_assert_true (gdk_texture_save_to_png (texture, path));
  return g_file_new_for_path (path);
}

static void
test_a_picture_is_seen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *thumbnail = find_thumbnail (fixture->control);
  g_autoptr (GFile) file = draw_file (fixture);
  g_autoptr (JsonNode) none = json_node_init_null (json_node_alloc ());

  g_assert_false (gtk_widget_get_visible (thumbnail));
  foyer_picture_control_take (FOYER_PICTURE_CONTROL (fixture->control), file);
  while (!gtk_widget_get_visible (thumbnail))
    g_main_context_iteration (NULL, TRUE);
  foyer_setting_control_show (FOYER_SETTING_CONTROL (fixture->control), none);
  g_assert_false (gtk_widget_get_visible (thumbnail));
}

/* What begins like a picture and is none stays a file that nobody sees; its words stand there as before. */
static void
test_what_cannot_be_read_is_not_seen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "broken.png", 4000);

  foyer_picture_control_take (FOYER_PICTURE_CONTROL (fixture->control), file);
  while (fixture->edited == NULL)
    g_main_context_iteration (NULL, TRUE);
  foyer_test_settle ();
  g_assert_false (gtk_widget_get_visible (find_thumbnail (fixture->control)));
  g_assert_true (says (fixture->control, "A file of yours"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, function) \
  g_test_add ("/console/picture-control/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-file", test_a_file);
  ADD ("too-large", test_too_large);
  ADD ("another-kind", test_another_kind);
  ADD ("an-address", test_an_address);
  ADD ("a-fetched-picture", test_a_fetched_picture);
  ADD ("a-picture-is-seen", test_a_picture_is_seen);
  ADD ("what-cannot-be-read-is-not-seen", test_what_cannot_be_read_is_not_seen);
#undef ADD
  return g_test_run ();
}
