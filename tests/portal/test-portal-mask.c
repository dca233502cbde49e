/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-mask.c - a masked page tells nobody whose it is */

#include "foyer-html-escape.h"
#include "foyer-json.h"
#include "foyer-portal-address.h"
#include "foyer-portal-look.h"
#include "foyer-portal-mask.h"
#include "foyer-portal-sample.h"

#include <string.h>

/* What is somebody's, though pages may show it; @words: each word of it is, else each line. What is shorter may stand anywhere. */
static const struct {
  const char *type;
  const char *member;
  gboolean words;
} secrets[] = {
  { "Client", "name", TRUE },           { "Client", "phone", FALSE },
  { "Client", "email", FALSE },         { "PortalPerson", "name", TRUE },
  { "PortalPerson", "phone", FALSE },   { "PortalPerson", "email", FALSE },
  { "StaffMember", "name", TRUE },      { "StaffMember", "email", FALSE },
  { "CrewMember", "name", TRUE },       { "Property", "name", FALSE },
  { "Property", "street", FALSE },      { "Property", "unit", FALSE },
  { "Property", "city", FALSE },        { "Property", "postcode", FALSE },
  { "Property", "accessNotes", FALSE }, { "Conversation", "subject", FALSE },
  { "Conversation", "snippet", FALSE }, { "Message", "body", FALSE },
  { "Request", "subject", FALSE },      { "Request", "body", FALSE },
  { "Request", "answer", FALSE },       { "Booking", "note", FALSE },
  { "Booking", "message", FALSE },      { "Booking", "reason", FALSE },
  { "Visit", "clientNote", FALSE },     { "Visit", "report", FALSE },
  { "Visit", "cancelReason", FALSE },   { "Review", "comment", FALSE },
  { "Equipment", "serial", FALSE },     { "Equipment", "remark", FALSE },
  { "Quote", "message", FALSE },        { "Quote", "note", FALSE },
};

static void
add_secret (GPtrArray *list, const char *text, gboolean words)
{
  g_auto (GStrv) parts = g_strsplit (text, words ? " " : "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    GString *escaped = g_string_new (NULL);

    foyer_html_escape (escaped, parts[i], -1);
    if (g_utf8_strlen (escaped->str, -1) >= (words ? 4 : 8))
      g_ptr_array_add (list, g_string_free (escaped, FALSE));
    else
      g_string_free (escaped, TRUE);
  }
}

static GPtrArray *
find_secrets (FoyerPortalSample *sample)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (foyer_record_type_by_name (secrets[i].type));
    g_autoptr (GPtrArray) records
        = foyer_record_source_list (FOYER_RECORD_SOURCE (sample->source), query, NULL);

    for (guint k = 0; records != NULL && k < records->len; k++) {
      g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[k]);
      const char *text = foyer_json_object_text (json, secrets[i].member);

      if (text != NULL)
        add_secret (list, text, secrets[i].words);
    }
  }
  return list;
}

static char *
make_page (FoyerPortalSample *sample, const char *person_id, const char *address, gboolean is_masked)
{
  FoyerPortalViewer viewer = { .client_id = "cl-1",
                               .person_id = person_id,
                               .scopes = FOYER_ALL_SCOPES,
                               .permissions = FOYER_ALL_PERMISSIONS };
  FoyerPortalLook look = { .source = FOYER_RECORD_SOURCE (sample->source),
                           .viewer = &viewer,
                           .settings = sample->settings,
                           .now = SAMPLE_NOW,
                           .is_masked = is_masked };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerPortalPage) page = foyer_portal_look_page (&look, address, NULL, NULL, &error);
  gsize size;
  const char *bytes;

  g_assert_no_error (error);
  bytes = g_bytes_get_data (foyer_portal_page_get_bytes (page), &size);
  return g_strndup (bytes, size);
}

static guint
count_secrets (const char *html, GPtrArray *list, gboolean complain)
{
  guint found = 0;

  for (guint i = 0; i < list->len; i++) {
    if (strstr (html, list->pdata[i]) == NULL)
      continue;
    found++;
    if (complain)
      g_test_message ("%s", (const char *) list->pdata[i]);
  }
  return found;
}

typedef struct {
  FoyerPortalSample *sample;
  GPtrArray *secrets;
  guint n_pages;
  guint n_shown;
} Walk;

static void
look_at (Walk *walk, const char *address)
{
  static const char *const people[] = { "pp-1", "pp-2" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autofree char *readable = make_page (walk->sample, people[i], address, FALSE);
    g_autofree char *masked = make_page (walk->sample, people[i], address, TRUE);

    walk->n_pages++;
    walk->n_shown += count_secrets (readable, walk->secrets, FALSE);
    g_test_message ("%s", address);
    g_assert_cmpuint (count_secrets (masked, walk->secrets, TRUE), ==, 0);
  }
}

/* Every page that has an address, of every record that the sample has. */
static void
test_no_page_tells_whose_it_is (void)
{
  static const char *const ids[]
      = { "vs-1", "vs-2", "vs-3", "bk-1", "bk-3", "bk-4", "qt-1", "qt-2", "inv-1", "inv-2", "pr-1",
          "pr-2", "pn-1", "ct-1", "rq-1", "rq-2", "dc-1", "dc-2", "eq-3", "cv-1",  "cv-2" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (GPtrArray) list = find_secrets (sample);
  Walk walk = { .sample = sample, .secrets = list };

  g_assert_cmpuint (list->len, >, 30);
  for (guint kind = 0; kind < FOYER_N_PAGE_KINDS; kind++) {
    g_autofree char *alone = foyer_portal_address_make (kind, NULL);

    if (alone != NULL)
      look_at (&walk, alone);
    for (guint i = 0; i < G_N_ELEMENTS (ids) && alone == NULL; i++) {
      g_autofree char *address = foyer_portal_address_make (kind, ids[i]);

      look_at (&walk, address);
    }
  }
  /* Without the mask they stand there. */
  g_assert_cmpuint (walk.n_shown, >, 400);
}

static void
test_what_the_business_says_of_itself_stays (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autofree char *home = make_page (sample, "pp-1", "/", TRUE);
  g_autofree char *plans = make_page (sample, "pp-1", "/plans", TRUE);

  g_assert_nonnull (strstr (home, "Northwind Heating"));
  g_assert_nonnull (strstr (home, "$605.00"));
  g_assert_nonnull (strstr (home, "Hello, •••••"));
  g_assert_nonnull (strstr (plans, "Comfort Care"));
}

static void
test_view_itself_is_left_as_it_is (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, NULL);
  g_autofree char *before = foyer_json_hash (view);
  g_autoptr (JsonObject) masked = foyer_portal_mask (view);
  g_autofree char *after = foyer_json_hash (view);
  g_autofree char *other = foyer_json_hash (masked);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, !=, other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal-mask/no-page-tells-whose-it-is", test_no_page_tells_whose_it_is);
  g_test_add_func ("/portal-mask/what-the-business-says-of-itself-stays",
                   test_what_the_business_says_of_itself_stays);
  g_test_add_func ("/portal-mask/view-itself-is-left-as-it-is", test_view_itself_is_left_as_it_is);

  return g_test_run ();
}
