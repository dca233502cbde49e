/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-operation.h"

G_BEGIN_DECLS

/**
 * foyer_operation_details:
 * @time: how moments are told
 *
 * All that somebody who is asked for help needs to know of an operation: what, when, the ids, what was changed, what the server said and the
 * exact exchange, if it is kept. Secrets are left out.
 *
 * Returns: (transfer full): plain text of several lines
 */
char *foyer_operation_details (FoyerOperation *operation, FoyerOfficeTime *time);

G_END_DECLS
