/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-roles.c - every role against every method of every type and every field that staff may write (product.md X18) */

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-tokens.h"
#include "commands/foyer-sample-store.h"
#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-test-api.h"
#include "types/audit_event.h"
#include "types/client.h"
#include "types/device.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/portal_person.h"
#include "types/settings_proposal.h"
#include "types/staff_member.h"

#include <string.h>

#define SLUG "sampler"

/* What product.md says, written down a second time. */
static const char *const for_administrators[]
    = { "Organisation", "Service",         "Template", "Domain", "PortalSettings",
        "StaffMember",  "SettingsVersion", "Device",   NULL };
static const char *const own_words[]
    = { "name",         "phone", "title", "signOff", "language", "mailBookings", "mailCancellations",
        "mailMessages", NULL };

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *api;
  FoyerStaffMemberRole role;
  guint n_asked;
  guint n_forbidden;
} Matrix;

static FoyerTestServer *
open_sample (void)
{
  FoyerTestServer *server = foyer_test_server_new ();
  FoyerSampleOptions options = { .seed = 1, .clients = 12, .messages = 20, .now = TEST_SERVER_NOW };
  g_autoptr (GError) error = NULL;

  foyer_sample_store (server->backend, &options, SLUG, "password of many words", &error);
  g_assert_no_error (error);
  return server;
}

static FoyerTestApi *
sign_in_as (FoyerTestServer *server, FoyerStaffMemberRole role)
{
  g_autoptr (GPtrArray) staff = foyer_test_server_list (server, SLUG, &foyer_staff_member_type);
  FoyerTestApi *api = foyer_test_api_new (server, SLUG, "st-1");
  FoyerDatabase *writer = foyer_backend_get_writer (server->backend);
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation_by_slug (writer, SLUG, NULL);
  g_autoptr (FoyerTokens) tokens = NULL;

  for (guint i = 0; i < staff->len; i++) {
    if (foyer_staff_member_get_role (staff->pdata[i]) != (int) role
        || !foyer_staff_member_get_active (staff->pdata[i]))
      continue;
    g_free (api->staff);
    api->staff = g_strdup (foyer_record_get_id (staff->pdata[i]));
    break;
  }
  tokens = foyer_tokens_issue (writer, server->random, account->number, api->staff, api->device,
                               TEST_SERVER_NOW, NULL);
  g_assert_nonnull (tokens);
  g_free (api->credentials.bearer);
  api->credentials.bearer = g_strdup (tokens->access_token);
  return api;
}

static gboolean
is_own (Matrix *matrix, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  if (type == &foyer_staff_member_type)
    return strcmp (foyer_record_get_id (record), matrix->api->staff) == 0;
  if (type == &foyer_device_type)
    return g_strcmp0 (foyer_device_get_staff_id (record), matrix->api->staff) == 0;
  if (type == &foyer_settings_proposal_type)
    return g_strcmp0 (foyer_settings_proposal_get_author_id (record), matrix->api->staff) == 0;
  return FALSE;
}

/* What was sent or approved is fixed for everybody, whoever they are: another test's matter. */
static gboolean
is_fixed_for_all (FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  return (type == &foyer_quote_type && foyer_quote_get_status (record) != FOYER_QUOTE_DRAFT)
         || (type == &foyer_quote_version_type && FOYER_HAS (record, quote_version, sent_at));
}

/* A record of @type that is, or is not, the caller's own. */
static FoyerRecord *
find_record (Matrix *matrix, const FoyerRecordType *type, gboolean own)
{
  g_autoptr (GPtrArray) records = foyer_test_server_list (matrix->server, SLUG, type);

  for (guint i = 0; i < records->len; i++) {
    if (is_own (matrix, records->pdata[i]) == own && !is_fixed_for_all (records->pdata[i]))
      return g_object_ref (records->pdata[i]);
  }
  return NULL;
}

static gboolean
is_for_administrators (const FoyerRecordType *type)
{
  return g_strv_contains (for_administrators, type->name);
}

/* The server writes the log; that they looked at the portal everybody may add. */
static gboolean
is_the_log (const FoyerRecordType *type)
{
  return type == &foyer_audit_event_type;
}

static gboolean
may_create (Matrix *matrix, const FoyerRecordType *type)
{
  if (is_the_log (type))
    return TRUE;
  if (type->server_made || matrix->role == FOYER_STAFF_MEMBER_VIEWER)
    return FALSE;
  return matrix->role == FOYER_STAFF_MEMBER_ADMIN || !is_for_administrators (type);
}

static gboolean
may_destroy (Matrix *matrix, const FoyerRecordType *type)
{
  if (is_the_log (type))
    return FALSE;
  if (type == &foyer_settings_proposal_type && matrix->role == FOYER_STAFF_MEMBER_OFFICE)
    return FALSE; /* those of others */
  return type != &foyer_device_type && may_create (matrix, type);
}

