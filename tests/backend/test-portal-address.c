/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-address.c - consoles read the portal's address from the record: nobody puts it together (X9) */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "types/organisation.h"

static FoyerRecord *
get_organisation (FoyerTestServer *server)
{
  g_autoptr (GPtrArray) all = foyer_test_server_list (server, "northwind", &foyer_organisation_type);

  g_assert_cmpuint (all->len, ==, 1);
  return g_object_ref (all->pdata[0]);
}

static void
note (FoyerTestServer *server)
{
  foyer_backend_note_addresses (server->backend, foyer_clock_now_seconds (FOYER_CLOCK (server->clock)));
}

static void
test_the_record_has_the_address (void)
{
  g_autoptr (FoyerRecord) before = NULL;
  g_autoptr (FoyerRecord) after = NULL;
  g_autoptr (FoyerRecord) again = NULL;
  g_autofree char *expected = NULL;
  FoyerTestServer *server = foyer_test_server_new ();

  foyer_backend_set_public_url (server->backend, "https://{slug}.portal.example", "https://portal.example");
  before = get_organisation (server);
  expected = foyer_backend_get_portal_url (server->backend, foyer_organisation_get_slug (before));
  note (server);
  after = get_organisation (server);
  g_assert_cmpstr (foyer_organisation_get_portal_url (after), ==, expected);
  g_assert_cmpstr (foyer_organisation_get_name (after), ==, foyer_organisation_get_name (before));
  /* A start at the same address changes nothing, and consoles have nothing to fetch. */
  note (server);
  again = get_organisation (server);
  g_assert_cmpint (foyer_record_get_rev (after), ==, foyer_record_get_rev (again));
  foyer_test_server_free (server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portal-address/the-record-has-the-address", test_the_record_has_the_address);
  return g_test_run ();
}
