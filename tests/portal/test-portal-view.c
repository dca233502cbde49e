/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-view.c - a viewer sees what is theirs and nothing else */

#include "foyer-portal-view.h"

#include "foyer-golden.h"
#include "foyer-json.h"
#include "foyer-portal-sample.h"
#include "foyer-strict-source.h"
#include "types/client.h"
#include "types/contract.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/payment.h"
#include "types/plan.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/quote.h"
#include "types/request.h"
#include "types/visit.h"

#include <string.h>

static guint
length_of (JsonObject *view, const char *name)
{
  JsonArray *array = foyer_json_object_array (view, name);

  g_assert_nonnull (array);
  return json_array_get_length (array);
}

static gboolean
mentions (JsonObject *view, const char *text)
{
  g_autofree char *json = foyer_json_canonical_object (view);

  return strstr (json, text) != NULL;
}

static void
assert_state (JsonObject *view, FoyerPortalState state)
{
  g_assert_cmpint ((int) foyer_portal_view_get_state (view), ==, (int) state);
  if (state != FOYER_PORTAL_OPEN) {
    g_assert_false (json_object_has_member (view, "client"));
    g_assert_false (json_object_has_member (view, "upcoming"));
    g_assert_false (json_object_has_member (view, "bookings"));
    g_assert_false (json_object_has_member (view, "due"));
    g_assert_false (foyer_portal_view_may_book (view));
    g_assert_false (mentions (view, "Hillside"));
  }
}

static void
test_golden (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  /* The zone table is not the same on every computer. */
  json_object_set_string_member (foyer_json_object_object (view, "zone"), "table", "2025b");
  node = foyer_json_node_from_object (view);
  text = json_to_string (node, TRUE);
  line = g_strconcat (text, "\n", NULL);
  foyer_assert_golden ("view-maria.json", line);
}

static void
test_owner (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  JsonObject *due = foyer_json_object_object (view, "due");
  JsonObject *total = json_array_get_object_element (foyer_json_object_array (due, "totals"), 0);

  assert_state (view, FOYER_PORTAL_OPEN);
  g_assert_cmpint (foyer_json_object_integer (due, "count", 0), ==, 2);
  g_assert_cmpint (foyer_json_object_integer (total, "amount", 0), ==, 60500);
  g_assert_cmpint (foyer_json_object_integer (due, "overdueCount", 0), ==, 1);
  g_assert_cmpstr (foyer_json_object_text (due, "overdueSince"), ==, "2025-11-10");
  g_assert_cmpuint (length_of (view, "upcoming"), ==, 2);
  g_assert_cmpuint (length_of (view, "past"), ==, 4);
  g_assert_cmpuint (length_of (view, "bookings"), ==, 6);
  g_assert_cmpuint (length_of (view, "services"), ==, 4);
  g_assert_cmpuint (length_of (view, "properties"), ==, 3);
  g_assert_true (foyer_portal_view_may_book (view));
}

static void
test_no_leak (void)
{
  static const char *const viewers[][3] = {
    { "cl-1", "pp-1", NULL }, { "cl-1", "pp-2", NULL }, { "cl-3", "pp-3", NULL },
    { "cl-1", NULL, "pl-1" }, { "cl-1", NULL, "pl-3" }, { NULL, NULL, NULL },
  };
  static const char *const secrets[]
      = { "STAFF-ONLY", "OTHER CLIENT", "NOT BOOKABLE", "ARCHIVED", "DRAFT", "777", "jo@northwind" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (viewers); i++) {
    g_autoptr (JsonObject) view
        = foyer_portal_sample_view (sample, viewers[i][0], viewers[i][1], viewers[i][2], NULL);

    for (guint k = 0; k < G_N_ELEMENTS (secrets); k++)
      g_assert_false (mentions (view, secrets[k]));
  }
}

static void
test_site_contact (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-2", NULL, NULL);

  g_assert_false (json_object_has_member (view, "due"));
  g_assert_cmpuint (length_of (view, "upcoming"), ==, 0);
  g_assert_cmpuint (length_of (view, "past"), ==, 1);
  g_assert_cmpuint (length_of (view, "bookings"), ==, 2);
  g_assert_cmpuint (length_of (view, "properties"), ==, 1);
  g_assert_false (mentions (view, "Main Street"));
}

