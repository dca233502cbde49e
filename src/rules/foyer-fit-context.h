/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-capacity.h"
#include "foyer-finding.h"

G_BEGIN_DECLS

/**
 * FoyerFitContext:
 * @booking: the booking that is judged
 * @known: (nullable): the booking of that id in the source
 * @client: (nullable)
 * @service: (nullable)
 * @capacity: (nullable): what is taken around the booking and on its day; %NULL without a zone
 * @free_crew: (nullable) (element-type FoyerRecord): who is free for the whole time and can do the service, owned by @capacity
 * @n_unassigned: how many of them others will need
 * @crew: (nullable): who is judged; %NULL also if the record is not here
 * @crew_id: (nullable): their id
 * @start: seconds since 1970
 * @end: seconds since 1970, after @start
 * @now: seconds since 1970
 * @client_language: in which the client is spoken to
 *
 * What the fit rules look at, read once for all of them.
 */
typedef struct {
  FoyerRecordSource *source;
  FoyerBusiness *business;
  FoyerRecord *booking;
  FoyerRecord *known;
  FoyerRecord *client;
  FoyerRecord *service;
  FoyerCapacity *capacity;
  GPtrArray *free_crew;
  guint n_unassigned;
  FoyerRecord *crew;
  char *crew_id;
  gint64 start;
  gint64 end;
  gint64 now;
  const char *client_language;
} FoyerFitContext;

/**
 * foyer_fit_context_new:
 *
 * Returns: (transfer full): the context, or %NULL if @source failed
 */
FoyerFitContext *
foyer_fit_context_new (FoyerRecordSource *source, FoyerRecord *booking, gint64 now, GError **error);

void foyer_fit_context_free (FoyerFitContext *context);

/**
 * foyer_fit_context_is_taken:
 *
 * Returns: whether nobody is to be had: no one is free, or others will need all who are
 */
gboolean foyer_fit_context_is_taken (FoyerFitContext *context);

/**
 * foyer_fit_context_crew_name:
 *
 * Returns: (transfer none): the name of who is judged, or words for somebody whose record is not here
 */
const char *foyer_fit_context_crew_name (FoyerFitContext *context);

/**
 * foyer_fit_context_describe_span:
 * @name: of the crew member
 *
 * Returns: (transfer full): "Lee is at Hillside Dental, 9:30–11:00", or %NULL if the source failed
 */
char *foyer_fit_context_describe_span (FoyerFitContext *context,
                                       const char *name,
                                       const FoyerSpan *span,
                                       GError **error);

/**
 * foyer_fit_context_describe_presence:
 * @crew_id: (nullable): %NULL for the organisation
 * @name: of the crew member
 * @note: (nullable): what the leave or holiday is for
 *
 * Returns: (transfer full): "Lee works 8:00–17:00 that day"
 */
char *foyer_fit_context_describe_presence (FoyerFitContext *context,
                                           const char *crew_id,
                                           const char *name,
                                           FoyerPresence presence,
                                           const char *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFitContext, foyer_fit_context_free)

G_END_DECLS
