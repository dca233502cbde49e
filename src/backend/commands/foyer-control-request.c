/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-control-request.c - one-time codes and fresh links for whoever runs the server */

#include "commands/foyer-control-request.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-devices.h"
#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-secret.h"
#include "accounts/foyer-sign-in-codes.h"
#include "accounts/foyer-staff-sign-in.h"
#include "accounts/foyer-tokens.h"
#include "changes/foyer-transaction.h"
#include "mail/foyer-mail-fate.h"

#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-portal-entry.h"
#include "foyer-settings.h"
#include "types/client.h"
#include "types/portal_link.h"
#include "types/property.h"

#include <string.h>

/* Clients that are looked at in search of one that can come in. */
#define MOST_TRIED 500

/* --- Lines --- */

static JsonObject *
make_request (const char *what, const char *name, const char *value, const char *organisation)
{
  JsonObject *request = json_object_new ();

  json_object_set_string_member (request, "do", what);
  if (value != NULL)
    json_object_set_string_member (request, name, value);
  if (organisation != NULL)
    json_object_set_string_member (request, "organisation", organisation);
  return request;
}

static char *
write_request (const char *what, const char *name, const char *value, const char *organisation)
{
  g_autoptr (JsonObject) request = make_request (what, name, value, organisation);

  return foyer_json_canonical_object (request);
}

char *
foyer_control_request_code (const char *user, const char *organisation)
{
  return write_request ("code", "user", user, organisation);
}

char *
foyer_control_request_app_password (const char *user, const char *device, const char *organisation)
{
  g_autoptr (JsonObject) request = make_request ("app-password", "user", user, organisation);

  json_object_set_string_member (request, "device", device);
  return foyer_json_canonical_object (request);
}

char *
foyer_control_request_link (const char *client, const char *organisation)
{
  return write_request ("link", "client", client, organisation);
}

char *
foyer_control_request_report (const FoyerMailReport *report)
{
  g_autoptr (JsonObject) request = json_object_new ();

  json_object_set_string_member (request, "do", "report");
  json_object_set_string_member (request, "delivery", report->delivery_id);
  json_object_set_boolean_member (request, "failed", report->fate == FOYER_MAIL_REPORT_FAILED);
  if (report->reason != NULL)
    json_object_set_string_member (request, "reason", report->reason);
  return foyer_json_canonical_object (request);
}

static char *
write_answer (const char *name, const char *value)
{
  g_autoptr (JsonObject) answer = json_object_new ();

  json_object_set_string_member (answer, name, value);
  return foyer_json_canonical_object (answer);
}

char *
foyer_control_request_read_answer (const char *line, GError **error)
{
  g_autoptr (JsonObject) answer = foyer_json_parse_object (line, -1, error);
  const char *text;
  const char *failure;

  if (answer == NULL)
    return NULL;
  text = foyer_json_object_text (answer, "text");
  failure = foyer_json_object_text (answer, "error");
  if (text != NULL)
    return g_strdup (text);
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED,
                       failure == NULL ? "The server gave no answer" : failure);
  return NULL;
}

/* --- Doing --- */

static FoyerTransaction *
begin (FoyerBackend *backend, JsonObject *request, FoyerOrganisationAccount **account, GError **error)
{
  FoyerDatabase *database = foyer_backend_get_writer (backend);
  const char *slug = foyer_json_object_text (request, "organisation");

  *account = slug == NULL ? foyer_accounts_find_only_organisation (database, error)
                          : foyer_accounts_find_organisation_by_slug (database, slug, error);
  if (*account == NULL)
    return NULL;
  return foyer_transaction_new (database, foyer_backend_get_clock (backend),
                                foyer_backend_get_random (backend), (*account)->number, FOYER_BY_SERVER,
                                NULL);
}

/* Returns: (transfer full): the id of the staff member whom @request names */
static char *
find_user (FoyerTransaction *transaction, JsonObject *request, GError **error)
{
  const char *user = foyer_json_object_text (request, "user");
  g_autofree char *staff_id = NULL;
  g_autoptr (FoyerRecord) staff = NULL;

  if (user != NULL)
    staff_id = foyer_staff_sign_in_find (transaction->database, transaction->organisation, user, NULL);
  if (staff_id != NULL)
    staff = foyer_accounts_get_staff (transaction->database, transaction->organisation, staff_id, NULL);
  if (staff == NULL) {
    g_set_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED,
                 "Nobody called “%s” may sign in to this organisation", user == NULL ? "" : user);
    return NULL;
  }
  return g_steal_pointer (&staff_id);
}

