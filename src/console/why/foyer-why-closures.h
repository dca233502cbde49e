/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis.h"

G_BEGIN_DECLS

/* What the Why? panel says, as pure functions for its template. */

/**
 * foyer_why_hidden_title:
 * @person_name: (nullable): who looks; %NULL for whoever has a link
 * @asks: whether an answer stands above
 */
char *foyer_why_hidden_title (GObject *self, const char *person_name, gboolean asks);

/* `12 checks are fine` */
char *foyer_why_fine_text (GObject *self, guint fine);

/**
 * foyer_why_status_text:
 * @diagnosis: (nullable): what was answered, if something was asked
 * @n_hidden: how many layers hide something
 *
 * Returns: what came of it in one sentence. No answer is no clean bill while something cannot be said from here
 */
char *foyer_why_status_text (const FoyerDiagnosis *diagnosis, guint n_hidden);

G_END_DECLS
