/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-diagnosis-question.c - what somebody types while a client is on the phone finds its chain */

#include "foyer-diagnosis-question.h"

#include "foyer-typo.h"

#include <gio/gio.h>

#define C(name) FOYER_DIAGNOSIS_##name

/* clang-format off */
static const struct {
  const char *words;
  FoyerDiagnosisChain chain;
} phrases[] = {
  { "can't see jobs", C (NO_VISITS) },
  { "cant see her visits", C (NO_VISITS) },
  { "where are my appointments?", C (NO_VISITS) },
  { "sieht keine Termine", C (NO_VISITS) },
  { "Besuche fehlen", C (NO_VISITS) },
  { "keine Aufträge", C (NO_VISITS) },
  { "apointments missing", C (NO_VISITS) },
  { "no email", C (NO_MAIL) },
  { "didn't get the invite", C (NO_MAIL) },
  { "no invitaton came", C (NO_MAIL) },
  { "hat keine E-Mail bekommen", C (NO_MAIL) },
  { "Einladung nicht angekommen", C (NO_MAIL) },
  { "can't pay", C (CANNOT_PAY) },
  { "can't pay the invoice", C (CANNOT_PAY) },
  { "kann nicht zahlen", C (CANNOT_PAY) },
  { "Rechnung lässt sich nicht bezahlen", C (CANNOT_PAY) },
  { "card declined paymnet", C (CANNOT_PAY) },
  { "can't sign in", C (SIGN_IN) },
  { "cannot log in", C (SIGN_IN) },
  { "login broken", C (SIGN_IN) },
  { "forgot pasword", C (SIGN_IN) },
  { "kann sich nicht anmelden", C (SIGN_IN) },
  { "Passwort vergessen", C (SIGN_IN) },
  { "link doesn't work", C (SIGN_IN) },
  { "the link has expired", C (SIGN_IN) },
  { "sees nothing at all", C (SEES_NOTHING) },
  { "portal is empty", C (SEES_NOTHING) },
  { "Seite ist leer", C (SEES_NOTHING) },
  { "sieht nichts", C (SEES_NOTHING) },
  { "no photos", C (NO_PHOTOS) },
  { "pictures missing from the visit", C (NO_PHOTOS) },
  { "keine Fotos vom Besuch", C (NO_PHOTOS) },
  { "can't find the invoice", C (NO_INVOICES) },
  { "Rechnung fehlt", C (NO_INVOICES) },
  { "where is the proof", C (NO_PROOF) },
  { "Bericht fehlt", C (NO_PROOF) },
  { "estimate is not there", C (NO_QUOTES) },
  { "sieht das Angebot nicht", C (NO_QUOTES) },
  { "can't approve the quote", C (CANNOT_APPROVE) },
  { "cannot sign the estimate", C (CANNOT_APPROVE) },
  { "kann das Angebot nicht annehmen", C (CANNOT_APPROVE) },
  { "kann nicht unterschreiben", C (CANNOT_APPROVE) },
  { "warranty document missing", C (NO_DOCUMENTS) },
  { "Unterlagen fehlen", C (NO_DOCUMENTS) },
  { "contract not shown", C (NO_CONTRACTS) },
  { "Verträge fehlen", C (NO_CONTRACTS) },
  { "maintenance plan is gone", C (NO_PLANS) },
  { "can't book a time", C (CANNOT_BOOK) },
  { "no slots", C (CANNOT_BOOK) },
  { "kann keinen Termin buchen", C (CANNOT_BOOK) },
  { "can't cancel the visit", C (CANNOT_CHANGE) },
  { "wants to move her booking", C (CANNOT_CHANGE) },
  { "Termin verschieben geht nicht", C (CANNOT_CHANGE) },
  { "kann nicht absagen", C (CANNOT_CHANGE) },
  { "can't write a message", C (CANNOT_WRITE) },
  { "kann keine Nachricht schreiben", C (CANNOT_WRITE) },
  { "wrong logo", C (LOOKS_WRONG) },
  { "the colours are old", C (LOOKS_WRONG) },
  { "falsche Farben", C (LOOKS_WRONG) },
  { "gets no text messages", C (NO_TEXTS) },
  { "keine SMS bekommen", C (NO_TEXTS) },
  { "times are wrong", C (WRONG_TIMES) },
  { "falsche Uhrzeit", C (WRONG_TIMES) },
  { "an hour off", C (WRONG_TIMES) },
  { "sees invoices of another client", C (SEES_TOO_MUCH) },
  { "sieht Rechnungen von anderen Kunden", C (SEES_TOO_MUCH) },
  /* As they are said on the phone. */
  { "she says her jobs are gone", C (NO_VISITS) },
  { "customer doesn't see tomorrow's appointment", C (NO_VISITS) },
  { "schedule not showing", C (NO_VISITS) },
  { "never got the email", C (NO_MAIL) },
  { "email went to spam", C (NO_MAIL) },
  { "welcome mail missing", C (NO_MAIL) },
  { "link expired for Mrs Lopez", C (SIGN_IN) },
  { "locked out", C (SIGN_IN) },
  { "he can't get in", C (SIGN_IN) },
  { "password not working", C (SIGN_IN) },
  { "the page is blank", C (SEES_NOTHING) },
  { "before and after pictures aren't there", C (NO_PHOTOS) },
  { "bill is missing", C (NO_INVOICES) },
  { "no invoices showing", C (NO_INVOICES) },
  { "pay button missing", C (CANNOT_PAY) },
  { "wants to pay by card but can't", C (CANNOT_PAY) },
  { "proposal not visible", C (NO_QUOTES) },
  { "accept button on the quote does nothing", C (CANNOT_APPROVE) },
  { "can't schedule a service", C (CANNOT_BOOK) },
  { "no times available", C (CANNOT_BOOK) },
  { "needs to reschedule and can't", C (CANNOT_CHANGE) },
  { "can't reply to us", C (CANNOT_WRITE) },
  { "chat is missing", C (CANNOT_WRITE) },
  { "old logo still showing", C (LOOKS_WRONG) },
  { "not getting texts", C (NO_TEXTS) },
  { "time zone is wrong", C (WRONG_TIMES) },
  { "sees somebody else's invoices", C (SEES_TOO_MUCH) },
  { "where is my invoice", C (NO_INVOICES) },
  { "blank page", C (SEES_NOTHING) },
  { "wrong password", C (SIGN_IN) },
  { "forgot her password", C (SIGN_IN) },
  { "the link is dead", C (SIGN_IN) },
  { "link is broken", C (SIGN_IN) },
  { "page not found", C (SIGN_IN) },
  { "it says page not found", C (SIGN_IN) },
  { "404", C (SIGN_IN) },
  { "website is down", C (SIGN_IN) },
  { "portal doesn't open", C (SIGN_IN) },
  { "portal won't load", C (SIGN_IN) },
  { "can't get into the portal", C (SIGN_IN) },
  { "can't access the portal", C (SIGN_IN) },
  { "account locked", C (SIGN_IN) },
  { "keeps asking for the code", C (SIGN_IN) },
  { "asks for last four digits", C (SIGN_IN) },
  { "phone number not accepted", C (SIGN_IN) },
  { "kicked out", C (SIGN_IN) },
  { "logged out again", C (SIGN_IN) },
  { "session expired", C (SIGN_IN) },
  { "didn't receive anything", C (NO_MAIL) },
  { "we never got your mail", C (NO_MAIL) },
  { "the invitation never arrived", C (NO_MAIL) },
  { "where's the invite", C (NO_MAIL) },
  { "email bounced", C (NO_MAIL) },
  { "not in her inbox", C (NO_MAIL) },
  { "junk folder", C (NO_MAIL) },
  { "sign-in link never came", C (NO_MAIL) },
  { "no confirmation email", C (NO_MAIL) },
  { "no pictures from yesterday", C (NO_PHOTOS) },
  { "where is the report", C (NO_PROOF) },
  { "paid but still shows due", C (NO_INVOICES) },
  { "balance is wrong", C (NO_INVOICES) },
  { "statement missing", C (NO_INVOICES) },
  { "receipt missing", C (NO_INVOICES) },
  { "credit card rejected", C (CANNOT_PAY) },
  { "payment failed", C (CANNOT_PAY) },
  { "pay link doesn't work", C (CANNOT_PAY) },
  { "payment link not working", C (CANNOT_PAY) },
  { "checkout doesn't work", C (CANNOT_PAY) },
  { "can't make a payment", C (CANNOT_PAY) },
  { "no pay now button", C (CANNOT_PAY) },
  { "estimate disappeared", C (NO_QUOTES) },
  { "can't accept estimate", C (CANNOT_APPROVE) },
  { "where do I sign", C (CANNOT_APPROVE) },
  { "approve button greyed out", C (CANNOT_APPROVE) },
  { "can't make an appointment", C (CANNOT_BOOK) },
  { "can't request a visit", C (CANNOT_BOOK) },
  { "no availability", C (CANNOT_BOOK) },
  { "wants to book for tomorrow", C (CANNOT_BOOK) },
  { "service isn't offered", C (CANNOT_BOOK) },
  { "can't change appointment", C (CANNOT_CHANGE) },
  { "cancel button missing", C (CANNOT_CHANGE) },
  { "change the date", C (CANNOT_CHANGE) },
  { "can't contact us through the portal", C (CANNOT_WRITE) },
  { "can't send us a message", C (CANNOT_WRITE) },
  { "no reply from us", C (CANNOT_WRITE) },
  { "wrong color", C (LOOKS_WRONG) },
  { "shows old company name", C (LOOKS_WRONG) },
  { "no sms reminder", C (NO_TEXTS) },
  { "text reminders not coming", C (NO_TEXTS) },
  { "appointment shows wrong time", C (WRONG_TIMES) },
  { "visit is an hour late", C (WRONG_TIMES) },
  { "sees other people's jobs", C (SEES_TOO_MUCH) },
  { "sees her neighbour's invoice", C (SEES_TOO_MUCH) },
  { "wrong customer's data", C (SEES_TOO_MUCH) },
  { "can see prices she shouldn't", C (SEES_TOO_MUCH) },
  { "missing jobs at the second site", C (NO_VISITS) },
  { "second property missing", C (NO_VISITS) },
  { "upcoming visit not listed", C (NO_VISITS) },
  { "work order not there", C (NO_VISITS) },
  { "technician visit missing", C (NO_VISITS) },
  { "service agreement missing", C (NO_CONTRACTS) },
  { "maintenance contract not there", C (NO_CONTRACTS) },
  { "equipment missing", C (NO_DOCUMENTS) },
  { "certificate missing", C (NO_DOCUMENTS) },
  { "nothing shows up", C (SEES_NOTHING) },
  { "dashboard is empty", C (SEES_NOTHING) },
  { "white screen", C (SEES_NOTHING) },
  { "everything disappeared", C (SEES_NOTHING) },
  { "kommt nicht rein", C (SIGN_IN) },
  { "keine Mail gekommen", C (NO_MAIL) },
  { "Bilder fehlen", C (NO_PHOTOS) },
  { "RECHNUNG   FEHLT!!!", C (NO_INVOICES) },
};
/* clang-format on */

