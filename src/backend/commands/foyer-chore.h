/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CHORE (foyer_chore_get_type ())
G_DECLARE_FINAL_TYPE (FoyerChore, foyer_chore, FOYER, CHORE, GObject)

/**
 * FoyerChore:
 *
 * What a running server does again and again, on the writing lane. Lives in the main loop's thread.
 */

/**
 * FoyerChoreWork:
 *
 * Does some of it.
 *
 * Returns: whether there is more
 */
typedef gboolean (*FoyerChoreWork) (FoyerBackend *backend, gint64 now);

/**
 * FoyerChoreTimes:
 * @first: before it is done for the first time
 * @more: before it goes on, when there is more
 * @next: before it is done again
 *
 * In microseconds.
 */
typedef struct {
  gint64 first;
  gint64 more;
  gint64 next;
} FoyerChoreTimes;

/* Forgets what need not be remembered (foyer_backend_forget()). */
extern const FoyerChoreTimes foyer_chore_housekeeping;
/* Answers what was asked at the doors (foyer_backend_answer_door()). */
extern const FoyerChoreTimes foyer_chore_door;
/* Does what was set for a time: messages, settings, the end of invites (foyer_backend_send_scheduled() and its likes). */
extern const FoyerChoreTimes foyer_chore_schedule;

/**
 * foyer_chore_new:
 * @writer: the backend's writing lane
 *
 * Returns: (transfer full): a chore that is done until it is let go
 */
FoyerChore *foyer_chore_new (FoyerBackend *backend,
                             FoyerWorker *writer,
                             FoyerClock *clock,
                             const FoyerChoreTimes *times,
                             FoyerChoreWork work);

G_END_DECLS
