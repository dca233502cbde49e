/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-ledger.c - what the people of a simulation did, and whether the server's database is what follows from it */

#include "foyer-ledger.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "foyer-record-table.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/label.h"
#include "types/message.h"
#include "types/portal_settings.h"

#include <string.h>

/* What consoles write in the simulation; the values of the unique ones are never used twice. */
static const struct {
  const FoyerRecordType *type;
  const char *name;
  gboolean unique;
} watched[] = {
  { &foyer_booking_type, "status", FALSE },
  { &foyer_booking_type, "start", FALSE },
  { &foyer_booking_type, "message", TRUE },
  { &foyer_client_type, "phone", TRUE },
  { &foyer_client_type, "notes", TRUE },
  { &foyer_client_type, "contacts", FALSE },
  { &foyer_client_type, "sessionHours", TRUE },
  { &foyer_label_type, "name", TRUE },
  { &foyer_label_type, "position", FALSE },
  { &foyer_message_type, "body", TRUE },
  { &foyer_portal_settings_type, "portal.review_url", TRUE },
};

static const FoyerRecordType *const watched_types[]
    = { &foyer_booking_type, &foyer_client_type, &foyer_label_type, &foyer_message_type,
        &foyer_portal_settings_type };

struct _FoyerHistory {
  GHashTable *answered; /* (element-type utf8 gint): operation to 2 if it was done, 1 if it was refused */
  GPtrArray *done;      /* (element-type utf8): operations, in their order */
  GHashTable *records;  /* (element-type utf8 JsonObject) */
  GHashTable *values;   /* (element-type utf8 GPtrArray): "id field" to all its values, in their order */
};

struct _FoyerLedger {
  gint64 organisation;
  GPtrArray *deeds; /* (element-type FoyerDeed) */
  GHashTable *deeds_by_id;
  FoyerHistory *history;
  GHashTable
      *screens; /* (element-type utf8 guint): "console id field" to the place in values that it has reached */
  guint n_flaws;
  FoyerFlaw first_flaw;
  char *first;
};

/* --- The server's history --- */

static FoyerHistory *
make_history (void)
{
  FoyerHistory *self = g_new0 (FoyerHistory, 1);

  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->done = g_ptr_array_new_with_free_func (g_free);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
foyer_history_free (FoyerHistory *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->answered);
  g_ptr_array_unref (self->done);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->values);
  g_free (self);
}

static gpointer
copy_text (gconstpointer text, gpointer user_data)
{
  return g_strdup (text);
}

static FoyerHistory *
copy_history (FoyerHistory *from)
{
  FoyerHistory *to = make_history ();
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, from->answered);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->answered, g_strdup (key), value);
  for (guint i = 0; i < from->done->len; i++)
    g_ptr_array_add (to->done, g_strdup (from->done->pdata[i]));
  /* Records are replaced, never changed, so they may be shared. */
  g_hash_table_iter_init (&iter, from->records);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->records, g_strdup (key), json_object_ref (value));
  g_hash_table_iter_init (&iter, from->values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (to->values, g_strdup (key), g_ptr_array_copy (value, copy_text, NULL));
  return to;
}

FoyerHistory *
foyer_ledger_copy_history (FoyerLedger *self)
{
  return copy_history (self->history);
}

void
foyer_ledger_restore_history (FoyerLedger *self, FoyerHistory *history)
{
  foyer_history_free (self->history);
  self->history = copy_history (history);
}

/* --- Deeds and flaws --- */

static void
free_deed (gpointer data)
{
  FoyerDeed *deed = data;

  g_free (deed->id);
  g_free (deed->record_id);
  g_free (deed->requires);
  g_clear_pointer (&deed->patch, json_object_unref);
  g_clear_pointer (&deed->expected, json_object_unref);
  g_free (deed);
}

