/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-sink.c - an SMTP server that breaks where it is told to */

#include "foyer-mail-sink.h"

#include <string.h>

struct _FoyerMailSink {
  GSocketService *service;
  guint port;
  GCancellable *end;
  GMutex mutex;
  GCond cond;
  guint talks;
  gboolean ended;
  FoyerSinkPhase phase;
  FoyerSinkFault fault;
  void (*on_hang) (gpointer data);
  gpointer data;
  GPtrArray *mails;
  GTlsCertificate *certificate;
  gboolean at_once;
};

typedef struct {
  FoyerMailSink *sink;
  GIOStream *stream;
  GDataInputStream *in;
  GOutputStream *out;
  GString *mail;
} Talk;

static gboolean
say (Talk *talk, const char *line)
{
  g_autofree char *text = g_strconcat (line, "\r\n", NULL);

  return g_output_stream_write_all (talk->out, text, strlen (text), NULL, talk->sink->end, NULL);
}

/* Says nothing and hears nothing for as long as the test lasts. */
static void
hang (Talk *talk, void (*on_hang) (gpointer data), gpointer data)
{
  FoyerMailSink *self = talk->sink;

  if (on_hang != NULL)
    on_hang (data);
  g_mutex_lock (&self->mutex);
  while (!self->ended)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* Answers, or does the fault of this phase. FALSE ends the talk. */
static gboolean
answer (Talk *talk, FoyerSinkPhase phase, const char *line)
{
  FoyerMailSink *self = talk->sink;
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);
  FoyerSinkFault fault = self->fault;
  gboolean breaks = self->phase == phase;
  void (*on_hang) (gpointer data) = self->on_hang;
  gpointer data = self->data;

  g_clear_pointer (&lock, g_mutex_locker_free);
  if (!breaks)
    return say (talk, line);
  switch (fault) {
  case FOYER_SINK_HANG:
    hang (talk, on_hang, data);
    return FALSE;
  case FOYER_SINK_LATER:
    return say (talk, "451 4.3.0 Later");
  case FOYER_SINK_REFUSE:
    return say (talk, "550 5.1.1 Not here");
  case FOYER_SINK_DIE:
  default:
    return FALSE;
  }
}

static gboolean
breaks_at (Talk *talk, FoyerSinkPhase phase)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&talk->sink->mutex);

  return talk->sink->phase == phase;
}

static gboolean
take_body (Talk *talk)
{
  for (;;) {
    g_autofree char *line = g_data_input_stream_read_line (talk->in, NULL, talk->sink->end, NULL);

    if (line == NULL)
      return FALSE;
    if (breaks_at (talk, FOYER_SINK_BODY))
      return answer (talk, FOYER_SINK_BODY, "");
    if (strcmp (line, ".") == 0)
      break;
    g_string_append_printf (talk->mail, "%s\n", line[0] == '.' ? line + 1 : line);
  }
  g_mutex_lock (&talk->sink->mutex);
  if (talk->sink->phase != FOYER_SINK_DOT || talk->sink->fault == FOYER_SINK_DIE
      || talk->sink->fault == FOYER_SINK_HANG)
    g_ptr_array_add (talk->sink->mails, g_strdup (talk->mail->str));
  g_mutex_unlock (&talk->sink->mutex);
  return answer (talk, FOYER_SINK_DOT, "250 2.0.0 Taken");
}

static void
set_stream (Talk *talk, GIOStream *stream)
{
  g_clear_object (&talk->in);
  talk->in = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  talk->out = g_io_stream_get_output_stream (stream);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (talk->in), FALSE);
  g_data_input_stream_set_newline_type (talk->in, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
}

/* Whoever does not believe the certificate goes away here. */
static gboolean
wrap (Talk *talk)
{
  GIOStream *wrapped;

  if (breaks_at (talk, FOYER_SINK_HANDSHAKE))
    return answer (talk, FOYER_SINK_HANDSHAKE, "");
  wrapped = g_tls_server_connection_new (talk->stream, talk->sink->certificate, NULL);
  g_object_unref (talk->stream);
  talk->stream = wrapped;
  if (!g_tls_connection_handshake (G_TLS_CONNECTION (wrapped), talk->sink->end, NULL))
    return FALSE;
  set_stream (talk, wrapped);
  return TRUE;
}

/* Whatever the password is. */
static gboolean
let_in (Talk *talk)
{
  g_autofree char *secret = NULL;

  if (!answer (talk, FOYER_SINK_AUTH, "334 "))
    return FALSE;
  secret = g_data_input_stream_read_line (talk->in, NULL, talk->sink->end, NULL);
  return secret != NULL && say (talk, "235 2.7.0 In");
}

