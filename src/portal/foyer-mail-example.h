/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail-values.h"

G_BEGIN_DECLS

/**
 * foyer_mail_example_values:
 * @kind: one of those whose words staff may change
 * @client_id: to whom it would go
 * @name: of whoever would read it
 * @now: in seconds since 1970
 *
 * What would stand for the placeholders if such a mail went to a client who is there (000-75): their newest quote, booking or request.
 * Dots stand for what a secret would, and for everything that there is no example of.
 *
 * Returns: (transfer full) (element-type utf8 utf8): for a #FoyerMailDraft, or %NULL if the source failed
 */
GHashTable *foyer_mail_example_values (const FoyerMailContext *context,
                                       FoyerMailKind kind,
                                       const char *client_id,
                                       const char *name,
                                       gint64 now,
                                       GError **error);

G_END_DECLS
