/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-mail.c - what mails say, in both languages, and what templates cannot be made to say */

#include "foyer-golden.h"
#include "foyer-mail-words.h"
#include "foyer-mail.h"
#include "foyer-portal-sample.h"
#include "types/portal_settings.h"

#include <string.h>

static const char *const names[FOYER_N_MAIL_KINDS]
    = { "invite",         "sign-in",        "quote",        "invoice",      "appointment", "booking-received",
        "booking-answer", "request-answer", "access-ended", "team-booking", "team-cancel", "team-message",
        "team-request",   "message",        "signing-code", "signed" };

static GHashTable *
make_values (void)
{
  static const char *const pairs[][2] = {
    { "amount", "$412.50" },
    { "calendar", "https://northwind.portal.example/visits/vs-1/calendar" },
    { "client", "Hillside Dental" },
    { "code", "204 881" },
    { "crew", "Sam" },
    { "date", "Tuesday, November 25, between 9 and 11 AM" },
    { "link", "https://northwind.portal.example/m/secret" },
    { "message", "The roof is wet.\nWe come on Thursday instead." },
    { "minutes", "60" },
    { "name", "Maria" },
    { "note", "As we said on the phone." },
    { "number", "2041" },
    { "portal", "https://northwind.portal.example" },
    { "service", "Furnace repair" },
    { "site", "Riverside clinic" },
  };
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_hash_table_insert (values, (gpointer) pairs[i][0], (gpointer) pairs[i][1]);
  return values;
}

static FoyerMail *
make (FoyerPortalSample *sample, const FoyerMailDraft *draft)
{
  g_autoptr (GError) error = NULL;
  FoyerMail *mail = foyer_mail_make (FOYER_RECORD_SOURCE (sample->source), draft, &error);

  g_assert_no_error (error);
  return mail;
}

/* Every mail in the words that are shipped. */
static void
test_golden (void)
{
  static const char *const languages[] = { "en-US", "de" };
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (GHashTable) values = make_values ();

  for (guint kind = 0; kind < FOYER_N_MAIL_KINDS; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
      const FoyerMailDraft draft
          = { .kind = (FoyerMailKind) kind, .language = languages[i], .values = values };
      g_autoptr (FoyerMail) mail = make (sample, &draft);
      g_autofree char *name = g_strdup_printf ("mails/%s.%s.txt", names[kind], languages[i]);
      g_autofree char *whole
          = g_strdup_printf ("Subject: %s\nFrom: %s\nReply-To: %s\n\n%s\n%s", mail->subject, mail->sender,
                             mail->reply_to, mail->text, mail->html);

      g_assert_cmpstr (mail->language, ==, languages[i]);
      foyer_assert_golden (name, whole);
    }
  }
  foyer_portal_sample_free (sample);
}

static gboolean
says_estimate (const char *html)
{
  return strstr (html, "stimate") != NULL;
}

/* Whatever a quote is called, mails call it what the pages call it (X5). */
static void
test_quote_words (void)
{
  static const struct {
    const char *word;
    const char *language;
    const char *subject;
    const char *line;
    const char *invited;
  } expected[] = {
    { "estimate", "de", "Kostenvoranschlag 2041", "Ihr Kostenvoranschlag 2041 ist fertig.",
      "„Kostenvoranschläge“" },
    { "quote", "en-US", "Quote 2041", "your quote 2041 is ready.", "open Quotes," },
    { "quote", "de", "Angebot 2041", "Ihr Angebot 2041 ist fertig.", "„Angebote“" },
    { "proposal", "en-US", "Proposal 2041", "your proposal 2041 is ready.", "open Proposals," },
    { "proposal", "de", "Vorschlag 2041", "Ihr Vorschlag 2041 ist fertig.", "„Vorschläge“" },
    { "quotation", "en-US", "Quotation 2041", "your quotation 2041 is ready.", "open Quotations," },
    { "quotation", "de", "Offerte 2041", "Ihre Offerte 2041 ist fertig.", "„Offerten“" },
  };
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (GHashTable) values = make_values ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    FoyerMailDraft draft = { .kind = FOYER_MAIL_QUOTE, .language = expected[i].language, .values = values };
    g_autofree char *json = g_strdup_printf ("{\"words.quote\": \"%s\"}", expected[i].word);
    g_autoptr (FoyerMail) quote = NULL;
    g_autoptr (FoyerMail) invite = NULL;

    foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", json);
    quote = make (sample, &draft);
    draft.kind = FOYER_MAIL_INVITE;
    invite = make (sample, &draft);
    g_assert_cmpstr (quote->subject, ==, expected[i].subject);
    g_assert_nonnull (strstr (quote->text, expected[i].line));
    g_assert_nonnull (strstr (invite->text, expected[i].invited));
    if (g_str_equal (expected[i].language, "en-US")) {
      g_assert_false (says_estimate (quote->html));
      g_assert_false (says_estimate (invite->html));
    }
  }
  foyer_portal_sample_free (sample);
}

