/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-count.c - a count follows the records, and is made beside the main thread */

#include "foyer-id.h"
#include "foyer-record-count.h"
#include "foyer-test.h"
#include "types/label.h"

typedef struct {
  char *directory;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  guint notified;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->directory = foyer_test_make_directory ();
  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  fixture->random = foyer_random_new_seeded (3);
  foyer_store_open_async (fixture->directory, fixture->clock, fixture->random, TRUE, NULL,
                          foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  fixture->store = foyer_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_store_close (fixture->store);
  foyer_test_settle ();
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  foyer_test_remove_directory (fixture->directory);
}

static void
add_label (Fixture *fixture, const char *name)
{
  g_autofree char *id = foyer_id_new ("lb", fixture->clock, fixture->random);
  g_autofree char *values = g_strdup_printf ("{'name': '%s'}", name);
  g_autofree char *operation
      = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, id, values, 0, NULL);

  g_assert_nonnull (operation);
}

static gpointer
do_nothing (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  return NULL;
}

/* What was given to the reading thread before is done, and what it came to has been told. */
static void
wait_for_reader (Fixture *fixture)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_test_settle ();
  foyer_store_read_async (fixture->store, do_nothing, NULL, NULL, NULL, NULL, foyer_test_take_result,
                          &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_null (foyer_store_read_finish (fixture->store, result, NULL));
}

static void
on_notify_count (Fixture *fixture)
{
  fixture->notified++;
}

static FoyerRecordCount *
make_count (Fixture *fixture)
{
  FoyerRecordCount *count = foyer_record_count_new (fixture->store, foyer_query_new (&foyer_label_type));

  g_signal_connect_swapped (count, "notify::count", G_CALLBACK (on_notify_count), fixture);
  return count;
}

static void
test_count_follows_the_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecordCount) count = NULL;

  add_label (fixture, "a");
  count = make_count (fixture);
  g_assert_cmpuint (foyer_record_count_get (count), ==, 0);
  wait_for_reader (fixture);
  g_assert_cmpuint (foyer_record_count_get (count), ==, 1);
  add_label (fixture, "b");
  wait_for_reader (fixture);
  g_assert_cmpuint (foyer_record_count_get (count), ==, 2);
  g_assert_cmpuint (fixture->notified, ==, 2);
}

/* Of many changes while it counts, none is missed. */
static void
test_changes_meanwhile_are_counted_afterwards (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecordCount) count = make_count (fixture);

  for (guint i = 0; i < 20; i++) {
    g_autofree char *name = g_strdup_printf ("label %u", i);

    add_label (fixture, name);
  }
  wait_for_reader (fixture);
  wait_for_reader (fixture);
  g_assert_cmpuint (foyer_record_count_get (count), ==, 20);
}

static void
test_nobody_is_told_after_it_was_let_go (Fixture *fixture, gconstpointer data)
{
  FoyerRecordCount *count;

  add_label (fixture, "a");
  count = make_count (fixture);
  g_object_run_dispose (G_OBJECT (count));
  g_object_unref (count);
  wait_for_reader (fixture);
  g_assert_cmpuint (fixture->notified, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/record-count/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("follows-the-records", test_count_follows_the_records);
  ADD ("changes-meanwhile", test_changes_meanwhile_are_counted_afterwards);
  ADD ("let-go", test_nobody_is_told_after_it_was_let_go);
#undef ADD
  return g_test_run ();
}
