/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerEventParser:
 *
 * Takes an event stream (`text/event-stream`, as the WHATWG defines it) in pieces of any size and gives its events. An event longer than
 * 1 MiB is somebody's attack or mistake and ends the stream.
 */
typedef struct _FoyerEventParser FoyerEventParser;

/**
 * FoyerEventFunc:
 * @name: (nullable): `message` unless the stream names another; a transport gives none when there was a sign of life and no event
 * @id: (nullable): the last event id so far
 * @data: the data lines, joined by line breaks
 */
typedef void (*FoyerEventFunc) (const char *name, const char *id, const char *data, gpointer user_data);

FoyerEventParser *foyer_event_parser_new (FoyerEventFunc callback, gpointer user_data);
void foyer_event_parser_free (FoyerEventParser *self);

/**
 * foyer_event_parser_feed:
 *
 * Returns: %FALSE if the stream is no longer to be trusted
 */
gboolean foyer_event_parser_feed (FoyerEventParser *self, const char *bytes, gsize length);

/**
 * foyer_event_parser_get_retry:
 *
 * Returns: the milliseconds that the server asked to wait before reconnecting, -1 if it did not
 */
gint64 foyer_event_parser_get_retry (FoyerEventParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerEventParser, foyer_event_parser_free)

G_END_DECLS
