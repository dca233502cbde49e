/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-access.h"
#include "foyer-zone.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerViewContext:
 * @zone: the organisation's
 * @today: the day that @now is there
 * @failure: (nullable): the first error of the source. Reading goes on after it and finds nothing, and the view is thrown away.
 * @seen: (element-type utf8 FoyerRecord): records that were read once, by id
 *
 * What the parts of a view are made from. Lives as long as one call.
 */
typedef struct {
  FoyerRecordSource *source;
  const FoyerPortalViewer *viewer;
  const FoyerPortalAccess *access;
  FoyerRecord *settings;
  FoyerZone *zone;
  FoyerDate today;
  gint64 now;
  GError *failure;
  GHashTable *seen;
} FoyerViewContext;

/**
 * foyer_view_context_get:
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the record
 */
FoyerRecord *foyer_view_context_get (FoyerViewContext *self, const FoyerRecordType *type, const char *id);

/**
 * foyer_view_context_list:
 * @query: (transfer full)
 *
 * Returns: (transfer full) (element-type FoyerRecord): the records, none if the source failed
 */
GPtrArray *foyer_view_context_list (FoyerViewContext *self, FoyerQuery *query);

/* Members of view documents. What is absent, empty or false is left out where the function's name says "if". */

void foyer_view_set_time (JsonObject *object, const char *name, gint64 seconds);
void foyer_view_set_text_if (JsonObject *object, const char *name, const char *text);
void foyer_view_set_true_if (JsonObject *object, const char *name, gboolean is_true);
void foyer_view_set_money_if (JsonObject *object, const char *name, FoyerMoneyValue money);

/**
 * foyer_view_set_word:
 * @words: (array zero-terminated=1): the words of an enum
 * @index: a place among them, or -1 if the record has none
 */
void foyer_view_set_word (JsonObject *object, const char *name, const char *const *words, int index);

/**
 * foyer_view_set_property:
 * @property_id: (nullable)
 *
 * Adds the member `property`: name and address of a site.
 */
void foyer_view_set_property (JsonObject *object, FoyerViewContext *context, const char *property_id);

/**
 * foyer_view_set_crew:
 * @crew_id: (nullable)
 * @helper_ids: (nullable)
 *
 * Adds the member `crew`: the names of those who come.
 */
void
foyer_view_set_crew (JsonObject *object, FoyerViewContext *context, const char *crew_id, char **helper_ids);

/**
 * foyer_view_make_property:
 *
 * Returns: (transfer full): id, name and address of a site
 */
JsonObject *foyer_view_make_property (FoyerRecord *property);

/* The parts of a view, each in a file of its own. */

void foyer_view_add_visits (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_bookings (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_offer (JsonObject *view, FoyerViewContext *context);
void foyer_view_add_money (JsonObject *view, FoyerViewContext *context);

G_END_DECLS
