/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-invite-steps.c - what became of an invite, step by step */

#include "foyer-invite-steps.h"

#include "types/invite.h"
#include "types/portal_person.h"

#include <glib/gi18n-lib.h>

static void
clear_step (gpointer step)
{
  g_free (((FoyerInviteStep *) step)->text);
}

/* @at: 0 if nobody knows when, or it has not happened */
static void
add (GArray *steps, const char *label, gint64 at, FoyerOfficeTime *time, gint64 now)
{
  const FoyerInviteStep step = { .label = label,
                                 .text = at == 0 ? NULL : foyer_office_time_moment_text (time, at, now),
                                 .reached = at != 0 };

  g_array_append_val (steps, step);
}

static void
add_delivery (GArray *steps, FoyerRecord *invite, FoyerOfficeTime *time, gint64 now)
{
  const char *reason = foyer_invite_get_bounce_reason (invite);
  FoyerInviteStep *step;

  if (!FOYER_HAS (invite, invite, bounced_at)) {
    add (steps, _ ("Delivered"),
         FOYER_HAS (invite, invite, delivered_at) ? foyer_invite_get_delivered_at (invite) : 0, time, now);
    return;
  }
  /* Translators: a mail came back */
  add (steps, _ ("Bounced"), foyer_invite_get_bounced_at (invite), time, now);
  step = &g_array_index (steps, FoyerInviteStep, steps->len - 1);
  step->failed = TRUE;
  if (reason != NULL) {
    g_free (step->text);
    step->text = g_strdup (reason);
  }
}

/* What comes after a step shows that it was reached, whether or not anybody told when. */
static void
fill_gaps (GArray *steps)
{
  gboolean later = FALSE;

  for (guint i = steps->len; i > 0; i--) {
    FoyerInviteStep *step = &g_array_index (steps, FoyerInviteStep, i - 1);

    if (step->text == NULL)
      step->text = g_strdup (later ? _ ("Nobody told when") : _ ("Not yet"));
    later = later || step->reached;
    step->reached = later;
  }
}

GArray *
foyer_invite_steps (FoyerRecord *person, FoyerRecord *invite, FoyerOfficeTime *time, gint64 now)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (FoyerInviteStep));
  gint64 registered = 0;

  if (FOYER_HAS (invite, invite, registered_at))
    registered = foyer_invite_get_registered_at (invite);
  else if (FOYER_HAS (person, portal_person, registered_at))
    registered = foyer_portal_person_get_registered_at (person);
  g_array_set_clear_func (steps, clear_step);
  add (steps, _ ("Created"), foyer_record_get_created_at (invite), time, now);
  add (steps, _ ("Sent"), FOYER_HAS (invite, invite, sent_at) ? foyer_invite_get_sent_at (invite) : 0, time,
       now);
  add_delivery (steps, invite, time, now);
  add (steps, _ ("Opened"), FOYER_HAS (invite, invite, opened_at) ? foyer_invite_get_opened_at (invite) : 0,
       time, now);
  add (steps, _ ("Registered"), registered, time, now);
  add (steps, _ ("First visit"),
       FOYER_HAS (person, portal_person, first_seen_at) ? foyer_portal_person_get_first_seen_at (person) : 0,
       time, now);
  fill_gaps (steps);
  return steps;
}
