/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sync-closures.c - what the sync line and the banners say */

#include "foyer-assert-text.h"
#include "foyer-sync-closures.h"
#include "foyer-sync-engine.h"
#include "foyer-text-closures.h"

/* 2025-05-02 14:14 UTC */
#define NOW G_GINT64_CONSTANT (1746195240)

static FoyerOfficeTime *office_time;

static void
assert_line (FoyerSyncState state,
             guint waiting,
             guint needing,
             gint64 synced_at,
             const char *text,
             const char *icon)
{
  foyer_assert_text (foyer_sync_line_text (NULL, (int) state, waiting, needing, synced_at, office_time),
                     text);
  foyer_assert_text (foyer_sync_line_icon (NULL, (int) state, needing), icon);
}

static void
test_line (void)
{
  assert_line (FOYER_SYNC_IDLE, 0, 0, NOW, "Up to date · 9:14 AM", "object-select-symbolic");
  assert_line (FOYER_SYNC_IDLE, 0, 0, 0, "Up to date", "object-select-symbolic");
  assert_line (FOYER_SYNC_IDLE, 2, 0, NOW, "2 waiting to be sent", "object-select-symbolic");
  assert_line (FOYER_SYNC_SYNCING, 2, 0, NOW, "Syncing…", "emblem-synchronizing-symbolic");
  assert_line (FOYER_SYNC_OFFLINE, 7, 0, NOW, "Offline · 7 waiting", "network-offline-symbolic");
  assert_line (FOYER_SYNC_OFFLINE, 0, 0, NOW, "Offline", "network-offline-symbolic");
  assert_line (FOYER_SYNC_IDLE, 1, 2, NOW, "2 need you", "dialog-warning-symbolic");
  assert_line (FOYER_SYNC_IDLE, 1, 1, NOW, "1 needs you", "dialog-warning-symbolic");
  assert_line (FOYER_SYNC_SIGN_IN, 1, 2, NOW, "Sign in again", "dialog-password-symbolic");
  assert_line (FOYER_SYNC_TROUBLE, 1, 0, NOW, "Server trouble · 1 waiting", "network-error-symbolic");
}

static void
test_line_warns_when_a_person_is_asked (void)
{
  g_auto (GStrv) calm = foyer_sync_line_classes (NULL, FOYER_SYNC_OFFLINE, 0);
  g_auto (GStrv) needed = foyer_sync_line_classes (NULL, FOYER_SYNC_IDLE, 1);
  g_auto (GStrv) signed_out = foyer_sync_line_classes (NULL, FOYER_SYNC_SIGN_IN, 0);

  g_assert_false (g_strv_contains ((const char *const *) calm, "foyer-warn"));
  g_assert_true (g_strv_contains ((const char *const *) needed, "foyer-warn"));
  g_assert_true (g_strv_contains ((const char *const *) signed_out, "foyer-warn"));
}

static void
assert_banner (FoyerSyncState state,
               guint waiting,
               gint64 since,
               const char *message,
               const char *keyring,
               const char *expected)
{
  foyer_assert_text (foyer_sync_banner_text (NULL, (int) state, waiting, since, message, keyring,
                                             office_time),
                     expected);
}

static void
test_banner_says_what_still_works (void)
{
  assert_banner (FOYER_SYNC_IDLE, 3, 0, NULL, NULL, "");
  assert_banner (FOYER_SYNC_OFFLINE, 0, NOW, NULL, NULL,
                 "Offline since 9:14 AM. You can work on; decisions are sent later.");
  assert_banner (FOYER_SYNC_OFFLINE, 1, NOW, NULL, NULL,
                 "Offline since 9:14 AM. 1 decision waits to be sent.");
  assert_banner (FOYER_SYNC_OFFLINE, 2, NOW, NULL, NULL,
                 "Offline since 9:14 AM. 2 decisions wait to be sent.");
  assert_banner (FOYER_SYNC_TROUBLE, 0, NOW, "The disk of the server is full.", NULL,
                 "The disk of the server is full.");
  assert_banner (FOYER_SYNC_SIGN_IN, 0, NOW, NULL, "The keyring is locked.", "The keyring is locked.");
  assert_banner (FOYER_SYNC_SIGN_IN, 0, NOW, NULL, NULL,
                 "The server asks you to sign in again. You can work on; nothing is lost.");
  assert_banner (FOYER_SYNC_IDLE, 0, 0, NULL, "There is no keyring.", "There is no keyring.");
}

