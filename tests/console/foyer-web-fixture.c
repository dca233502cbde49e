/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-fixture.c - a host in memory, with a window for one view */

#include "foyer-web-fixture.h"

#include "foyer-test.h"

#include <string.h>

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
foyer_web_fixture_tear_down (FoyerWebFixture *self, gconstpointer data)
{
  gtk_window_destroy (self->window);
  g_clear_object (&self->module);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->pages);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->told);
  g_ptr_array_unref (self->waiting);
}

void
foyer_web_fixture_put (FoyerWebFixture *self, const char *path, const char *content)
{
  g_hash_table_replace (self->pages, g_strdup (path), g_strdup (content));
}

gboolean
foyer_web_fixture_try_open (FoyerWebFixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  foyer_web_module_make_view_async (self->module, NULL, &host, self, NULL, foyer_test_take_result, &result);
  self->view = foyer_web_module_make_view_finish (self->module, foyer_test_wait_result (&result), error);
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

  foyer_web_fixture_try_open (self, &error);
  g_assert_no_error (error);
}

gboolean
foyer_web_fixture_was_told (FoyerWebFixture *self, const char *what)
{
  return g_ptr_array_find_with_equal_func (self->told, what, g_str_equal, NULL);
}

void
foyer_web_fixture_wait (FoyerWebFixture *self, const char *what)
{
  for (guint next = self->told->len; TRUE; next++) {
    while (next >= self->told->len)
      g_main_context_iteration (NULL, TRUE);
    g_test_message ("%s", (const char *) self->told->pdata[next]);
    if (g_str_equal (self->told->pdata[next], what))
      return;
  }
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
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *picture;

  room->take_picture_async (self->view, css_width, whole, NULL, foyer_test_take_result, &result);
  picture = room->take_picture_finish (self->view, foyer_test_wait_result (&result), &error);
  g_assert_no_error (error);
  return picture;
}
