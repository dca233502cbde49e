/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-fit-summary.h"
#include "foyer-office-time.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/* What the rows and the page of a booking say. Pure; records are of the type that their name says and may be %NULL. */

/* Row. */
char *foyer_approval_time_text (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time);
char *foyer_approval_service_name (GObject *self, FoyerRecord *service);
char *foyer_approval_client_name (GObject *self, FoyerRecord *client);

/* `Ellen Ruiz, 412 Birch Lane` */
char *foyer_approval_who_and_where (GObject *self, FoyerRecord *client, FoyerRecord *property);
char *foyer_approval_day_heading (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now);

/* `2 h`: how long it has been waiting; nothing once it is decided */
char *foyer_approval_age_text (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now);

/* Whether more than half of the time until it expires is over. */
gboolean foyer_approval_is_late (GObject *self, FoyerRecord *booking, gint64 now);
char *foyer_approval_chip_text (GObject *self, FoyerRecord *booking, const FoyerFitSummary *fit);
char *foyer_approval_chip_icon (GObject *self, FoyerRecord *booking, const FoyerFitSummary *fit);
char *foyer_approval_chip_tone (GObject *self, FoyerRecord *booking, const FoyerFitSummary *fit);
gboolean foyer_approval_has_note (GObject *self, FoyerRecord *booking);
gboolean foyer_approval_is_urgent (GObject *self, FoyerRecord *booking);
gboolean foyer_approval_is_move (GObject *self, FoyerRecord *booking);
gboolean foyer_approval_is_cancellation (GObject *self, FoyerRecord *booking);

/* The row in one sentence, for who does not see it. */
char *foyer_approval_spoken (GObject *self,
                             FoyerRecord *booking,
                             FoyerRecord *client,
                             FoyerRecord *service,
                             FoyerRecord *property,
                             FoyerOfficeTime *time,
                             const FoyerFitSummary *fit,
                             gint64 now);

/* Page. */

/* `AC tune-up for Ellen Ruiz`, `Cancel AC tune-up for Ellen Ruiz` */
char *foyer_approval_title (GObject *self, FoyerRecord *booking, FoyerRecord *client, FoyerRecord *service);

/* `Tue, May 6, 9–11 AM · Lee, crew North` */
char *
foyer_approval_when_and_who (GObject *self, FoyerRecord *booking, FoyerRecord *crew, FoyerOfficeTime *time);
char *foyer_approval_slot (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time);

/* The client's words in quotation marks. */
char *foyer_approval_words (GObject *self, FoyerRecord *booking);

/* `412 Birch Lane, Maple Grove` */
char *foyer_approval_address (GObject *self, FoyerRecord *property);

/* `Client since 2021 · 555-0142` */
char *foyer_approval_client_facts (GObject *self, FoyerRecord *client, FoyerOfficeTime *time);

/* `Asked on the portal, today, 7:12 AM` */
char *foyer_approval_asked (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now);

/* `What Ellen will get` */
char *foyer_approval_outcome_title (GObject *self, FoyerRecord *client);

/* Who decided, in a sentence; nothing while it is pending. */
char *foyer_approval_decision (GObject *self,
                               FoyerRecord *booking,
                               FoyerRecord *client,
                               FoyerRecord *decided_by,
                               FoyerOfficeTime *time,
                               gint64 now);
gboolean foyer_approval_is_pending (GObject *self, FoyerRecord *booking);

/* `Approve`, or `Approve Anyway…` against a block */
char *foyer_approval_approve_label (GObject *self, const FoyerFitSummary *fit);

G_END_DECLS
