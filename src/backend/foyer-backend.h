/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-blob-files.h"
#include "changes/foyer-transaction.h"
#include "foyer-clock.h"
#include "foyer-database.h"
#include "foyer-http-message.h"
#include "foyer-random.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BACKEND (foyer_backend_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBackend, foyer_backend, FOYER, BACKEND, GObject)

/**
 * FoyerBackend:
 *
 * The core of foyer-server, without sockets: complete requests in, complete responses out. Its callers are the HTTP front and the
 * simulation.
 *
 * It has two lanes: requests that write go through the one writing connection, one at a time; requests that only read go through a
 * reading connection, beside it.
 */

/**
 * FoyerLane:
 * @FOYER_LANE_READ: for foyer_backend_handle() on the reading thread
 * @FOYER_LANE_WRITE: for foyer_backend_handle() on the writing thread
 */
typedef enum {
  FOYER_LANE_READ,
  FOYER_LANE_WRITE,
} FoyerLane;

/**
 * FoyerCredentials:
 * @bearer: (nullable): the token of the Authorization header, for the API alone
 * @session: (nullable): the value of the session cookie, for the portal alone
 * @look: (nullable): the value of the cookie of staff who look at a portal
 * @remote: (nullable): the peer's address, for rate limits
 */
typedef struct {
  char *bearer;
  char *session;
  char *look;
  char *remote;
} FoyerCredentials;

/**
 * foyer_backend_migrate:
 *
 * Brings a server's database to the present schema.
 */
gboolean foyer_backend_migrate (FoyerDatabase *database, GError **error);

/**
 * foyer_backend_open:
 * @directory: where the data lives; made with mode 0700 if missing
 * @public_url: (nullable): template of the portal's addresses, `https://{slug}.portal.example`; %NULL until the port is known
 *
 * Opens or makes the database and brings it to the present schema.
 *
 * Returns: (transfer full): the backend, or %NULL with a #FoyerDatabaseError
 */
FoyerBackend *foyer_backend_open (const char *directory,
                                  const char *public_url,
                                  FoyerClock *clock,
                                  FoyerRandom *random,
                                  GError **error);

/**
 * foyer_backend_close:
 *
 * Closes both connections. Both lanes must be idle. To be called before the last reference is dropped.
 */
void foyer_backend_close (FoyerBackend *self);

/**
 * foyer_backend_set_public_url:
 * @template: `https://{slug}.portal.example`
 * @api_url: the address under which consoles reach the API: scheme, host and port
 */
void foyer_backend_set_public_url (FoyerBackend *self, const char *template, const char *api_url);

/**
 * foyer_backend_get_portal_url:
 *
 * Returns: (transfer full): the portal's address of the organisation called @slug, without a trailing slash
 */
char *foyer_backend_get_portal_url (FoyerBackend *self, const char *slug);

/**
 * foyer_backend_choose_lane:
 *
 * Returns: which lane @request needs. Looks at the request alone.
 */
FoyerLane foyer_backend_choose_lane (const FoyerHttpRequest *request);

/**
 * foyer_backend_handle:
 * @lane: as foyer_backend_choose_lane() says
 * @credentials: as they came; they are checked in here, within the request's own transaction
 * @now: seconds since 1970
 *
 * Answers one request. Everything it changes is committed, or nothing is, before it returns. Blocks on the disk.
 *
 * Returns: (transfer full): the response
 */
FoyerHttpResponse *foyer_backend_handle (FoyerBackend *self,
                                         FoyerLane lane,
                                         const FoyerCredentials *credentials,
                                         const FoyerHttpRequest *request,
                                         gint64 now);

/**
 * FoyerAhead:
 * @FOYER_AHEAD_NOTHING: nothing
 * @FOYER_AHEAD_UPLOAD: files that somebody brings into a portal are taken apart
 * @FOYER_AHEAD_FETCH: a picture that staff want is fetched from elsewhere
 *
 * What takes long, and is done for a request before it comes to its lane. Such a request goes three ways: foyer_backend_admits() on the
 * reading lane, then if it is admitted foyer_backend_work_ahead() on neither, then foyer_backend_handle() as any other.
 */
typedef enum {
  FOYER_AHEAD_NOTHING,
  FOYER_AHEAD_UPLOAD,
  FOYER_AHEAD_FETCH,
} FoyerAhead;

/**
 * foyer_backend_get_ahead:
 *
 * Returns: what is done for @request ahead. Looks at the request alone.
 */
FoyerAhead foyer_backend_get_ahead (const FoyerHttpRequest *request);

/**
 * foyer_backend_admits:
 *
 * Returns: whether whoever sends @request may, so that it is worth the work. Runs on the reading lane.
 */