FoyerLedger *
foyer_ledger_new (gint64 organisation)
{
  FoyerLedger *self = g_new0 (FoyerLedger, 1);

  self->organisation = organisation;
  self->deeds = g_ptr_array_new_with_free_func (free_deed);
  self->deeds_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = make_history ();
  self->screens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
foyer_ledger_free (FoyerLedger *self)
{
  g_hash_table_unref (self->deeds_by_id);
  g_ptr_array_unref (self->deeds);
  foyer_history_free (self->history);
  g_hash_table_unref (self->screens);
  g_free (self->first);
  g_free (self);
}

void
foyer_ledger_report (FoyerLedger *self, FoyerFlaw flaw, const char *format, ...)
{
  va_list arguments;

  if (self->n_flaws++ > 0)
    return;
  self->first_flaw = flaw;
  va_start (arguments, format);
  self->first = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

const char *
foyer_ledger_get_flaw (FoyerLedger *self, FoyerFlaw *flaw)
{
  if (flaw != NULL)
    *flaw = self->first_flaw;
  return self->first;
}

FoyerDeed *
foyer_ledger_add_deed (FoyerLedger *self, guint console, const FoyerOperationData *data, gint64 now)
{
  FoyerDeed *deed = g_new0 (FoyerDeed, 1);

  deed->id = g_strdup (data->id);
  deed->number = self->deeds->len + 1;
  deed->console = console;
  deed->verb = data->verb;
  deed->type = data->type;
  deed->record_id = g_strdup (data->record_id);
  deed->patch = data->patch == NULL ? NULL : foyer_json_copy_object (data->patch);
  deed->expected = data->expected == NULL ? NULL : foyer_json_copy_object (data->expected);
  deed->requires = g_strdup (data->requires);
  deed->may_leave = now + data->hold;
  g_ptr_array_add (self->deeds, deed);
  g_hash_table_insert (self->deeds_by_id, deed->id, deed);
  return deed;
}

GPtrArray *
foyer_ledger_get_deeds (FoyerLedger *self)
{
  return self->deeds;
}

FoyerDeed *
foyer_ledger_find_deed (FoyerLedger *self, const char *id)
{
  return g_hash_table_lookup (self->deeds_by_id, id);
}

gboolean
foyer_ledger_knows (FoyerLedger *self, const char *id, gboolean *done)
{
  int answer = GPOINTER_TO_INT (g_hash_table_lookup (self->history->answered, id));

  if (done != NULL)
    *done = answer == 2;
  return answer != 0;
}

/* --- What an operation does, worked out here --- */

static GPtrArray *
get_values (FoyerLedger *self, const char *record_id, const char *field)
{
  g_autofree char *key = g_strconcat (record_id, " ", field, NULL);
  GPtrArray *values = g_hash_table_lookup (self->history->values, key);

  if (values == NULL) {
    values = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (self->history->values, g_steal_pointer (&key), values);
  }
  return values;
}

static char *
get_text (JsonObject *record, const char *field)
{
  JsonNode *node = record == NULL ? NULL : json_object_get_member (record, field);

  return node == NULL ? g_strdup ("-") : foyer_json_canonical (node);
}

static void
note_values (FoyerLedger *self, const FoyerRecordType *type, const char *id, JsonObject *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++) {
    g_autofree char *text = NULL;
    GPtrArray *values;

    if (watched[i].type != type)
      continue;
    values = get_values (self, id, watched[i].name);
    text = get_text (record, watched[i].name);
    if (values->len == 0 || strcmp (values->pdata[values->len - 1], text) != 0)
      g_ptr_array_add (values, g_steal_pointer (&text));
  }
}

static void
set_record (FoyerLedger *self, const FoyerRecordType *type, const char *id, JsonObject *record)
{
  note_values (self, type, id, record);
  if (record == NULL)
    g_hash_table_remove (self->history->records, id);
  else
    g_hash_table_replace (self->history->records, g_strdup (id), json_object_ref (record));
}

static GStrv
split_lines (JsonNode *text)
{
  return g_strsplit (text == NULL || JSON_NODE_HOLDS_NULL (text) ? "" : json_node_get_string (text), "\n",
                     -1);
}

static gboolean
has_line (char **lines, const char *line)
{
  return g_strv_contains ((const char *const *) lines, line);
}

/* Of a text that merges: every line that somebody added since is still there. */
static gboolean
keeps_lines (const FoyerField *field, JsonNode *seen, JsonNode *present, JsonNode *after)
{
  g_auto (GStrv) base = NULL;
  g_auto (GStrv) theirs = NULL;
  g_auto (GStrv) merged = NULL;
  gboolean keeps = TRUE;

  if (field == NULL || field->policy != FOYER_POLICY_MERGE || field->kind != FOYER_KIND_TEXT)
    return FALSE;
  base = split_lines (seen);
  theirs = split_lines (present);
  merged = split_lines (after);
  for (guint i = 0; theirs[i] != NULL; i++)
    keeps = keeps && (has_line (base, theirs[i]) || has_line (merged, theirs[i]));
  return keeps;
}

/* Somebody else's change to a strict value must have been seen before it is replaced. */
static void
check_expected (FoyerLedger *self, const FoyerDeed *deed, JsonObject *before, JsonObject *after)
{
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *seen;

  if (deed->expected == NULL)
    return;
  json_object_iter_init (&iter, deed->expected);
  while (json_object_iter_next (&iter, &pointer, &seen)) {
    JsonNode *present = foyer_patch_lookup (before, pointer);

    if (!foyer_json_equal (present, seen) && !foyer_json_equal (present, foyer_patch_lookup (after, pointer))
        && !keeps_lines (foyer_record_type_field (deed->type, pointer), seen, present,
                         foyer_patch_lookup (after, pointer)))
      foyer_ledger_report (self, FOYER_FLAW_LOST, "Deed %u overwrote %s of %s, which its author had not seen",
                           deed->number, pointer, deed->record_id);
  }
}

static void
fold (FoyerLedger *self, const FoyerDeed *deed)
{
  JsonObject *before = g_hash_table_lookup (self->history->records, deed->record_id);
  g_autoptr (JsonObject) rebased = NULL;
  g_autoptr (JsonObject) after = NULL;

  switch (deed->verb) {
  case FOYER_VERB_CREATE:
    if (before != NULL)
      foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "Deed %u made %s, which was there already", deed->number,
                           deed->record_id);
    after = foyer_json_copy_object (deed->patch);
    foyer_record_type_fill_defaults (deed->type, after);
    json_object_set_string_member (after, "id", deed->record_id);
    break;
  case FOYER_VERB_DESTROY:
    break;
  case FOYER_VERB_UPDATE:
  default:
    if (before == NULL) {
      foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "Deed %u changed %s, which is not there", deed->number,
                           deed->record_id);
      return;
    }
    rebased = foyer_patch_rebase (deed->type, before, deed->patch, deed->expected);
    after = foyer_patch_apply (before, rebased == NULL ? deed->patch : rebased, NULL);
    check_expected (self, deed, before, after);
  }
  set_record (self, deed->type, deed->record_id, after);
}

