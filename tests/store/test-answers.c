/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-answers.c - what is refused, edited or regretted becomes a further operation, and nothing is lost on the way */

#include "foyer-json.h"
#include "foyer-test.h"
#include "types/domain.h"
#include "types/label.h"

#define ID "lb-01890a5d-ac96-7d4e-8f00-0123456789ab"

typedef struct {
  char *directory;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
} Fixture;

static gpointer
put_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  static gint64 rev = 0;
  g_autoptr (JsonObject) json = foyer_test_json ("{'id': '" ID "', 'rev': 1, 'name': 'x', 'position': 0}");

  json_object_set_string_member (json, "name", data);
  json_object_set_int_member (json, "rev", ++rev);
  foyer_store_writer_put (writer, &foyer_label_type, json, error);
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  fixture->random = foyer_random_new_seeded (3);
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
  foyer_test_write (fixture->store, put_in_worker, (gpointer) "server");
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
rename_label (Fixture *fixture, const char *patch)
{
  return foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_label_type, ID, patch, 0, NULL);
}

static gpointer
remove_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_remove (writer, &foyer_label_type, ID, error);
  return NULL;
}

static gpointer
find_nothing_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (JsonObject) answer = foyer_test_json ("{'type': 'notFound'}");

  foyer_store_writer_settle (writer, data, FOYER_OPERATION_REFUSED, answer, error);
  return NULL;
}

static void
assert_keeps_last (Fixture *fixture, const char *operation_id, const char *name)
{
  g_autoptr (FoyerOperation) operation = NULL;
  JsonObject *error;

  foyer_test_settle ();
  operation = foyer_store_get_operation (fixture->store, operation_id);
  error = foyer_operation_get_data (operation)->error;
  g_assert_cmpstr (foyer_json_object_text (error, "type"), ==, "notFound");
  g_assert_cmpstr (foyer_json_object_text (foyer_json_object_object (error, "last"), "name"), ==, name);
}

/* Whether the deletion is heard of before the answer or after it, what was deleted can be made anew. */
static void
test_what_was_deleted_is_kept_with_the_change (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = rename_label (fixture, "{'name': 'mine'}");
  g_autofree char *second = NULL;

  foyer_test_write (fixture->store, remove_in_worker, NULL);
  foyer_test_write (fixture->store, find_nothing_in_worker, first);
  assert_keeps_last (fixture, first, "server");
  foyer_test_write (fixture->store, put_in_worker, (gpointer) "again");
  second = rename_label (fixture, "{'name': 'mine again'}");
  foyer_test_write (fixture->store, find_nothing_in_worker, second);
  foyer_test_write (fixture->store, remove_in_worker, NULL);
  assert_keeps_last (fixture, second, "again");
}

static gpointer
refuse_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_settle (writer, data, FOYER_OPERATION_REFUSED, NULL, error);
  return NULL;
}

static gpointer
finish_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_settle (writer, data, FOYER_OPERATION_DONE, NULL, error);
  return NULL;
}

static void
check_label (Fixture *fixture, const char *name)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (fixture->store, &foyer_label_type, ID);

  g_assert_cmpstr (foyer_label_get_name (record), ==, name);
}

static void
check_state (Fixture *fixture, const char *operation_id, FoyerOperationState state)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->store, operation_id);

  g_assert_cmpint (foyer_operation_get_state (operation), ==, state);
}

static char *
replace (Fixture *fixture, const char *operation_id, const char *patch, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonObject) change = patch == NULL ? NULL : foyer_test_json (patch);

  foyer_store_replace_async (fixture->store, operation_id, NULL, change, 0, NULL, foyer_test_take_result,
                             &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_store_replace_finish (fixture->store, result, error);
}

