/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-talk.c - conversations, one after the other until there are messages enough */

#include "foyer-sample-parts.h"

#include "types/conversation.h"
#include "types/message.h"

#include <string.h>

/* One thread is long enough to scroll through, but not so long that it must not be kept while it is made. */
#define LONGEST_THREAD 2000
#define LONG_SHARE 20
#define SNIPPET 90
#define FIRST_DAY 200

/* What stands in one message; only those of one conversation are kept at a time. */
typedef struct {
  const char *kind;
  char *body;
  gint64 at;
  const char *status;
  gboolean photo;
} Line;

typedef struct {
  FoyerSampleClient *client;
  guint n; /* which conversation */
  char *id;
  const char *subject;
  const char *about_id;
  gboolean done;
  GArray *lines; /* (element-type Line) */
} Talk;

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->body);
}

static void
replace (GString *text, const char *what, const char *with)
{
  g_string_replace (text, what, with, 0);
}

static char *
fill (FoyerSampleMaker *maker, const Talk *talk, const char *words)
{
  static const char *const days[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", NULL };
  GString *text = g_string_new (words);
  g_autofree char *first_name = g_strdup (talk->client->person_names[0]);
  g_autofree char *number = g_strdup_printf ("%u", talk->client->invoice_number);

  first_name[strcspn (first_name, " ")] = '\0';
  replace (text, "{client}", first_name);
  replace (text, "{day}", days[talk->n % 5]);
  replace (text, "{crew}", maker->crew_names->pdata[talk->n % 2]);
  replace (text, "{invoice}", number);
  return g_string_free (text, FALSE);
}

static void
add_line (Talk *talk, const char *kind, const char *status, char *body, gint64 at)
{
  Line line = { .kind = kind, .body = body, .at = at, .status = status };

  g_array_append_val (talk->lines, line);
}

static gint64
get_last_at (const Talk *talk)
{
  return g_array_index (talk->lines, Line, talk->lines->len - 1).at;
}

/* --- What is said ------------------------------------------------------------------------------------------------ */

static void
write_thread (FoyerSampleMaker *maker, Talk *talk, const FoyerSampleTalk *words, gint64 at)
{
  g_auto (GStrv) lines = g_strsplit (words->lines, "\n", -1);
  guint n_lines = g_strv_length (lines);

  /* Open ones still wait for an answer of the team. */
  if (!talk->done)
    n_lines = 1 + 2 * foyer_sample_below (maker, (n_lines + 1) / 2);
  for (guint i = 0; i < n_lines; i++) {
    gboolean client = i % 2 == 0;

    add_line (talk, client ? "client" : "team",
              client            ? "sent"
              : i + 2 < n_lines ? "read"
                                : "delivered",
              fill (maker, talk, lines[i]), at);
    at += (gint64) (6 + foyer_sample_below (maker, 180)) * FOYER_SAMPLE_MINUTE;
  }
  if (talk->n % 4 == 1)
    add_line (talk, "note", "sent", g_strdup ("Called as well, left a message."), get_last_at (talk) + 300);
  if (talk->n % 6 == 2)
    add_line (talk, "system", "sent", g_strdup ("Booking approved by Ana"), get_last_at (talk) + 420);
  g_array_index (talk->lines, Line, 0).photo = talk->n % 5 == 0;
}

static void
write_long_thread (FoyerSampleMaker *maker, Talk *talk, gint64 at, guint n_lines)
{
  gint64 step = (maker->now - 2 * FOYER_SAMPLE_HOUR - at) / n_lines;

  for (guint i = 0; i < n_lines; i++) {
    gboolean client = foyer_sample_chance (maker, 50);

    add_line (talk, client ? "client" : "team", client ? "sent" : "read",
              g_strdup (foyer_sample_pick (maker, foyer_sample_fillers)), at + step * i);
  }
}

/* What the team sent last may still wait, have failed or have been called off. */
static void
write_last (FoyerSampleMaker *maker, Talk *talk)
{
  gint64 at = get_last_at (talk);

  switch (talk->n % 8) {
  case 0:
    add_line (talk, "team", "scheduled", g_strdup ("Just to remind you: we see each other tomorrow."),
              maker->now + 15 * FOYER_SAMPLE_HOUR);
    break;
  case 3:
    add_line (talk, "team", "failed", g_strdup ("Somebody will call you this afternoon."), at + 500);
    break;
  case 5:
    add_line (talk, "team", "cancelled", g_strdup ("Did you get our last message?"), at + 700);
    break;
  default:
    break;
  }
}

/* --- Records ----------------------------------------------------------------------------------------------------- */

static void
add_message (FoyerSampleMaker *maker, const Talk *talk, const Line *line)
{
  gboolean client = g_str_equal (line->kind, "client");
  gboolean system = g_str_equal (line->kind, "system");
  gboolean scheduled = g_str_equal (line->status, "scheduled");
  gboolean is_read = g_str_equal (line->status, "read");
  gint64 made_at = MIN (line->at, maker->now - FOYER_SAMPLE_HOUR);
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_message_type, NULL, made_at);
  static const char *const channels[] = { "portal", "email", "portal", "sms" };

  foyer_sample_text (record, "conversationId", talk->id);
  foyer_sample_text (record, "kind", line->kind);
  if (client)
    foyer_sample_text (record, "personId", talk->client->person_ids[0]);
  else if (!system)
    foyer_sample_text (record, "staffId", maker->staff_ids[talk->n % 2]);
  foyer_sample_text (record, "body", line->body);
  foyer_sample_text (record, "channel", channels[talk->n % G_N_ELEMENTS (channels)]);
  foyer_sample_time (record, "sentAt", line->at);
  if (scheduled) {
    foyer_sample_time (record, "sendAt", line->at);
    foyer_sample_boolean (record, "cancelOnReply", TRUE);
  }
  foyer_sample_text (record, "status", line->status);
  if (g_str_equal (line->status, "failed"))
    foyer_sample_text (record, "failure", "The mail server did not answer for a day.");
  if (is_read || g_str_equal (line->status, "delivered"))
    foyer_sample_time (record, "deliveredAt", line->at + 4);
  foyer_sample_time (record, "readAt", is_read ? line->at + 5 * FOYER_SAMPLE_MINUTE : 0);
  if (line->photo)
    foyer_sample_attach_photo (record, 0, "unit.png");
  foyer_sample_end (record);
}

