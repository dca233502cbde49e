/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-approval.h"
#include "foyer-desk.h"
#include "foyer-need-watch.h"

G_BEGIN_DECLS

/**
 * FoyerApprovalShow:
 * @FOYER_SHOW_PENDING: what waits for a decision, the soonest time first
 * @FOYER_SHOW_DECIDED: what was decided, withdrawn or has expired, the latest time first
 */
typedef enum {
  FOYER_SHOW_PENDING,
  FOYER_SHOW_DECIDED,
} FoyerApprovalShow;

#define FOYER_TYPE_APPROVAL_LIST (foyer_approval_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApprovalList, foyer_approval_list, FOYER, APPROVAL_LIST, GObject)

/**
 * FoyerApprovalList:
 *
 * A #GListModel of #FoyerApproval: bookings with names, day headings and fits. It is as long as the list of records below it, which reads page
 * by page, and passes on that list's changes one by one.
 */

FoyerApprovalList *foyer_approval_list_new (FoyerDesk *desk);

/**
 * foyer_approval_list_stop:
 *
 * Listens to nothing any more. To be called before the last reference is dropped.
 */
void foyer_approval_list_stop (FoyerApprovalList *self);

void foyer_approval_list_show (FoyerApprovalList *self, FoyerApprovalShow show);

/**
 * foyer_approval_list_find:
 * @position: (out) (optional)
 *
 * Returns: whether the booking is in the part that has been read
 */
gboolean foyer_approval_list_find (FoyerApprovalList *self, const char *booking_id, guint *position);

/**
 * foyer_approval_list_get_needs:
 *
 * Returns: (transfer none): which bookings have an operation that needs a person
 */
FoyerNeedWatch *foyer_approval_list_get_needs (FoyerApprovalList *self);

G_END_DECLS
