/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-clock.c - timers of the clock that is moved by hand, and of the computer's */

#include "foyer-clock.h"

#define START G_GINT64_CONSTANT (1778058000000000)

/* What ran, as letters, and what the timers do beside. */
typedef struct {
  FoyerClock *clock;
  GString *seen;
  gint64 at[32];
  guint other;
  guint left;
} Diary;

static void
begin_diary (Diary *diary)
{
  *diary = (Diary){ .clock = FOYER_CLOCK (foyer_manual_clock_new (START)), .seen = g_string_new (NULL) };
}

static void
end_diary (Diary *diary)
{
  g_string_free (diary->seen, TRUE);
  g_assert_finalize_object (diary->clock);
}

static void
note (Diary *diary, char letter)
{
  diary->at[diary->seen->len] = foyer_clock_monotonic (diary->clock);
  g_string_append_c (diary->seen, letter);
}

static void
note_a (gpointer user_data)
{
  note (user_data, 'a');
}

static void
note_b (gpointer user_data)
{
  note (user_data, 'b');
}

static void
note_c (gpointer user_data)
{
  note (user_data, 'c');
}

static void
advance (Diary *diary, gint64 by)
{
  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (diary->clock), by);
}

static void
test_stands_still (void)
{
  g_autoptr (FoyerManualClock) manual = foyer_manual_clock_new (START + 999999);
  FoyerClock *clock = FOYER_CLOCK (manual);

  g_assert_cmpint (foyer_clock_now (clock), ==, START + 999999);
  g_assert_cmpint (foyer_clock_now_seconds (clock), ==, START / G_USEC_PER_SEC);
  g_assert_cmpint (foyer_clock_monotonic (clock), ==, 0);
  g_assert_cmpint (foyer_clock_now (clock), ==, START + 999999);
  foyer_manual_clock_advance (manual, 1);
  g_assert_cmpint (foyer_clock_now (clock), ==, START + 1000000);
  g_assert_cmpint (foyer_clock_now_seconds (clock), ==, START / G_USEC_PER_SEC + 1);
  g_assert_cmpint (foyer_clock_monotonic (clock), ==, 1);
}

static void
test_order (void)
{
  Diary diary;

  begin_diary (&diary);
  foyer_clock_add_timer (diary.clock, 30, note_c, &diary);
  foyer_clock_add_timer (diary.clock, 10, note_a, &diary);
  foyer_clock_add_timer (diary.clock, 20, note_b, &diary);
  foyer_clock_add_timer (diary.clock, 10, note_b, &diary);
  foyer_clock_add_timer (diary.clock, 31, note_a, &diary);
  advance (&diary, 30);
  g_assert_cmpstr (diary.seen->str, ==, "abbc");
  g_assert_cmpint (diary.at[0], ==, 10);
  g_assert_cmpint (diary.at[1], ==, 10);
  g_assert_cmpint (diary.at[2], ==, 20);
  g_assert_cmpint (diary.at[3], ==, 30);
  advance (&diary, 0);
  g_assert_cmpstr (diary.seen->str, ==, "abbc");
  advance (&diary, 1);
  g_assert_cmpstr (diary.seen->str, ==, "abbca");
  end_diary (&diary);
}

static void
test_waits_for_its_moment (void)
{
  Diary diary;

  begin_diary (&diary);
  foyer_clock_add_timer (diary.clock, 0, note_a, &diary);
  foyer_clock_add_timer (diary.clock, -5, note_b, &diary);
  foyer_clock_add_timer (diary.clock, 1, note_c, &diary);
  g_assert_cmpstr (diary.seen->str, ==, "");
  advance (&diary, 0);
  g_assert_cmpstr (diary.seen->str, ==, "ab");
  advance (&diary, 1);
  g_assert_cmpstr (diary.seen->str, ==, "abc");
  advance (&diary, 1000);
  g_assert_cmpstr (diary.seen->str, ==, "abc");
  end_diary (&diary);
}

static void
remove_other (gpointer user_data)
{
  Diary *diary = user_data;

  note (diary, 'r');
  foyer_clock_clear_timer (diary->clock, &diary->other);
}

static void
test_removal_inside (void)
{
  Diary diary;

  begin_diary (&diary);
  foyer_clock_add_timer (diary.clock, 10, remove_other, &diary);
  diary.other = foyer_clock_add_timer (diary.clock, 10, note_a, &diary);
  foyer_clock_add_timer (diary.clock, 10, note_b, &diary);
  advance (&diary, 10);
  g_assert_cmpstr (diary.seen->str, ==, "rb");
  g_assert_cmpuint (diary.other, ==, 0);

  /* A timer may clear the place that holds its own id, which is spent by then. */
  diary.other = foyer_clock_add_timer (diary.clock, 10, remove_other, &diary);
  advance (&diary, 10);
  g_assert_cmpstr (diary.seen->str, ==, "rbr");
  end_diary (&diary);
}

static void
test_spent_and_unknown (void)
{
  Diary diary;
  guint spent;
  guint nothing = 0;

  begin_diary (&diary);
  spent = foyer_clock_add_timer (diary.clock, 1, note_a, &diary);
  g_assert_cmpuint (spent, !=, 0);
  advance (&diary, 1);
  g_assert_cmpuint (foyer_clock_add_timer (diary.clock, 1, note_b, &diary), !=, spent);
  foyer_clock_remove_timer (diary.clock, spent);
  foyer_clock_remove_timer (diary.clock, 12345);
  foyer_clock_clear_timer (diary.clock, &nothing);
  advance (&diary, 1);
  g_assert_cmpstr (diary.seen->str, ==, "ab");
  end_diary (&diary);
}

