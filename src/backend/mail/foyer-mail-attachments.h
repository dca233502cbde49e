/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"

G_BEGIN_DECLS

/**
 * FoyerMailAttachment:
 * @name: (owned): what the file is called
 * @media_type: (owned): what it is
 * @bytes: (owned)
 *
 * A file that goes with a mail.
 */
typedef struct {
  char *name;
  char *media_type;
  GBytes *bytes;
} FoyerMailAttachment;

/**
 * foyer_mail_attachments_new:
 *
 * Returns: (transfer full) (element-type FoyerMailAttachment): no files
 */
GPtrArray *foyer_mail_attachments_new (void);

/**
 * foyer_mail_attachments_add:
 * @bytes: (transfer none)
 */
void
foyer_mail_attachments_add (GPtrArray *attachments, const char *name, const char *media_type, GBytes *bytes);

/**
 * foyer_mail_attachments_put:
 * @job: the id of a mail that is in the queue
 * @attachments: (nullable) (element-type FoyerMailAttachment)
 *
 * Keeps the files of a mail, in the caller's transaction. They are gone when the mail leaves the queue.
 */
gboolean
foyer_mail_attachments_put (FoyerDatabase *database, const char *job, GPtrArray *attachments, GError **error);

/**
 * foyer_mail_attachments_read:
 *
 * Returns: (transfer full) (element-type FoyerMailAttachment): the files of a mail in their order, or %NULL with an error
 */
GPtrArray *foyer_mail_attachments_read (FoyerDatabase *database, const char *job, GError **error);

G_END_DECLS