gboolean foyer_backend_admits (FoyerBackend *self,
                               const FoyerCredentials *credentials,
                               FoyerHttpRequest *request,
                               gint64 now);

/**
 * foyer_backend_work_ahead:
 *
 * Does the work, and leaves what came of it in @request. Blocks for half a minute at most; to be called on neither lane.
 */
void foyer_backend_work_ahead (FoyerBackend *self, FoyerHttpRequest *request);

/**
 * foyer_backend_set_fetch:
 * @is_open: whom the server may ask for pictures
 * @authority: (nullable): a file with the certificates that are believed
 * @detour: (nullable): `HOST:PORT` that stands in for every host
 *
 * For tests, which have no internet: see #FoyerPictureFetch. To be called before the first request.
 */
void foyer_backend_set_fetch (FoyerBackend *self,
                              gboolean (*is_open) (GInetAddress *address),
                              const char *authority,
                              const char *detour);

/**
 * FoyerBackend::changed:
 * @account_id: whose records changed
 * @states: (element-type utf8 utf8): type name to new state
 *
 * Emitted on the writing thread after a commit that changed records. Listeners get over to their own thread themselves.
 */

/**
 * foyer_backend_get_states:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the present state of every type, for the event stream of @bearer's
 *   account, or %NULL if @bearer is not valid (any more). Runs on the reading lane.
 */
GHashTable *foyer_backend_get_states (FoyerBackend *self, const char *bearer, gint64 now, char **account_id);

/**
 * foyer_backend_forget:
 *
 * Forgets some of what is older than it needs to be: tombstones, answers to operations, blobs that nothing names. Runs on the writing lane.
 *
 * Returns: whether there is more
 */
gboolean foyer_backend_forget (FoyerBackend *self, gint64 now);

/**
 * foyer_backend_answer_door:
 *
 * Answers some of what was asked at the doors of portals: mails links to whoever may have one. Runs on the writing lane.
 *
 * Returns: whether there is more
 */
gboolean foyer_backend_answer_door (FoyerBackend *self, gint64 now);

/**
 * foyer_backend_note_addresses:
 *
 * Writes the portal's address (X9) into each organisation whose record says another one. To be called once there is a public address, on the
 * writing lane.
 */
void foyer_backend_note_addresses (FoyerBackend *self, gint64 now);

/**
 * foyer_backend_expire_invites:
 *
 * Notes that invites ran out (001-38). Runs on the writing lane.
 *
 * Returns: whether there are more
 */
gboolean foyer_backend_expire_invites (FoyerBackend *self, gint64 now);

/**
 * foyer_backend_send_scheduled:
 *
 * Sends some of the messages that were written for a time that has come. Runs on the writing lane.
 *
 * Returns: whether there is more
 */
gboolean foyer_backend_send_scheduled (FoyerBackend *self, gint64 now);

/**
 * foyer_backend_publish_scheduled:
 *
 * Publishes some of the settings that were scheduled for a time that has come (D1). Runs on the writing lane.
 *
 * Returns: whether there is more
 */
gboolean foyer_backend_publish_scheduled (FoyerBackend *self, gint64 now);

/**
 * FoyerBackendWork:
 *
 * Returns: %FALSE with an error to undo everything
 */
typedef gboolean (*FoyerBackendWork) (FoyerTransaction *transaction, gpointer data, GError **error);

/**
 * foyer_backend_write:
 * @organisation: whose records
 * @now: seconds since 1970
 *
 * Does what nobody asked for by a request, on the server's own behalf: one transaction, of which consoles hear when it is committed. Runs on
 * the writing lane.
 */
gboolean foyer_backend_write (FoyerBackend *self,
                              gint64 organisation,
                              gint64 now,
                              FoyerBackendWork work,
                              gpointer data,
                              GError **error);

/**
 * foyer_backend_write_all:
 *
 * The same for every organisation in turn, each in a transaction of its own.
 */
gboolean foyer_backend_write_all (FoyerBackend *self,
                                  gint64 now,
                                  FoyerBackendWork work,
                                  gpointer data,
                                  GError **error);

/**
 * foyer_backend_is_signed_in:
 *
 * Returns: whether @bearer is valid, for event streams that are open already. Runs on the reading lane.
 */
gboolean foyer_backend_is_signed_in (FoyerBackend *self, const char *bearer, gint64 now);

/**
 * foyer_backend_get_writer:
 *
 * Returns: (transfer none): the writing connection, for the command lines, which run alone
 */
FoyerDatabase *foyer_backend_get_writer (FoyerBackend *self);
FoyerBlobFiles *foyer_backend_get_blob_files (FoyerBackend *self);
FoyerClock *foyer_backend_get_clock (FoyerBackend *self);
FoyerRandom *foyer_backend_get_random (FoyerBackend *self);

G_END_DECLS