static void
add_another (gpointer user_data)
{
  Diary *diary = user_data;

  note (diary, 'x');
  if (diary->left-- > 0)
    foyer_clock_add_timer (diary->clock, 10, add_another, diary);
}

static void
test_added_meanwhile (void)
{
  Diary diary;

  begin_diary (&diary);
  diary.left = 9;
  foyer_clock_add_timer (diary.clock, 10, add_another, &diary);
  foyer_clock_add_timer (diary.clock, 35, note_a, &diary);
  advance (&diary, 45);
  g_assert_cmpstr (diary.seen->str, ==, "xxxax");
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (diary.at[i], ==, 10 * (i + 1));
  g_assert_cmpint (foyer_clock_monotonic (diary.clock), ==, 45);
  advance (&diary, 1000);
  g_assert_cmpuint (diary.seen->len, ==, 11);
  g_assert_cmpint (diary.at[10], ==, 100);
  end_diary (&diary);
}

static void
test_run_next (void)
{
  Diary diary;

  begin_diary (&diary);
  g_assert_false (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (diary.clock)));
  foyer_clock_add_timer (diary.clock, 500, note_b, &diary);
  foyer_clock_add_timer (diary.clock, 20, note_a, &diary);
  g_assert_true (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (diary.clock)));
  g_assert_cmpint (foyer_clock_monotonic (diary.clock), ==, 20);
  g_assert_true (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (diary.clock)));
  g_assert_cmpint (foyer_clock_now (diary.clock), ==, START + 500);
  g_assert_false (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (diary.clock)));
  g_assert_cmpstr (diary.seen->str, ==, "ab");
  end_diary (&diary);
}

static void
advance_more (gpointer user_data)
{
  Diary *diary = user_data;

  note (diary, 'm');
  advance (diary, 50);
}

static void
test_never_goes_back (void)
{
  Diary diary;

  begin_diary (&diary);
  foyer_clock_add_timer (diary.clock, 10, advance_more, &diary);
  foyer_clock_add_timer (diary.clock, 20, note_a, &diary);
  advance (&diary, 15);
  g_assert_cmpstr (diary.seen->str, ==, "ma");
  g_assert_cmpint (foyer_clock_monotonic (diary.clock), ==, 60);
  end_diary (&diary);
}

static void
test_waiting_timers_are_freed (void)
{
  Diary diary;

  begin_diary (&diary);
  foyer_clock_add_timer (diary.clock, 10, note_a, &diary);
  foyer_clock_add_timer (diary.clock, 10, note_b, &diary);
  end_diary (&diary);
}

static void
count_run (gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_system_timer (void)
{
  g_autoptr (FoyerClock) clock = foyer_system_clock_new ();
  gint64 begun = foyer_clock_monotonic (clock);
  guint fired = 0;

  g_assert_cmpint (foyer_clock_now (clock), >, START);
  g_assert_cmpuint (foyer_clock_add_timer (clock, 2500, count_run, &fired), !=, 0);
  while (fired == 0)
    g_main_context_iteration (NULL, TRUE);
  /* Late it may be, early never. */
  g_assert_cmpint (foyer_clock_monotonic (clock) - begun, >=, 2500);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fired, ==, 1);
}

static void
test_system_removal (void)
{
  g_autoptr (FoyerClock) clock = foyer_system_clock_new ();
  guint removed = 0;
  guint fired = 0;
  guint timer = foyer_clock_add_timer (clock, 0, count_run, &removed);
  guint spent = foyer_clock_add_timer (clock, 1000, count_run, &fired);

  foyer_clock_clear_timer (clock, &timer);
  g_assert_cmpuint (timer, ==, 0);
  while (fired == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (removed, ==, 0);
  foyer_clock_remove_timer (clock, spent);
}

static gpointer
wait_in_thread (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (FoyerClock) clock = foyer_system_clock_new ();
  guint fired = 0;
  guint removed = 0;
  guint timer;

  g_main_context_push_thread_default (context);
  timer = foyer_clock_add_timer (clock, 0, count_run, &removed);
  foyer_clock_add_timer (clock, 0, count_run, &fired);
  foyer_clock_remove_timer (clock, timer);
  while (fired == 0)
    g_main_context_iteration (context, TRUE);
  g_assert_cmpuint (removed, ==, 0);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_system_timer_of_its_thread (void)
{
  g_thread_join (g_thread_new ("timer", wait_in_thread, NULL));
  g_assert_false (g_main_context_pending (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/clock/manual/stands-still-until-moved", test_stands_still);
  g_test_add_func ("/base/clock/manual/timers-run-by-moment-then-by-creation", test_order);
  g_test_add_func ("/base/clock/manual/a-timer-runs-once-and-never-when-added", test_waits_for_its_moment);
  g_test_add_func ("/base/clock/manual/a-timer-removed-by-another-does-not-run", test_removal_inside);
  g_test_add_func ("/base/clock/manual/removing-a-spent-timer-does-nothing", test_spent_and_unknown);
  g_test_add_func ("/base/clock/manual/advance-runs-timers-added-meanwhile", test_added_meanwhile);
  g_test_add_func ("/base/clock/manual/run-next-moves-to-the-next-timer", test_run_next);
  g_test_add_func ("/base/clock/manual/time-never-goes-back", test_never_goes_back);
  g_test_add_func ("/base/clock/manual/waiting-timers-go-with-it", test_waiting_timers_are_freed);
  g_test_add_func ("/base/clock/system/a-timer-is-never-early", test_system_timer);
  g_test_add_func ("/base/clock/system/a-removed-timer-does-not-run", test_system_removal);
  g_test_add_func ("/base/clock/system/timers-belong-to-their-thread", test_system_timer_of_its_thread);
  return g_test_run ();
}
