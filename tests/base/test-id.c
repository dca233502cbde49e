/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-id.c - ids that say when they were made and what they are of */

#include "foyer-id.h"

#include <string.h>

#define START G_GINT64_CONSTANT (1778058000123456)
#define UUID "0199e1b3-6f00-7abc-8def-0123456789ab"

static void
test_version_and_variant (void)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (START);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (1);
  guint variants = 0;

  for (int i = 0; i < 500; i++) {
    g_autofree char *uuid = foyer_uuid_new (FOYER_CLOCK (clock), random);

    g_assert_cmpuint (strlen (uuid), ==, 36);
    g_assert_cmpint (uuid[14], ==, '7');
    g_assert_nonnull (strchr ("89ab", uuid[19]));
    g_assert_cmpuint (strspn (uuid, "0123456789abcdef-"), ==, 36);
    variants |= 1u << (strchr ("89ab", uuid[19]) - "89ab");
  }
  g_assert_cmpuint (variants, ==, 15);
}

static void
test_golden (void)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (START);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (0);
  g_autofree char *id = foyer_id_new ("bk", FOYER_CLOCK (clock), random);

  g_assert_cmpstr (id, ==, "bk-019dfc83-f6fb-7fcd-9d7b-39a820e2f465");
}

static void
test_order (void)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (START);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (2);
  g_autofree char *last = foyer_id_new ("bk", FOYER_CLOCK (clock), random);

  for (int i = 0; i < 2000; i++) {
    g_autofree char *id = NULL;

    foyer_manual_clock_advance (clock, 1000 + (gint64) foyer_random_below (random, 1u << (i % 31)) * 1000);
    id = foyer_id_new ("bk", FOYER_CLOCK (clock), random);
    g_assert_cmpint (strcmp (last, id), <, 0);
    g_free (last);
    last = g_steal_pointer (&id);
  }
}

static void
test_unlike (void)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (START);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (3);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 10000; i++)
    g_assert_true (g_hash_table_add (seen, foyer_uuid_new (FOYER_CLOCK (clock), random)));
}

static void
test_time (void)
{
  static const gint64 moments[] = { 0, 1, START / 1000, G_GINT64_CONSTANT (281474976710655) };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (4);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (moments[i] * 1000 + 999);
    g_autofree char *id = foyer_id_new ("cl", FOYER_CLOCK (clock), random);

    g_assert_cmpint (foyer_id_time (id), ==, moments[i]);
  }
  g_assert_cmpint (foyer_id_time (""), ==, -1);
  g_assert_cmpint (foyer_id_time ("bk"), ==, -1);
  g_assert_cmpint (foyer_id_time ("bk-"), ==, -1);
  g_assert_cmpint (foyer_id_time ("bk-1"), ==, -1);
  g_assert_cmpint (foyer_id_time (UUID), ==, -1);
  g_assert_cmpint (foyer_id_time ("bk-0199e1b3-6f00-4abc-8def-0123456789ab"), ==, -1);
  g_assert_cmpint (foyer_id_time ("bk-" UUID), ==, G_GINT64_CONSTANT (0x0199e1b36f00));
}

static void
test_prefix (void)
{
  static const char *const refused[] = {
    "",
    "bk",
    "bk-",
    "-" UUID,
    UUID,
    "bk" UUID,
    "b-" UUID,
    "bkk-" UUID,
    "BK-" UUID,
    "cl-" UUID,
    "bk_" UUID,
    " bk-" UUID,
    "bk--" UUID,
    "bk-" UUID " ",
    "bk-" UUID "0",
    "bk-" UUID "-",
    "bk-0199e1b3-6f00-7abc-8def-0123456789a",
    "bk-0199E1B3-6F00-7ABC-8DEF-0123456789AB",
    "bk-0199e1b3-6f00-7abc-8def-0123456789ag",
    "bk-0199e1b36-f00-7abc-8def-0123456789ab",
    "bk-0199e1b3-6f00-7abc-8def_0123456789ab",
    "bk-0199e1b36f007abc8def0123456789ab",
    "bk-{0199e1b3-6f00-7abc-8def-0123456789ab}",
    "bk-0199e1b3-6f00-7abc-8def-0123456789\xc3\xa9",
    "bk-../../../../../../../../etc/passwd..",
  };

  g_assert_true (foyer_id_has_prefix ("bk-" UUID, "bk"));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    if (foyer_id_has_prefix (refused[i], "bk"))
      g_error ("%s was taken for an id", refused[i]);
  }
  g_assert_false (foyer_id_has_prefix (NULL, "bk"));
}

static void
test_valid (void)
{
  g_autofree char *longest = g_strnfill (255, 'a');
  g_autofree char *longer = g_strnfill (256, 'a');

  g_assert_true (foyer_id_is_valid ("bk-" UUID));
  g_assert_true (foyer_id_is_valid ("a"));
  g_assert_true (foyer_id_is_valid ("-"));
  g_assert_true (foyer_id_is_valid ("AZaz09_-"));
  g_assert_true (foyer_id_is_valid (longest));
  g_assert_false (foyer_id_is_valid (longer));
  g_assert_false (foyer_id_is_valid (NULL));
  g_assert_false (foyer_id_is_valid (""));
  g_assert_false (foyer_id_is_valid ("#k1"));
  g_assert_false (foyer_id_is_valid ("a b"));
  g_assert_false (foyer_id_is_valid ("a/b"));
  g_assert_false (foyer_id_is_valid ("a.b"));
  g_assert_false (foyer_id_is_valid ("a\nb"));
  g_assert_false (foyer_id_is_valid ("\xc3\xa9"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/uuid-has-version-7-and-every-variant", test_version_and_variant);
  g_test_add_func ("/base/id/same-clock-and-seed-same-id", test_golden);
  g_test_add_func ("/base/id/made-later-sorts-later", test_order);
  g_test_add_func ("/base/id/no-two-alike-in-one-moment", test_unlike);
  g_test_add_func ("/base/id/says-when-it-was-made", test_time);
  g_test_add_func ("/base/id/has-prefix-refuses-all-but-the-form", test_prefix);
  g_test_add_func ("/base/id/valid-is-the-id-of-rfc-8620", test_valid);
  return g_test_run ();
}
