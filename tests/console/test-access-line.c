/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-access-line.c - people, links and sessions say how they stand and what can be done */

#include "foyer-access-line.h"
#include "foyer-invite-check.h"
#include "foyer-invite-steps.h"
#include "foyer-test-business.h"
#include "types/portal_person.h"

#include <string.h>

typedef struct {
  FoyerTestBusiness *business;
  FoyerOfficeTime *time;
  gint64 now;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->business = foyer_test_business_new ("America/Chicago");
  fixture->time = foyer_office_time_new ("America/Chicago", "en-US");
  fixture->now = foyer_test_business_at (fixture->business, "2025-05-02 09:00");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->time);
  foyer_test_business_free (fixture->business);
}

static FoyerRecord *
make_person (Fixture *fixture, const char *changes)
{
  return foyer_test_business_make (fixture->business,
                                   "{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ines Duarte', 'rev': 3, "
                                   "'email': 'ines@baystreet.example', 'role': 'accounts'}",
                                   changes);
}

static FoyerRecord *
make_invite (Fixture *fixture, const char *changes)
{
  return foyer_test_business_make (
      fixture->business,
      "{'id': 'iv-1', 'clientId': 'cl-1', 'personId': 'pp-1', 'rev': 3, 'status': 'sent', 'sentAt': "
      "'2025-05-01 10:00', 'expiresAt': '2025-05-08 10:00', 'email': 'ines@baystreet.example'}",
      changes);
}

static void
assert_person (Fixture *fixture,
               const char *person_changes,
               const char *invite_changes,
               const char *chip,
               const char *verb)
{
  g_autoptr (FoyerRecord) person = make_person (fixture, person_changes);
  g_autoptr (FoyerRecord) invite = invite_changes == NULL ? NULL : make_invite (fixture, invite_changes);
  g_autoptr (FoyerAccessLine) line
      = foyer_access_line_for_person (person, invite, fixture->time, fixture->now);

  g_assert_cmpstr (line->title, ==, "Ines Duarte");
  g_assert_cmpstr (line->chip, ==, chip);
  g_assert_nonnull (foyer_access_line_find (line, verb));
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  assert_person (fixture, "{}", NULL, "Not invited", "invite-person");
  assert_person (fixture, "{}", "{}", "Not opened", "resend");
  assert_person (fixture, "{}", "{'openedAt': '2025-05-01 11:00', 'status': 'opened'}", "Not finished",
                 "copy");
  assert_person (fixture, "{}", "{'expiresAt': '2025-05-03 10:00'}", "Expires soon", "resend");
  assert_person (fixture, "{}", "{'expiresAt': '2025-05-02 08:00'}", "Expired", "resend");
  assert_person (fixture, "{}", "{'status': 'bounced'}", "Mail bounced", "resend");
  assert_person (fixture, "{}", "{'status': 'revoked'}", "Invite revoked", "invite-person");
  assert_person (fixture, "{'status': 'disabled'}", "{}", "Disabled", "enable-person");
  assert_person (fixture, "{'status': 'active', 'lockedUntil': '2025-05-02 10:00'}", NULL, "Locked",
                 "unlock");
  assert_person (fixture, "{'status': 'active'}", NULL, NULL, "disable-person");
}

/* The steps as `label: text`, with a + before those that were reached and a ! before one that failed. */
static char *
read_steps (Fixture *fixture, const char *person_changes, const char *invite_changes)
{
  g_autoptr (FoyerRecord) person = make_person (fixture, person_changes);
  g_autoptr (FoyerRecord) invite = make_invite (fixture, invite_changes);
  g_autoptr (GArray) steps = foyer_invite_steps (person, invite, fixture->time, fixture->now);
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < steps->len; i++) {
    const FoyerInviteStep *step = &g_array_index (steps, FoyerInviteStep, i);

    g_string_append_printf (text, "%s%s%s: %s", i == 1 ? "" : " | ",
                            step->failed    ? "!"
                            : step->reached ? "+"
                                            : "",
                            step->label, step->text);
  }
  return g_string_free (text, FALSE);
}

