/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-look.h"
#include "foyer-preview-viewer.h"

G_BEGIN_DECLS

/**
 * FoyerPreviewSpot:
 * @viewer: (nullable): through whose eyes; %NULL if there is nobody
 * @address: (nullable): of a page of the portal
 *
 * Where something can be seen, found by a search.
 */
typedef struct {
  FoyerPreviewViewer *viewer;
  char *address;
} FoyerPreviewSpot;

FoyerPreviewSpot *foyer_preview_spot_new (void);
void foyer_preview_spot_free (FoyerPreviewSpot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreviewSpot, foyer_preview_spot_free)

/**
 * foyer_preview_spot_take:
 * @viewer: referenced
 * @address: (transfer full)
 */
void foyer_preview_spot_take (FoyerPreviewSpot *self, FoyerPreviewViewer *viewer, char *address);

/**
 * foyer_preview_spot_viewer:
 *
 * Returns: who looks, as the portal takes it; it borrows from @viewer
 */
FoyerPortalViewer foyer_preview_spot_viewer (FoyerPreviewViewer *viewer);

/**
 * foyer_preview_spot_calendar:
 *
 * Returns: (transfer full) (nullable): the address at which the viewer of @look would choose a time for the first service that they can book; %NULL if
 *   they can book none, or with @error
 */
char *foyer_preview_spot_calendar (const FoyerPortalLook *look, GError **error);

G_END_DECLS
