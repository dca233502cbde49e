/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-control.c - the running server's ear, and how commands speak to it */

#include "commands/foyer-control.h"

#include "commands/foyer-command.h"
#include "commands/foyer-control-request.h"

#include <fcntl.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define SOCKET_NAME "control.sock"
#define LONGEST_LINE 4096
#define MOST_VISITORS 8
#define LINE_SECONDS 5

struct _FoyerControl {
  GObject parent_instance;

  FoyerBackend *backend;   /* (owned) */
  FoyerWorker *writer;     /* (owned) */
  FoyerClock *clock;       /* (owned) */
  GSocketService *service; /* (owned) */
  char *path;
  guint n_visitors;
};

G_DEFINE_FINAL_TYPE (FoyerControl, foyer_control, G_TYPE_OBJECT)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Somebody who asks. */
typedef struct {
  FoyerControl *control;
  GSocketConnection *connection;
  GDataInputStream *input;
  GCancellable *cancellable;
  FoyerBackend *backend;
  char *line;
  char *answer;
  guint timer;
} Visitor;

/* A path too long for a unix socket is reached by way of its directory, which must stay open as @directory meanwhile. */
static GSocketAddress *
make_address (const char *path, int *directory)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *short_path = NULL;

  *directory = -1;
  if (strlen (path) < 108)
    return g_unix_socket_address_new (path);
  *directory = g_open (parent, O_PATH | O_DIRECTORY | O_CLOEXEC, 0);
  short_path = g_strdup_printf ("/proc/self/fd/%d/" SOCKET_NAME, *directory);
  return g_unix_socket_address_new (short_path);
}

static void
close_directory (int directory)
{
  if (directory >= 0)
    close (directory);
}

static void
visitor_free (Visitor *self)
{
  foyer_clock_clear_timer (self->control->clock, &self->timer);
  self->control->n_visitors--;
  g_io_stream_close (G_IO_STREAM (self->connection), NULL, NULL);
  g_object_unref (self->connection);
  g_object_unref (self->input);
  g_object_unref (self->cancellable);
  g_object_unref (self->backend);
  g_object_unref (self->control);
  g_free (self->line);
  g_free (self->answer);
  g_free (self);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Visitor *visitor = data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  visitor_free (visitor);
}

static void
answer_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Visitor *visitor = data;
  g_autofree char *answer = foyer_control_request_answer (visitor->backend, visitor->line);

  visitor->answer = g_strconcat (answer, "\n", NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Visitor *visitor = data;

  g_signal_emit (visitor->control, signals[DONE], 0);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (visitor->connection)),
                                   visitor->answer, strlen (visitor->answer), G_PRIORITY_DEFAULT,
                                   visitor->cancellable, on_written, visitor);
}

static void
on_line_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Visitor *visitor = data;
  GTask *task;

  visitor->line = g_data_input_stream_read_line_finish_utf8 (visitor->input, result, NULL, NULL);
  if (visitor->line == NULL || strlen (visitor->line) > LONGEST_LINE) {
    visitor_free (visitor);
    return;
  }
  task = g_task_new (visitor->control, NULL, on_answered, visitor);
  g_task_set_source_tag (task, on_line_read);
  g_task_set_task_data (task, visitor, NULL);
  foyer_worker_push (visitor->control->writer, task, answer_in_worker);
}

static void
on_too_slow (gpointer data)
{
  Visitor *visitor = data;

  visitor->timer = 0;
  g_cancellable_cancel (visitor->cancellable);
}

/* The directory's mode keeps others out already; the kernel's word for who it is comes on top. */
static gboolean
is_welcome (GSocketConnection *connection)
{
  g_autoptr (GCredentials) peer
      = g_socket_get_credentials (g_socket_connection_get_socket (connection), NULL);
  uid_t user = peer == NULL ? (uid_t) -1 : g_credentials_get_unix_user (peer, NULL);

  return peer != NULL && (user == getuid () || user == 0);
}

