/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-words.c - what mails say until the business says something else */

#include "foyer-mail-words.h"

#include "foyer-sentence.h"
#include "foyer-text.h"

/**
 * Line:
 * @block: (nullable): what stands before the line: when it is there
 * @words: the line; %NULL for an empty one
 */
typedef struct {
  const char *block;
  const char *words;
} Line;

#define MOST_LINES 24

typedef struct {
  const char *subject;
  const char *button;
  Line lines[MOST_LINES]; /* up to one of neither block nor words */
} Words;

#define BREAK \
  { \
    "", NULL \
  }
#define HELLO { NULL, FOYER_MARK ("Hello [name],") }, BREAK
#define LINK \
  { \
    NULL, "[link]" \
  }
/* clang-format off */
#define HELP \
  BREAK, \
  { "[phone?]", FOYER_MARK ("Questions? Reply to this email or call us at [phone].") }, \
  { "[no phone?]", FOYER_MARK ("Questions? Reply to this email.") }, \
  BREAK, \
  { NULL, "[organisation]" }

static const Words shipped[FOYER_N_MAIL_KINDS] = {
  [FOYER_MAIL_INVITE] = {
    FOYER_MARK ("Your access to [organisation]"),
    FOYER_MARK ("Create your account"),
    {
      { "[phone?]", FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email or call us at [phone].") },
      { "[no phone?]", FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email.") },
      BREAK,
      LINK,
      BREAK,
      { "[address?]", FOYER_MARK ("Sign in with [address] and the password that you get from us separately. Then you choose your own.") },
      BREAK,
      { "[note?]", "[note]" },
      BREAK,
      { "[sign-in?]", FOYER_MARK ("- Log in: open the link above. Later you sign in at [portal] with this email address. If you forget your password, ask there for a link by email.") },
      { "[quotes?]", FOYER_MARK ("- View and accept estimates: open Estimates, choose one, read its lines and press Approve.") },
      { "[pay?]", FOYER_MARK ("- Pay online: open Invoices, choose one and press Pay.") },
      { "[requests?]", FOYER_MARK ("- Ask for service: open Requests, say what is wrong and add photos.") },
      { "[leaflet?]", FOYER_MARK ("- How to use the portal, on one page: [leaflet]") },
      BREAK,
      { "[date?]", FOYER_MARK ("The link works until [date].") },
      BREAK,
      { NULL, "[organisation]" },
    },
  },
  [FOYER_MAIL_SIGN_IN] = {
    FOYER_MARK ("Your sign-in link"),
    FOYER_MARK ("Sign in"),
    {
      { NULL, FOYER_MARK ("Sign in to the portal of [organisation]:") },
      BREAK,
      LINK,
      BREAK,
      { "[code?]", FOYER_MARK ("Or type this code where you asked for it: [code]") },
      BREAK,
      { "[code?]", FOYER_MARK ("Both work once, for [minutes] minutes. If you did not ask for this, do nothing: nobody gets in without this mail.") },
      { "[no code?]", FOYER_MARK ("The link works once, for [minutes] minutes. If you did not ask for this, do nothing: nobody gets in without this mail.") },
      BREAK,
      { NULL, "[organisation]" },
    },
  },
  [FOYER_MAIL_QUOTE] = {
    FOYER_MARK ("Estimate [number]"),
    FOYER_MARK ("View the estimate"),
    {
      HELLO,
      { NULL, FOYER_MARK ("your estimate [number] is ready.") },
      { "[date?]", FOYER_MARK ("It is valid until [date].") },
      BREAK,
      LINK,
      HELP,
    },
  },
  [FOYER_MAIL_INVOICE] = {
    FOYER_MARK ("Invoice [number]"),
    FOYER_MARK ("View the invoice"),
    {
      HELLO,
      { NULL, FOYER_MARK ("your invoice [number] over [amount] is ready.") },
      { "[date?]", FOYER_MARK ("It is due [date].") },
      BREAK,
      LINK,
      BREAK,
      { "[pay?]", FOYER_MARK ("You can pay it online.") },
      HELP,
    },
  },
  [FOYER_MAIL_APPOINTMENT] = {
    FOYER_MARK ("Confirmed: [date]"),
    FOYER_MARK ("See your visit"),
    {
      HELLO,
      { NULL, FOYER_MARK ("your visit is confirmed:") },
      BREAK,
      { "[service?]", "[service]" },
      { NULL, "[date]" },
      { "[site?]", "[site]" },
      { "[crew?]", FOYER_MARK ("[crew] will be with you.") },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      LINK,
      { "[calendar?]", FOYER_MARK ("- For your calendar: [calendar]") },
      HELP,
    },
  },
  [FOYER_MAIL_BOOKING_RECEIVED] = {
    FOYER_MARK ("We have your request"),
    FOYER_MARK ("See your request"),
    {
      HELLO,
      { NULL, FOYER_MARK ("we have your request and will answer it soon:") },
      BREAK,
      { "[service?]", "[service]" },
      { "[date?]", "[date]" },
      { "[site?]", "[site]" },
      BREAK,
      LINK,
      HELP,
    },
  },
  [FOYER_MAIL_BOOKING_ANSWER] = {
    FOYER_MARK ("About your request for [date]"),
    FOYER_MARK ("Choose another time"),
    {
      HELLO,
      { NULL, FOYER_MARK ("we cannot come at the time that you asked for:") },
      BREAK,
      { "[service?]", "[service]" },
      { NULL, "[date]" },
      { "[site?]", "[site]" },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      { "[booking?]", FOYER_MARK ("You can choose another time:") },
      BREAK,
      LINK,
      HELP,
    },
  },
  [FOYER_MAIL_REQUEST_ANSWER] = {
    FOYER_MARK ("About your request [number]"),
    FOYER_MARK ("See your request"),
    {
      HELLO,
      { NULL, FOYER_MARK ("we have looked at your request:") },
      BREAK,
      { NULL, "[service]" },
      { "[site?]", "[site]" },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      LINK,
      HELP,
    },
  },
  [FOYER_MAIL_ACCESS_ENDED] = {
    FOYER_MARK ("Your access has ended"),
    FOYER_MARK ("Open the portal"),
    {
      HELLO,
      { NULL, FOYER_MARK ("your access to the portal of [organisation] has ended.") },
      HELP,
    },
  },
  [FOYER_MAIL_TEAM_BOOKING] = {
    FOYER_MARK ("New booking: [client], [date]"),
    FOYER_MARK ("Open the portal"),
    {
      { NULL, FOYER_MARK ("[client] asks for a visit:") },
      BREAK,
      { "[service?]", "[service]" },
      { NULL, "[date]" },
      { "[site?]", "[site]" },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      { NULL, FOYER_MARK ("It waits in Foyer for your answer.") },
    },
  },
  [FOYER_MAIL_TEAM_CANCEL] = {
    FOYER_MARK ("Cancellation: [client], [date]"),
    FOYER_MARK ("Open the portal"),
    {
      { NULL, FOYER_MARK ("[client] cancels:") },
      BREAK,
      { "[service?]", "[service]" },
      { NULL, "[date]" },
      { "[site?]", "[site]" },
      BREAK,
      { "[message?]", "[message]" },
    },
  },
  [FOYER_MAIL_TEAM_MESSAGE] = {
    FOYER_MARK ("New message from [client]"),
    FOYER_MARK ("Open the portal"),
    {
      { NULL, FOYER_MARK ("[client] writes:") },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      { NULL, FOYER_MARK ("Please answer in Foyer: replies to this mail do not reach the client.") },
    },
  },
  [FOYER_MAIL_TEAM_REQUEST] = {
    FOYER_MARK ("New request from [client]"),
    FOYER_MARK ("Open the portal"),
    {
      { NULL, FOYER_MARK ("[client] asks:") },
      BREAK,
      { NULL, "[service]" },
      { "[site?]", "[site]" },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      { NULL, FOYER_MARK ("It waits in Foyer for your answer.") },
    },
  },
  [FOYER_MAIL_MESSAGE] = {
    FOYER_MARK ("New message from [organisation]"),
    FOYER_MARK ("Read and answer"),
    {
      HELLO,
      { NULL, FOYER_MARK ("[organisation] wrote to you:") },
      BREAK,
      { "[message?]", "[message]" },
      BREAK,
      LINK,
      BREAK,
      { NULL, "[organisation]" },
    },
  },
  [FOYER_MAIL_SIGNING_CODE] = {
    FOYER_MARK ("Your code for signing"),
    FOYER_MARK ("Open the portal"),
    {
      HELLO,
      { NULL, FOYER_MARK ("your code for signing “[service]” is:") },
      BREAK,
      { NULL, "[code]" },
      BREAK,
      { NULL, FOYER_MARK ("Type it where you asked for it. It works once, for [minutes] minutes.") },
      { NULL, FOYER_MARK ("If you did not ask for it, give it to nobody: without it nothing is signed.") },
      HELP,
    },
  },
  [FOYER_MAIL_SIGNED] = {
    FOYER_MARK ("Signed: [service]"),
    FOYER_MARK ("See what you signed"),
    {
      HELLO,
      { NULL, FOYER_MARK ("thank you. You signed “[service]” on [date].") },
      { NULL, FOYER_MARK ("Your copy is attached. It says who signed what and when, and what that is proved by.") },
      BREAK,
      LINK,
      HELP,
    },
  },
};
/* clang-format on */

/* What the shipped words become where a quote is not called an estimate, or a visit not a visit (X5). Nothing else is named in mails, and a
   report is not what is confirmed. */
/* clang-format off */
static const struct {
  const char *noun;
  const char *shipped;
  const char *words;
} other_words[] = {
  { "quote",
    "Estimate [number]",
    FOYER_MARK ("Quote [number]") },
  { "quote",
    "View the estimate",
    FOYER_MARK ("View the quote") },
  { "quote",
    "your estimate [number] is ready.",
    FOYER_MARK ("your quote [number] is ready.") },
  { "quote",
    "- View and accept estimates: open Estimates, choose one, read its lines and press Approve.",
    FOYER_MARK ("- View and accept quotes: open Quotes, choose one, read its lines and press Approve.") },
  { "quote",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email or call us at [phone].",
    FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept quotes, and pay invoices. If you need help, reply to this email or call us at [phone].") },
  { "quote",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email.",
    FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept quotes, and pay invoices. If you need help, reply to this email.") },
  { "proposal",
    "Estimate [number]",
    FOYER_MARK ("Proposal [number]") },
  { "proposal",
    "View the estimate",
    FOYER_MARK ("View the proposal") },
  { "proposal",
    "your estimate [number] is ready.",
    FOYER_MARK ("your proposal [number] is ready.") },
  { "proposal",
    "- View and accept estimates: open Estimates, choose one, read its lines and press Approve.",
    FOYER_MARK ("- View and accept proposals: open Proposals, choose one, read its lines and press Approve.") },
  { "proposal",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email or call us at [phone].",
    FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept proposals, and pay invoices. If you need help, reply to this email or call us at [phone].") },
  { "proposal",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email.",
    FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept proposals, and pay invoices. If you need help, reply to this email.") },
  { "quotation",
    "Estimate [number]",
    FOYER_MARK ("Quotation [number]") },
  { "quotation",
    "View the estimate",
    FOYER_MARK ("View the quotation") },
  { "quotation",
    "your estimate [number] is ready.",
    FOYER_MARK ("your quotation [number] is ready.") },
  { "quotation",
    "- View and accept estimates: open Estimates, choose one, read its lines and press Approve.",
    FOYER_MARK ("- View and accept quotations: open Quotations, choose one, read its lines and press Approve.") },
  { "quotation",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email or call us at [phone].",
    FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept quotations, and pay invoices. If you need help, reply to this email or call us at [phone].") },
  { "quotation",
    "You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept estimates, and pay invoices. If you need help, reply to this email.",
    FOYER_MARK ("You’ve been invited to our Customer Portal. Click this link to create a secure account where you can view jobs, accept quotations, and pay invoices. If you need help, reply to this email.") },
  { "appointment",
    "See your visit",
    FOYER_MARK ("See your appointment") },
  { "appointment",
    "your visit is confirmed:",
    FOYER_MARK ("your appointment is confirmed:") },
  { "appointment",
    "[client] asks for a visit:",
    FOYER_MARK ("[client] asks for an appointment:") },
  { "job",
    "See your visit",
    FOYER_MARK ("See your job") },
  { "job",
    "your visit is confirmed:",
    FOYER_MARK ("your job is confirmed:") },
  { "job",
    "[client] asks for a visit:",
    FOYER_MARK ("[client] asks for a job:") },
};
/* clang-format on */

static const char *
say (const char *words, const char *language, const FoyerMailNouns *nouns)
{
  for (guint i = 0; nouns != NULL && i < G_N_ELEMENTS (other_words); i++) {
    gboolean is_called = g_strcmp0 (other_words[i].noun, nouns->quote) == 0
                         || g_strcmp0 (other_words[i].noun, nouns->visit) == 0;

    if (is_called && g_str_equal (other_words[i].shipped, words))
      return foyer_text (language, other_words[i].words);
  }
  return foyer_text (language, words);
}

static const char *const kind_words[] = {
  "invite",           "sign_in",        "quote",          "invoice",      "appointment",
  "booking_received", "booking_answer", "request_answer", "access_ended",
};

const char *
foyer_mail_kind_word (FoyerMailKind kind)
{
  g_return_val_if_fail ((guint) kind < FOYER_N_MAIL_KINDS, NULL);

  return (guint) kind < G_N_ELEMENTS (kind_words) ? kind_words[kind] : NULL;
}

char *
foyer_mail_shipped_subject (FoyerMailKind kind, const char *language, const FoyerMailNouns *nouns)
{
  return g_strdup (say (shipped[kind].subject, language, nouns));
}

const char *
foyer_mail_button_words (FoyerMailKind kind, const char *language, const FoyerMailNouns *nouns)
{
  return say (shipped[kind].button, language, nouns);
}

char *
foyer_mail_shipped_body (FoyerMailKind kind, const char *language, const FoyerMailNouns *nouns)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < MOST_LINES; i++) {
    const Line *line = &shipped[kind].lines[i];

    if (line->block == NULL && line->words == NULL)
      break;
    if (line->block != NULL)
      g_string_append (body, line->block);
    if (line->words != NULL)
      g_string_append (body, say (line->words, language, nouns));
    g_string_append_c (body, '\n');
  }
  return g_string_free (g_steal_pointer (&body), FALSE);
}