/* A button that is shown does something. */
static void
test_banner_button_has_its_action (void)
{
  for (int state = FOYER_SYNC_STOPPED; state <= FOYER_SYNC_TROUBLE; state++) {
    g_autofree char *button = foyer_sync_banner_button (NULL, state);
    g_autofree char *action = foyer_sync_banner_action (NULL, state);

    if (state == FOYER_SYNC_SIGN_IN) {
      g_assert_cmpstr (button, ==, "Sign In…");
      g_assert_cmpstr (action, ==, "win.sign-in");
    } else if (*button != '\0') {
      g_assert_cmpstr (action, ==, "win.sync");
    }
  }
}

static void
test_checked_against_old_data (void)
{
  foyer_assert_text (foyer_sync_checked_text (NULL, 0, NOW, NOW + 60, office_time), "");
  foyer_assert_text (foyer_sync_checked_text (NULL, NOW + 60, NOW, NOW + 90, office_time),
                     "Checked against data from 9:14 AM");
  foyer_assert_text (foyer_sync_checked_text (NULL, NOW, 0, NOW, office_time), "Checked against older data");
}

/* B24: from four hours on, also online, and in another colour. */
static void
test_data_is_old_after_four_hours (void)
{
  const gint64 hours = 60 * 60;

  g_assert_false (foyer_sync_data_is_old (NOW, NOW + 4 * hours));
  g_assert_true (foyer_sync_data_is_old (NOW, NOW + 4 * hours + 1));
  g_assert_false (foyer_sync_data_is_old (0, NOW));
  foyer_assert_text (foyer_sync_checked_text (NULL, 0, NOW, NOW + 5 * hours, office_time),
                     "Checked against data from 9:14 AM");
  foyer_assert_text (foyer_sync_checked_text (NULL, 0, NOW, NOW + 30 * hours, office_time),
                     "Checked against data from yesterday, 9:14 AM");
  foyer_assert_text (foyer_sync_checked_tone (NULL, NOW, NOW + 60), "neutral");
  foyer_assert_text (foyer_sync_checked_tone (NULL, NOW, NOW + 5 * hours), "warning");
  foyer_assert_text (
      foyer_sync_old_data_question (NOW, NOW + 5 * hours, office_time),
      "What is here is from today, 9:14 AM, 5 h ago. Somebody may have taken the time since. The "
      "server checks again when your decision arrives, and you hear of it if it does not fit.");
}

static void
test_small_ones (void)
{
  g_autofree char *none = foyer_count_text (NULL, 0);
  g_autofree char *some = foyer_count_text (NULL, 12);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (some, ==, "12");
  g_assert_false (foyer_count_is_set (NULL, 0));
  g_assert_true (foyer_text_is_set (NULL, "x"));
  g_assert_false (foyer_text_is_set (NULL, ""));
  g_assert_false (foyer_text_is_set (NULL, NULL));
  g_assert_true (foyer_first_only (NULL, TRUE, FALSE));
  g_assert_false (foyer_first_only (NULL, TRUE, TRUE));
  g_assert_false (foyer_both (NULL, TRUE, FALSE));
  g_assert_true (foyer_not (NULL, FALSE));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  office_time = foyer_office_time_new ("America/Chicago", "en-US");
  g_test_add_func ("/sync-closures/line", test_line);
  g_test_add_func ("/sync-closures/line-warns-when-a-person-is-asked",
                   test_line_warns_when_a_person_is_asked);
  g_test_add_func ("/sync-closures/banner-says-what-still-works", test_banner_says_what_still_works);
  g_test_add_func ("/sync-closures/banner-button-has-its-action", test_banner_button_has_its_action);
  g_test_add_func ("/sync-closures/checked-against-old-data", test_checked_against_old_data);
  g_test_add_func ("/sync-closures/data-is-old-after-four-hours", test_data_is_old_after_four_hours);
  g_test_add_func ("/sync-closures/small-ones", test_small_ones);
  result = g_test_run ();
  g_object_unref (office_time);
  return result;
}