static char *
revert (Fixture *fixture, const char *operation_id, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_revert_async (fixture->store, operation_id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_store_revert_finish (fixture->store, result, error);
}

static void
test_mine_is_sent_again_over_what_stands_now (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = rename_label (fixture, "{'name': 'mine'}");
  g_autofree char *again = NULL;
  g_autoptr (FoyerOperation) operation = NULL;

  foyer_test_write (fixture->store, refuse_in_worker, mine);
  foyer_test_write (fixture->store, put_in_worker, (gpointer) "theirs");
  check_label (fixture, "theirs");
  again = replace (fixture, mine, NULL, NULL);
  g_assert_nonnull (again);
  check_label (fixture, "mine");
  check_state (fixture, mine, FOYER_OPERATION_DISCARDED);
  check_state (fixture, again, FOYER_OPERATION_QUEUED);
  operation = foyer_store_get_operation (fixture->store, again);
  g_assert_cmpstr (foyer_operation_get_data (operation)->group, ==, mine);
}

static void
test_edit_replaces_what_has_not_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = rename_label (fixture, "{'name': 'first'}");
  g_autofree char *second = replace (fixture, first, "{'name': 'second'}", NULL);

  check_state (fixture, first, FOYER_OPERATION_UNDONE);
  check_state (fixture, second, FOYER_OPERATION_QUEUED);
  check_label (fixture, "second");
}

static void
test_edit_that_is_not_allowed_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = rename_label (fixture, "{'name': 'first'}");
  g_autoptr (GError) error = NULL;

  g_assert_null (replace (fixture, first, "{'name': 7}", &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID);
  check_state (fixture, first, FOYER_OPERATION_QUEUED);
  check_label (fixture, "first");
}

static void
test_what_has_left_is_not_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sent = rename_label (fixture, "{'name': 'sent'}");
  g_autoptr (GError) error = NULL;

  foyer_test_write (fixture->store, finish_in_worker, sent);
  g_assert_null (replace (fixture, sent, "{'name': 'other'}", &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE);
}

static void
test_what_was_sent_is_taken_back_by_an_operation (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sent = rename_label (fixture, "{'name': 'sent'}");
  g_autofree char *back = NULL;

  foyer_test_write (fixture->store, put_in_worker, (gpointer) "sent");
  foyer_test_write (fixture->store, finish_in_worker, sent);
  back = revert (fixture, sent, NULL);
  g_assert_nonnull (back);
  check_state (fixture, back, FOYER_OPERATION_QUEUED);
  check_state (fixture, sent, FOYER_OPERATION_DONE);
  check_label (fixture, "server");
}

static void
test_what_somebody_changed_since_is_not_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sent = rename_label (fixture, "{'name': 'sent'}");
  g_autoptr (GError) error = NULL;

  foyer_test_write (fixture->store, finish_in_worker, sent);
  foyer_test_write (fixture->store, put_in_worker, (gpointer) "theirs");
  g_assert_null (revert (fixture, sent, &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE);
  check_label (fixture, "theirs");
}

/* --- What was added --- */

#define DOMAIN_ID "dm-00000000-0000-7000-8000-000000000009"

static gpointer
put_domain_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (JsonObject) json
      = foyer_test_json ("{'id': '" DOMAIN_ID "', 'host': 'my.acme.example', 'purpose': 'portal',"
                         " 'status': 'verified', 'primary': false}");

  json_object_set_int_member (json, "rev", data == NULL ? 1 : 2);
  if (data != NULL)
    json_object_set_boolean_member (json, "primary", TRUE);
  foyer_store_writer_put (writer, &foyer_domain_type, json, error);
  return NULL;
}

static char *
add_domain (Fixture *fixture)
{
  char *added = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_domain_type, DOMAIN_ID,
                                   "{'host': 'my.acme.example'}", 0, NULL);

  foyer_test_write (fixture->store, put_domain_in_worker, NULL);
  foyer_test_write (fixture->store, finish_in_worker, added);
  return added;
}

static gboolean
has_domain (Fixture *fixture)
{
  g_autoptr (FoyerRecord) domain = foyer_store_get (fixture->store, &foyer_domain_type, DOMAIN_ID);

  return domain != NULL;
}

