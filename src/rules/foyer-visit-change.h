/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerVisitChange:
 * @FOYER_VISIT_MOVE: have it at another time (000-42)
 * @FOYER_VISIT_GIVE_BACK: cancel it (000-40)
 *
 * What a client may do with a visit of theirs.
 */
typedef enum {
  FOYER_VISIT_MOVE,
  FOYER_VISIT_GIVE_BACK,
} FoyerVisitChange;

/**
 * foyer_visit_change_check:
 * @settings: effective settings
 * @now: seconds since 1970
 * @language: in which the finding speaks
 * @client_language: in which it speaks to the client
 *
 * Whether a client may change that visit by themselves, if they may book at all. Moving needs booking to be on (X4) and rescheduling to be
 * allowed (B18); both need the visit to be still to come (B01) and further ahead than the cancellation window (B17).
 *
 * Returns: (transfer full): a pass, or a block with what to tell the client
 */
FoyerFinding *foyer_visit_change_check (FoyerRecord *settings,
                                        FoyerRecord *visit,
                                        FoyerVisitChange change,
                                        gint64 now,
                                        const char *language,
                                        const char *client_language);

/**
 * foyer_visit_change_until:
 *
 * Returns: the moment until which a client may change @visit, in seconds since 1970 (000-40)
 */
gint64 foyer_visit_change_until (FoyerRecord *settings, FoyerRecord *visit);

/**
 * foyer_visit_may_be_reviewed:
 * @now: seconds since 1970
 *
 * Returns: whether the business asks what clients thought of @visit (003-10): it was done, and not so long ago that nobody remembers
 */
gboolean foyer_visit_may_be_reviewed (FoyerRecord *settings, FoyerRecord *visit, gint64 now);

G_END_DECLS
