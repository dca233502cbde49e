/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-store.c - the sample business in the database */

#include "commands/foyer-sample-store.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-staff-sign-in.h"
#include "blobs/foyer-blob-references.h"
#include "blobs/foyer-blobs.h"
#include "sample/foyer-sample-file.h"
#include "sample/foyer-sample-logo.h"

#include "foyer-record-builder.h"
#include "foyer-record-table.h"
#include "types/document.h"
#include "types/message.h"
#include "types/organisation.h"
#include "types/photo.h"
#include "types/portal_settings.h"
#include "types/request.h"
#include "types/staff_member.h"

#include <string.h>

static const char *const logins[] = { "ana", "ben", "vera" };

/* Storing goes on until the first error; records that come after it are let go. */
typedef struct {
  FoyerDatabase *database;
  FoyerBlobFiles *files;
  FoyerRandom *random;
  gint64 now;
  const char *slug;
  const char *password;
  FoyerOrganisationAccount *account; /* (owned) (nullable): until its record has come */
  GHashTable *papers;                /* (owned): titles of the documents whose files are there */
  char *owner;                       /* (owned) (nullable): the first member of the staff */
  gint64 rev;
  gint64 *last_rev; /* (array): of each type, 0 for none */
  GError *error;    /* (nullable) */
} Sink;

static FoyerRecord *
with_slug (FoyerRecord *organisation, const char *slug, GError **error)
{
  g_autoptr (JsonObject) json = NULL;

  if (slug == NULL)
    return g_object_ref (organisation);
  json = foyer_record_to_json (organisation);
  json_object_set_string_member (json, "slug", slug);
  json_object_remove_member (json, "portalUrl");
  return foyer_record_from_json (&foyer_organisation_type, json, error);
}

static gboolean
put (Sink *sink, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  gboolean later = type == &foyer_message_type; /* see number_messages() */

  if (!later)
    sink->last_rev[type->index] = ++sink->rev;
  foyer_record_set_server_fields (record, later ? 0 : sink->rev, foyer_record_get_created_at (record),
                                  foyer_record_get_updated_at (record), foyer_record_get_updated_by (record));
  return foyer_record_table_put (sink->database, sink->account->number, record, 0, &sink->error);
}

static void
begin_organisation (Sink *sink, FoyerRecord *record)
{
  g_autoptr (FoyerRecord) organisation = with_slug (record, sink->slug, &sink->error);

  if (organisation == NULL)
    return;
  sink->account
      = foyer_accounts_add_organisation (sink->database, sink->random, foyer_record_get_id (organisation),
                                         foyer_organisation_get_slug (organisation), &sink->error);
  if (sink->account != NULL)
    put (sink, organisation);
}

static void
add_login (Sink *sink, FoyerRecord *staff)
{
  const char *email = foyer_staff_member_get_email (staff);

  for (guint i = 0; i < G_N_ELEMENTS (logins); i++) {
    if (g_str_has_prefix (email, logins[i]) && email[strlen (logins[i])] == '@')
      foyer_staff_sign_in_set (sink->database, sink->random, sink->account->number, logins[i],
                               foyer_record_get_id (staff), sink->password, &sink->error);
  }
}

static gboolean
add_file (Sink *sink, GBytes *file)
{
  g_autoptr (FoyerBlobWriter) writer = foyer_blob_writer_new (sink->files, &sink->error);
  const FoyerStaffIdentity owner = { .organisation = sink->account, .staff_id = sink->owner };
  const FoyerBlobs blobs
      = { .database = sink->database, .files = sink->files, .staff = &owner, .now = sink->now };
  g_autofree char *id = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);

  if (writer == NULL || !foyer_blob_writer_add (writer, data, size, &sink->error))
    return FALSE;
  id = foyer_blob_writer_finish (writer, &sink->error);
  return id != NULL && foyer_blobs_add (&blobs, id, (gint64) size, &sink->error);
}

static gboolean
add_pictures (Sink *sink)
{
  for (guint i = 0; i < FOYER_SAMPLE_PHOTOS + 2; i++) {
    g_autoptr (GBytes) file = i < FOYER_SAMPLE_PHOTOS
                                  ? foyer_sample_photo (i)
                                  : foyer_sample_logo (i % 2 == 0 ? FOYER_BRAND_LIGHT : FOYER_BRAND_DARK);

    if (!add_file (sink, file))
      return FALSE;
  }
  return TRUE;
}

/* Documents of one title have one file. */
static gboolean
add_paper (Sink *sink, FoyerRecord *document)
{
  const char *title = foyer_document_get_title (document);
  g_autoptr (GBytes) paper = NULL;

  if (!g_hash_table_add (sink->papers, g_strdup (title)))
    return TRUE;
  paper = foyer_sample_paper (title);
  return add_file (sink, paper);
}

