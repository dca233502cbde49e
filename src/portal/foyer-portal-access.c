/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-access.c - what a viewer may see and do in the portal */

#include "foyer-portal-access.h"

#include "foyer-visibility.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

#define BIT(n) (1u << (n))

/* The middle of the visibility chain, asked for every scope. */
static guint
visible_scopes (FoyerPortalAccess *self, FoyerRecord *settings, FoyerRecord *link)
{
  guint visible = 0;

  for (guint i = 0; i < FOYER_N_SCOPES; i++) {
    if (foyer_visibility_is_open (settings, (FoyerScope) i, self->client, link, self->person))
      visible |= BIT (i);
  }
  return visible;
}

/* A link that names a client, is alive and does not name another person than the viewer. Its expiry is decided where the session
 * began, since a session outlives its link. */
static gboolean
link_is_live (FoyerRecord *link, const FoyerPortalViewer *viewer)
{
  return g_strcmp0 (foyer_portal_link_get_client_id (link), viewer->client_id) == 0
         && foyer_portal_link_get_status (link) == FOYER_PORTAL_LINK_LIVE
         && g_strcmp0 (foyer_portal_link_get_person_id (link), viewer->person_id) == 0;
}

/* D02; absent is on, the default. */
static gboolean
client_is_open (FoyerRecord *client)
{
  return client != NULL && !FOYER_HAS (client, client, archived_at)
         && !FOYER_HAS (client, client, merged_into_id)
         && (!FOYER_HAS (client, client, portal_enabled) || foyer_client_get_portal_enabled (client));
}

static gboolean
may_write (guint permissions)
{
  return (permissions & BIT (FOYER_PERMISSION_MESSAGE)) != 0;
}

static gboolean
apply_link (FoyerPortalAccess *self,
            FoyerRecord *link,
            const FoyerPortalViewer *viewer,
            FoyerRecord *settings)
{
  if (link == NULL || !link_is_live (link, viewer))
    return FALSE;

  self->permissions &= foyer_permissions_of_link (link, settings);
  self->reads_messages = self->reads_messages && may_write (foyer_permissions_of_link (link, settings));
  return TRUE;
}

static gboolean
apply_person (FoyerPortalAccess *self, const FoyerPortalViewer *viewer)
{
  FoyerRecord *person = self->person;

  if (person == NULL || foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_ACTIVE
      || strcmp (foyer_portal_person_get_client_id (person), viewer->client_id) != 0)
    return FALSE;

  self->permissions &= foyer_permissions_of_person (person);
  self->reads_messages = self->reads_messages && may_write (foyer_permissions_of_person (person));
  if (FOYER_HAS (person, portal_person, property_ids))
    self->property_ids = foyer_portal_person_get_property_ids (person);
  return TRUE;
}

static void
close_access (FoyerPortalAccess *self, FoyerPortalState state)
{
  self->state = state;
  self->scopes = 0;
  self->permissions = 0;
  self->reads_messages = FALSE;
}

FoyerPortalAccess *
foyer_portal_access_new (FoyerRecordSource *source,
                         const FoyerPortalViewer *viewer,
                         FoyerRecord *settings,
                         GError **error)
{
  g_autoptr (FoyerPortalAccess) self = g_new0 (FoyerPortalAccess, 1);
  g_autoptr (FoyerRecord) link = NULL;
  g_autoptr (GError) failure = NULL;

  if (!foyer_portal_settings_get_portal_enabled (settings)) {
    close_access (self, FOYER_PORTAL_OFF);
    return g_steal_pointer (&self);
  }
  if (viewer->client_id == NULL) {
    close_access (self, FOYER_PORTAL_SIGNED_OUT);
    return g_steal_pointer (&self);
  }

  self->client = foyer_record_source_get (source, &foyer_client_type, viewer->client_id, &failure);
  if (failure == NULL)
    self->person = foyer_record_source_get (source, &foyer_portal_person_type, viewer->person_id, &failure);
  if (failure == NULL)
    link = foyer_record_source_get (source, &foyer_portal_link_type, viewer->link_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }

  self->permissions = viewer->permissions & FOYER_ALL_PERMISSIONS;
  self->reads_messages = TRUE;
  if (!client_is_open (self->client)
      || (viewer->link_id != NULL && !apply_link (self, link, viewer, settings))
      || (viewer->person_id != NULL && !apply_person (self, viewer))
      || (viewer->link_id == NULL && viewer->person_id == NULL))
    close_access (self, FOYER_PORTAL_CLOSED);
  else
    self->scopes = viewer->scopes & visible_scopes (self, settings, link);

  if (!foyer_portal_settings_get_portal_messaging (settings))
    self->permissions &= ~BIT (FOYER_PERMISSION_MESSAGE);
  if (!foyer_portal_settings_get_portal_payments (settings))
    self->permissions &= ~BIT (FOYER_PERMISSION_PAY);
  return g_steal_pointer (&self);
}

void
foyer_portal_access_free (FoyerPortalAccess *self)
{
  g_clear_object (&self->client);
  g_clear_object (&self->person);
  g_strfreev (self->property_ids);
  g_free (self);
}

gboolean
foyer_portal_access_has_scope (const FoyerPortalAccess *self, FoyerScope scope)
{
  return (self->scopes & BIT (scope)) != 0;
}

gboolean
foyer_portal_access_may (const FoyerPortalAccess *self, FoyerPermission permission)
{
  return (self->permissions & BIT (permission)) != 0;
}

gboolean
foyer_portal_access_shows_property (const FoyerPortalAccess *self, const char *property_id)
{
  if (self->property_ids == NULL)
    return TRUE;
  return property_id != NULL && g_strv_contains ((const char *const *) self->property_ids, property_id);
}
