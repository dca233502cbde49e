/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CLIENT_ROW (foyer_client_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClientRow, foyer_client_row, FOYER, CLIENT_ROW, FoyerSubjectBin)

/**
 * FoyerClientRow:
 *
 * One client in the list. Property: `client` (#FoyerRecord or %NULL).
 */

G_END_DECLS
