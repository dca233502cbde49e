/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backend-ahead.c - what takes long is done beside both lanes: files from clients, pictures from elsewhere */

#include "foyer-backend-private.h"

#include "accounts/foyer-accounts.h"
#include "foyer-api.h"
#include "foyer-jmap-request.h"
#include "foyer-json.h"
#include "methods/foyer-methods.h"
#include "oauth/foyer-oauth.h"
#include "uploads/foyer-uploads.h"

#include <string.h>

FoyerAhead
foyer_backend_get_ahead (const FoyerHttpRequest *request)
{
  if (foyer_oauth_is_path (request->path))
    return FOYER_AHEAD_NOTHING;
  if (foyer_api_is_path (request->path))
    return foyer_api_is_fetch (request) ? FOYER_AHEAD_FETCH : FOYER_AHEAD_NOTHING;
  return foyer_uploads_is_form (request) ? FOYER_AHEAD_UPLOAD : FOYER_AHEAD_NOTHING;
}

/* --- Files from clients: whoever may not send them costs no work --- */

static gboolean
admits_upload (FoyerBackend *self,
               const FoyerCredentials *credentials,
               const FoyerHttpRequest *request,
               gint64 now)
{
  g_autofree char *slug = foyer_backend_find_slug (self, request->host);
  g_autofree char *portal_url = slug == NULL ? NULL : foyer_backend_get_portal_url (self, slug);
  FoyerSiteContext context = { .database = self->reader,
                               .files = self->files,
                               .clock = self->clock,
                               .random = self->random,
                               .slug = slug,
                               .portal_url = portal_url,
                               .zones = self->zones,
                               .now = now };
  gboolean admits;

  if (slug == NULL || !foyer_database_begin (self->reader, NULL))
    return FALSE;
  admits = foyer_site_admits_upload (&context, credentials, request);
  foyer_database_rollback (self->reader);
  g_clear_pointer (&context.changed, g_hash_table_unref);
  g_free (context.account_id);
  return admits;
}

/* --- Pictures from elsewhere (003-14) --- */

static FoyerStaffIdentity *
authenticate (FoyerBackend *self, const FoyerCredentials *credentials, gint64 now)
{
  FoyerStaffIdentity *staff = NULL;

  if (credentials->bearer == NULL || !foyer_database_begin (self->reader, NULL))
    return NULL;
  staff = foyer_accounts_authenticate (self->reader, credentials->bearer, now, NULL);
  foyer_database_rollback (self->reader);
  return staff;
}

static gboolean
admits_fetch (FoyerBackend *self, const FoyerCredentials *credentials, FoyerHttpRequest *request, gint64 now)
{
  g_autofree char *url = foyer_api_find_fetch (request);
  g_autoptr (FoyerStaffIdentity) staff = url == NULL ? NULL : authenticate (self, credentials, now);
  const FoyerBlobs blobs = { .staff = staff };
  g_autofree char *key = NULL;

  if (staff == NULL || !foyer_blobs_may_upload (&blobs) || !foyer_picture_fetch_check (url, NULL))
    return FALSE;
  key = g_strconcat (staff->organisation->id, "/", staff->staff_id, NULL);
  if (foyer_rate_table_take (self->fetches, key))
    return TRUE;
  request->fetched = foyer_fetched_picture_new (url, NULL, foyer_picture_fetch_refuse_many ());
  return FALSE;
}

static void
fetch (FoyerBackend *self, FoyerHttpRequest *request)
{
  g_autofree char *url = foyer_api_find_fetch (request);
  GError *error = NULL;
  GBytes *bytes = foyer_picture_fetch (&self->fetch, url, &error);

  request->fetched = foyer_fetched_picture_new (url, bytes, error);
}

void
foyer_backend_set_fetch (FoyerBackend *self,
                         gboolean (*is_open) (GInetAddress *address),
                         const char *authority,
                         const char *detour)
{
  g_return_if_fail (FOYER_IS_BACKEND (self));

  g_free (self->authority);
  g_free (self->detour);
  self->authority = g_strdup (authority);
  self->detour = g_strdup (detour);
  self->fetch = (FoyerPictureFetch){ .program = self->picture_program,
                                     .is_open = is_open,
                                     .patience = FOYER_PICTURE_FETCH_PATIENCE,
                                     .authority = self->authority,
                                     .detour = self->detour };
}

/* --- Both --- */

gboolean
foyer_backend_admits (FoyerBackend *self,
                      const FoyerCredentials *credentials,
                      FoyerHttpRequest *request,
                      gint64 now)
{
  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  switch (foyer_backend_get_ahead (request)) {
  case FOYER_AHEAD_UPLOAD:
    return admits_upload (self, credentials, request, now);
  case FOYER_AHEAD_FETCH:
    return admits_fetch (self, credentials, request, now);
  case FOYER_AHEAD_NOTHING:
  default:
    return FALSE;
  }
}

void
foyer_backend_work_ahead (FoyerBackend *self, FoyerHttpRequest *request)
{
  g_return_if_fail (FOYER_IS_BACKEND (self));
  g_return_if_fail (request->form == NULL && request->fetched == NULL);

  switch (foyer_backend_get_ahead (request)) {
  case FOYER_AHEAD_UPLOAD:
    request->form = foyer_uploads_read (request, self->picture_program, self->clock);
    break;
  case FOYER_AHEAD_FETCH:
    fetch (self, request);
    break;
  case FOYER_AHEAD_NOTHING:
  default:
    break;
  }
}
