/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-hidden.c - what is hidden from a person stands under the first layer that hides it, and its remedy shows it */

#include "foyer-hidden.h"

#include "foyer-diagnosis-world.h"
#include "types/invoice.h"
#include "types/photo.h"
#include "types/visit.h"

#include <string.h>

static GPtrArray *
list (FoyerDiagnosisWorld *world, const FoyerHiddenScope *scope)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *groups;

  foyer_diagnosis_world_read (world);
  groups = foyer_hidden_list (&world->the_case, scope, &error);
  g_assert_no_error (error);
  return groups;
}

static const FoyerHiddenGroup *
find (GPtrArray *groups, const char *rule)
{
  for (guint i = 0; i < groups->len; i++) {
    const FoyerHiddenGroup *group = groups->pdata[i];

    if (strcmp (group->finding->rule, rule) == 0)
      return group;
  }
  return NULL;
}

static void
test_nothing (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (GPtrArray) groups = list (world, NULL);

  g_assert_cmpuint (groups->len, ==, 0);
}

/* Each case breaks one thing: the layer, the words, and what they stand for. */
typedef struct {
  const char *name;
  const char *broken;
  const char *rule;
  const char *words;
  FoyerRemedyKind remedy;
  const char *person; /* (nullable): `-` for nobody */
  const char *link;
  const char *effect; /* (nullable) */
} Case;

#define VISIT(id) \
  "{'id': '" id "', 'clientId': 'cl-2', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': " \
  "'2025-05-09 11:00'"

/* clang-format off */
static const Case cases[] = {
  { "portal", "[{'id': 'ps-1', 'portal.enabled': false}]", "D01", "2 visits, 1 photo, 1 proof pack, 1 invoice, 1 quote, 1 document, 1 plan, 1 site", FOYER_REMEDY_TURN_PORTAL_ON, NULL, NULL, NULL },
  { "client", "[{'id': 'cl-2', 'portalEnabled': false}]", "D02", "2 visits, 1 photo, 1 proof pack, 1 invoice, 1 quote, 1 document, 1 plan, 1 site", FOYER_REMEDY_ENABLE_CLIENT, NULL, NULL, NULL },
  { "person", "[{'id': 'pp-1', 'status': 'disabled'}]", "D11", "2 visits, 1 photo, 1 proof pack, 1 invoice, 1 quote, 1 document, 1 plan, 1 site", FOYER_REMEDY_RESTORE_PERSON, NULL, NULL, NULL },
  { "revoked-link", "[{'id': 'pl-1', 'status': 'revoked'}]", "D15", "2 visits, 1 photo, 1 proof pack, 1 invoice, 1 quote, 1 document, 1 plan, 1 site", FOYER_REMEDY_NEW_LINK, "-", "pl-1", "[{'id': 'pl-1', 'status': 'live'}]" },
  { "feature", "[{'id': 'ps-1', 'portal.show_invoices': false}]", "D22", "1 invoice", FOYER_REMEDY_EDIT_SETTING, NULL, NULL, NULL },
  { "client-scope", "[{'id': 'cl-2', 'scopes': ['quotes', 'visits', 'invoices', 'documents', 'plans', 'proof']}]", "D23", "1 photo", FOYER_REMEDY_ALLOW_CLIENT_SCOPE, NULL, NULL, NULL },
  { "link-scope", "[{'id': 'pl-1', 'scopes': ['invoices', 'quotes', 'documents', 'plans', 'proof', 'photos']}]", "D24", "2 visits, 1 photo, 1 proof pack, 1 site", FOYER_REMEDY_WIDEN_LINK, "-", "pl-1", NULL },
  { "person-scope", "[{'id': 'pp-1', 'scopes': ['quotes', 'visits', 'invoices', 'documents', 'photos', 'proof']}]", "D25", "1 plan", FOYER_REMEDY_ALLOW_PERSON_SCOPE, NULL, NULL, NULL },
  { "person-permission", "[{'id': 'pp-1', 'permissions': ['approve_quotes']}]", "D25", "1 invoice", FOYER_REMEDY_ALLOW_PERSON_PERMISSION, NULL, NULL, NULL },
  { "released", "[{'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'b', 'released': false}]", "D30", "1 photo", FOYER_REMEDY_RELEASE, NULL, NULL, NULL },
  { "not-done", "[{'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-2', 'blobId': 'b', 'released': true}]", "D31", "1 photo", FOYER_REMEDY_COPY_SENTENCE, NULL, NULL, "[{'id': 'vs-2', 'status': 'done'}]" },
  { "draft-invoice", "[{'id': 'inv-2', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'Tune-up', 'status': 'draft'}]", "D32", "1 invoice", FOYER_REMEDY_OPEN_RECORD, NULL, NULL, "[{'id': 'inv-2', 'status': 'issued'}]" },
  { "proof", "[{'id': 'pk-1', 'status': 'draft'}]", "D34", "1 proof pack", FOYER_REMEDY_OPEN_RECORD, NULL, NULL, "[{'id': 'pk-1', 'status': 'published'}]" },
  { "document", "[{'id': 'dc-1', 'shownTo': 'none'}, {'id': 'dc-2', 'clientId': 'cl-2', 'title': 'Manual', 'shownTo': 'none'}]", "X12", "2 documents", FOYER_REMEDY_RELEASE, NULL, NULL, NULL },
  { "draft-quote", "[{'id': 'qt-1', 'status': 'draft'}]", "X12", "1 quote", FOYER_REMEDY_OPEN_RECORD, NULL, NULL, "[{'id': 'qt-1', 'status': 'sent'}]" },
  { "duplicate", "[{'id': 'cl-3', 'name': 'Hillside Dentl', 'kind': 'company'}, {'id': 'vs-3', 'clientId': 'cl-3', 'title': 'Repair', 'start': '2025-05-09 09:00', 'end': '2025-05-09 11:00'}]", "D27", "1 visit", FOYER_REMEDY_RELINK_CLIENT, NULL, NULL, NULL },
  { "no-site", "[{'id': 'pp-1', 'propertyIds': ['pr-2']}, " VISIT ("vs-3") "}]", "D28", "1 visit", FOYER_REMEDY_RELINK_PROPERTY, NULL, NULL, NULL },
  { "site-alone", "[{'id': 'pr-3', 'clientId': 'cl-2', 'street': '4 Elm St'}, {'id': 'pp-1', 'propertyIds': ['pr-2']}]", "D29", "1 site", FOYER_REMEDY_ADD_SITE, NULL, NULL, NULL },
  { "payer", "[{'id': 'inv-1', 'billToId': 'cl-1'}]", "D33", "1 invoice", FOYER_REMEDY_OPEN_RECORD, NULL, NULL, "[{'id': 'inv-1', 'billToId': null}]" },
};
/* clang-format on */

