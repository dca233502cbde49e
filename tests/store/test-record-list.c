/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-list.c - a list shows what its query asks for and tells of changes sparingly */

#include "foyer-id.h"
#include "foyer-record-list.h"
#include "foyer-test.h"
#include "types/label.h"

/* How many come at once while rows are made for them. */
#define FEW 6

typedef struct {
  char *directory;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  guint signals;
  guint position;
  guint removed;
  guint added;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  fixture->random = foyer_random_new_seeded (2);
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_test_close_store (fixture->store);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  foyer_test_remove_directory (fixture->directory);
}

static char *
add_label (Fixture *fixture, const char *name)
{
  char *id = foyer_id_new ("lb", fixture->clock, fixture->random);
  g_autofree char *values = g_strdup_printf ("{'name': '%s'}", name);
  g_autofree char *operation
      = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, id, values, 0, NULL);

  g_assert_nonnull (operation);
  return id;
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->signals++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static FoyerRecordList *
make_list (Fixture *fixture)
{
  FoyerQuery *query = foyer_query_new (&foyer_label_type);
  FoyerRecordList *list;

  foyer_query_order (query, "name", FALSE);
  list = foyer_record_list_new (fixture->store, query);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), fixture);
  return list;
}

static const char *
name_at (FoyerRecordList *list, guint position)
{
  g_autoptr (FoyerRecord) record = g_list_model_get_item (G_LIST_MODEL (list), position);

  return foyer_label_get_name (record);
}

static void
assert_change (Fixture *fixture, guint position, guint removed, guint added)
{
  g_assert_cmpuint (fixture->signals, ==, 1);
  g_assert_cmpuint (fixture->position, ==, position);
  g_assert_cmpuint (fixture->removed, ==, removed);
  g_assert_cmpuint (fixture->added, ==, added);
  fixture->signals = 0;
}

static void
test_insert_is_one_change_at_its_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_label (fixture, "a");
  g_autofree char *third = add_label (fixture, "c");
  g_autoptr (FoyerRecordList) list = make_list (fixture);
  g_autofree char *second = add_label (fixture, "b");

  assert_change (fixture, 1, 0, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpstr (name_at (list, 1), ==, "b");
}

static void
test_change_in_place_replaces_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_label (fixture, "a");
  g_autofree char *second = add_label (fixture, "b");
  g_autoptr (FoyerRecordList) list = make_list (fixture);
  g_autoptr (FoyerRecord) kept = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (FoyerRecord) same = NULL;
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_label_type,
                                                  second, "{'name': 'bb'}", 0, NULL);

  assert_change (fixture, 1, 1, 1);
  g_assert_cmpstr (name_at (list, 1), ==, "bb");
  same = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (same == kept);
}

static void
test_removal_is_one_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_label (fixture, "a");
  g_autofree char *second = add_label (fixture, "b");
  g_autoptr (FoyerRecordList) list = make_list (fixture);
  g_autofree char *operation
      = foyer_test_submit (fixture->store, FOYER_VERB_DESTROY, &foyer_label_type, first, NULL, 0, NULL);

  assert_change (fixture, 0, 1, 0);
  g_assert_cmpstr (name_at (list, 0), ==, "b");
}

static void
test_pages_follow_by_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecordList) list = NULL;

  for (guint i = 0; i < 250; i++) {
    g_autofree char *name = g_strdup_printf ("%04u", i);
    g_autofree char *id = add_label (fixture, name);
  }
  list = make_list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 30);
  for (guint shown = 30; shown < 200; shown += FEW) {
    g_assert_nonnull (name_at (list, shown - 1));
    g_assert_true (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (fixture->clock)));
    assert_change (fixture, shown, 0, FEW);
  }
  g_assert_cmpstr (name_at (list, 203), ==, "0203");
  g_assert_true (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (fixture->clock)));
  assert_change (fixture, 204, 0, 46);
  g_assert_cmpstr (name_at (list, 249), ==, "0249");
  g_assert_false (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (fixture->clock)));
}

static gpointer
put_many_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  for (guint i = 0; i < 250; i++) {
    g_autofree char *text = g_strdup_printf (
        "{'id': 'lb-01890a5d-ac96-7d4e-8f00-%012u', 'rev': 1, 'name': '%04u', 'position': 0}", i, i);
    g_autoptr (JsonObject) json = foyer_test_json (text);

    if (!foyer_store_writer_put (writer, &foyer_label_type, json, error))
      return NULL;
  }
  return NULL;
}

static void
test_what_comes_at_once_is_shown_a_few_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecordList) list = make_list (fixture);

  foyer_test_write (fixture->store, put_many_in_worker, NULL);
  foyer_test_settle ();
  assert_change (fixture, 0, 0, FEW);
  g_assert_nonnull (name_at (list, FEW - 1));
  g_assert_true (foyer_manual_clock_run_next (FOYER_MANUAL_CLOCK (fixture->clock)));
  assert_change (fixture, FEW, 0, FEW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/list/insert-is-one-change-at-its-place", Fixture, NULL, set_up,
              test_insert_is_one_change_at_its_place, tear_down);
  g_test_add ("/store/list/change-in-place-replaces-one", Fixture, NULL, set_up,
              test_change_in_place_replaces_one, tear_down);
  g_test_add ("/store/list/removal-is-one-change", Fixture, NULL, set_up, test_removal_is_one_change,
              tear_down);
  g_test_add ("/store/list/what-comes-at-once-is-shown-a-few-at-a-time", Fixture, NULL, set_up,
              test_what_comes_at_once_is_shown_a_few_at_a_time, tear_down);
  g_test_add ("/store/list/pages-follow-by-key", Fixture, NULL, set_up, test_pages_follow_by_key, tear_down);
  return g_test_run ();
}
