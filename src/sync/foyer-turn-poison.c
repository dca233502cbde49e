/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-poison.c - operations at which the server fails: counted, sent alone, put away with the exact exchange */

#include "foyer-turn-poison.h"

#include "foyer-json.h"
#include "foyer-secret-fields.h"
#include "foyer-sync-error.h"

#include <string.h>

/* Up to here an operation failed in company; every failure above is one alone. */
#define MOST_IN_COMPANY 3
#define MOST_ALONE 3

#define LONGEST_TEXT (16 * 1024)

struct _FoyerTurnPoison {
  FoyerTurnRequest *request; /* (owned) */
  JsonObject *problem;       /* (owned) (nullable) */
  guint status;
  GBytes *received; /* (owned) (nullable) */
};

FoyerTurnPoison *
foyer_turn_poison_new (FoyerTurnRequest *request, JsonObject *problem, guint status, GBytes *received)
{
  FoyerTurnPoison *self = g_new0 (FoyerTurnPoison, 1);

  self->request = request;
  self->problem = problem == NULL ? NULL : json_object_ref (problem);
  self->status = status;
  self->received = received == NULL ? NULL : g_bytes_ref (received);
  return self;
}

void
foyer_turn_poison_free (FoyerTurnPoison *self)
{
  if (self == NULL)
    return;
  foyer_turn_request_free (self->request);
  g_clear_pointer (&self->problem, json_object_unref);
  g_clear_pointer (&self->received, g_bytes_unref);
  g_free (self);
}

gboolean
foyer_turn_is_suspect (const FoyerOperationData *operation)
{
  return operation->attempts >= MOST_IN_COMPANY;
}

gboolean
foyer_turn_is_poisoned (const FoyerOperationData *operation)
{
  return operation->attempts >= MOST_IN_COMPANY + MOST_ALONE;
}

/* --- The exact exchange --- */

static void
hide_secrets (const FoyerRecordType *type, JsonObject *by_id)
{
  g_autoptr (GList) records = by_id == NULL ? NULL : json_object_get_values (by_id);

  for (GList *link = records; link != NULL; link = link->next) {
    if (JSON_NODE_HOLDS_OBJECT (link->data))
      foyer_secret_fields_hide (type, json_node_get_object (link->data));
  }
}

static char *
cut_text (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *head = g_utf8_make_valid (text, (gssize) MIN (size, LONGEST_TEXT));

  return size > LONGEST_TEXT ? g_strconcat (head, "…", NULL) : g_steal_pointer (&head);
}

static char *
write_call (FoyerTurnRequest *request, guint index)
{
  const FoyerJmapCall *call = request->jmap->calls->pdata[index];
  const FoyerOperationData *operation = foyer_operation_get_data (request->operations->pdata[index]);
  g_autoptr (JsonObject) arguments = foyer_json_copy_object (call->arguments);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  hide_secrets (operation->type, foyer_json_object_object (arguments, "create"));
  hide_secrets (operation->type, foyer_json_object_object (arguments, "update"));
  text = foyer_json_canonical_object (arguments);
  whole = g_strdup_printf ("[\"%s\",%s,\"%s\"]", call->name, text, call->id);
  return cut_text (whole, -1);
}

JsonObject *
foyer_turn_add_exchange (JsonObject *answer,
                         FoyerTurnRequest *request,
                         guint index,
                         guint status,
                         const char *received,
                         gssize length)
{
  JsonObject *result = answer == NULL ? json_object_new () : foyer_json_copy_object (answer);
  JsonObject *exchange = json_object_new ();
  g_autofree char *sent = write_call (request, index);

  json_object_set_string_member (exchange, "sent", sent);
  json_object_set_int_member (exchange, "status", status);
  if (received != NULL) {
    g_autofree char *text = cut_text (received, length);

    json_object_set_string_member (exchange, "received", text);
  }
  json_object_set_object_member (result, "exchange", exchange);
  return result;
}

/* Without a description by the server, @cause is what people are told; the words are the console's. */
static JsonObject *
describe (FoyerTurnPoison *self, guint index, const char *type, const char *cause)
{
  gsize length = 0;
  const char *text = self->received == NULL ? NULL : g_bytes_get_data (self->received, &length);
  JsonObject *answer
      = foyer_turn_add_exchange (self->problem, self->request, index, self->status, text, (gssize) length);

  if (!json_object_has_member (answer, "type"))
    json_object_set_string_member (answer, "type", type);
  json_object_set_string_member (answer, "cause", cause);
  return answer;
}

/* --- Counting --- */

static guint
count (FoyerTurnRequest *request, guint index)
{
  guint attempts = foyer_operation_get_data (request->operations->pdata[index])->attempts;

  return request->operations->len == 1 ? MAX (attempts, MOST_IN_COMPANY) + 1
                                       : MIN (attempts + 1, MOST_IN_COMPANY);
}

gboolean
foyer_turn_count_one (FoyerStoreWriter *writer,
                      FoyerTurnRequest *request,
                      guint index,
                      JsonObject *answer,
                      GError **error)
{
  g_autofree char *text = answer == NULL ? NULL : foyer_json_canonical_object (answer);
  g_autoptr (JsonObject) kept = foyer_turn_add_exchange (answer, request, index, 200, text, -1);

  return foyer_store_writer_note_attempt (writer, foyer_operation_get_id (request->operations->pdata[index]),
                                          count (request, index), kept, error);
}

gboolean
foyer_turn_pardon (FoyerStoreWriter *writer, const FoyerOperationData *operation, GError **error)
{
  return foyer_store_writer_note_attempt (writer, operation->id, MOST_IN_COMPANY, operation->error, error);
}

gpointer
foyer_turn_count_failure (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  FoyerTurnPoison *self = data;

  /* A skip that failed says nothing new of the operation. */
  for (guint i = 0; !self->request->skipping && i < self->request->operations->len; i++) {
    g_autoptr (JsonObject) kept
        = describe (self, i, "serverFail", self->status == 0 ? FOYER_CAUSE_CUT : FOYER_CAUSE_SERVER);

    if (!foyer_store_writer_note_attempt (writer,
                                          foyer_operation_get_id (self->request->operations->pdata[i]),
                                          count (self->request, i), kept, error))
      return NULL;
  }
  return NULL;
}

gpointer
foyer_turn_refuse_alone (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  FoyerTurnPoison *self = data;
  const FoyerOperationData *operation = foyer_operation_get_data (self->request->operations->pdata[0]);
  g_autoptr (JsonObject) answer = describe (self, 0, "invalidArguments", FOYER_CAUSE_NOT_UNDERSTOOD);

  if (foyer_store_writer_settle (writer, operation->id, FOYER_OPERATION_REFUSED, answer, error))
    foyer_store_writer_rewind (writer, operation->sequence - 1, error);
  return NULL;
}
