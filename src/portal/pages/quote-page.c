/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quote-page.c - one offer: what is included, what it costs, how it came to be */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-frame.h"
#include "foyer-page-quote-answer.h"
#include "foyer-page-messages.h"
#include "foyer-sentence.h"

/* "Quote 2087, sent Nov 14" */
static char *
make_lead (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *title = foyer_page_quote_title (page, quote);
  g_autofree char *date = foyer_page_date (page, quote, "sentAt");

  if (title == NULL || date == NULL)
    return g_steal_pointer (&title);
  return foyer_text_fill (foyer_page_say (page, "{quote}, sent {date}"), "quote", title, "date", date, NULL);
}

static void
write_figure (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *total = foyer_page_money (page, quote, "total");
  g_autofree char *deposit = foyer_page_money (page, quote, "deposit");
  g_autofree char *until = foyer_page_date (page, quote, "validUntil");
  g_autofree char *valid = foyer_page_is (quote, "status", "sent")
                               ? foyer_page_fill (foyer_page_say (page, "Valid until {date}"), "date", until)
                               : NULL;

  foyer_page_open_figure_card (page, "total", foyer_page_say (page, "Total"), total, valid);
  if (foyer_json_object_boolean (quote, "mayApprove", FALSE)) {
    foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
    foyer_page_link_button (page, "#approve", FALSE, FOYER_N_ICONS,
                            foyer_page_say (page, "Review and approve"));
    foyer_html_close (page->html, FOYER_TAG_DIV);
  }
  foyer_page_print_button (page, "/quotes/", foyer_json_object_text (quote, "id"));
  foyer_html_open (page->html, FOYER_TAG_DL, FOYER_CLASS ("fy-facts"));
  foyer_page_fact (page, foyer_page_say (page, "For"), foyer_json_object_text (quote, "madeFor"));
  foyer_page_site_fact (page, quote);
  foyer_page_fact (page, foyer_page_say (page, "Deposit"), deposit);
  foyer_page_fact (page, foyer_page_say (page, "Prepared by"), foyer_json_object_text (quote, "preparedBy"));
  foyer_html_close (page->html, FOYER_TAG_DL);
  foyer_page_close_card (page);
}

static void
write_items (FoyerPage *page, JsonObject *quote)
{
  foyer_page_open_card (page, "included", foyer_page_say (page, "What is included"));
  foyer_page_paragraphs (page, foyer_json_object_text (quote, "intro"));
  foyer_page_items (page, quote, foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_ITEMS));
  foyer_page_paragraphs (page, foyer_json_object_text (quote, "terms"));
  foyer_page_close_card (page);
}

/* "Version 2 sent" */
static char *
make_event (FoyerPage *page, JsonObject *event)
{
  static const struct {
    const char *what;
    const char *words;
  } events[] = {
    { "sent", FOYER_MARK ("Version {version} sent") },
    { "viewed", FOYER_MARK ("Version {version} opened") },
    { "changes", FOYER_MARK ("A change was asked for") },
    { "approved", FOYER_MARK ("Approved") },
    { "declined", FOYER_MARK ("Declined") },
    { "expired", FOYER_MARK ("Expired") },
    { "withdrawn", FOYER_MARK ("Withdrawn") },
  };
  g_autofree char *version
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_json_object_integer (event, "version", 1));

  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    if (foyer_page_is (event, "what", events[i].what))
      return foyer_page_fill (foyer_page_say (page, events[i].words), "version", version);
  }
  return NULL;
}

/* "Nov 14, 2:10 PM, Jo Winters. Saturday work added." */
static char *
make_event_detail (FoyerPage *page, JsonObject *event)
{
  gint64 at = foyer_page_time (event, "at");
  g_autofree char *moment = at != 0 ? foyer_page_moment (page, at) : NULL;
  g_autofree char *sentence = moment != NULL ? foyer_text_sentence (moment) : g_strdup ("");
  g_autofree char *by = foyer_text_isolate (foyer_json_object_text (event, "by"));
  g_autofree char *text = foyer_text_isolate (foyer_json_object_text (event, "text"));

  return g_strdup_printf ("%s%s%s%s%s", sentence, moment != NULL && by != NULL ? ", " : "",
                          by != NULL ? by : "", text != NULL ? ": " : "", text != NULL ? text : "");
}

static void
write_history (FoyerPage *page, JsonObject *quote)
{
  JsonArray *history = foyer_json_object_array (quote, "history");

  if (json_array_get_length (history) == 0)
    return;

  foyer_page_open_card (page, "history", foyer_page_say (page, "History"));
  foyer_page_open_track (page);
  for (guint i = json_array_get_length (history); i > 0; i--) {
    JsonObject *event = json_array_get_object_element (history, i - 1);
    g_autofree char *title = make_event (page, event);
    g_autofree char *detail = make_event_detail (page, event);

    foyer_page_track_item (page, TRUE, title, detail);
  }
  foyer_page_close_track (page);
  foyer_page_close_card (page);
}

void
foyer_page_write_quote (FoyerPage *page)
{
  JsonObject *quote = foyer_json_object_object (page->view, "record");
  const char *title = foyer_json_object_text (quote, "title");
  g_autofree char *lead = make_lead (page, quote);
  FoyerTone tone;
  g_autofree char *state = foyer_page_quote_state (page, quote, &tone);

  foyer_page_open_frame (page, FOYER_SECTION_QUOTES, title);
  foyer_page_head (page, "/quotes", foyer_page_say_quote (page, FOYER_PHRASE_QUOTES), title, state, tone,
                   lead);
  foyer_page_letterhead (page);
  foyer_page_quote_notes (page);
  foyer_page_open_columns (page);
  write_figure (page, quote);
  foyer_page_next_column (page);
  write_items (page, quote);
  foyer_page_quote_answer (page);
  write_history (page, quote);
  foyer_page_close_columns (page);
  foyer_page_message_button (page);
  foyer_page_close_frame (page, FOYER_SECTION_QUOTES);
}
