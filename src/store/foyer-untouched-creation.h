/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-operation.h"

G_BEGIN_DECLS

/**
 * foyer_untouched_creation_is:
 * @data: an operation that has left
 * @record: (nullable): its record as it stands now
 *
 * Whether the operation made a record that can be removed again (E4): one that nobody was told of by making it, a domain or a document, and that
 * stands as it was made.
 *
 * Returns: %TRUE if removing @record takes the operation back
 */
gboolean foyer_untouched_creation_is (const FoyerOperationData *data, FoyerRecord *record);

G_END_DECLS
