/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backend.c - the core of foyer-server: two connections, one transaction a request */

#include "foyer-backend-private.h"

#include "accounts/foyer-accounts.h"
#include "changes/foyer-transaction.h"
#include "fetch/foyer-global-address.h"
#include "foyer-api.h"
#include "foyer-jmap-problem.h"
#include "oauth/foyer-oauth.h"
#include "uploads/foyer-picture.h"

#include <errno.h>
#include <string.h>

/* Twenty tries in ten minutes from one network, five an hour for one address (000-68). */
#define REMOTE_BURST 20
#define REMOTE_INTERVAL (30 * (gint64) G_USEC_PER_SEC)
#define ADDRESS_BURST 5
#define ADDRESS_INTERVAL (12 * 60 * (gint64) G_USEC_PER_SEC)
/* Ten pictures from elsewhere in a row, then one every half minute, for one of the staff (003-14). */
#define FETCH_BURST 10
#define FETCH_INTERVAL (30 * (gint64) G_USEC_PER_SEC)

G_DEFINE_FINAL_TYPE (FoyerBackend, foyer_backend, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Opening --- */

FoyerBackend *
foyer_backend_open (const char *directory,
                    const char *public_url,
                    FoyerClock *clock,
                    FoyerRandom *random,
                    GError **error)
{
  g_autoptr (FoyerBackend) self = g_object_new (FOYER_TYPE_BACKEND, NULL);
  g_autofree char *path = g_build_filename (directory, "foyer.db", NULL);

  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->remotes = foyer_rate_table_new (clock, REMOTE_BURST, REMOTE_INTERVAL);
  self->addresses = foyer_rate_table_new (clock, ADDRESS_BURST, ADDRESS_INTERVAL);
  self->limits = foyer_site_limits_new (clock);
  self->zones = foyer_site_zones_new ();
  self->memory = foyer_site_memory_new ();
  self->files = foyer_blob_files_new (directory);
  self->fetches = foyer_rate_table_new (clock, FETCH_BURST, FETCH_INTERVAL);
  self->picture_program = foyer_picture_find_program ();
  foyer_backend_set_fetch (self, foyer_global_address_is, NULL, NULL);
  foyer_backend_set_public_url (self, public_url == NULL ? "http://{slug}.localhost" : public_url,
                                "http://localhost");
  if (g_mkdir_with_parents (directory, 0700) != 0) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_READ_ONLY, "%s: %s", directory,
                 g_strerror (errno));
    return NULL;
  }
  self->writer = foyer_database_open (path, FOYER_DATABASE_WRITER, error);
  if (self->writer == NULL || !foyer_backend_migrate (self->writer, error))
    return NULL;
  foyer_blob_files_clean (self->files);
  self->reader = foyer_database_open (path, FOYER_DATABASE_READER, error);
  return self->reader == NULL ? NULL : g_steal_pointer (&self);
}

void
foyer_backend_close (FoyerBackend *self)
{
  g_return_if_fail (FOYER_IS_BACKEND (self));

  if (self->reader != NULL)
    foyer_database_close (self->reader);
  if (self->writer != NULL)
    foyer_database_close (self->writer);
}

static void
foyer_backend_finalize (GObject *object)
{
  FoyerBackend *self = FOYER_BACKEND (object);

  g_clear_object (&self->reader);
  g_clear_object (&self->writer);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  g_clear_pointer (&self->files, foyer_blob_files_free);
  g_clear_pointer (&self->remotes, foyer_rate_table_free);
  g_clear_pointer (&self->addresses, foyer_rate_table_free);
  g_clear_pointer (&self->fetches, foyer_rate_table_free);
  g_clear_pointer (&self->limits, foyer_site_limits_free);
  g_clear_pointer (&self->zones, foyer_site_zones_free);
  g_clear_pointer (&self->memory, foyer_site_memory_free);
  g_free (self->public_url);
  g_free (self->api_url);
  g_free (self->picture_program);
  g_free (self->authority);
  g_free (self->detour);
  G_OBJECT_CLASS (foyer_backend_parent_class)->finalize (object);
}

static void
foyer_backend_class_init (FoyerBackendClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_backend_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_HASH_TABLE);
}

static void
foyer_backend_init (FoyerBackend *self)
{
}

/* --- Addresses --- */

void
foyer_backend_set_public_url (FoyerBackend *self, const char *template, const char *api_url)
{
  g_free (self->public_url);
  g_free (self->api_url);
  self->public_url = g_strdup (template);
  self->api_url = g_strdup (api_url);
}

char *
foyer_backend_get_portal_url (FoyerBackend *self, const char *slug)
{
  g_autoptr (GString) url = g_string_new (self->public_url);

  g_string_replace (url, "{slug}", slug, 0);
  return g_string_free (g_steal_pointer (&url), FALSE);
}

