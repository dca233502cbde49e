/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-refused.c - what no setting may be is refused by the server with the sentence that stands at the console's row, and nothing else is held up */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "types/portal_settings.h"

#include <string.h>

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana; /* an administrator */
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

static JsonObject *
publish (World *self, const char *key, const char *value)
{
  g_autofree char *id = foyer_test_id ("ps-1");

  return foyer_test_api_call (self->ana, "PortalSettings/set",
                              "'update': {'%s': {'%s': %s, 'brand.name': 'Just so'}}", id, key, value);
}

static JsonObject *
get_refusal (JsonObject *answer)
{
  g_autofree char *id = foyer_test_id ("ps-1");

  return foyer_json_object_object (foyer_json_object_object (answer, "notUpdated"), id);
}

/* What the console says at the row. */
static char *
ask_console (const char *key, const char *value)
{
  g_autofree char *json = g_strdelimit (g_strdup (value), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  return foyer_field_check (foyer_record_type_field (&foyer_portal_settings_type, key), node);
}

static void
test_refused_with_the_same_sentence (World *self, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "brand.primary", "'blue'" },
    { "brand.primary", "'#12345'" },
    { "brand.terms_url", "'javascript:alert(1)'" },
    { "brand.terms_url", "'https://ana:secret@northwind.example/terms'" },
    { "brand.privacy_url", "'https://nørthwind.example/privacy'" },
    { "portal.review_url", "'https://northwind.example/<b>'" },
    { "invite.leaflet", "'https://northwind.example|evil.example'" },
    { "brand.social", "['']" },
    { "booking.decline_reasons", "['One line\\nand another']" },
    { "brand.social", "['https://a.example', 'https://']" },
    { "brand.pdf_logo", "'https://elsewhere.example/logo.png'" },
    { "notify.client_defaults", "{'booked': {'email': 'always'}}" },
    { "notify.client_defaults", "{'everything': {'email': true}}" },
    { "notify.client_defaults", "{'booked': true}" },
    { "brand.support_email", "'nobody'" },
    { "booking.lead_hours", "-1" },
    { "booking.lead_hours", "'soon'" },
    { "access.allowed_domains", "['two words.example']" },
    { "access.allowed_domains", "['']" },
    { "brand.css", "'@import url(https://evil.example/x.css);'" },
    { "brand.css", "'a { background: url(//evil.example/x.png) }'" },
    { "brand.css", "'a { color: red'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonObject) answer = publish (self, cases[i][0], cases[i][1]);
    g_autofree char *expected = ask_console (cases[i][0], cases[i][1]);
    g_autofree char *sentence = g_strdup_printf ("%s: expected %s", cases[i][0], expected);
    JsonObject *refusal = get_refusal (answer);

    g_assert_nonnull (expected);
    g_assert_cmpstr (foyer_json_object_text (refusal, "type"), ==, "invalidProperties");
    g_assert_cmpstr (foyer_json_object_text (refusal, "description"), ==, sentence);
  }
}

static void
test_a_sheet_of_two_megabytes (World *self, gconstpointer data)
{
  g_autofree char *much = g_strnfill (2 * 1024 * 1024, 'a');
  g_autofree char *value = g_strdup_printf ("'%s'", much);
  g_autoptr (JsonObject) answer = publish (self, "brand.css", value);
  g_autofree char *text = foyer_json_to_text (answer);

  g_assert_nonnull (strstr (text, "invalidProperties"));
  /* What was sent does not come back whole. */
  g_assert_cmpuint (strlen (text), <, 10000);
}

/* The refusal holds nothing up: what is good goes on its own right after. */
static void
test_the_rest_goes_on (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) refused = publish (self, "brand.primary", "'blue'");
  g_autoptr (JsonObject) taken = publish (self, "brand.primary", "'#1a5fb4'");
  g_autoptr (FoyerRecord) settings = foyer_test_server_get (self->server, "northwind", "ps-1");

  g_assert_nonnull (refused);
  g_assert_nonnull (taken);
  g_assert_cmpstr (foyer_portal_settings_get_brand_name (settings), ==, "Just so");
  g_assert_cmpstr (foyer_portal_settings_get_brand_primary (settings), ==, "#1a5fb4");
}

/* A service that is gone is no reason why the list that still names it could not be changed; none that is gone comes in. */
static void
test_what_is_gone_holds_nothing_up (World *self, gconstpointer data)
{
  g_autofree char *settings = foyer_test_id ("ps-1");
  g_autofree char *gone = foyer_test_id ("sv-1");
  g_autofree char *other = foyer_test_id ("sv-2");
  g_autofree char *never = foyer_test_id ("sv-77");
  g_autoptr (JsonObject) destroyed
      = foyer_test_api_call (self->ana, "Service/set", "'destroy': ['%s']", gone);
  g_autoptr (JsonObject) changed
      = foyer_test_api_call (self->ana, "PortalSettings/set",
                             "'update': {'%s': {'booking.services': ['%s']}}", settings, gone);
  g_autoptr (JsonObject) cleared
      = foyer_test_api_call (self->ana, "PortalSettings/set",
                             "'update': {'%s': {'booking.services': ['%s']}}", settings, other);
  g_autoptr (JsonObject) back
      = foyer_test_api_call (self->ana, "PortalSettings/set",
                             "'update': {'%s': {'booking.services': ['%s', '%s']}}", settings, other, gone);
  g_autoptr (JsonObject) unknown
      = foyer_test_api_call (self->ana, "PortalSettings/set",
                             "'update': {'%s': {'booking.services': ['%s', '%s']}}", settings, other, never);

  foyer_test_api_assert (destroyed, "notDestroyed", "null");
  foyer_test_api_assert (changed, "notUpdated", "null");
  foyer_test_api_assert (cleared, "notUpdated", "null");
  g_assert_cmpstr (foyer_json_object_text (get_refusal (back), "type"), ==, "invalidProperties");
  g_assert_cmpstr (foyer_json_object_text (get_refusal (unknown), "type"), ==, "invalidProperties");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/settings-refused/" path, World, NULL, set_up, function, tear_down)
  ADD ("with-the-same-sentence", test_refused_with_the_same_sentence);
  ADD ("a-sheet-of-two-megabytes", test_a_sheet_of_two_megabytes);
  ADD ("the-rest-goes-on", test_the_rest_goes_on);
  ADD ("what-is-gone-holds-nothing-up", test_what_is_gone_holds_nothing_up);
#undef ADD
  return g_test_run ();
}
