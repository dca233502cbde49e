/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_APPROVALS_EMPTY (foyer_approvals_empty_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApprovalsEmpty, foyer_approvals_empty, FOYER, APPROVALS_EMPTY, AdwBin)

/**
 * FoyerApprovalsEmpty:
 *
 * What stands where a list has nothing: why, and when the next request can come.
 *
 * Properties: `desk`, `shown` (`pending` or `decided`), `sentence` (read-only; looked up only while it is seen).
 */

G_END_DECLS
