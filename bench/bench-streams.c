/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-streams.c - memory of the server at rest and for each open event stream */

#include "foyer-bench.h"

#include <string.h>

#define DEVICES 50
#define STREAMS_A_DEVICE 4

static GSocketConnection *
open_stream (FoyerBenchServer *server, const char *token)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GUri) uri = g_uri_parse (server->address, G_URI_FLAGS_NONE, NULL);
  g_autofree char *request = g_strdup_printf (
      "GET /jmap/events?types=*&closeafter=no&ping=300 HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
      "Accept: text/event-stream\r\n\r\n",
      g_uri_get_host (uri), token);
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection
      = g_socket_client_connect_to_host (client, g_uri_get_host (uri), (guint16) g_uri_get_port (uri), NULL,
                                         &error);
  char buffer[64] = "";

  if (connection == NULL)
    g_error ("%s", error->message);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                             strlen (request), NULL, NULL, NULL);
  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), buffer, sizeof buffer - 1,
                       NULL, NULL);
  if (strstr (buffer, " 200 ") == NULL)
    g_error ("No stream: %s", buffer);
  return connection;
}

int
main (int argc, char **argv)
{
  FoyerBenchServer *server = foyer_bench_server_start (20, 200);
  const char *pid = g_subprocess_get_identifier (server->process);
  g_autoptr (GPtrArray) streams = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);
  gint64 before;
  gint64 after;

  for (guint i = 0; i < DEVICES; i++)
    g_ptr_array_add (tokens, foyer_bench_sign_in (server));
  g_ptr_array_add (streams, open_stream (server, tokens->pdata[0]));
  before = foyer_bench_memory (pid, "Private_Dirty");
  for (guint i = 1; i < DEVICES * STREAMS_A_DEVICE; i++)
    g_ptr_array_add (streams, open_stream (server, tokens->pdata[i / STREAMS_A_DEVICE]));
  after = foyer_bench_memory (pid, "Private_Dirty");
  g_print ("streams: server at rest %" G_GINT64_FORMAT
           " kB private, %.1f kB for each of %u open event streams (aim <= 25 kB)\n",
           before, (double) (after - before) / (streams->len - 1), streams->len);
  g_clear_pointer (&streams, g_ptr_array_unref);
  foyer_bench_server_stop (server);
  return 0;
}