static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, FoyerControl *self)
{
  Visitor *visitor;

  if (self->n_visitors >= MOST_VISITORS || !is_welcome (connection))
    return TRUE;
  self->n_visitors++;
  visitor = g_new0 (Visitor, 1);
  visitor->control = g_object_ref (self);
  visitor->connection = g_object_ref (connection);
  visitor->backend = g_object_ref (self->backend);
  visitor->cancellable = g_cancellable_new ();
  visitor->input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  visitor->timer = foyer_clock_add_timer (self->clock, LINE_SECONDS * G_USEC_PER_SEC, on_too_slow, visitor);
  g_data_input_stream_read_line_async (visitor->input, G_PRIORITY_DEFAULT, visitor->cancellable, on_line_read,
                                       visitor);
  return TRUE;
}

static void
foyer_control_finalize (GObject *object)
{
  FoyerControl *self = FOYER_CONTROL (object);

  g_object_unref (self->service);
  g_object_unref (self->backend);
  g_object_unref (self->writer);
  g_object_unref (self->clock);
  g_free (self->path);
  G_OBJECT_CLASS (foyer_control_parent_class)->finalize (object);
}

static void
foyer_control_class_init (FoyerControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_control_finalize;

  signals[DONE]
      = g_signal_new ("done", FOYER_TYPE_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_control_init (FoyerControl *self)
{
  self->service = g_socket_service_new ();
}

/* Nobody else can be listening: whoever serves this directory holds its lock. */
static gboolean
listen_at (FoyerControl *self, GError **error)
{
  int directory;
  g_autoptr (GSocketAddress) address = make_address (self->path, &directory);
  mode_t before;
  gboolean is_listening;

  g_unlink (self->path);
  before = umask (0177);
  is_listening
      = g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                       G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, error);
  umask (before);
  close_directory (directory);
  return is_listening;
}

FoyerControl *
foyer_control_new (FoyerBackend *backend,
                   FoyerWorker *writer,
                   FoyerClock *clock,
                   const char *directory,
                   GError **error)
{
  g_autoptr (FoyerControl) self = g_object_new (FOYER_TYPE_CONTROL, NULL);

  self->backend = g_object_ref (backend);
  self->writer = g_object_ref (writer);
  self->clock = g_object_ref (clock);
  self->path = g_build_filename (directory, SOCKET_NAME, NULL);
  if (!listen_at (self, error))
    return NULL;
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
  g_socket_service_start (self->service);
  return g_steal_pointer (&self);
}

void
foyer_control_close (FoyerControl *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_unlink (self->path);
}

/* --- The other end --- */

static GSocketConnection *
visit (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, SOCKET_NAME, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  int opened;
  g_autoptr (GSocketAddress) address = make_address (path, &opened);
  GSocketConnection *connection;

  g_socket_client_set_timeout (client, 30);
  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  close_directory (opened);
  return connection;
}

static char *
ask_server (GSocketConnection *connection, const char *line, GError **error)
{
  g_autofree char *whole = g_strconcat (line, "\n", NULL);
  g_autoptr (GDataInputStream) input
      = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_autofree char *answer = NULL;

  if (!g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), whole,
                                  strlen (whole), NULL, NULL, error))
    return NULL;
  answer = g_data_input_stream_read_line_utf8 (input, NULL, NULL, error);
  if (answer == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The running server gave no answer");
  return answer == NULL ? NULL : foyer_control_request_read_answer (answer, error);
}

char *
foyer_control_ask (const char *directory, const char *line, const char *public_url, GError **error)
{
  g_autoptr (GSocketConnection) connection = visit (directory);
  g_autofree char *path = g_build_filename (directory, "foyer.db", NULL);
  g_autofree char *answer = NULL;
  FoyerBackend *backend;

  if (connection != NULL)
    return ask_server (connection, line, error);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no server data in %s", directory);
    return NULL;
  }
  backend = foyer_command_open (directory, public_url, error);
  if (backend == NULL)
    return NULL;
  answer = foyer_control_request_answer (backend, line);
  foyer_command_close (backend);
  return foyer_control_request_read_answer (answer, error);
}
