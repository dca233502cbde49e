/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"

G_BEGIN_DECLS

#define FOYER_TYPE_MEMORY_SOURCE (foyer_memory_source_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemorySource, foyer_memory_source, FOYER, MEMORY_SOURCE, GObject)

/**
 * foyer_memory_source_new:
 *
 * Returns: (transfer full): an empty record source in memory, for drafts and tests
 */
FoyerMemorySource *foyer_memory_source_new (void);

/**
 * foyer_memory_source_put:
 *
 * Adds @record or puts it in place of the one with its id.
 */
void foyer_memory_source_put (FoyerMemorySource *self, FoyerRecord *record);

G_END_DECLS