char *
foyer_backend_find_slug (FoyerBackend *self, const char *host)
{
  g_autofree char *name = foyer_backend_get_portal_url (self, "slug");
  g_autoptr (GUri) uri = g_uri_parse (name, G_URI_FLAGS_NONE, NULL);
  const char *suffix = uri == NULL ? NULL : g_uri_get_host (uri) + strlen ("slug");

  if (suffix == NULL || suffix[0] == '\0' || !g_str_has_suffix (host, suffix)
      || strlen (host) <= strlen (suffix))
    return NULL;
  return g_strndup (host, strlen (host) - strlen (suffix));
}

/* --- Answering --- */

FoyerLane
foyer_backend_choose_lane (const FoyerHttpRequest *request)
{
  if (foyer_oauth_is_path (request->path))
    return FOYER_LANE_WRITE;
  if (foyer_api_is_path (request->path))
    return foyer_api_is_write (request) ? FOYER_LANE_WRITE : FOYER_LANE_READ;
  return foyer_site_is_write (request) ? FOYER_LANE_WRITE : FOYER_LANE_READ;
}

typedef struct {
  FoyerBackend *backend;
  FoyerLane lane;
  FoyerDatabase *database;
  const FoyerCredentials *credentials;
  const FoyerHttpRequest *request;
  gint64 now;
  GHashTable *changed; /* (owned) (nullable) */
  char *account_id;    /* (owned) (nullable) */
  GPtrArray *gone; /* (element-type utf8) (owned): blobs whose files nobody needs once this is committed */
  GPtrArray *made; /* (element-type utf8) (owned): blobs whose files nobody needs unless this is committed */
} Turn;

static FoyerHttpResponse *
answer_unauthorized (void)
{
  g_autoptr (FoyerJmapProblem) problem = foyer_jmap_problem_new (401, "about:blank", "Sign in again");
  FoyerHttpResponse *response
      = foyer_http_response_new_text (401, "application/problem+json", foyer_jmap_problem_to_text (problem));

  foyer_http_response_set_header (response, "WWW-Authenticate", "Bearer");
  return response;
}

static FoyerHttpResponse *
answer_api (Turn *turn)
{
  FoyerBackend *self = turn->backend;
  g_autoptr (FoyerStaffIdentity) staff = NULL;
  g_autoptr (FoyerTransaction) transaction = NULL;
  g_autofree char *portal_url = NULL;
  FoyerApiContext context;
  FoyerBlobs blobs;

  if (turn->credentials->bearer != NULL)
    staff = foyer_accounts_authenticate (turn->database, turn->credentials->bearer, turn->now, NULL);
  if (staff == NULL)
    return answer_unauthorized ();
  transaction = foyer_transaction_new (turn->database, self->clock, self->random, staff->organisation->number,
                                       FOYER_BY_STAFF, staff->staff_id);
  transaction->now = turn->now;
  portal_url = foyer_backend_get_portal_url (self, staff->organisation->slug);
  transaction->portal_url = g_strdup (portal_url);
  blobs = (FoyerBlobs){ turn->database, self->files, staff, turn->now, turn->gone };
  context = (FoyerApiContext){ transaction, staff, &blobs, portal_url, self->api_url };
  turn->changed = g_hash_table_ref (transaction->changed);
  turn->account_id = g_strdup (staff->organisation->id);
  return foyer_api_handle (&context, turn->request);
}

static FoyerHttpResponse *
answer_oauth (Turn *turn)
{
  FoyerOauthContext context = { .database = turn->database,
                                .clock = turn->backend->clock,
                                .random = turn->backend->random,
                                .api_url = turn->backend->api_url,
                                .now = turn->now };
  FoyerHttpResponse *response = foyer_oauth_handle (&context, turn->request);

  turn->changed = context.changed;
  turn->account_id = context.account_id;
  return response;
}

static FoyerHttpResponse *
answer_site (Turn *turn, const char *slug)
{
  g_autofree char *portal_url = foyer_backend_get_portal_url (turn->backend, slug);
  FoyerSiteContext context = { .database = turn->database,
                               .files = turn->backend->files,
                               .clock = turn->backend->clock,
                               .random = turn->backend->random,
                               .slug = slug,
                               .portal_url = portal_url,
                               .now = turn->now,
                               .remotes = turn->backend->remotes,
                               .addresses = turn->backend->addresses,
                               .limits = turn->backend->limits,
                               .zones = turn->backend->zones,
                               .memory = turn->lane == FOYER_LANE_READ ? turn->backend->memory : NULL,
                               .made = turn->made };
  FoyerHttpResponse *response = foyer_site_handle (&context, turn->credentials, turn->request);

  turn->changed = context.changed;
  turn->account_id = context.account_id;
  return response;
}

static FoyerHttpResponse *
answer (Turn *turn)
{
  g_autofree char *slug = foyer_backend_find_slug (turn->backend, turn->request->host);

  if (slug != NULL)
    return answer_site (turn, slug);
  if (foyer_oauth_is_path (turn->request->path))
    return answer_oauth (turn);
  if (foyer_api_is_path (turn->request->path))
    return answer_api (turn);
  return foyer_http_response_new_text (404, "text/plain; charset=utf-8", g_strdup ("Not found\n"));
}

