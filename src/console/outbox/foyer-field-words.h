/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/* Fields and their values as people read them. All texts are the caller's to free. */

/**
 * foyer_field_label:
 * @pointer: a member of a patch: `crewId`, `entries/u1`
 *
 * Returns: (transfer full): `Crew`
 */
char *foyer_field_label (const FoyerRecordType *type, const char *pointer);

/**
 * foyer_field_value_text:
 * @store: (nullable): where names are looked up; without it ids stay ids
 * @time: how moments are told
 * @now: seconds since 1970
 * @value: (nullable): %NULL and null say that there is none
 *
 * A secret is never told.
 *
 * Returns: (transfer full): `Lee`, `Tue, May 6, 9 AM`, `On`, `–`
 */
char *foyer_field_value_text (FoyerStore *store,
                              FoyerOfficeTime *time,
                              gint64 now,
                              const FoyerRecordType *type,
                              const char *pointer,
                              JsonNode *value);

/**
 * foyer_booking_status_word:
 * @status: (nullable): as in JSON
 *
 * Returns: (transfer none): `Approved`, translated
 */
const char *foyer_booking_status_word (const char *status);

/**
 * foyer_record_name:
 *
 * Returns: (transfer full) (nullable): the name of the record @id, if it is here and has one
 */
char *foyer_record_name (FoyerStore *store, const char *id);

G_END_DECLS
