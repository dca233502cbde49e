/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-client-closures.c - what rows and page of a client say */

#include "foyer-assert-text.h"
#include "foyer-client-closures.h"
#include "foyer-clients-closures.h"
#include "foyer-test-business.h"

typedef struct {
  FoyerTestBusiness *business;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->business = foyer_test_business_new ("America/Chicago");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_test_business_free (fixture->business);
}

static FoyerRecord *
make (Fixture *fixture, const char *changes)
{
  return foyer_test_business_make (fixture->business, "{'id': 'cl-5', 'name': 'Oak Hall', 'kind': 'company'}",
                                   changes);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) bare = make (fixture, NULL);
  g_autoptr (FoyerRecord) full = make (fixture, "{'street': '9 Elm Street', 'city': 'Maple Grove'}");
  g_autoptr (FoyerRecord) by_mail = make (fixture, "{'email': 'ruth@oakhall.example'}");

  foyer_assert_text (foyer_client_place (NULL, bare), "");
  foyer_assert_text (foyer_client_place (NULL, full), "9 Elm Street, Maple Grove");
  foyer_assert_text (foyer_client_place (NULL, by_mail), "ruth@oakhall.example");
  foyer_assert_text (foyer_client_spoken (NULL, full), "Oak Hall, 9 Elm Street, Maple Grove");
  foyer_assert_text (foyer_client_name (NULL, NULL), "");
  foyer_assert_text (foyer_clients_count_text (NULL, 1), "1 client");
}

static void
test_chip_only_for_what_wants_attention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) open = make (fixture, NULL);
  g_autoptr (FoyerRecord) closed = make (fixture, "{'portalEnabled': false}");
  g_autoptr (FoyerRecord) blocked = make (fixture, "{'blocked': true}");

  g_assert_false (foyer_client_has_chip (NULL, open));
  g_assert_true (foyer_client_has_chip (NULL, closed));
  foyer_assert_text (foyer_client_chip_text (NULL, closed), "Portal is closed");
  foyer_assert_text (foyer_client_chip_text (NULL, blocked), "Bookings warn");
}

/* A phone number keeps the order of its groups in a console that reads from right to left. */
static void
test_contact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) bare = make (fixture, NULL);
  g_autoptr (FoyerRecord) by_phone = make (fixture, "{'phone': '(503) 555-0142'}");
  g_autoptr (FoyerRecord) full
      = make (fixture,
              "{'street': '9 Elm Street', 'city': 'Maple Grove', 'region': 'MN', 'postcode': '55311'}");

  foyer_assert_text (foyer_client_email (NULL, bare), "Not known");
  foyer_assert_text (foyer_client_phone (NULL, bare), "Not known");
  foyer_assert_text (foyer_client_phone (NULL, by_phone), "\u2066(503) 555-0142\u2069");
  foyer_assert_text (foyer_client_place (NULL, by_phone), "\u2066(503) 555-0142\u2069");
  foyer_assert_text (foyer_client_address (NULL, bare), "Not known");
  foyer_assert_text (foyer_client_address (NULL, full), "9 Elm Street\nMaple Grove MN 55311");
}

/* Whoever cannot press the button is told why. */
static void
test_link_says_why_not (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) open = make (fixture, NULL);
  g_autoptr (FoyerRecord) closed = make (fixture, "{'portalEnabled': false}");

  g_assert_true (foyer_client_may_link (NULL, open, TRUE, FALSE));
  g_assert_false (foyer_client_may_link (NULL, open, FALSE, FALSE));
  g_assert_false (foyer_client_may_link (NULL, open, TRUE, TRUE));
  g_assert_false (foyer_client_may_link (NULL, closed, TRUE, FALSE));
  foyer_assert_text (foyer_client_link_text (NULL, open, FALSE, FALSE),
                     "Only the server can make a link, and it cannot be reached now.");
  foyer_assert_text (foyer_client_link_text (NULL, closed, TRUE, FALSE),
                     "There is no link while the portal is closed.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/client-closures/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("row", test_row);
  ADD ("chip-only-for-what-wants-attention", test_chip_only_for_what_wants_attention);
  ADD ("contact", test_contact);
  ADD ("link-says-why-not", test_link_says_why_not);
#undef ADD
  return g_test_run ();
}
