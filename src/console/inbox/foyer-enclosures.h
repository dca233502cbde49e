/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ENCLOSURES (foyer_enclosures_get_type ())
G_DECLARE_FINAL_TYPE (FoyerEnclosures, foyer_enclosures, FOYER, ENCLOSURES, AdwBin)

/**
 * FoyerEnclosures:
 *
 * The files that go with what is written (000-33, 001-22). Each is copied at once, kept with its draft, and uploaded before its
 * message leaves. It is not seen while there are none.
 *
 * Its read-only properties are `busy`, whether a file is being copied and a message would leave without it, and `empty`, whether there are
 * none: files say enough without words.
 */

/**
 * foyer_enclosures_start:
 * @desk: not referenced beyond foyer_enclosures_stop()
 */
void foyer_enclosures_start (FoyerEnclosures *self, FoyerDesk *desk);
void foyer_enclosures_stop (FoyerEnclosures *self);

/**
 * foyer_enclosures_show:
 * @conversation_id: (nullable): for what is written in it
 * @kind: reply or note
 *
 * Shows the files of another draft.
 */
void foyer_enclosures_show (FoyerEnclosures *self, const char *conversation_id, const char *kind);

/**
 * foyer_enclosures_add:
 * @file: what goes along; more than a message can have, and what is too large, is refused with a sentence
 */
void foyer_enclosures_add (FoyerEnclosures *self, GFile *file);

/**
 * foyer_enclosures_take:
 *
 * Returns: (transfer full) (nullable): what a message says of them, `{blobId, name, mediaType, size}` each; %NULL if there are none.
 * The draft has none afterwards
 */
JsonArray *foyer_enclosures_take (FoyerEnclosures *self);

/**
 * foyer_enclosures_put_back:
 * @conversation_id: where they were sent
 * @taken: (nullable): as foyer_enclosures_take() gave them; what is there already does not come twice
 */
void foyer_enclosures_put_back (FoyerEnclosures *self,
                                const char *conversation_id,
                                const char *kind,
                                JsonArray *taken);

/**
 * FoyerEnclosures::failed:
 * @sentence: why a file does not go along
 */

G_END_DECLS
