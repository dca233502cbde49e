/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-crew-rules.c - who could go: anybody at all, the one who is named, and when they work */

#include "foyer-fit-rules.h"

#include "foyer-sentence.h"

#include "types/crew_member.h"
#include "types/service.h"

/* More names than this say less. */
#define MOST_REASONS 3

static char *
tell_taken (FoyerFitContext *context)
{
  return foyer_plain_sentence (context->client_language, "This time is no longer free.");
}

/* Why somebody is not free: where they are, or that they do not work. */
static char *
describe_absence (FoyerFitContext *context, FoyerRecord *crew, GError **error)
{
  const char *id = foyer_record_get_id (crew);
  const char *name = foyer_crew_member_get_name (crew);
  const FoyerSpan *span
      = foyer_calendar_find (context->capacity->calendar, id, context->start, context->end, context->booking);
  const char *note;
  FoyerPresence presence;

  if (span != NULL)
    return foyer_fit_context_describe_span (context, name, span, error);
  presence = foyer_working_hours_check (context->capacity->hours, id, context->start, context->end, &note);
  return foyer_fit_context_describe_presence (context, id, name, presence, note);
}

/* Sets *text to the reasons of the first few who could do it, %NULL if nobody could. */
static gboolean
list_absences (FoyerFitContext *context, char **text, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_reasons = 0;

  for (guint i = 0; i < context->capacity->crew->len; i++) {
    FoyerRecord *crew = context->capacity->crew->pdata[i];
    g_autofree char *reason = NULL;

    if (!foyer_crew_member_can (crew, context->service) || n_reasons++ >= MOST_REASONS)
      continue;
    reason = describe_absence (context, crew, error);
    if (reason == NULL)
      return FALSE;
    g_string_append_printf (out, "%s%s", out->len == 0 ? "" : "; ", reason);
  }
  if (n_reasons > MOST_REASONS) {
    g_autofree char *count = g_strdup_printf ("%u", n_reasons - MOST_REASONS);
    g_autofree char *more
        = foyer_sentence (context->business->language, "and {count} more", "count", count, NULL);

    g_string_append_printf (out, "; %s", more);
  }
  *text = n_reasons == 0 ? NULL : g_string_free (g_steal_pointer (&out), FALSE);
  return TRUE;
}

static char *
list_names (GPtrArray *crew)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < crew->len && i < MOST_REASONS; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : ", ", foyer_crew_member_get_name (crew->pdata[i]));
  if (crew->len > MOST_REASONS)
    g_string_append (out, ", …");
  return g_string_free (out, FALSE);
}

static FoyerFinding *
find_nobody (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  const char *skill = foyer_service_get_skill (context->service);
  g_autoptr (FoyerFinding) finding = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK, NULL);
  g_autofree char *count = g_strdup_printf ("%u", context->n_unassigned);

  if (!list_absences (context, &finding->evidence, error))
    return NULL;
  if (finding->evidence == NULL && skill != NULL && context->capacity->crew->len > 0)
    finding->sentence = foyer_sentence (language, "Nobody can do {skill}", "skill", skill, NULL);
  else if (finding->evidence == NULL)
    finding->sentence = foyer_plain_sentence (language, "Nobody takes visits");
  else
    finding->sentence = foyer_plain_sentence (language, "Nobody is free for the whole time");

  if (context->free_crew->len > 0) {
    g_free (finding->evidence);
    finding->evidence = foyer_text_fill (
        foyer_text_plural (language, "Who is free is needed for {count} other booking without a crew",
                           "Those who are free are needed for {count} other bookings without a crew",
                           context->n_unassigned),
        "count", count, NULL);
  }
  finding->client_sentence = tell_taken (context);
  finding->fix = foyer_plain_sentence (language, "Offer another time");
  return g_steal_pointer (&finding);
}

/* B03: nobody who can do the service is free for the whole duration. */
FoyerFinding *
foyer_fit_check_anybody (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  g_autofree char *count = g_strdup_printf ("%u", context->free_crew->len);
  FoyerFinding *finding;

  if (context->service == NULL) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_UNKNOWN, foyer_plain_sentence (language, "Not checked"));
    finding->evidence = foyer_plain_sentence (language, "The service is not on this computer");
    return finding;
  }
  if (foyer_fit_context_is_taken (context))
    return find_nobody (context, error);
  finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                               foyer_text_fill (foyer_text_plural (language, "{count} person is free",
                                                                   "{count} people are free",
                                                                   context->free_crew->len),
                                                "count", count, NULL));
  finding->evidence = list_names (context->free_crew);
  return finding;
}

/* Nobody is named and nobody was found: B03 says why, the rules about one person have nobody to judge. */
static FoyerFinding *
find_no_crew (FoyerFitContext *context)
{
  FoyerFinding *finding
      = foyer_finding_new (NULL, FOYER_VERDICT_UNKNOWN,
                           foyer_plain_sentence (context->business->language, "Not checked"));

  finding->evidence = foyer_plain_sentence (context->business->language, "No crew member is chosen");
  return finding;
}

