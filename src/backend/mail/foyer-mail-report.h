/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What of a report is looked at. Ours are small, and whoever returns more returns the mail's body behind what is of interest. */
#define FOYER_MAIL_REPORT_LONGEST (1024 * 1024)

/**
 * FoyerMailReportFate:
 * @FOYER_MAIL_REPORT_FAILED: it did not arrive and will not
 * @FOYER_MAIL_REPORT_DELIVERED: it arrived
 *
 * What a mail server reports of a mail. That it is late is no fate.
 */
typedef enum {
  FOYER_MAIL_REPORT_FAILED,
  FOYER_MAIL_REPORT_DELIVERED,
} FoyerMailReportFate;

/**
 * FoyerMailReport:
 * @delivery_id: of the mail's Delivery record: what its Message-ID begins with
 * @reason: (nullable): one line of what the other server said
 *
 * A delivery status notification (RFC 3464) about one of our mails.
 */
typedef struct {
  char *delivery_id;
  FoyerMailReportFate fate;
  char *reason;
} FoyerMailReport;

/**
 * foyer_mail_report_read:
 * @bytes: a mail, as it came
 *
 * Reads what a mail server says became of a mail of ours. The mail is known by the Message-ID in what is returned of it, which nobody can
 * guess, and never by an address. Anything else that comes to the same mailbox is no report: answers, notes of absence, spam.
 *
 * Returns: (transfer full) (nullable): the report, %NULL if @bytes are none or tell no fate
 */
FoyerMailReport *foyer_mail_report_read (GBytes *bytes);

void foyer_mail_report_free (FoyerMailReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailReport, foyer_mail_report_free)

G_END_DECLS