/* What is confirmed is called what the pages call it; a report is not what is confirmed (X5). */
static void
test_visit_words (void)
{
  static const struct {
    const char *word;
    const char *language;
    const char *line;
  } expected[] = {
    { "visit", "en-US", "your visit is confirmed:" },
    { "appointment", "en-US", "your appointment is confirmed:" },
    { "appointment", "de", "Ihr Termin ist bestätigt:" },
    { "job", "en-US", "your job is confirmed:" },
    { "job", "de", "Ihr Auftrag ist bestätigt:" },
    { "service_report", "en-US", "your visit is confirmed:" },
  };
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (GHashTable) values = make_values ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const FoyerMailDraft draft
        = { .kind = FOYER_MAIL_APPOINTMENT, .language = expected[i].language, .values = values };
    g_autofree char *json = g_strdup_printf ("{\"words.visit\": \"%s\"}", expected[i].word);
    g_autoptr (FoyerMail) mail = NULL;

    foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", json);
    mail = make (sample, &draft);
    g_assert_nonnull (strstr (mail->text, expected[i].line));
  }
  foyer_portal_sample_free (sample);
}

static void
assert_has_not (const char *text, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (strstr (folded, word) != NULL)
    g_error ("“%s” is in “%s”", word, text);
}

/* No line of any mail keeps the shipped noun where the business has another (X5). */
static void
test_no_line_keeps_the_noun (void)
{
  static const char *const quotes[] = { "proposal", "quotation", "quote" };
  static const char *const visits[] = { "appointment", "job" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes) * G_N_ELEMENTS (visits); i++) {
    const FoyerMailNouns nouns
        = { .quote = quotes[i % G_N_ELEMENTS (quotes)], .visit = visits[i / G_N_ELEMENTS (quotes)] };

    for (guint kind = 0; kind < FOYER_N_MAIL_KINDS; kind++) {
      g_autofree char *subject = foyer_mail_shipped_subject ((FoyerMailKind) kind, "en-US", &nouns);
      g_autofree char *body = foyer_mail_shipped_body ((FoyerMailKind) kind, "en-US", &nouns);
      g_autofree char *all
          = g_strjoin ("\n", subject, body, foyer_mail_button_words ((FoyerMailKind) kind, "en-US", &nouns),
                       NULL);

      assert_has_not (all, "estimate");
      assert_has_not (all, "visit");
      /* These have words of their own too, and no mail names them. */
      assert_has_not (all, "plan");
      assert_has_not (all, "contract");
    }
  }
}