/* Per console and record, in the order in which they were done by hand. */
static void
check_order (FoyerLedger *self, const FoyerDeed *deed)
{
  for (guint i = 0; i < self->history->done->len; i++) {
    FoyerDeed *earlier = foyer_ledger_find_deed (self, self->history->done->pdata[i]);

    if (earlier != NULL && !earlier->excused && !deed->excused && earlier->console == deed->console
        && earlier->number > deed->number && strcmp (earlier->record_id, deed->record_id) == 0)
      foyer_ledger_report (self, FOYER_FLAW_DIVERGED, "Deed %u on %s was done after deed %u", deed->number,
                           deed->record_id, earlier->number);
  }
}

/* What this server has no answer to may have been refused by the same before it was restored; nobody sends it again. */
static gboolean
was_refused (FoyerLedger *self, const FoyerDeed *deed)
{
  int answer = GPOINTER_TO_INT (g_hash_table_lookup (self->history->answered, deed->id));

  return answer == 1 || (answer == 0 && deed->refused);
}

/* Only what was refused, put away or taken back itself may take with it what builds on it. */
static void
check_dependency (FoyerLedger *self, const FoyerDeed *deed, const char *result)
{
  FoyerDeed *required = deed->requires == NULL ? NULL : foyer_ledger_find_deed (self, deed->requires);

  if (result == NULL || strstr (result, "\"dependencyFailed\"") == NULL || required == NULL
      || required->undone || required->put_away || required->excused || deed->excused
      || was_refused (self, required))
    return;
  foyer_ledger_report (self, FOYER_FLAW_LOST, "Deed %u was refused for deed %u, which nobody has refused",
                       deed->number, required->number);
}

