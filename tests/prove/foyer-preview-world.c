/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-world.c - the sample business, a console that holds it and everybody who looks at its portal */

#include "foyer-preview-world.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-tokens.h"
#include "commands/foyer-sample-store.h"
#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "foyer-settings.h"
#include "foyer-sync-engine.h"
#include "foyer-test.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/staff_member.h"

#define SLUG "sample"
#define CLIENTS 24
#define MESSAGES 200

static gint64
get_now (FoyerPreviewWorld *self)
{
  return foyer_clock_now_seconds (FOYER_CLOCK (self->server->clock));
}

void
foyer_preview_world_read (FoyerPreviewWorld *self, FoyerBackendWork work, gpointer data)
{
  g_autoptr (GError) error = NULL;

  foyer_backend_write (self->server->backend, self->organisation, get_now (self), work, data, &error);
  g_assert_no_error (error);
}

typedef struct {
  const FoyerRecordType *type;
  GPtrArray *found;
} Listing;

static gboolean
list_records (FoyerTransaction *transaction, gpointer data, GError **error)
{
  Listing *listing = data;
  g_autoptr (FoyerQuery) query = foyer_query_new (listing->type);

  listing->found = foyer_record_source_list (transaction->source, query, error);
  return listing->found != NULL;
}

GPtrArray *
foyer_preview_world_list (FoyerPreviewWorld *self, const FoyerRecordType *type)
{
  Listing listing = { .type = type };

  foyer_preview_world_read (self, list_records, &listing);
  return listing.found;
}

/* --- Onlookers --- */

static void
onlooker_free (gpointer data)
{
  FoyerOnlooker *onlooker = data;

  g_free (onlooker->name);
  g_free (onlooker->client_id);
  g_free (onlooker->person_id);
  g_free (onlooker->link_id);
  g_strfreev (onlooker->property_ids);
  g_clear_pointer (&onlooker->browser, test_browser_free);
  g_free (onlooker);
}

static FoyerOnlooker *
add_onlooker (FoyerPreviewWorld *self, const char *name, const char *client_id, FoyerRecord *person)
{
  FoyerOnlooker *onlooker = g_new0 (FoyerOnlooker, 1);

  onlooker->name = g_strdup (name);
  onlooker->client_id = g_strdup (client_id);
  if (person != NULL) {
    onlooker->person_id = g_strdup (foyer_record_get_id (person));
    if (FOYER_HAS (person, portal_person, property_ids))
      onlooker->property_ids = foyer_portal_person_get_property_ids (person);
  }
  g_ptr_array_add (self->onlookers, onlooker);
  return onlooker;
}

static gboolean
put_link (FoyerTransaction *transaction, gpointer data, GError **error)
{
  FoyerOnlooker *onlooker = data;
  g_autoptr (JsonObject) json = json_object_new ();
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_portal_link_type);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (json, "id", id);
  json_object_set_string_member (json, "clientId", onlooker->client_id);
  if (onlooker->person_id != NULL)
    json_object_set_string_member (json, "personId", onlooker->person_id);
  json_object_set_string_member (json, "origin", "staff");
  json_object_set_string_member (json, "status", "live");
  json_object_set_int_member (json, "openCount", 0);
  json_object_set_string_member (json, "issuedAt", now);
  stored = foyer_transaction_put (transaction, &foyer_portal_link_type, json, error);
  onlooker->link_id = g_steal_pointer (&id);
  return stored != NULL;
}

