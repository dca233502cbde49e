/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail.h"
#include "foyer-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MAIL_SAMPLE (foyer_mail_sample_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMailSample, foyer_mail_sample, FOYER, MAIL_SAMPLE, AdwBin)

/**
 * FoyerMailSample:
 *
 * A mail as a client would read it, and who that is.
 */

/**
 * foyer_mail_sample_start:
 * @store: not referenced beyond foyer_mail_sample_stop()
 */
void foyer_mail_sample_start (FoyerMailSample *self, FoyerStore *store, FoyerMailKind kind);
void foyer_mail_sample_stop (FoyerMailSample *self);

/**
 * foyer_mail_sample_show:
 * @language: a BCP 47 tag
 * @subject: with placeholders
 * @body: with placeholders and blocks
 *
 * Shows the mail in these words as soon as it is written.
 */
void
foyer_mail_sample_show (FoyerMailSample *self, const char *language, const char *subject, const char *body);

/**
 * foyer_mail_sample_get_text:
 *
 * Returns: (transfer none): what the mail says
 */
const char *foyer_mail_sample_get_text (FoyerMailSample *self);

G_END_DECLS