static gboolean
take_command (Talk *talk, const char *line)
{
  gboolean can_wrap = talk->sink->certificate != NULL && !G_IS_TLS_CONNECTION (talk->stream);

  if (g_str_has_prefix (line, "EHLO"))
    return answer (talk, FOYER_SINK_EHLO,
                   can_wrap ? "250-sink\r\n250 STARTTLS" : "250-sink\r\n250 AUTH PLAIN");
  if (can_wrap && g_str_has_prefix (line, "STARTTLS"))
    return answer (talk, FOYER_SINK_STARTTLS, "220 2.0.0 Go on") && wrap (talk);
  if (strcmp (line, "AUTH PLAIN") == 0)
    return let_in (talk);
  if (g_str_has_prefix (line, "MAIL") || g_str_has_prefix (line, "RCPT")) {
    g_string_append_printf (talk->mail, "%s\n", line);
    return answer (talk, line[0] == 'M' ? FOYER_SINK_MAIL : FOYER_SINK_RCPT, "250 2.1.0 Good");
  }
  if (g_str_has_prefix (line, "QUIT")) {
    answer (talk, FOYER_SINK_QUIT, "221 2.0.0 Bye");
    return FALSE;
  }
  if (!g_str_has_prefix (line, "DATA"))
    return say (talk, "502 5.5.1 What?");
  if (!answer (talk, FOYER_SINK_DATA, "354 Go on"))
    return FALSE;
  g_mutex_lock (&talk->sink->mutex);
  if (talk->sink->phase == FOYER_SINK_DATA) {
    g_mutex_unlock (&talk->sink->mutex);
    return TRUE;
  }
  g_mutex_unlock (&talk->sink->mutex);
  return take_body (talk);
}

static gboolean
on_run (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  g_autoptr (GString) mail = g_string_new (NULL);
  Talk talk = { .sink = data, .stream = g_object_ref (G_IO_STREAM (connection)), .mail = mail };
  FoyerMailSink *self = data;
  gboolean goes_on;

  g_mutex_lock (&self->mutex);
  self->talks++;
  g_mutex_unlock (&self->mutex);
  set_stream (&talk, talk.stream);
  goes_on = (self->certificate == NULL || !self->at_once || wrap (&talk))
            && answer (&talk, FOYER_SINK_BANNER, "220 sink ESMTP");
  while (goes_on) {
    g_autofree char *line = g_data_input_stream_read_line (talk.in, NULL, talk.sink->end, NULL);

    goes_on = line != NULL && take_command (&talk, line);
  }
  g_io_stream_close (talk.stream, NULL, NULL);
  g_clear_object (&talk.in);
  g_object_unref (talk.stream);
  g_mutex_lock (&self->mutex);
  self->talks--;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

FoyerMailSink *
foyer_mail_sink_new (void)
{
  FoyerMailSink *self = g_new0 (FoyerMailSink, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->mails = g_ptr_array_new_with_free_func (g_free);
  self->end = g_cancellable_new ();
  self->service = g_threaded_socket_service_new (8);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (self->service, "run", G_CALLBACK (on_run), self);
  g_socket_service_start (self->service);
  return self;
}

void
foyer_mail_sink_free (FoyerMailSink *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->end);
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_cond_broadcast (&self->cond);
  while (self->talks > 0)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  g_object_unref (self->service);
  g_object_unref (self->end);
  g_clear_object (&self->certificate);
  g_ptr_array_unref (self->mails);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

guint
foyer_mail_sink_get_port (FoyerMailSink *self)
{
  return self->port;
}

void
foyer_mail_sink_break (FoyerMailSink *self,
                       FoyerSinkPhase phase,
                       FoyerSinkFault fault,
                       void (*on_hang) (gpointer data),
                       gpointer data)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);

  self->phase = phase;
  self->fault = fault;
  self->on_hang = on_hang;
  self->data = data;
}

void
foyer_mail_sink_wrap (FoyerMailSink *self, GTlsCertificate *certificate, gboolean at_once)
{
  self->certificate = g_object_ref (certificate);
  self->at_once = at_once;
}

guint
foyer_mail_sink_count (FoyerMailSink *self)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);

  return self->mails->len;
}

char *
foyer_mail_sink_get (FoyerMailSink *self, guint index)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->mutex);

  g_assert_cmpuint (index, <, self->mails->len);
  return g_strdup (self->mails->pdata[index]);
}
