/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-accounts.c - secrets, tokens, codes, passwords, links and sessions */

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-portal-sessions.h"
#include "accounts/foyer-secret.h"
#include "accounts/foyer-sign-in-codes.h"
#include "accounts/foyer-staff-sign-in.h"
#include "accounts/foyer-tokens.h"

#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-record-table.h"
#include "types/device.h"
#include "types/organisation.h"
#include "types/staff_member.h"

#include <glib/gstdio.h>
#include <string.h>

#define START G_GINT64_CONSTANT (1795200000)
#define PASSWORD "correct horse battery"

typedef struct {
  char *directory;
  char *path;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerDatabase *database;
  FoyerOrganisationAccount *organisation;
  char *staff_id;
} Fixture;

static gint64
get_now (Fixture *fixture)
{
  return foyer_clock_now_seconds (fixture->clock);
}

static void
wait_seconds (Fixture *fixture, gint64 seconds)
{
  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), seconds * G_USEC_PER_SEC);
}

static void
put_record (Fixture *fixture, const FoyerRecordType *type, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) json = foyer_json_parse_object (text, -1, &error);
  g_autoptr (FoyerRecord) record = NULL;

  g_assert_no_error (error);
  foyer_record_type_fill_defaults (type, json);
  record = foyer_record_from_json (type, json, &error);
  g_assert_no_error (error);
  foyer_record_table_put (fixture->database, fixture->organisation->number, record, 0, &error);
  g_assert_no_error (error);
}

static void
put_staff (Fixture *fixture, gboolean active)
{
  g_autofree char *text
      = g_strdup_printf ("{\"id\":\"%s\",\"name\":\"Ana "
                         "Brandt\",\"email\":\"ana@example.org\",\"role\":\"office\",\"active\":%s}",
                         fixture->staff_id, active ? "true" : "false");

  put_record (fixture, &foyer_staff_member_type, text);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *schema_path = NULL;
  g_autofree char *schema = NULL;
  g_autofree char *id = NULL;

  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (START * G_USEC_PER_SEC));
  fixture->random = foyer_random_new_seeded (7);
  fixture->directory = g_dir_make_tmp ("foyer-accounts-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "foyer.db", NULL);
  fixture->database = foyer_database_open (fixture->path, FOYER_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  schema_path
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "src", "backend", "sql", "001-schema.sql", NULL);
  g_file_get_contents (schema_path, &schema, NULL, &error);
  g_assert_no_error (error);
  foyer_database_execute (fixture->database, schema, &error);
  g_assert_no_error (error);
  for (guint step = 1; step <= FOYER_RECORD_SCHEMA && error == NULL; step++)
    foyer_record_tables_migrate (fixture->database, step, &error);
  g_assert_no_error (error);
  id = foyer_id_new ("org", fixture->clock, fixture->random);
  fixture->organisation
      = foyer_accounts_add_organisation (fixture->database, fixture->random, id, "northwind", &error);
  g_assert_no_error (error);
  fixture->staff_id = foyer_id_new ("st", fixture->clock, fixture->random);
  put_staff (fixture, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GDir *directory;
  const char *name;

  foyer_database_close (fixture->database);
  g_object_unref (fixture->database);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  foyer_organisation_account_free (fixture->organisation);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

    g_remove (path);
  }
  g_dir_close (directory);
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->staff_id);
}

static FoyerTokens *
issue (Fixture *fixture, const char *device_id)
{
  g_autoptr (GError) error = NULL;
  FoyerTokens *tokens = foyer_tokens_issue (fixture->database, fixture->random, fixture->organisation->number,
                                            fixture->staff_id, device_id, get_now (fixture), &error);

  g_assert_no_error (error);
  return tokens;
}

static gboolean
is_good (Fixture *fixture, const char *access_token)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStaffIdentity) who
      = foyer_accounts_authenticate (fixture->database, access_token, get_now (fixture), &error);

  if (who == NULL)
    g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED);
  return who != NULL;
}

