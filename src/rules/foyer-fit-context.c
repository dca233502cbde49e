/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-context.c - what the fit rules look at, and how they speak of crews */

#include "foyer-fit-context.h"

#include "foyer-sentence.h"

#include "foyer-date-text.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/service.h"

#define MINUTES_PER_DAY 1440

static gboolean
load_capacity (FoyerFitContext *context, GError **error)
{
  FoyerDate day = foyer_business_date (context->business, context->start);
  gint64 midnight = foyer_business_moment (context->business, &day, 0);
  gint64 next_midnight = foyer_business_moment (context->business, &day, MINUTES_PER_DAY);

  context->capacity = foyer_capacity_load (context->source, context->business, midnight,
                                           MAX (context->end, next_midnight), context->now, error);
  if (context->capacity == NULL)
    return FALSE;
  context->free_crew = foyer_capacity_list_free (context->capacity, context->service, context->start,
                                                 context->end, context->booking, &context->n_unassigned);
  return TRUE;
}

static gboolean
choose_crew (FoyerFitContext *context, GError **error)
{
  const char *chosen = foyer_booking_get_crew_id (context->booking);

  if (chosen == NULL && context->free_crew != NULL && !foyer_fit_context_is_taken (context))
    chosen = foyer_record_get_id (context->free_crew->pdata[0]);
  context->crew_id = g_strdup (chosen);
  return foyer_record_source_look_up (context->source, &foyer_crew_member_type, chosen, &context->crew,
                                      error);
}

static gboolean
load (FoyerFitContext *context, GError **error)
{
  FoyerRecord *booking = context->booking;

  context->business = foyer_business_load (context->source, error);
  if (context->business == NULL)
    return FALSE;
  context->client_language = context->business->language;
  if (!foyer_record_source_look_up (context->source, &foyer_booking_type, foyer_record_get_id (booking),
                                    &context->known, error)
      || !foyer_record_source_look_up (context->source, &foyer_client_type,
                                       foyer_booking_get_client_id (booking), &context->client, error)
      || !foyer_record_source_look_up (context->source, &foyer_service_type,
                                       foyer_booking_get_service_id (booking), &context->service, error))
    return FALSE;
  if (context->client != NULL && FOYER_HAS (context->client, client, language))
    context->client_language = foyer_client_get_language (context->client);
  if (context->business->zone != NULL && foyer_booking_get_kind (booking) != FOYER_BOOKING_CANCEL
      && !load_capacity (context, error))
    return FALSE;
  return choose_crew (context, error);
}

FoyerFitContext *
foyer_fit_context_new (FoyerRecordSource *source, FoyerRecord *booking, gint64 now, GError **error)
{
  g_autoptr (FoyerFitContext) context = g_new0 (FoyerFitContext, 1);

  context->source = source;
  context->booking = g_object_ref (booking);
  context->now = now;
  context->start = foyer_booking_get_start (booking);
  context->end = MAX (foyer_booking_get_end (booking), context->start + 1);
  if (!load (context, error))
    return NULL;
  return g_steal_pointer (&context);
}

void
foyer_fit_context_free (FoyerFitContext *context)
{
  if (context == NULL)
    return;
  g_clear_pointer (&context->free_crew, g_ptr_array_unref);
  g_clear_pointer (&context->capacity, foyer_capacity_free);
  g_clear_pointer (&context->business, foyer_business_free);
  g_clear_object (&context->booking);
  g_clear_object (&context->known);
  g_clear_object (&context->client);
  g_clear_object (&context->service);
  g_clear_object (&context->crew);
  g_free (context->crew_id);
  g_free (context);
}

gboolean
foyer_fit_context_is_taken (FoyerFitContext *context)
{
  return context->free_crew->len <= context->n_unassigned;
}

const char *
foyer_fit_context_crew_name (FoyerFitContext *context)
{
  if (context->crew == NULL)
    return foyer_text (context->business->language, "The crew member");
  return foyer_crew_member_get_name (context->crew);
}

char *
foyer_fit_context_describe_span (FoyerFitContext *context,
                                 const char *name,
                                 const FoyerSpan *span,
                                 GError **error)
{
  const char *language = context->business->language;
  g_autofree char *time
      = foyer_business_time_text (context->business, span->start, span->end, context->start);
  g_autoptr (FoyerRecord) client = NULL;
  const char *place;

  if (!foyer_record_source_look_up (context->source, &foyer_client_type, span->client_id, &client, error))
    return NULL;
  place = client == NULL ? foyer_text (language, "another client") : foyer_client_get_name (client);
  if (span->kind == FOYER_SPAN_HELD)
    return foyer_sentence (language, "{crew} is held for {client}, {time}", "crew", name, "client", place,
                           "time", time, NULL);
  return foyer_sentence (language, "{crew} is at {client}, {time}", "crew", name, "client", place, "time",
                         time, NULL);
}

static char *
describe_hours (FoyerFitContext *context, const char *crew_id, const char *name)
{
  const char *language = context->business->language;
  FoyerDate day = foyer_business_date (context->business, context->start);
  g_autofree char *hours = NULL;
  int first;
  int last;

  if (!foyer_working_hours_get_day (context->capacity->hours, crew_id, &day, &first, &last))
    return foyer_sentence (language, "{crew} does not work that day", "crew", name, NULL);
  hours = foyer_window_text (first, last, FOYER_WINDOW_COMPACT, language);
  return foyer_sentence (language, "{crew} works {hours} that day", "crew", name, "hours", hours, NULL);
}

char *
foyer_fit_context_describe_presence (FoyerFitContext *context,
                                     const char *crew_id,
                                     const char *name,
                                     FoyerPresence presence,
                                     const char *note)
{
  const char *language = context->business->language;

  switch (presence) {
  case FOYER_PRESENCE_HOLIDAY:
    if (note != NULL)
      return foyer_sentence (language, "It is a holiday: {note}", "note", note, NULL);
    return foyer_plain_sentence (language, "It is a holiday");
  case FOYER_PRESENCE_LEAVE:
    return foyer_sentence (language, "{crew} is on leave", "crew", name, NULL);
  case FOYER_PRESENCE_NOT_KNOWN:
    return foyer_plain_sentence (language, "Nobody has entered working hours");
  case FOYER_PRESENCE_WORKING:
  case FOYER_PRESENCE_OUTSIDE:
  case FOYER_PRESENCE_DAY_OFF:
  default:
    return describe_hours (context, crew_id, name);
  }
}
