/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-memory-source.h"
#include "foyer-portal-view.h"

G_BEGIN_DECLS

/* 2025-11-19T20:00:00Z: noon of a Wednesday at Northwind's. */
#define SAMPLE_NOW G_GINT64_CONSTANT (1763582400)

/**
 * FoyerPortalSample:
 * @source: the records of `data/sample.json`
 * @settings: the settings among them
 *
 * Northwind Heating & Air with its client Hillside Dental: Maria (pp-1) sees everything, Tom (pp-2) the Riverside clinic only and
 * no money; New Leaf (cl-3, pp-3) has nothing yet. What no client may ever see says so in its text.
 */
typedef struct {
  FoyerMemorySource *source;
  FoyerRecord *settings;
} FoyerPortalSample;

/**
 * foyer_portal_sample_new:
 * @change: (nullable): called with each record's JSON before it is put
 */
FoyerPortalSample *foyer_portal_sample_new (void (*change) (const FoyerRecordType *type, JsonObject *json));
void foyer_portal_sample_free (FoyerPortalSample *self);

/**
 * foyer_portal_sample_put:
 * @json: a record of @type, in place of the one with its id
 */
void foyer_portal_sample_put (FoyerPortalSample *self, const FoyerRecordType *type, const char *json);

/**
 * foyer_portal_sample_change:
 * @id: a record of @type
 * @json: the members that are different
 */
void foyer_portal_sample_change (FoyerPortalSample *self,
                                 const FoyerRecordType *type,
                                 const char *id,
                                 const char *json);

/**
 * foyer_portal_sample_rename:
 * @names: (element-type utf8 JsonObject): for each record type, by id, the members that are different
 *
 * Changes many records, as `data/names-*.json` say.
 */
void foyer_portal_sample_rename (FoyerPortalSample *self, JsonObject *names);

/**
 * foyer_portal_sample_view:
 * @person_id: (nullable)
 *
 * Returns: (transfer full): what that viewer sees at %SAMPLE_NOW
 */
JsonObject *foyer_portal_sample_view (FoyerPortalSample *self,
                                      const char *client_id,
                                      const char *person_id,
                                      const char *link_id,
                                      const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPortalSample, foyer_portal_sample_free)

G_END_DECLS