static FoyerTokens *
refresh (Fixture *fixture, const char *refresh_token)
{
  g_autoptr (GError) error = NULL;
  FoyerTokens *tokens = foyer_tokens_refresh (fixture->database, fixture->random, refresh_token,
                                              get_now (fixture), NULL, &error);

  if (tokens == NULL)
    g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED);
  return tokens;
}

/* L03: prefixes, no repetition, and that one changed character is noticed without a look into the database. */
static void
test_secret_form (Fixture *fixture, gconstpointer unused)
{
  static const char *const prefixes[]
      = { "fya_", "fyr_", "fyc_", "fyd_", "fys_", "fym_", "fyi_", "fyq_", "fyv_", "fyp_" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = 0; kind < FOYER_N_SECRET_KINDS; kind++) {
    for (int i = 0; i < 200; i++) {
      char *secret = foyer_secret_new ((FoyerSecretKind) kind, fixture->random);
      g_autofree char *changed = g_strdup (secret);
      int place = 4 + i % (FOYER_SECRET_LENGTH - 4);

      g_assert_cmpuint (strlen (secret), ==, FOYER_SECRET_LENGTH);
      g_assert_true (g_str_has_prefix (secret, prefixes[kind]));
      g_assert_true (foyer_secret_is_well_formed (secret, (FoyerSecretKind) kind));
      g_assert_false (
          foyer_secret_is_well_formed (secret, (FoyerSecretKind) ((kind + 1) % FOYER_N_SECRET_KINDS)));
      changed[place] = changed[place] == 'x' ? 'y' : 'x';
      g_assert_false (foyer_secret_is_well_formed (changed, (FoyerSecretKind) kind));
      g_assert_true (g_hash_table_add (seen, secret));
    }
  }
  g_assert_false (foyer_secret_is_well_formed (NULL, FOYER_SECRET_LINK));
  g_assert_false (foyer_secret_is_well_formed ("", FOYER_SECRET_LINK));
  g_assert_false (foyer_secret_is_well_formed ("fyd_", FOYER_SECRET_LINK));
}

static void
assert_absent (const char *contents, gsize length, const char *secret)
{
  g_assert_null (memmem (contents, length, secret, strlen (secret)));
  /* Nor what stands behind the prefix. */
  g_assert_null (memmem (contents, length, secret + 4, 16));
}

/* L03, D9: whoever reads the file cannot sign in with what is in it. */
static void
test_hashed_at_rest (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTokens) tokens = issue (fixture, "dv-1");
  FoyerPortalSession session = { .organisation = fixture->organisation->number,
                                 .id = (char *) "se-1",
                                 .client_id = (char *) "cl-1",
                                 .expires_at = get_now (fixture) + 60 };
  g_autofree char *code
      = foyer_sign_in_codes_make (fixture->database, fixture->random, fixture->organisation->number,
                                  fixture->staff_id, NULL, get_now (fixture), &error);
  g_autofree char *link = foyer_portal_links_issue (fixture->database, fixture->random,
                                                    fixture->organisation->number, "pl-1", &error);
  g_autofree char *cookie
      = foyer_portal_sessions_start (fixture->database, fixture->random, &session, get_now (fixture), &error);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  const char *const paths[] = { fixture->path, wal };

  foyer_staff_sign_in_set (fixture->database, fixture->random, fixture->organisation->number, "ana",
                           fixture->staff_id, PASSWORD, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *contents = NULL;
    gsize length;

    g_file_get_contents (paths[i], &contents, &length, &error);
    g_assert_no_error (error);
    assert_absent (contents, length, tokens->access_token);
    assert_absent (contents, length, tokens->refresh_token);
    assert_absent (contents, length, code);
    assert_absent (contents, length, link);
    assert_absent (contents, length, cookie);
    g_assert_null (memmem (contents, length, PASSWORD, strlen (PASSWORD)));
  }
}

