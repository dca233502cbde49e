/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-random.c - the sequence that every seed stands for, and what is drawn from it */

#include "foyer-random.h"

#include <string.h>

static guint64
draw (FoyerRandom *random)
{
  guint64 word;

  foyer_random_bytes (random, (guint8 *) &word, sizeof word);
  return GUINT64_FROM_LE (word);
}

/* Kept failing seeds mean what they meant only as long as these stand. The first three are SplitMix64's published ones. */
static void
test_sequence (void)
{
  static const guint64 of_zero[]
      = { G_GUINT64_CONSTANT (0xe220a8397b1dcdaf), G_GUINT64_CONSTANT (0x6e789e6aa1b965f4),
          G_GUINT64_CONSTANT (0x06c45d188009454f) };
  static const guint32 below_hundred[] = { 87, 4, 46, 3, 74, 5, 98, 82 };
  g_autoptr (FoyerRandom) zero = foyer_random_new_seeded (0);
  g_autoptr (FoyerRandom) seven = foyer_random_new_seeded (7);
  g_autoptr (FoyerRandom) eight = foyer_random_new_seeded (8);
  g_autofree char *token = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (of_zero); i++)
    g_assert_cmphex (draw (zero), ==, of_zero[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (below_hundred); i++)
    g_assert_cmpuint (foyer_random_below (seven, 100), ==, below_hundred[i]);
  token = foyer_random_token (eight, 16);
  g_assert_cmpstr (token, ==, "NjaV77BRVp4BeH1HZKGonA");
}

static void
test_same_seed (void)
{
  g_autoptr (FoyerRandom) first = foyer_random_new_seeded (G_MAXUINT64);
  g_autoptr (FoyerRandom) second = foyer_random_new_seeded (G_MAXUINT64);
  g_autoptr (FoyerRandom) other = foyer_random_new_seeded (1);

  for (int i = 0; i < 1000; i++) {
    guint64 word = draw (first);

    g_assert_cmphex (word, ==, draw (second));
    g_assert_cmphex (word, !=, draw (other));
  }
}

static void
test_bytes_in_pieces (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (3);
  guint8 bytes[32];

  for (gsize length = 0; length < sizeof bytes; length++) {
    memset (bytes, 0xaa, sizeof bytes);
    foyer_random_bytes (random, bytes, length);
    for (gsize i = length; i < sizeof bytes; i++)
      g_assert_cmphex (bytes[i], ==, 0xaa);
  }
}

static void
test_below (void)
{
  static const guint32 limits[] = { 1, 2, 3, 7, 10, 1000, 65537, G_MAXUINT32 };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (4);
  guint seen[7] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++) {
    for (int round = 0; round < 1000; round++)
      g_assert_cmpuint (foyer_random_below (random, limits[i]), <, limits[i]);
  }
  for (int round = 0; round < 7000; round++)
    seen[foyer_random_below (random, 7)]++;
  for (int i = 0; i < 7; i++) {
    g_assert_cmpuint (seen[i], >, 800);
    g_assert_cmpuint (seen[i], <, 1200);
  }
}

static void
test_unit (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (5);
  double sum = 0;

  for (int round = 0; round < 10000; round++) {
    double drawn = foyer_random_unit (random);

    g_assert_cmpfloat (drawn, >=, 0);
    g_assert_cmpfloat (drawn, <, 1);
    sum += drawn;
  }
  g_assert_cmpfloat (sum / 10000, >, 0.48);
  g_assert_cmpfloat (sum / 10000, <, 0.52);
}

static void
test_token (void)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (6);
  guint seen[G_N_ELEMENTS (alphabet)] = { 0 };

  for (gsize length = 16; length <= 64; length++) {
    for (int round = 0; round < 20; round++) {
      g_autofree char *token = foyer_random_token (random, length);

      g_assert_cmpuint (strlen (token), ==, (length * 8 + 5) / 6);
      g_assert_cmpuint (strspn (token, alphabet), ==, strlen (token));
      for (const char *p = token; *p != '\0'; p++)
        seen[strchr (alphabet, *p) - alphabet]++;
    }
  }
  for (gsize i = 0; i < strlen (alphabet); i++)
    g_assert_cmpuint (seen[i], >, 0);
}

static void
test_kernel (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *many = g_malloc0 (4096);
  guint zeros = 0;

  for (int i = 0; i < 1000; i++)
    g_assert_true (g_hash_table_add (seen, foyer_random_token (random, 16)));
  /* More than the kernel gives at a time. */
  foyer_random_bytes (random, many, 4096);
  for (gsize i = 0; i < 4096; i++)
    zeros += many[i] == 0;
  g_assert_cmpuint (zeros, <, 64);
}

static gpointer
draw_much (gpointer data)
{
  guint64 sum = 0;

  for (int i = 0; i < 10000; i++)
    sum += draw (data);
  return GSIZE_TO_POINTER ((gsize) sum);
}

static void
test_threads (void)
{
  g_autoptr (FoyerRandom) shared = foyer_random_new_seeded (9);
  g_autoptr (FoyerRandom) alone = foyer_random_new_seeded (9);
  GThread *threads[4];
  gsize sum = 0;
  gsize expected = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_much, shared);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    sum += GPOINTER_TO_SIZE (g_thread_join (threads[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    expected += GPOINTER_TO_SIZE (draw_much (alone));
  /* Every word of the sequence was given to one of them, once. */
  g_assert_cmphex (sum, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/random/a-seed-means-the-same-for-ever", test_sequence);
  g_test_add_func ("/base/random/same-seed-same-sequence", test_same_seed);
  g_test_add_func ("/base/random/never-writes-beyond-the-length", test_bytes_in_pieces);
  g_test_add_func ("/base/random/below-stays-below-and-reaches-all", test_below);
  g_test_add_func ("/base/random/unit-is-from-0-to-1", test_unit);
  g_test_add_func ("/base/random/token-has-its-length-and-alphabet", test_token);
  g_test_add_func ("/base/random/kernel-never-repeats", test_kernel);
  g_test_add_func ("/base/random/threads-share-one-sequence", test_threads);
  return g_test_run ();
}
