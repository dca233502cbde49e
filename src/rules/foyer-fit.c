/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit.c - does a booking fit? The rules of product.md E2, one function each */

#include "foyer-fit.h"

#include "foyer-fit-rules.h"
#include "foyer-sentence.h"

#include "types/booking.h"

/* Of which wishes a rule is asked. */
enum {
  NEW = 1 << FOYER_BOOKING_NEW,
  MOVE = 1 << FOYER_BOOKING_RESCHEDULE,
  CANCEL = 1 << FOYER_BOOKING_CANCEL,
};

typedef struct {
  const char *id;
  FoyerFitRule check;
  gboolean needs_zone;
  guint kinds;
} Rule;

static const Rule rules[] = {
  { "B22", foyer_fit_check_decided, FALSE, NEW | MOVE | CANCEL },
  { "B01", foyer_fit_check_past, TRUE, NEW | MOVE },
  { "B03", foyer_fit_check_anybody, TRUE, NEW | MOVE },
  { "B04", foyer_fit_check_overlap, TRUE, NEW | MOVE },
  { "B07", foyer_fit_check_hours, TRUE, NEW | MOVE },
  { "B09", foyer_fit_check_lead, TRUE, NEW | MOVE },
  { "B10", foyer_fit_check_ahead, TRUE, NEW | MOVE },
  { "B11", foyer_fit_check_day, TRUE, NEW | MOVE },
  { "B13", foyer_fit_check_property, FALSE, NEW | MOVE },
  { "B16", foyer_fit_check_client, TRUE, NEW },
  { "B17", foyer_fit_check_notice, FALSE, MOVE | CANCEL },
  { "B18", foyer_fit_check_moving, FALSE, MOVE },
};

/* Never a false pass: without the organisation's zone nobody knows what day it is. */
static FoyerFinding *
find_no_zone (FoyerFitContext *context)
{
  FoyerFinding *finding
      = foyer_finding_new (NULL, FOYER_VERDICT_UNKNOWN,
                           foyer_plain_sentence (context->business->language, "Not checked"));

  finding->evidence = context->business->organisation == NULL
                          ? foyer_plain_sentence (context->business->language,
                                                  "The organisation is not on this computer yet")
                          : foyer_plain_sentence (context->business->language,
                                                  "This computer does not know the organisation's time zone");
  return finding;
}

static FoyerFinding *
run (const Rule *rule, FoyerFitContext *context, GError **error)
{
  FoyerFinding *finding
      = rule->needs_zone && context->capacity == NULL ? find_no_zone (context) : rule->check (context, error);

  if (finding != NULL)
    finding->rule = rule->id;
  return finding;
}

FoyerFit *
foyer_fit_check (FoyerRecordSource *source, FoyerRecord *booking, gint64 now, GError **error)
{
  g_autoptr (FoyerFitContext) context = NULL;
  g_autoptr (FoyerFit) fit = g_new0 (FoyerFit, 1);
  guint kind;

  g_return_val_if_fail (FOYER_IS_RECORD_SOURCE (source) && FOYER_IS_RECORD (booking), NULL);

  context = foyer_fit_context_new (source, booking, now, error);
  if (context == NULL)
    return NULL;
  kind = 1u << foyer_booking_get_kind (booking);
  fit->findings = foyer_findings_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    FoyerFinding *finding;

    if ((rules[i].kinds & kind) == 0)
      continue;
    finding = run (&rules[i], context, error);
    if (finding == NULL)
      return NULL;
    g_ptr_array_add (fit->findings, finding);
  }
  foyer_findings_sort (fit->findings);
  fit->verdict = foyer_findings_worst (fit->findings);
  fit->crew_id = g_strdup (context->crew_id);
  return g_steal_pointer (&fit);
}

void
foyer_fit_free (FoyerFit *fit)
{
  if (fit == NULL)
    return;
  g_clear_pointer (&fit->findings, g_ptr_array_unref);
  g_free (fit->crew_id);
  g_free (fit);
}

gboolean
foyer_fit_has_block (FoyerFit *fit, gboolean only_final)
{
  for (guint i = 0; i < fit->findings->len; i++) {
    const FoyerFinding *finding = fit->findings->pdata[i];

    if (finding->verdict == FOYER_VERDICT_BLOCK && !(only_final && finding->may_override))
      return TRUE;
  }
  return FALSE;
}
