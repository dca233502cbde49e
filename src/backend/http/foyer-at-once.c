/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-at-once.c - how much one sign-in does at once */

#include "http/foyer-at-once.h"

#include "accounts/foyer-secret.h"
#include "blobs/foyer-blob-http.h"
#include "http/foyer-authorization.h"
#include "http/foyer-rate-table.h"
#include "http/foyer-response-headers.h"
#include "http/foyer-soup-message.h"

#include "foyer-jmap-problem.h"
#include "foyer-jmap.h"

/* A console that has done nothing for five seconds may ask a hundred times at once; then twenty times a second. */
#define DEVICE_BURST 100
#define DEVICE_INTERVAL (G_USEC_PER_SEC / 20)

/* What is counted at one address. */
typedef struct {
  guint most;
  const char *limit;
  gboolean is_upload;
  gboolean is_public_https;
  GHashTable *running;   /* (element-type utf8): hash of a token to how many requests run (owned) */
  FoyerRateTable *rates; /* (owned): how often each may come */
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_hash_table_unref (count->running);
  foyer_rate_table_free (count->rates);
  g_free (count);
}

typedef struct {
  GHashTable *running; /* (owned) */
  char *caller;
} Place;

static void
place_free (gpointer data, GClosure *closure)
{
  Place *place = data;

  g_hash_table_unref (place->running);
  g_free (place->caller);
  g_free (place);
}

static void
on_finished (SoupServerMessage *message, Place *place)
{
  guint running = GPOINTER_TO_UINT (g_hash_table_lookup (place->running, place->caller));

  if (running > 1)
    g_hash_table_insert (place->running, g_strdup (place->caller), GUINT_TO_POINTER (running - 1));
  else
    g_hash_table_remove (place->running, place->caller);
}

static void
refuse (Count *count, SoupServerMessage *message, FoyerHttpResponse *response)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  foyer_response_headers_add (response, count->is_public_https);
  foyer_soup_message_answer (message, response);
  foyer_http_response_free (response);
}

/* How often a device may come is no limit of the session (RFC 8620 §3.6.1), and is not called by the name of one. */
static FoyerHttpResponse *
make_limit_refusal (const char *limit)
{
  g_autoptr (FoyerJmapProblem) problem
      = limit == NULL ? foyer_jmap_problem_new (429, "about:blank", "Too often: wait a second")
                      : foyer_jmap_problem_new (429, FOYER_JMAP_LIMIT, "Too many at once");
  FoyerHttpResponse *response;

  problem->limit = limit;
  response
      = foyer_http_response_new_text (429, "application/problem+json", foyer_jmap_problem_to_text (problem));
  foyer_http_response_set_header (response, "Retry-After", "1");
  return response;
}

static FoyerHttpResponse *
make_sign_in_refusal (void)
{
  g_autoptr (FoyerJmapProblem) problem = foyer_jmap_problem_new (401, "about:blank", "Sign in again");
  FoyerHttpResponse *response
      = foyer_http_response_new_text (401, "application/problem+json", foyer_jmap_problem_to_text (problem));

  foyer_http_response_set_header (response, "WWW-Authenticate", "Bearer");
  return response;
}

/* Called when the head has been read and the body has not. */
static void
on_body_due (SoupServer *server,
             SoupServerMessage *message,
             const char *path,
             GHashTable *query,
             gpointer data)
{
  Count *count = data;
  char *secret = foyer_authorization_read (
      soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization"));
  g_autofree char *caller = NULL;
  Place *place;
  guint running;

  if (secret == NULL) {
    /* Short bodies may come: they are answered in their turn. */
    if (count->is_upload)
      refuse (count, message, make_sign_in_refusal ());
    return;
  }
  caller = g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
  foyer_secret_free (secret);
  running = GPOINTER_TO_UINT (g_hash_table_lookup (count->running, caller));
  if (running >= count->most || !foyer_rate_table_take (count->rates, caller)) {
    refuse (count, message, make_limit_refusal (running >= count->most ? count->limit : NULL));
    return;
  }
  g_hash_table_insert (count->running, g_strdup (caller), GUINT_TO_POINTER (running + 1));
  place = g_new0 (Place, 1);
  place->running = g_hash_table_ref (count->running);
  place->caller = g_steal_pointer (&caller);
  g_signal_connect_data (message, "finished", G_CALLBACK (on_finished), place, place_free, 0);
}

void
foyer_at_once_watch (SoupServer *server,
                     SoupServerCallback handler,
                     gpointer data,
                     FoyerClock *clock,
                     gboolean is_public_https)
{
  static const struct {
    const char *path;
    guint most;
    const char *limit;
  } places[] = {
    { FOYER_BLOB_UPLOAD_PATH, FOYER_JMAP_MAX_CONCURRENT_UPLOAD, "maxConcurrentUpload" },
    { "/jmap/api", FOYER_JMAP_MAX_CONCURRENT, "maxConcurrentRequests" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    Count *count = g_new0 (Count, 1);

    count->most = places[i].most;
    count->limit = places[i].limit;
    count->is_upload = foyer_blob_http_is_upload (places[i].path);
    count->is_public_https = is_public_https;
    count->rates = foyer_rate_table_new (clock, DEVICE_BURST, DEVICE_INTERVAL);
    count->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    soup_server_add_handler (server, places[i].path, handler, data, NULL);
    soup_server_add_early_handler (server, places[i].path, on_body_due, count, count_free);
  }
}
