/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-uploads.c - files on their way to the server, piece by piece */

#include "foyer-blob-uploads.h"

#include "foyer-back-off.h"
#include "foyer-jmap-request.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-store-blobs.h"
#include "foyer-sync-error.h"

#include <string.h>

struct _FoyerBlobUploads {
  gatomicrefcount references; /* the owner's, and one for the step that is under way */

  FoyerStore *store;         /* (owned) */
  FoyerTransport *transport; /* (owned) */
  FoyerClock *clock;

  char *account_id;
  char *upload_url; /* of the account */
  char *api_url;
  gsize max_upload;
  guint max_sources;

  gboolean busy;
  gboolean again; /* somebody asked while it was busy */
  guint failures;
  guint retry_timer;
  GCancellable *cancellable; /* (owned): of what is under way */
  FoyerBlobUpload *upload;   /* (owned) (nullable) */
};

static void look (FoyerBlobUploads *self);

static FoyerBlobUploads *
hold (FoyerBlobUploads *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
let_go (FoyerBlobUploads *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->upload, foyer_blob_upload_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->transport);
  g_free (self->account_id);
  g_free (self->upload_url);
  g_free (self->api_url);
  g_free (self);
}

/* Of what was under way when it was paused, nothing is taken note of. */
static gboolean
was_paused (GCancellable *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* --- Steps: look → send a piece or join them → note it → look --- */

typedef struct {
  FoyerBlobUploads *uploads;
  GCancellable *cancellable;
} Step;

static Step *
begin_step (FoyerBlobUploads *self)
{
  Step *step = g_new0 (Step, 1);

  step->uploads = hold (self);
  step->cancellable = g_object_ref (self->cancellable);
  return step;
}

static void
end_step (Step *step)
{
  let_go (step->uploads);
  g_object_unref (step->cancellable);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, end_step)

static void
on_retry (gpointer user_data)
{
  FoyerBlobUploads *self = user_data;

  self->retry_timer = 0;
  look (self);
}

static void
retry_later (FoyerBlobUploads *self, const GError *error)
{
  g_debug ("A file could not be uploaded now: %s", error == NULL ? "no reason given" : error->message);
  self->busy = FALSE;
  self->failures++;
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  self->retry_timer
      = foyer_clock_add_timer (self->clock,
                               foyer_back_off_delay (foyer_store_get_random (self->store), self->failures),
                               on_retry, self);
}

typedef struct {
  char *id;
  char *piece;        /* (nullable): one more that the server has */
  JsonObject *answer; /* (nullable): why the server does not take the file */
  gboolean forget;    /* the server has lost its pieces */
} Note;

static void
free_note (gpointer data)
{
  Note *note = data;

  g_free (note->id);
  g_free (note->piece);
  g_clear_pointer (&note->answer, json_object_unref);
  g_free (note);
}

static gpointer
note_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Note *note = data;

  if (note->answer != NULL)
    foyer_store_writer_refuse_blob (writer, note->id, note->answer, error);
  else if (note->forget)
    foyer_store_writer_forget_pieces (writer, note->id, error);
  else if (note->piece != NULL)
    foyer_store_writer_note_piece (writer, note->id, note->piece, error);
  else
    foyer_store_writer_note_uploaded (writer, note->id, error);
  return NULL;
}

static void
on_noted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;

  foyer_store_write_finish (FOYER_STORE (source), result, &error);
  if (was_paused (step->cancellable))
    return;
  if (error != NULL)
    retry_later (step->uploads, error);
  else
    look (step->uploads);
}

static void
take_note (FoyerBlobUploads *self, Note *note)
{
  note->id = g_strdup (self->upload->id);
  foyer_store_write_async (self->store, note_in_worker, note, free_note, NULL, NULL, on_noted,
                           begin_step (self));
}

/* @description: (nullable): in the server's words */
static void
refuse (FoyerBlobUploads *self, const char *type, const char *description)
{
  Note *note = g_new0 (Note, 1);

  note->answer = json_object_new ();
  json_object_set_string_member (note->answer, "type", type);
  if (description != NULL)
    json_object_set_string_member (note->answer, "description", description);
  take_note (self, note);
}

