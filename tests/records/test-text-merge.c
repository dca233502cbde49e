/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-text-merge.c - two who write in one note both keep what they wrote, or are asked */

#include "foyer-random.h"
#include "foyer-text-merge.h"

#include <string.h>

static void
check (const char *base, const char *mine, const char *theirs, const char *merged)
{
  g_autofree char *found = foyer_text_merge (base, mine, theirs);

  g_assert_cmpstr (found, ==, merged);
}

static void
test_changes_of_different_lines_are_both_taken (void)
{
  check ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC");
  check ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd");
  check ("gate 1\ndog\nkey", "gate 2\ndog\nkey", "gate 1\ndog\nkey at Ann's", "gate 2\ndog\nkey at Ann's");
}

static void
test_lines_that_both_added_stand_below_each_other (void)
{
  check ("a", "a\nmine", "a\ntheirs", "a\ntheirs\nmine");
  check ("a\nb", "a\nmine\nb", "a\ntheirs\nb", "a\ntheirs\nmine\nb");
}

static void
test_same_change_is_taken_once (void)
{
  check ("a\nb", "a\nB", "a\nB", "a\nB");
  check ("a", "a\nmore", "a\nmore", "a\nmore");
}

static void
test_change_of_the_same_line_asks (void)
{
  check ("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc", NULL);
  check ("a\nb\nc", "a\nc", "a\nB\nc", NULL);
  check ("", "mine", "theirs", "theirs\nmine"); /* An empty text has no lines. */
}

static void
test_no_change_is_no_trouble (void)
{
  check ("a\nb", "a\nb", "theirs", "theirs");
  check ("a\nb", "mine", "a\nb", "mine");
  check ("a\nb", "a\nb", "a\nb", "a\nb");
}

static char *
make_text (FoyerRandom *random, const char *from)
{
  g_auto (GStrv) lines = g_strsplit (from, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    guint what = foyer_random_below (random, 8);

    if (what == 0)
      continue;
    if (what == 1)
      g_string_append_printf (text, "new %u\n", foyer_random_below (random, 1000000));
    g_string_append_printf (text, "%s%s\n", lines[i], what == 2 ? "!" : "");
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_nothing_that_was_added_is_lost (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (7);
  guint merges = 0;

  for (guint run = 0; run < 2000; run++) {
    const char *base = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten";
    g_autofree char *mine = make_text (random, base);
    g_autofree char *theirs = make_text (random, base);
    g_autofree char *merged = foyer_text_merge (base, mine, theirs);
    g_autofree char *both = g_strconcat (mine, theirs, NULL);
    g_auto (GStrv) lines = g_strsplit (both, "\n", -1);

    if (merged == NULL)
      continue;
    merges++;
    for (guint i = 0; lines[i] != NULL; i++) {
      if (g_str_has_prefix (lines[i], "new") || g_str_has_suffix (lines[i], "!"))
        g_assert_nonnull (strstr (merged, lines[i]));
    }
  }
  g_assert_cmpuint (merges, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-merge/changes-of-different-lines-are-both-taken",
                   test_changes_of_different_lines_are_both_taken);
  g_test_add_func ("/text-merge/lines-that-both-added-stand-below-each-other",
                   test_lines_that_both_added_stand_below_each_other);
  g_test_add_func ("/text-merge/same-change-is-taken-once", test_same_change_is_taken_once);
  g_test_add_func ("/text-merge/change-of-the-same-line-asks", test_change_of_the_same_line_asks);
  g_test_add_func ("/text-merge/no-change-is-no-trouble", test_no_change_is_no_trouble);
  g_test_add_func ("/text-merge/nothing-that-was-added-is-lost", test_nothing_that_was_added_is_lost);
  return g_test_run ();
}
