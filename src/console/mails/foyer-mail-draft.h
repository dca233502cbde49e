/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/* Words of mails that somebody began on this computer and has not saved. */

/**
 * foyer_mail_draft_get:
 * @language: a BCP 47 tag
 * @subject: (out) (transfer full) (nullable): what was begun
 * @body: (out) (transfer full) (nullable): what was begun
 *
 * Returns: whether something was begun
 */
gboolean foyer_mail_draft_get (FoyerStore *store,
                               FoyerMailKind kind,
                               const char *language,
                               char **subject,
                               char **body);

/**
 * foyer_mail_draft_keep_async:
 * @subject: (nullable): %NULL to forget what was begun
 * @body: (nullable): %NULL to forget what was begun
 *
 * foyer_store_keep_draft_finish() tells whether it is kept.
 */
void foyer_mail_draft_keep_async (FoyerStore *store,
                                  FoyerMailKind kind,
                                  const char *language,
                                  const char *subject,
                                  const char *body,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

G_END_DECLS