static gboolean
check_reply (FoyerTransportReply *reply, GError **error)
{
  return reply != NULL && (reply->status == 201 || foyer_sync_check_status (reply, error));
}

static JsonObject *
read_object (FoyerTransportReply *reply)
{
  gsize length;
  const char *text = g_bytes_get_data (reply->body, &length);

  return foyer_json_parse_object (text == NULL ? "" : text, (gssize) length, NULL);
}

/* What the server will never take is told to a person; the rest is tried again. A 403 without a reason is not the server's. */
static void
fail (FoyerBlobUploads *self, FoyerTransportReply *reply, GError *error)
{
  gboolean forbidden = g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_FORBIDDEN);
  g_autoptr (JsonObject) problem = forbidden ? read_object (reply) : NULL;
  const char *reason = problem == NULL ? NULL : foyer_json_object_text (problem, "detail");

  if (reason != NULL)
    refuse (self, "forbidden", reason);
  else if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED))
    refuse (self, "blobRefused", NULL);
  else
    retry_later (self, error);
}

static void
on_piece_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  FoyerBlobUploads *self = step->uploads;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);
  g_autoptr (JsonObject) answer = NULL;
  const char *id;
  Note *note;

  if (was_paused (step->cancellable))
    return;
  if (!check_reply (reply, &error)) {
    fail (self, reply, error);
    return;
  }
  answer = read_object (reply);
  id = answer == NULL ? NULL : foyer_json_object_text (answer, "blobId");
  if (id == NULL || (self->upload->whole && strcmp (id, self->upload->id) != 0)) {
    retry_later (self, NULL); /* It was changed on the way. */
    return;
  }
  self->failures = 0;
  note = g_new0 (Note, 1);
  note->piece = self->upload->whole ? NULL : g_strdup (id);
  take_note (self, note);
}

static void
send_piece (FoyerBlobUploads *self)
{
  foyer_transport_send_async (self->transport, "POST", self->upload_url,
                              self->upload->whole ? self->upload->type : "application/octet-stream",
                              self->upload->bytes, self->cancellable, on_piece_sent, begin_step (self));
}

static void
take_joined (FoyerBlobUploads *self, JsonObject *arguments)
{
  JsonObject *created = foyer_json_object_object (arguments, "created");
  JsonObject *blob = created == NULL ? NULL : foyer_json_object_object (created, "b");
  JsonObject *refused = foyer_json_object_object (arguments, "notCreated");
  JsonObject *why = refused == NULL ? NULL : foyer_json_object_object (refused, "b");
  const char *type = why == NULL ? NULL : foyer_json_object_text (why, "type");
  Note *note;

  if (type != NULL && strcmp (type, "blobNotFound") != 0 && strcmp (type, "serverFail") != 0
      && strcmp (type, "rateLimit") != 0) {
    refuse (self, type, foyer_json_object_text (why, "description"));
    return;
  }
  if (blob == NULL && type != NULL && strcmp (type, "blobNotFound") != 0) {
    retry_later (self, NULL);
    return;
  }
  note = g_new0 (Note, 1);
  note->forget = blob == NULL || g_strcmp0 (foyer_json_object_text (blob, "id"), self->upload->id) != 0;
  self->failures = note->forget ? self->failures + 1 : 0;
  take_note (self, note);
}

static void
on_joined (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  FoyerBlobUploads *self = step->uploads;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTransportReply) reply
      = foyer_transport_send_finish (FOYER_TRANSPORT (source), result, &error);
  g_autoptr (FoyerJmapResponse) response = NULL;
  FoyerJmapCall *call;
  gsize length;
  const char *text;

  if (was_paused (step->cancellable))
    return;
  if (!check_reply (reply, &error)) {
    fail (self, reply, error);
    return;
  }
  text = g_bytes_get_data (reply->body, &length);
  response = foyer_jmap_response_parse (text == NULL ? "" : text, length, NULL);
  call = response == NULL ? NULL : foyer_jmap_response_find (response, "j", "Blob/upload");
  if (call == NULL)
    retry_later (self, NULL);
  else
    take_joined (self, call->arguments);
}

