/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-offline-matrix.c - what was added, changed or removed offline, and what happened elsewhere meanwhile */

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-test.h"
#include "types/label.h"

#include <string.h>

#define ID "lb-01890a5d-ac96-7d4e-8f00-0123456789ab"

/* What the server says of the record: its name, or that it has none. Written to the store as a pull would. */
typedef struct {
  const char *name; /* (nullable) */
  gint64 rev;
  gboolean resync; /* everything is pulled anew */
} Pull;

/* As a reply brings it. */
static void
put (FoyerStoreWriter *writer, JsonObject *json, GError **error)
{
  g_autofree char *text = foyer_json_to_text (json);

  foyer_store_writer_put_span (writer, &foyer_label_type, foyer_json_span_new (text, strlen (text)), error);
}

static gpointer
pull_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  const Pull *pull = data;
  g_autoptr (JsonObject) json = json_object_new ();

  if (pull->resync)
    foyer_store_writer_begin_resync (writer, &foyer_label_type, error);
  json_object_set_string_member (json, "id", ID);
  json_object_set_int_member (json, "rev", pull->rev);
  if (pull->name != NULL) {
    json_object_set_string_member (json, "name", pull->name);
    foyer_record_type_fill_defaults (&foyer_label_type, json);
    put (writer, json, error);
  } else if (!pull->resync) {
    foyer_store_writer_remove (writer, &foyer_label_type, ID, error);
  }
  foyer_store_writer_set_state (writer, &foyer_label_type, "e-9", error);
  foyer_store_writer_finish_pull (writer, &foyer_label_type, error);
  return NULL;
}

static gpointer
ack_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) picked = foyer_store_writer_pick (writer, 10, 0, error);

  g_assert_no_error (*error);
  for (guint i = 0; i < picked->len; i++)
    foyer_store_writer_settle (writer, foyer_operation_get_id (picked->pdata[i]), FOYER_OPERATION_ACKED, NULL,
                               error);
  return NULL;
}

static gpointer
refuse_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) picked = foyer_store_writer_pick (writer, 10, 0, error);
  g_autoptr (JsonObject) why = foyer_test_json ("{'type': 'conflict'}");

  for (guint i = 0; i < picked->len; i++)
    foyer_store_writer_settle (writer, foyer_operation_get_id (picked->pdata[i]), FOYER_OPERATION_CONFLICT,
                               why, error);
  return NULL;
}

/* One act or event a letter:
 *   a e d  a person adds, changes, removes        p<name>  the server has the record so; p-: it has none
 *   R<name>  the same, in a resync; B<name>  in one from a backup, whose change numbers are lower
 *                                                                 k  the server acknowledges; x  it refuses
 * and what must be seen in the end: a name, or NULL for nothing; and how many operations wait. */
typedef struct {
  const char *path;
  const char *acts;
  const char *seen;
  guint waiting;
} Case;

