/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-operation.h"

G_BEGIN_DECLS

/* What the Outbox says of one operation. Pure; @operation may be %NULL. */

/* `Approve Tue, May 6, 9–11 AM for Ellen Ruiz` */
char *foyer_operation_title (GObject *self, FoyerOperation *operation);
char *foyer_operation_icon (GObject *self, FoyerOperation *operation);

/*
 * When and how it stands: `Leaves in 6 s`, `Waits for the network`, `9:13 AM`. @monotonic is the moment of the monotonic clock in
 * microseconds, @now that of the day in seconds.
 */
char *foyer_operation_text (GObject *self,
                            FoyerOperation *operation,
                            gint64 monotonic,
                            gint64 now,
                            gboolean online,
                            FoyerOfficeTime *time);

/* The same with the moment at which it was done, for what waits longer than an undo window. */
char *foyer_operation_subtitle (FoyerOperation *operation,
                                gint64 monotonic,
                                gint64 now,
                                gboolean online,
                                FoyerOfficeTime *time);

/* It has not left: it can be taken back. */
gboolean foyer_operation_may_undo (GObject *self, FoyerOperation *operation);

/* `Undo` while its window is open, `Cancel` after it */
char *foyer_operation_cancel_label (GObject *self, FoyerOperation *operation);

/* The name of the button with the other verbs. */
char *foyer_operation_menu_name (GObject *self, FoyerOperation *operation);

/* It waits for its undo window only. */
gboolean foyer_operation_may_release (GObject *self, FoyerOperation *operation);
gboolean foyer_operation_is_sent (GObject *self, FoyerOperation *operation);

/* It is with the server, or may be. */
gboolean foyer_operation_has_left (GObject *self, FoyerOperation *operation);

/*
 * It has left, and a further operation can take it back (E4): what it wrote into @record still stands, and the record may go back to what it
 * was. @record is what stands here, or %NULL.
 */
gboolean foyer_operation_may_take_back (FoyerOperation *operation, FoyerRecord *record);

/* `Take _Back`, or why not: `Can’t undo: sent 9:15 AM` */
char *foyer_operation_take_back_label (FoyerOperation *operation, FoyerRecord *record, FoyerOfficeTime *time);

/* `Cannot be undone: sent 9:15 AM`. Both may be %NULL. */
char *foyer_operation_too_late_text (FoyerOperation *operation, FoyerOfficeTime *time);

/* What a toast says when taking back was asked for. */
char *foyer_revert_text (FoyerOperation *operation, const GError *error, FoyerOfficeTime *time);

/* `1 needs you · 2 waiting` under the title */
char *foyer_outbox_subtitle (GObject *self, guint needing, guint waiting);

/* `1 needs you · 2 waiting · 14 sent today`, for who does not see the lists change */
char *foyer_outbox_spoken (GObject *self, guint needing, guint waiting, guint sent);
/* Whether anything waits here, besides what waits at the server. */
gboolean foyer_outbox_has_operations (GObject *self, guint waiting, guint scheduled);
char *foyer_outbox_page_name (GObject *self, guint needing, guint waiting, guint sent);

G_END_DECLS
