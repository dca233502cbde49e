/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "mail/foyer-mail-attachments.h"

G_BEGIN_DECLS

/**
 * FoyerSigningCodeMail:
 * @client_id: for whom something is to be signed
 * @person_id: (nullable): who wants to sign; %NULL for the bearer of a link that names nobody
 * @address: on file, never typed
 * @title: what is to be signed
 * @code: six digits
 * @expires_at: seconds since 1970 after which the code is good no longer
 *
 * The mail with the code that signing asks for (A7).
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  const char *address;
  const char *title;
  const char *code;
  gint64 expires_at;
} FoyerSigningCodeMail;

/**
 * foyer_signing_code_mail_submit:
 *
 * Mails the code, in the caller's transaction. The Delivery record tells staff that it was mailed, and not what it says.
 */
gboolean foyer_signing_code_mail_submit (FoyerTransaction *transaction,
                                         const FoyerSigningCodeMail *mail,
                                         GError **error);

/**
 * FoyerSignedCopyMail:
 * @client_id: for whom it was signed
 * @person_id: (nullable): who signed; %NULL for the bearer of a link that names nobody
 * @address: theirs
 * @name: as it was typed
 * @section: of the portal: `quotes` or `documents`
 * @record_id: the quote or document
 * @title: what it is called
 * @attachments: (element-type FoyerMailAttachment): the copy
 *
 * The mail to whoever has signed something.
 */
typedef struct {
  const char *client_id;
  const char *person_id;
  const char *address;
  const char *name;
  const char *section;
  const char *record_id;
  const char *title;
  GPtrArray *attachments;
} FoyerSignedCopyMail;

/**
 * foyer_signed_copy_mail_submit:
 *
 * Mails the copy, in the caller's transaction. An address that takes no mail gets none; that fails nothing.
 */
gboolean foyer_signed_copy_mail_submit (FoyerTransaction *transaction,
                                        const FoyerSignedCopyMail *mail,
                                        GError **error);

G_END_DECLS
