/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backend.c - the core of foyer-server: two connections, one transaction a request */

#include "foyer-backend.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-door-requests.h"
#include "accounts/foyer-door-wishes.h"
#include "accounts/foyer-mailed-links.h"
#include "blobs/foyer-blobs.h"
#include "changes/foyer-history.h"
#include "changes/foyer-transaction.h"
#include "effects/foyer-invites.h"
#include "effects/foyer-scheduled-messages.h"
#include "foyer-api.h"
#include "foyer-backend-resources.h"
#include "foyer-jmap-problem.h"
#include "foyer-migration.h"
#include "http/foyer-rate-table.h"
#include "oauth/foyer-oauth.h"
#include "mail/foyer-mail-queue.h"
#include "site/foyer-door-answers.h"
#include "site/foyer-site.h"
#include "uploads/foyer-picture.h"
#include "uploads/foyer-uploads.h"

#include <errno.h>
#include <string.h>

/* Twenty tries in ten minutes from one network, five an hour for one address (000-68). */
#define REMOTE_BURST 20
#define REMOTE_INTERVAL (30 * (gint64) G_USEC_PER_SEC)
#define ADDRESS_BURST 5
#define ADDRESS_INTERVAL (12 * 60 * (gint64) G_USEC_PER_SEC)

struct _FoyerBackend {
  GObject parent_instance;

  FoyerClock *clock;
  FoyerRandom *random;
  FoyerDatabase *writer;     /* (owned) (writing lane only) */
  FoyerDatabase *reader;     /* (owned) (reading lane only) */
  FoyerBlobFiles *files;     /* (owned) */
  FoyerRateTable *remotes;   /* (owned) (writing lane only): networks that try to sign in */
  FoyerRateTable *addresses; /* (owned) (writing lane only): addresses whose password is tried */
  FoyerSiteLimits *limits;   /* (owned) */
  char *public_url;          /* template with {slug} */
  char *api_url;
  char *picture_program;
};

G_DEFINE_FINAL_TYPE (FoyerBackend, foyer_backend, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Opening --- */

static char *
load_script (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/foyer/backend/sql/", name, NULL);
  g_autoptr (GBytes) script
      = g_resource_lookup_data (foyer_backend_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script == NULL ? NULL : g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
}

/* In their order, and never changed once they were released. */
static const struct {
  const char *name;
  guint record_schema; /* 0 if the record types stay as they are */
} steps[] = {
  { "001-schema.sql", 1 }, { "002-blobs.sql", 0 },  { "003-history.sql", 0 },    { "004-mail.sql", 0 },
  { "005-door.sql", 0 },   { "006-epochs.sql", 0 }, { "007-signatures.sql", 2 }, { "008-uploads.sql", 0 },
  { "009-codes.sql", 0 },  { "010-lists.sql", 0 },
};

gboolean
foyer_backend_migrate (FoyerDatabase *database, GError **error)
{
  FoyerMigration migrations[G_N_ELEMENTS (steps)] = { 0 };
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    char *script = load_script (steps[i].name, error);

    if (script == NULL)
      return FALSE;
    g_ptr_array_add (scripts, script);
    migrations[i].sql = script;
    migrations[i].record_schema = steps[i].record_schema;
  }
  return foyer_database_migrate (database, migrations, G_N_ELEMENTS (migrations), error);
}

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
  self->files = foyer_blob_files_new (directory);
  self->picture_program = foyer_picture_find_program ();
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
  g_clear_pointer (&self->limits, foyer_site_limits_free);
  g_free (self->public_url);
  g_free (self->api_url);
  g_free (self->picture_program);
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

/* The organisation that a host names by the template: `acme` of `acme.portal.example`; NULL for the bare host. */
static char *
find_slug (FoyerBackend *self, const char *host)
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
                               .made = turn->made };
  FoyerHttpResponse *response = foyer_site_handle (&context, turn->credentials, turn->request);

  turn->changed = context.changed;
  turn->account_id = context.account_id;
  return response;
}

