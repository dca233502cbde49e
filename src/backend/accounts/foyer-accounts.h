/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-clock.h"
#include "foyer-database.h"
#include "foyer-random.h"
#include "foyer-record.h"

G_BEGIN_DECLS

#define FOYER_ACCOUNTS_ERROR (foyer_accounts_error_quark ())

/**
 * FoyerAccountsError:
 * @FOYER_ACCOUNTS_ERROR_REFUSED: unknown, expired, used or revoked; callers never learn which
 * @FOYER_ACCOUNTS_ERROR_EXISTS: the name is taken
 * @FOYER_ACCOUNTS_ERROR_INVALID: the input cannot be right
 * @FOYER_ACCOUNTS_ERROR_LIMITED: too many tries; later
 */
typedef enum {
  FOYER_ACCOUNTS_ERROR_REFUSED,
  FOYER_ACCOUNTS_ERROR_EXISTS,
  FOYER_ACCOUNTS_ERROR_INVALID,
  FOYER_ACCOUNTS_ERROR_LIMITED,
} FoyerAccountsError;

GQuark foyer_accounts_error_quark (void);

/**
 * FoyerOrganisationAccount:
 * @number: the organisation in keys
 * @id: its record id, which is the JMAP account id, for ever
 * @slug: its host name label
 * @epoch: of its history
 */
typedef struct {
  gint64 number;
  char *id;
  char *slug;
  char *epoch;
} FoyerOrganisationAccount;

/**
 * FoyerStaffIdentity:
 * @role: `admin`, `office` or `viewer`
 *
 * A staff member behind a valid access token.
 */
typedef struct {
  FoyerOrganisationAccount *organisation;
  char *staff_id;
  char *name;
  char *role;
  char *device_id;
} FoyerStaffIdentity;

/**
 * FoyerTokens:
 * @expires_in: seconds that the access token lives
 */
typedef struct {
  char *access_token;
  char *refresh_token;
  gint64 expires_in;
} FoyerTokens;

void foyer_organisation_account_free (FoyerOrganisationAccount *self);
void foyer_staff_identity_free (FoyerStaffIdentity *self);
void foyer_tokens_free (FoyerTokens *self);

/**
 * foyer_accounts_add_organisation:
 * @id: the id of its Organisation record
 *
 * Returns: (transfer full): the new account
 */
FoyerOrganisationAccount *foyer_accounts_add_organisation (FoyerDatabase *database,
                                                           FoyerRandom *random,
                                                           const char *id,
                                                           const char *slug,
                                                           GError **error);

FoyerOrganisationAccount *
foyer_accounts_find_organisation_by_slug (FoyerDatabase *database, const char *slug, GError **error);
FoyerOrganisationAccount *
foyer_accounts_find_organisation_by_id (FoyerDatabase *database, const char *id, GError **error);

/**
 * foyer_accounts_renew_epochs:
 *
 * Begins a new history for every organisation, after a restore: states and operations of the old one are known as such.
 */
gboolean foyer_accounts_renew_epochs (FoyerDatabase *database, FoyerRandom *random, GError **error);

/**
 * foyer_accounts_find_organisation:
 * @number: the organisation in keys
 */
FoyerOrganisationAccount *
foyer_accounts_find_organisation (FoyerDatabase *database, gint64 number, GError **error);

/**
 * foyer_accounts_find_only_organisation:
 *
 * Returns: (transfer full): the organisation of a server that has one; %FOYER_ACCOUNTS_ERROR_INVALID if it has none or several
 */
FoyerOrganisationAccount *foyer_accounts_find_only_organisation (FoyerDatabase *database, GError **error);

/**
 * foyer_accounts_get_staff:
 *
 * Returns: (transfer full): the record of a staff member who may sign in, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerRecord *
foyer_accounts_get_staff (FoyerDatabase *database, gint64 organisation, const char *staff_id, GError **error);

/**
 * foyer_accounts_check_device:
 *
 * Returns: %FALSE with %FOYER_ACCOUNTS_ERROR_REFUSED if staff have revoked the device; one whose record is not there yet is good
 */
gboolean foyer_accounts_check_device (FoyerDatabase *database,
                                      gint64 organisation,
                                      const char *device_id,
                                      GError **error);

/**
 * foyer_accounts_authenticate:
 * @bearer: an access token
 * @now: seconds since 1970
 *
 * Asked on every request, so that a revoked device or a removed staff member stops at its next byte.
 *
 * Returns: (transfer full): who it is, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerStaffIdentity *
foyer_accounts_authenticate (FoyerDatabase *database, const char *bearer, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerOrganisationAccount, foyer_organisation_account_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerStaffIdentity, foyer_staff_identity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTokens, foyer_tokens_free)

G_END_DECLS
