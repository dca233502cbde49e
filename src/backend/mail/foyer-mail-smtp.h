/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mail/foyer-mail-config.h"
#include "mail/foyer-mail-job.h"

G_BEGIN_DECLS

/**
 * foyer_mail_smtp_carry:
 * @config: with a server
 * @message: lines ending with CR LF
 * @hand_over: called on this thread before the mark that ends the mail
 * @cancellable: ends the attempt within a second
 * @reason: (out): why it was not sent, for staff; never a password
 *
 * Hands a mail to the mail server and waits for its answer. What is not answered before the whole mail is out can be tried again; what is not
 * answered after that may have arrived. Blocks on the network; of any thread.
 */
FoyerMailOutcome foyer_mail_smtp_carry (const FoyerMailConfig *config,
                                        const FoyerMailJob *job,
                                        GBytes *message,
                                        FoyerMailHandOver hand_over,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        char **reason);

G_END_DECLS
