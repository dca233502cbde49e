/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-quote-transition.c - who may take a quote from one status to another */

#include "foyer-quote-transition.h"

typedef struct {
  FoyerQuoteStatus from;
  FoyerQuoteStatus to;
  guint actors; /* FoyerActor */
} Transition;

/*
 * Approved and withdrawn are ends. What a client declined, or let expire, can be offered anew. Staff answer for clients who say so on
 * the phone; nobody but the client signs.
 */
static const Transition transitions[] = {
  { FOYER_QUOTE_DRAFT, FOYER_QUOTE_SENT, FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_DRAFT, FOYER_QUOTE_WITHDRAWN, FOYER_ACTOR_STAFF },

  { FOYER_QUOTE_SENT, FOYER_QUOTE_SENT, FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_SENT, FOYER_QUOTE_CHANGES, FOYER_ACTOR_CLIENT | FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_SENT, FOYER_QUOTE_APPROVED, FOYER_ACTOR_CLIENT | FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_SENT, FOYER_QUOTE_DECLINED, FOYER_ACTOR_CLIENT | FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_SENT, FOYER_QUOTE_EXPIRED, FOYER_ACTOR_SERVER },
  { FOYER_QUOTE_SENT, FOYER_QUOTE_WITHDRAWN, FOYER_ACTOR_STAFF },

  /* The client need not wait for the other version to say no. */
  { FOYER_QUOTE_CHANGES, FOYER_QUOTE_SENT, FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_CHANGES, FOYER_QUOTE_DECLINED, FOYER_ACTOR_CLIENT | FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_CHANGES, FOYER_QUOTE_WITHDRAWN, FOYER_ACTOR_STAFF },

  { FOYER_QUOTE_DECLINED, FOYER_QUOTE_SENT, FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_EXPIRED, FOYER_QUOTE_SENT, FOYER_ACTOR_STAFF },
  { FOYER_QUOTE_EXPIRED, FOYER_QUOTE_WITHDRAWN, FOYER_ACTOR_STAFF },
};

gboolean
foyer_quote_may_become (FoyerQuoteStatus from, FoyerQuoteStatus to, FoyerActor actor)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++) {
    if (transitions[i].from == from && transitions[i].to == to)
      return (transitions[i].actors & actor) != 0;
  }
  return FALSE;
}

gboolean
foyer_quote_is_fixed (FoyerQuoteStatus status)
{
  return status == FOYER_QUOTE_APPROVED;
}

gboolean
foyer_quote_is_editable (FoyerQuoteStatus status)
{
  return status == FOYER_QUOTE_DRAFT || status == FOYER_QUOTE_CHANGES;
}
