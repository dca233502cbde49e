/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-drafts.c - what somebody has begun to write */

#include "foyer-store-drafts.h"

#include "foyer-store-private.h"

typedef struct {
  const FoyerRecordType *type;
  char *record_id;
  char *kind;
  char *words; /* (nullable) */
} Draft;

static void
free_draft (gpointer data)
{
  Draft *draft = data;

  g_free (draft->record_id);
  g_free (draft->kind);
  g_free (draft->words);
  g_free (draft);
}

static gpointer
keep_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  static const char keep[] = "INSERT INTO draft (record, kind, words) VALUES ($1, $2, $3)"
                             " ON CONFLICT (record, kind) DO UPDATE SET words = excluded.words";
  static const char forget[] = "DELETE FROM draft WHERE record = $1 AND kind = $2";
  Draft *draft = data;
  gboolean is_empty = draft->words == NULL || *draft->words == '\0';
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (writer->database, is_empty ? forget : keep, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, draft->record_id);
  foyer_statement_bind_text (statement, 2, draft->kind);
  if (!is_empty)
    foyer_statement_bind_text (statement, 3, draft->words);
  foyer_change_set_add (writer->changes, draft->type, draft->record_id);
  foyer_statement_run (statement, error);
  return NULL;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  foyer_store_write_finish (FOYER_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
foyer_store_keep_draft_async (FoyerStore *self,
                              const FoyerRecordType *type,
                              const char *record_id,
                              const char *kind,
                              const char *words,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Draft *draft = g_new0 (Draft, 1);

  g_task_set_source_tag (task, foyer_store_keep_draft_async);
  draft->type = type;
  draft->record_id = g_strdup (record_id);
  draft->kind = g_strdup (kind);
  draft->words = g_strdup (words);
  foyer_store_write_async (self, keep_in_worker, draft, free_draft, NULL, cancellable, on_kept, task);
}

gboolean
foyer_store_keep_draft_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
foyer_store_get_draft (FoyerStore *self, const char *record_id, const char *kind)
{
  g_autoptr (FoyerStatement) statement = NULL;

  g_return_val_if_fail (FOYER_IS_STORE (self) && !self->closed, NULL);

  statement = foyer_database_prepare (self->main_database,
                                      "SELECT words FROM draft WHERE record = $1 AND kind = $2", NULL);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, record_id);
  foyer_statement_bind_text (statement, 2, kind);
  return foyer_statement_step (statement, NULL) ? g_strdup (foyer_statement_get_text (statement, 0)) : NULL;
}
