/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-web-view.c - the web room: pages out of memory, and what a page can and cannot do */

#include "foyer-web-fixture.h"

#define STYLE "<!doctype html><link rel=stylesheet href=/style.css><title>Portal</title>"

/* Of the pixel at @x, @y: 0xRRGGBB. */
static guint
get_colour (GdkTexture *picture, int x, int y)
{
  int width = gdk_texture_get_width (picture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * (gsize) gdk_texture_get_height (picture));

  gdk_texture_download (picture, (guchar *) pixels, (gsize) width * sizeof *pixels);
  return pixels[y * width + x] & 0xffffff;
}

/* What is on the screen of the view, without asking the web process. */
static guint
get_screen_colour (FoyerWebFixture *fixture, int x, int y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (fixture->view),
                          gtk_widget_get_height (fixture->view));
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_renderer_realize (renderer, NULL, NULL);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gsk_renderer_unrealize (renderer);
  return get_colour (texture, x, y);
}

static void
paints_from_memory (FoyerWebFixture *fixture, gconstpointer data)
{
  foyer_web_fixture_put (fixture, "/", STYLE "<p>Hello");
  foyer_web_fixture_put (fixture, "/style.css", "body { background: #2040c0 }");
  foyer_web_fixture_open (fixture);
  foyer_web_fixture_show (fixture, "/");
  g_assert_cmphex (get_screen_colour (fixture, 400, 300), ==, 0x2040c0);
  g_assert_cmpuint (fixture->asked->len, ==, 2);
  g_assert_cmpstr (fixture->asked->pdata[0], ==, "foyer-portal://live/");
  g_assert_cmpstr (fixture->asked->pdata[1], ==, "foyer-portal://live/style.css");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* WebKit warns that there is no OpenGL here. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  gtk_init ();
#define ADD(name, function) \
  g_test_add ("/web-view/" name, FoyerWebFixture, NULL, foyer_web_fixture_set_up, function, \
              foyer_web_fixture_tear_down)
  ADD ("paints-from-memory", paints_from_memory);
  return g_test_run ();
}
