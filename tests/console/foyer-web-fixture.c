/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-fixture.c - a host in memory, with a window for one view */

#include "foyer-web-fixture.h"

#include "foyer-test.h"

#include <string.h>
#include <unistd.h>

/* Many times what the slowest page takes on a machine that does much else. */
#define PATIENCE_SECONDS 60

static void
answer (FoyerWebFixture *self, FoyerWebRequest *request, const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *path = g_uri_get_path (uri);
  const char *content = g_hash_table_lookup (self->pages, path);
  const char *type = g_str_has_suffix (path, ".css")   ? "text/css; charset=utf-8"
                     : g_str_has_suffix (path, ".svg") ? "image/svg+xml"
                                                       : "text/html; charset=utf-8";
  g_autoptr (GBytes) bytes = content == NULL ? NULL : g_bytes_new (content, strlen (content));

  foyer_web_module_get_room (self->module)->answer (request, 200, type, bytes);
}

static void
ask (gpointer data, GtkWidget *view, FoyerWebRequest *request, const char *address)
{
  FoyerWebFixture *self = data;

  g_ptr_array_add (self->asked, g_strdup (address));
  if (self->held)
    g_ptr_array_add (self->waiting, request);
  else
    answer (self, request, address);
}

static void
on_page (gpointer data, GtkWidget *view, const char *address)
{
  FoyerWebFixture *self = data;

  g_ptr_array_add (self->told, g_strconcat ("page ", address, NULL));
}

static void
on_painted (gpointer data, GtkWidget *view, const char *address)
{
  FoyerWebFixture *self = data;

  g_ptr_array_add (self->told, g_strconcat ("painted ", address, NULL));
}

static void
on_act (gpointer data, GtkWidget *view, const char *address, const char *method)
{
  FoyerWebFixture *self = data;

  g_ptr_array_add (self->told, g_strconcat ("act ", method, " ", address, NULL));
}

static void
on_leave (gpointer data, GtkWidget *view, const char *address)
{
  FoyerWebFixture *self = data;

  g_ptr_array_add (self->told, g_strconcat ("leave ", address, NULL));
}

static void
on_died (gpointer data, GtkWidget *view, gboolean again)
{
  FoyerWebFixture *self = data;

  g_ptr_array_add (self->told, g_strdup (again ? "died again" : "died"));
}

static const FoyerWebHost host = {
  .ask = ask,
  .on_page = on_page,
  .on_painted = on_painted,
  .on_act = on_act,
  .on_leave = on_leave,
  .on_died = on_died,
};

void
foyer_web_fixture_set_up (FoyerWebFixture *self, gconstpointer data)
{
  /* For the processes of WebKit, which warn of what is around them, and a bus that ended would end every page. */
  g_unsetenv ("G_DEBUG");
  self->clock = foyer_system_clock_new ();
  self->module = foyer_web_module_new (self->clock, NULL);
  self->window = GTK_WINDOW (gtk_window_new ());
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->told = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_ptr_array_new ();
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, 800, 600);
}

void
foyer_web_fixture_put (FoyerWebFixture *self, const char *path, const char *content)
{
  g_hash_table_replace (self->pages, g_strdup (path), g_strdup (content));
}

gboolean
foyer_web_fixture_try_open (FoyerWebFixture *self, GtkWidget *sibling, GError **error)
{
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_web_module_make_view_async (self->module, sibling, &host, self, NULL, foyer_test_take_result,
                                    &waiting);
  result = foyer_test_wait_result (&waiting);
  self->view = foyer_web_module_make_view_finish (self->module, result, error);
  if (self->view == NULL)
    return FALSE;
  gtk_window_set_child (self->window, self->view);
  gtk_window_present (self->window);
  return TRUE;
}

void
foyer_web_fixture_open (FoyerWebFixture *self)
{
  g_autoptr (GError) error = NULL;

  foyer_web_fixture_try_open (self, NULL, &error);
  g_assert_no_error (error);
}

gboolean
foyer_web_fixture_was_told (FoyerWebFixture *self, const char *what)
{
  return g_ptr_array_find_with_equal_func (self->told, what, g_str_equal, NULL);
}

