/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"

G_BEGIN_DECLS

/**
 * FoyerClientWords:
 * @title: `You’re booked`
 * @when: `Tue, May 6, between 9 and 11 AM`
 * @who: `Lee will be with you.`
 * @language: in which they are, in its own name: `English (US)`
 *
 * What the client's page will say once a booking is approved. The words are the portal's own, by its catalogues.
 */
typedef struct {
  char *title;
  char *when;
  char *who;
  char *language;
} FoyerClientWords;

/**
 * foyer_client_words_new:
 * @business: must have a zone
 * @person: (nullable): who asked
 * @client: (nullable)
 * @crew: (nullable): who would go
 */
FoyerClientWords *foyer_client_words_new (FoyerBusiness *business,
                                          FoyerRecord *booking,
                                          FoyerRecord *client,
                                          FoyerRecord *person,
                                          FoyerRecord *crew);
void foyer_client_words_free (FoyerClientWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerClientWords, foyer_client_words_free)

G_END_DECLS
