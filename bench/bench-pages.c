/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-pages.c - home pages a second through foyer-server, those asked for again and those made anew, beside a bare SoupServer with the same
 * bytes, and what the page weighs */

#include "foyer-bench.h"

#include <libsoup/soup.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 7
#define REQUESTS 1200
#define BROWSERS 4
#define BARE "--bare"

/* The head ends here; what follows it is the body. */
#define END_OF_HEAD "\r\n\r\n"

/* --- A server that does nothing --- */

/* The head of an answer, but for what every server writes itself. */
static void
copy_headers (SoupMessageHeaders *headers, const char *const *lines)
{
  for (guint i = 1; lines[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (lines[i], ": ", 2);

    if (parts[0] != NULL && parts[1] != NULL && g_ascii_strcasecmp (parts[0], "date") != 0
        && g_ascii_strcasecmp (parts[0], "content-length") != 0)
      soup_message_headers_append (headers, parts[0], parts[1]);
  }
}

static void
on_request (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  const char *answer = user_data;
  const char *body = strstr (answer, END_OF_HEAD) + strlen (END_OF_HEAD);
  g_autofree char *head = g_strndup (answer, (gsize) (body - answer));
  g_auto (GStrv) lines = g_strsplit (head, "\r\n", -1);

  soup_server_message_set_status (message, 200, NULL);
  copy_headers (soup_server_message_get_response_headers (message), (const char *const *) lines);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, body,
                            strlen (body));
}

static int
serve_bare (const char *file)
{
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *answer = NULL;
  GSList *uris;

  if (!g_file_get_contents (file, &answer, NULL, NULL) || !soup_server_listen_local (server, 0, 0, NULL))
    return 1;
  soup_server_add_handler (server, NULL, on_request, answer, NULL);
  uris = soup_server_get_uris (server);
  g_print ("%d\n", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (loop);
  return 0;
}

/* --- Browsers --- */

/* One connection for one request, as foyer-server has them: nginx keeps those of browsers. */
static void
ask (guint16 port, const char *request, GString *answer)
{
  g_autoptr (GSocket) socket
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", port);
  g_autoptr (GError) error = NULL;
  char buffer[65536];
  gssize got;

  if (!g_socket_connect (socket, address, NULL, &error)
      || g_socket_send (socket, request, strlen (request), NULL, &error) < 0)
    g_error ("%s", error->message);
  g_string_truncate (answer, 0);
  while ((got = g_socket_receive (socket, buffer, sizeof buffer, NULL, &error)) > 0)
    g_string_append_len (answer, buffer, got);
  if (error != NULL)
    g_error ("%s", error->message);
}

/*
 * The home page takes nothing from its address, so that a number behind it changes no byte; but the server has not been asked for it by that
 * address, and makes it.
 */
typedef struct {
  guint16 port;
  const char *request;
  gsize expected;
  gboolean is_anew;
} Load;

static char *
write_request (const Load *load)
{
  static const char start[] = "GET /";
  static int number;

  return load->is_anew ? g_strdup_printf ("%s?%d%s", start, g_atomic_int_add (&number, 1),
                                          load->request + strlen (start))
                       : g_strdup (load->request);
}

static gpointer
browse (gpointer data)
{
  const Load *load = data;
  g_autoptr (GString) answer = g_string_new (NULL);

  for (guint i = 0; i < REQUESTS / BROWSERS; i++) {
    g_autofree char *request = write_request (load);

    ask (load->port, request, answer);
    if (!g_str_has_prefix (answer->str, "HTTP/1.1 200 ") || answer->len != load->expected)
      g_error ("Another answer: %.80s", answer->str);
  }
  return NULL;
}

static double
count_pages_a_second (const Load *load)
{
  gint64 since = g_get_monotonic_time ();
  GThread *threads[BROWSERS];

  for (guint i = 0; i < BROWSERS; i++)
    threads[i] = g_thread_new ("browser", browse, (gpointer) load);
  for (guint i = 0; i < BROWSERS; i++)
    g_thread_join (threads[i]);
  return REQUESTS * 1e6 / (double) (g_get_monotonic_time () - since);
}

/* --- The portal --- */

typedef struct {
  guint16 port;
  char *host;
  char *home; /* the request for the home page */
} Portal;

static char *
make_request (const char *host, const char *path, const char *cookie)
{
  return g_strdup_printf ("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nCookie: %s\r\n\r\n", path,
                          host, cookie == NULL ? "" : cookie);
}

static char *
find_cookie (const char *answer)
{
  static const char name[] = "\r\nSet-Cookie: ";
  const char *found = strstr (answer, name);

  if (found == NULL)
    g_error ("The link opens no session: %.200s", answer);
  found += strlen (name);
  return g_strndup (found, strcspn (found, ";"));
}

/* Opens a client's link, as from a mail. */
static void
portal_open (Portal *self, FoyerBenchServer *server)
{
  g_autofree char *link = foyer_bench_server_command (server, "links", NULL);
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GString) answer = g_string_new (NULL);
  g_autofree char *request = NULL;
  g_autofree char *cookie = NULL;

  self->port = (guint16) g_uri_get_port (uri);
  self->host = g_strdup_printf ("%s:%u", g_uri_get_host (uri), self->port);
  request = make_request (self->host, g_uri_get_path (uri), NULL);
  ask (self->port, request, answer);
  cookie = find_cookie (answer->str);
  self->home = make_request (self->host, "/", cookie);
}

