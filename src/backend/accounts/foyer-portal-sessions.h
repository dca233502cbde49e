/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/**
 * FoyerPortalSession:
 * @organisation: the organisation in keys
 * @id: of its PortalSession record; no secret
 * @link_id: (nullable): the link that opened it
 * @client_id: whose portal it shows
 * @person_id: (nullable): who looks, if the link named somebody
 * @form_key: what the form tokens of this session are made with
 * @settings_rev: the rev of the portal settings at sign-in: what is widened later counts from the next sign-in
 * @created_at: seconds since 1970
 * @expires_at: seconds since 1970
 *
 * A browser's stay in a portal.
 */
typedef struct {
  gint64 organisation;
  char *id;
  char *link_id;
  char *client_id;
  char *person_id;
  char *form_key;
  gint64 settings_rev;
  gint64 created_at;
  gint64 expires_at;
} FoyerPortalSession;

void foyer_portal_session_free (FoyerPortalSession *self);

/**
 * foyer_portal_sessions_start:
 * @session: what the session is of; its @form_key is made here, and @created_at is @now
 *
 * Returns: (transfer full): the secret for the cookie, or %NULL with an error
 */
char *foyer_portal_sessions_start (FoyerDatabase *database,
                                   FoyerRandom *random,
                                   const FoyerPortalSession *session,
                                   gint64 now,
                                   GError **error);

/**
 * foyer_portal_sessions_find:
 * @cookie: (nullable): from outside
 *
 * Returns: (transfer full): the live session of @organisation that @cookie belongs to, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerPortalSession *foyer_portal_sessions_find (FoyerDatabase *database,
                                                gint64 organisation,
                                                const char *cookie,
                                                gint64 now,
                                                GError **error);

gboolean
foyer_portal_sessions_end (FoyerDatabase *database, gint64 organisation, const char *id, GError **error);

/**
 * foyer_portal_sessions_end_by_link:
 *
 * Ends every session that a link opened.
 */
gboolean foyer_portal_sessions_end_by_link (FoyerDatabase *database,
                                            gint64 organisation,
                                            const char *link_id,
                                            GError **error);

/**
 * foyer_portal_sessions_end_by_client:
 *
 * Ends every session in a client's portal.
 */
gboolean foyer_portal_sessions_end_by_client (FoyerDatabase *database,
                                              gint64 organisation,
                                              const char *client_id,
                                              GError **error);

/**
 * foyer_portal_sessions_end_by_person:
 *
 * Ends every session of a person.
 */
gboolean foyer_portal_sessions_end_by_person (FoyerDatabase *database,
                                              gint64 organisation,
                                              const char *person_id,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPortalSession, foyer_portal_session_free)

G_END_DECLS
