/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-proof.c - what every proof is asked and how it answers */

#include "foyer-proof.h"

#include <stdlib.h>

static void
refuse (const char *name, const char *why)
{
  g_printerr ("prove %s: %s\n", name, why);
  exit (2);
}

void
foyer_proof_begin (FoyerProof *self,
                   const char *name,
                   guint64 runs,
                   const GOptionEntry *entries,
                   int *argc,
                   char ***argv)
{
  gint64 first_seed = 1;
  gint64 wanted = (gint64) runs;
  const GOptionEntry common[] = {
    { "first-seed", 0, 0, G_OPTION_ARG_INT64, &first_seed, "The first run's seed", "N" },
    { "runs", 0, 0, G_OPTION_ARG_INT64, &wanted, "How many runs", "M" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, common, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    refuse (name, error->message);
  if (*argc > 1 || first_seed < 0 || wanted < 1)
    refuse (name, "it takes --first-seed N and --runs M, numbers above 0");
  *self = (FoyerProof){
    .name = name, .third = "diverged", .first_seed = (guint64) first_seed, .runs = (guint64) wanted
  };
}

int
foyer_proof_end (const FoyerProof *self)
{
  g_print ("prove %s: %" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " operations, %" G_GUINT64_FORMAT
           " lost, %" G_GUINT64_FORMAT " doubled, %" G_GUINT64_FORMAT " %s\n",
           self->name, self->done, self->operations, self->lost, self->doubled, self->diverged, self->third);
  return self->done > 0 && self->lost + self->doubled + self->diverged == 0 ? 0 : 1;
}
