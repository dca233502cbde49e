/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-keys.c - the table of keys holds together */

#include "foyer-keys.h"

#include <gtk/gtk.h>

static gboolean
are_heard_together (FoyerKeyScope a, FoyerKeyScope b)
{
  return a == b || (a == FOYER_KEYS_LISTS && b != FOYER_KEYS_EVERYWHERE)
         || (a != FOYER_KEYS_EVERYWHERE && b == FOYER_KEYS_LISTS);
}

static void
test_no_key_means_two_things (void)
{
  guint n_keys;
  const FoyerKey *keys = foyer_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++) {
    g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

    for (guint n = i + 1; n < n_keys; n++) {
      g_auto (GStrv) others = g_strsplit (keys[n].triggers, " ", -1);

      for (guint t = 0; are_heard_together (keys[i].scope, keys[n].scope) && triggers[t] != NULL; t++)
        g_assert_false (g_strv_contains ((const char *const *) others, triggers[t]));
    }
  }
}

static void
test_every_key_can_be_pressed (void)
{
  guint n_keys;
  const FoyerKey *keys = foyer_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++) {
    g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;

    g_assert_true (g_action_parse_detailed_name (keys[i].action, &name, &target, NULL));
    for (guint t = 0; triggers[t] != NULL; t++) {
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (triggers[t], &key, &modifiers));
      /* Zammad learnt it the hard way: such keys are letters on some keyboards. */
      g_assert_false (modifiers == GDK_ALT_MASK && foyer_key_is_letter (gdk_keyval_name (key)));
      g_assert_cmpint (modifiers, !=, GDK_CONTROL_MASK | GDK_ALT_MASK);
    }
  }
}

static void
test_letters_alone_are_heard_in_lists_only (void)
{
  guint n_keys;
  const FoyerKey *keys = foyer_keys (&n_keys);

  for (guint i = 0; i < n_keys; i++) {
    g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

    for (guint t = 0; keys[i].scope == FOYER_KEYS_EVERYWHERE && triggers[t] != NULL; t++)
      g_assert_false (foyer_key_is_letter (triggers[t]));
  }
  g_assert_true (foyer_key_is_letter ("a"));
  g_assert_true (foyer_key_is_letter ("question"));
  g_assert_false (foyer_key_is_letter ("<Control>a"));
  g_assert_false (foyer_key_is_letter ("F5"));
  g_assert_false (foyer_key_is_letter ("Return"));
  g_assert_false (foyer_key_is_letter ("Escape"));
}

static void
test_tooltip_names_the_key (void)
{
  g_autofree char *approve = foyer_key_tooltip (NULL, "approvals.approve");
  g_autofree char *sync = foyer_key_tooltip (NULL, "win.sync");

  g_assert_cmpstr (approve, ==, "Approve (A)");
  g_assert_cmpstr (sync, ==, "Sync Now (F5)");
  g_assert_null (foyer_key_find ("win.no-such-thing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keys/no-key-means-two-things", test_no_key_means_two_things);
  g_test_add_func ("/keys/every-key-can-be-pressed", test_every_key_can_be_pressed);
  g_test_add_func ("/keys/letters-alone-are-heard-in-lists-only", test_letters_alone_are_heard_in_lists_only);
  g_test_add_func ("/keys/tooltip-names-the-key", test_tooltip_names_the_key);
  return g_test_run ();
}
