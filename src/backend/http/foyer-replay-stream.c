/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-replay-stream.c - exactly one request, as an input stream */

#include "http/foyer-replay-stream.h"

#include <string.h>

struct _FoyerReplayStream {
  GInputStream parent_instance;

  GBytes *replay; /* (owned) (nullable): NULL once it has been read */
  gsize offset;
  GInputStream *base; /* (owned) */
  gsize more;
};

static void init_pollable (GPollableInputStreamInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerReplayStream,
                               foyer_replay_stream,
                               G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM, init_pollable))

/* Gives what can be given without asking the connection; -1 if it has to be asked. */
static gssize
read_replay (FoyerReplayStream *self, void *buffer, gsize count)
{
  gsize size;
  const char *data;

  if (self->replay == NULL)
    return self->more == 0 ? 0 : -1;
  data = g_bytes_get_data (self->replay, &size);
  count = MIN (count, size - self->offset);
  memcpy (buffer, data + self->offset, count);
  self->offset += count;
  if (self->offset == size)
    g_clear_pointer (&self->replay, g_bytes_unref);
  return (gssize) count;
}

static gssize
note_read (FoyerReplayStream *self, gssize count)
{
  if (count > 0)
    self->more -= (gsize) count;
  return count;
}

static gssize
foyer_replay_stream_read (GInputStream *stream,
                          void *buffer,
                          gsize count,
                          GCancellable *cancellable,
                          GError **error)
{
  FoyerReplayStream *self = FOYER_REPLAY_STREAM (stream);
  gssize given = read_replay (self, buffer, count);

  if (given >= 0)
    return given;
  return note_read (self,
                    g_input_stream_read (self->base, buffer, MIN (count, self->more), cancellable, error));
}

static gssize
foyer_replay_stream_read_nonblocking (GPollableInputStream *stream, void *buffer, gsize count, GError **error)
{
  FoyerReplayStream *self = FOYER_REPLAY_STREAM (stream);
  gssize given = read_replay (self, buffer, count);

  if (given >= 0)
    return given;
  return note_read (self,
                    g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (self->base), buffer,
                                                              MIN (count, self->more), NULL, error));
}

static gboolean
foyer_replay_stream_is_readable (GPollableInputStream *stream)
{
  FoyerReplayStream *self = FOYER_REPLAY_STREAM (stream);

  if (self->replay != NULL || self->more == 0)
    return TRUE;
  return g_pollable_input_stream_is_readable (G_POLLABLE_INPUT_STREAM (self->base));
}

static GSource *
foyer_replay_stream_create_source (GPollableInputStream *stream, GCancellable *cancellable)
{
  FoyerReplayStream *self = FOYER_REPLAY_STREAM (stream);
  g_autoptr (GSource) base_source = NULL;
  GSource *source;

  if (self->replay == NULL && self->more > 0) {
    base_source = g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (self->base), NULL);
    return g_pollable_source_new_full (self, base_source, cancellable);
  }
  source = g_pollable_source_new_full (self, NULL, cancellable);
  g_source_set_ready_time (source, 0);
  return source;
}

static void
foyer_replay_stream_finalize (GObject *object)
{
  FoyerReplayStream *self = FOYER_REPLAY_STREAM (object);

  g_clear_pointer (&self->replay, g_bytes_unref);
  g_object_unref (self->base);
  G_OBJECT_CLASS (foyer_replay_stream_parent_class)->finalize (object);
}

static void
init_pollable (GPollableInputStreamInterface *interface)
{
  interface->is_readable = foyer_replay_stream_is_readable;
  interface->create_source = foyer_replay_stream_create_source;
  interface->read_nonblocking = foyer_replay_stream_read_nonblocking;
}

static void
foyer_replay_stream_class_init (FoyerReplayStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_replay_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = foyer_replay_stream_read;
}

static void
foyer_replay_stream_init (FoyerReplayStream *self)
{
}

FoyerReplayStream *
foyer_replay_stream_new (GBytes *replay, GInputStream *base, gsize more)
{
  FoyerReplayStream *self = g_object_new (FOYER_TYPE_REPLAY_STREAM, NULL);

  self->replay = replay;
  self->base = g_object_ref (base);
  self->more = more;
  return self;
}

gboolean
foyer_replay_stream_is_complete (FoyerReplayStream *self)
{
  return self->replay == NULL && self->more == 0;
}