/* The server has looked at it meanwhile: that is nobody's change. */
static void
test_what_was_added_is_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *added = add_domain (fixture);
  g_autofree char *back = revert (fixture, added, NULL);
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->store, back);

  g_assert_cmpint (foyer_operation_get_data (operation)->verb, ==, FOYER_VERB_DESTROY);
  check_state (fixture, back, FOYER_OPERATION_QUEUED);
  check_state (fixture, added, FOYER_OPERATION_DONE);
  g_assert_false (has_domain (fixture));
}

static void
test_what_was_added_and_changed_since_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *added = add_domain (fixture);
  g_autoptr (GError) error = NULL;

  foyer_test_write (fixture->store, put_domain_in_worker, (gpointer) "primary");
  g_assert_null (revert (fixture, added, &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE);
  g_assert_true (has_domain (fixture));
}

static gpointer
take_domain_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_remove (writer, &foyer_domain_type, DOMAIN_ID, error);
  return NULL;
}

static char *
remove_domain (Fixture *fixture)
{
  char *removed
      = foyer_test_submit (fixture->store, FOYER_VERB_DESTROY, &foyer_domain_type, DOMAIN_ID, NULL, 0, NULL);

  foyer_test_write (fixture->store, take_domain_in_worker, NULL);
  foyer_test_write (fixture->store, finish_in_worker, removed);
  return removed;
}

/* Under another id, since the server gives none twice, and without what the server said of it. */
static void
test_what_was_removed_is_made_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *added = add_domain (fixture);
  g_autofree char *removed = remove_domain (fixture);
  g_autofree char *back = revert (fixture, removed, NULL);
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->store, back);
  const FoyerOperationData *values = foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) domain = foyer_store_get (fixture->store, &foyer_domain_type, values->record_id);

  g_assert_cmpint (values->verb, ==, FOYER_VERB_CREATE);
  g_assert_cmpstr (values->record_id, !=, DOMAIN_ID);
  g_assert_cmpstr (foyer_domain_get_host (domain), ==, "my.acme.example");
  g_assert_false (foyer_domain_get_is_primary (domain));
  g_assert_false (has_domain (fixture));
  check_state (fixture, back, FOYER_OPERATION_QUEUED);
}

static void
test_what_is_there_again_is_not_made_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *added = add_domain (fixture);
  g_autofree char *removed = remove_domain (fixture);
  g_autofree char *back = revert (fixture, removed, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (back);
  g_assert_null (revert (fixture, removed, &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/answers/what-was-deleted-is-kept-with-the-change", test_what_was_deleted_is_kept_with_the_change);
  ADD ("/answers/mine-is-sent-again-over-what-stands-now", test_mine_is_sent_again_over_what_stands_now);
  ADD ("/answers/edit-replaces-what-has-not-left", test_edit_replaces_what_has_not_left);
  ADD ("/answers/edit-that-is-not-allowed-changes-nothing", test_edit_that_is_not_allowed_changes_nothing);
  ADD ("/answers/what-has-left-is-not-replaced", test_what_has_left_is_not_replaced);
  ADD ("/answers/what-was-sent-is-taken-back-by-an-operation",
       test_what_was_sent_is_taken_back_by_an_operation);
  ADD ("/answers/what-somebody-changed-since-is-not-taken-back",
       test_what_somebody_changed_since_is_not_taken_back);
  ADD ("/answers/what-was-added-is-removed", test_what_was_added_is_removed);
  ADD ("/answers/what-was-added-and-changed-since-stays", test_what_was_added_and_changed_since_stays);
  ADD ("/answers/what-was-removed-is-made-again", test_what_was_removed_is_made_again);
  ADD ("/answers/what-is-there-again-is-not-made-twice", test_what_is_there_again_is_not_made_twice);
  return g_test_run ();
}
