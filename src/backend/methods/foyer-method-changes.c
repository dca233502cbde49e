/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-changes.c - Foo/changes (RFC 8620 §5.2): what changed since a state, in the order it did */

#include "methods/foyer-methods.h"

#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-record-table.h"

#include <string.h>

typedef struct {
  char *id;
  gint64 rev;
  gint64 created_rev;
  gboolean destroyed;
} Change;

/* Where the client stands: it has all changes up to @number, in pages that began at @origin, when @top was the last change. */
typedef struct {
  gint64 number;
  gint64 origin;
  gint64 top;
} Position;

static void
clear_change (gpointer data)
{
  g_free (((Change *) data)->id);
}

static gboolean
collect (FoyerStatement *statement, gboolean destroyed, GArray *changes, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (foyer_statement_step (statement, &failure)) {
    Change change = { .id = g_strdup (foyer_statement_get_text (statement, 0)),
                      .rev = foyer_statement_get_integer (statement, 1),
                      .created_rev = foyer_statement_get_integer (statement, 2),
                      .destroyed = destroyed };

    g_array_append_val (changes, change);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static FoyerStatement *
select_tombstones (FoyerTransaction *transaction,
                   const FoyerRecordType *type,
                   gint64 since,
                   guint limit,
                   GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (
      transaction->database,
      "SELECT id, rev, created_rev FROM tombstone WHERE organisation = $1 AND type = $2 AND rev > $3"
      " ORDER BY rev LIMIT $4",
      error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, transaction->organisation);
  foyer_statement_bind_text (statement, 2, type->name);
  foyer_statement_bind_integer (statement, 3, since);
  foyer_statement_bind_integer (statement, 4, limit);
  return statement;
}

static int
compare_revs (gconstpointer a, gconstpointer b)
{
  const Change *first = a;
  const Change *second = b;

  return first->rev < second->rev ? -1 : first->rev > second->rev;
}

/* One more than @limit, so that the caller sees whether more remain. */
static GArray *
list_changes (FoyerTransaction *transaction,
              const FoyerRecordType *type,
              gint64 since,
              guint limit,
              GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr (FoyerStatement) records = NULL;
  g_autoptr (FoyerStatement) tombstones = NULL;

  g_array_set_clear_func (changes, clear_change);
  records = foyer_record_table_select_changed (transaction->database, transaction->organisation, type, since,
                                               limit + 1, error);
  if (!collect (records, FALSE, changes, error))
    return NULL;
  tombstones = select_tombstones (transaction, type, since, limit + 1, error);
  if (!collect (tombstones, TRUE, changes, error))
    return NULL;
  g_array_sort (changes, compare_revs);
  if (changes->len > limit + 1)
    g_array_set_size (changes, limit + 1);
  return g_steal_pointer (&changes);
}

/* What cannot be read is taken as forgotten: to begin again costs time, an end that is not told costs the truth. */
static gint64
get_floor (FoyerTransaction *transaction, const FoyerRecordType *type)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (transaction->database,
                                "SELECT floor FROM type_state WHERE organisation = $1 AND type = $2", NULL);
  g_autoptr (GError) failure = NULL;

  if (FOYER_MUTANT (HISTORY_FLOOR_IGNORED))
    return 0;
  if (statement == NULL)
    return G_MAXINT64;
  foyer_statement_bind_integer (statement, 1, transaction->organisation);
  foyer_statement_bind_text (statement, 2, type->name);
  if (foyer_statement_step (statement, &failure))
    return foyer_statement_get_integer (statement, 0);
  return failure == NULL ? 0 : G_MAXINT64;
}

/*
 * A page that is not the last ends in a state of its own, `<epoch>-<number>~<origin>~<top>`: on the next page too a record is new if it was
 * made after the origin, however often it was changed since, and what was made and destroyed in between need not be told.
 */
static gboolean
parse_position (FoyerMethodContext *context, const char *state, gint64 present, Position *position)
{
  g_auto (GStrv) parts = g_strsplit (state, "~", 3);
  guint n_parts = g_strv_length (parts);

  if (n_parts == 0 || !foyer_transaction_parse_state (context->transaction, parts[0], &position->number))
    return FALSE;
  position->origin = position->number;
  position->top = present;
  return n_parts == 1
         || (n_parts == 3
             && g_ascii_string_to_signed (parts[1], 10, 0, position->number, &position->origin, NULL)
             && g_ascii_string_to_signed (parts[2], 10, position->number, present, &position->top, NULL));
}

/*
 * From where on what was destroyed must be remembered to answer. Who walks from "0" knows nothing that was gone when the walk began, so
 * that a history cut before then does not end it: the walk would begin again, and end there again.
 */
static gint64
get_needed (const Position *since)
{
  return since->origin == 0 && !FOYER_MUTANT (FLOOR_ENDS_WALK) ? since->top : since->number;
}

static gboolean
read_arguments (FoyerMethodContext *context,
                const FoyerRecordType *type,
                JsonObject *arguments,
                const char *state,
                Position *since,
                guint *limit,
                JsonObject **error)
{
  const char *since_state = foyer_json_object_text (arguments, "sinceState");
  JsonNode *most = json_object_get_member (arguments, "maxChanges");
  gint64 asked = foyer_json_object_integer (arguments, "maxChanges", 0);
  gint64 present = 0;

  *limit = FOYER_JMAP_MAX_OBJECTS;
  if (since_state == NULL) {
    foyer_method_refuse (error, "invalidArguments", "sinceState must be a string");
    return FALSE;
  }
  if (most != NULL && !JSON_NODE_HOLDS_NULL (most)) {
    if (asked <= 0) {
      foyer_method_refuse (error, "invalidArguments", "maxChanges must be above 0");
      return FALSE;
    }
    *limit = (guint) MIN (asked, FOYER_JMAP_MAX_OBJECTS);
  }
  foyer_transaction_parse_state (context->transaction, state, &present);
  /* The present state is always answerable, and so is "0", from before everything. */
  if (!parse_position (context, since_state, present, since) || since->number > present
      || (since->number != 0 && since->number != present
          && get_needed (since) < get_floor (context->transaction, type))) {
    foyer_method_refuse (error, "cannotCalculateChanges", NULL);
    return FALSE;
  }
  return TRUE;
}

/* Whether the client may have heard of a record that is gone: an earlier page may have named it, unless it was gone by then. */
static gboolean
may_be_known (const Change *change, const Position *since)
{
  return change->created_rev <= since->origin
         || (change->created_rev <= since->number && change->rev > since->top);
}

static void
sort_out (GArray *changes,
          guint n_changes,
          const Position *since,
          JsonArray *created,
          JsonArray *updated,
          JsonArray *destroyed)
{
  for (guint i = 0; i < n_changes; i++) {
    const Change *change = &g_array_index (changes, Change, i);

    if (change->destroyed && may_be_known (change, since))
      json_array_add_string_element (destroyed, change->id);
    else if (!change->destroyed && change->created_rev > since->origin)
      json_array_add_string_element (created, change->id);
    else if (!change->destroyed)
      json_array_add_string_element (updated, change->id);
  }
}

static char *
write_intermediate_state (const char *state, gint64 rev, const Position *since)
{
  const char *hyphen = strrchr (state, '-');
  g_autofree char *epoch = g_strndup (state, (gsize) (hyphen - state));

  return g_strdup_printf ("%s-%" G_GINT64_FORMAT "~%" G_GINT64_FORMAT "~%" G_GINT64_FORMAT, epoch, rev,
                          since->origin, since->top);
}

JsonObject *
foyer_method_changes (FoyerMethodContext *context,
                      const FoyerRecordType *type,
                      JsonObject *arguments,
                      JsonObject **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonArray) created = json_array_new ();
  g_autoptr (JsonArray) updated = json_array_new ();
  g_autoptr (JsonArray) destroyed = json_array_new ();
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *state = foyer_transaction_get_state (context->transaction, type, &failure);
  gboolean has_more;
  Position since;
  guint limit;

  if (state == NULL)
    return foyer_method_fail (error, failure);
  if (!read_arguments (context, type, arguments, state, &since, &limit, error))
    return NULL;
  changes = list_changes (context->transaction, type, since.number, limit, &failure);
  if (changes == NULL)
    return foyer_method_fail (error, failure);
  has_more = changes->len > limit;
  if (has_more) {
    g_autofree char *present = g_steal_pointer (&state);

    state = write_intermediate_state (present, g_array_index (changes, Change, limit - 1).rev, &since);
  }
  sort_out (changes, MIN (changes->len, limit), &since, created, updated, destroyed);
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "oldState", foyer_json_object_text (arguments, "sinceState"));
  json_object_set_string_member (answer, "newState", state);
  json_object_set_boolean_member (answer, "hasMoreChanges", has_more);
  json_object_set_array_member (answer, "created", g_steal_pointer (&created));
  json_object_set_array_member (answer, "updated", g_steal_pointer (&updated));
  json_object_set_array_member (answer, "destroyed", g_steal_pointer (&destroyed));
  return g_steal_pointer (&answer);
}
