/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample.c - the sample business */

#include "foyer-sample.h"

#include "foyer-sample-parts.h"

void
foyer_sample_make (const FoyerSampleOptions *options, FoyerSampleSink sink, gpointer user_data)
{
  FoyerSampleMaker *maker;

  g_return_if_fail (options != NULL && sink != NULL);

  maker = foyer_sample_maker_new (options, sink, user_data);
  foyer_sample_add_business (maker);
  foyer_sample_add_settings (maker);
  foyer_sample_add_clients (maker);
  foyer_sample_add_visits (maker);
  foyer_sample_add_bookings (maker);
  foyer_sample_add_quotes (maker);
  foyer_sample_add_talk (maker);
  foyer_sample_add_log (maker);
  foyer_sample_add_signatures (maker);
  foyer_sample_maker_free (maker);
}
