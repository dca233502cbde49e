/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-mail-kinds.c - what mails can be made of, and what they would say to somebody who is there (000-75) */

#include "foyer-business.h"
#include "foyer-mail-example.h"
#include "foyer-mail-kinds.h"
#include "foyer-portal-sample.h"

#include <string.h>

/* What ships says nothing that it has nothing for. */
static void
test_shipped (void)
{
  static const char *const languages[] = { "en-US", "de" };

  for (guint kind = 0; kind <= FOYER_MAIL_ACCESS_ENDED; kind++) {
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
      g_autofree char *subject = foyer_mail_shipped_subject ((FoyerMailKind) kind, languages[i], NULL);
      g_autofree char *body = foyer_mail_shipped_body ((FoyerMailKind) kind, languages[i], NULL);
      g_autofree char *name = NULL;

      foyer_mail_find_oddity ((FoyerMailKind) kind, subject, &name);
      g_assert_cmpstr (name, ==, NULL);
      foyer_mail_find_oddity ((FoyerMailKind) kind, body, &name);
      g_assert_cmpstr (name, ==, NULL);
    }
  }
}

static void
test_oddities (void)
{
  static const struct {
    FoyerMailKind kind;
    const char *words;
    FoyerMailOddity oddity;
    const char *name;
  } cases[] = {
    { FOYER_MAIL_INVITE, "Hello [nmae], here is [link]", FOYER_MAIL_ODDITY_UNKNOWN, "nmae" },
    { FOYER_MAIL_INVITE, "Hello [Name]", FOYER_MAIL_ODDITY_UNKNOWN, "Name" },
    { FOYER_MAIL_INVITE, "[no pya?]Pay", FOYER_MAIL_ODDITY_UNKNOWN, "no pya?" },
    { FOYER_MAIL_INVITE, "You owe [amount]", FOYER_MAIL_ODDITY_EMPTY, "amount" },
    { FOYER_MAIL_QUOTE, "You owe [amount]", FOYER_MAIL_ODDITY_NONE, NULL },
    { FOYER_MAIL_INVITE, "[no pay?]Pay\n[amount?]not here", FOYER_MAIL_ODDITY_NONE, NULL },
    { FOYER_MAIL_INVITE, "[see page 3] [1] [] [ [a\nb] ä [", FOYER_MAIL_ODDITY_NONE, NULL },
    { FOYER_MAIL_INVITE, "[[nmae]]", FOYER_MAIL_ODDITY_UNKNOWN, "nmae" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = NULL;

    g_assert_cmpint (foyer_mail_find_oddity (cases[i].kind, cases[i].words, &name), ==, cases[i].oddity);
    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

/* Words that somebody writes are tried out without being kept. */
static void
test_tried (void)
{
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (GError) error = NULL;
  const FoyerMailDraft draft = {
    .kind = FOYER_MAIL_INVITE, .language = "en-US", .subject = "For [organisation]", .body = "Come in."
  };
  g_autoptr (FoyerMail) mail = foyer_mail_make (FOYER_RECORD_SOURCE (sample->source), &draft, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mail->text, ==, "Come in.\n");
  g_assert_true (g_str_has_prefix (mail->subject, "For Northwind"));
  foyer_portal_sample_free (sample);
}

static FoyerMail *
make_example (FoyerPortalSample *sample, const char *client_id, FoyerMailKind kind)
{
  FoyerRecordSource *source = FOYER_RECORD_SOURCE (sample->source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, &error);
  const FoyerMailContext context = { source, business, "https://northwind.portal.example", "en-US" };
  g_autoptr (GHashTable) values
      = foyer_mail_example_values (&context, kind, client_id, "Maria", SAMPLE_NOW, &error);
  FoyerMail *mail;

  g_assert_no_error (error);
  mail = foyer_mail_make (source,
                          &(FoyerMailDraft){ .kind = kind, .language = context.language, .values = values },
                          &error);
  g_assert_no_error (error);
  return mail;
}

/* Maria's newest quote is in it, and nothing that would let anybody in. */
static void
test_example (void)
{
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerMail) quote = make_example (sample, "cl-1", FOYER_MAIL_QUOTE);
  g_autoptr (FoyerMail) invite = make_example (sample, "cl-1", FOYER_MAIL_INVITE);
  g_autoptr (FoyerMail) appointment = make_example (sample, "cl-1", FOYER_MAIL_APPOINTMENT);

  g_assert_nonnull (strstr (quote->text, "Hello Maria"));
  g_assert_nonnull (strstr (quote->text, "https://northwind.portal.example/quotes/qt-"));
  g_assert_null (strstr (quote->text, "…"));
  g_assert_nonnull (strstr (appointment->text, "Lee Carter will be with you."));
  g_assert_nonnull (strstr (appointment->text, "/visits/vs-7/calendar"));
  g_assert_nonnull (strstr (invite->text, "https://northwind.portal.example/i/•••"));
  foyer_portal_sample_free (sample);
}

/* Of somebody who has nothing yet each mail can be looked at too. */
static void
test_no_example (void)
{
  FoyerPortalSample *sample = foyer_portal_sample_new (NULL);

  for (guint kind = 0; kind <= FOYER_MAIL_ACCESS_ENDED; kind++) {
    g_autoptr (FoyerMail) mail = make_example (sample, "cl-3", (FoyerMailKind) kind);

    g_assert_null (strchr (mail->text, '['));
    g_assert_cmpuint (strlen (mail->text), >, 20);
  }
  foyer_portal_sample_free (sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail-kinds/shipped", test_shipped);
  g_test_add_func ("/mail-kinds/oddities", test_oddities);
  g_test_add_func ("/mail-kinds/tried", test_tried);
  g_test_add_func ("/mail-kinds/example", test_example);
  g_test_add_func ("/mail-kinds/no-example", test_no_example);
  return g_test_run ();
}