/* Sent, delivered, bounced, opened, registered; what nobody told of is reached with what comes after it. */
static void
test_what_became_of_an_invite (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sent = read_steps (fixture, "{}", "{}");
  g_autofree char *opened
      = read_steps (fixture, "{}", "{'openedAt': '2025-05-01 11:00', 'status': 'opened'}");
  g_autofree char *bounced = read_steps (
      fixture, "{}",
      "{'bouncedAt': '2025-05-01 10:01', 'bounceReason': 'No such mailbox', 'status': 'bounced'}");
  g_autofree char *came
      = read_steps (fixture, "{'registeredAt': '2025-05-01 12:00', 'firstSeenAt': '2025-05-01 12:05'}",
                    "{'deliveredAt': '2025-05-01 10:02', 'openedAt': '2025-05-01 11:00'}");

  g_assert_true (g_str_has_prefix (sent, "+Sent: yesterday"));
  g_assert_nonnull (
      strstr (sent, "| Delivered: Not yet | Opened: Not yet | Registered: Not yet | First visit: Not yet"));
  g_assert_nonnull (strstr (opened, "| +Delivered: Nobody told when | +Opened: yesterday"));
  g_assert_nonnull (strstr (bounced, "| !Bounced: No such mailbox | Opened: Not yet"));
  g_assert_nonnull (strstr (came, "+First visit: yesterday"));
  g_assert_null (strstr (came, "Not yet"));
}

/* Whoever has come needs no steps. */
static void
test_steps_stand_with_who_has_not_come (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) invited = make_person (fixture, "{}");
  g_autoptr (FoyerRecord) active = make_person (fixture, "{'status': 'active'}");
  g_autoptr (FoyerRecord) invite = make_invite (fixture, "{}");
  g_autoptr (FoyerAccessLine) first
      = foyer_access_line_for_person (invited, invite, fixture->time, fixture->now);
  g_autoptr (FoyerAccessLine) second
      = foyer_access_line_for_person (active, invite, fixture->time, fixture->now);

  g_assert_nonnull (first->steps);
  g_assert_cmpuint (first->steps->len, ==, 6);
  g_assert_null (second->steps);
  g_assert_nonnull (foyer_access_line_find (second, "erase-person"));
}

static void
test_nothing_is_had_for_what_has_not_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) person = make_person (fixture, "{}");
  g_autoptr (FoyerRecord) invite = make_invite (fixture, "{'status': 'queued', 'rev': 0}");
  g_autoptr (FoyerAccessLine) line
      = foyer_access_line_for_person (person, invite, fixture->time, fixture->now);

  g_assert_cmpstr (line->chip, ==, "Waiting to be sent");
  g_assert_null (foyer_access_line_find (line, "copy"));
  g_assert_null (foyer_access_line_find (line, "revoke-invite"));
}

static void
test_a_used_up_invite_has_no_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) person = make_person (fixture, "{}");
  g_autoptr (FoyerRecord) invite = make_invite (fixture, "{'status': 'revoked'}");
  g_autoptr (FoyerAccessLine) line
      = foyer_access_line_for_person (person, invite, fixture->time, fixture->now);
  const FoyerAccessVerb *verb = foyer_access_line_find (line, "invite-person");

  g_assert_null (foyer_access_line_find (line, "copy"));
  g_assert_cmpstr (verb->target, ==, foyer_record_get_id (person));
  g_assert_true (verb->offered);
}

