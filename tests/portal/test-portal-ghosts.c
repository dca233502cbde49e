/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-ghosts.c - staff see what is missing from a page and why; the page itself knows nothing of it */

#include "foyer-portal-ghosts.h"

#include "foyer-diagnosis-world.h"
#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "foyer-settings.h"

#include <string.h>

static JsonObject *
ghosts_of (FoyerDiagnosisWorld *world, FoyerPageKind page, const char *id)
{
  g_autofree char *whole = id == NULL ? NULL : foyer_test_id (id);
  g_autoptr (GError) error = NULL;
  JsonObject *overlay;

  foyer_diagnosis_world_read (world);
  overlay = foyer_portal_ghosts (&world->the_case, page, whole, &error);
  g_assert_no_error (error);
  return overlay;
}

static JsonObject *
view_of (FoyerDiagnosisWorld *world)
{
  g_autofree char *client = foyer_test_id ("cl-2");
  g_autofree char *person = foyer_test_id ("pp-1");
  FoyerPortalViewer viewer = {
    .client_id = client, .person_id = person, .scopes = FOYER_ALL_SCOPES, .permissions = FOYER_ALL_PERMISSIONS
  };
  g_autoptr (GError) error = NULL;
  FoyerRecordSource *records = FOYER_RECORD_SOURCE (world->business->records);
  g_autoptr (FoyerRecord) settings = foyer_settings_get (records, &error);
  JsonObject *view = foyer_portal_view (records, &viewer, settings, world->the_case.now, &error);

  g_assert_no_error (error);
  return view;
}

static JsonObject *
get_group (JsonObject *overlay, guint index)
{
  JsonArray *groups = foyer_json_object_array (overlay, "groups");

  return index < json_array_get_length (groups) ? json_array_get_object_element (groups, index) : NULL;
}

static gboolean
view_shows (FoyerDiagnosisWorld *world, const char *id)
{
  g_autoptr (JsonObject) view = view_of (world);
  g_auto (GStrv) shown = foyer_portal_ghosts_list_shown (view);
  g_autofree char *whole = foyer_test_id (id);

  return g_strv_contains ((const char *const *) shown, whole);
}

/* What one layer hides stands beside the page with its reason, and in the page once the remedy is done. */
static void
test_page (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (FoyerDiagnosis) diagnosis = NULL;
  JsonObject *group;

  foyer_test_business_put (world->business, "[{'id': 'pp-1', 'scopes': ['invoices', 'quotes']}]");
  before = ghosts_of (world, FOYER_PAGE_VISITS, NULL);
  group = get_group (before, 0);
  g_assert_nonnull (group);
  g_assert_null (get_group (before, 1));
  g_assert_cmpstr (foyer_json_object_text (group, "rule"), ==, "D25");
  g_assert_cmpstr (foyer_json_object_text (group, "verdict"), ==, "block");
  g_assert_cmpstr (foyer_json_object_text (group, "sentence"), ==, "Maria Lopez may not see Visits");
  g_assert_cmpstr (foyer_json_object_text (group, "words"), ==, "2 visits");
  g_assert_cmpstr (foyer_json_object_text (foyer_json_object_object (group, "remedy"), "kind"), ==,
                   "allow-person-scope");
  g_assert_cmpuint (json_array_get_length (foyer_json_object_array (group, "records")), ==, 2);
  g_assert_false (view_shows (world, "vs-2"));

  diagnosis = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_NO_VISITS);
  foyer_diagnosis_world_apply (world, diagnosis->answer->remedy);
  after = ghosts_of (world, FOYER_PAGE_VISITS, NULL);
  g_assert_null (get_group (after, 0));
  g_assert_true (view_shows (world, "vs-2"));
}

/* On the page of a visit stands what hangs on that visit. */
static void
test_record_page (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (JsonObject) mine = NULL;
  g_autoptr (JsonObject) other = NULL;
  g_autoptr (JsonObject) none = NULL;
  g_autofree char *photo = foyer_test_id ("ph-2");
  JsonObject *record;

  foyer_test_business_put (
      world->business,
      "[{'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'b', 'caption': 'Valve'}]");
  mine = ghosts_of (world, FOYER_PAGE_VISIT, "vs-1");
  other = ghosts_of (world, FOYER_PAGE_VISIT, "vs-2");
  none = ghosts_of (world, FOYER_PAGE_VISIT, NULL);
  g_assert_cmpstr (foyer_json_object_text (get_group (mine, 0), "rule"), ==, "D30");
  record = json_array_get_object_element (foyer_json_object_array (get_group (mine, 0), "records"), 0);
  g_assert_cmpstr (foyer_json_object_text (record, "id"), ==, photo);
  g_assert_cmpstr (foyer_json_object_text (record, "type"), ==, "Photo");
  g_assert_cmpstr (foyer_json_object_text (record, "label"), ==, "Valve");
  g_assert_null (get_group (other, 0));
  g_assert_null (get_group (none, 0));
}

