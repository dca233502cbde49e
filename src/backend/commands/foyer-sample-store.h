/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "sample/foyer-sample.h"

G_BEGIN_DECLS

/**
 * foyer_sample_store:
 * @slug: (nullable): in place of the sample's own
 * @password: (nullable): of the logins ana, ben and vera; %NULL for logins by one-time codes alone
 *
 * Makes the sample business and stores it as a further organisation, in one transaction, with its history as it is: who made and changed
 * what and when.
 *
 * Returns: how many records there are, or -1 with an error and nothing stored
 */
gint64 foyer_sample_store (FoyerBackend *backend,
                           const FoyerSampleOptions *options,
                           const char *slug,
                           const char *password,
                           GError **error);

G_END_DECLS
