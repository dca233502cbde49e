/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-page.c - a finished page and the places that wait for a session's values */

#include "foyer-portal-page.h"

#include "foyer-html-escape.h"

struct _FoyerPortalPage {
  gatomicrefcount references;
  GBytes *bytes;  /* (owned) */
  GArray *places; /* (owned) (element-type FoyerSlotPlace) */
};

G_DEFINE_BOXED_TYPE (FoyerPortalPage, foyer_portal_page, foyer_portal_page_ref, foyer_portal_page_unref)

FoyerPortalPage *
foyer_portal_page_new (GBytes *bytes, GArray *places)
{
  FoyerPortalPage *self = g_new0 (FoyerPortalPage, 1);

  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);
  self->places = g_array_copy (places);
  return self;
}

FoyerPortalPage *
foyer_portal_page_ref (FoyerPortalPage *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
foyer_portal_page_unref (FoyerPortalPage *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_bytes_unref (self->bytes);
  g_array_unref (self->places);
  g_free (self);
}

GBytes *
foyer_portal_page_get_bytes (FoyerPortalPage *self)
{
  return self->bytes;
}

gboolean
foyer_portal_page_has_slot (FoyerPortalPage *self, FoyerPageSlot slot)
{
  for (guint i = 0; i < self->places->len; i++) {
    if (g_array_index (self->places, FoyerSlotPlace, i).slot == slot)
      return TRUE;
  }
  return FALSE;
}

char *
foyer_portal_page_hash (FoyerPortalPage *self)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
}

GBytes *
foyer_portal_page_fill (FoyerPortalPage *self, FoyerPageSlot slot, const char *value)
{
  const char *values[FOYER_N_PAGE_SLOTS] = { NULL };

  values[slot] = value;
  return foyer_portal_page_fill_all (self, values);
}

GBytes *
foyer_portal_page_fill_all (FoyerPortalPage *self, const char *const values[FOYER_N_PAGE_SLOTS])
{
  gsize size;
  const char *bytes = g_bytes_get_data (self->bytes, &size);
  GString *out = g_string_sized_new (size + 256);
  gsize done = 0;

  for (guint i = 0; i < self->places->len; i++) {
    const FoyerSlotPlace *place = &g_array_index (self->places, FoyerSlotPlace, i);

    g_string_append_len (out, bytes + done, (gssize) (place->offset - done));
    if (values[place->slot] != NULL)
      foyer_html_escape (out, values[place->slot], -1);
    done = place->offset;
  }
  g_string_append_len (out, bytes + done, (gssize) (size - done));
  return g_string_free_to_bytes (out);
}