static const Case cases[] = {
  { "/store/offline/add", "a:mine", "mine", 1 },
  { "/store/offline/add-edit", "a:mine e:again", "again", 2 },
  { "/store/offline/add-delete", "a:mine d", NULL, 2 },
  { "/store/offline/add-delete-add", "a:mine d a:back", "back", 3 },
  { "/store/offline/add-resync", "a:mine R-", "mine", 1 },
  { "/store/offline/add-acknowledged-echoed", "a:mine k p:mine", "mine", 0 },
  { "/store/offline/add-acknowledged-not-yet-echoed", "a:mine k", "mine", 1 },
  { "/store/offline/add-refused", "a:mine x", NULL, 0 },
  { "/store/offline/edit", "p:theirs e:mine", "mine", 1 },
  { "/store/offline/edit-edit", "p:theirs e:mine e:again", "again", 2 },
  { "/store/offline/edit-delete", "p:theirs e:mine d", NULL, 2 },
  { "/store/offline/edit-delete-add", "p:theirs e:mine d a:back", "back", 3 },
  { "/store/offline/edit-resync", "p:theirs e:mine R:theirs", "mine", 1 },
  { "/store/offline/edit-changed-elsewhere", "p:theirs e:mine p:newer", "mine", 1 },
  { "/store/offline/edit-gone-elsewhere", "p:theirs e:mine p-", NULL, 1 },
  { "/store/offline/edit-acknowledged", "p:theirs e:mine k p:mine", "mine", 0 },
  { "/store/offline/edit-refused-returns-to-theirs", "p:theirs e:mine x", "theirs", 0 },
  { "/store/offline/edit-changed-elsewhere-refused", "p:theirs e:mine p:newer x", "newer", 0 },
  { "/store/offline/edit-restored", "p:theirs e:mine B:older", "mine", 1 },
  { "/store/offline/edit-restored-refused", "p:theirs e:mine B:older x", "older", 0 },
  { "/store/offline/edit-acknowledged-restored", "p:theirs e:mine k B:older", "older", 0 },
  { "/store/offline/edit-acknowledged-restored-changed", "p:theirs e:mine k B:older p:newer", "newer", 0 },
  { "/store/offline/edit-refused-restored-changed", "p:theirs e:mine x B:older p:newer", "newer", 0 },
  { "/store/offline/delete", "p:theirs d", NULL, 1 },
  { "/store/offline/delete-add", "p:theirs d a:back", "back", 2 },
  { "/store/offline/delete-resync", "p:theirs d R:theirs", NULL, 1 },
  { "/store/offline/delete-changed-elsewhere", "p:theirs d p:newer", NULL, 1 },
  { "/store/offline/delete-gone-elsewhere", "p:theirs d p- k p-", NULL, 0 },
  { "/store/offline/delete-acknowledged", "p:theirs d k p-", NULL, 0 },
  { "/store/offline/delete-refused-returns", "p:theirs d x", "theirs", 0 },
};

static void
act (FoyerStore *store, const char *word, gint64 *rev)
{
  const char *name = word[1] == ':' ? word + 2 : NULL;
  g_autofree char *values = name == NULL ? NULL : g_strdup_printf ("{'name': '%s'}", name);
  g_autoptr (GError) error = NULL;
  g_autofree char *operation = NULL;
  Pull pull = { name, *rev += word[0] == 'B' ? -50 : 1, word[0] == 'R' || word[0] == 'B' };

  switch (word[0]) {
  case 'a':
    operation = foyer_test_submit (store, FOYER_VERB_CREATE, &foyer_label_type, ID, values, 0, &error);
    break;
  case 'e':
    operation = foyer_test_submit (store, FOYER_VERB_UPDATE, &foyer_label_type, ID, values, 0, &error);
    break;
  case 'd':
    operation = foyer_test_submit (store, FOYER_VERB_DESTROY, &foyer_label_type, ID, NULL, 0, &error);
    break;
  case 'k':
    foyer_test_write (store, ack_in_worker, NULL);
    break;
  case 'x':
    foyer_test_write (store, refuse_in_worker, NULL);
    break;
  default:
    foyer_test_write (store, pull_in_worker, &pull);
  }
  g_assert_no_error (error);
}

static void
assert_seen (FoyerStore *store, const Case *expected)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (store, &foyer_label_type, ID);
  guint waiting;
  guint needing;

  g_assert_cmpstr (record == NULL ? NULL : foyer_label_get_name (record), ==, expected->seen);
  foyer_store_count_operations (store, &waiting, &needing);
  g_assert_cmpuint (waiting, ==, expected->waiting);
}

static void
test_case (gconstpointer data)
{
  const Case *given = data;
  char *directory = foyer_test_make_directory ();
  g_autoptr (FoyerClock) clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (1);
  FoyerStore *store = foyer_test_open_store (directory, clock, random, NULL);
  g_auto (GStrv) acts = g_strsplit (given->acts, " ", -1);
  gint64 rev = 100;

  for (guint i = 0; acts[i] != NULL; i++)
    act (store, acts[i], &rev);
  foyer_test_settle ();
  assert_seen (store, given);
  /* And the same after a restart. */
  foyer_test_close_store (store);
  store = foyer_test_open_store (directory, clock, random, NULL);
  assert_seen (store, given);
  foyer_test_close_store (store);
  foyer_test_remove_directory (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  return g_test_run ();
}