static gboolean
may_change (Matrix *matrix, FoyerRecord *record, const FoyerField *field)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  if (is_the_log (type))
    return FALSE;
  if (type->server_made)
    return FALSE;
  if (is_own (matrix, record) && type == &foyer_staff_member_type && g_strv_contains (own_words, field->name))
    return TRUE;
  if (is_own (matrix, record) && type == &foyer_device_type)
    return TRUE;
  if (type == &foyer_settings_proposal_type && matrix->role == FOYER_STAFF_MEMBER_OFFICE)
    return is_own (matrix, record) && strcmp (field->name, "answer") != 0;
  /* Nobody but an administrator makes a person forgotten. */
  if (type == &foyer_portal_person_type && strcmp (field->name, "erase") == 0)
    return matrix->role == FOYER_STAFF_MEMBER_ADMIN;
  return may_create (matrix, type);
}

/* --- Values that differ from what is there --- */

static char *
write_enum (const FoyerField *field, JsonNode *present)
{
  g_auto (GStrv) words = g_strsplit (field->values, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    if (present == NULL || g_strcmp0 (json_node_get_string (present), words[i]) != 0)
      return g_strdup_printf ("\"%s\"", words[i]);
  }
  return g_strdup ("null");
}

static char *
write_other (const FoyerField *field, JsonNode *present)
{
  switch (field->kind) {
  case FOYER_KIND_TEXT:
    return g_strdup (present == NULL || g_strcmp0 (json_node_get_string (present), "Other") != 0
                         ? "\"Other\""
                         : "\"More\"");
  case FOYER_KIND_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, present == NULL ? 1 : json_node_get_int (present) + 1);
  case FOYER_KIND_BOOLEAN:
    return g_strdup (present != NULL && json_node_get_boolean (present) ? "false" : "true");
  case FOYER_KIND_ENUM:
    return write_enum (field, present);
  case FOYER_KIND_MONEY:
    return g_strdup ("{\"amount\":7,\"currency\":\"XTS\"}");
  case FOYER_KIND_DATE:
    return g_strdup ("\"2031-01-01\"");
  case FOYER_KIND_TIME:
    return g_strdup ("\"2031-01-01T00:00:00Z\"");
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
    return g_strdup ("[\"cl-other\"]");
  case FOYER_KIND_REF:
    return g_strdup ("\"cl-other\"");
  case FOYER_KIND_LIST:
    return g_strdup ("[{\"other\":1}]");
  case FOYER_KIND_MAP:
  default:
    return g_strdup ("{\"other\":1}");
  }
}

/* --- The matrix --- */

static void
expect (Matrix *matrix,
        const char *what,
        const char *type,
        const char *field,
        JsonObject *answer,
        gboolean may)
{
  static const char *const maps[] = { "notCreated", "notUpdated", "notDestroyed" };
  gboolean forbidden = FALSE;

  g_assert_true (g_str_has_suffix (foyer_json_object_text (answer, "@"), "/set"));
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++) {
    JsonObject *map = foyer_json_object_object (answer, maps[i]);
    g_autoptr (GList) errors = map == NULL ? NULL : json_object_get_values (map);

    for (GList *link = errors; link != NULL; link = link->next)
      forbidden
          = forbidden
            || strcmp (foyer_json_object_text (json_node_get_object (link->data), "type"), "forbidden") == 0;
  }
  matrix->n_asked++;
  matrix->n_forbidden += forbidden;
  if (forbidden == may) {
    g_autofree char *text = foyer_json_canonical_object (answer);

    g_error ("role %d: %s %s %s: %s", (int) matrix->role, what, type, field, text);
  }
}

static void
try_fields (Matrix *matrix, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    g_autoptr (FoyerRecord) now = foyer_test_server_get (matrix->server, SLUG, foyer_record_get_id (record));
    g_autoptr (JsonObject) json = foyer_record_to_json (now);
    g_autofree char *value = NULL;
    g_autofree char *method = g_strconcat (type->name, "/set", NULL);
    g_autoptr (JsonObject) answer = NULL;

    if (!foyer_field_is_writable (field, FOYER_WRITER_STAFF, FALSE) || type->append_only)
      continue;
    /* To hand back a device is forbidden to all, whoever they are: another test's matter. */
    if (type == &foyer_device_type && strcmp (field->name, "status") == 0)
      continue;
    /* The word decides: the same field is the author's and the administrator's. */
    if (type == &foyer_settings_proposal_type && strcmp (field->name, "status") == 0)
      continue;
    /* An administrator who gives the role away is none any more. */
    if (is_own (matrix, record) && matrix->role == FOYER_STAFF_MEMBER_ADMIN
        && (strcmp (field->name, "role") == 0 || strcmp (field->name, "active") == 0))
      continue;
    value = write_other (field, json_object_get_member (json, field->name));
    answer = foyer_test_api_call (matrix->api, method, "\"update\": {\"%s\": {\"%s\": %s}}",
                                  foyer_record_get_id (record), field->name, value);
    expect (matrix, "change", type->name, field->name, answer, may_change (matrix, now, field));
  }
}

