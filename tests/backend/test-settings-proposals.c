/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-proposals.c - the office submits settings, administrators answer, what is published is done with (X18, 003-2) */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "foyer-json.h"
#include "types/portal_settings.h"
#include "types/settings_proposal.h"

#define PROPOSAL "sp-01890a5d-ac96-7d4e-8f00-0000000000"
#define REVIEWS "'portal.reviews': true"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana; /* an administrator */
  FoyerTestApi *ben; /* of the office */
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_api_add_staff (self->server, "northwind", "st-8", "office");
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  self->ben = foyer_test_api_new (self->server, "northwind", "st-8");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_api_free (self->ben);
  foyer_test_server_free (self->server);
}

static JsonObject *
propose (FoyerTestApi *by, const char *author, const char *id, const char *patch)
{
  g_autofree char *author_id = foyer_test_id (author);

  return foyer_test_api_call (by, "SettingsProposal/set",
                              "'create': {'%s': {'patch': {%s}, 'authorId': '%s', "
                              "'proposedAt': '2026-11-23T08:00:00Z'}}",
                              id, patch, author_id);
}

static JsonObject *
answer (FoyerTestApi *by, const char *id, const char *status)
{
  return foyer_test_api_call (by, "SettingsProposal/set", "'update': {'%s': {'status': '%s'}}", id, status);
}

static JsonObject *
publish (World *self, const char *patch)
{
  g_autofree char *id = foyer_test_id ("ps-1");

  return foyer_test_api_call (self->ana, "PortalSettings/set", "'update': {'%s': {%s}}", id, patch);
}

static void
assert_created (JsonObject *call)
{
  g_autoptr (JsonObject) answer = call;

  foyer_test_api_assert (answer, "notCreated", "null");
}

static void
assert_updated (JsonObject *call)
{
  g_autoptr (JsonObject) answer = call;

  foyer_test_api_assert (answer, "notUpdated", "null");
}

static FoyerSettingsProposalStatus
get_status (World *self, const char *id)
{
  g_autoptr (FoyerRecord) proposal = foyer_test_server_get (self->server, "northwind", id);

  return foyer_settings_proposal_get_status (proposal);
}

static void
test_published_with_its_settings (World *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) proposal = NULL;
  g_autofree char *ana = foyer_test_id ("st-1");

  assert_created (propose (self->ben, "st-8", PROPOSAL "01", REVIEWS ", 'booking.lead_hours': 2"));
  assert_updated (publish (self, REVIEWS));
  g_assert_cmpint (get_status (self, PROPOSAL "01"), ==, FOYER_SETTINGS_PROPOSAL_OPEN);
  assert_updated (publish (self, "'booking.lead_hours': 2"));
  proposal = foyer_test_server_get (self->server, "northwind", PROPOSAL "01");
  g_assert_cmpint (foyer_settings_proposal_get_status (proposal), ==, FOYER_SETTINGS_PROPOSAL_PUBLISHED);
  g_assert_cmpstr (foyer_settings_proposal_get_decided_by (proposal), ==, ana);
  g_assert_cmpint (foyer_settings_proposal_get_decided_at (proposal), ==, TEST_SERVER_NOW);
}

static void
test_other_values_leave_it_open (World *self, gconstpointer data)
{
  assert_created (propose (self->ben, "st-8", PROPOSAL "02", "'booking.lead_hours': 2"));
  assert_updated (publish (self, "'booking.lead_hours': 3"));
  g_assert_cmpint (get_status (self, PROPOSAL "02"), ==, FOYER_SETTINGS_PROPOSAL_OPEN);
}

static void
test_rejected_and_opened_again (World *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) rejected = NULL;
  g_autoptr (FoyerRecord) open = NULL;
  g_autoptr (JsonObject) by_office = NULL;

  assert_created (propose (self->ben, "st-8", PROPOSAL "03", REVIEWS));
  by_office = answer (self->ben, PROPOSAL "03", "rejected");
  foyer_test_api_assert (by_office, "notUpdated " PROPOSAL "03 type", "forbidden");
  assert_updated (answer (self->ana, PROPOSAL "03", "rejected"));
  rejected = foyer_test_server_get (self->server, "northwind", PROPOSAL "03");
  g_assert_cmpint (foyer_settings_proposal_get_decided_at (rejected), ==, TEST_SERVER_NOW);
  assert_updated (answer (self->ana, PROPOSAL "03", "open"));
  open = foyer_test_server_get (self->server, "northwind", PROPOSAL "03");
  g_assert_null (foyer_settings_proposal_get_decided_by (open));
}

static void
test_withdrawn_by_who_made_it (World *self, gconstpointer data)
{
  assert_created (propose (self->ben, "st-8", PROPOSAL "04", REVIEWS));
  assert_updated (answer (self->ben, PROPOSAL "04", "withdrawn"));
  assert_updated (publish (self, REVIEWS));
  g_assert_cmpint (get_status (self, PROPOSAL "04"), ==, FOYER_SETTINGS_PROPOSAL_WITHDRAWN);
}

/* Nobody says of a proposal that it is published: its settings are. */
static void
test_not_published_by_a_word (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) said = NULL;
  g_autoptr (JsonObject) again = NULL;

  assert_created (propose (self->ben, "st-8", PROPOSAL "05", REVIEWS));
  said = answer (self->ana, PROPOSAL "05", "published");
  foyer_test_api_assert (said, "notUpdated " PROPOSAL "05 description",
                         "A proposal is published by publishing its settings");
  assert_updated (publish (self, REVIEWS));
  again = answer (self->ana, PROPOSAL "05", "rejected");
  foyer_test_api_assert (again, "notUpdated " PROPOSAL "05 description",
                         "It is published; what it changed can be changed back");
}

