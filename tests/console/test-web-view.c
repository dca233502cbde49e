/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-web-view.c - the web room: pages out of memory, and what a page can and cannot do */

#include "foyer-web-fixture.h"

#include "foyer-test.h"

#include <signal.h>
#include <string.h>

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

/* What is on the screen of the view, without asking the web process; 0 for nothing. */
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
  if (node == NULL)
    return 0;
  gsk_renderer_realize (renderer, NULL, NULL);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gsk_renderer_unrealize (renderer);
  return get_colour (texture, x, y);
}

/* What the web process has drawn may be here a frame later than its word that it has. */
static void
wait_for_blue (FoyerWebFixture *fixture)
{
  while (get_screen_colour (fixture, 400, 300) != 0x2040c0)
    g_main_context_iteration (NULL, TRUE);
}

/* Whether @text names what the web room brings. */
static gboolean
has_webkit (const char *text)
{
  return strstr (text, "libwebkit") != NULL || strstr (text, "libjavascriptcore") != NULL;
}

static char *
list_libraries (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "src", "console", file, NULL);
  const char *argv[] = { "ldd", path, NULL };
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
start_pays_nothing (FoyerWebFixture *fixture, gconstpointer data)
{
  g_autofree char *program = list_libraries ("foyer");
  g_autofree char *module = list_libraries ("preview/web/foyer-preview-web.so");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_false (has_webkit (program));
  g_assert_true (has_webkit (module));
  g_file_get_contents ("/proc/self/maps", &before, NULL, NULL);
  g_assert_false (has_webkit (before));
  foyer_web_fixture_open (fixture);
  g_file_get_contents ("/proc/self/maps", &after, NULL, NULL);
  g_assert_true (has_webkit (after));
}

static void
paints_from_memory (FoyerWebFixture *fixture, gconstpointer data)
{
  foyer_web_fixture_put (fixture, "/", STYLE "<p>Hello");
  foyer_web_fixture_put (fixture, "/style.css", "body { background: #2040c0 }");
  foyer_web_fixture_open (fixture);
  foyer_web_fixture_show (fixture, "/");
  wait_for_blue (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 2);
  g_assert_cmpstr (fixture->asked->pdata[0], ==, "foyer-portal://live/");
  g_assert_cmpstr (fixture->asked->pdata[1], ==, "foyer-portal://live/style.css");
}

/* A view that nobody looked at shows nothing until the next page comes: not the last one, and not WebKit's white. */
static void
empty_draws_nothing (FoyerWebFixture *fixture, gconstpointer data)
{
  foyer_web_fixture_put (fixture, "/", STYLE "<p>Hers");
  foyer_web_fixture_put (fixture, "/other", STYLE "<p>His");
  foyer_web_fixture_put (fixture, "/style.css", "body { background: #2040c0 }");
  foyer_web_fixture_open (fixture);
  g_assert_cmphex (get_screen_colour (fixture, 400, 300), ==, 0);
  foyer_web_fixture_show (fixture, "/");
  wait_for_blue (fixture);
  foyer_web_module_get_room (fixture->module)->load (fixture->view, FOYER_WEB_EMPTY);
  g_assert_cmphex (get_screen_colour (fixture, 400, 300), ==, 0);
  foyer_web_fixture_show (fixture, "/other");
  wait_for_blue (fixture);
  for (guint i = 0; i < fixture->asked->len; i++)
    g_assert_cmpstr (fixture->asked->pdata[i], !=, FOYER_WEB_EMPTY);
  g_assert_false (foyer_web_fixture_was_told (fixture, "page " FOYER_WEB_EMPTY));
  g_assert_false (foyer_web_fixture_was_told (fixture, "painted " FOYER_WEB_EMPTY));
}

/* Links and buttons 100 pixels high, one below the other. */
#define ROWS \
  "body { margin: 0 } form { margin: 0 } a, button, input { display: block; width: 100%; height: 100px; " \
  "margin: 0 }"

