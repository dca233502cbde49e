/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-logo.c - the business's logo on its portal: the one file there that staff have uploaded */

#include "site/foyer-site-logo.h"

#include "blobs/foyer-blob-public.h"
#include "foyer-portal-picture.h"

static GBytes *
open_public (FoyerSiteTurn *turn, const char *blob_id)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = foyer_blob_public_open (turn->context->database, turn->context->files,
                                          turn->account->number, blob_id, &error);

  if (error != NULL)
    g_warning ("A logo was not read: %s", error->message);
  return bytes == NULL ? NULL : foyer_site_turn_clean_file (bytes);
}

GBytes *
foyer_site_logo_open (const char *blob_id, gpointer data)
{
  FoyerSiteTurn *turn = data;
  FoyerSiteMemory *memory = turn->context->memory;
  GBytes *bytes
      = memory == NULL ? NULL : foyer_site_memory_find_picture (memory, turn->account->number, blob_id);

  if (bytes != NULL)
    return bytes;
  bytes = open_public (turn, blob_id);
  if (bytes != NULL && memory != NULL && g_bytes_get_size (bytes) <= FOYER_PORTAL_PICTURE_LARGEST) {
    /* A copy: what is remembered is not the disk's to change. */
    g_autoptr (GBytes) copy = g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

    foyer_site_memory_keep_picture (memory, turn->account->number, blob_id, copy);
  }
  return bytes;
}