static gboolean
on_patience_ended (gpointer user_data)
{
  g_error ("Waited %d seconds for \"%s\"", PATIENCE_SECONDS, (const char *) user_data);
  return G_SOURCE_REMOVE;
}

void
foyer_web_fixture_wait (FoyerWebFixture *self, const char *what)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, (gpointer) what);
  const char *told;

  do {
    while (self->heard >= self->told->len)
      g_main_context_iteration (NULL, TRUE);
    told = self->told->pdata[self->heard++];
    g_test_message ("%s", told);
  } while (!g_str_equal (told, what));
  g_source_remove (patience);
}

void
foyer_web_fixture_show (FoyerWebFixture *self, const char *path)
{
  g_autofree char *address = g_strconcat (FOYER_WEB_SCHEME "://live", path, NULL);
  g_autofree char *painted = g_strconcat ("painted ", address, NULL);

  foyer_web_module_get_room (self->module)->load (self->view, address);
  foyer_web_fixture_wait (self, painted);
}

GdkTexture *
foyer_web_fixture_take_picture (FoyerWebFixture *self, int css_width, gboolean whole)
{
  const FoyerWebRoom *room = foyer_web_module_get_room (self->module);
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *picture;

  room->take_picture_async (self->view, css_width, whole, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  picture = room->take_picture_finish (self->view, result, &error);
  g_assert_no_error (error);
  return picture;
}

void
foyer_web_fixture_click (FoyerWebFixture *self, int x, int y)
{
  g_autofree char *left = g_strdup_printf ("%d", x);
  g_autofree char *top = g_strdup_printf ("%d", y);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  /* Without a window manager the window is in the corner of the display. */
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "mousemove",
                                                      "--sync", left, top, "click", "1", NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_subprocess_wait_check_finish (process, result, &error);
  g_assert_no_error (error);
}

/* Of /proc/@process/stat: its name and its parent. */
static char *
read_name (int process, int *parent)
{
  g_autofree char *file = g_strdup_printf ("/proc/%d/stat", process);
  g_autofree char *text = NULL;
  char *open;
  char *close;

  *parent = 0;
  if (!g_file_get_contents (file, &text, NULL, NULL))
    return NULL;
  open = strchr (text, '(');
  close = strrchr (text, ')');
  if (open == NULL || close == NULL)
    return NULL;
  *parent = (int) g_ascii_strtoll (close + 4, NULL, 10);
  return g_strndup (open + 1, (gsize) (close - open - 1));
}

static gboolean
is_below_us (int process)
{
  int parent = process;

  while (parent > 1 && parent != getpid ())
    g_free (read_name (parent, &parent));
  return parent == getpid ();
}

GArray *
foyer_web_fixture_find_processes (const char *name)
{
  g_autoptr (GDir) directory = g_dir_open ("/proc", 0, NULL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (int));
  const char *entry;

  while ((entry = g_dir_read_name (directory)) != NULL) {
    int process = (int) g_ascii_strtoll (entry, NULL, 10);
    int parent;
    g_autofree char *own = process > 0 ? read_name (process, &parent) : NULL;

    if (g_strcmp0 (own, name) == 0 && is_below_us (process))
      g_array_append_val (found, process);
  }
  return found;
}

static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* A page's process ends a little later than its view; it must, and is not to be counted as another test's. */
static void
await_end_of_pages (void)
{
  guint tick = g_timeout_add (10, on_tick, NULL);
  guint left;

  do {
    g_autoptr (GArray) processes = NULL;

    g_main_context_iteration (NULL, TRUE);
    processes = foyer_web_fixture_find_processes ("WebKitWebProces");
    left = processes->len;
  } while (left > 0);
  g_source_remove (tick);
}

void
foyer_web_fixture_tear_down (FoyerWebFixture *self, gconstpointer data)
{
  gtk_window_destroy (self->window);
  await_end_of_pages ();
  g_clear_object (&self->module);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->pages);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->told);
  g_ptr_array_unref (self->waiting);
}
