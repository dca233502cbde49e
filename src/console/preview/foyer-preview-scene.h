/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"
#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerPreviewScene:
 * @client_id: (nullable): whose portal; %NULL for somebody who is not signed in
 * @person_id: (nullable): who looks; %NULL for the bearer of a link that names nobody
 * @link_id: (nullable): the link that they came by
 * @draft: (nullable): changes to the published settings under which it is looked at, as a patch; %NULL for what is published
 * @moment: seconds since 1970 at which it is looked at, 0 for now
 * @mode: in which colours
 * @is_masked: whether personal data is made unreadable
 * @has_beside: whether the same page under other settings is looked at beside it: then what differs is marked
 * @beside: (nullable): the changes to the published settings under which that one is made
 *
 * Through whose eyes the portal is looked at, and under what circumstances.
 */
typedef struct {
  char *client_id;
  char *person_id;
  char *link_id;
  JsonObject *draft;
  gint64 moment;
  FoyerBrandMode mode;
  gboolean is_masked;
  gboolean has_beside;
  JsonObject *beside;
} FoyerPreviewScene;

FoyerPreviewScene *foyer_preview_scene_new (const char *client_id, const char *person_id);
FoyerPreviewScene *foyer_preview_scene_copy (const FoyerPreviewScene *self);
void foyer_preview_scene_free (FoyerPreviewScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreviewScene, foyer_preview_scene_free)

/**
 * foyer_preview_scene_set_viewer:
 * @client_id: (nullable)
 * @person_id: (nullable)
 * @link_id: (nullable)
 */
void foyer_preview_scene_set_viewer (FoyerPreviewScene *self,
                                     const char *client_id,
                                     const char *person_id,
                                     const char *link_id);

/**
 * foyer_preview_scene_describe_viewer:
 *
 * Returns: (transfer full): the viewer, as `Portal/compare` and `Portal/open` take it
 */
JsonObject *foyer_preview_scene_describe_viewer (const FoyerPreviewScene *self);

/**
 * foyer_preview_scene_set_draft:
 * @draft: (transfer none) (nullable)
 */
void foyer_preview_scene_set_draft (FoyerPreviewScene *self, JsonObject *draft);

/**
 * foyer_preview_scene_set_beside:
 * @beside: (transfer none) (nullable): as of #FoyerPreviewScene
 *
 * From now on what differs from the page under these settings is marked.
 */
void foyer_preview_scene_set_beside (FoyerPreviewScene *self, JsonObject *beside);

/**
 * foyer_preview_draft_settings:
 * @draft: what is drafted, as a patch
 * @published: the published settings, as foyer_settings_get() gives them
 *
 * Returns: (transfer full): the settings as they would be, or %NULL with @error
 */
FoyerRecord *foyer_preview_draft_settings (JsonObject *draft, FoyerRecord *published, GError **error);

G_END_DECLS