static char *
make_app_password (FoyerTransaction *transaction, JsonObject *request, GError **error)
{
  g_autofree char *staff_id = find_user (transaction, request, error);
  g_autofree char *device_id = NULL;

  if (staff_id != NULL)
    device_id
        = foyer_devices_register (transaction, staff_id, foyer_json_object_text (request, "device"), error);
  if (device_id == NULL)
    return NULL;
  return foyer_tokens_issue_application (transaction->database, transaction->random,
                                         transaction->organisation, staff_id, device_id, transaction->now,
                                         error);
}

static char *
make_code (FoyerTransaction *transaction, JsonObject *request, GError **error)
{
  g_autofree char *staff_id = find_user (transaction, request, error);

  if (staff_id == NULL)
    return NULL;
  return foyer_sign_in_codes_make (transaction->database, transaction->random, transaction->organisation,
                                   staff_id, NULL, transaction->now, error);
}

static JsonObject *
write_link (FoyerTransaction *transaction, FoyerRecord *client, FoyerRecord *settings)
{
  JsonObject *link = json_object_new ();
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_portal_link_type);
  g_autofree char *issued = foyer_utc_format (transaction->now);
  g_autofree char *expires = foyer_utc_format (transaction->now
                                               + foyer_portal_settings_get_access_direct_link_days (settings)
                                                     * FOYER_SECONDS_PER_DAY);

  json_object_set_string_member (link, "id", id);
  json_object_set_string_member (link, "clientId", foyer_record_get_id (client));
  json_object_set_string_member (link, "origin", "staff");
  json_object_set_string_member (link, "issuedAt", issued);
  json_object_set_string_member (link, "expiresAt", expires);
  foyer_record_type_fill_defaults (&foyer_portal_link_type, link);
  return link;
}

static gboolean
has_property (FoyerTransaction *transaction, FoyerRecord *client)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_property_type);

  foyer_query_where_text (query, "clientId", foyer_record_get_id (client));
  return foyer_record_source_count (transaction->source, query, NULL) > 0;
}

static gboolean
opens (FoyerTransaction *transaction, JsonObject *link)
{
  g_autoptr (FoyerRecord) record = foyer_record_from_json (&foyer_portal_link_type, link, NULL);
  g_autoptr (FoyerPortalEntry) entry = NULL;

  if (record == NULL)
    return FALSE;
  entry = foyer_portal_entry_check (transaction->source, record, transaction->now, NULL);
  return entry != NULL && foyer_portal_entry_is_open (entry) && !entry->asks_first;
}

static gboolean
is_meant (FoyerRecord *client, const char *name)
{
  const char *whole = foyer_client_get_name (client);

  return name == NULL || g_str_has_prefix (whole, name);
}

/* The first client, in order of names, that is meant and whose link opens. */
static JsonObject *
find_client (FoyerTransaction *transaction, const char *name, GError **error)
{
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_client_type);
  g_autoptr (GPtrArray) clients = NULL;
  guint tried = 0;

  if (settings == NULL)
    return NULL;
  foyer_query_order (query, "name", FALSE);
  clients = foyer_record_source_list (transaction->source, query, error);
  for (guint i = 0; clients != NULL && i < clients->len && tried < MOST_TRIED; i++) {
    g_autoptr (JsonObject) link = NULL;

    if (!is_meant (clients->pdata[i], name)
        || (name == NULL && !has_property (transaction, clients->pdata[i])))
      continue;
    tried++;
    link = write_link (transaction, clients->pdata[i], settings);
    if (opens (transaction, link))
      return g_steal_pointer (&link);
  }
  if (clients == NULL)
    return NULL;
  g_set_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "%s",
               tried > 0 ? "The portal is not open to that client" : "There is no such client");
  return NULL;
}

