/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "foyer-business.h"
#include "foyer-mail-values.h"

G_BEGIN_DECLS

/*
 * The mails that follow from changes, in the same transaction. A person or member of staff without a good address gets none; that fails
 * nothing.
 */

/**
 * FoyerClientReader:
 * @business: (owned)
 * @person: (owned) (nullable): who asked; %NULL for the bearer of a link that names nobody
 * @client: (owned) (nullable)
 * @language: the one in which they read
 *
 * Whoever at a client a change concerns.
 */
typedef struct {
  FoyerTransaction *transaction;
  FoyerBusiness *business;
  FoyerRecord *person;
  FoyerRecord *client;
  const char *language;
} FoyerClientReader;

/**
 * foyer_client_reader_open:
 * @self: all zero
 * @client_id: (nullable)
 * @person_id: (nullable)
 *
 * Reads who they are; foyer_client_reader_clear() lets it go, whether or not it could be read.
 */
gboolean foyer_client_reader_open (FoyerClientReader *self,
                                   FoyerTransaction *transaction,
                                   const char *client_id,
                                   const char *person_id,
                                   GError **error);
void foyer_client_reader_clear (FoyerClientReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerClientReader, foyer_client_reader_clear)

/**
 * foyer_client_reads_portal:
 * @reads: (out): whether the portal is on, for everybody and for the client: nobody is led to one that is off
 */
gboolean foyer_client_reads_portal (FoyerTransaction *transaction,
                                    const char *client_id,
                                    gboolean *reads,
                                    GError **error);

/**
 * foyer_client_mail_submit:
 * @event: (nullable): one of %FOYER_CLIENT_EVENT_WORDS, by which the person may want none (001-14)
 * @about_id: the record that it tells of
 * @values: (element-type utf8 utf8): what it says
 *
 * Mails the person, or the client's own address if there is no person.
 *
 * Returns: %FALSE only if the database failed
 */
gboolean foyer_client_mail_submit (FoyerClientReader *self,
                                   FoyerMailKind kind,
                                   const char *event,
                                   const char *about_id,
                                   GHashTable *values,
                                   GError **error);

/**
 * foyer_client_reader_context:
 * @language: in which dates and amounts are written
 *
 * Returns: what foyer-mail-values.h asks for, as long as @self is there
 */
FoyerMailContext foyer_client_reader_context (const FoyerClientReader *self, const char *language);

/**
 * foyer_visit_mails_submit:
 * @visit: as it shall be: cancelled
 *
 * Tells the team that a client cancelled (000-71), or the client that the office did.
 */
gboolean foyer_visit_mails_submit (FoyerTransaction *transaction, JsonObject *visit, GError **error);

/**
 * foyer_booking_mails_submit:
 * @before: (nullable): the booking as it was; %NULL for a new one
 * @after: the booking as it shall be
 *
 * Tells the client what the office decided, unless the decision is quiet, and the team what the client did (000-70, 000-71).
 */
gboolean foyer_booking_mails_submit (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     GError **error);

/**
 * foyer_quote_mails_submit:
 * @quote: as it is sent
 *
 * Tells everybody of the client who may answer it, or the client's own address if nobody may (000-11).
 */
gboolean foyer_quote_mails_submit (FoyerTransaction *transaction, JsonObject *quote, GError **error);

/**
 * foyer_invoice_mails_submit:
 * @invoice: as clients begin to see it
 * @n_told: (out): how many may see it
 *
 * Tells everybody of whoever pays it who may see money (000-11), unless their portal is off.
 */
gboolean foyer_invoice_mails_submit (FoyerTransaction *transaction,
                                     JsonObject *invoice,
                                     guint *n_told,
                                     GError **error);

/**
 * foyer_access_mails_follow:
 * @before: the person as they were
 * @after: as they shall be
 *
 * Tells somebody whose access has ended, ten minutes later: an access that is enabled again until then has not ended, and they are told nothing.
 */
gboolean foyer_access_mails_follow (FoyerTransaction *transaction,
                                    JsonObject *before,
                                    JsonObject *after,
                                    GError **error);

/**
 * foyer_request_mails_submit:
 * @before: (nullable): the request as it was; %NULL for a new one
 * @after: the request as it shall be
 *
 * Tells the team what a client asks, the client that it came, and what the office answers.
 */
gboolean foyer_request_mails_submit (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     GError **error);

/**
 * foyer_message_mails_submit:
 * @conversation: where it stands
 * @message: one that has just been sent
 *
 * Tells the team what a client writes (000-72), and the client what the office writes.
 */
gboolean foyer_message_mails_submit (FoyerTransaction *transaction,
                                     FoyerRecord *conversation,
                                     JsonObject *message,
                                     GError **error);

/**
 * foyer_team_notices_submit:
 * @kind: one of the team's notices
 * @client_id: (nullable): whom it is about; stands for `[client]`
 * @values: (element-type utf8 utf8): what else it says
 *
 * Mails everybody in the team who chose to be told of this by mail, if the team is told at all (000-69).
 */
gboolean foyer_team_notices_submit (FoyerTransaction *transaction,
                                    FoyerMailKind kind,
                                    const char *client_id,
                                    const char *about_id,
                                    GHashTable *values,
                                    GError **error);

/**
 * foyer_invite_mail_submit:
 * @person: whom it goes to
 * @invite: gets the last characters of its link
 * @expires_at: seconds since 1970
 *
 * Mails an invite: with a link to register by, or, if it is one with a password, with the way to the sign-in page. The password is in
 * no mail.
 */
gboolean foyer_invite_mail_submit (FoyerTransaction *transaction,
                                   FoyerBusiness *business,
                                   FoyerRecord *person,
                                   JsonObject *invite,
                                   gint64 expires_at,
                                   GError **error);

G_END_DECLS