static void
open_rows (FoyerWebFixture *fixture, const char *rows)
{
  g_autofree char *page = g_strconcat (STYLE, rows, NULL);

  foyer_web_fixture_put (fixture, "/", page);
  foyer_web_fixture_put (fixture, "/next", STYLE "<p>Next");
  foyer_web_fixture_put (fixture, "/style.css", ROWS);
  foyer_web_fixture_open (fixture);
  foyer_web_fixture_show (fixture, "/");
}

static void
links_ask (FoyerWebFixture *fixture, gconstpointer data)
{
  open_rows (fixture, "<a href='/next?a=1#b'>Next</a><a href='/next' target=_blank>In a window</a>");
  foyer_web_fixture_click (fixture, 400, 50);
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/next?a=1#b");
  g_assert_true (foyer_web_fixture_was_told (fixture, "page foyer-portal://live/next?a=1#b"));
  foyer_web_fixture_show (fixture, "/");
  foyer_web_fixture_click (fixture, 400, 150);
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/next");
}

static void
links_that_leave_are_told (FoyerWebFixture *fixture, gconstpointer data)
{
  open_rows (fixture, "<a href='https://example.org/?x'>Terms</a><a href='mailto:a@example.org'>Mail</a><a "
                      "href='tel:+15551234'>Call</a>"
                      "<a href='https://example.org/new' target=_blank>Window</a>");
  foyer_web_fixture_click (fixture, 400, 50);
  foyer_web_fixture_wait (fixture, "leave https://example.org/?x");
  foyer_web_fixture_click (fixture, 400, 150);
  foyer_web_fixture_wait (fixture, "leave mailto:a@example.org");
  foyer_web_fixture_click (fixture, 400, 250);
  foyer_web_fixture_wait (fixture, "leave tel:+15551234");
  foyer_web_fixture_click (fixture, 400, 350);
  foyer_web_fixture_wait (fixture, "leave https://example.org/new");
  g_assert_cmpuint (fixture->asked->len, ==, 2);
}

static void
forms_are_told_and_not_sent (FoyerWebFixture *fixture, gconstpointer data)
{
  open_rows (
      fixture,
      "<form method=post action='/pay'><input type=hidden name=token value=secret><button>Pay</button></form>"
      "<form action='/find'><button name=q value=1>Find</button></form>"
      "<form method=post enctype='multipart/form-data' action='/send'><button>Send</button></form>"
      "<form method=post action='https://example.org/'><button>Away</button></form>"
      "<input type=file>");
  foyer_web_fixture_click (fixture, 400, 50);
  foyer_web_fixture_wait (fixture, "act POST foyer-portal://live/pay");
  foyer_web_fixture_click (fixture, 400, 150);
  foyer_web_fixture_wait (fixture, "act POST foyer-portal://live/find?q=1");
  foyer_web_fixture_click (fixture, 400, 250);
  foyer_web_fixture_wait (fixture, "act POST foyer-portal://live/send");
  foyer_web_fixture_click (fixture, 400, 350); /* held by the Content-Security-Policy */
  foyer_web_fixture_click (fixture, 20, 420);
  foyer_web_fixture_wait (fixture, "act FILE foyer-portal://live/");
  g_assert_cmpuint (fixture->asked->len, ==, 2);
  foyer_web_fixture_show (fixture, "/next");
  g_assert_cmpuint (fixture->asked->len, ==, 4);
}

static void
nothing_is_no_page (FoyerWebFixture *fixture, gconstpointer data)
{
  open_rows (fixture, "<a href='/nowhere'>Nowhere</a><a href='/next' download>Download</a>");
  foyer_web_fixture_click (fixture, 400, 50);
  foyer_web_fixture_click (fixture, 400, 150);
  foyer_web_fixture_show (fixture, "/next");
  g_assert_false (foyer_web_fixture_was_told (fixture, "page foyer-portal://live/nowhere"));
  g_assert_false (foyer_web_fixture_was_told (fixture, "painted foyer-portal://live/nowhere"));
}

