/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-transition.c - who may take a request from one status to another */

#include "foyer-request-transition.h"

typedef struct {
  FoyerRequestStatus from;
  FoyerRequestStatus to;
  guint actors; /* FoyerActor */
} Transition;

/* Withdrawn is an end: whoever still wants it asks anew. What the office closed it may open again, since nothing hangs on it but words. */
static const Transition transitions[] = {
  { FOYER_REQUEST_NEW, FOYER_REQUEST_OPEN, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_NEW, FOYER_REQUEST_WAITING, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_NEW, FOYER_REQUEST_RESOLVED, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_NEW, FOYER_REQUEST_DECLINED, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_NEW, FOYER_REQUEST_WITHDRAWN, FOYER_ACTOR_CLIENT },

  { FOYER_REQUEST_OPEN, FOYER_REQUEST_NEW, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_OPEN, FOYER_REQUEST_WAITING, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_OPEN, FOYER_REQUEST_RESOLVED, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_OPEN, FOYER_REQUEST_DECLINED, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_OPEN, FOYER_REQUEST_WITHDRAWN, FOYER_ACTOR_CLIENT },

  /* The client was asked something; when they write, the office looks again. */
  { FOYER_REQUEST_WAITING, FOYER_REQUEST_OPEN, FOYER_ACTOR_STAFF | FOYER_ACTOR_CLIENT | FOYER_ACTOR_SERVER },
  { FOYER_REQUEST_WAITING, FOYER_REQUEST_RESOLVED, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_WAITING, FOYER_REQUEST_DECLINED, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_WAITING, FOYER_REQUEST_WITHDRAWN, FOYER_ACTOR_CLIENT },

  { FOYER_REQUEST_RESOLVED, FOYER_REQUEST_OPEN, FOYER_ACTOR_STAFF },
  { FOYER_REQUEST_DECLINED, FOYER_REQUEST_OPEN, FOYER_ACTOR_STAFF },
};

gboolean
foyer_request_may_become (FoyerRequestStatus from, FoyerRequestStatus to, FoyerActor actor)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++) {
    const Transition *at = &transitions[i];

    if (at->from == from && at->to == to && (at->actors & actor) != 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
foyer_request_is_open (FoyerRequestStatus status)
{
  return status == FOYER_REQUEST_NEW || status == FOYER_REQUEST_OPEN || status == FOYER_REQUEST_WAITING;
}
