/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-journal-entry.c - operations in the frames of the journal, and out of them again */

#include "foyer-journal-entry.h"

#include "foyer-json.h"
#include "foyer-secret-fields.h"

#include <string.h>

static const char *const verbs[] = { "create", "update", "destroy" };

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
set_object (JsonObject *object, const char *name, const FoyerRecordType *type, JsonObject *value)
{
  JsonObject *copy;

  if (value == NULL)
    return;
  copy = foyer_json_copy_object (value);
  foyer_secret_fields_hide (type, copy);
  json_object_set_object_member (object, name, copy);
}

void
foyer_journal_add_made (GByteArray *frames, const FoyerOperationData *operation)
{
  g_autoptr (JsonObject) payload = json_object_new ();

  json_object_set_string_member (payload, "id", operation->id);
  json_object_set_string_member (payload, "verb", verbs[operation->verb]);
  json_object_set_string_member (payload, "type", operation->type->name);
  json_object_set_string_member (payload, "record", operation->record_id);
  json_object_set_int_member (payload, "madeAt", operation->made_at);
  json_object_set_int_member (payload, "hold", operation->hold);
  set_text (payload, "command", operation->command);
  set_text (payload, "subject", operation->subject);
  set_text (payload, "group", operation->group);
  set_text (payload, "requires", operation->requires);
  set_object (payload, "patch", operation->type, operation->patch);
  set_object (payload, "expected", operation->type, operation->expected);
  set_object (payload, "inverse", operation->type, operation->inverse);
  foyer_journal_add_frame (frames, FOYER_JOURNAL_MADE, payload);
}

void
foyer_journal_add_end (GByteArray *frames, FoyerJournalKind kind, const char *operation_id)
{
  g_autoptr (JsonObject) payload = json_object_new ();

  json_object_set_string_member (payload, "id", operation_id);
  foyer_journal_add_frame (frames, kind, payload);
}

/* --- Reading --- */

static void
free_entry (gpointer data)
{
  FoyerJournalEntry *entry = data;

  g_clear_object (&entry->operation);
  g_free (entry);
}

static JsonObject *
copy_member (JsonObject *payload, const char *name)
{
  JsonObject *member = foyer_json_object_object (payload, name);

  return member == NULL ? NULL : foyer_json_copy_object (member);
}

/* NULL if the payload is no operation that this program knows. */
static FoyerOperation *
read_operation (JsonObject *payload)
{
  const char *record = foyer_json_object_text (payload, "record");
  const char *command = foyer_json_object_text (payload, "command");
  const char *type_name = foyer_json_object_text (payload, "type");
  const char *verb_name = foyer_json_object_text (payload, "verb");
  const FoyerRecordType *type = type_name == NULL ? NULL : foyer_record_type_by_name (type_name);
  guint verb = 0;
  FoyerOperationData data = { 0 };

  while (verb < G_N_ELEMENTS (verbs) && g_strcmp0 (verbs[verb], verb_name) != 0)
    verb++;
  if (type == NULL || record == NULL || verb == G_N_ELEMENTS (verbs)
      || (verb != FOYER_VERB_DESTROY && foyer_json_object_object (payload, "patch") == NULL))
    return NULL;
  data.id = g_strdup (foyer_json_object_text (payload, "id"));
  data.verb = (FoyerVerb) verb;
  data.type = type;
  data.record_id = g_strdup (record);
  data.command = g_strdup (command == NULL ? "" : command);
  data.subject = g_strdup (foyer_json_object_text (payload, "subject"));
  data.group = g_strdup (foyer_json_object_text (payload, "group"));
  data.requires = g_strdup (foyer_json_object_text (payload, "requires"));
  data.patch = copy_member (payload, "patch");
  data.expected = copy_member (payload, "expected");
  data.inverse = copy_member (payload, "inverse");
  data.made_at = foyer_json_object_integer (payload, "madeAt", 0);
  data.hold = MAX (foyer_json_object_integer (payload, "hold", 0), 0);
  data.state = data.hold > 0 ? FOYER_OPERATION_HELD : FOYER_OPERATION_QUEUED;
  return foyer_operation_new (&data);
}

static FoyerJournalEntry *
ensure_entry (FoyerJournalDigest *self, const char *id)
{
  FoyerJournalEntry *entry = g_hash_table_lookup (self->entries, id);

  if (entry != NULL)
    return entry;
  entry = g_new0 (FoyerJournalEntry, 1);
  g_hash_table_insert (self->entries, g_strdup (id), entry);
  return entry;
}

static void
take_frame (FoyerJournalKind kind, JsonObject *payload, gpointer user_data)
{
  FoyerJournalDigest *self = user_data;
  const char *id = foyer_json_object_text (payload, "id");
  FoyerOperation *operation = NULL;
  FoyerJournalEntry *entry;

  if (id == NULL || id[0] == '\0')
    return;
  if (kind == FOYER_JOURNAL_MADE) {
    operation = read_operation (payload);
    if (operation == NULL) {
      g_message ("The journal holds an operation that this program does not know: %s", id);
      return;
    }
  }
  entry = ensure_entry (self, id);
  entry->last = kind;
  if (operation == NULL)
    return;
  if (entry->operation == NULL)
    g_ptr_array_add (self->made, g_strdup (id));
  entry->lost_secret = foyer_secret_fields_are_hidden (foyer_operation_get_data (operation)->type,
                                                       foyer_operation_get_data (operation)->patch);
  g_set_object (&entry->operation, operation);
  g_object_unref (operation);
}

FoyerJournalDigest *
foyer_journal_digest (GBytes *bytes)
{
  FoyerJournalDigest *self = g_new0 (FoyerJournalDigest, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  self->made = g_ptr_array_new_with_free_func (g_free);
  self->skipped = foyer_journal_read (bytes, take_frame, self);
  return self;
}

void
foyer_journal_digest_free (FoyerJournalDigest *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->made);
  g_free (self);
}

const FoyerJournalEntry *
foyer_journal_digest_look_up (FoyerJournalDigest *self, const char *operation_id)
{
  return g_hash_table_lookup (self->entries, operation_id);
}