static void
test_authenticate (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTokens) tokens = issue (fixture, "dv-1");
  g_autoptr (FoyerStaffIdentity) who
      = foyer_accounts_authenticate (fixture->database, tokens->access_token, get_now (fixture), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (who->staff_id, ==, fixture->staff_id);
  g_assert_cmpstr (who->name, ==, "Ana Brandt");
  g_assert_cmpstr (who->role, ==, "office");
  g_assert_cmpstr (who->device_id, ==, "dv-1");
  g_assert_cmpstr (who->organisation->id, ==, fixture->organisation->id);
  g_assert_cmpstr (who->organisation->slug, ==, "northwind");
  g_assert_cmpint (tokens->expires_in, ==, 3600);
  g_assert_false (is_good (fixture, NULL));
  g_assert_false (is_good (fixture, ""));
  g_assert_false (is_good (fixture, tokens->refresh_token));
}

static void
test_expiry (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerTokens) tokens = issue (fixture, "dv-1");
  g_autoptr (FoyerTokens) next = NULL;

  wait_seconds (fixture, 3599);
  g_assert_true (is_good (fixture, tokens->access_token));
  wait_seconds (fixture, 1);
  g_assert_false (is_good (fixture, tokens->access_token));
  wait_seconds (fixture, 90 * 86400 - 3600 - 1);
  next = refresh (fixture, tokens->refresh_token);
  g_assert_nonnull (next);
  wait_seconds (fixture, 90 * 86400);
  g_assert_null (refresh (fixture, next->refresh_token));
}

static void
test_rotation (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerTokens) first = issue (fixture, "dv-1");
  g_autoptr (FoyerTokens) other = issue (fixture, "dv-2");
  g_autoptr (FoyerTokens) second = refresh (fixture, first->refresh_token);
  g_autoptr (FoyerTokens) third = NULL;

  g_assert_nonnull (second);
  g_assert_cmpstr (second->refresh_token, !=, first->refresh_token);
  g_assert_true (is_good (fixture, second->access_token));
  third = refresh (fixture, second->refresh_token);
  g_assert_nonnull (third);

  /* Somebody comes with a token that was spent: the thief or the owner, and nobody can tell which. */
  g_assert_null (refresh (fixture, first->refresh_token));
  g_assert_false (is_good (fixture, third->access_token));
  g_assert_null (refresh (fixture, third->refresh_token));
  g_assert_true (is_good (fixture, other->access_token));
}

static void
test_revocation (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerTokens) one = issue (fixture, "dv-1");
  g_autoptr (FoyerTokens) two = issue (fixture, "dv-2");
  g_autoptr (GPtrArray) devices = NULL;
  FoyerDevice *device;

  g_assert_true (
      foyer_tokens_revoke (fixture->database, one->refresh_token, get_now (fixture), NULL, &error));
  g_assert_true (foyer_tokens_revoke (fixture->database, "nonsense", get_now (fixture), NULL, &error));
  g_assert_no_error (error);
  g_assert_false (is_good (fixture, one->access_token));
  g_assert_null (refresh (fixture, one->refresh_token));
  g_assert_true (is_good (fixture, two->access_token));

  devices = foyer_tokens_list_devices (fixture->database, fixture->organisation->number, fixture->staff_id,
                                       &error);
  g_assert_no_error (error);
  g_assert_cmpuint (devices->len, ==, 2);
  device = devices->pdata[0];
  g_assert_cmpstr (device->id, ==, "dv-1");
  g_assert_true (device->revoked);
  device = devices->pdata[1];
  g_assert_false (device->revoked);

  foyer_tokens_revoke_staff (fixture->database, fixture->organisation->number, fixture->staff_id,
                             get_now (fixture), &error);
  g_assert_no_error (error);
  g_assert_false (is_good (fixture, two->access_token));
}

/* A13: removed staff and revoked devices stop at their next request. */
static void
test_removed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *device_id = foyer_id_new ("dv", fixture->clock, fixture->random);
  g_autoptr (FoyerTokens) tokens = issue (fixture, device_id);
  g_autofree char *text
      = g_strdup_printf ("{\"id\":\"%s\",\"staffId\":\"%s\",\"name\":\"Desk\","
                         "\"status\":\"revoked\",\"registeredAt\":\"2026-11-21T09:00:00Z\"}",
                         device_id, fixture->staff_id);

  put_staff (fixture, FALSE);
  g_assert_false (is_good (fixture, tokens->access_token));
  put_staff (fixture, TRUE);
  g_assert_true (is_good (fixture, tokens->access_token));
  put_record (fixture, &foyer_device_type, text);
  g_assert_false (is_good (fixture, tokens->access_token));
  g_assert_null (refresh (fixture, tokens->refresh_token));
}

