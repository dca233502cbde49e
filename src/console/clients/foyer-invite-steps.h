/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerInviteStep:
 * @label: translated
 * @text: when it was, or why it was not, in words
 * @reached: whether it has happened
 * @failed: whether it stopped there: the mail came back
 *
 * One step of somebody's way into the portal.
 */
typedef struct {
  const char *label;
  char *text;
  gboolean reached;
  gboolean failed;
} FoyerInviteStep;

/**
 * foyer_invite_steps:
 * @invite: the newest of @person
 * @now: seconds since 1970
 *
 * What became of an invite, from its making to the first visit (D3): created, sent, delivered or bounced, opened, registered, first visit. Many
 * mail servers never tell that a mail has arrived; whoever opened it has got it.
 *
 * Returns: (transfer full) (element-type FoyerInviteStep): the steps in their order
 */
GArray *foyer_invite_steps (FoyerRecord *person, FoyerRecord *invite, FoyerOfficeTime *time, gint64 now);

G_END_DECLS
