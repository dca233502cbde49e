/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-event-parser.c - event streams as the WHATWG defines them, in pieces of any size */

#include "foyer-event-parser.h"

#include "random-json.h"

#include <string.h>

#define MEBIBYTE (1024 * 1024)

static void
take_event (const char *name, const char *id, const char *data, gpointer user_data)
{
  GString *seen = user_data;

  g_string_append (seen, name);
  g_string_append (seen, "|");
  g_string_append (seen, id == NULL ? "-" : id);
  g_string_append (seen, "|");
  g_string_append (seen, data);
  g_string_append (seen, ";");
}

static void
assert_events (const char *stream, const char *expected)
{
  gsize length = strlen (stream);

  /* Cut in two at every place, and byte by byte. */
  for (gsize cut = 0; cut <= length + 1; cut++) {
    g_autoptr (GString) seen = g_string_new (NULL);
    g_autoptr (FoyerEventParser) parser = foyer_event_parser_new (take_event, seen);

    if (cut <= length) {
      g_assert_true (foyer_event_parser_feed (parser, stream, cut));
      g_assert_true (foyer_event_parser_feed (parser, stream + cut, length - cut));
    } else {
      for (gsize i = 0; i < length; i++)
        g_assert_true (foyer_event_parser_feed (parser, stream + i, 1));
    }
    g_assert_cmpstr (seen->str, ==, expected);
  }
}

static char *
end_lines_with (const char *stream, const char *ending)
{
  GString *out = g_string_new (stream);

  g_string_replace (out, "\n", ending, 0);
  return g_string_free (out, FALSE);
}

static void
test_line_endings (void)
{
  static const char *const endings[] = { "\n", "\r", "\r\n" };
  static const char stream[]
      = ": hello\nevent: state\nid: 7\ndata: one\ndata: two\n\nevent: ping\ndata: {}\n\n\n\ndata\n\n";

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *text = end_lines_with (stream, endings[i]);

    assert_events (text, "state|7|one\ntwo;ping|7|{};message|7|;");
  }
  assert_events ("data: a\r\ndata: b\rdata: c\ndata: d\r\r\ndata: e\n\r\n",
                 "message|-|a\nb\nc\nd;message|-|e;");
}

/* The examples of the standard, §9.2.6. */
static void
test_examples (void)
{
  assert_events ("data: YHOO\ndata: +2\ndata: 10\n\n", "message|-|YHOO\n+2\n10;");
  assert_events (
      ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
      "message|1|first event;message||second event;message|| third event;");
  assert_events ("data\n\ndata\ndata\n\ndata:\n", "message|-|;message|-|\n;");
  assert_events ("data:test\n\ndata: test\n\n", "message|-|test;message|-|test;");
}

static void
test_data (void)
{
  assert_events ("data: a: b\n\n", "message|-|a: b;");
  assert_events ("data:  a \n\n", "message|-| a ;");
  assert_events ("data:\ta\n\n", "message|-|\ta;");
  assert_events ("data:\ndata:\ndata:\n\n", "message|-|\n\n;");
  assert_events ("data: caf\xc3\xa9 \xf0\x9f\x98\x80\n\n", "message|-|caf\xc3\xa9 \xf0\x9f\x98\x80;");
  /* An event that was not ended is none. */
  assert_events ("data: a", "");
  assert_events ("data: a\n", "");
  assert_events ("data: a\n\ndata: b\nid: 1\n", "message|-|a;");
}

static void
test_comments_and_unknown (void)
{
  assert_events (":\n:: x\n: data: a\n\n", "");
  assert_events ("data: a\n: between\ndata: b\n\n", "message|-|a\nb;");
  assert_events ("foo: bar\nDATA: x\nData: y\n data: z\ndata : w\n\n", "");
  assert_events ("datax: 1\ndata: 2\ndat: 3\n\n", "message|-|2;");
}