static void
test_only_settings_that_can_be (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) nothing = propose (self->ben, "st-8", PROPOSAL "06", "");
  g_autoptr (JsonObject) unknown = propose (self->ben, "st-8", PROPOSAL "06", "'portal.colour': true");
  g_autoptr (JsonObject) impossible = propose (self->ben, "st-8", PROPOSAL "06", "'booking.lead_hours': -1");
  g_autoptr (JsonObject) of_another = propose (self->ana, "st-8", PROPOSAL "06", REVIEWS);

  foyer_test_api_assert (nothing, "notCreated " PROPOSAL "06 description", "There is nothing to publish");
  foyer_test_api_assert (unknown, "notCreated " PROPOSAL "06 description", "portal.colour: no such setting");
  foyer_test_api_assert (impossible, "notCreated " PROPOSAL "06 properties", "[\"patch\"]");
  foyer_test_api_assert (of_another, "notCreated " PROPOSAL "06 description",
                         "Nobody proposes in the name of another");
}

/* --- What it names, and what its author saw --- */

static FoyerHttpResponse *
download (FoyerTestApi *by, const char *blob)
{
  g_autofree char *path = g_strdup_printf ("/jmap/download/%s/%s/logo.png", by->account, blob);

  return foyer_test_api_request (by, "GET", path, "type=image/png", NULL, NULL);
}

/* The office brings the picture, an administrator looks at it and publishes it. */
static void
test_its_picture_is_for_administrators (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) uploaded
      = foyer_test_api_call (self->ben, "Blob/upload",
                             "'create': {'p': {'data': [{'data:asText': 'logo'}]}}");
  const char *blob = foyer_json_object_text (
      foyer_json_object_object (foyer_json_object_object (uploaded, "created"), "p"), "id");
  g_autofree char *patch = g_strdup_printf ("'brand.logo': '%s'", blob);
  g_autoptr (FoyerHttpResponse) unseen = download (self->ana, blob);
  g_autoptr (FoyerHttpResponse) seen = NULL;

  g_assert_cmpuint (unseen->status, ==, 404);
  assert_created (propose (self->ben, "st-8", PROPOSAL "07", patch));
  seen = download (self->ana, blob);
  g_assert_cmpuint (seen->status, ==, 200);
  assert_updated (publish (self, patch));
  g_assert_cmpint (get_status (self, PROPOSAL "07"), ==, FOYER_SETTINGS_PROPOSAL_PUBLISHED);
}

/* A picture that nobody has sent holds up its own proposal, and no administrator later. */
static void
test_its_picture_is_there (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer = propose (self->ben, "st-8", PROPOSAL "08",
                                           "'brand.logo': 'BungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0'");

  foyer_test_api_assert (answer, "notCreated " PROPOSAL "08 type", "blobNotFound");
}

static void
assert_refused_before (World *self, const char *before, const char *why)
{
  g_autofree char *author = foyer_test_id ("st-8");
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ben, "SettingsProposal/set",
                             "'create': {'" PROPOSAL "09': {'patch': {'brand.name': 'Acme'}, 'before': {%s},"
                             " 'authorId': '%s', 'proposedAt': '2026-11-23T08:00:00Z'}}",
                             before, author);

  foyer_test_api_assert (answer, "notCreated " PROPOSAL "09 description", why);
}

static void
test_its_author_saw_what_it_changes (World *self, gconstpointer data)
{
  g_autofree char *much = g_strnfill (3000, 'a');
  g_autofree char *named = g_strdup_printf ("'brand.name': '%s'", much);

  assert_refused_before (self, "'access.password': false", "access.password: no setting that it changes");
  assert_refused_before (self, "'nothing': {}", "nothing: no setting that it changes");
  assert_refused_before (self, "'brand.name': 17", "brand.name: expected a text, not 17");
  assert_refused_before (self, named, "brand.name: expected at most 120 characters, not 3000");
}

/* Its value may have become impossible since. */
static void
test_it_stays_answerable (World *self, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("sp-9");
  g_autoptr (JsonObject) again = NULL;

  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'sp-9', 'patch': {'brand.css': '@import'}, 'authorId': 'st-8',"
                         " 'proposedAt': '2026-11-23T08:00:00Z'}]");
  assert_updated (answer (self->ana, id, "rejected"));
  again = answer (self->ana, id, "open");
  g_assert_nonnull (foyer_json_object_object (again, "notUpdated"));
}

static void
add (const char *name, void (*test) (World *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/settings-proposals/%s", name);

  g_test_add (path, World, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("published-with-its-settings", test_published_with_its_settings);
  add ("other-values-leave-it-open", test_other_values_leave_it_open);
  add ("rejected-and-opened-again", test_rejected_and_opened_again);
  add ("withdrawn-by-who-made-it", test_withdrawn_by_who_made_it);
  add ("not-published-by-a-word", test_not_published_by_a_word);
  add ("only-settings-that-can-be", test_only_settings_that_can_be);
  add ("its-picture-is-for-administrators", test_its_picture_is_for_administrators);
  add ("its-picture-is-there", test_its_picture_is_there);
  add ("its-author-saw-what-it-changes", test_its_author_saw_what_it_changes);
  add ("it-stays-answerable", test_it_stays_answerable);

  return g_test_run ();
}