static char *
suggest_other (FoyerFitContext *context)
{
  const char *language = context->business->language;

  if (foyer_fit_context_is_taken (context))
    return foyer_plain_sentence (language, "Offer another time");
  return foyer_sentence (language, "Send {crew} instead", "crew",
                         foyer_crew_member_get_name (context->free_crew->pdata[0]), NULL);
}

/* B04: the one who is named is somewhere else for part of the time. */
FoyerFinding *
foyer_fit_check_overlap (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  const char *name = foyer_fit_context_crew_name (context);
  const FoyerSpan *span;
  g_autofree char *wish = NULL;
  g_autofree char *sentence = NULL;
  FoyerFinding *finding;

  if (context->crew_id == NULL)
    return find_no_crew (context);
  wish = foyer_business_time_text (context->business, context->start, context->end, context->start);
  span = foyer_calendar_find (context->capacity->calendar, context->crew_id, context->start, context->end,
                              context->booking);
  if (span == NULL) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                                 foyer_sentence (language, "{crew} is nowhere else", "crew", name, NULL));
    finding->evidence = g_strdup (wish);
    return finding;
  }
  sentence = foyer_fit_context_describe_span (context, name, span, error);
  if (sentence == NULL)
    return NULL;
  finding = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK, g_steal_pointer (&sentence));
  finding->evidence = foyer_sentence (language, "This booking is {time}", "time", wish, NULL);
  finding->client_sentence = tell_taken (context);
  finding->fix = suggest_other (context);
  return finding;
}

/* Of a time for which nobody was found: whether anybody who can do it works then, and if not, whether the business does. */
static FoyerFinding *
check_business_hours (FoyerFitContext *context)
{
  const char *language = context->business->language;
  FoyerWorkingHours *hours = context->capacity->hours;
  FoyerFinding *finding;
  FoyerPresence presence;
  const char *note;

  for (guint i = 0; i < context->capacity->crew->len; i++) {
    FoyerRecord *crew = context->capacity->crew->pdata[i];

    presence
        = foyer_working_hours_check (hours, foyer_record_get_id (crew), context->start, context->end, NULL);
    if (presence == FOYER_PRESENCE_WORKING && foyer_crew_member_can (crew, context->service))
      return foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                                foyer_plain_sentence (language, "Within working hours"));
  }
  presence = foyer_working_hours_check (hours, NULL, context->start, context->end, &note);
  if (presence <= FOYER_PRESENCE_NOT_KNOWN)
    return find_no_crew (context);
  finding = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                               foyer_fit_context_describe_presence (context, NULL,
                                                                    foyer_text (language, "The business"),
                                                                    presence, note));
  finding->client_sentence = tell_taken (context);
  finding->fix = foyer_plain_sentence (language, "Offer another time");
  return finding;
}

static gboolean
takes_visits (FoyerFitContext *context)
{
  return context->crew == NULL || foyer_crew_member_get_active (context->crew);
}

/* B07: outside working hours, a day off or a holiday; and B08, leave, of the one who is named. */
FoyerFinding *
foyer_fit_check_hours (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  const char *name = foyer_fit_context_crew_name (context);
  const char *note;
  FoyerPresence presence;
  FoyerVerdict verdict = FOYER_VERDICT_BLOCK;
  FoyerFinding *finding;

  if (context->crew_id == NULL)
    return check_business_hours (context);
  if (!takes_visits (context)) {
    finding
        = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                             foyer_sentence (language, "{crew} no longer takes visits", "crew", name, NULL));
    finding->fix = suggest_other (context);
    return finding;
  }
  presence = foyer_working_hours_check (context->capacity->hours, context->crew_id, context->start,
                                        context->end, &note);
  if (presence == FOYER_PRESENCE_WORKING)
    verdict = FOYER_VERDICT_PASS;
  else if (presence == FOYER_PRESENCE_NOT_KNOWN)
    verdict = FOYER_VERDICT_UNKNOWN;
  finding = foyer_finding_new (NULL, verdict,
                               foyer_fit_context_describe_presence (context, context->crew_id, name, presence,
                                                                    note));
  if (presence == FOYER_PRESENCE_LEAVE)
    finding->evidence = g_strdup (note);
  if (presence == FOYER_PRESENCE_OUTSIDE) {
    g_autofree char *wish
        = foyer_business_time_text (context->business, context->start, context->end, context->start);

    finding->evidence = foyer_sentence (language, "This booking is {time}", "time", wish, NULL);
  }
  if (verdict == FOYER_VERDICT_BLOCK) {
    finding->client_sentence = tell_taken (context);
    finding->fix = suggest_other (context);
  }
  return finding;
}
