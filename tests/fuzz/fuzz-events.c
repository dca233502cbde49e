/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-events.c - the event stream parser: the same events however the stream is cut */

#include "foyer-fuzz.h"

#include "foyer-event-parser.h"

static void
take_event (const char *name, const char *id, const char *data, gpointer user_data)
{
  g_string_append_printf (user_data, "%s|%s|%s;", name, id == NULL ? "-" : id, data);
}

static gboolean
parse_in_pieces (const char *stream, gsize length, gsize piece, GString *seen)
{
  g_autoptr (FoyerEventParser) parser = foyer_event_parser_new (take_event, seen);
  gboolean trusted = TRUE;

  for (gsize at = 0; trusted && at < length; at += piece)
    trusted = foyer_event_parser_feed (parser, stream + at, MIN (piece, length - at));
  g_string_append_printf (seen, "%" G_GINT64_FORMAT, foyer_event_parser_get_retry (parser));
  return trusted;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *stream = (const char *) data;
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) cut = g_string_new (NULL);
  gboolean trusted = parse_in_pieces (stream, size, MAX (size, 1), whole);

  g_assert_true (parse_in_pieces (stream, size, size == 0 ? 1 : 1 + data[0] % 7, cut) == trusted);
  g_assert_cmpstr (cut->str, ==, whole->str);
  return 0;
}
