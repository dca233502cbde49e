/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"
#include "foyer-booking-transition.h"

G_BEGIN_DECLS

/**
 * foyer_effects_apply:
 * @before: (nullable): the record as it was; %NULL for a creation
 * @after: the record as it shall be; members that follow from the change are set here
 * @error: (out): a SetError: the rule that forbids the change, with its sentence and evidence
 *
 * Judges a change by the rules and makes its consequences, in the same transaction: the visit of an approved booking, the audit event. Nobody
 * else makes them; consoles get them by pull.
 *
 * Returns: %FALSE with @error set; what was done by then must be rolled back
 */
gboolean foyer_effects_apply (FoyerTransaction *transaction,
                              const FoyerRecordType *type,
                              JsonObject *before,
                              JsonObject *after,
                              JsonObject **error);

/**
 * foyer_effects_remove:
 * @error: (out): a SetError
 *
 * Judges whether staff may remove a record that nothing else needs any more.
 *
 * Returns: %FALSE with @error set
 */
gboolean foyer_effects_remove (FoyerTransaction *transaction, FoyerRecord *record, JsonObject **error);

/* The effects of each type that has any. */

gboolean foyer_booking_effects_apply (FoyerTransaction *transaction,
                                      JsonObject *before,
                                      JsonObject *after,
                                      JsonObject **error);
gboolean foyer_client_effects_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);
gboolean foyer_conversation_effects_apply (FoyerTransaction *transaction,
                                           JsonObject *before,
                                           JsonObject *after,
                                           JsonObject **error);
gboolean foyer_device_effects_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);
gboolean foyer_invite_effects_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);
gboolean foyer_invoice_effects_apply (FoyerTransaction *transaction,
                                      JsonObject *before,
                                      JsonObject *after,
                                      JsonObject **error);
gboolean foyer_look_effects_apply (FoyerTransaction *transaction,
                                   JsonObject *before,
                                   JsonObject *after,
                                   JsonObject **error);
gboolean foyer_message_effects_apply (FoyerTransaction *transaction,
                                      JsonObject *before,
                                      JsonObject *after,
                                      JsonObject **error);
gboolean foyer_person_effects_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);
gboolean foyer_portal_link_effects_apply (FoyerTransaction *transaction,
                                          JsonObject *before,
                                          JsonObject *after,
                                          JsonObject **error);
gboolean foyer_portal_settings_effects_apply (FoyerTransaction *transaction,
                                              JsonObject *before,
                                              JsonObject *after,
                                              JsonObject **error);

gboolean foyer_settings_proposal_effects_apply (FoyerTransaction *transaction,
                                                JsonObject *before,
                                                JsonObject *after,
                                                JsonObject **error);
gboolean foyer_settings_version_effects_apply (FoyerTransaction *transaction,
                                               JsonObject *before,
                                               JsonObject *after,
                                               JsonObject **error);
gboolean foyer_settings_version_effects_remove (FoyerTransaction *transaction,
                                                FoyerRecord *record,
                                                JsonObject **error);

/**
 * foyer_sign_in_policy_judge:
 * @before: (nullable): PortalSettings as they were
 * @after: as they shall be
 *
 * Returns: %FALSE with @error set if nobody could sign in under @after (D13)
 */
gboolean foyer_sign_in_policy_judge (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);

gboolean foyer_document_effects_apply (FoyerTransaction *transaction,
                                       JsonObject *before,
                                       JsonObject *after,
                                       JsonObject **error);

/**
 * foyer_domain_effects_apply:
 *
 * Returns: %FALSE with @error set if @after is new and there already, or becomes primary and is not verified, not for the portal, or not the
 *   only one (000-54)
 */
gboolean foyer_domain_effects_apply (FoyerTransaction *transaction,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);

/**
 * foyer_template_effects_apply:
 *
 * Returns: %FALSE with @error set if @after is new and there is one of its kind in its language
 */
gboolean foyer_template_effects_apply (FoyerTransaction *transaction,
                                       JsonObject *before,
                                       JsonObject *after,
                                       JsonObject **error);
gboolean foyer_quote_effects_apply (FoyerTransaction *transaction,
                                    JsonObject *before,
                                    JsonObject *after,
                                    JsonObject **error);
gboolean foyer_quote_version_effects_apply (FoyerTransaction *transaction,
                                            JsonObject *before,
                                            JsonObject *after,
                                            JsonObject **error);
gboolean
foyer_quote_version_effects_remove (FoyerTransaction *transaction, FoyerRecord *record, JsonObject **error);
gboolean foyer_request_effects_apply (FoyerTransaction *transaction,
                                      JsonObject *before,
                                      JsonObject *after,
                                      JsonObject **error);

gboolean foyer_visit_effects_apply (FoyerTransaction *transaction,
                                    JsonObject *before,
                                    JsonObject *after,
                                    JsonObject **error);

/**
 * foyer_visit_effects_end_bookings:
 * @visit: one that is cancelled
 * @but_id: (nullable): the booking that is being decided
 *
 * The bookings that @visit came of are cancelled with it, and those that were to change it have nothing to wait for any more.
 */
gboolean foyer_visit_effects_end_bookings (FoyerTransaction *transaction,
                                           JsonObject *visit,
                                           const char *but_id,
                                           GError **error);

/**
 * foyer_quote_note_viewed:
 * @id: a quote that a client looks at
 *
 * Writes down that an offer was seen: in its history the first time after it was sent, and when it was seen last to the hour. Staff who look
 * at a preview never come here.
 */
gboolean foyer_quote_note_viewed (FoyerTransaction *transaction, const char *id, GError **error);

/**
 * foyer_effects_fail:
 * @failure: (nullable): why the server could not
 *
 * Writes it into the log, and says nothing of it to others.
 *
 * Returns: %FALSE, with a `serverFail` as @error
 */
gboolean foyer_effects_fail (JsonObject **error, const GError *failure);

/**
 * foyer_effects_get_actor:
 *
 * Returns: who does it, as the tables of transitions know them
 */
FoyerActor foyer_effects_get_actor (FoyerTransaction *transaction);

/**
 * foyer_effects_next_number:
 * @type: one with an indexed field `number`
 *
 * Returns: the number that people will say for the next record of @type; -1 with an error
 */
gint64 foyer_effects_next_number (FoyerTransaction *transaction, const FoyerRecordType *type, GError **error);

/**
 * foyer_audit_sign:
 * @event: an AuditEvent to be
 *
 * Writes into it who acts, and from where.
 */
void foyer_audit_sign (FoyerTransaction *transaction, JsonObject *event);

/**
 * foyer_audit_write:
 * @verb: what was done: `approve`, `decline`
 * @summary: in one line, for staff
 *
 * Writes down who did what, with the values that changed. Secrets never get here.
 */
gboolean foyer_audit_write (FoyerTransaction *transaction,
                            const FoyerRecordType *type,
                            const char *verb,
                            const char *summary,
                            JsonObject *before,
                            JsonObject *after,
                            GError **error);

G_END_DECLS