static void
test_phrases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++) {
    FoyerDiagnosisChain chain = FOYER_DIAGNOSIS_NO_MAIL;
    gboolean found = foyer_diagnosis_find_chain (phrases[i].words, &chain);

    if (!found || chain != phrases[i].chain) {
      g_test_message ("\"%s\"", phrases[i].words);
      g_test_fail_printf ("\"%s\" is taken for %s", phrases[i].words,
                          found ? foyer_diagnosis_chain_name (chain) : "nothing");
    }
  }
}

static void
test_nonsense (void)
{
  static const char *const nonsense[] = { "", "   ", "xyzzy", "she is nice", "?!", "\xff\xfe", "get" };
  FoyerDiagnosisChain chain;

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    g_assert_false (foyer_diagnosis_find_chain (nonsense[i], &chain));
}

static void
test_suggestions (void)
{
  g_autoptr (GArray) all = foyer_diagnosis_suggest (NULL, "en");
  g_autoptr (GArray) pay = foyer_diagnosis_suggest ("pay", "en");
  g_autoptr (GArray) half = foyer_diagnosis_suggest ("can't s", "en");
  g_autoptr (GArray) lost = foyer_diagnosis_suggest ("xyzzy", "en");

  g_assert_cmpuint (all->len, ==, FOYER_N_DIAGNOSIS_CHAINS);
  g_assert_cmpstr (g_array_index (all, FoyerDiagnosisQuestion, 1).words, ==, "Can't sign in");
  g_assert_cmpint (g_array_index (pay, FoyerDiagnosisQuestion, 0).chain, ==, FOYER_DIAGNOSIS_CANNOT_PAY);
  g_assert_cmpuint (half->len, ==, 9);
  g_assert_cmpint (g_array_index (half, FoyerDiagnosisQuestion, 0).chain, ==, FOYER_DIAGNOSIS_SIGN_IN);
  g_assert_cmpuint (lost->len, ==, FOYER_N_DIAGNOSIS_CHAINS);
}

