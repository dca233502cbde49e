/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-attachments.c - files that wait in the queue with their mail */

#include "mail/foyer-mail-attachments.h"

static void
attachment_free (gpointer data)
{
  FoyerMailAttachment *self = data;

  g_free (self->name);
  g_free (self->media_type);
  g_bytes_unref (self->bytes);
  g_free (self);
}

GPtrArray *
foyer_mail_attachments_new (void)
{
  return g_ptr_array_new_with_free_func (attachment_free);
}

void
foyer_mail_attachments_add (GPtrArray *attachments, const char *name, const char *media_type, GBytes *bytes)
{
  FoyerMailAttachment *attachment = g_new0 (FoyerMailAttachment, 1);

  attachment->name = g_strdup (name);
  attachment->media_type = g_strdup (media_type);
  attachment->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (attachments, attachment);
}

gboolean
foyer_mail_attachments_put (FoyerDatabase *database, const char *job, GPtrArray *attachments, GError **error)
{
  for (guint i = 0; attachments != NULL && i < attachments->len; i++) {
    const FoyerMailAttachment *attachment = attachments->pdata[i];
    g_autoptr (FoyerStatement) insert = foyer_database_prepare (
        database,
        "INSERT INTO mail_attachment (job, position, name, media_type, bytes) VALUES ($1, $2, $3, $4, $5)",
        error);

    if (insert == NULL)
      return FALSE;
    foyer_statement_bind_text (insert, 1, job);
    foyer_statement_bind_integer (insert, 2, i);
    foyer_statement_bind_text (insert, 3, attachment->name);
    foyer_statement_bind_text (insert, 4, attachment->media_type);
    foyer_statement_bind_blob (insert, 5, attachment->bytes);
    if (!foyer_statement_run (insert, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
foyer_mail_attachments_read (FoyerDatabase *database, const char *job, GError **error)
{
  g_autoptr (FoyerStatement) select = foyer_database_prepare (
      database, "SELECT name, media_type, bytes FROM mail_attachment WHERE job = $1 ORDER BY position",
      error);
  g_autoptr (GPtrArray) attachments = foyer_mail_attachments_new ();
  g_autoptr (GError) failure = NULL;

  if (select == NULL)
    return NULL;
  foyer_statement_bind_text (select, 1, job);
  while (foyer_statement_step (select, &failure)) {
    g_autoptr (GBytes) bytes = foyer_statement_get_blob (select, 2);

    foyer_mail_attachments_add (attachments, foyer_statement_get_text (select, 0),
                                foyer_statement_get_text (select, 1), bytes);
  }
  if (failure == NULL)
    return g_steal_pointer (&attachments);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
