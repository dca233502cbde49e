/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record-source.h"
#include "foyer-shared-words.h"

G_BEGIN_DECLS

/*
 * Why can this client not …? (product.md E1). A complaint is a chain of the rules D01 to D50, asked in their order.
 */

/**
 * FoyerDiagnosisChain:
 *
 * What somebody complains of on the phone.
 */
typedef enum {
  FOYER_DIAGNOSIS_NO_MAIL,        /* an invite or sign-in mail did not come */
  FOYER_DIAGNOSIS_SIGN_IN,        /* cannot sign in, or a link does not open */
  FOYER_DIAGNOSIS_SEES_NOTHING,   /* the portal is empty */
  FOYER_DIAGNOSIS_NO_VISITS,      /* visits are missing */
  FOYER_DIAGNOSIS_NO_PHOTOS,      /* photos are missing */
  FOYER_DIAGNOSIS_NO_INVOICES,    /* invoices are missing */
  FOYER_DIAGNOSIS_NO_PROOF,       /* proof packs are missing */
  FOYER_DIAGNOSIS_NO_QUOTES,      /* quotes are missing */
  FOYER_DIAGNOSIS_NO_DOCUMENTS,   /* documents are missing */
  FOYER_DIAGNOSIS_NO_PLANS,       /* plans are missing */
  FOYER_DIAGNOSIS_NO_CONTRACTS,   /* contracts are missing */
  FOYER_DIAGNOSIS_CANNOT_PAY,     /* an invoice cannot be paid */
  FOYER_DIAGNOSIS_CANNOT_APPROVE, /* a quote cannot be approved or signed */
  FOYER_DIAGNOSIS_CANNOT_BOOK,    /* no time can be booked */
  FOYER_DIAGNOSIS_CANNOT_CHANGE,  /* a visit cannot be moved or cancelled */
  FOYER_DIAGNOSIS_CANNOT_WRITE,   /* no message can be written */
  FOYER_DIAGNOSIS_LOOKS_WRONG,    /* logo, colours or words are not what they should be */
  FOYER_DIAGNOSIS_NO_TEXTS,       /* text messages do not come */
  FOYER_DIAGNOSIS_WRONG_TIMES,    /* times are off */
  FOYER_DIAGNOSIS_SEES_TOO_MUCH,  /* something of somebody else's is shown */
} FoyerDiagnosisChain;

#define FOYER_N_DIAGNOSIS_CHAINS 20

/**
 * FoyerDiagnosisNeeds:
 * @FOYER_DIAGNOSIS_NEEDS_RECORDS: the client's records; unknown while these were never fetched
 * @FOYER_DIAGNOSIS_NEEDS_PERSON: a person; not asked of a link that names nobody
 * @FOYER_DIAGNOSIS_NEEDS_CONSOLE: something that only the console's own store knows
 * @FOYER_DIAGNOSIS_NEEDS_ASKING: something that only the client can say; unknown until they have been asked
 * @FOYER_DIAGNOSIS_NEEDS_SERVER: something that only the server can find out
 *
 * What a rule needs beyond settings and the client's own record, to say more than that it does not know.
 */
typedef enum {
  FOYER_DIAGNOSIS_NEEDS_RECORDS = 1 << 0,
  FOYER_DIAGNOSIS_NEEDS_PERSON = 1 << 1,
  FOYER_DIAGNOSIS_NEEDS_CONSOLE = 1 << 2,
  FOYER_DIAGNOSIS_NEEDS_ASKING = 1 << 3,
  FOYER_DIAGNOSIS_NEEDS_SERVER = 1 << 4,
} FoyerDiagnosisNeeds;

/**
 * FoyerDiagnosisFacts:
 * @invite_waiting_since: since when an invite of this person waits on this computer to be sent, in seconds since 1970; 0 if none does
 * @offline_since: since when there is no connection, in seconds since 1970; 0 while there is one
 * @address: (nullable): the address whose mail the client reads, as they say
 * @url: (nullable): the address of the portal that they use, as they say
 * @knows_method: whether they said how they try to sign in
 * @method: how
 * @shown_ids: (nullable) (array zero-terminated=1): ids of all records in the view; %NULL if nobody has looked
 *
 * What no record says. All zero is "nothing is known".
 */