static void
test_names (void)
{
  assert_events ("event: a\n\ndata: x\n\n", "message|-|x;");
  assert_events ("event: a\ndata: x\n\ndata: y\n\n", "a|-|x;message|-|y;");
  assert_events ("event: a\nevent: b\ndata: x\n\n", "b|-|x;");
  assert_events ("event: a\nevent:\ndata: x\n\n", "message|-|x;");
  assert_events ("data: x\nevent: late\n\n", "late|-|x;");
}

static void
test_ids (void)
{
  assert_events ("id: 1\ndata: x\n\ndata: y\n\n", "message|1|x;message|1|y;");
  assert_events ("id: 1\n\ndata: y\n\n", "message|1|y;");
  assert_events ("id: 1\nid: 2\ndata: y\n\n", "message|2|y;");
  assert_events ("id: 1\ndata: x\n\nid\ndata: y\n\n", "message|1|x;message||y;");
  assert_events ("id: e-1 7\ndata: x\n\n", "message|e-1 7|x;");
}

static void
test_byte_order_mark (void)
{
  assert_events ("\xef\xbb\xbf"
                 "data: a\n\n",
                 "message|-|a;");
  assert_events ("\xef\xbb\xbf\n\xef\xbb\xbf"
                 "data: a\n\n",
                 "");
  assert_events ("\xef\xbb\xbf\xef\xbb\xbf"
                 "data: a\n\n",
                 "");
  /* Only at the very beginning, however short what stands before. */
  assert_events ("\n\xef\xbb\xbf"
                 "data: a\n\n",
                 "");
  assert_events (":\n\xef\xbb\xbf"
                 "data: a\n\n",
                 "");
  assert_events ("data: x\n\n\xef\xbb\xbf"
                 "data: a\n\n",
                 "message|-|x;");
}

static void
assert_retry (const char *stream, gint64 expected)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (FoyerEventParser) parser = foyer_event_parser_new (take_event, seen);

  g_assert_true (foyer_event_parser_feed (parser, stream, strlen (stream)));
  g_assert_cmpint (foyer_event_parser_get_retry (parser), ==, expected);
}

static void
test_retry (void)
{
  assert_retry ("", -1);
  assert_retry ("retry: 1500\n", 1500);
  assert_retry ("retry:0\n", 0);
  assert_retry ("retry: 999999999\n", 999999999);
  assert_retry ("retry: 1\nretry: 2\n", 2);
  assert_retry ("retry: 5\nretry:\n", 5);
  assert_retry ("retry: 5\nretry: -1\nretry: 1.5\nretry: 1e3\nretry: 5 \nretry:  7\nretry: x\n", 5);
  assert_retry ("retry: 99999999999999999999999999\n", -1);
  assert_retry ("retry: 1", -1);
}

static gboolean
feed_text (FoyerEventParser *parser, const char *text)
{
  return foyer_event_parser_feed (parser, text, strlen (text));
}

static void
test_longest_event (void)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (FoyerEventParser) parser = foyer_event_parser_new (take_event, seen);
  g_autofree char *much = g_strnfill (MEBIBYTE - 5, 'a');

  for (int i = 0; i < 3; i++) {
    g_string_truncate (seen, 0);
    g_assert_true (feed_text (parser, "data:"));
    g_assert_true (feed_text (parser, much));
    g_assert_true (feed_text (parser, "\n\n"));
    g_assert_cmpuint (seen->len, ==, MEBIBYTE - 5 + strlen ("message|-|;"));
  }
  g_assert_true (feed_text (parser, "data:"));
  g_assert_true (feed_text (parser, much));
  g_assert_false (feed_text (parser, "a"));
}

static void
test_endless (void)
{
  static const char *const pieces[]
      = { "a", "data:x\n", ":x", "data\n", "event: xxxxxxxxxxxxxxxx", "data:\r\n" };
  g_autofree char *block = g_strnfill (4096, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) seen = g_string_new (NULL);
    g_autoptr (FoyerEventParser) parser = foyer_event_parser_new (take_event, seen);
    guint fed = 0;

    while (fed < 3 * MEBIBYTE && feed_text (parser, pieces[i]))
      fed++;
    g_assert_cmpuint (fed, <, 2 * MEBIBYTE);
    g_assert_cmpuint (seen->len, ==, 0);
  }
}

