/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-quote-answer.c - the ways to answer a quote, and what became of an answer */

#include "foyer-page-quote-answer.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-signing.h"
#include "foyer-sentence.h"

/* As many characters as a quote keeps of an answer. */
#define WORDS_MAXIMUM 4000

/* --- Notes --- */

static void
write_note (FoyerPage *page, FoyerTone tone, FoyerIcon icon, const char *title, const char *text)
{
  foyer_page_open_note (page, tone, icon, title);
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_page_close_note (page);
}

/* Somebody signed what is no longer said (E01). */
static void
write_updated (FoyerPage *page)
{
  write_note (page, FOYER_TONE_WARN, FOYER_ICON_CLOCK,
              foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_UPDATED),
              foyer_page_say (page, "Nothing was sent. Below is what it says now."));
}

static void
write_refused (FoyerPage *page, JsonObject *quote)
{
  const char *why = foyer_json_object_text (quote, "whyNot");

  write_note (page, FOYER_TONE_WARN, FOYER_ICON_CLOCK, foyer_page_say (page, "Nothing was changed"),
              why != NULL ? why : foyer_page_say (page, "Below is how it stands now."));
}

/* "Signed by Maria Lopez on Jul 2, 10:14 AM for $1,134.00." */
static void
write_signed (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *amount = foyer_page_money (page, quote, "total");
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (quote, "signedAt"));
  g_autofree char *text = foyer_text_fill (foyer_page_say (page, "Signed by {name}, {moment}, for {amount}."),
                                           "name", foyer_json_object_text (quote, "signedBy"), "moment",
                                           moment, "amount", amount != NULL ? amount : "", NULL);

  write_note (page, FOYER_TONE_OK, FOYER_ICON_DONE, foyer_page_say (page, "Approved and signed"), text);
}

static void
write_approved (FoyerPage *page, JsonObject *quote)
{
  const char *name = foyer_json_object_text (quote, "decidedName");
  gint64 at = foyer_page_time (quote, "decidedAt");
  g_autofree char *moment = at != 0 ? foyer_page_moment (page, at) : NULL;
  g_autofree char *text = NULL;

  if (name != NULL && moment != NULL)
    text = foyer_text_fill (foyer_page_say (page, "By {name}, {moment}."), "name", name, "moment", moment,
                            NULL);
  write_note (page, FOYER_TONE_OK, FOYER_ICON_DONE, foyer_page_say (page, "Approved"), text);
}

/* What the client answered, in their own words. */
static void
write_words (FoyerPage *page, JsonObject *quote)
{
  const char *answer = foyer_json_object_text (quote, "answer");
  const char *who = foyer_json_object_text (quote, "decidedName");
  g_autofree char *quoted = NULL;

  if (answer == NULL)
    return;
  quoted = foyer_page_fill (foyer_page_say (page, "“{words}”"), "words", answer);
  write_note (page, FOYER_TONE_BRAND, FOYER_ICON_MESSAGE,
              who != NULL ? who : foyer_page_say (page, "Your answer"), quoted);
}

void
foyer_page_quote_notes (FoyerPage *page)
{
  JsonObject *quote = foyer_json_object_object (page->view, "record");

  if (page->request->problem == FOYER_PROBLEM_CHANGED)
    write_updated (page);
  else if (page->request->problem == FOYER_PROBLEM_ENDED
           && foyer_json_object_boolean (quote, "mustAsk", FALSE))
    foyer_page_whom_to_ask (page);
  else if (page->request->problem == FOYER_PROBLEM_ENDED)
    write_refused (page, quote);
  else
    foyer_page_signing_problem (page);
  if (foyer_page_is (quote, "status", "approved") && foyer_json_object_text (quote, "signedAt") != NULL)
    write_signed (page, quote);
  else if (foyer_page_is (quote, "status", "approved"))
    write_approved (page, quote);
  write_words (page, quote);
}

/* --- Approving --- */

static char *
make_url (JsonObject *quote, const char *end)
{
  return g_strconcat ("/quotes/", foyer_json_object_text (quote, "id"), end, NULL);
}

/* "By signing you approve quote 2087, version 2, for $11,096.40." */
static void
write_what_is_approved (FoyerPage *page, JsonObject *quote, gboolean signs)
{
  g_autofree char *title = foyer_page_quote_title (page, quote);
  g_autofree char *amount = foyer_page_money (page, quote, "total");
  g_autofree char *version
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_json_object_integer (quote, "version", 1));
  const char *template
      = signs ? foyer_page_say (page, "By signing you approve {quote}, version {version}, for {amount}.")
              : foyer_page_say (page, "You approve {quote}, version {version}, for {amount}.");

  if (title == NULL || amount == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_page_sentence (page, template, "quote", FOYER_PIECE_TEXT, title, "version", FOYER_PIECE_TEXT, version,
                       "amount", FOYER_PIECE_STRONG, amount, NULL);
  foyer_html_close (page->html, FOYER_TAG_P);
}