static void
test_codes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 number = fixture->organisation->number;
  g_autofree char *code = foyer_sign_in_codes_make (fixture->database, fixture->random, number,
                                                    fixture->staff_id, NULL, get_now (fixture), &error);
  g_autofree char *late = foyer_sign_in_codes_make (fixture->database, fixture->random, number,
                                                    fixture->staff_id, NULL, get_now (fixture), &error);
  g_autoptr (FoyerSignInGrant) grant = NULL;

  g_assert_no_error (error);
  wait_seconds (fixture, 599);
  grant = foyer_sign_in_codes_use (fixture->database, code, get_now (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpint (grant->organisation, ==, number);
  g_assert_cmpstr (grant->staff_id, ==, fixture->staff_id);
  g_assert_null (foyer_sign_in_codes_use (fixture->database, code, get_now (fixture), &error));
  g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED);
  g_clear_error (&error);
  wait_seconds (fixture, 1);
  g_assert_null (foyer_sign_in_codes_use (fixture->database, late, get_now (fixture), &error));
  g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED);
}

/* RFC 7636, appendix B. */
#define VERIFIER "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
#define CHALLENGE "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
#define REDIRECT "http://127.0.0.1:40404/callback"

static char *
make_authorization (Fixture *fixture)
{
  const FoyerSignInChallenge challenge = { CHALLENGE, REDIRECT };
  g_autoptr (GError) error = NULL;
  char *code = foyer_sign_in_codes_make (fixture->database, fixture->random, fixture->organisation->number,
                                         fixture->staff_id, &challenge, get_now (fixture), &error);

  g_assert_no_error (error);
  return code;
}

static gboolean
use_authorization (Fixture *fixture, const char *code, const char *verifier, const char *redirect)
{
  g_autoptr (FoyerSignInGrant) grant
      = foyer_sign_in_codes_use_authorization (fixture->database, code, verifier, redirect, get_now (fixture),
                                               NULL);

  return grant != NULL;
}

static void
test_challenge (Fixture *fixture, gconstpointer unused)
{
  static const char other[] = "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  g_autofree char *good = make_authorization (fixture);
  g_autofree char *wrong_verifier = make_authorization (fixture);
  g_autofree char *no_verifier = make_authorization (fixture);
  g_autofree char *wrong_place = make_authorization (fixture);
  g_autofree char *as_code = make_authorization (fixture);
  g_autofree char *late = make_authorization (fixture);
  g_autofree char *plain
      = foyer_sign_in_codes_make (fixture->database, fixture->random, fixture->organisation->number,
                                  fixture->staff_id, NULL, get_now (fixture), NULL);

  g_assert_true (use_authorization (fixture, good, VERIFIER, REDIRECT));
  g_assert_false (use_authorization (fixture, good, VERIFIER, REDIRECT));
  g_assert_false (use_authorization (fixture, wrong_verifier, other, REDIRECT));
  g_assert_false (use_authorization (fixture, wrong_verifier, VERIFIER, REDIRECT));
  g_assert_false (use_authorization (fixture, no_verifier, NULL, REDIRECT));
  g_assert_false (use_authorization (fixture, wrong_place, VERIFIER, "http://127.0.0.1:40404/other"));
  g_assert_null (foyer_sign_in_codes_use (fixture->database, as_code, get_now (fixture), NULL));
  g_assert_false (use_authorization (fixture, plain, VERIFIER, REDIRECT));
  wait_seconds (fixture, 60);
  g_assert_false (use_authorization (fixture, late, VERIFIER, REDIRECT));
}