static void
waits_for_late_answers (FoyerWebFixture *fixture, gconstpointer data)
{
  foyer_web_fixture_open (fixture);
  fixture->held = TRUE;
  foyer_web_module_get_room (fixture->module)->load (fixture->view, "foyer-portal://live/");
  while (fixture->waiting->len == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_set_child (fixture->window, NULL);
  fixture->view = NULL;
  foyer_web_module_get_room (fixture->module)->answer (fixture->waiting->pdata[0], 200, "text/html", NULL);
}

static guint
count_asked (FoyerWebFixture *fixture, const char *address)
{
  guint count = 0;

  for (guint i = 0; i < fixture->asked->len; i++)
    count += g_str_equal (fixture->asked->pdata[i], address);
  return count;
}

/* The page that was there before is not what is asked for again, whether the next one was asked for already or not. */
static void
what_is_on_its_way_is_reloaded (FoyerWebFixture *fixture, gconstpointer data)
{
  const FoyerWebRoom *room;

  open_rows (fixture, "");
  room = foyer_web_module_get_room (fixture->module);
  fixture->held = TRUE;
  room->load (fixture->view, "foyer-portal://live/next");
  while (fixture->waiting->len == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture->held = FALSE;
  room->reload (fixture->view);
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/next");
  room->answer (fixture->waiting->pdata[0], 200, "text/html", NULL);
  g_assert_cmpuint (count_asked (fixture, "foyer-portal://live/"), ==, 1);
  room->load (fixture->view, "foyer-portal://live/");
  room->reload (fixture->view);
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/");
  g_assert_cmpuint (count_asked (fixture, "foyer-portal://live/next"), ==, 2);
}

/* A place on the page that is shown is asked for as any page: it may be another client's. */
static void
places_on_a_page_are_asked_for (FoyerWebFixture *fixture, gconstpointer data)
{
  const FoyerWebRoom *room;

  open_rows (fixture, "<a id=b href='/next'>Next</a>");
  room = foyer_web_module_get_room (fixture->module);
  room->load (fixture->view, "foyer-portal://live/#b");
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/#b");
  g_assert_cmpuint (count_asked (fixture, "foyer-portal://live/")
                        + count_asked (fixture, "foyer-portal://live/#b"),
                    ==, 2);
  /* Also if it is told while another page is on its way. */
  room->load (fixture->view, "foyer-portal://live/next");
  room->load (fixture->view, "foyer-portal://live/#c");
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/#c");
}

static void
revive (FoyerWebFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) ready = NULL;
  g_autoptr (GError) error = NULL;

  foyer_web_module_revive_async (fixture->module, fixture->view, NULL, foyer_test_take_result, &result);
  ready = foyer_test_wait_result (&result);
  foyer_web_module_revive_finish (fixture->module, ready, &error);
  g_assert_no_error (error);
  foyer_web_fixture_wait (fixture, "painted foyer-portal://live/next");
}

static void
kill_page (void)
{
  g_autoptr (GArray) processes = foyer_web_fixture_find_processes ("WebKitWebProces");

  g_assert_cmpuint (processes->len, ==, 1);
  kill (g_array_index (processes, int, 0), SIGKILL);
}

static void
dead_views_live_again_twice (FoyerWebFixture *fixture, gconstpointer data)
{
  open_rows (fixture, "");
  foyer_web_fixture_show (fixture, "/next");
  for (int i = 0; i < 2; i++) {
    kill_page ();
    foyer_web_fixture_wait (fixture, "died again");
    revive (fixture);
  }
  kill_page ();
  foyer_web_fixture_wait (fixture, "died");
  /* What the host loads itself starts from the beginning. */
  foyer_web_fixture_show (fixture, "/");
  kill_page ();
  foyer_web_fixture_wait (fixture, "died again");
}

static void
takes_pictures_of_any_width (FoyerWebFixture *fixture, gconstpointer data)
{
  foyer_web_fixture_put (fixture, "/", STYLE "Tall");
  foyer_web_fixture_put (fixture, "/style.css",
                         "body { margin: 0; height: 3000px; background: #00ff00 } @media (max-width: 400px) "
                         "{ body { background: #ff0000 } }");
  foyer_web_fixture_open (fixture);
  foyer_web_fixture_show (fixture, "/");
  for (int turn = 0; turn < 2; turn++) {
    g_autoptr (GdkTexture) shown = foyer_web_fixture_take_picture (fixture, 0, FALSE);
    g_autoptr (GdkTexture) desktop = foyer_web_fixture_take_picture (fixture, 1024, TRUE);
    g_autoptr (GdkTexture) phone = foyer_web_fixture_take_picture (fixture, 390, TRUE);

    /* As large as WebKit draws it, which is no smaller than it is for a client. */
    g_assert_cmpint (gdk_texture_get_width (shown), ==, turn == 0 ? 800 : 1600);
    g_assert_cmpint (gdk_texture_get_height (shown), ==, turn == 0 ? 600 : 1200);
    g_assert_cmpint (gdk_texture_get_width (desktop), ==, 1024);
    g_assert_cmpint (gdk_texture_get_height (desktop), ==, 3000);
    g_assert_cmphex (get_colour (desktop, 500, 2900), ==, 0x00ff00);
    g_assert_cmpint (gdk_texture_get_width (phone), ==, 390);
    g_assert_cmphex (get_colour (phone, 200, 2900), ==, 0xff0000);
    /* Of the other zoom nothing is seen in the pictures but in the one of what is shown. */
    foyer_web_module_get_room (fixture->module)->set_zoom (fixture->view, 0.5);
  }
}

/* The page is laid out as it is for a client, however small it is shown. */
static void
small_letters_stay_small (FoyerWebFixture *fixture, gconstpointer data)
{
  const double zooms[] = { 0.9, 0.5, 0.3 };

  foyer_web_fixture_put (fixture, "/", STYLE "<p>");
  foyer_web_fixture_put (
      fixture, "/style.css",
      "body { margin: 0; background: #ffffff } p { margin: 0; font-size: 10px; width: 50em; "
      "height: 100vh; background: #0000ff }");
  foyer_web_fixture_open (fixture);
  foyer_web_fixture_show (fixture, "/");
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++) {
    g_autoptr (GdkTexture) picture = NULL;
    int edge;

    foyer_web_module_get_room (fixture->module)->set_zoom (fixture->view, zooms[i]);
    picture = foyer_web_fixture_take_picture (fixture, 0, FALSE);
    edge = (int) (500 * zooms[i] * gdk_texture_get_width (picture) / 800);
    g_assert_cmphex (get_colour (picture, edge - 3, 300), ==, 0x0000ff);
    g_assert_cmphex (get_colour (picture, edge + 3, 300), ==, 0xffffff);
  }
}

