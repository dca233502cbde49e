/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-back-off.c - how long to wait after a failed attempt */

#include "foyer-back-off.h"

#define SHORTEST G_USEC_PER_SEC
#define LONGEST (60 * G_USEC_PER_SEC)

gint64
foyer_back_off_delay (FoyerRandom *random, guint attempt)
{
  gint64 bound = SHORTEST;

  for (guint i = 1; i < attempt && bound < LONGEST; i++)
    bound *= 2;
  return (gint64) (foyer_random_unit (random) * (double) MIN (bound, LONGEST));
}
