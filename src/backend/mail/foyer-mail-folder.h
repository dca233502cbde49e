/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/foyer-mail-job.h"

G_BEGIN_DECLS

/**
 * foyer_mail_folder_carry:
 * @folder: made with mode 0700 if missing
 * @reason: (out): what to tell staff
 *
 * Writes a mail into a folder, for a server that has no mail server: as a file that every mail program opens, named by time and receiver. The
 * same mail has the same name, so a second attempt replaces the first. Blocks on the disk.
 */
FoyerMailOutcome
foyer_mail_folder_carry (const char *folder, const FoyerMailJob *job, GBytes *message, char **reason);

G_END_DECLS