static void
join (FoyerBlobUploads *self)
{
  g_autoptr (FoyerJmapRequest) request = foyer_jmap_request_new (FALSE);
  JsonObject *arguments = json_object_new ();
  JsonObject *create = json_object_new ();
  JsonObject *blob = json_object_new ();
  JsonArray *sources = json_array_new ();
  g_autoptr (GBytes) body = NULL;
  char *text;

  for (guint i = 0; self->upload->pieces[i] != NULL; i++) {
    JsonObject *source = json_object_new ();

    json_object_set_string_member (source, "blobId", self->upload->pieces[i]);
    json_array_add_object_element (sources, source);
  }
  json_object_set_array_member (blob, "data", sources);
  json_object_set_string_member (blob, "type", self->upload->type);
  json_object_set_object_member (create, "b", blob);
  json_object_set_string_member (arguments, "accountId", self->account_id);
  json_object_set_object_member (arguments, "create", create);
  foyer_jmap_request_use (request, FOYER_JMAP_BLOB);
  foyer_jmap_request_add (request, "Blob/upload", arguments, "j");
  text = foyer_jmap_request_to_text (request);
  body = g_bytes_new_take (text, strlen (text));
  foyer_transport_send_async (self->transport, "POST", self->api_url, "application/json", body,
                              self->cancellable, on_joined, begin_step (self));
}

/* If the server's limit is another one than when the first pieces left, they do not fit together, and all are sent anew. */
static gsize
get_piece (FoyerBlobUploads *self)
{
  return MIN (FOYER_JMAP_UPLOAD_PIECE, self->max_upload);
}

static gboolean
is_too_long (FoyerBlobUploads *self)
{
  gsize piece = get_piece (self);

  return !self->upload->whole && ((gsize) self->upload->size + piece - 1) / piece > self->max_sources;
}

static gpointer
look_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_next_upload (writer, *(gsize *) data, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  FoyerBlobUploads *self = step->uploads;
  g_autoptr (GError) error = NULL;
  FoyerBlobUpload *upload = foyer_store_write_finish (FOYER_STORE (source), result, &error);

  if (was_paused (step->cancellable)) {
    foyer_blob_upload_free (upload);
    return;
  }
  g_clear_pointer (&self->upload, foyer_blob_upload_free);
  self->upload = upload;
  if (upload == NULL) {
    self->busy = FALSE;
    if (error == NULL && self->again)
      look (self);
    else if (error != NULL)
      retry_later (self, error);
  } else if (is_too_long (self)) {
    refuse (self, "tooLarge", NULL);
  } else if (upload->bytes != NULL) {
    send_piece (self);
  } else {
    join (self);
  }
}

static void
look (FoyerBlobUploads *self)
{
  gsize piece = get_piece (self);

  self->busy = TRUE;
  self->again = FALSE;
  foyer_store_write_async (self->store, look_in_worker, g_memdup2 (&piece, sizeof piece), g_free,
                           (GDestroyNotify) foyer_blob_upload_free, NULL, on_found, begin_step (self));
}

/* --- Life --- */

FoyerBlobUploads *
foyer_blob_uploads_new (FoyerStore *store, FoyerTransport *transport)
{
  FoyerBlobUploads *self = g_new0 (FoyerBlobUploads, 1);

  g_atomic_ref_count_init (&self->references);
  self->store = g_object_ref (store);
  self->transport = g_object_ref (transport);
  self->clock = foyer_store_get_clock (store);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
set_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

void
foyer_blob_uploads_go (FoyerBlobUploads *self, FoyerJmapSession *session)
{
  if (session->upload_url == NULL || session->max_upload == 0)
    return;
  set_text (&self->account_id, g_strdup (session->account_id));
  set_text (&self->api_url, g_strdup (session->api_url));
  set_text (&self->upload_url,
            foyer_jmap_expand (session->upload_url, "accountId", session->account_id, NULL));
  self->max_upload = session->max_upload;
  self->max_sources = session->max_sources;
  if (self->busy)
    self->again = TRUE;
  else if (self->retry_timer == 0)
    look (self);
}

void
foyer_blob_uploads_pause (FoyerBlobUploads *self)
{
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->busy = FALSE;
  self->failures = 0;
}

void
foyer_blob_uploads_free (FoyerBlobUploads *self)
{
  if (self == NULL)
    return;
  foyer_blob_uploads_pause (self);
  let_go (self);
}