/* Whatever is broken: no ghost stands in the view, and the view is the same whether or not anybody asked for ghosts. */
static void
test_apart (void)
{
  static const char *const broken[] = {
    "[{'id': 'ps-1', 'portal.enabled': false}]",
    "[{'id': 'cl-2', 'portalEnabled': false}]",
    "[{'id': 'ps-1', 'portal.show_invoices': false}]",
    "[{'id': 'cl-2', 'scopes': ['quotes']}]",
    "[{'id': 'pp-1', 'permissions': []}]",
    "[{'id': 'pp-1', 'propertyIds': []}]",
    "[{'id': 'inv-1', 'status': 'draft'}, {'id': 'qt-1', 'status': 'draft'}, {'id': 'dc-1', 'shownTo': "
    "'none'}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
    g_autoptr (JsonObject) before = NULL;
    g_autoptr (JsonObject) after = NULL;
    g_auto (GStrv) shown = NULL;
    guint n_ghosts = 0;

    foyer_test_business_put (world->business, broken[i]);
    before = view_of (world);
    shown = foyer_portal_ghosts_list_shown (before);
    for (int page = 0; page < FOYER_N_PAGE_KINDS; page++) {
      g_autoptr (JsonObject) overlay = ghosts_of (world, (FoyerPageKind) page, NULL);
      JsonObject *group;

      for (guint k = 0; (group = get_group (overlay, k)) != NULL; k++) {
        JsonArray *records = foyer_json_object_array (group, "records");

        for (guint n = 0; n < json_array_get_length (records); n++, n_ghosts++) {
          const char *id = foyer_json_object_text (json_array_get_object_element (records, n), "id");

          /* What is shown says at which site it is, also where the list of sites is not. */
          if (!g_str_has_prefix (id, "pr-") && g_strv_contains ((const char *const *) shown, id))
            g_error ("with %s the ghost %s is shown", broken[i], id);
        }
      }
    }
    g_assert_cmpuint (n_ghosts, >, 0);
    after = view_of (world);
    {
      g_autofree char *first = foyer_json_hash (before);
      g_autofree char *second = foyer_json_hash (after);

      g_assert_cmpstr (first, ==, second);
    }
  }
}

/* D49: what stands in a view is asked whose it is. */
static void
test_foreign (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (JsonObject) view = view_of (world);
  g_auto (GStrv) shown = foyer_portal_ghosts_list_shown (view);
  g_auto (GStrv) leaked = NULL;
  g_autoptr (FoyerDiagnosis) good = NULL;
  g_autoptr (FoyerDiagnosis) bad = NULL;

  g_assert_cmpuint (g_strv_length (shown), >, 5);
  world->the_case.facts.shown_ids = (const char *const *) shown;
  good = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SEES_TOO_MUCH);
  g_assert_null (good->answer);
  g_assert_cmpuint (good->n_unknown, ==, 0);

  /* A hole in the view, as it should never be. */
  foyer_test_business_put (world->business, "[{'id': 'vs-7', 'clientId': 'cl-1', 'title': 'Secret', 'start': "
                                            "'2025-05-09 09:00', 'end': '2025-05-09 11:00'}]");
  {
    JsonArray *list = json_array_new ();
    g_autofree char *id = foyer_test_id ("vs-7");
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "id", id);
    json_array_add_object_element (list, entry);
    json_object_set_array_member (view, "planted", list);
  }
  leaked = foyer_portal_ghosts_list_shown (view);
  world->the_case.facts.shown_ids = (const char *const *) leaked;
  bad = foyer_diagnosis_world_run (world, FOYER_DIAGNOSIS_SEES_TOO_MUCH);
  g_assert_cmpstr (bad->answer->rule, ==, "D49");
  g_assert_cmpint (bad->answer->remedy->kind, ==, FOYER_REMEDY_SECURE_CLIENT);
}

static void
test_failures (void)
{
  gboolean has_failed = TRUE;

  for (guint call = 1; has_failed; call++) {
    g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
    FoyerStrictSource *strict = foyer_test_business_get_strict (world->business);
    g_autoptr (JsonObject) overlay = NULL;
    g_autoptr (GError) error = NULL;

    foyer_diagnosis_world_read (world);
    foyer_strict_source_fail_at (strict, call);
    overlay = foyer_portal_ghosts (&world->the_case, FOYER_PAGE_HOME, NULL, &error);
    has_failed = foyer_strict_source_has_failed (strict);
    g_assert_cmpint (has_failed, ==, overlay == NULL);
    g_assert_cmpint (has_failed, ==, error != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ghosts/page", test_page);
  g_test_add_func ("/ghosts/page-of-a-record", test_record_page);
  g_test_add_func ("/ghosts/never-in-the-view", test_apart);
  g_test_add_func ("/ghosts/whose-what-is-shown-is", test_foreign);
  g_test_add_func ("/ghosts/a-failing-source-is-no-answer", test_failures);
  return g_test_run ();
}