/* The last message that a client or the team has really sent. */
static const Line *
find_last (const Talk *talk)
{
  for (guint i = talk->lines->len; i > 0; i--) {
    const Line *line = &g_array_index (talk->lines, Line, i - 1);

    if (!g_str_equal (line->status, "scheduled") && !g_str_equal (line->status, "cancelled")
        && !g_str_equal (line->kind, "note"))
      return line;
  }
  return &g_array_index (talk->lines, Line, 0);
}

static const char *
get_last_from (const Line *last)
{
  return g_str_equal (last->kind, "client")   ? "client"
         : g_str_equal (last->kind, "system") ? "system"
                                              : "team";
}

static void
set_triage (FoyerSampleMaker *maker, FoyerSampleRecord *record, const Talk *talk)
{
  g_autofree char *read_at = foyer_utc_format (get_last_at (talk));
  g_autofree char *read_by = g_strdup_printf ("{\"%s\":\"%s\"}", maker->staff_ids[talk->n % 2], read_at);
  g_autofree char *starred_by = g_strdup_printf ("{\"%s\":true}", maker->staff_ids[FOYER_SAMPLE_ANA]);

  if (talk->done || talk->n % 3 != 0)
    foyer_sample_text (record, "assigneeId", maker->staff_ids[talk->n % 2]);
  if (talk->done || talk->n % 4 == 0)
    foyer_sample_parse (record, "readBy", read_by);
  if (talk->n % 9 == 4)
    foyer_sample_parse (record, "starredBy", starred_by);
  if (talk->n % 6 == 3)
    foyer_sample_words (record, "labelIds", maker->label_ids->pdata[talk->n % 3]);
  if (talk->done)
    return;
  foyer_sample_boolean (record, "urgent", talk->n % 10 == 6);
  if (talk->n % 7 == 1) {
    foyer_sample_time (record, "snoozedUntil", maker->now + (gint64) (20 + talk->n % 50) * FOYER_SAMPLE_HOUR);
    foyer_sample_boolean (record, "snoozeFirm", talk->n % 2 == 0);
  }
}

