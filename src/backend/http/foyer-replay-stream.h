/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TYPE_REPLAY_STREAM (foyer_replay_stream_get_type ())
G_DECLARE_FINAL_TYPE (FoyerReplayStream, foyer_replay_stream, FOYER, REPLAY_STREAM, GInputStream)

/**
 * FoyerReplayStream:
 *
 * What one request is to its parser: the bytes that were read already, then so many more of the connection, then the end. Whatever the
 * client sends after that cannot become a second request.
 */

/**
 * foyer_replay_stream_new:
 * @replay: (transfer full): the bytes to begin with
 * @base: where more comes from; a pollable stream
 * @more: bytes to take from @base at most
 *
 * Returns: (transfer full): the stream
 */
FoyerReplayStream *foyer_replay_stream_new (GBytes *replay, GInputStream *base, gsize more);

/**
 * foyer_replay_stream_is_complete:
 *
 * Returns: whether every byte that was due has been read
 */
gboolean foyer_replay_stream_is_complete (FoyerReplayStream *self);

G_END_DECLS
