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

/* It has not left: it can be taken back. */
gboolean foyer_operation_may_undo (GObject *self, FoyerOperation *operation);

/* It waits for its undo window only. */
gboolean foyer_operation_may_release (GObject *self, FoyerOperation *operation);
gboolean foyer_operation_is_sent (GObject *self, FoyerOperation *operation);

/* `1 needs you · 2 waiting` under the title */
char *foyer_outbox_subtitle (GObject *self, guint needing, guint waiting);
char *foyer_outbox_page_name (GObject *self, guint needing, guint waiting, guint sent);

G_END_DECLS