static FoyerHttpResponse *
answer (Turn *turn)
{
  g_autofree char *slug = find_slug (turn->backend, turn->request->host);

  if (slug != NULL)
    return answer_site (turn, slug);
  if (foyer_oauth_is_path (turn->request->path))
    return answer_oauth (turn);
  if (foyer_api_is_path (turn->request->path))
    return answer_api (turn);
  return foyer_http_response_new_text (404, "text/plain; charset=utf-8", g_strdup ("Not found\n"));
}

static FoyerHttpResponse *
answer_unavailable (const char *why)
{
  g_autoptr (FoyerJmapProblem) problem
      = foyer_jmap_problem_new (503, "about:blank", "The server has trouble of its own; nothing was done");
  FoyerHttpResponse *response
      = foyer_http_response_new_text (503, "application/problem+json", foyer_jmap_problem_to_text (problem));

  g_warning ("A request was not answered: %s", why);
  foyer_http_response_set_header (response, "Retry-After", "5");
  return response;
}

static void
tell_changes (Turn *turn)
{
  if (turn->changed != NULL && turn->account_id != NULL && g_hash_table_size (turn->changed) > 0)
    g_signal_emit (turn->backend, signals[CHANGED], 0, turn->account_id, turn->changed);
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
answer_in_transaction (Turn *turn, FoyerLane lane)
{
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  if (!foyer_database_begin (turn->database, &error))
    return answer_unavailable (error->message);
  response = answer (turn);
  if (lane == FOYER_LANE_READ || response->status >= 500) {
    gboolean is_sound = foyer_database_is_sound (turn->database, &error);

    foyer_database_rollback (turn->database);
    remove_made (turn);
    return is_sound ? g_steal_pointer (&response) : answer_unavailable (error->message);
  }
  /* No byte leaves before the commit: what was answered has happened. */
  if (!foyer_database_commit (turn->database, &error))
    return answer_unavailable (error->message);
  for (guint i = 0; i < turn->gone->len; i++)
    foyer_blob_files_remove (turn->backend->files, turn->gone->pdata[i]);
  tell_changes (turn);
  return g_steal_pointer (&response);
}

FoyerHttpResponse *
foyer_backend_handle (FoyerBackend *self,
                      FoyerLane lane,
                      const FoyerCredentials *credentials,
                      const FoyerHttpRequest *request,
                      gint64 now)
{
  Turn turn = { .backend = self, .credentials = credentials, .request = request, .now = now };
  FoyerHttpResponse *response;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), NULL);

  turn.database = lane == FOYER_LANE_WRITE ? self->writer : self->reader;
  turn.gone = g_ptr_array_new_with_free_func (g_free);
  turn.made = g_ptr_array_new_with_free_func (g_free);
  response = answer_in_transaction (&turn, lane);
  g_clear_pointer (&turn.changed, g_hash_table_unref);
  g_free (turn.account_id);
  g_ptr_array_unref (turn.gone);
  g_ptr_array_unref (turn.made);
  return response;
}

/* --- Files from clients --- */

gboolean
foyer_backend_is_upload (const FoyerHttpRequest *request)
{
  return foyer_uploads_is_form (request) && !foyer_api_is_path (request->path)
         && !foyer_oauth_is_path (request->path);
}