static void
take_answer (FoyerLedger *self, const char *id, gboolean ok, const char *result, gint64 now)
{
  FoyerDeed *deed = foyer_ledger_find_deed (self, id);

  g_hash_table_insert (self->history->answered, g_strdup (id), GINT_TO_POINTER (ok ? 2 : 1));
  if (deed == NULL) {
    foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "The server answered %s, which nobody did", id);
    return;
  }
  if (deed->undone && !deed->excused)
    foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "Deed %u reached the server after it was taken back",
                         deed->number);
  if (now < deed->may_leave)
    foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "Deed %u left before its undo window ended", deed->number);
  if (!ok) {
    deed->refused = TRUE;
    check_dependency (self, deed, result);
    return;
  }
  check_order (self, deed);
  fold (self, deed);
  g_ptr_array_add (self->history->done, g_strdup (id));
}

/* An operation that lacks a file is done when it comes again with it. */
static gboolean
is_provisional (gboolean ok, const char *result)
{
  return !ok && result != NULL && strstr (result, "\"blobNotFound\"") != NULL;
}

static void
take_answers (FoyerLedger *self, FoyerDatabase *database, gint64 now)
{
  static const char sql[] = "SELECT id, ok, result FROM op_log WHERE organisation = $1 ORDER BY console, seq";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, NULL);

  foyer_statement_bind_integer (statement, 1, self->organisation);
  while (foyer_statement_step (statement, NULL)) {
    const char *id = foyer_statement_get_text (statement, 0);

    if (!g_hash_table_contains (self->history->answered, id)
        && !is_provisional (foyer_statement_get_integer (statement, 1) != 0,
                            foyer_statement_get_text (statement, 2)))
      take_answer (self, id, foyer_statement_get_integer (statement, 1) != 0,
                   foyer_statement_get_text (statement, 2), now);
  }
}

/* --- What the database has become --- */

/* The server says in the conversation what became of a booking; nobody does that. */
static gboolean
is_line (const FoyerRecordType *type, JsonObject *record)
{
  return type == &foyer_message_type && g_strcmp0 (foyer_json_object_text (record, "kind"), "system") == 0;
}

static void
compare (FoyerLedger *self, const FoyerRecordType *type, const char *id, JsonObject *actual)
{
  JsonObject *known = g_hash_table_lookup (self->history->records, id);

  if (known == NULL && is_line (type, actual))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++) {
    g_autofree char *expected = NULL;
    g_autofree char *found = NULL;

    if (watched[i].type != type)
      continue;
    expected = get_text (known, watched[i].name);
    found = get_text (actual, watched[i].name);
    if (strcmp (expected, found) != 0)
      foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "%s of %s became %s and not %s, by no operation",
                           watched[i].name, id, found, expected);
  }
}

static void
look_at_type (FoyerLedger *self,
              FoyerDatabase *database,
              const FoyerRecordType *type,
              gboolean ours,
              GHashTable *present)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) records = foyer_record_table_list (database, self->organisation, query, NULL);

  for (guint i = 0; i < records->len; i++) {
    const char *id = foyer_record_get_id (records->pdata[i]);
    g_autoptr (JsonObject) actual = foyer_record_to_json (records->pdata[i]);

    if (!ours)
      compare (self, type, id, actual);
    set_record (self, type, id, actual);
    g_hash_table_add (present, g_strdup (id));
  }
}

