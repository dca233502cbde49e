/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/* What the rows and the page of a request say. Pure; @request is a Request, @client a Client, and either may be %NULL. */

/* `Complaint` */
char *foyer_request_kind_text (GObject *self, FoyerRecord *request);

/* Where it goes: `Becomes a quote` */
char *foyer_request_destination_text (GObject *self, FoyerRecord *request);
char *foyer_request_subject_text (GObject *self, FoyerRecord *request);

/* `Ellen Ruiz · Complaint`, under the subject of a row */
char *foyer_request_context (GObject *self, FoyerRecord *request, FoyerRecord *client);
char *foyer_request_moment (GObject *self, FoyerRecord *request, FoyerOfficeTime *time, gint64 now);

/* `New`, `Being seen to`, `Resolved`, … with an icon, as a chip */
char *foyer_request_status_text (GObject *self, FoyerRecord *request);
char *foyer_request_status_icon (GObject *self, FoyerRecord *request);
char *foyer_request_status_tone (GObject *self, FoyerRecord *request);
char *foyer_request_spoken (GObject *self,
                            FoyerRecord *request,
                            FoyerRecord *client,
                            FoyerOfficeTime *time,
                            gint64 now);

char *foyer_request_words (GObject *self, FoyerRecord *request);
char *foyer_request_answer (GObject *self, FoyerRecord *request);

/* The times that they prefer, one a line */
char *foyer_request_times (GObject *self, FoyerRecord *request, FoyerOfficeTime *time);
char *foyer_requests_list_page (GObject *self, gboolean empty);
char *foyer_requests_detail_page (GObject *self, GObject *inquiry);
char *foyer_requests_empty_text (GObject *self, const char *shown);

G_END_DECLS