static gboolean
is_grey_all_over (FoyerWebFixture *fixture)
{
  for (int x = 300; x < 330; x++) {
    guint blue = get_screen_colour (fixture, x, 300) & 0xff;

    if (blue < 0x70 || blue > 0x90)
      return FALSE;
  }
  return TRUE;
}

/* Where lines of one pixel stand side by side, a smaller page is as grey as they are together, and nowhere black or white. */
static void
small_pages_miss_no_line (FoyerWebFixture *fixture, gconstpointer data)
{
  const double zooms[] = { 0.5, 0.3 };

  foyer_web_fixture_put (fixture, "/", STYLE "<p>");
  foyer_web_fixture_put (fixture, "/style.css",
                         "body { margin: 0 } p { margin: 0; height: 100vh; "
                         "background: linear-gradient(90deg, #000000 50%, #ffffff 50%) 0 0 / 2px 2px }");
  foyer_web_fixture_open (fixture);
  foyer_web_fixture_show (fixture, "/");
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++) {
    foyer_web_module_get_room (fixture->module)->set_zoom (fixture->view, zooms[i]);
    /* The page has been drawn in the other size when it is drawn. */
    while (!is_grey_all_over (fixture)) {
      g_autoptr (GdkTexture) picture = foyer_web_fixture_take_picture (fixture, 0, FALSE);
    }
  }
}

