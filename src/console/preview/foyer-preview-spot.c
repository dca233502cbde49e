/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-spot.c - where something can be seen: whose eyes, and which page */

#include "foyer-preview-spot.h"

#include "foyer-portal-address.h"
#include "foyer-preview-place.h"

FoyerPreviewSpot *
foyer_preview_spot_new (void)
{
  return g_new0 (FoyerPreviewSpot, 1);
}

void
foyer_preview_spot_free (FoyerPreviewSpot *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->viewer);
  g_free (self->address);
  g_free (self);
}

void
foyer_preview_spot_take (FoyerPreviewSpot *self, FoyerPreviewViewer *viewer, char *address)
{
  g_set_object (&self->viewer, viewer);
  g_free (self->address);
  self->address = address;
}

FoyerPortalViewer
foyer_preview_spot_viewer (FoyerPreviewViewer *viewer)
{
  return (FoyerPortalViewer){ .client_id = foyer_preview_viewer_get_client_id (viewer),
                              .person_id = foyer_preview_viewer_get_person_id (viewer),
                              .link_id = foyer_preview_viewer_get_link_id (viewer),
                              .scopes = FOYER_ALL_SCOPES,
                              .permissions = FOYER_ALL_PERMISSIONS };
}

char *
foyer_preview_spot_calendar (const FoyerPortalLook *look, GError **error)
{
  g_autofree char *time = foyer_portal_address_make (FOYER_PAGE_BOOK_TIME, NULL);
  g_autoptr (JsonObject) view = foyer_portal_look_view (look, foyer_page_parts (FOYER_PAGE_BOOK_TIME), error);

  return view == NULL ? NULL : foyer_preview_place_next_step (time, view);
}