/* Everybody with and without a link, and each client's link that names nobody. */
static void
add_onlookers (FoyerPreviewWorld *self)
{
  g_autoptr (GPtrArray) people = foyer_preview_world_list (self, &foyer_portal_person_type);
  g_autoptr (GPtrArray) clients = foyer_preview_world_list (self, &foyer_client_type);

  add_onlooker (self, "nobody", NULL, NULL);
  for (guint i = 0; i < people->len; i++) {
    FoyerRecord *person = people->pdata[i];
    const char *client_id = foyer_portal_person_get_client_id (person);
    g_autofree char *by_link = g_strconcat (foyer_portal_person_get_name (person), " by a link", NULL);

    add_onlooker (self, foyer_portal_person_get_name (person), client_id, person);
    foyer_preview_world_read (self, put_link, add_onlooker (self, by_link, client_id, person));
  }
  for (guint i = 0; i < clients->len; i++) {
    g_autofree char *name = g_strconcat ("a link of ", foyer_client_get_name (clients->pdata[i]), NULL);

    foyer_preview_world_read (self, put_link,
                              add_onlooker (self, name, foyer_record_get_id (clients->pdata[i]), NULL));
  }
}

static void
sign_in (FoyerPreviewWorld *self, FoyerOnlooker *onlooker)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = NULL;
  g_autofree char *path = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;

  g_clear_pointer (&onlooker->browser, test_browser_free);
  if (onlooker->link_id == NULL)
    return;
  secret = foyer_portal_links_issue (foyer_backend_get_writer (self->server->backend), self->server->random,
                                     self->organisation, onlooker->link_id, &error);
  g_assert_no_error (error);
  path = g_strconcat ("/l/", secret, NULL);
  onlooker->browser = test_browser_new (self->server, SLUG);
  answer = test_browser_get (onlooker->browser, path);
  if (onlooker->browser->session == NULL)
    g_clear_pointer (&onlooker->browser, test_browser_free);
}

/* --- Settings --- */

typedef struct {
  JsonObject *first; /* as the sample business has them */
  JsonObject *patch;
} Publishing;

static gboolean
put_settings (FoyerTransaction *transaction, gpointer data, GError **error)
{
  Publishing *publishing = data;
  g_autoptr (FoyerRecord) present = foyer_settings_get (transaction->source, error);
  g_autoptr (JsonObject) patched
      = present == NULL ? NULL : foyer_patch_apply (publishing->first, publishing->patch, error);
  g_autoptr (FoyerRecord) stored = NULL;

  if (patched == NULL)
    return FALSE;
  json_object_set_int_member (patched, "version", foyer_portal_settings_get_version (present) + 1);
  stored = foyer_transaction_put (transaction, &foyer_portal_settings_type, patched, error);
  return stored != NULL;
}

static void
put (FoyerPreviewWorld *self, JsonObject *patch)
{
  Publishing publishing = { .first = self->first_settings, .patch = patch };

  foyer_preview_world_read (self, put_settings, &publishing);
}

static void
sign_in_all (FoyerPreviewWorld *self)
{
  for (guint i = 0; i < self->onlookers->len; i++)
    sign_in (self, self->onlookers->pdata[i]);
}

void
foyer_preview_world_publish (FoyerPreviewWorld *self, JsonObject *patch)
{
  put (self, patch);
  sign_in_all (self);
}

/* --- Beginning --- */

/* Any picture of the business does, and its logo is one. */
static gboolean
put_banner (FoyerTransaction *transaction, GError **error)
{
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  g_autoptr (JsonObject) json = settings == NULL ? NULL : foyer_record_to_json (settings);
  g_autoptr (FoyerRecord) stored = NULL;

  if (json == NULL)
    return FALSE;
  json_object_set_string_member (json, "brand.banner", foyer_portal_settings_get_brand_logo (settings));
  stored = foyer_transaction_put (transaction, &foyer_portal_settings_type, json, error);
  return stored != NULL;
}

static gboolean
plant (FoyerTransaction *transaction, gpointer data, GError **error)
{
  FoyerPreviewWorld *self = data;

  self->canaries = foyer_canaries_plant (transaction, error);
  return self->canaries != NULL && put_banner (transaction, error);
}

