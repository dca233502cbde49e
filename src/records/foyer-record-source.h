/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-query.h"
#include "foyer-record.h"

G_BEGIN_DECLS

#define FOYER_TYPE_RECORD_SOURCE (foyer_record_source_get_type ())
G_DECLARE_INTERFACE (FoyerRecordSource, foyer_record_source, FOYER, RECORD_SOURCE, GObject)

/**
 * FoyerRecordSource:
 *
 * Reading records, synchronously, from one snapshot of one organisation. The store gives one over its local records, the server
 * one over its own, tests one in memory: `rules/` and `portal/` cannot tell them apart, which is why console and server decide
 * alike. Called off the UI thread only; nobody keeps it after returning.
 */
struct _FoyerRecordSourceInterface {
  GTypeInterface parent_iface;

  FoyerRecord *(*get) (FoyerRecordSource *self, const FoyerRecordType *type, const char *id, GError **error);
  GPtrArray *(*list) (FoyerRecordSource *self, const FoyerQuery *query, GError **error);
  gint64 (*count) (FoyerRecordSource *self, const FoyerQuery *query, GError **error);
  char *(*get_state) (FoyerRecordSource *self, const FoyerRecordType *type, GError **error);
};

/**
 * foyer_record_source_get:
 * @id: (nullable): %NULL finds nothing
 *
 * Returns: (transfer full) (nullable): the record, or %NULL without an error if there is none
 */
FoyerRecord *foyer_record_source_get (FoyerRecordSource *self,
                                      const FoyerRecordType *type,
                                      const char *id,
                                      GError **error);

/**
 * foyer_record_source_look_up:
 * @id: (nullable): %NULL finds nothing
 * @record: (out) (transfer full) (nullable): the record, %NULL if there is none
 *
 * Gets a record that may be missing, where a failed read must not be taken for that.
 *
 * Returns: %FALSE with @error set if the source failed
 */
gboolean foyer_record_source_look_up (FoyerRecordSource *self,
                                      const FoyerRecordType *type,
                                      const char *id,
                                      FoyerRecord **record,
                                      GError **error);

/**
 * foyer_record_source_get_singleton:
 *
 * Returns: (transfer full) (nullable): the one record of a singleton type
 */
FoyerRecord *
foyer_record_source_get_singleton (FoyerRecordSource *self, const FoyerRecordType *type, GError **error);

/**
 * foyer_record_source_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): the records that @query asks for, or %NULL with an error
 */
GPtrArray *foyer_record_source_list (FoyerRecordSource *self, const FoyerQuery *query, GError **error);

/**
 * foyer_record_source_count:
 *
 * Returns: how many records @query asks for, its limit aside, or -1 with an error
 */
gint64 foyer_record_source_count (FoyerRecordSource *self, const FoyerQuery *query, GError **error);

/**
 * foyer_record_source_get_state:
 *
 * Returns: (transfer full): an opaque text that changes when any record of @type does
 */
char *foyer_record_source_get_state (FoyerRecordSource *self, const FoyerRecordType *type, GError **error);

G_END_DECLS
