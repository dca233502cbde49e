/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-logo.c - the business's logo on its portal: the one file there that staff have uploaded */

#include "site/foyer-site-logo.h"

#include "blobs/foyer-blob-public.h"

GBytes *
foyer_site_logo_open (const char *blob_id, gpointer data)
{
  FoyerSiteTurn *turn = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = foyer_blob_public_open (turn->context->database, turn->context->files,
                                          turn->account->number, blob_id, &error);

  if (error != NULL)
    g_warning ("A logo was not read: %s", error->message);
  return bytes == NULL ? NULL : foyer_site_turn_clean_file (bytes);
}