gboolean
foyer_backend_admits_upload (FoyerBackend *self,
                             const FoyerCredentials *credentials,
                             const FoyerHttpRequest *request,
                             gint64 now)
{
  g_autofree char *slug = find_slug (self, request->host);
  g_autofree char *portal_url = slug == NULL ? NULL : foyer_backend_get_portal_url (self, slug);
  FoyerSiteContext context = { .database = self->reader,
                               .files = self->files,
                               .clock = self->clock,
                               .random = self->random,
                               .slug = slug,
                               .portal_url = portal_url,
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

void
foyer_backend_read_upload (FoyerBackend *self, FoyerHttpRequest *request)
{
  g_return_if_fail (request->form == NULL);

  request->form = foyer_uploads_read (request, self->picture_program, self->clock);
}

/* --- The server's own work --- */

/* The account's id, and the address of its portal. */
static char *
find_account (FoyerBackend *self, gint64 organisation, char **portal_url)
{
  g_autoptr (FoyerStatement) select
      = foyer_database_prepare (self->writer, "SELECT id, slug FROM account WHERE organisation = $1", NULL);

  if (select == NULL)
    return NULL;
  foyer_statement_bind_integer (select, 1, organisation);
  if (!foyer_statement_step (select, NULL))
    return NULL;
  *portal_url = foyer_backend_get_portal_url (self, foyer_statement_get_text (select, 1));
  return g_strdup (foyer_statement_get_text (select, 0));
}

gboolean
foyer_backend_write (FoyerBackend *self,
                     gint64 organisation,
                     gint64 now,
                     FoyerBackendWork work,
                     gpointer data,
                     GError **error)
{
  g_autoptr (FoyerTransaction) transaction = NULL;
  g_autofree char *account_id = NULL;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (!foyer_database_begin (self->writer, error))
    return FALSE;
  transaction
      = foyer_transaction_new (self->writer, self->clock, self->random, organisation, FOYER_BY_SERVER, NULL);
  transaction->now = now;
  account_id = find_account (self, organisation, &transaction->portal_url);
  if (!work (transaction, data, error)) {
    foyer_database_rollback (self->writer);
    return FALSE;
  }
  if (!foyer_database_commit (self->writer, error))
    return FALSE;
  if (account_id != NULL && g_hash_table_size (transaction->changed) > 0)
    g_signal_emit (self, signals[CHANGED], 0, account_id, transaction->changed);
  return TRUE;
}

static gint64
count_organisations (FoyerBackend *self)
{
  return foyer_database_integer (self->writer, "SELECT max(organisation) FROM account", NULL);
}

gboolean
foyer_backend_write_all (FoyerBackend *self, gint64 now, FoyerBackendWork work, gpointer data, GError **error)
{
  gint64 count = count_organisations (self);

  for (gint64 number = 1; number <= count; number++) {
    if (!foyer_backend_write (self, number, now, work, data, error))
      return FALSE;
  }
  return TRUE;
}

/* --- Invites that ran out --- */

gboolean
foyer_backend_expire_invites (FoyerBackend *self, gint64 now)
{
  gint64 count;
  gboolean more = FALSE;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  count = count_organisations (self);
  for (gint64 number = 1; number <= count; number++) {
    g_autoptr (FoyerTransaction) transaction
        = foyer_transaction_new (self->writer, self->clock, self->random, number, FOYER_BY_SERVER, NULL);
    g_autoptr (GError) error = NULL;

    transaction->now = now;
    if (foyer_invites_count_late (transaction, &error) > 0
        && foyer_backend_write (self, number, now, foyer_invites_expire, NULL, &error))
      more = more || foyer_invites_count_late (transaction, &error) > 0;
    if (error != NULL)
      g_warning ("Invites that ran out were not noted: %s", error->message);
  }
  return more;
}

/* --- What was written for later --- */

static gint64
count_due (FoyerBackend *self, gint64 organisation, gint64 now, GError **error)
{
  g_autoptr (FoyerTransaction) transaction
      = foyer_transaction_new (self->writer, self->clock, self->random, organisation, FOYER_BY_SERVER, NULL);

  transaction->now = now;
  return foyer_scheduled_messages_count_due (transaction, error);
}

/* Messages of one organisation that cannot be sent hold up nobody else's. */
gboolean
foyer_backend_send_scheduled (FoyerBackend *self, gint64 now)
{
  gint64 count;
  gboolean more = FALSE;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  count = count_organisations (self);
  for (gint64 number = 1; number <= count; number++) {
    g_autoptr (GError) error = NULL;
    gint64 due = count_due (self, number, now, &error);

    if (due > 0 && foyer_backend_write (self, number, now, foyer_scheduled_messages_send, NULL, &error))
      more = more || count_due (self, number, now, &error) > 0;
    if (error != NULL)
      g_warning ("What was written for later was not sent: %s", error->message);
  }
  return more;
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

/* --- Forgetting --- */

static gboolean
sweep_blobs (FoyerBackend *self, gint64 now, GPtrArray *gone, GError **error)
{
  gint64 count = count_organisations (self);

  for (gint64 number = 1; number <= count; number++) {
    FoyerOrganisationAccount organisation = { .number = number };
    FoyerStaffIdentity nobody = { .organisation = &organisation };
    FoyerBlobs blobs = { self->writer, self->files, &nobody, now, gone };

    if (!foyer_blobs_sweep (&blobs, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_backend_forget (FoyerBackend *self, gint64 now)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (foyer_database_begin (self->writer, &error)
      && foyer_history_prune (self->writer, &foyer_history_limits, now, &more, &error)
      && foyer_mailed_links_sweep (self->writer, now, &error)
      && foyer_door_requests_sweep (self->writer, now, &error)
      && foyer_mail_queue_sweep (self->writer, now, &error) && sweep_blobs (self, now, gone, &error)
      && foyer_database_commit (self->writer, &error)) {
    for (guint i = 0; i < gone->len; i++)
      foyer_blob_files_remove (self->files, gone->pdata[i]);
    return more || gone->len > 0;
  }
  g_warning ("What is old was not forgotten: %s", error->message);
  foyer_database_rollback (self->writer);
  return FALSE;
}

/* --- The door --- */

#define DOOR_BATCH 20

/* Whose records an answer changed, to be told once it is committed. */
typedef struct {
  char *account_id;
  GHashTable *changed;
} Told;

static void
told_free (Told *self)
{
  g_free (self->account_id);
  g_hash_table_unref (self->changed);
  g_free (self);
}

/* What cannot be answered is forgotten with its effects; the others are answered. */
static void
answer_wish (FoyerBackend *self, const FoyerDoorWish *wish, gint64 now, GPtrArray *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation (self->writer, wish->organisation, &error);
  g_autoptr (FoyerTransaction) transaction = NULL;
  g_autofree char *portal_url = NULL;
  guint mark = 0;

  if (account != NULL) {
    portal_url = foyer_backend_get_portal_url (self, account->slug);
    transaction = foyer_transaction_new (self->writer, self->clock, self->random, account->number,
                                         FOYER_BY_SERVER, NULL);
    transaction->now = now;
  }
  if (transaction != NULL && foyer_transaction_savepoint (transaction, &mark, &error)) {
    if (foyer_door_answers_give (transaction, portal_url, wish, &error)
        && foyer_transaction_release (transaction, mark, &error)) {
      Told *one = g_new0 (Told, 1);

      one->account_id = g_strdup (account->id);
      one->changed = g_hash_table_ref (transaction->changed);
      g_ptr_array_add (told, one);
      return;
    }
    foyer_transaction_rollback_to (transaction, mark);
  }
  g_warning ("A wish at the door was not answered: %s", error->message);
}

gboolean
foyer_backend_answer_door (FoyerBackend *self, gint64 now)
{
  g_autoptr (GPtrArray) wishes = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) told_free);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (FOYER_IS_BACKEND (self), FALSE);

  if (foyer_door_wishes_count (self->writer, NULL) <= 0)
    return FALSE;
  if (foyer_database_begin (self->writer, &error))
    wishes = foyer_door_wishes_take (self->writer, DOOR_BATCH, &error);
  for (guint i = 0; wishes != NULL && i < wishes->len; i++)
    answer_wish (self, wishes->pdata[i], now, told);
  if (wishes != NULL && foyer_database_commit (self->writer, &error)) {
    for (guint i = 0; i < told->len; i++) {
      Told *one = told->pdata[i];

      if (g_hash_table_size (one->changed) > 0)
        g_signal_emit (self, signals[CHANGED], 0, one->account_id, one->changed);
    }
    return wishes->len == DOOR_BATCH;
  }
  g_warning ("What was asked at the door waits: %s", error->message);
  foyer_database_rollback (self->writer);
  return FALSE;
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
