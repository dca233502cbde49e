/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"
#include "foyer-operation.h"

G_BEGIN_DECLS

/* What an operation builds on: it must not be done if that was not. */

/**
 * foyer_operation_find_required:
 * @data: an operation that is about to be added
 *
 * The newest operation that the server has not done yet and that @data builds on: one on the same record that makes it or touches the same
 * value, or one that makes a record which @data names.
 *
 * Returns: (transfer full) (nullable): its id
 */
char *foyer_operation_find_required (FoyerDatabase *database, const FoyerOperationData *data);

/**
 * foyer_operation_get_still_required:
 * @requires: (nullable): what was found when the operation was added
 *
 * What has been done by now is required no longer; what was taken back passes on what it required itself.
 *
 * Returns: (transfer full) (nullable): the id to name to the server
 */
char *foyer_operation_get_still_required (FoyerDatabase *database, const char *requires);

G_END_DECLS
