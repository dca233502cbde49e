/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-links.c - the secrets of direct links */

#include "accounts/foyer-portal-links.h"

#include "accounts/foyer-secret.h"

gboolean
foyer_portal_links_forget (FoyerDatabase *database, gint64 organisation, const char *link_id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM link_secret WHERE organisation = $1 AND link_id = $2",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, link_id);
  return foyer_statement_run (statement, error);
}

static gboolean
add_secret (FoyerDatabase *database,
            gint64 organisation,
            const char *link_id,
            const char *secret,
            GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "INSERT INTO link_secret (hash, organisation, link_id) VALUES ($1, $2, $3)",
                                error);
  g_autoptr (GBytes) hash = foyer_secret_hash (secret);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_text (statement, 3, link_id);
  return foyer_statement_run (statement, error);
}

char *
foyer_portal_links_issue (FoyerDatabase *database,
                          FoyerRandom *random,
                          gint64 organisation,
                          const char *link_id,
                          GError **error)
{
  char *secret;

  if (!foyer_portal_links_forget (database, organisation, link_id, error))
    return NULL;
  secret = foyer_secret_new (FOYER_SECRET_LINK, random);
  if (add_secret (database, organisation, link_id, secret, error))
    return secret;
  foyer_secret_free (secret);
  return NULL;
}

char *
foyer_portal_links_find_by_hash (FoyerDatabase *database, gint64 organisation, GBytes *hash, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "SELECT link_id FROM link_secret WHERE hash = $1 AND organisation = $2",
                                error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  if (foyer_statement_step (statement, &local_error))
    return g_strdup (foyer_statement_get_text (statement, 0));
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The link is not valid");
  return NULL;
}

char *
foyer_portal_links_find (FoyerDatabase *database, gint64 organisation, const char *secret, GError **error)
{
  g_autoptr (GBytes) hash = NULL;

  if (foyer_secret_is_well_formed (secret, FOYER_SECRET_LINK)) {
    hash = foyer_secret_hash (secret);
    return foyer_portal_links_find_by_hash (database, organisation, hash, error);
  }
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The link is not valid");
  return NULL;
}