static void
test_link (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) invoices = foyer_portal_sample_view (sample, "cl-1", NULL, "pl-1", NULL);
  g_autoptr (JsonObject) revoked = foyer_portal_sample_view (sample, "cl-1", NULL, "pl-2", NULL);
  g_autoptr (JsonObject) other = foyer_portal_sample_view (sample, "cl-2", NULL, "pl-1", NULL);
  g_autoptr (JsonObject) nothing = foyer_portal_sample_view (sample, "cl-1", NULL, NULL, NULL);
  g_autoptr (JsonObject) booking = foyer_portal_sample_view (sample, "cl-1", NULL, "pl-3", NULL);

  assert_state (invoices, FOYER_PORTAL_OPEN);
  g_assert_true (json_object_has_member (invoices, "due"));
  g_assert_false (json_object_has_member (invoices, "upcoming"));
  g_assert_false (json_object_has_member (invoices, "bookings"));
  g_assert_false (foyer_portal_view_may_book (invoices));
  assert_state (revoked, FOYER_PORTAL_CLOSED);
  assert_state (other, FOYER_PORTAL_CLOSED);
  assert_state (nothing, FOYER_PORTAL_CLOSED);
  g_assert_true (foyer_portal_view_may_book (booking));
}

static void
test_closed (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) removed = foyer_portal_sample_view (sample, "cl-1", "pp-4", NULL, NULL);
  g_autoptr (JsonObject) stranger = foyer_portal_sample_view (sample, "cl-1", "pp-3", NULL, NULL);
  g_autoptr (JsonObject) nobody = foyer_portal_sample_view (sample, NULL, NULL, NULL, NULL);
  g_autoptr (JsonObject) disabled = NULL;
  g_autoptr (JsonObject) off = NULL;

  assert_state (removed, FOYER_PORTAL_CLOSED);
  assert_state (stranger, FOYER_PORTAL_CLOSED);
  assert_state (nobody, FOYER_PORTAL_SIGNED_OUT);

  foyer_portal_sample_change (sample, &foyer_client_type, "cl-1", "{\"portalEnabled\": false}");
  disabled = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  assert_state (disabled, FOYER_PORTAL_CLOSED);

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", "{\"portal.enabled\": false}");
  off = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  assert_state (off, FOYER_PORTAL_OFF);
}

/* What was not granted at sign-in stays hidden although it is allowed now. */
static void
test_granted_and_allowed (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  FoyerPortalViewer viewer = {
    .client_id = "cl-1",
    .person_id = "pp-1",
    .scopes = 1u << FOYER_SCOPE_VISITS,
    .permissions = FOYER_ALL_PERMISSIONS & ~(1u << FOYER_PERMISSION_BOOK),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) view = foyer_portal_view (FOYER_RECORD_SOURCE (sample->source), &viewer,
                                                   sample->settings, SAMPLE_NOW, &error);

  g_assert_no_error (error);
  g_assert_true (json_object_has_member (view, "upcoming"));
  g_assert_false (json_object_has_member (view, "due"));
  g_assert_false (mentions (view, "photos"));
  g_assert_false (foyer_portal_view_may_book (view));
  g_assert_false (mentions (view, "mayWithdraw"));
}

static void
test_settings_narrow (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) requests = NULL;
  g_autoptr (JsonObject) narrow = NULL;

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1",
                              "{\"booking.mode\": \"requests\"}");
  requests = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_assert_false (foyer_portal_view_may_book (requests));

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1",
                              "{\"portal.show_invoices\": false, \"portal.photos\": false}");
  foyer_portal_sample_change (sample, &foyer_client_type, "cl-1", "{\"scopes\": [\"invoices\", \"photos\"]}");
  narrow = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_assert_false (json_object_has_member (narrow, "due"));
  g_assert_false (json_object_has_member (narrow, "upcoming"));
}

static void
test_stays_the_same (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  FoyerPortalViewer viewer = {
    .client_id = "cl-1",
    .person_id = "pp-1",
    .scopes = FOYER_ALL_SCOPES,
    .permissions = FOYER_ALL_PERMISSIONS,
  };
  g_autoptr (JsonObject) later = foyer_portal_view (FOYER_RECORD_SOURCE (sample->source), &viewer,
                                                    sample->settings, SAMPLE_NOW + 61, NULL);
  g_autofree char *hash = foyer_json_hash (view);
  g_autofree char *later_hash = foyer_json_hash (later);

  g_assert_cmpstr (hash, ==, later_hash);
}