/* Every suggestion is understood when it is taken. */
static void
test_suggestions_are_understood (void)
{
  static const char *const languages[] = { "en", "de" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_autoptr (GArray) all = foyer_diagnosis_suggest (NULL, languages[i]);

    for (guint k = 0; k < all->len; k++) {
      const FoyerDiagnosisQuestion *question = &g_array_index (all, FoyerDiagnosisQuestion, k);
      FoyerDiagnosisChain chain = FOYER_DIAGNOSIS_NO_MAIL;

      if (!foyer_diagnosis_find_chain (question->words, &chain) || chain != question->chain)
        g_test_fail_printf ("\"%s\" is taken for %s", question->words, foyer_diagnosis_chain_name (chain));
    }
  }
}

static void
test_typos (void)
{
  g_assert_cmpuint (foyer_typo_distance ("", "", 2), ==, 0);
  g_assert_cmpuint (foyer_typo_distance ("gmail", "gmail", 2), ==, 0);
  g_assert_cmpuint (foyer_typo_distance ("gmial", "gmail", 2), ==, 1);
  g_assert_cmpuint (foyer_typo_distance ("gmal", "gmail", 2), ==, 1);
  g_assert_cmpuint (foyer_typo_distance ("gmaail", "gmail", 2), ==, 1);
  g_assert_cmpuint (foyer_typo_distance ("hotmail", "gmail", 2), ==, 3);
  g_assert_cmpuint (foyer_typo_distance ("a", "abcdef", 2), ==, 3);
  g_assert_cmpstr (foyer_typo_find_domain ("gmial.com"), ==, "gmail.com");
  g_assert_cmpstr (foyer_typo_find_domain ("Gmail.con"), ==, "gmail.com");
  g_assert_cmpstr (foyer_typo_find_domain ("hotmial.com"), ==, "hotmail.com");
  g_assert_cmpstr (foyer_typo_find_domain ("t-onlin.de"), ==, "t-online.de");
  g_assert_null (foyer_typo_find_domain ("gmail.com"));
  g_assert_null (foyer_typo_find_domain ("mail.com"));
  g_assert_null (foyer_typo_find_domain ("ymail.com"));
  g_assert_null (foyer_typo_find_domain ("gmx.de"));
  g_assert_null (foyer_typo_find_domain ("hillside.example"));
  g_assert_null (foyer_typo_find_domain ("wed.de"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/phrases-find-their-chain", test_phrases);
  g_test_add_func ("/question/nonsense-finds-nothing", test_nonsense);
  g_test_add_func ("/question/suggestions", test_suggestions);
  g_test_add_func ("/question/suggestions-are-understood", test_suggestions_are_understood);
  g_test_add_func ("/question/slips-of-the-keyboard", test_typos);
  return g_test_run ();
}