typedef struct {
  gint64 invite_waiting_since;
  gint64 offline_since;
  const char *address;
  const char *url;
  gboolean knows_method;
  FoyerSignInMethod method;
  const char *const *shown_ids;
} FoyerDiagnosisFacts;

/**
 * FoyerDiagnosisCase:
 * @source: the records of the organisation
 * @settings: (nullable): the settings by which is judged; %NULL for the published ones. Give a draft here to see what would be
 * @draft: (nullable): what is drafted and not published
 * @client: (nullable): whose portal; %NULL if it is not on this computer
 * @person: (nullable): who looks
 * @link: (nullable): the PortalLink that they came by
 * @about: (nullable): the one record that is asked about: a visit, photo, invoice, quote or proof pack
 * @now: seconds since 1970
 * @data_at: up to when @source knows what the server knew, in seconds since 1970; 0 if this client was never fetched
 *
 * Whom and what a diagnosis is about. Borrows everything.
 */
typedef struct {
  FoyerRecordSource *source;
  FoyerRecord *settings;
  FoyerRecord *draft;
  FoyerRecord *client;
  FoyerRecord *person;
  FoyerRecord *link;
  FoyerRecord *about;
  gint64 now;
  gint64 data_at;
  FoyerDiagnosisFacts facts;
} FoyerDiagnosisCase;

typedef struct _FoyerDiagnosisRun FoyerDiagnosisRun;

/**
 * FoyerDiagnosisRule:
 * @id: of product.md E1
 * @chains: the chains that ask it, one bit a #FoyerDiagnosisChain
 * @needs: #FoyerDiagnosisNeeds
 * @check: adds one finding, or none if the rule does not apply; %FALSE if the source failed
 * @say: (nullable): what to tell the client if it fails, where @check has nothing better; the catalogues hold it
 *
 * One row of the table.
 */
typedef struct {
  const char *id;
  guint chains;
  guint needs;
  gboolean (*check) (FoyerDiagnosisRun *run, GError **error);
  const char *say;
} FoyerDiagnosisRule;

/**
 * FoyerDiagnosis:
 * @chain: what was asked
 * @findings: (element-type FoyerFinding): one a rule, in the order of the chain. %FOYER_VERDICT_PASS and %FOYER_VERDICT_INFO pass,
 *   %FOYER_VERDICT_BLOCK fails, %FOYER_VERDICT_UNKNOWN cannot be said from here, and %FOYER_VERDICT_WARN is where to look if nothing fails
 * @answer: (nullable): the first that fails, else the first that warns; %NULL if everything passes or is unknown
 * @n_also: how many more fail
 * @n_unknown: how many cannot be said from here: with one of these, no answer is not a clean bill
 *
 * What a chain answered. Findings that fail have a sentence for the client and nearly all a remedy.
 */
typedef struct {
  FoyerDiagnosisChain chain;
  GPtrArray *findings;
  const FoyerFinding *answer;
  guint n_also;
  guint n_unknown;
} FoyerDiagnosis;

/**
 * foyer_diagnosis_run:
 *
 * Asks every rule of @chain. Staff sentences are in the organisation's language, client sentences in the person's or client's.
 * Called off the UI thread, as its source is.
 *
 * Returns: (transfer full): what was found, or %NULL if the source failed
 */
FoyerDiagnosis *
foyer_diagnosis_run (const FoyerDiagnosisCase *the_case, FoyerDiagnosisChain chain, GError **error);

void foyer_diagnosis_free (FoyerDiagnosis *self);

/**
 * foyer_diagnosis_find:
 * @rule: such as `D04`
 *
 * Returns: (transfer none) (nullable): what that rule answered, %NULL if it was not asked or does not apply
 */
const FoyerFinding *foyer_diagnosis_find (const FoyerDiagnosis *self, const char *rule);

/**
 * foyer_diagnosis_rules:
 *
 * Returns: (transfer none) (array length=n_rules): the table, in order
 */
const FoyerDiagnosisRule *foyer_diagnosis_rules (guint *n_rules);

/**
 * foyer_diagnosis_chain_name:
 *
 * Returns: the name of @chain in documents and actions, such as `no-mail`
 */
const char *foyer_diagnosis_chain_name (FoyerDiagnosisChain chain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDiagnosis, foyer_diagnosis_free)

G_END_DECLS
