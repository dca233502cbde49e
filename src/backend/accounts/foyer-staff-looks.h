/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* Seconds that a link lives, and the look that it opens. */
#define FOYER_STAFF_LOOK_SECONDS 300

/**
 * FoyerStaffLook:
 * @organisation: in keys
 * @staff_id: who looks
 * @device_id: the console at which they asked
 * @client_id: (nullable): through whose eyes; %NULL for somebody who is not signed in
 * @person_id: (nullable)
 * @link_id: (nullable): whoever has this link
 * @page: where it begins
 * @expires_at: seconds since 1970
 *
 * A member of staff who looks at a portal in a browser, as one client sees it. It is no session of anybody.
 */
typedef struct {
  gint64 organisation;
  char *staff_id;
  char *device_id;
  char *client_id;
  char *person_id;
  char *link_id;
  char *page;
  gint64 expires_at;
} FoyerStaffLook;

void foyer_staff_look_free (FoyerStaffLook *self);

/**
 * foyer_staff_looks_start:
 * @look: it ends %FOYER_STAFF_LOOK_SECONDS after @now
 *
 * Returns: (transfer full): the secret of the link, to be freed by foyer_secret_free(), or %NULL with an error
 */
char *foyer_staff_looks_start (FoyerDatabase *database,
                               FoyerRandom *random,
                               const FoyerStaffLook *look,
                               gint64 now,
                               GError **error);

/**
 * foyer_staff_looks_find:
 * @secret: (nullable): from outside
 * @look: (out) (transfer full) (nullable): the look of @organisation to which @secret belongs and that is not over
 *
 * Returns: %FALSE with an error if that cannot be told
 */
gboolean foyer_staff_looks_find (FoyerDatabase *database,
                                 gint64 organisation,
                                 const char *secret,
                                 gint64 now,
                                 FoyerStaffLook **look,
                                 GError **error);

/**
 * foyer_staff_looks_end:
 * @secret: from outside
 *
 * Ends the look of @organisation to which @secret belongs, and with it the link: who finds it in the browser's history opens nothing.
 */
gboolean
foyer_staff_looks_end (FoyerDatabase *database, gint64 organisation, const char *secret, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerStaffLook, foyer_staff_look_free)

G_END_DECLS