static void
zoom_sets_the_width (FoyerWebFixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) before = NULL;
  g_autoptr (GdkTexture) after = NULL;

  foyer_web_fixture_put (fixture, "/", STYLE "<p>Hello");
  foyer_web_fixture_put (
      fixture, "/style.css",
      "body { background: #00ff00 } @media (max-width: 390px) { body { background: #ff0000 } }");
  foyer_web_fixture_open (fixture);
  foyer_web_module_get_room (fixture->module)->set_zoom (fixture->view, 800 / 400.0);
  foyer_web_fixture_show (fixture, "/");
  before = foyer_web_fixture_take_picture (fixture, 0, FALSE);
  g_assert_cmphex (get_colour (before, 400, 300), ==, 0x00ff00);
  foyer_web_module_get_room (fixture->module)->set_zoom (fixture->view, 800 / 390.0);
  after = foyer_web_fixture_take_picture (fixture, 0, FALSE);
  g_assert_cmphex (get_colour (after, 400, 300), ==, 0xff0000);
}

/* In kB: what is in memory and nobody shares. */
static guint64
measure (int process)
{
  g_autofree char *file = g_strdup_printf ("/proc/%d/smaps_rollup", process);
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents (file, &text, NULL, NULL);
  line = text == NULL ? NULL : strstr (text, "Private_Dirty:");
  return line == NULL ? 0 : g_ascii_strtoull (line + strlen ("Private_Dirty:"), NULL, 10);
}

static void
show_pages (FoyerWebFixture *fixture, int from, int to)
{
  for (int i = from; i < to; i++) {
    g_autofree char *path = g_strdup_printf ("/%d", i);
    g_autoptr (GString) page = g_string_new (STYLE);

    for (int j = 0; j < 500; j++)
      g_string_append_printf (page, "<p>Row %d of page %d, one of many", j, i);
    foyer_web_fixture_put (fixture, path, page->str);
    foyer_web_fixture_show (fixture, path);
  }
}

static void
many_pages_are_one_process (FoyerWebFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) last = NULL;
  guint64 before;
  guint64 after;

  foyer_web_fixture_put (fixture, "/style.css", "body { color: navy }");
  foyer_web_fixture_open (fixture);
  show_pages (fixture, 0, 10);
  first = foyer_web_fixture_find_processes ("WebKitWebProces");
  g_assert_cmpuint (first->len, ==, 1);
  before = measure (g_array_index (first, int, 0));
  show_pages (fixture, 10, 30);
  last = foyer_web_fixture_find_processes ("WebKitWebProces");
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpint (g_array_index (first, int, 0), ==, g_array_index (last, int, 0));
  after = measure (g_array_index (last, int, 0));
  g_test_message ("%" G_GUINT64_FORMAT " kB after 10 pages, %" G_GUINT64_FORMAT " kB after 30", before,
                  after);
  g_assert_cmpuint (after, <, before + 32 * 1024);
}

static void
siblings_share_a_process (FoyerWebFixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) first = NULL;
  g_autoptr (GArray) processes = NULL;

  open_rows (fixture, "");
  first = g_object_ref (fixture->view);
  foyer_web_fixture_try_open (fixture, first, &error);
  g_assert_no_error (error);
  foyer_web_fixture_show (fixture, "/next");
  gtk_window_set_child (fixture->window, NULL);
  gtk_box_append (GTK_BOX (box), first);
  gtk_window_set_child (fixture->window, box);
  fixture->view = first;
  foyer_web_fixture_show (fixture, "/");
  processes = foyer_web_fixture_find_processes ("WebKitWebProces");
  g_assert_cmpuint (processes->len, ==, 1);
}

