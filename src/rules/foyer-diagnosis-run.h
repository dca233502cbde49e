/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-diagnosis.h"
#include "foyer-entry-chain.h"
#include "foyer-record-visibility.h"

G_BEGIN_DECLS

/* What the rules of the diagnosis share. Not for use outside of this floor. */

/* How many records a rule looks at. What is older does not decide a phone call. */
#define FOYER_DIAGNOSIS_LIMIT 200

/**
 * FoyerDiagnosisRun:
 * @the_case: whom and what it is about
 * @source: its source, in which the settings that judge are published
 * @business: what that source says of the business
 * @settings_id: (nullable): the id of the published settings
 * @entry: for the rules that stand at the door
 * @reader: for the rules about one record
 * @client_language: in which the client is spoken to
 * @client_name: of the client, or words for one who is not here
 * @name: of the person, else of the client
 * @is_empty: whether nobody has access at all, so that nobody else is to be judged
 * @rule: the one that is asked
 *
 * One diagnosis while it is made.
 */
struct _FoyerDiagnosisRun {
  const FoyerDiagnosisCase *the_case;
  FoyerDiagnosisChain chain;
  FoyerRecordSource *source;
  FoyerBusiness *business;
  char *settings_id;
  FoyerEntryChain entry;
  FoyerRecordReader reader;
  char **property_ids;
  const char *language;
  const char *client_language;
  const char *client_name;
  const char *name;
  gboolean is_empty;
  const FoyerDiagnosisRule *rule;
  GPtrArray *findings;
};

/**
 * foyer_diagnosis_run_open:
 * @self: all zero
 *
 * Returns: %FALSE if the source failed; foyer_diagnosis_run_clear() either way
 */
gboolean foyer_diagnosis_run_open (FoyerDiagnosisRun *self,
                                   const FoyerDiagnosisCase *the_case,
                                   FoyerDiagnosisChain chain,
                                   GError **error);
void foyer_diagnosis_run_clear (FoyerDiagnosisRun *self);

/* What a rule answers: one call a rule. Sentences and remedies are taken over, and so is what is said to the client, which is the rule's
 * own sentence if it is NULL. */

FoyerFinding *foyer_diagnosis_pass (FoyerDiagnosisRun *self, char *sentence);
FoyerFinding *foyer_diagnosis_inform (FoyerDiagnosisRun *self, char *sentence);
FoyerFinding *
foyer_diagnosis_warn (FoyerDiagnosisRun *self, char *sentence, char *client_sentence, FoyerRemedy *remedy);
FoyerFinding *
foyer_diagnosis_fail (FoyerDiagnosisRun *self, char *sentence, char *client_sentence, FoyerRemedy *remedy);
FoyerFinding *foyer_diagnosis_doubt (FoyerDiagnosisRun *self, char *sentence, FoyerRemedy *remedy);

/**
 * foyer_diagnosis_find_last:
 *
 * Returns: (transfer none) (nullable): what the rule that is asked has answered so far
 */
FoyerFinding *foyer_diagnosis_find_last (FoyerDiagnosisRun *self);

/**
 * foyer_diagnosis_remedy:
 * @words: (transfer full)
 *
 * Returns: (transfer full): a remedy that concerns @record
 */
FoyerRemedy *foyer_diagnosis_remedy (FoyerRemedyKind kind, FoyerRecord *record, char *words);

/**
 * foyer_diagnosis_setting:
 *
 * Returns: (transfer full): a remedy that concerns the settings, or opens them at @key
 */
FoyerRemedy *
foyer_diagnosis_setting (FoyerDiagnosisRun *self, FoyerRemedyKind kind, const char *key, char *words);

/**
 * foyer_diagnosis_switch:
 *
 * Returns: (transfer full): a remedy that switches a setting on
 */
FoyerRemedy *foyer_diagnosis_switch (FoyerDiagnosisRun *self, const char *key, char *words);

/**
 * foyer_diagnosis_copy:
 * @sentence: for the client
 *
 * Returns: (transfer full): the remedy that is to say something
 */
FoyerRemedy *foyer_diagnosis_copy (FoyerDiagnosisRun *self, const char *sentence);

/**
 * foyer_diagnosis_moment:
 *
 * Returns: (transfer full): a moment in words for staff
 */
char *foyer_diagnosis_moment (FoyerDiagnosisRun *self, gint64 at);