static void
test_layer (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const FoyerHiddenGroup *group;

  foyer_test_business_put (world->business, the_case->broken);
  if (the_case->person != NULL)
    world->person = NULL;
  world->link = the_case->link;
  before = list (world, NULL);
  g_assert_cmpuint (before->len, ==, 1);
  group = before->pdata[0];
  g_assert_cmpstr (group->finding->rule, ==, the_case->rule);
  g_assert_cmpstr (group->words, ==, the_case->words);
  g_assert_nonnull (group->finding->remedy);
  g_assert_cmpstr (foyer_remedy_kind_name (group->finding->remedy->kind), ==,
                   foyer_remedy_kind_name (the_case->remedy));

  foyer_diagnosis_world_apply (world, group->finding->remedy);
  foyer_test_business_put (world->business, the_case->effect);
  after = list (world, NULL);
  if (after->len > 0)
    g_error ("still hidden: %s, %s", ((FoyerHiddenGroup *) after->pdata[0])->words,
             ((FoyerHiddenGroup *) after->pdata[0])->finding->sentence);
}

/* A record stands under the first layer alone, and layers in their order. */
static void
test_order (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GString) order = g_string_new (NULL);

  foyer_test_business_put (
      world->business,
      "[{'id': 'pr-3', 'clientId': 'cl-2', 'street': '4 Elm St'},"
      " {'id': 'pp-1', 'propertyIds': ['pr-2'], 'scopes': ['visits', 'photos', 'invoices', 'quotes']},"
      " {'id': 'vs-2', 'propertyId': 'pr-3'}, {'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-1', "
      "'blobId': 'b'},"
      " {'id': 'ps-1', 'portal.show_invoices': false}]");
  groups = list (world, NULL);
  for (guint i = 0; i < groups->len; i++) {
    const FoyerHiddenGroup *group = groups->pdata[i];

    g_string_append_printf (order, "%s ", group->finding->rule);
  }
  g_assert_cmpstr (order->str, ==, "D22 D25 D25 D25 D30 D29 ");
  g_assert_cmpstr (find (groups, "D22")->words, ==, "1 invoice");
  g_assert_cmpstr (find (groups, "D29")->words, ==, "1 visit, 1 site");
  g_assert_cmpstr (find (groups, "D30")->words, ==, "1 photo");
  g_assert_nonnull (find (groups, "D25"));
}