static void
add_business (FoyerPreviewWorld *self, guint64 seed)
{
  const FoyerSampleOptions options
      = { .seed = seed, .clients = CLIENTS, .messages = MESSAGES, .now = get_now (self) };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerOrganisationAccount) account = NULL;

  foyer_sample_store (self->server->backend, &options, SLUG, NULL, &error);
  g_assert_no_error (error);
  account = foyer_accounts_find_organisation_by_slug (foyer_backend_get_writer (self->server->backend), SLUG,
                                                      &error);
  g_assert_no_error (error);
  self->organisation = account->number;
  self->api.account = g_strdup (account->id);
  foyer_preview_world_read (self, plant, self);
}

static void
add_console (FoyerPreviewWorld *self)
{
  g_autoptr (GPtrArray) staff = foyer_preview_world_list (self, &foyer_staff_member_type);
  g_autoptr (FoyerTokens) tokens = NULL;
  g_autoptr (GError) error = NULL;

  self->api.server = self->server;
  self->api.staff = g_strdup (foyer_record_get_id (staff->pdata[0]));
  self->api.device = foyer_id_new ("dv", FOYER_CLOCK (self->server->clock), self->server->random);
  tokens = foyer_tokens_issue (foyer_backend_get_writer (self->server->backend), self->server->random,
                               self->organisation, self->api.staff, self->api.device, get_now (self), &error);
  g_assert_no_error (error);
  self->api.credentials.bearer = g_strdup (tokens->access_token);
  self->console = foyer_one_console_new_at (self->server, tokens->access_token);
}

static void
get_file (FoyerPreviewWorld *self, const char *blob_id)
{
  GAsyncResult *waiting = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (blob_id == NULL)
    return;
  foyer_sync_engine_get_file_async (self->console->engine, blob_id, "image/png", NULL, foyer_test_take_result,
                                    &waiting);
  while (waiting == NULL)
    foyer_one_console_pass (self->console, 20000);
  path = foyer_sync_engine_get_file_finish (self->console->engine, waiting, &error);
  g_assert_no_error (error);
  g_object_unref (waiting);
}

/* A console has the pictures that its screens have shown; those of the brand are among them. */
static void
get_pictures (FoyerPreviewWorld *self)
{
  g_autoptr (GPtrArray) settings = foyer_preview_world_list (self, &foyer_portal_settings_type);

  get_file (self, foyer_portal_settings_get_brand_logo (settings->pdata[0]));
  get_file (self, foyer_portal_settings_get_brand_logo_dark (settings->pdata[0]));
  get_file (self, foyer_portal_settings_get_brand_banner (settings->pdata[0]));
}

void
foyer_preview_world_pull (FoyerPreviewWorld *self)
{
  do
    foyer_one_console_pass (self->console, SECONDS (1));
  while (foyer_sync_engine_get_state (self->console->engine) != FOYER_SYNC_IDLE);
}

FoyerPreviewWorld *
foyer_preview_world_new (guint64 seed)
{
  FoyerPreviewWorld *self = g_new0 (FoyerPreviewWorld, 1);
  g_autoptr (GPtrArray) settings = NULL;

  self->server = foyer_test_server_new ();
  foyer_test_server_open (self->server);
  self->onlookers = g_ptr_array_new_with_free_func (onlooker_free);
  add_business (self, seed);
  add_onlookers (self);
  settings = foyer_preview_world_list (self, &foyer_portal_settings_type);
  self->first_settings = foyer_record_to_json (settings->pdata[0]);
  sign_in_all (self);
  add_console (self);
  foyer_preview_world_pull (self);
  get_pictures (self);
  return self;
}

void
foyer_preview_world_free (FoyerPreviewWorld *self)
{
  g_ptr_array_unref (self->onlookers);
  foyer_canaries_free (self->canaries);
  json_object_unref (self->first_settings);
  g_free (self->api.account);
  g_free (self->api.staff);
  g_free (self->api.device);
  g_free (self->api.credentials.bearer);
  foyer_one_console_free (self->console);
  g_free (self);
}