static void
test_language (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) chosen = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, "de-AT");
  g_autoptr (JsonObject) unknown = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, "tlh");
  g_autoptr (JsonObject) own = NULL;

  foyer_portal_sample_change (sample, &foyer_portal_person_type, "pp-1", "{\"language\": \"de\"}");
  own = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_assert_cmpstr (foyer_json_object_text (chosen, "language"), ==, "de");
  g_assert_cmpstr (foyer_json_object_text (unknown, "language"), ==, "en-US");
  g_assert_cmpstr (foyer_json_object_text (own, "language"), ==, "de");
}

static void
test_slots (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  FoyerRecordSource *source = FOYER_RECORD_SOURCE (sample->source);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_autoptr (GError) error = NULL;
  JsonObject *day;
  JsonObject *slot;

  g_assert_true (foyer_portal_view_add_slots (view, source, sample->settings, "sv-5", SAMPLE_NOW, &error));
  g_assert_no_error (error);
  g_assert_false (json_object_has_member (view, "days"));

  g_assert_true (foyer_portal_view_add_slots (view, source, sample->settings, "sv-1", SAMPLE_NOW, &error));
  g_assert_no_error (error);
  day = json_array_get_object_element (foyer_json_object_array (view, "days"), 0);
  g_assert_cmpstr (foyer_json_object_text (day, "date"), ==, "2025-11-20");
  slot = json_array_get_object_element (foyer_json_object_array (day, "slots"), 0);
  g_assert_cmpstr (foyer_json_object_text (slot, "start"), ==, "2025-11-20T21:00:00Z");
  g_assert_cmpstr (foyer_json_object_text (slot, "until"), ==, "2025-11-20T23:00:00Z");
}

/* Every filter has an index, and every failure of the source becomes an error. */
static void
test_source (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerStrictSource) strict = foyer_strict_source_new (FOYER_RECORD_SOURCE (sample->source));
  FoyerRecordSource *source = FOYER_RECORD_SOURCE (strict);
  FoyerPortalViewer viewer = {
    .client_id = "cl-1",
    .person_id = "pp-1",
    .link_id = NULL,
    .scopes = FOYER_ALL_SCOPES,
    .permissions = FOYER_ALL_PERMISSIONS,
  };
  GPtrArray *slow = foyer_strict_source_get_slow (strict);

  for (guint call = 1; call < 200; call++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonObject) view = NULL;

    foyer_strict_source_fail_at (strict, call);
    view = foyer_portal_view (source, &viewer, sample->settings, SAMPLE_NOW, &error);
    if (!foyer_strict_source_has_failed (strict)) {
      g_assert_nonnull (view);
      g_assert_cmpuint (call, >, 10);
      break;
    }
    g_assert_null (view);
    g_assert_nonnull (error);
  }
  for (guint i = 0; i < slow->len; i++)
    g_error ("No index: %s", (const char *) slow->pdata[i]);
}

static const char *
find_last_service (JsonObject *view, const char *property)
{
  return foyer_json_object_text (foyer_portal_view_find (view, "properties", property), "lastService");
}

/* The last service of each site, however many visits there were elsewhere since. */
static void
test_last_service (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) before = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_autoptr (JsonObject) after = NULL;

  g_assert_nonnull (find_last_service (before, "pr-1"));
  for (guint i = 0; i < 60; i++) {
    g_autofree char *json = g_strdup_printf (
        "{\"id\": \"vs-%u\", \"clientId\": \"cl-1\", \"propertyId\": \"pr-2\", \"title\": \"Filter\","
        " \"status\": \"done\", \"start\": \"2025-11-18T09:%02u:00Z\", \"end\": \"2025-11-18T10:%02u:00Z\"}",
        900 + i, i, i);

    foyer_portal_sample_put (sample, &foyer_visit_type, json);
  }
  after = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_assert_cmpstr (find_last_service (after, "pr-1"), ==, find_last_service (before, "pr-1"));
}

/* --- Who wrote --- */

static void
put_message (FoyerPortalSample *sample,
             const char *id,
             const char *conversation,
             const char *kind,
             const char *person,
             guint minute)
{
  g_autofree char *json = g_strdup_printf (
      "{\"id\": \"%s\", \"conversationId\": \"%s\", \"kind\": \"%s\","
      " \"personId\": \"%s\", \"body\": \"Words\", \"sentAt\": \"2025-11-18T%02u:%02u:00Z\"}",
      id, conversation, kind, person, minute / 60, minute % 60);

  foyer_portal_sample_put (sample, &foyer_message_type, json);
}

