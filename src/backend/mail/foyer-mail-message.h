/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/foyer-mail-job.h"

G_BEGIN_DECLS

/**
 * foyer_mail_message_make:
 * @from: the address that this server sends from
 *
 * Writes a mail as it goes over the wire: text and HTML side by side, lines ending with CR LF. The same job gives the same bytes, with the same
 * Message-ID, at every attempt. It is marked as made by a program, so that holiday notices do not answer it.
 *
 * Returns: (transfer full): the message, or %NULL with %G_IO_ERROR_INVALID_DATA if a header would hold a line break or NUL
 */
GBytes *foyer_mail_message_make (const FoyerMailJob *job, const char *from, GError **error);

G_END_DECLS