static gsize
count_body (const GString *answer)
{
  const char *end = strstr (answer->str, END_OF_HEAD);

  return answer->len - (gsize) (end + strlen (END_OF_HEAD) - answer->str);
}

static gsize
weigh_style (const Portal *portal, const char *path)
{
  g_autofree char *request = make_request (portal->host, path, NULL);
  g_autoptr (GString) answer = g_string_new (NULL);

  ask (portal->port, request, answer);
  if (!g_str_has_prefix (answer->str, "HTTP/1.1 200 "))
    g_error ("No style sheet at %s", path);
  return count_body (answer);
}

static void
weigh (const Portal *portal, const GString *page)
{
  g_autoptr (GRegex) regex = g_regex_new ("rel=\"stylesheet\" href=\"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize html = count_body (page);
  gsize styles = 0;

  g_regex_match (regex, page->str, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *path = g_match_info_fetch (match, 1);

    styles += weigh_style (portal, path);
  }
  g_print ("pages: home page %.1f kB and its style sheets %.1f kB, uncompressed, together %.1f kB (aim <= 40 "
           "kB, before photos)\n",
           (double) html / 1000, (double) styles / 1000, (double) (html + styles) / 1000);
}

/* --- Beside each other --- */

static GSubprocess *
start_bare (const char *program, const char *file, guint16 *port)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, BARE, file, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  if (process == NULL)
    g_error ("%s", error->message);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  if (line == NULL)
    g_error ("The bare server does not start");
  *port = (guint16) atoi (line);
  return process;
}

/* What one kind of load came to, round by round. */
typedef struct {
  const char *name;
  Load load;
  GArray *pages;  /* (element-type double): a second */
  GArray *ratios; /* (element-type double): to the bare server in the same round */
} Course;

/* In turns, so that all see the same machine. */
static void
compare (Course *courses, guint n_courses, const Load *bare)
{
  for (guint i = 0; i < ROUNDS; i++) {
    double others = count_pages_a_second (bare);

    for (guint k = 0; k < n_courses; k++) {
      double pages = count_pages_a_second (&courses[k].load);
      double ratio = pages / others;

      g_array_append_val (courses[k].pages, pages);
      g_array_append_val (courses[k].ratios, ratio);
    }
  }
}

static void
print_course (const Course *self)
{
  g_print ("pages: %.0f home pages a second, %s: %.2f of a bare SoupServer with the same bytes, from %.2f to "
           "%.2f (aim >= 0.3)\n",
           foyer_bench_percentile (self->pages, 0.5), self->name, foyer_bench_percentile (self->ratios, 0.5),
           foyer_bench_percentile (self->ratios, 0), foyer_bench_percentile (self->ratios, 1));
}

static void
measure (const char *program, const Portal *portal, const GString *page, const char *directory)
{
  g_autofree char *file = g_build_filename (directory, "answer", NULL);
  g_autoptr (GString) answer = g_string_new (NULL);
  Load real = { .port = portal->port, .request = portal->home, .expected = page->len };
  Load bare = real;
  Course courses[] = { { .name = "asked for again", .load = real }, { .name = "made anew", .load = real } };
  GSubprocess *process;

  g_file_set_contents (file, page->str, (gssize) page->len, NULL);
  process = start_bare (program, file, &bare.port);
  ask (bare.port, bare.request, answer);
  if (answer->len != page->len)
    g_error ("The bare server sends other bytes:\n%.800s", answer->str);
  courses[1].load.is_anew = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (courses); i++) {
    courses[i].pages = g_array_new (FALSE, FALSE, sizeof (double));
    courses[i].ratios = g_array_new (FALSE, FALSE, sizeof (double));
  }
  compare (courses, G_N_ELEMENTS (courses), &bare);
  for (guint i = 0; i < G_N_ELEMENTS (courses); i++) {
    print_course (&courses[i]);
    g_array_unref (courses[i].pages);
    g_array_unref (courses[i].ratios);
  }
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  g_object_unref (process);
}

int
main (int argc, char **argv)
{
  FoyerBenchServer *server;
  g_autoptr (GString) page = g_string_new (NULL);
  Portal portal;

  if (argc == 3 && strcmp (argv[1], BARE) == 0)
    return serve_bare (argv[2]);
  server = foyer_bench_server_start (60, 2000);
  portal_open (&portal, server);
  ask (portal.port, portal.home, page);
  weigh (&portal, page);
  measure (argv[0], &portal, page, server->directory);
  g_free (portal.host);
  g_free (portal.home);
  foyer_bench_server_stop (server);
  return 0;
}