/* A conversation whose row is Maria's, because she wrote last. */
static void
put_conversation (FoyerPortalSample *sample, const char *id)
{
  g_autofree char *json = g_strdup_printf (
      "{\"id\": \"%s\", \"clientId\": \"cl-1\", \"personId\": \"pp-1\","
      " \"subject\": \"Subject\", \"lastAt\": \"2025-11-18T18:00:00Z\", \"lastFrom\": \"client\"}",
      id);

  foyer_portal_sample_put (sample, &foyer_conversation_type, json);
}

static void
assert_finds_conversation (FoyerPortalSample *sample, const char *person, const char *id, gboolean is_found)
{
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", person, NULL, NULL);

  g_assert_cmpint (foyer_portal_view_find (view, "conversations", id) != NULL, ==, is_found);
}

/* Tom sees one site alone: he keeps what he wrote in, whoever of his colleagues wrote since, and gets nothing by that of theirs. */
static void
test_keeps_what_they_wrote_in (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  put_conversation (sample, "cv-20");
  put_message (sample, "ms-2000", "cv-20", "client", "pp-2", 0);
  put_conversation (sample, "cv-21");
  put_message (sample, "ms-2100", "cv-21", "client", "pp-1", 0);
  put_message (sample, "ms-2101", "cv-21", "team", "pp-2", 1);
  assert_finds_conversation (sample, "pp-2", "cv-20", TRUE);
  assert_finds_conversation (sample, "pp-2", "cv-21", FALSE);
  assert_finds_conversation (sample, "pp-1", "cv-21", TRUE);
  for (guint i = 1; i <= 450; i++) {
    g_autofree char *id = g_strdup_printf ("ms-%u", 3000 + i);

    put_message (sample, id, "cv-20", "client", "pp-1", i);
  }
  assert_finds_conversation (sample, "pp-2", "cv-20", TRUE);
}

/* --- What is counted --- */

static gint64
get_figure (FoyerPortalSample *sample, const char *person, const char *figure)
{
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", person, NULL, NULL);

  return foyer_json_object_integer (foyer_json_object_object (view, "health"), figure, -1);
}

static void
put_request (FoyerPortalSample *sample, guint number, const char *status, const char *property)
{
  g_autofree char *json
      = g_strdup_printf ("{\"id\": \"rq-%u\", \"clientId\": \"cl-1\", \"kind\": \"complaint\","
                         " \"status\": \"%s\", \"subject\": \"Noise\", \"propertyId\": \"%s\","
                         " \"requestedAt\": \"2025-%02u-%02uT09:00:00Z\"}",
                         number, status, property, 1 + number % 9, 1 + number % 28);

  foyer_portal_sample_put (sample, &foyer_request_type, json);
}

/* However long the list is, and of what they see alone (004-8). */
static void
test_issues (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  gint64 of_maria = get_figure (sample, "pp-1", "issues");
  gint64 of_tom = get_figure (sample, "pp-2", "issues");

  g_assert_cmpint (of_maria, ==, 2);
  g_assert_cmpint (of_tom, ==, 1);
  for (guint i = 1000; i < 11000; i++)
    put_request (sample, i, i % 20 == 0 ? "waiting" : "resolved", i % 40 == 0 ? "pr-2" : "pr-1");
  g_assert_cmpint (get_figure (sample, "pp-1", "issues"), ==, of_maria + 500);
  g_assert_cmpint (get_figure (sample, "pp-2", "issues"), ==, of_tom + 250);
}

/* Each of a site of its own and active, but for every fifth; every tenth covers a second site, the same one. */
static void
put_agreements (FoyerPortalSample *sample, const FoyerRecordType *type, const char *prefix, const char *more)
{
  for (guint i = 1000; i < 1600; i++) {
    g_autofree char *site
        = g_strdup_printf ("{\"id\": \"pr-%u\", \"clientId\": \"cl-1\", \"street\": \"%u Oak Street\"}", i,
                           i);
    g_autofree char *json
        = g_strdup_printf ("{\"id\": \"%s-%u\", \"clientId\": \"cl-1\", %s, \"status\": \"%s\","
                           " \"propertyIds\": [\"pr-%u\"%s]}",
                           prefix, i, more, i % 5 == 0 ? "ended" : "active", i,
                           i % 10 == 1 ? ", \"pr-2\"" : "");

    foyer_portal_sample_put (sample, &foyer_property_type, site);
    foyer_portal_sample_put (sample, type, json);
  }
}

