/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"

G_BEGIN_DECLS

/**
 * FoyerChangeSet:
 *
 * What one commit changed: ids by type, and whether operations did. Built on the writing thread, then given to the main thread and
 * never changed again.
 */
typedef struct _FoyerChangeSet FoyerChangeSet;

FoyerChangeSet *foyer_change_set_new (void);
FoyerChangeSet *foyer_change_set_ref (FoyerChangeSet *self);
void foyer_change_set_unref (FoyerChangeSet *self);

#define FOYER_TYPE_CHANGE_SET (foyer_change_set_get_type ())
GType foyer_change_set_get_type (void);

void foyer_change_set_add (FoyerChangeSet *self, const FoyerRecordType *type, const char *id);
void foyer_change_set_add_operations (FoyerChangeSet *self);

/**
 * foyer_change_set_get_ids:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the ids of @type that changed, as the keys of a set
 */
GHashTable *foyer_change_set_get_ids (FoyerChangeSet *self, const FoyerRecordType *type);
gboolean foyer_change_set_has_operations (FoyerChangeSet *self);
gboolean foyer_change_set_is_empty (FoyerChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerChangeSet, foyer_change_set_unref)

G_END_DECLS