/**
 * foyer_diagnosis_list:
 * @field: an indexed field that names @id
 * @order: an indexed field; the last come first
 *
 * Returns: (transfer full) (element-type FoyerRecord): at most %FOYER_DIAGNOSIS_LIMIT records, %NULL if the source failed
 */
GPtrArray *foyer_diagnosis_list (FoyerDiagnosisRun *self,
                                 const FoyerRecordType *type,
                                 const char *field,
                                 const char *id,
                                 const char *order,
                                 GError **error);

/**
 * foyer_diagnosis_subjects:
 *
 * The records that a rule about records judges: the one that is asked about if it is of @type, else those of the client.
 *
 * Returns: (transfer full) (element-type FoyerRecord): them, %NULL if the source failed
 */
GPtrArray *foyer_diagnosis_subjects (FoyerDiagnosisRun *self,
                                     const FoyerRecordType *type,
                                     const char *order,
                                     GError **error);

/**
 * foyer_diagnosis_money:
 *
 * Returns: (transfer full): an amount in words for staff
 */
char *foyer_diagnosis_money (FoyerDiagnosisRun *self, FoyerMoneyValue money);

/**
 * foyer_diagnosis_scopes:
 *
 * Returns: what has to be shown for what @chain misses to be seen, one bit a #FoyerScope: photos and proof stand on the page of a visit
 */
guint foyer_diagnosis_scopes (FoyerDiagnosisChain chain);

/**
 * foyer_diagnosis_permissions:
 *
 * Returns: what the person may do by the link that they came by, one bit a #FoyerPermission
 */
guint foyer_diagnosis_permissions (FoyerDiagnosisRun *self);

/**
 * foyer_diagnosis_permit:
 * @needed: one bit a #FoyerPermission
 *
 * Returns: (transfer full) (nullable): a remedy that permits the person or the link what is lacking, %NULL if nothing is
 */
FoyerRemedy *foyer_diagnosis_permit (FoyerDiagnosisRun *self, guint needed);

/**
 * foyer_diagnosis_edit_address:
 * @words: (transfer full)
 *
 * Returns: (transfer full): a remedy that corrects the person's address
 */
FoyerRemedy *foyer_diagnosis_edit_address (FoyerDiagnosisRun *self, char *words);

/**
 * foyer_diagnosis_ask_person:
 * @finding: (out) (transfer none) (nullable): what signing in by @method answers to the rule that is asked, now among the findings
 *
 * Returns: %FALSE if the source failed
 */
gboolean foyer_diagnosis_ask_person (FoyerDiagnosisRun *self,
                                     FoyerSignInMethod method,
                                     FoyerFinding **finding,
                                     GError **error);

/**
 * foyer_diagnosis_find_site_rule:
 * @record: that its site hides from the person
 * @rule: (out): D28 if it hangs at no site of this client, D29 if only this person does not see the site; a static string
 *
 * Returns: %FALSE if the source failed
 */
gboolean foyer_diagnosis_find_site_rule (FoyerDiagnosisRun *self,
                                         FoyerRecord *record,
                                         const char **rule,
                                         GError **error);

/**
 * foyer_diagnosis_ask_rules:
 * @ids: (array length=n_ids): rules; those that @chain does not ask are left out
 * @finding: (out) (transfer full) (nullable): the first that does not pass, %NULL if all do
 *
 * Returns: %FALSE if the source failed
 */
gboolean foyer_diagnosis_ask_rules (const FoyerDiagnosisCase *the_case,
                                    FoyerDiagnosisChain chain,
                                    const char *const *ids,
                                    guint n_ids,
                                    FoyerFinding **finding,
                                    GError **error);

/* The rules, in the order of the table. */

gboolean foyer_diagnosis_check_portal (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_client (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_anybody (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_address (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_typo (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_sent (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_bounced (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_invite_alive (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_sent_to (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_opened (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_registered (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_method (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_sso (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_domain (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_revoked (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_expired (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_scanner (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_phone (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_lock (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_session (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_url (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_feature (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_client_scope (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_link_scope (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_person_scope (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_visits (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_account (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_property (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_sites (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_released (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_done (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_issued (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_payer (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_proof (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_payments (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_provider (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_unpaid (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_minimum (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_pay_link (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_quote (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_booking (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_change (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_messaging (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_draft (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_pictures (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_granted (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_texts (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_zone (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_foreign (FoyerDiagnosisRun *run, GError **error);
gboolean foyer_diagnosis_check_age (FoyerDiagnosisRun *run, GError **error);

G_END_DECLS