static char *
make_link (FoyerTransaction *transaction, JsonObject *request, const char *portal_url, GError **error)
{
  g_autoptr (JsonObject) link = find_client (transaction, foyer_json_object_text (request, "client"), error);
  g_autoptr (FoyerRecord) stored = NULL;
  char *secret;
  char *address = NULL;

  if (link == NULL)
    return NULL;
  secret = foyer_portal_links_issue (transaction->database, transaction->random, transaction->organisation,
                                     foyer_json_object_text (link, "id"), error);
  if (secret == NULL)
    return NULL;
  json_object_set_string_member (link, "lastFour", secret + strlen (secret) - 4);
  stored = foyer_transaction_put (transaction, &foyer_portal_link_type, link, error);
  if (stored != NULL)
    address = g_strconcat (portal_url, "/l/", secret, NULL);
  foyer_secret_free (secret);
  return address;
}

static char *
do_request (FoyerBackend *backend,
            FoyerTransaction *transaction,
            const FoyerOrganisationAccount *account,
            JsonObject *request,
            GError **error)
{
  const char *what = foyer_json_object_text (request, "do");
  g_autofree char *portal_url = foyer_backend_get_portal_url (backend, account->slug);

  if (g_strcmp0 (what, "code") == 0)
    return make_code (transaction, request, error);
  if (g_strcmp0 (what, "app-password") == 0)
    return make_app_password (transaction, request, error);
  if (g_strcmp0 (what, "link") == 0)
    return make_link (transaction, request, portal_url, error);
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID, "The request is not known");
  return NULL;
}

static char *
run (FoyerBackend *backend, JsonObject *request, GError **error)
{
  FoyerDatabase *database = foyer_backend_get_writer (backend);
  g_autoptr (FoyerOrganisationAccount) account = NULL;
  g_autoptr (FoyerTransaction) transaction = NULL;
  g_autofree char *text = NULL;

  if (!foyer_database_begin (database, error))
    return NULL;
  transaction = begin (backend, request, &account, error);
  if (transaction != NULL)
    text = do_request (backend, transaction, account, request, error);
  if (text == NULL) {
    foyer_database_rollback (database);
    return NULL;
  }
  if (!foyer_database_commit_or_undo (database, error))
    return NULL;
  if (g_hash_table_size (transaction->changed) > 0)
    g_signal_emit_by_name (backend, "changed", account->id, transaction->changed);
  return g_steal_pointer (&text);
}

/* --- What became of a mail --- */

typedef struct {
  FoyerMailReport report;
  gboolean is_news;
} Taking;

static gboolean
settle_report (FoyerTransaction *transaction, gpointer data, GError **error)
{
  Taking *taking = data;

  return foyer_mail_fate_settle (transaction, &taking->report, &taking->is_news, error);
}

/* It names a mail, and the mail names its organisation. */
static char *
take_report (FoyerBackend *backend, JsonObject *request, GError **error)
{
  const char *id = foyer_json_object_text (request, "delivery");
  gboolean failed = foyer_json_object_boolean (request, "failed", TRUE);
  Taking taking = { .report = { .delivery_id = (char *) id,
                                .fate = failed ? FOYER_MAIL_REPORT_FAILED : FOYER_MAIL_REPORT_DELIVERED,
                                .reason = (char *) foyer_json_object_text (request, "reason") } };
  gint64 organisation
      = id == NULL ? 0 : foyer_mail_fate_find_organisation (foyer_backend_get_writer (backend), id, error);
  gint64 now = foyer_clock_now_seconds (foyer_backend_get_clock (backend));

  if (organisation < 0
      || (organisation > 0
          && !foyer_backend_write (backend, organisation, now, settle_report, &taking, error)))
    return NULL;
  return g_strdup (organisation == 0 ? "No mail of ours is called so"
                                     : (taking.is_news ? "Noted" : "That was known already"));
}

char *
foyer_control_request_answer (FoyerBackend *backend, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) request = foyer_json_parse_object (line, -1, &error);
  g_autofree char *text = NULL;

  if (request != NULL && g_strcmp0 (foyer_json_object_text (request, "do"), "report") == 0)
    text = take_report (backend, request, &error);
  else if (request != NULL)
    text = run (backend, request, &error);
  return text != NULL ? write_answer ("text", text) : write_answer ("error", error->message);
}