static gboolean
signs_in (Fixture *fixture, const char *name, const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *staff_id = foyer_staff_sign_in_check (fixture->database, fixture->organisation->number,
                                                         name, password, get_now (fixture), &error);

  if (staff_id == NULL)
    g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED);
  else
    g_assert_cmpstr (staff_id, ==, fixture->staff_id);
  return staff_id != NULL;
}

static void
test_passwords (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 number = fixture->organisation->number;

  g_assert_false (foyer_staff_sign_in_set (fixture->database, fixture->random, number, "ana",
                                           fixture->staff_id, "short", &error));
  g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (foyer_staff_sign_in_set (fixture->database, fixture->random, number, "Ana",
                                          fixture->staff_id, PASSWORD, &error));
  g_assert_no_error (error);
  g_assert_true (signs_in (fixture, "ana", PASSWORD));
  g_assert_true (signs_in (fixture, " ANA ", PASSWORD));
  g_assert_false (signs_in (fixture, "ben", PASSWORD));
  g_assert_false (signs_in (fixture, "ana", ""));
  g_assert_false (signs_in (fixture, "ana", "Correct horse battery"));
  put_staff (fixture, FALSE);
  g_assert_false (signs_in (fixture, "ana", PASSWORD));
}

static void
test_lock (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *staff_id = NULL;

  foyer_staff_sign_in_set (fixture->database, fixture->random, fixture->organisation->number, "ana",
                           fixture->staff_id, PASSWORD, &error);
  g_assert_no_error (error);
  g_assert_false (signs_in (fixture, "ana", "wrong"));
  g_assert_true (signs_in (fixture, "ana", PASSWORD));
  for (int i = 0; i < 5; i++)
    g_assert_false (signs_in (fixture, "ana", "wrong"));
  g_assert_false (signs_in (fixture, "ana", PASSWORD));
  wait_seconds (fixture, FOYER_SIGN_IN_LOCK_SECONDS);
  g_assert_true (signs_in (fixture, "ana", PASSWORD));
  staff_id = foyer_staff_sign_in_find (fixture->database, fixture->organisation->number, "ANA", &error);
  g_assert_cmpstr (staff_id, ==, fixture->staff_id);
}

static char *
find_link (Fixture *fixture, gint64 organisation, const char *secret)
{
  return foyer_portal_links_find (fixture->database, organisation, secret, NULL);
}

static void
test_links (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 number = fixture->organisation->number;
  g_autofree char *first
      = foyer_portal_links_issue (fixture->database, fixture->random, number, "pl-1", &error);
  g_autofree char *other
      = foyer_portal_links_issue (fixture->database, fixture->random, number, "pl-2", &error);
  g_autofree char *found = find_link (fixture, number, first);
  g_autofree char *second = NULL;
  g_autofree char *found_second = NULL;
  g_autofree char *found_other = NULL;

  g_assert_cmpstr (found, ==, "pl-1");
  g_assert_null (find_link (fixture, number + 1, first));
  g_assert_null (find_link (fixture, number, "fyd_nonsense"));
  second = foyer_portal_links_issue (fixture->database, fixture->random, number, "pl-1", &error);
  g_assert_null (find_link (fixture, number, first));
  found_second = find_link (fixture, number, second);
  g_assert_cmpstr (found_second, ==, "pl-1");
  foyer_portal_links_forget (fixture->database, number, "pl-1", &error);
  g_assert_null (find_link (fixture, number, second));
  found_other = find_link (fixture, number, other);
  g_assert_cmpstr (found_other, ==, "pl-2");
  g_assert_no_error (error);
}

static char *
start_session (Fixture *fixture, const char *id, const char *link_id)
{
  g_autoptr (GError) error = NULL;
  FoyerPortalSession session = { .organisation = fixture->organisation->number,
                                 .id = (char *) id,
                                 .link_id = (char *) link_id,
                                 .client_id = (char *) "cl-1",
                                 .settings_rev = 4,
                                 .expires_at = get_now (fixture) + 72 * 3600 };
  char *cookie
      = foyer_portal_sessions_start (fixture->database, fixture->random, &session, get_now (fixture), &error);

  g_assert_no_error (error);
  return cookie;
}