static void
add_conversation (FoyerSampleMaker *maker, const Talk *talk, const char *merged_into)
{
  gint64 began_at = g_array_index (talk->lines, Line, 0).at;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_conversation_type, talk->id, began_at);
  const Line *last = find_last (talk);
  gboolean waits = g_str_equal (last->kind, "client") && !talk->done;
  g_autofree char *subject = fill (maker, talk, talk->subject);
  g_autofree char *snippet = g_utf8_substring (last->body, 0, MIN (SNIPPET, g_utf8_strlen (last->body, -1)));

  foyer_sample_text (record, "clientId", talk->client->id);
  foyer_sample_text (record, "personId", talk->client->person_ids[0]);
  foyer_sample_text (record, "subject", subject);
  foyer_sample_text (record, "aboutId", talk->about_id);
  foyer_sample_text (record, "status", talk->done ? "done" : "open");
  foyer_sample_time (record, "lastAt", last->at);
  foyer_sample_text (record, "lastFrom", get_last_from (last));
  foyer_sample_text (record, "snippet", snippet);
  foyer_sample_time (record, "waitingSince", waits ? last->at : 0);
  foyer_sample_time (record, "clientReadAt", talk->done ? last->at + 300 : 0);
  foyer_sample_integer (record, "messageCount", talk->lines->len);
  foyer_sample_boolean (record, "hasPhoto", g_array_index (talk->lines, Line, 0).photo);
  foyer_sample_text (record, "mergedIntoId", merged_into);
  set_triage (maker, record, talk);
  foyer_sample_changed (record, NULL, MIN (last->at, maker->now));
  foyer_sample_end (record);
}

static const char *
choose_subject_record (const Talk *talk)
{
  return strstr (talk->subject, "invoice") != NULL ? talk->client->invoice_id
         : talk->n % 3 == 0                        ? talk->client->visit_id
                                                   : NULL;
}

/* Done ones lie anywhere in the last months, open ones in the last days. */
static gint64
choose_beginning (FoyerSampleMaker *maker, const Talk *talk)
{
  int day = talk->done ? -4 - (int) foyer_sample_below (maker, FIRST_DAY)
                       : -2 - (int) foyer_sample_below (maker, 2);
  gint64 at = foyer_sample_moment (maker, day, 480 + (int) foyer_sample_below (maker, 300));

  return MAX (at, talk->client->since + FOYER_SAMPLE_DAY);
}

/* The conversation before, of which one became part. */
typedef struct {
  char *id;
  FoyerSampleClient *client;
} Previous;

#define MERGED 12

static FoyerSampleClient *
choose_client (FoyerSampleMaker *maker, guint n, const Previous *previous)
{
  if (n == MERGED)
    return previous->client;
  return foyer_sample_client_at (maker, n == 0 ? 0 : foyer_sample_below (maker, maker->n_clients));
}

/* Makes one conversation and gives its number of messages. */
static guint
add_talk (FoyerSampleMaker *maker, guint n, guint n_long, Previous *previous)
{
  const FoyerSampleTalk *words = &foyer_sample_talks[foyer_sample_below (maker, foyer_sample_n_talks)];
  Talk talk = {
    .client = choose_client (maker, n, previous),
    .n = n,
    .subject = n_long > 0 ? "Everything about our buildings" : words->subject,
    .done = n_long == 0 && n % 3 == 0,
  };
  gint64 began_at
      = n_long > 0 ? foyer_sample_moment (maker, -FIRST_DAY, 540) : choose_beginning (maker, &talk);
  guint n_lines;

  talk.id = foyer_sample_id (maker, &foyer_conversation_type, began_at);
  talk.lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (talk.lines, clear_line);
  if (n_long > 0)
    write_long_thread (maker, &talk, began_at, n_long);
  else
    write_thread (maker, &talk, words, began_at);
  if (!talk.done)
    write_last (maker, &talk);
  talk.about_id = choose_subject_record (&talk);

  add_conversation (maker, &talk, n == MERGED ? previous->id : NULL);
  for (guint i = 0; i < talk.lines->len; i++)
    add_message (maker, &talk, &g_array_index (talk.lines, Line, i));
  n_lines = talk.lines->len;
  g_array_unref (talk.lines);
  g_free (previous->id);
  *previous = (Previous){ talk.id, talk.client };
  return n_lines;
}

void
foyer_sample_add_talk (FoyerSampleMaker *maker)
{
  Previous previous = { NULL, NULL };
  guint n_long = CLAMP (maker->n_messages / LONG_SHARE, 1, LONGEST_THREAD);
  guint made = 0;

  for (guint n = 0; made < maker->n_messages; n++)
    made += add_talk (maker, n, n == 0 ? n_long : 0, &previous);
  g_free (previous.id);
}
