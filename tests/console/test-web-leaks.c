/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-web-leaks.c - a page that tries every way out of the preview reaches nobody
 *
 * The page of every vector is shown by this program again, in a process of its own, and points at a server here that counts connections,
 * not only requests: a connection is as good as a read receipt. strace hears of look-ups of names. The module of this test is built so
 * that walls can be taken down, which shows that the server would count, and which wall holds what. */

#include "foyer-web-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* As in foyer-web-walls.h, which needs WebKit. */
enum {
  SCRIPT = 1 << 0,
  FILTER = 1 << 1,
  PROXY = 1 << 2,
  POLICY = 1 << 3,
  ALL = SCRIPT | FILTER | PROXY | POLICY,
};

#define VIEWER "--view"

/* Each %s is where it leads to: http://127.0.0.1:PORT/ in the counted page, an unknown name in the other. */
static const char *const vectors[] = {
  "<link rel=stylesheet href='%slink-stylesheet'>",
  "<link rel=preload as=image href='%slink-preload'>",
  "<link rel=prefetch href='%slink-prefetch'>",
  "<link rel=icon href='%slink-icon'>",
  "<link rel='apple-touch-icon' href='%slink-touch-icon'>",
  "<link rel=preconnect href='%s'>",
  "<link rel=dns-prefetch href='%s'>",
  "<link rel=manifest href='%slink-manifest'>",
  "<link rel=modulepreload href='%slink-modulepreload'>",
  "<style>@import '%scss-import';</style>",
  "<style>@font-face { font-family: leak; src: url('%scss-font') } .font { font-family: leak }</style><p "
  "class=font>Font",
  "<style>.back { background-image: url('%scss-background') }</style><p class=back>Background",
  "<style>.content::before { content: url('%scss-content') }</style><p class=content>Content",
  "<style>.list { list-style-image: url('%scss-list') }</style><ul><li class=list>List</ul>",
  "<style>.border { border: 9px solid; border-image: url('%scss-border') 9 }</style><p class=border>Border",
  "<style>.cursor { cursor: url('%scss-cursor'), auto } .mask { mask-image: url('%scss-mask') }</style><p "
  "class='cursor mask'>Cursor",
  "<p style=\"background: url('%sstyle-attribute')\">Attribute",
  "<table background='%sbackground-attribute'><tr><td>Table</table>",
  "<img src='%simg'>",
  "<img srcset='%simg-srcset 1x'>",
  "<picture><source srcset='%spicture-source'><img src='%spicture-img'></picture>",
  "<input type=image src='%sinput-image'>",
  "<iframe src='%siframe'></iframe>",
  "<iframe srcdoc=\"<img src='%ssrcdoc'>\"></iframe>",
  "<object data='%sobject'></object>",
  "<embed src='%sembed'>",
  "<video src='%svideo' poster='%sposter' autoplay></video>",
  "<audio src='%saudio' autoplay></audio>",
  "<video autoplay><source src='%svideo-source'><track default src='%strack'></video>",
  "<svg width=9 height=9><image href='%ssvg-image' width=9 height=9 /></svg>",
  "<svg width=9 height=9><use href='%ssvg-use#x' /></svg>",
  "<svg width=9 height=9><filter id=f><feImage href='%ssvg-feimage' /></filter><rect width=9 height=9 "
  "filter='url(#f)' /></svg>",
  "<script src='%sscript'></script>",
  "<script>new Image ().src = '%sscript-image'; fetch ('%sscript-fetch')</script>",
  "<img src=x onerror=\"new Image ().src = '%sonerror'\">",
  "<body background='%sbody-background'>",
  "<meta http-equiv=refresh content='0; url=%smeta-refresh'>",
};

/* The host that shows the page, in a process of its own. */

static char *
make_page (const char *where)
{
  GString *page = g_string_new ("<!doctype html><title>Leaks</title>");

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
    g_auto (GStrv) parts = g_strsplit (vectors[i], "%s", -1);
    g_autofree char *vector = g_strjoinv (where, parts);

    g_string_append (page, vector);
  }
  return g_string_free (page, FALSE);
}

static gboolean
on_patience (gpointer user_data)
{
  gboolean *over = user_data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Nothing tells that a page will not try any more: a second after it came is many times what the slowest vector takes. Without its walls a
 * page may be elsewhere before it is painted. */
static void
try_page (FoyerWebFixture *fixture, const char *path)
{
  g_autofree char *address = g_strconcat (FOYER_WEB_SCHEME "://live", path, NULL);
  g_autofree char *page = g_strconcat ("page ", address, NULL);
  gboolean over = FALSE;

  foyer_web_module_get_room (fixture->module)->load (fixture->view, address);
  foyer_web_fixture_wait (fixture, page);
  g_timeout_add_seconds (1, on_patience, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static int
show_pages (const char *where)
{
  FoyerWebFixture fixture = { NULL };
  g_autofree char *page = make_page (where);
  /* A name that no server knows, in a domain that is set aside for that. */
  g_autofree char *nameless = make_page ("http://leak.foyer.invalid/");
  g_autofree char *secure = make_page ("https://leak.foyer.invalid/");

  gtk_init ();
  foyer_web_fixture_set_up (&fixture, NULL);
  foyer_web_fixture_put (&fixture, "/addresses", page);
  foyer_web_fixture_put (&fixture, "/names", nameless);
  foyer_web_fixture_put (&fixture, "/secure", secure);
  foyer_web_fixture_open (&fixture);
  try_page (&fixture, "/addresses");
  try_page (&fixture, "/names");
  try_page (&fixture, "/secure");
  /* With this process the page's ends. */
  return 0;
}

/* The server that counts. */

typedef struct {
  GSocketService *service;
  char *where;
  guint connections;
  guint heard;       /* until their first line */
  GHashTable *paths; /* that were requested */
} Counter;

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Counter *counter = user_data;
  g_autoptr (GDataInputStream) input = G_DATA_INPUT_STREAM (source);
  g_autofree char *line = g_data_input_stream_read_line_finish (input, result, NULL, NULL);
  g_auto (GStrv) words = line == NULL ? NULL : g_strsplit (line, " ", 3);

  counter->heard++;
  if (words != NULL && g_strv_length (words) == 3)
    g_hash_table_add (counter->paths, g_strdup (words[1]));
}

/* Hears one request and hangs up. */
static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  Counter *counter = user_data;
  GDataInputStream *input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));

  counter->connections++;
  g_object_set_data_full (G_OBJECT (input), "connection", g_object_ref (connection), g_object_unref);
  g_data_input_stream_read_line_async (input, G_PRIORITY_DEFAULT, NULL, on_read_ready, counter);
  return TRUE;
}

