/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-reading.c - a reply is read before it is taken in: while the writing thread still writes what came before it */

#include "foyer-sync-turn.h"

#include <string.h>

FoyerTurnAnswer *
foyer_turn_answer_new (GBytes *body, FoyerTurnRequest *request)
{
  FoyerTurnAnswer *self = g_new0 (FoyerTurnAnswer, 1);

  self->body = g_bytes_ref (body);
  self->request = request;
  return self;
}

void
foyer_turn_answer_forget_reply (FoyerTurnAnswer *self)
{
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->response, foyer_jmap_response_free);
  g_clear_pointer (&self->body, g_bytes_unref);
}

void
foyer_turn_answer_free (FoyerTurnAnswer *self)
{
  if (self == NULL)
    return;
  foyer_turn_answer_forget_reply (self);
  foyer_turn_request_free (self->request);
  g_free (self);
}

static void
clear_record (gpointer data)
{
  g_clear_object (&((FoyerTurnRecord *) data)->record);
}

static GArray *
read_list (const FoyerRecordType *type, FoyerJsonSpan list)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (FoyerTurnRecord));
  FoyerTurnRecord record;
  FoyerJsonWalk walk;

  g_array_set_clear_func (records, clear_record);
  foyer_json_walk_init (&walk, list);
  while (foyer_json_walk_next_element (&walk, &record.json)) {
    if (!foyer_json_span_is_object (record.json))
      continue;
    record.record = foyer_record_from_span (type, record.json, NULL);
    g_array_append_val (records, record);
  }
  return records;
}

/* The type whose records a call brings, NULL if it brings none. */
static const FoyerRecordType *
find_type (const FoyerJmapCall *call)
{
  g_autofree char *name = NULL;

  if (call->list.text == NULL || !g_str_has_suffix (call->name, "/get"))
    return NULL;
  name = g_strndup (call->name, strlen (call->name) - strlen ("/get"));
  return foyer_record_type_by_name (name);
}

void
foyer_turn_answer_read (gpointer data)
{
  FoyerTurnAnswer *self = data;
  gsize length;
  const char *text = g_bytes_get_data (self->body, &length);

  self->response = foyer_jmap_response_parse (text == NULL ? "" : text, length, NULL);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; self->response != NULL && i < self->response->calls->len; i++) {
    FoyerJmapCall *call = self->response->calls->pdata[i];
    const FoyerRecordType *type = find_type (call);

    if (type != NULL)
      g_hash_table_insert (self->lists, call, read_list (type, call->list));
  }
}