/* What is active and the sites that it covers, however long the lists are (004-6, 004-7). */
static void
test_active (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  gint64 plans = get_figure (sample, "pp-1", "plans");
  gint64 contracts = get_figure (sample, "pp-1", "contracts");
  gint64 sites = get_figure (sample, "pp-1", "sites");

  put_agreements (sample, &foyer_plan_type, "pn", "\"name\": \"Filters\"");
  put_agreements (sample, &foyer_contract_type, "ct", "\"title\": \"Filters\"");
  g_assert_cmpint (get_figure (sample, "pp-1", "plans"), ==, plans + 480);
  g_assert_cmpint (get_figure (sample, "pp-1", "contracts"), ==, contracts + 480);
  g_assert_cmpint (get_figure (sample, "pp-1", "sites"), ==, sites + 480);
}

/* What waits is found behind hundreds that were answered since; what has expired waits no more. */
static void
test_waiting_quotes (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = NULL;

  for (guint i = 100; i < 400; i++) {
    g_autofree char *json = g_strdup_printf (
        "{\"id\": \"qt-%u\", \"clientId\": \"cl-1\", \"propertyId\": \"pr-1\", \"number\": \"%u\","
        " \"title\": \"Filters\", \"status\": \"approved\", \"sentAt\": \"2025-11-18T09:%02u:%02uZ\"}",
        i, i, i / 60, i % 60);

    foyer_portal_sample_put (sample, &foyer_quote_type, json);
  }
  view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_assert_null (foyer_portal_view_find (view, "quotes", "qt-1"));
  g_assert_nonnull (foyer_portal_view_find (view, "waitingQuotes", "qt-1"));
  g_assert_cmpuint (length_of (view, "waitingQuotes"), ==, 1);
}

/* However often somebody paid, the statement has all of it. */
static void
test_statement (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  FoyerPortalViewer viewer = {
    .client_id = "cl-1", .person_id = "pp-1", .scopes = FOYER_ALL_SCOPES, .permissions = FOYER_ALL_PERMISSIONS
  };
  g_autoptr (GError) error = NULL;
  guint before;

  foyer_portal_view_add_statement (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                   SAMPLE_NOW, &error);
  g_assert_no_error (error);
  before = json_array_get_length (json_object_get_array_member (view, "statementPayments"));
  for (guint i = 0; i < 350; i++) {
    g_autofree char *json = g_strdup_printf (
        "{\"id\": \"py-more-%u\", \"clientId\": \"cl-1\", \"invoiceId\": \"inv-4\", \"method\": \"bank\","
        " \"amount\": {\"amount\": 100, \"currency\": \"USD\"}, \"paidAt\": \"2025-11-%02uT10:00:00Z\"}",
        i, 1 + i % 18);

    foyer_portal_sample_put (sample, &foyer_payment_type, json);
  }
  foyer_portal_view_add_statement (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                   SAMPLE_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (view, "statementPayments")), ==,
                    before + 350);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal/view/golden", test_golden);
  g_test_add_func ("/portal/view/owner-sees-all-of-their-client", test_owner);
  g_test_add_func ("/portal/view/nothing-of-others-or-of-staff", test_no_leak);
  g_test_add_func ("/portal/view/site-contact-sees-their-site-and-no-money", test_site_contact);
  g_test_add_func ("/portal/view/link-shows-its-scopes", test_link);
  g_test_add_func ("/portal/view/closed-shows-nothing", test_closed);
  g_test_add_func ("/portal/view/granted-and-allowed", test_granted_and_allowed);
  g_test_add_func ("/portal/view/settings-narrow", test_settings_narrow);
  g_test_add_func ("/portal/view/stays-the-same-for-a-while", test_stays_the_same);
  g_test_add_func ("/portal/view/last-service-of-each-site", test_last_service);
  g_test_add_func ("/portal/view/who-wrote-there-keeps-the-conversation", test_keeps_what_they_wrote_in);
  g_test_add_func ("/portal/view/open-issues-of-ten-thousand", test_issues);
  g_test_add_func ("/portal/view/active-plans-and-contracts-of-hundreds", test_active);
  g_test_add_func ("/portal/view/what-waits-behind-what-was-answered", test_waiting_quotes);
  g_test_add_func ("/portal/view/language", test_language);
  g_test_add_func ("/portal/view/slots", test_slots);
  g_test_add_func ("/portal/view/source-is-asked-by-index-and-may-fail", test_source);
  g_test_add_func ("/portal/view/statement-has-every-payment", test_statement);

  return g_test_run ();
}