static gboolean
has_session (Fixture *fixture, gint64 organisation, const char *cookie)
{
  g_autoptr (FoyerPortalSession) session
      = foyer_portal_sessions_find (fixture->database, organisation, cookie, get_now (fixture), NULL);

  return session != NULL;
}

static void
test_sessions (Fixture *fixture, gconstpointer unused)
{
  gint64 number = fixture->organisation->number;
  g_autofree char *one = start_session (fixture, "se-1", "pl-1");
  g_autofree char *two = start_session (fixture, "se-2", "pl-2");
  g_autofree char *three = start_session (fixture, "se-3", NULL);
  g_autoptr (FoyerPortalSession) session
      = foyer_portal_sessions_find (fixture->database, number, one, get_now (fixture), NULL);
  g_autoptr (FoyerPortalSession) other
      = foyer_portal_sessions_find (fixture->database, number, two, get_now (fixture), NULL);

  g_assert_cmpstr (session->id, ==, "se-1");
  g_assert_cmpstr (session->link_id, ==, "pl-1");
  g_assert_cmpstr (session->client_id, ==, "cl-1");
  g_assert_null (session->person_id);
  g_assert_cmpint (session->settings_rev, ==, 4);
  g_assert_cmpstr (session->form_key, !=, other->form_key);
  g_assert_false (has_session (fixture, number + 1, one));
  foyer_portal_sessions_end (fixture->database, number, "se-1", NULL);
  g_assert_false (has_session (fixture, number, one));
  foyer_portal_sessions_end_by_link (fixture->database, number, "pl-2", NULL);
  g_assert_false (has_session (fixture, number, two));
  wait_seconds (fixture, 72 * 3600 - 1);
  g_assert_true (has_session (fixture, number, three));
  wait_seconds (fixture, 1);
  g_assert_false (has_session (fixture, number, three));
}

static void
test_organisations (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = foyer_id_new ("org", fixture->clock, fixture->random);
  g_autoptr (FoyerOrganisationAccount) second = NULL;
  g_autoptr (FoyerOrganisationAccount) only = NULL;
  static const char *const bad[] = { "", "-a", "a-", "A", "a.b", "a_b", "ä" };

  only = foyer_accounts_find_only_organisation (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (only->slug, ==, "northwind");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_assert_null (foyer_accounts_add_organisation (fixture->database, fixture->random, id, bad[i], &error));
    g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID);
    g_clear_error (&error);
  }
  g_assert_null (
      foyer_accounts_add_organisation (fixture->database, fixture->random, id, "northwind", &error));
  g_assert_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_EXISTS);
  g_clear_error (&error);
  second = foyer_accounts_add_organisation (fixture->database, fixture->random, id, "southwind", &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->number, !=, fixture->organisation->number);
  g_assert_cmpstr (second->epoch, !=, fixture->organisation->epoch);
  g_assert_null (strchr (second->epoch, '-'));
  g_assert_null (foyer_accounts_find_only_organisation (fixture->database, NULL));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/backend/accounts/L03-secret-form", test_secret_form);
  ADD ("/backend/accounts/L03-hashed-at-rest", test_hashed_at_rest);
  ADD ("/backend/accounts/authenticate", test_authenticate);
  ADD ("/backend/accounts/expiry", test_expiry);
  ADD ("/backend/accounts/rotation", test_rotation);
  ADD ("/backend/accounts/revocation", test_revocation);
  ADD ("/backend/accounts/A13-removed", test_removed);
  ADD ("/backend/accounts/codes", test_codes);
  ADD ("/backend/accounts/challenge", test_challenge);
  ADD ("/backend/accounts/passwords", test_passwords);
  ADD ("/backend/accounts/lock", test_lock);
  ADD ("/backend/accounts/links", test_links);
  ADD ("/backend/accounts/sessions", test_sessions);
  ADD ("/backend/accounts/organisations", test_organisations);
  return g_test_run ();
}
