/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-report.c - what comes to the mailbox for reports: whatever it is, a report names a mail and says why in one line */

#include "foyer-fuzz.h"

#include "foyer-id.h"
#include "mail/foyer-mail-report.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (FoyerMailReport) report = foyer_mail_report_read (bytes);

  if (report == NULL)
    return 0;
  g_assert_true (foyer_id_is_valid (report->delivery_id));
  g_assert_true (report->fate == FOYER_MAIL_REPORT_FAILED || report->reason == NULL);
  if (report->reason != NULL) {
    g_assert_true (g_utf8_validate (report->reason, -1, NULL));
    g_assert_cmpuint (strlen (report->reason), <, 320);
    g_assert_null (strpbrk (report->reason, "\r\n\t"));
  }
  return 0;
}