static void
write_approval (FoyerPage *page, JsonObject *quote)
{
  gboolean signs = foyer_json_object_boolean (quote, "signs", FALSE);
  g_autofree char *action = make_url (quote, "/approve");
  FoyerSigningForm form = {
    .action = action,
    .button = signs ? foyer_page_say (page, "Sign and approve") : foyer_page_say (page, "Approve"),
    .asks_name = signs || foyer_json_object_boolean (quote, "asksEmail", FALSE),
  };

  write_what_is_approved (page, quote, signs);
  foyer_page_signing_form (page, &form);
}

/* --- The rarer answers --- */

static gboolean
is_back (FoyerPage *page, const char *part)
{
  return page->request->typed != NULL
         && g_strcmp0 (g_hash_table_lookup (page->request->typed, "part"), part) == 0;
}

static const char *
say_problem (FoyerPage *page, const char *part)
{
  if (!is_back (page, part))
    return NULL;
  if (page->request->problem == FOYER_PROBLEM_EMPTY)
    return foyer_page_say (page, "Please write what you want to tell us.");
  return page->request->problem == FOYER_PROBLEM_NOTE
             ? foyer_page_say (page, "This is too long. 4,000 characters are the most.")
             : NULL;
}

static void
write_words_field (FoyerPage *page, const char *part, const char *label, const char *hint, gboolean required)
{
  foyer_page_text_field (page, &(FoyerTextField){
                                   .name = part,
                                   .label = label,
                                   .hint = hint,
                                   .error = say_problem (page, part),
                                   .value = is_back (page, part) ? page->request->note : NULL,
                                   .maximum = WORDS_MAXIMUM,
                                   .is_required = required,
                               });
}

static void
close_part (FoyerPage *page, FoyerSubmit look, const char *button)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_submit (page, look, button);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_page_close_form (page);
  foyer_page_close_more (page);
}

static void
write_change (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *action = make_url (quote, "/change");

  if (!foyer_json_object_boolean (quote, "mayAskChange", FALSE))
    return;
  foyer_page_open_more (page, foyer_page_say (page, "Ask for a change"), is_back (page, "change"));
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  write_words_field (page, "change", foyer_page_say (page, "What should be different?"),
                     foyer_page_say (page, "For example a smaller unit, another date, or a part left out."),
                     TRUE);
  close_part (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Send to the office"));
}

static void
write_decline (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *action = make_url (quote, "/decline");

  if (!foyer_json_object_boolean (quote, "mayDecline", FALSE))
    return;
  foyer_page_open_more (page, foyer_page_say_quote (page, FOYER_PHRASE_QUOTE_DECLINE),
                        is_back (page, "decline"));
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  foyer_page_open_choices (page, foyer_page_say (page, "Why are you declining? (optional)"), FALSE);
  foyer_page_choice (page, "why", "price", FALSE, foyer_page_say (page, "The price"), NULL);
  foyer_page_choice (page, "why", "time", FALSE, foyer_page_say (page, "The timing"), NULL);
  foyer_page_choice (page, "why", "other", FALSE, foyer_page_say (page, "Something else"), NULL);
  foyer_page_close_choices (page);
  write_words_field (page, "decline", foyer_page_say (page, "Tell us more (optional)"), NULL, FALSE);
  close_part (page, FOYER_SUBMIT_DANGER, foyer_page_say (page, "Decline"));
}

static void
write_comment (FoyerPage *page, JsonObject *quote)
{
  g_autofree char *action = make_url (quote, "/comment");

  if (!foyer_json_object_boolean (quote, "mayComment", FALSE))
    return;
  foyer_page_open_more (page, foyer_page_say (page, "Write to us about it"), is_back (page, "comment"));
  foyer_page_open_form (page, action, FOYER_CLASS ("fy-form"));
  write_words_field (page, "comment", foyer_page_say (page, "Your message"), NULL, TRUE);
  close_part (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Send"));
}

static const char *
get_heading (FoyerPage *page, JsonObject *quote)
{
  if (foyer_json_object_boolean (quote, "mayApprove", FALSE))
    return foyer_json_object_boolean (quote, "signs", FALSE) ? foyer_page_say (page, "Approve and sign")
                                                             : foyer_page_say (page, "Approve");
  return foyer_page_is (quote, "status", "sent") || foyer_json_object_boolean (quote, "mayDecline", FALSE)
             ? foyer_page_say (page, "Your answer")
             : foyer_page_say (page, "Any questions?");
}

void
foyer_page_quote_answer (FoyerPage *page)
{
  JsonObject *quote = foyer_json_object_object (page->view, "record");
  gboolean approves = foyer_json_object_boolean (quote, "mayApprove", FALSE);
  gboolean is_offered = foyer_page_is (quote, "status", "sent");

  if (!approves && !is_offered && !foyer_json_object_boolean (quote, "mayDecline", FALSE)
      && !foyer_json_object_boolean (quote, "mayComment", FALSE))
    return;
  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-noprint"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, "approve");
  foyer_html_open (page->html, FOYER_TAG_H2, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, "approve");
  foyer_html_text (page->html, get_heading (page, quote));
  foyer_html_close (page->html, FOYER_TAG_H2);
  if (approves)
    write_approval (page, quote);
  else if (is_offered && page->request->problem != FOYER_PROBLEM_ENDED)
    foyer_page_whom_to_ask (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  write_change (page, quote);
  write_decline (page, quote);
  write_comment (page, quote);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_SECTION);
}