static void
start (Counter *counter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) got = NULL;

  counter->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (counter->service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &got, &error);
  g_assert_no_error (error);
  counter->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  counter->where = g_strdup_printf ("http://127.0.0.1:%u/",
                                    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (got)));
  g_signal_connect (counter->service, "incoming", G_CALLBACK (on_incoming), counter);
}

static void
stop (Counter *counter)
{
  while (counter->heard < counter->connections)
    g_main_context_iteration (NULL, TRUE);
  g_socket_service_stop (counter->service);
  g_clear_object (&counter->service);
  g_clear_pointer (&counter->paths, g_hash_table_unref);
  g_clear_pointer (&counter->where, g_free);
}

static void
on_end (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *over = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *over = TRUE;
}

/* Of strace's lines how many speak to an address on a network, and how many to where names are looked up. */
static void
read_trace (const char *file, guint *calls, guint *lookups)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  *calls = *lookups = 0;
  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    gboolean looks
        = strstr (lines[i], "sin_port=htons(53)") != NULL || strstr (lines[i], "sin6_port=htons(53)") != NULL
          || strstr (lines[i], "/nscd/") != NULL || strstr (lines[i], "io.systemd.Resolve") != NULL;

    if (looks)
      (*lookups)++;
    if (looks || strstr (lines[i], "AF_INET") != NULL) {
      (*calls)++;
      g_test_message ("%s", lines[i]);
    }
  }
}

/* Shows the pages with @standing walls. */
static void
try_out (Counter *counter, guint standing, guint *calls, guint *lookups)
{
  g_autofree char *fallen = g_strdup_printf ("%u", ALL & ~standing);
  g_autofree char *trace = g_strdup_printf ("%s/web-leaks-%u.trace", g_get_user_runtime_dir (), standing);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean over = FALSE;

  start (counter);
  g_subprocess_launcher_setenv (launcher, "FOYER_WEB_WALLS_FALLEN", fallen, TRUE);
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-criticals", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "strace", "-f", "-qq", "--seccomp-bpf", "-e",
                                         "trace=connect,sendto,sendmsg,sendmmsg", "-e", "signal=none", "-o",
                                         trace, self, VIEWER, counter->where, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_end, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  read_trace (trace, calls, lookups);
  g_test_message ("walls %u: %u connections, %u paths, %u calls, %u look-ups", standing, counter->connections,
                  g_hash_table_size (counter->paths), *calls, *lookups);
  g_unlink (trace);
}

static void
assert_silent (guint standing)
{
  Counter counter = { NULL };
  guint calls;
  guint lookups;

  try_out (&counter, standing, &calls, &lookups);
  g_assert_cmpuint (counter.connections, ==, 0);
  g_assert_cmpuint (calls, ==, 0);
  g_assert_cmpuint (lookups, ==, 0);
  stop (&counter);
}

static void
nothing_leaks (void)
{
  assert_silent (ALL);
}

static void
nothing_leaks_without_one_wall (void)
{
  assert_silent (ALL & ~SCRIPT);
  assert_silent (ALL & ~FILTER);
  assert_silent (ALL & ~PROXY);
  assert_silent (ALL & ~POLICY);
}

static void
without_script_alone_is_no_wall (void)
{
  Counter counter = { NULL };
  guint calls;
  guint lookups;

  try_out (&counter, SCRIPT, &calls, &lookups);
  g_assert_cmpuint (g_hash_table_size (counter.paths), >=, 10);
  g_assert_true (g_hash_table_contains (counter.paths, "/img"));
  g_assert_false (g_hash_table_contains (counter.paths, "/script"));
  g_assert_false (g_hash_table_contains (counter.paths, "/onerror"));
  g_assert_cmpuint (lookups, >, 0);
  stop (&counter);
}

/* `preconnect` asks for nothing, so no policy holds it. */
static void
policy_alone_lets_connections_out (void)
{
  Counter counter = { NULL };
  guint calls;
  guint lookups;

  try_out (&counter, SCRIPT | POLICY, &calls, &lookups);
  g_assert_cmpuint (counter.connections, >=, 1);
  g_assert_cmpuint (g_hash_table_size (counter.paths), ==, 0);
  g_assert_cmpuint (lookups, >, 0);
  stop (&counter);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], VIEWER))
    return show_pages (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/web-leaks/nothing-leaks", nothing_leaks);
  g_test_add_func ("/web-leaks/nothing-leaks-without-one-wall", nothing_leaks_without_one_wall);
  g_test_add_func ("/web-leaks/without-script-alone-is-no-wall", without_script_alone_is_no_wall);
  g_test_add_func ("/web-leaks/policy-alone-lets-connections-out", policy_alone_lets_connections_out);
  return g_test_run ();
}