/* Many records are counted, and only the newest few are given. */
static void
test_many (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) few = NULL;
  const FoyerHiddenPart *part;

  for (int i = 10; i < 260; i++) {
    g_autofree char *json
        = g_strdup_printf ("[{'id': 'ph-%d', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'b',"
                           " 'takenAt': '2025-04-%02d 09:00'}]",
                           i, i % 28 + 1);

    foyer_test_business_put (world->business, json);
  }
  all = list (world, NULL);
  part = ((const FoyerHiddenGroup *) all->pdata[0])->parts->pdata[0];
  g_assert_cmpint (part->count, ==, FOYER_HIDDEN_LIMIT - 1);
  g_assert_true (part->is_more);
  g_assert_cmpuint (part->records->len, ==, 5);
  g_assert_cmpint (foyer_photo_get_taken_at (part->records->pdata[0]), >=,
                   foyer_photo_get_taken_at (part->records->pdata[4]));
  foyer_test_business_put (world->business, "[{'id': 'ps-1', 'portal.photos': false}]");
  few = list (world, NULL);
  part = ((const FoyerHiddenGroup *) few->pdata[0])->parts->pdata[0];
  g_assert_cmpint (part->count, ==, 251);
  g_assert_false (part->is_more);
}

/* Only what hangs on one visit. */
static void
test_scope (void)
{
  static const FoyerRecordType *const types[] = { &foyer_photo_type, NULL };
  g_autofree char *id = foyer_test_id ("vs-2");
  FoyerHiddenScope scope = { .types = types, .field = "visitId", .id = id, .most = 50 };
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (GPtrArray) groups = NULL;

  foyer_test_business_put (world->business,
                           "[{'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'b'},"
                           " {'id': 'ph-3', 'clientId': 'cl-2', 'visitId': 'vs-2', 'blobId': 'b'},"
                           " {'id': 'inv-1', 'status': 'draft'}]");
  groups = list (world, &scope);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpint (((const FoyerHiddenGroup *) groups->pdata[0])->count, ==, 1);
}

/* Of a client who was never fetched nobody can say what is hidden. */
static void
test_never_fetched (void)
{
  g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
  g_autoptr (GPtrArray) groups = NULL;
  const FoyerHiddenGroup *group;

  world->the_case.data_at = 0;
  groups = list (world, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  group = groups->pdata[0];
  g_assert_cmpint (group->finding->verdict, ==, FOYER_VERDICT_UNKNOWN);
  g_assert_cmpint (group->count, ==, 0);
}

static void
test_failures (void)
{
  gboolean has_failed = TRUE;

  for (guint call = 1; has_failed; call++) {
    g_autoptr (FoyerDiagnosisWorld) world = foyer_diagnosis_world_new ();
    FoyerStrictSource *strict = foyer_test_business_get_strict (world->business);
    g_autoptr (GPtrArray) groups = NULL;
    g_autoptr (GError) error = NULL;

    foyer_test_business_put (world->business,
                             "[{'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'b'},"
                             " {'id': 'ps-1', 'portal.show_invoices': false}]");
    foyer_diagnosis_world_read (world);
    foyer_strict_source_fail_at (strict, call);
    groups = foyer_hidden_list (&world->the_case, NULL, &error);
    has_failed = foyer_strict_source_has_failed (strict);
    g_assert_cmpint (has_failed, ==, groups == NULL);
    g_assert_cmpint (has_failed, ==, error != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hidden/nothing", test_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/hidden/layer/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_layer);
  }
  g_test_add_func ("/hidden/under-the-first-layer-in-order", test_order);
  g_test_add_func ("/hidden/many-are-counted", test_many);
  g_test_add_func ("/hidden/what-hangs-on-one-record", test_scope);
  g_test_add_func ("/hidden/never-fetched-is-unknown", test_never_fetched);
  g_test_add_func ("/hidden/a-failing-source-is-no-answer", test_failures);
  return g_test_run ();
}
