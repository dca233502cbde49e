/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "mail/foyer-mail-job.h"

G_BEGIN_DECLS

/*
 * The queue of outgoing mail, as it stands in the database. Every step is committed before the next one is taken, so that a server that is
 * killed at any moment neither loses a mail nor sends one twice. All functions run on the writing lane.
 */

/* How often a mail is tried; with the pauses in between that is two days. */
#define FOYER_MAIL_MOST_ATTEMPTS 14

/**
 * foyer_mail_queue_recover:
 * @now: seconds since 1970
 *
 * For a server that starts: attempts that were cut off before the last words had gone out are made again; what was cut off after them is
 * uncertain.
 */
gboolean foyer_mail_queue_recover (FoyerBackend *backend, gint64 now, GError **error);

/**
 * foyer_mail_queue_take:
 * @now: seconds since 1970
 * @job: (out) (nullable) (transfer full): the mail to be sent now, %NULL if there is none
 * @next: (out): when the next one is due, in seconds since 1970; 0 if none waits
 *
 * Begins an attempt. Mails that came too late are given up on the way.
 */
gboolean
foyer_mail_queue_take (FoyerBackend *backend, gint64 now, FoyerMailJob **job, gint64 *next, GError **error);

/**
 * foyer_mail_queue_hand_over:
 *
 * Writes down that all words of a mail have gone out.
 */
gboolean foyer_mail_queue_hand_over (FoyerBackend *backend, const FoyerMailJob *job, GError **error);

/**
 * foyer_mail_queue_settle:
 * @reason: (nullable): why it was not sent, for staff
 * @now: seconds since 1970
 *
 * Ends an attempt: tells staff by the Delivery record, the invite that it carries and the person it went to. A mail that shall be tried again
 * waits a minute, then two, four, up to six hours.
 */
gboolean foyer_mail_queue_settle (FoyerBackend *backend,
                                  const FoyerMailJob *job,
                                  FoyerMailOutcome outcome,
                                  const char *reason,
                                  gint64 now,
                                  GError **error);

/**
 * foyer_mail_queue_doubt:
 *
 * For a restored copy: whatever waited in it may have been sent since. It is to become uncertain at the next start. Outside a
 * transaction.
 */
gboolean foyer_mail_queue_doubt (FoyerDatabase *database, GError **error);

/**
 * foyer_mail_queue_sweep:
 * @now: seconds since 1970
 *
 * Forgets the words of mails of which nobody knows whether they arrived and that nobody has sent again. Inside a transaction.
 */
gboolean foyer_mail_queue_sweep (FoyerDatabase *database, gint64 now, GError **error);

G_END_DECLS
