/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-accounts.c - organisations, and who is behind an access token */

#include "accounts/foyer-accounts.h"

#include "foyer-mutant.h"

#include "accounts/foyer-secret.h"
#include "accounts/foyer-tokens.h"

#include "foyer-id.h"
#include "foyer-record-table.h"
#include "types/device.h"
#include "types/organisation.h"
#include "types/staff_member.h"

#include <string.h>

#define EPOCH_BYTES 6
#define LONGEST_SLUG 63

G_DEFINE_QUARK (foyer - accounts - error - quark, foyer_accounts_error)

void
foyer_organisation_account_free (FoyerOrganisationAccount *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->slug);
  g_free (self->epoch);
  g_free (self);
}

void
foyer_staff_identity_free (FoyerStaffIdentity *self)
{
  if (self == NULL)
    return;
  foyer_organisation_account_free (self->organisation);
  g_free (self->staff_id);
  g_free (self->name);
  g_free (self->role);
  g_free (self->device_id);
  g_free (self);
}

void
foyer_tokens_free (FoyerTokens *self)
{
  if (self == NULL)
    return;
  foyer_secret_free (self->access_token);
  foyer_secret_free (self->refresh_token);
  g_free (self);
}

/* The epoch stands before a hyphen in every state, so it has none. */
static char *
make_epoch (FoyerRandom *random)
{
  guint8 bytes[EPOCH_BYTES];
  GString *epoch = g_string_new (NULL);

  foyer_random_bytes (random, bytes, sizeof bytes);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (epoch, "%02x", bytes[i]);
  return g_string_free (epoch, FALSE);
}

/* One DNS label, so that it can stand in a host name. */
static gboolean
is_slug (const char *slug)
{
  gsize length = strlen (slug);

  if (length == 0 || length > LONGEST_SLUG || slug[0] == '-' || slug[length - 1] == '-')
    return FALSE;
  return strspn (slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

FoyerOrganisationAccount *
foyer_accounts_add_organisation (FoyerDatabase *database,
                                 FoyerRandom *random,
                                 const char *id,
                                 const char *slug,
                                 GError **error)
{
  static const char sql[] = "INSERT INTO account (id, slug, epoch, counter) VALUES ($1, $2, $3, 0)";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *epoch = NULL;

  if (!is_slug (slug) || !foyer_id_has_prefix (id, foyer_organisation_type.prefix)) {
    g_set_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID,
                 "“%s” cannot be part of an address: only a to z, 0 to 9 and hyphens between them can", slug);
    return NULL;
  }
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  epoch = make_epoch (random);
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_text (statement, 2, slug);
  foyer_statement_bind_text (statement, 3, epoch);
  if (!foyer_statement_run (statement, &local_error)) {
    if (g_error_matches (local_error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CONSTRAINT))
      g_set_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_EXISTS,
                   "There is an organisation called “%s” already", slug);
    else
      g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  return foyer_accounts_find_organisation_by_slug (database, slug, error);
}

static FoyerOrganisationAccount *
find_organisation (FoyerDatabase *database, const char *sql, const char *key, gint64 number, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GError) local_error = NULL;
  FoyerOrganisationAccount *self;

  if (statement == NULL)
    return NULL;
  if (key != NULL)
    foyer_statement_bind_text (statement, 1, key);
  else
    foyer_statement_bind_integer (statement, 1, number);
  if (!foyer_statement_step (statement, &local_error)) {
    if (local_error != NULL)
      g_propagate_error (error, g_steal_pointer (&local_error));
    else
      g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED,
                           "There is no such organisation");
    return NULL;
  }
  self = g_new0 (FoyerOrganisationAccount, 1);
  self->number = foyer_statement_get_integer (statement, 0);
  self->id = g_strdup (foyer_statement_get_text (statement, 1));
  self->slug = g_strdup (foyer_statement_get_text (statement, 2));
  self->epoch = g_strdup (foyer_statement_get_text (statement, 3));
  return self;
}

FoyerOrganisationAccount *
foyer_accounts_find_organisation_by_slug (FoyerDatabase *database, const char *slug, GError **error)
{
  return find_organisation (database, "SELECT organisation, id, slug, epoch FROM account WHERE slug = $1",
                            slug, 0, error);
}

FoyerOrganisationAccount *
foyer_accounts_find_organisation_by_id (FoyerDatabase *database, const char *id, GError **error)
{
  return find_organisation (database, "SELECT organisation, id, slug, epoch FROM account WHERE id = $1", id,
                            0, error);
}

