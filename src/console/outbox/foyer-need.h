/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-need-choices.h"
#include "foyer-office-time.h"
#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NEED (foyer_need_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNeed, foyer_need, FOYER, NEED, GObject)

/**
 * FoyerNeed:
 *
 * An operation that needs a person, in words: what happened, and the two truths side by side. Immutable.
 *
 * Properties: `operation-id`, `title`, `sentence`, `at`, `mine-head`, `mine-title`, `mine-detail`, `theirs-head`, `theirs-title`, `theirs-detail`,
 * `before` (what both began from).
 */

FoyerNeed *foyer_need_new (FoyerStore *store, FoyerOperation *operation, FoyerOfficeTime *time, gint64 now);

const char *foyer_need_get_operation_id (FoyerNeed *self);
FoyerNeedChoices foyer_need_get_choices (FoyerNeed *self);

/**
 * foyer_need_get_likeness:
 *
 * Returns: (transfer none): the same text for what can be answered together
 */
const char *foyer_need_get_likeness (FoyerNeed *self);

/**
 * foyer_need_get_follows:
 *
 * Returns: whether it was refused only because another was
 */
gboolean foyer_need_get_follows (FoyerNeed *self);

G_END_DECLS
