/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FoyerMailJob:
 * @number: its row
 * @id: of its Delivery record
 * @made_at: seconds since 1970
 * @attempts: how often it was tried, with the present attempt
 *
 * One mail on its way out.
 */
typedef struct {
  gint64 number;
  gint64 organisation;
  char *id;
  char *from_name;
  char *reply_to; /* (nullable) */
  char *to_name;  /* (nullable) */
  char *to_address;
  char *language;
  char *subject;
  char *text;
  char *html;
  GPtrArray *attachments; /* (nullable) (element-type FoyerMailAttachment) */
  gint64 made_at;
  gint64 expires_at; /* 0 for never */
  guint attempts;
} FoyerMailJob;

void foyer_mail_job_free (FoyerMailJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailJob, foyer_mail_job_free)

/**
 * FoyerMailOutcome:
 * @FOYER_MAIL_SENT: the other server has said that it has it
 * @FOYER_MAIL_WRITTEN: there is no other server; it stands in a folder
 * @FOYER_MAIL_RETRY: it certainly has not got it, and may take it later
 * @FOYER_MAIL_BOUNCED: it does not take mail for this address
 * @FOYER_MAIL_FAILED: it does not take this mail
 * @FOYER_MAIL_UNCERTAIN: the whole mail went out and no answer came back: it may have arrived, so it is never sent again
 *
 * What became of one attempt.
 */
typedef enum {
  FOYER_MAIL_SENT,
  FOYER_MAIL_WRITTEN,
  FOYER_MAIL_RETRY,
  FOYER_MAIL_BOUNCED,
  FOYER_MAIL_FAILED,
  FOYER_MAIL_UNCERTAIN,
} FoyerMailOutcome;

/**
 * FoyerMailHandOver:
 *
 * Is called once when all words of a mail have gone out, and before the mark that ends it: writes down that from now on nobody knows.
 *
 * Returns: %FALSE if that could not be written; then the mail must not be ended
 */
typedef gboolean (*FoyerMailHandOver) (gpointer user_data);

G_END_DECLS