static FoyerHttpResponse *
answer_unavailable (const GError *why)
{
  gboolean is_unknown = g_error_matches (why, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_UNKNOWN);
  g_autoptr (FoyerJmapProblem) problem
      = foyer_jmap_problem_new (503, "about:blank",
                                is_unknown
                                    ? "The server has trouble of its own; whether this was done is not known"
                                    : "The server has trouble of its own; nothing was done");
  FoyerHttpResponse *response
      = foyer_http_response_new_text (503, "application/problem+json", foyer_jmap_problem_to_text (problem));

  g_warning ("A request was not answered: %s", why->message);
  foyer_http_response_set_header (response, "Retry-After", "5");
  return response;
}

void
foyer_backend_tell (FoyerBackend *self, const char *account_id, GHashTable *changed)
{
  if (g_hash_table_size (changed) > 0)
    g_signal_emit (self, signals[CHANGED], 0, account_id, changed);
}

/* A file that another blob row names by now, or that was there before, stays. */
static void
remove_made (Turn *turn)
{
  for (guint i = 0; i < turn->made->len; i++) {
    if (!foyer_blobs_is_anybodys (turn->database, turn->made->pdata[i]))
      foyer_blob_files_remove (turn->backend->files, turn->made->pdata[i]);
  }
}

static FoyerHttpResponse *
answer_in_transaction (Turn *turn)
{
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  if (!foyer_database_begin (turn->database, &error))
    return answer_unavailable (error);
  response = answer (turn);
  if (turn->lane == FOYER_LANE_READ || response->status >= 500) {
    gboolean is_sound = foyer_database_is_sound (turn->database, &error);

    foyer_database_rollback (turn->database);
    remove_made (turn);
    return is_sound ? g_steal_pointer (&response) : answer_unavailable (error);
  }
  /* No byte leaves before the commit: what was answered has happened. */
  if (!foyer_database_commit_or_undo (turn->database, &error))
    return answer_unavailable (error);
  for (guint i = 0; i < turn->gone->len; i++)
    foyer_blob_files_remove (turn->backend->files, turn->gone->pdata[i]);
  if (turn->changed != NULL && turn->account_id != NULL)
    foyer_backend_tell (turn->backend, turn->account_id, turn->changed);
  return g_steal_pointer (&response);
}

FoyerHttpResponse *
foyer_backend_handle (FoyerBackend *self,
                      FoyerLane lane,
                      const FoyerCredentials *credentials,
                      const FoyerHttpRequest *request,
                      gint64 now)
{
  Turn turn = { .backend = self, .lane = lane, .credentials = credentials, .request = request, .now = now };
  FoyerHttpResponse *response;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), NULL);

  turn.database = lane == FOYER_LANE_WRITE ? self->writer : self->reader;
  turn.gone = g_ptr_array_new_with_free_func (g_free);
  turn.made = g_ptr_array_new_with_free_func (g_free);
  response = answer_in_transaction (&turn);
  g_clear_pointer (&turn.changed, g_hash_table_unref);
  g_free (turn.account_id);
  g_ptr_array_unref (turn.gone);
  g_ptr_array_unref (turn.made);
  return response;
}

/* --- For the event stream --- */

static GHashTable *
read_states (FoyerBackend *self, FoyerStaffIdentity *staff)
{
  g_autoptr (FoyerTransaction) transaction
      = foyer_transaction_new (self->reader, self->clock, self->random, staff->organisation->number,
                               FOYER_BY_STAFF, staff->staff_id);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    char *state = foyer_transaction_get_state (transaction, types[i], NULL);

    if (state != NULL)
      g_hash_table_insert (states, g_strdup (types[i]->name), state);
  }
  return g_steal_pointer (&states);
}

GHashTable *
foyer_backend_get_states (FoyerBackend *self, const char *bearer, gint64 now, char **account_id)
{
  g_autoptr (FoyerStaffIdentity) staff = NULL;
  GHashTable *states = NULL;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), NULL);

  if (!foyer_database_begin (self->reader, NULL))
    return NULL;
  staff = foyer_accounts_authenticate (self->reader, bearer, now, NULL);
  if (staff != NULL) {
    *account_id = g_strdup (staff->organisation->id);
    states = read_states (self, staff);
  }
  foyer_database_rollback (self->reader);
  return states;
}

gboolean
foyer_backend_is_signed_in (FoyerBackend *self, const char *bearer, gint64 now)
{
  g_autoptr (FoyerStaffIdentity) staff = NULL;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (!foyer_database_begin (self->reader, NULL))
    return FALSE;
  staff = foyer_accounts_authenticate (self->reader, bearer, now, NULL);
  foyer_database_rollback (self->reader);
  return staff != NULL;
}

FoyerDatabase *
foyer_backend_get_writer (FoyerBackend *self)
{
  return self->writer;
}

FoyerBlobFiles *
foyer_backend_get_blob_files (FoyerBackend *self)
{
  return self->files;
}

FoyerClock *
foyer_backend_get_clock (FoyerBackend *self)
{
  return self->clock;
}

FoyerRandom *
foyer_backend_get_random (FoyerBackend *self)
{
  return self->random;
}
