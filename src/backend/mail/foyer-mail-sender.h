/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"
#include "mail/foyer-mail-config.h"

G_BEGIN_DECLS

#define FOYER_TYPE_MAIL_SENDER (foyer_mail_sender_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMailSender, foyer_mail_sender, FOYER, MAIL_SENDER, GObject)

/* How long one attempt may take. */
#define FOYER_MAIL_PATIENCE_SECONDS 300

/**
 * FoyerMailSender:
 *
 * Sends what is in the queue, one mail after the other, on a thread of its own. It begins when it is made and wakes up when a mail is committed
 * or due. Lives on the main thread.
 */

/**
 * foyer_mail_sender_new:
 * @writer: the backend's writing lane
 * @config: (transfer full): how mail leaves
 *
 * Returns: (transfer full): a sender that goes on until foyer_mail_sender_stop()
 */
FoyerMailSender *foyer_mail_sender_new (FoyerBackend *backend,
                                        FoyerWorker *writer,
                                        FoyerClock *clock,
                                        FoyerMailConfig *config);

/**
 * foyer_mail_sender_stop:
 *
 * Ends what is under way, within a second or two, and sends no more. To be called while the writing lane still runs. What the lanes hand back
 * later needs the main context to run once more before the last reference is dropped.
 */
void foyer_mail_sender_stop (FoyerMailSender *self);

/**
 * FoyerMailSender::idle:
 *
 * Everything that is due has been tried.
 */

G_END_DECLS
