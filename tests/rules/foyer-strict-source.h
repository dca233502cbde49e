/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"

G_BEGIN_DECLS

#define FOYER_TYPE_STRICT_SOURCE (foyer_strict_source_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStrictSource, foyer_strict_source, FOYER, STRICT_SOURCE, GObject)

/**
 * foyer_strict_source_new:
 *
 * Returns: (transfer full): a source that answers as @inner does, notes every question that no index answers, and fails on command
 */
FoyerStrictSource *foyer_strict_source_new (FoyerRecordSource *inner);

/**
 * foyer_strict_source_get_slow:
 *
 * Returns: (transfer none) (element-type utf8): `Type.field` for every filter or order over a field without an index
 */
GPtrArray *foyer_strict_source_get_slow (FoyerStrictSource *self);

/**
 * foyer_strict_source_fail_at:
 * @call: which call from now on fails, 1 for the next; 0 for none
 */
void foyer_strict_source_fail_at (FoyerStrictSource *self, guint call);

/**
 * foyer_strict_source_has_failed:
 *
 * Returns: whether the call that was to fail came
 */
gboolean foyer_strict_source_has_failed (FoyerStrictSource *self);

G_END_DECLS