static void
try_reading (Matrix *matrix, const FoyerRecordType *type)
{
  static const char *const verbs[][2] = { { "get", "'ids': []" },
                                          { "changes", "'sinceState': '0', 'maxChanges': 1" },
                                          { "query", "'limit': 1" } };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
    g_autofree char *method = g_strdup_printf ("%s/%s", type->name, verbs[i][0]);
    g_autoptr (JsonObject) answer = foyer_test_api_call (matrix->api, method, "%s", verbs[i][1]);

    foyer_test_api_assert (answer, "@", method);
  }
}

static void
try_creating (Matrix *matrix, const FoyerRecordType *type)
{
  g_autofree char *id
      = foyer_id_new (type->prefix, FOYER_CLOCK (matrix->server->clock), matrix->server->random);
  g_autofree char *method = g_strconcat (type->name, "/set", NULL);
  g_autoptr (JsonObject) answer = NULL;

  if (type->singleton)
    return;
  answer = foyer_test_api_call (matrix->api, method, "'create': {'%s': {}}", id);
  expect (matrix, "create", type->name, "", answer, may_create (matrix, type));
}

static void
try_destroying (Matrix *matrix, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autofree char *method = g_strconcat (type->name, "/set", NULL);
  g_autoptr (JsonObject) answer = NULL;

  if (type->singleton)
    return;
  answer = foyer_test_api_call (matrix->api, method, "'destroy': ['%s']", foyer_record_get_id (record));
  expect (matrix, "destroy", type->name, "", answer, !type->append_only && may_destroy (matrix, type));
}

static void
try_type (Matrix *matrix, const FoyerRecordType *type)
{
  g_autoptr (FoyerRecord) record = find_record (matrix, type, FALSE);
  g_autoptr (FoyerRecord) own = find_record (matrix, type, TRUE);

  try_reading (matrix, type);
  try_creating (matrix, type);
  if (record != NULL)
    try_fields (matrix, record);
  if (own != NULL)
    try_fields (matrix, own);
  if (record != NULL)
    try_destroying (matrix, record);
}

static void
try_role (FoyerStaffMemberRole role, guint least_forbidden)
{
  g_autoptr (FoyerTestServer) server = open_sample ();
  g_autoptr (FoyerTestApi) api = sign_in_as (server, role);
  Matrix matrix = { .server = server, .api = api, .role = role };
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    try_type (&matrix, types[i]);
  g_test_message ("%u asked, %u forbidden", matrix.n_asked, matrix.n_forbidden);
  g_assert_cmpuint (matrix.n_asked, >, 250);
  g_assert_cmpuint (matrix.n_forbidden, >=, least_forbidden);
}

static void
test_administrator (void)
{
  try_role (FOYER_STAFF_MEMBER_ADMIN, 1);
}

static void
test_office (void)
{
  try_role (FOYER_STAFF_MEMBER_OFFICE, 50);
}

static void
test_viewer (void)
{
  try_role (FOYER_STAFF_MEMBER_VIEWER, 250);
}

/* What is no /set is asked as well. */
static void
test_secrets (void)
{
  g_autoptr (FoyerTestServer) server = open_sample ();
  g_autoptr (GPtrArray) clients = foyer_test_server_list (server, SLUG, &foyer_client_type);

  for (int role = FOYER_STAFF_MEMBER_ADMIN; role <= FOYER_STAFF_MEMBER_VIEWER; role++) {
    g_autoptr (FoyerTestApi) api = sign_in_as (server, (FoyerStaffMemberRole) role);
    g_autoptr (JsonObject) answer = foyer_test_api_call (api, "Secret/issue", "'type': 'Client', 'id': '%s'",
                                                         foyer_record_get_id (clients->pdata[0]));

    if (role == FOYER_STAFF_MEMBER_VIEWER)
      foyer_test_api_assert (answer, "type", "forbidden");
    else
      foyer_test_api_assert (answer, "@", "Secret/issue");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/roles/administrator", test_administrator);
  g_test_add_func ("/backend/roles/A12-office", test_office);
  g_test_add_func ("/backend/roles/A12-viewer", test_viewer);
  g_test_add_func ("/backend/roles/secrets", test_secrets);
  return g_test_run ();
}