static void
test_links_and_sessions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) link
      = foyer_test_business_make (fixture->business,
                                  "{'id': 'pl-1', 'clientId': 'cl-1', 'origin': 'invoice', 'lastFour': "
                                  "'oYdj', 'expiresAt': '2025-07-01 09:00'}",
                                  NULL);
  g_autoptr (FoyerRecord) session
      = foyer_test_business_make (fixture->business,
                                  "{'id': 'se-1', 'clientId': 'cl-1', 'method': 'password', 'startedAt': "
                                  "'2025-05-02 08:00', 'expiresAt': "
                                  "'2025-05-05 08:00', 'agent': 'Firefox, Linux'}",
                                  NULL);
  g_autoptr (FoyerAccessLine) first = foyer_access_line_for_link (link, fixture->time, fixture->now);
  g_autoptr (FoyerAccessLine) second
      = foyer_access_line_for_session (session, NULL, fixture->time, fixture->now);

  g_assert_cmpstr (first->title, ==, "Link sent with an invoice");
  g_assert_cmpstr (first->subtitle, ==, "Ends in oYdj · expires Tue, Jul\302\2401\nNever opened");
  g_assert_nonnull (foyer_access_line_find (first, "revoke-link"));
  g_assert_cmpstr (second->title, ==, "Somebody with a link");
  g_assert_nonnull (strstr (second->subtitle, "by password"));
  g_assert_nonnull (foyer_access_line_find (second, "end-session"));
}

static void
assert_check (const char *name, const char *email, FoyerRecord *same, const char *sentence, gboolean expected)
{
  gboolean ready = !expected;
  g_autofree char *found = foyer_invite_check (name, email, same, NULL, &ready);

  g_assert_cmpstr (found, ==, sentence);
  g_assert_cmpint (ready, ==, expected);
}

static void
test_the_look_before_an_invite_leaves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) same = make_person (fixture, "{}");

  assert_check ("", "", NULL, NULL, FALSE);
  assert_check ("Ines", "", NULL, "An address is missing", FALSE);
  assert_check ("Ines", "ines@", NULL, "This is not an address yet", FALSE);
  assert_check ("", "ines@baystreet.example", NULL, "A name is missing", FALSE);
  assert_check ("Ines", "ines@gmial.com", NULL, "Did you mean gmail.com?", TRUE);
  assert_check ("Ines", "ines@baystreet.example", same, "Ines Duarte has this address here already", FALSE);
  assert_check ("Ines", "ines@baystreet.example", NULL,
                "The address looks right, and nobody else here uses it", TRUE);
}

/* The console and the server mean the same by a domain, however it is written. */
static void
test_an_invite_goes_to_an_allowed_domain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) settings
      = foyer_test_business_make (fixture->business, "{'id': 'ps-1'}",
                                  "{'access.allowed_domains': ['XN--BCHER-KVA.example']}");
  g_autofree char *inside = NULL;
  g_autofree char *outside = NULL;
  gboolean ready;

  inside = foyer_invite_check ("Ines", "ines@xn--bcher-kva.example", NULL, settings, &ready);
  g_assert_true (ready);
  outside = foyer_invite_check ("Ines", "ines@buecher.example", NULL, settings, &ready);
  g_assert_false (ready);
  g_assert_cmpstr (outside, ==, "The settings do not allow addresses of buecher.example");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/access-line/people", test_people);
  ADD ("/access-line/what-became-of-an-invite", test_what_became_of_an_invite);
  ADD ("/access-line/steps-stand-with-who-has-not-come", test_steps_stand_with_who_has_not_come);
  ADD ("/access-line/nothing-is-had-for-what-has-not-left", test_nothing_is_had_for_what_has_not_left);
  ADD ("/access-line/a-used-up-invite-has-no-link", test_a_used_up_invite_has_no_link);
  ADD ("/access-line/links-and-sessions", test_links_and_sessions);
  ADD ("/access-line/the-look-before-an-invite-leaves", test_the_look_before_an_invite_leaves);
  ADD ("/access-line/an-invite-goes-to-an-allowed-domain", test_an_invite_goes_to_an_allowed_domain);
#undef ADD
  return g_test_run ();
}