/* What was decided once is said once. */
static void
count_lines (FoyerLedger *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer record;
  gpointer id;
  gpointer count;

  g_hash_table_iter_init (&iter, self->history->records);
  while (g_hash_table_iter_next (&iter, NULL, &record)) {
    const char *about = foyer_json_object_text (record, "aboutId");

    if (about != NULL && is_line (&foyer_message_type, record)
        && g_hash_table_contains (self->history->records, about))
      g_hash_table_insert (counts, (char *) about,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, about)) + 1));
  }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &count)) {
    guint n_changes = get_values (self, id, "status")->len + get_values (self, id, "start")->len;

    if (GPOINTER_TO_UINT (count) > n_changes)
      foyer_ledger_report (self, FOYER_FLAW_DOUBLED, "%u lines tell of %u changes of %s",
                           GPOINTER_TO_UINT (count), n_changes, (const char *) id);
  }
}

static void
look_for_gone (FoyerLedger *self, GHashTable *present)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->history->records);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!g_hash_table_contains (present, id))
      foyer_ledger_report (self, FOYER_FLAW_LOST, "%s is gone from the server, by no operation",
                           (const char *) id);
  }
}

void
foyer_ledger_look (FoyerLedger *self, FoyerDatabase *database, gboolean ours, gint64 now)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  take_answers (self, database, now);
  for (guint i = 0; i < G_N_ELEMENTS (watched_types); i++)
    look_at_type (self, database, watched_types[i], ours, present);
  count_lines (self);
  look_for_gone (self, present);
}

/* --- Screens --- */

static char *
make_screen_key (guint console, const char *record_id, const char *field)
{
  return g_strdup_printf ("%u %s %s", console, record_id, field);
}

/* One more than the place of @text among the values of a field; 0 if it has never had it. */
static guint
find_place (FoyerLedger *self, const char *record_id, const char *field, const char *text)
{
  GPtrArray *values = get_values (self, record_id, field);

  for (guint i = values->len; i > 0; i--) {
    if (strcmp (values->pdata[i - 1], text) == 0)
      return i;
  }
  return 0;
}

static void
reach (FoyerLedger *self,
       guint console,
       const char *record_id,
       const char *field,
       guint place,
       gboolean confirmed)
{
  g_autofree char *key = make_screen_key (console, record_id, field);
  guint reached = GPOINTER_TO_UINT (g_hash_table_lookup (self->screens, key));

  if (place > reached)
    g_hash_table_replace (self->screens, g_steal_pointer (&key), GUINT_TO_POINTER (place));
  else if (place < reached && !confirmed)
    foyer_ledger_report (self, FOYER_FLAW_DIVERGED,
                         "Console %u shows %s of %s as it was before what it has shown or done already",
                         console, field, record_id);
}

void
foyer_ledger_see (FoyerLedger *self, guint console, JsonObject *record, GHashTable *pending)
{
  const char *id = foyer_json_object_text (record, "id");
  const FoyerRecordType *type = foyer_record_type_of_id (id);

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++) {
    g_autofree char *text = NULL;
    guint place;

    if (watched[i].type != type || !watched[i].unique
        || (pending != NULL && g_hash_table_contains (pending, watched[i].name)))
      continue;
    text = get_text (record, watched[i].name);
    place = find_place (self, id, watched[i].name, text);
    if (place > 0)
      reach (self, console, id, watched[i].name, place, FALSE);
  }
}

void
foyer_ledger_confirm (FoyerLedger *self, const FoyerDeed *deed)
{
  if (deed->verb != FOYER_VERB_UPDATE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++) {
    g_autofree char *text = NULL;

    if (watched[i].type != deed->type || !watched[i].unique
        || !json_object_has_member (deed->patch, watched[i].name))
      continue;
    text = get_text (deed->patch, watched[i].name);
    reach (self, deed->console, deed->record_id, watched[i].name,
           find_place (self, deed->record_id, watched[i].name, text), TRUE);
  }
}

void
foyer_ledger_forget_screens (FoyerLedger *self)
{
  g_hash_table_remove_all (self->screens);
}