/* 001-61, word for word. */
static void
test_blurb (void)
{
  g_autofree char *body = foyer_mail_shipped_body (FOYER_MAIL_INVITE, "en-US", NULL);

  g_assert_nonnull (strstr (
      body,
      "You’ve been invited to our Customer Portal. Click this link to create a secure account where you "
      "can view jobs, accept estimates, and pay invoices. If you need help, reply to this email or call "
      "us at [phone]."));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_placeholders (const char *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex = g_regex_new ("\\[[a-z-]+\\??\\]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (found, g_match_info_fetch (match, 0));
  g_ptr_array_sort (found, compare);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

/* A translation says what the original says. */
static void
test_translations (void)
{
  for (guint kind = 0; kind < FOYER_N_MAIL_KINDS; kind++) {
    g_autofree char *english = foyer_mail_shipped_body ((FoyerMailKind) kind, "en-US", NULL);
    g_autofree char *german = foyer_mail_shipped_body ((FoyerMailKind) kind, "de", NULL);
    g_autofree char *one = sort_placeholders (english);
    g_autofree char *other = sort_placeholders (german);

    g_assert_cmpstr (one, ==, other);
  }
}

static void
put_template (FoyerPortalSample *sample, const char *body)
{
  g_autofree char *escaped = g_strescape (body, NULL);
  g_autofree char *json = g_strdup_printf (
      "{\"id\":\"tp-019a0000-0000-7000-8000-000000000001\",\"kind\":\"invite\",\"language\":"
      "\"en-US\",\"subject\":\"[number]\",\"body\":\"%s\"}",
      escaped);

  foyer_portal_sample_put (sample, &foyer_template_type, json);
}

/* Lines follow features and choices (001-57..60); what is no placeholder stays as it is. */
static void
test_blocks (void)
{
  static const char *const nothing[] = { NULL };
  static const char *const quotes[] = { "quotes", NULL };
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  FoyerMailDraft draft = { .kind = FOYER_MAIL_INVITE, .language = "en-US", .values = values };

  g_hash_table_insert (values, (gpointer) "number", (gpointer) "one\r\nBcc: x@y.example");
  g_hash_table_insert (values, (gpointer) "note", (gpointer) "[code] <b>&");
  g_hash_table_insert (values, (gpointer) "code", (gpointer) "secret");
  put_template (
      sample, "[quotes?]Q\n[no quotes?]no Q\n[link?]L\n[no link?]no L\n\n\n[site?]S\n\n[note] [odd] [a?] [");
  draft.include = quotes;
  {
    g_autoptr (FoyerMail) mail = make (sample, &draft);

    g_assert_cmpstr (mail->text, ==, "Q\nno L\n\n[code] <b>& [odd] [a?] [\n");
    g_assert_nonnull (strstr (mail->html, "[code] &lt;b&gt;&amp; [odd]"));
    g_assert_cmpstr (mail->subject, ==, "one  Bcc: x@y.example");
  }
  draft.include = nothing;
  {
    g_autoptr (FoyerMail) mail = make (sample, &draft);

    g_assert_true (g_str_has_prefix (mail->text, "no Q\n"));
  }
  foyer_portal_sample_free (sample);
}

/* An address in a value is text; only the server's own become links. */
static void
test_links (void)
{
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  const FoyerMailDraft draft = { .kind = FOYER_MAIL_TEAM_MESSAGE, .language = "en-US", .values = values };
  const FoyerMailDraft bad = { .kind = FOYER_MAIL_SIGN_IN, .language = "en-US", .values = values };

  g_hash_table_insert (values, (gpointer) "message",
                       (gpointer) "https://evil.example <script>alert(1)</script>");
  g_hash_table_insert (values, (gpointer) "link", (gpointer) "javascript:alert(1)");
  {
    g_autoptr (FoyerMail) mail = make (sample, &draft);
    g_autoptr (FoyerMail) other = make (sample, &bad);

    g_assert_null (strstr (mail->html, "<a "));
    g_assert_null (strstr (mail->html, "<script"));
    g_assert_null (strstr (other->html, "href"));
  }
  foyer_portal_sample_free (sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/golden", test_golden);
  g_test_add_func ("/mail/quote-words", test_quote_words);
  g_test_add_func ("/mail/visit-words", test_visit_words);
  g_test_add_func ("/mail/no-line-keeps-the-noun", test_no_line_keeps_the_noun);
  g_test_add_func ("/mail/blurb", test_blurb);
  g_test_add_func ("/mail/translations", test_translations);
  g_test_add_func ("/mail/blocks", test_blocks);
  g_test_add_func ("/mail/links", test_links);
  return g_test_run ();
}