/* The files of a record are there before it says that it needs them. */
static gboolean
add_files (Sink *sink, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (JsonObject) json = NULL;

  if (type == &foyer_portal_settings_type && !add_pictures (sink))
    return FALSE;
  if (type == &foyer_document_type && !add_paper (sink, record))
    return FALSE;
  if (type != &foyer_portal_settings_type && type != &foyer_document_type && type != &foyer_photo_type
      && !(type == &foyer_message_type && FOYER_HAS (record, message, attachments))
      && !(type == &foyer_request_type && FOYER_HAS (record, request, attachments)))
    return TRUE;
  json = foyer_record_to_json (record);
  return foyer_blob_references_note (sink->database, sink->account->number, type,
                                     foyer_record_get_id (record), json, sink->now, &sink->error);
}

static void
take_record (FoyerRecord *record, gpointer data)
{
  Sink *sink = data;
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  if (sink->error != NULL)
    return;
  if (sink->account == NULL) {
    g_return_if_fail (type == &foyer_organisation_type);
    begin_organisation (sink, record);
    return;
  }
  if (!put (sink, record))
    return;
  if (type == &foyer_staff_member_type) {
    if (sink->owner == NULL)
      sink->owner = g_strdup (foyer_record_get_id (record));
    add_login (sink, record);
  }
  if (sink->owner != NULL)
    add_files (sink, record);
}

static gboolean
save_counter (Sink *sink, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (sink->database, "UPDATE account SET counter = $2 WHERE organisation = $1",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, sink->account->number);
  foyer_statement_bind_integer (statement, 2, sink->rev);
  return foyer_statement_run (statement, error);
}

static gboolean
save_states (Sink *sink, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (sink->database,
                                "INSERT INTO type_state (organisation, type, n) VALUES ($1, $2, $3)", error);
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_types; i++) {
    if (sink->last_rev[i] == 0)
      continue;
    foyer_statement_bind_integer (statement, 1, sink->account->number);
    foyer_statement_bind_text (statement, 2, types[i]->name);
    foyer_statement_bind_integer (statement, 3, sink->last_rev[i]);
    if (!foyer_statement_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

/* Conversations are made one after the other. In a business they go on side by side: whoever asks for what changed gets messages in the order
 * in which they were written. */
static gboolean
number_messages (Sink *sink, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      sink->database,
      "UPDATE message SET rev = $2 + due.place, created_rev = $2 + due.place"
      " FROM (SELECT id, row_number () OVER (ORDER BY created_at, id) AS place FROM message"
      " WHERE organisation = $1) AS due WHERE organisation = $1 AND message.id = due.id",
      error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, sink->account->number);
  foyer_statement_bind_integer (statement, 2, sink->rev);
  if (!foyer_statement_run (statement, error))
    return FALSE;
  if (foyer_database_changes (sink->database) == 0)
    return TRUE;
  sink->rev += foyer_database_changes (sink->database);
  sink->last_rev[foyer_message_type.index] = sink->rev;
  return TRUE;
}

gint64
foyer_sample_store (FoyerBackend *backend,
                    const FoyerSampleOptions *options,
                    const char *slug,
                    const char *password,
                    GError **error)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  g_autofree gint64 *last_rev = g_new0 (gint64, n_types);
  Sink sink = { .database = foyer_backend_get_writer (backend),
                .files = foyer_backend_get_blob_files (backend),
                .now = options->now,
                .random = foyer_backend_get_random (backend),
                .slug = slug,
                .password = password,
                .papers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                .last_rev = last_rev };
  gboolean is_good;

  g_assert (types[0]->index == 0);
  /* All of it is one transaction: pages that find no room in memory are looked for in a log that grows and grows. */
  if (!foyer_database_execute (sink.database, "PRAGMA cache_size = -1000000", error)
      || !foyer_database_begin (sink.database, error)) {
    g_hash_table_unref (sink.papers);
    return -1;
  }
  foyer_sample_make (options, take_record, &sink);
  is_good = sink.error == NULL && sink.account != NULL && number_messages (&sink, &sink.error)
            && save_counter (&sink, &sink.error) && save_states (&sink, &sink.error);
  foyer_organisation_account_free (sink.account);
  g_free (sink.owner);
  g_hash_table_unref (sink.papers);
  if (!is_good) {
    foyer_database_rollback (sink.database);
    g_propagate_error (error, sink.error);
    return -1;
  }
  return foyer_database_commit (sink.database, error) ? sink.rev : -1;
}
