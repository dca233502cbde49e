/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"
#include "types/template.h"

G_BEGIN_DECLS

/**
 * FoyerMailKind:
 * @FOYER_MAIL_TEAM_BOOKING: a client asks for a visit (000-70)
 * @FOYER_MAIL_TEAM_CANCEL: a client cancels or withdraws (000-71)
 * @FOYER_MAIL_TEAM_MESSAGE: a client writes (000-72)
 * @FOYER_MAIL_TEAM_REQUEST: a client asks for something else than a time (004-31); told to those who are told of bookings
 * @FOYER_MAIL_MESSAGE: the office writes to a client
 * @FOYER_MAIL_SIGNING_CODE: the code that signing asks for (A7)
 * @FOYER_MAIL_SIGNED: a copy of what was signed, for whoever signed it
 *
 * Which mail. The first ones are those of #FoyerTemplateKind, whose words staff may change (000-75); the others have shipped words
 * only.
 */
typedef enum {
  FOYER_MAIL_INVITE = FOYER_TEMPLATE_INVITE,
  FOYER_MAIL_SIGN_IN = FOYER_TEMPLATE_SIGN_IN,
  FOYER_MAIL_QUOTE = FOYER_TEMPLATE_QUOTE,
  FOYER_MAIL_INVOICE = FOYER_TEMPLATE_INVOICE,
  FOYER_MAIL_APPOINTMENT = FOYER_TEMPLATE_APPOINTMENT,
  FOYER_MAIL_BOOKING_RECEIVED = FOYER_TEMPLATE_BOOKING_RECEIVED,
  FOYER_MAIL_BOOKING_ANSWER = FOYER_TEMPLATE_BOOKING_ANSWER,
  FOYER_MAIL_REQUEST_ANSWER = FOYER_TEMPLATE_REQUEST_ANSWER,
  FOYER_MAIL_ACCESS_ENDED = FOYER_TEMPLATE_ACCESS_ENDED,
  FOYER_MAIL_TEAM_BOOKING, /* the texts of Template are no mails and have no place here */
  FOYER_MAIL_TEAM_CANCEL,
  FOYER_MAIL_TEAM_MESSAGE,
  FOYER_MAIL_TEAM_REQUEST,
  FOYER_MAIL_MESSAGE,
  FOYER_MAIL_SIGNING_CODE,
  FOYER_MAIL_SIGNED,
} FoyerMailKind;

#define FOYER_N_MAIL_KINDS 16

/**
 * FoyerMailDraft:
 * @language: (nullable): the reader's language; %NULL for the organisation's
 * @values: (nullable) (element-type utf8 utf8): what stands for placeholders: `link`, `code`, `name`; foyer_mail_placeholders() has all names
 * @subject: (nullable): words that are tried out in the place of the business's own, with placeholders; they go with @body
 * @body: (nullable): the same of what the mail says; %NULL for the business's own words
 * @include: (nullable): the explanations that were chosen, in the words of `Invite.include`; %NULL for all whose feature is on
 *
 * What a mail is to say.
 */
typedef struct {
  FoyerMailKind kind;
  const char *language;
  GHashTable *values;
  const char *subject;
  const char *body;
  const char *const *include;
} FoyerMailDraft;

/**
 * FoyerMail:
 * @language: the tag of the language it is written in
 * @subject: one line
 * @text: for readers without HTML; lines end with `\n`
 * @html: a whole document, the same words
 * @sender: the business's name as clients know it
 * @reply_to: (nullable): where answers go: the support address, else the organisation's
 *
 * A mail in words.
 */
typedef struct {
  char *language;
  char *subject;
  char *text;
  char *html;
  char *sender;
  char *reply_to;
} FoyerMail;

/**
 * foyer_mail_make:
 *
 * Writes a mail by the business's template of its kind and language, or by the shipped words. A placeholder is a known name in
 * brackets, `[phone]`; brackets around anything else stay as they are. A line that begins with `[pay?]` is there only while that
 * feature is on or that placeholder has a value, one that begins with `[no pay?]` only while not (001-57..60).
 *
 * Returns: (transfer full): the mail, or %NULL if @source failed
 */
FoyerMail *foyer_mail_make (FoyerRecordSource *source, const FoyerMailDraft *draft, GError **error);

void foyer_mail_free (FoyerMail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMail, foyer_mail_free)

/**
 * FoyerMailWording:
 * @subject: what it says now, with placeholders
 * @body: what it says now, with placeholders and blocks
 * @shipped_subject: what it says before somebody changes it
 * @shipped_body: what it says before somebody changes it
 * @template_id: (nullable): the business's own words in that very language, if there are any
 *
 * The words of one kind of mail in one language.
 */
typedef struct {
  char *subject;
  char *body;
  char *shipped_subject;
  char *shipped_body;
  char *template_id;
} FoyerMailWording;

/**
 * foyer_mail_wording_read:
 * @kind: one of those whose words staff may change
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): its words, or %NULL if @source failed
 */
FoyerMailWording *
foyer_mail_wording_read (FoyerRecordSource *source, FoyerMailKind kind, const char *language, GError **error);

void foyer_mail_wording_free (FoyerMailWording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailWording, foyer_mail_wording_free)

/**
 * FoyerMailNouns:
 * @quote: (nullable): a word of `words.quote`; %NULL for `estimate`
 * @visit: (nullable): a word of `words.visit`; %NULL for `visit`
 *
 * What the business calls what mails are about (X5).
 */
typedef struct {
  const char *quote;
  const char *visit;
} FoyerMailNouns;

/**
 * foyer_mail_shipped_subject:
 * @nouns: (nullable)
 *
 * Returns: (transfer full): the subject that @kind has before somebody changes it, with placeholders
 */
char *foyer_mail_shipped_subject (FoyerMailKind kind, const char *language, const FoyerMailNouns *nouns);

/**
 * foyer_mail_shipped_body:
 * @nouns: (nullable)
 *
 * Returns: (transfer full): the words that @kind has before somebody changes them, with placeholders and blocks; those of the invite begin
 *   as 001-61 suggests
 */
char *foyer_mail_shipped_body (FoyerMailKind kind, const char *language, const FoyerMailNouns *nouns);

/**
 * foyer_mail_choose_template:
 * @templates: (element-type FoyerRecord): the business's own words of one kind
 * @language: in which a mail is written
 *
 * Returns: (transfer none) (nullable): the template that such a mail follows: of that very language, else of another form of it
 */
FoyerRecord *foyer_mail_choose_template (GPtrArray *templates, const char *language);

/**
 * foyer_mail_placeholders:
 *
 * Returns: (transfer none): the names that may stand in brackets
 */
const char *const *foyer_mail_placeholders (void);

/**
 * foyer_mail_kind_word:
 *
 * Returns: (nullable): the word of @kind in Template and Delivery records; %NULL for one of which staff cannot change the words
 */
const char *foyer_mail_kind_word (FoyerMailKind kind);

G_END_DECLS