FoyerOrganisationAccount *
foyer_accounts_find_organisation (FoyerDatabase *database, gint64 number, GError **error)
{
  return find_organisation (database,
                            "SELECT organisation, id, slug, epoch FROM account WHERE organisation = $1", NULL,
                            number, error);
}

FoyerOrganisationAccount *
foyer_accounts_find_only_organisation (FoyerDatabase *database, GError **error)
{
  gint64 count;
  g_autoptr (GError) local_error = NULL;

  count = foyer_database_integer (database, "SELECT count(*) FROM account", &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (count != 1) {
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID,
                         count == 0 ? "There is no organisation yet"
                                    : "There are several organisations: name one");
    return NULL;
  }
  return foyer_accounts_find_organisation (
      database, foyer_database_integer (database, "SELECT organisation FROM account", NULL), error);
}

gboolean
foyer_accounts_renew_epochs (FoyerDatabase *database, FoyerRandom *random, GError **error)
{
  g_autoptr (FoyerStatement) list
      = foyer_database_prepare (database, "SELECT organisation FROM account ORDER BY organisation", error);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (list == NULL)
    return FALSE;
  if (FOYER_MUTANT (EPOCH_KEPT_ON_RESTORE))
    return TRUE;
  while (foyer_statement_step (list, &local_error)) {
    gint64 number = foyer_statement_get_integer (list, 0);

    g_array_append_val (numbers, number);
  }
  for (guint i = 0; local_error == NULL && i < numbers->len; i++) {
    g_autoptr (FoyerStatement) change
        = foyer_database_prepare (database, "UPDATE account SET epoch = $2 WHERE organisation = $1",
                                  &local_error);
    g_autofree char *epoch = make_epoch (random);

    if (change == NULL)
      break;
    foyer_statement_bind_integer (change, 1, g_array_index (numbers, gint64, i));
    foyer_statement_bind_text (change, 2, epoch);
    foyer_statement_run (change, &local_error);
  }
  if (local_error == NULL)
    return foyer_database_execute (database, "UPDATE console SET last_before = last", error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static const char *
get_role_word (FoyerRecord *staff)
{
  switch ((FoyerStaffMemberRole) foyer_staff_member_get_role (staff)) {
  case FOYER_STAFF_MEMBER_ADMIN:
    return "admin";
  case FOYER_STAFF_MEMBER_OFFICE:
    return "office";
  case FOYER_STAFF_MEMBER_VIEWER:
  default:
    return "viewer";
  }
}

FoyerRecord *
foyer_accounts_get_staff (FoyerDatabase *database, gint64 organisation, const char *staff_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FoyerRecord) staff = NULL;

  staff = foyer_record_table_get (database, organisation, &foyer_staff_member_type, staff_id, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (staff == NULL || !foyer_staff_member_get_active (staff)) {
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED,
                         "The sign-in is not valid");
    return NULL;
  }
  return g_steal_pointer (&staff);
}

gboolean
foyer_accounts_check_device (FoyerDatabase *database,
                             gint64 organisation,
                             const char *device_id,
                             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FoyerRecord) device = NULL;

  device = foyer_record_table_get (database, organisation, &foyer_device_type, device_id, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (device == NULL || foyer_device_get_status (device) == FOYER_DEVICE_ACTIVE)
    return TRUE;
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The sign-in is not valid");
  return FALSE;
}

FoyerStaffIdentity *
foyer_accounts_authenticate (FoyerDatabase *database, const char *bearer, gint64 now, GError **error)
{
  g_autoptr (FoyerTokenOwner) owner = NULL;
  g_autoptr (FoyerRecord) staff = NULL;
  g_autoptr (FoyerStaffIdentity) self = NULL;

  owner = foyer_tokens_find_owner (database, bearer, now, error);
  if (owner == NULL)
    return NULL;
  staff = foyer_accounts_get_staff (database, owner->organisation, owner->staff_id, error);
  if (staff == NULL || !foyer_accounts_check_device (database, owner->organisation, owner->device_id, error))
    return NULL;
  self = g_new0 (FoyerStaffIdentity, 1);
  self->organisation = foyer_accounts_find_organisation (database, owner->organisation, error);
  if (self->organisation == NULL)
    return NULL;
  self->staff_id = g_steal_pointer (&owner->staff_id);
  self->device_id = g_steal_pointer (&owner->device_id);
  self->name = g_strdup (foyer_staff_member_get_name (staff));
  self->role = g_strdup (get_role_word (staff));
  return g_steal_pointer (&self);
}
