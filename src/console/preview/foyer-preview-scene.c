/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-scene.c - through whose eyes the portal is looked at */

#include "foyer-preview-scene.h"

#include "foyer-patch.h"
#include "foyer-settings.h"
#include "types/portal_settings.h"

FoyerPreviewScene *
foyer_preview_scene_new (const char *client_id, const char *person_id)
{
  FoyerPreviewScene *self = g_new0 (FoyerPreviewScene, 1);

  self->client_id = g_strdup (client_id);
  self->person_id = g_strdup (person_id);
  return self;
}

FoyerPreviewScene *
foyer_preview_scene_copy (const FoyerPreviewScene *self)
{
  FoyerPreviewScene *copy = g_memdup2 (self, sizeof *self);

  copy->client_id = g_strdup (self->client_id);
  copy->person_id = g_strdup (self->person_id);
  copy->link_id = g_strdup (self->link_id);
  copy->draft = self->draft == NULL ? NULL : json_object_ref (self->draft);
  copy->beside = self->beside == NULL ? NULL : json_object_ref (self->beside);
  return copy;
}

void
foyer_preview_scene_free (FoyerPreviewScene *self)
{
  g_free (self->client_id);
  g_free (self->person_id);
  g_free (self->link_id);
  g_clear_pointer (&self->draft, json_object_unref);
  g_clear_pointer (&self->beside, json_object_unref);
  g_free (self);
}

void
foyer_preview_scene_set_viewer (FoyerPreviewScene *self,
                                const char *client_id,
                                const char *person_id,
                                const char *link_id)
{
  g_autofree char *client = self->client_id;
  g_autofree char *person = self->person_id;
  g_autofree char *link = self->link_id;

  self->client_id = g_strdup (client_id);
  self->person_id = g_strdup (person_id);
  self->link_id = g_strdup (link_id);
}

void
foyer_preview_scene_set_draft (FoyerPreviewScene *self, JsonObject *draft)
{
  g_autoptr (JsonObject) before = self->draft;

  self->draft = draft == NULL ? NULL : json_object_ref (draft);
}

void
foyer_preview_scene_set_beside (FoyerPreviewScene *self, JsonObject *beside)
{
  g_autoptr (JsonObject) before = self->beside;

  self->has_beside = TRUE;
  self->beside = beside == NULL ? NULL : json_object_ref (beside);
}

FoyerRecord *
foyer_preview_draft_settings (JsonObject *draft, FoyerRecord *published, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (published);
  g_autoptr (JsonObject) patched = foyer_patch_apply (json, draft, error);
  g_autoptr (FoyerRecord) drafted = NULL;

  if (patched == NULL)
    return NULL;
  drafted = foyer_record_from_json (&foyer_portal_settings_type, patched, error);
  return drafted == NULL ? NULL : foyer_settings_complete (drafted, error);
}

static void
set_id (JsonObject *object, const char *member, const char *id)
{
  if (id == NULL)
    json_object_set_null_member (object, member);
  else
    json_object_set_string_member (object, member, id);
}

JsonObject *
foyer_preview_scene_describe_viewer (const FoyerPreviewScene *self)
{
  JsonObject *viewer = json_object_new ();

  set_id (viewer, "clientId", self->client_id);
  set_id (viewer, "personId", self->person_id);
  set_id (viewer, "linkId", self->link_id);
  return viewer;
}
