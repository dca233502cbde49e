/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "foyer-mail.h"
#include "mail/foyer-mail-attachments.h"

G_BEGIN_DECLS

#define FOYER_OUTGOING_MAIL_ERROR (foyer_outgoing_mail_error_quark ())

/**
 * FoyerOutgoingMailError:
 * @FOYER_OUTGOING_MAIL_ERROR_ADDRESS: the address is none, or would break out of its header: correct it
 * @FOYER_OUTGOING_MAIL_ERROR_HEADER: a name or subject holds a line break or NUL: correct it
 */
typedef enum {
  FOYER_OUTGOING_MAIL_ERROR_ADDRESS,
  FOYER_OUTGOING_MAIL_ERROR_HEADER,
} FoyerOutgoingMailError;

GQuark foyer_outgoing_mail_error_quark (void);

/**
 * FoyerOutgoingMail:
 * @draft: what it says. `organisation`, `phone` and `leaflet` are filled in by themselves, the rest comes from @draft's values
 * @to: the address
 * @to_name: (nullable): whose it is; also what stands for `[name]` unless the values have one
 * @client_id: (nullable): of the client it concerns
 * @person_id: (nullable): of the portal person it goes to
 * @about_id: (nullable): the record that it carries: an invite, a booking, a message
 * @attachments: (nullable) (element-type FoyerMailAttachment): files that go with it
 * @not_before: seconds since 1970 before which it does not leave; 0 for at once
 * @expires_at: seconds since 1970 after which it is not worth sending any more; 0 for always
 *
 * One mail to one address.
 */
typedef struct {
  FoyerMailDraft draft;
  const char *to;
  const char *to_name;
  const char *client_id;
  const char *person_id;
  const char *about_id;
  GPtrArray *attachments;
  gint64 not_before;
  gint64 expires_at;
} FoyerOutgoingMail;

/**
 * foyer_outgoing_mail_submit:
 *
 * Puts a mail into the queue, within the caller's transaction: it is sent if that is committed, and only then. Its words are made now. Staff see
 * its fate in the Delivery record that is made with it. Runs on the writing lane.
 *
 * Returns: (transfer full): the id of the Delivery record, or %NULL with a #FoyerOutgoingMailError or #FoyerDatabaseError
 */
char *
foyer_outgoing_mail_submit (FoyerTransaction *transaction, const FoyerOutgoingMail *mail, GError **error);

/**
 * foyer_outgoing_mail_take_back:
 * @about_id: the record that they carry
 * @too_late: (out): whether one of them is being sent at this moment
 *
 * Takes mails to clients about a record out of the queue before they leave. Staff see that they were not sent. Runs on the writing lane.
 */
gboolean foyer_outgoing_mail_take_back (FoyerTransaction *transaction,
                                        const char *about_id,
                                        gboolean *too_late,
                                        GError **error);

/**
 * foyer_outgoing_mail_drop_person:
 *
 * Takes everything out of the queue that was to be mailed to somebody who is to be forgotten, and forgets the words of what may have
 * arrived. What is being sent at this moment goes out. Runs on the writing lane.
 */
gboolean
foyer_outgoing_mail_drop_person (FoyerTransaction *transaction, const char *person_id, GError **error);

/**
 * foyer_outgoing_mail_send_again:
 * @delivery: of a mail of which nobody knows whether it arrived
 * @is_kept: (out): whether its words are still there; if not, nothing is done
 *
 * Puts the same mail, with the same Message-ID, into the queue once more, because somebody decided so (M08): whoever has it already can tell
 * that it is the same. Runs on the writing lane.
 */
gboolean foyer_outgoing_mail_send_again (FoyerTransaction *transaction,
                                         FoyerRecord *delivery,
                                         gboolean *is_kept,
                                         GError **error);

G_END_DECLS