static void
test_nul (void)
{
  static const char *const streams[] = { "data: a", "", "id: 7", ": x", "data: a\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (streams); i++) {
    g_autoptr (GString) seen = g_string_new (NULL);
    g_autoptr (FoyerEventParser) parser = foyer_event_parser_new (take_event, seen);

    g_assert_true (feed_text (parser, streams[i]));
    g_assert_false (foyer_event_parser_feed (parser, "\0", 1));
    g_assert_cmpstr (seen->str, ==, "");
  }
  foyer_event_parser_free (NULL);
}

static const char *const corpus[] = {
  ": hello\nevent: state\nid: 7\ndata: "
  "{\"@type\":\"StateChange\",\"changed\":{\"o1\":{\"Booking\":\"e1-7\"}}}\n\n",
  "event: ping\r\ndata: {\"interval\":30}\r\n\r\nretry: 1500\r\n\r\n",
  "\xef\xbb\xbf"
  "data: a\rdata: b\r\rdata\r\r",
};

static const char *const tokens[] = {
  "\n",   "\r",      "\r\n",     "\n\n", "data", "data:",        "data: ", "id",
  "id: ", "event: ", "retry: 7", ":",    " ",    "\xef\xbb\xbf", "\xff",   "\xc3",
};

/* The same bytes in two other pieces mean the same events. */
static void
test_mutants (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (31);
  guint events = 0;

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (corpus[i % G_N_ELEMENTS (corpus)]);
    g_autoptr (GString) whole = g_string_new (NULL);
    g_autoptr (GString) pieces = g_string_new (NULL);
    g_autoptr (FoyerEventParser) first = foyer_event_parser_new (take_event, whole);
    g_autoptr (FoyerEventParser) second = foyer_event_parser_new (take_event, pieces);
    g_autofree char *exact = NULL;
    gboolean ok;
    gboolean piece_ok = TRUE;

    random_json_mutate (text, random, tokens, G_N_ELEMENTS (tokens));
    exact = g_memdup2 (text->str, text->len);
    ok = foyer_event_parser_feed (first, exact, text->len);
    for (gsize at = 0; at < text->len && piece_ok;) {
      gsize drawn = foyer_random_below (random, 5);
      gsize length = MIN (drawn, text->len - at);

      piece_ok = foyer_event_parser_feed (second, exact + at, length);
      at += length;
    }
    g_assert_cmpint (ok, ==, piece_ok);
    g_assert_cmpstr (whole->str, ==, pieces->str);
    g_assert_cmpint (foyer_event_parser_get_retry (first), ==, foyer_event_parser_get_retry (second));
    events += whole->len > 0;
  }
  g_assert_cmpuint (events, >, 5000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jmap/event-parser/cr-lf-and-both-at-every-cut", test_line_endings);
  g_test_add_func ("/jmap/event-parser/examples-of-the-standard", test_examples);
  g_test_add_func ("/jmap/event-parser/data-lines-join", test_data);
  g_test_add_func ("/jmap/event-parser/comments-and-unknown-fields-are-passed-over",
                   test_comments_and_unknown);
  g_test_add_func ("/jmap/event-parser/a-name-holds-for-one-event", test_names);
  g_test_add_func ("/jmap/event-parser/an-id-holds-until-the-next", test_ids);
  g_test_add_func ("/jmap/event-parser/byte-order-mark-at-the-very-beginning-only", test_byte_order_mark);
  g_test_add_func ("/jmap/event-parser/retry-is-digits", test_retry);
  g_test_add_func ("/jmap/event-parser/an-event-has-at-most-a-mebibyte", test_longest_event);
  g_test_add_func ("/jmap/event-parser/C01-endless-streams-end", test_endless);
  g_test_add_func ("/jmap/event-parser/a-nul-ends-the-stream", test_nul);
  g_test_add_func ("/jmap/event-parser/C01-mutants-in-any-pieces", test_mutants);
  return g_test_run ();
}