static void
assert_no_view (FoyerWebFixture *fixture, FoyerWebError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (foyer_web_fixture_try_open (fixture, NULL, &error));
  g_assert_error (error, FOYER_WEB_ERROR, (gint) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
no_sandbox_no_view (FoyerWebFixture *fixture, gconstpointer data)
{
  static const char *const refused[]
      = { "/bin/sh", "-c", "echo No permissions to create new namespace >&2; exit 1", NULL };
  static const char *const missing[] = { "/nowhere/bwrap", NULL };
  static const char *const works[] = { "true", NULL };

  foyer_web_module_set_probe (fixture->module, refused);
  assert_no_view (fixture, FOYER_WEB_ERROR_NO_SANDBOX);
  foyer_web_module_set_probe (fixture->module, missing);
  assert_no_view (fixture, FOYER_WEB_ERROR_NO_SANDBOX);
  g_assert_null (foyer_web_module_get_room (fixture->module));
  foyer_web_module_set_probe (fixture->module, works);
  foyer_web_fixture_open (fixture);
  /* A view that died is not brought back into nothing. */
  foyer_web_module_set_probe (fixture->module, refused);
  {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GAsyncResult) ready = NULL;
    g_autoptr (GError) error = NULL;

    foyer_web_module_revive_async (fixture->module, fixture->view, NULL, foyer_test_take_result, &result);
    ready = foyer_test_wait_result (&result);
    g_assert_false (foyer_web_module_revive_finish (fixture->module, ready, &error));
    g_assert_error (error, FOYER_WEB_ERROR, FOYER_WEB_ERROR_NO_SANDBOX);
  }
}

static void
no_sandbox_in_time_no_view (FoyerWebFixture *fixture, gconstpointer data)
{
  static const char *const endless[] = { "cat", "/dev/zero", NULL };
  static const FoyerWebHost host = { NULL };
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (0);
  g_autoptr (FoyerWebModule) module = foyer_web_module_new (FOYER_CLOCK (clock), NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) ready = NULL;
  g_autoptr (GError) error = NULL;

  foyer_web_module_set_probe (module, endless);
  foyer_web_module_make_view_async (module, NULL, &host, NULL, NULL, foyer_test_take_result, &result);
  foyer_manual_clock_advance (clock, 5 * G_TIME_SPAN_SECOND);
  ready = foyer_test_wait_result (&result);
  g_assert_null (foyer_web_module_make_view_finish (module, ready, &error));
  g_assert_error (error, FOYER_WEB_ERROR, FOYER_WEB_ERROR_NO_SANDBOX);
}

static void
no_module_no_view (FoyerWebFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->module);
  fixture->module = foyer_web_module_new (fixture->clock, "/nowhere/foyer-preview-web.so");
  assert_no_view (fixture, FOYER_WEB_ERROR_NOT_INSTALLED);
  g_clear_object (&fixture->module);
  fixture->module = foyer_web_module_new (fixture->clock, "/proc/self/exe");
  assert_no_view (fixture, FOYER_WEB_ERROR_NOT_INSTALLED);
}

static void
impatience_is_no_fault (FoyerWebFixture *fixture, gconstpointer data)
{
  static const FoyerWebHost host = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) ready = NULL;
  g_autoptr (GError) error = NULL;

  foyer_web_module_make_view_async (fixture->module, NULL, &host, NULL, cancellable, foyer_test_take_result,
                                    &result);
  g_cancellable_cancel (cancellable);
  ready = foyer_test_wait_result (&result);
  g_assert_null (foyer_web_module_make_view_finish (fixture->module, ready, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
  ADD ("start-pays-nothing", start_pays_nothing);
  ADD ("no-sandbox-no-view", no_sandbox_no_view);
  ADD ("no-sandbox-in-time-no-view", no_sandbox_in_time_no_view);
  ADD ("no-module-no-view", no_module_no_view);
  ADD ("impatience-is-no-fault", impatience_is_no_fault);
  ADD ("paints-from-memory", paints_from_memory);
  ADD ("empty-draws-nothing", empty_draws_nothing);
  ADD ("links-ask", links_ask);
  ADD ("links-that-leave-are-told", links_that_leave_are_told);
  ADD ("forms-are-told-and-not-sent", forms_are_told_and_not_sent);
  ADD ("nothing-is-no-page", nothing_is_no_page);
  ADD ("waits-for-late-answers", waits_for_late_answers);
  ADD ("what-is-on-its-way-is-reloaded", what_is_on_its_way_is_reloaded);
  ADD ("places-on-a-page-are-asked-for", places_on_a_page_are_asked_for);
  ADD ("dead-views-live-again-twice", dead_views_live_again_twice);
  ADD ("takes-pictures-of-any-width", takes_pictures_of_any_width);
  ADD ("small-pages-miss-no-line", small_pages_miss_no_line);
  ADD ("zoom-sets-the-width", zoom_sets_the_width);
  ADD ("small-letters-stay-small", small_letters_stay_small);
  ADD ("many-pages-are-one-process", many_pages_are_one_process);
  ADD ("siblings-share-a-process", siblings_share_a_process);
  return g_test_run ();
}
