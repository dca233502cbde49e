/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-names.c - names that are very long, and names that run from right to left, on every page that shows some */

#include "foyer-portal-pages.h"

#include "foyer-golden.h"
#include "foyer-json.h"
#include "foyer-portal-cases.h"
#include "foyer-text-direction.h"

#include <string.h>

/* The cases whose pages are also looked at with other names. */
static const char *const named[] = {
  "sign-in",
  "invite",
  "unavailable",
  "home",
  "switch",
  "sessions",
  "profile",
  "visits",
  "visit-upcoming",
  "visit-done",
  "visit-reviewed",
  "visit-cancelled",
  "book-service",
  "book-property",
  "book-time",
  "book-check",
  "booking-requested",
  "booking-declined",
  "booking-other-time",
  "quotes",
  "quote",
  "quote-approved",
  "quote-declined",
  "invoices",
  "invoice",
  "invoice-part-paid",
  "payments",
  "statement",
  "messages",
  "conversation",
  "message-new",
  "properties",
  "property",
  "plans",
  "plan",
  "contract",
  "requests",
  "request",
  "request-resolved",
  "request-preferred",
  "request-new",
  "documents",
  "document-to-sign",
  "document-signed",
  "equipment",
  "machine",
};

static const FoyerPortalCase *
find_case (const char *name)
{
  for (guint i = 0; i < foyer_n_portal_cases; i++) {
    if (strcmp (foyer_portal_cases[i].name, name) == 0)
      return &foyer_portal_cases[i];
  }
  g_assert_not_reached ();
}

static JsonObject *
read_names (const char *which)
{
  g_autofree char *path = g_strdup_printf (FOYER_TEST_DATA "/names-%s.json", which);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *names;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  names = foyer_json_parse_object (text, -1, &error);
  g_assert_no_error (error);
  return names;
}

static char *
make_named_page (const char *name, const char *which)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (JsonObject) names = read_names (which);
  g_autoptr (FoyerPortalPage) page = NULL;
  g_autofree char *html = NULL;

  foyer_portal_sample_rename (sample, names);
  page = foyer_portal_case_page (sample, find_case (name), NULL);
  html = foyer_portal_case_text (page);
  return foyer_without_hashes (html);
}

static void
test_long (gconstpointer name)
{
  g_autofree char *html = make_named_page (name, "long");
  g_autofree char *file = g_strdup_printf ("pages/%s-long-names.html", (const char *) name);

  foyer_assert_golden (file, html);
}

/* Puts the texts in @node into @texts, line by line, as a page shows them. */
static void
collect_texts (JsonNode *node, GHashTable *texts)
{
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

    for (GList *at = values; at != NULL; at = at->next)
      collect_texts (at->data, texts);
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      collect_texts (json_array_get_element (json_node_get_array (node), i), texts);
  } else if (json_node_get_value_type (node) == G_TYPE_STRING) {
    g_auto (GStrv) lines = g_strsplit (json_node_get_string (node), "\n", -1);

    g_hash_table_add (texts, json_node_dup_string (node));
    for (char **line = lines; *line != NULL; line++)
      g_hash_table_add (texts, g_strdup (*line));
    /* By which somebody is greeted. */
    g_hash_table_add (texts, g_strndup (lines[0], strcspn (lines[0], " ")));
  }
}

static GHashTable *
list_texts (const char *which)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonObject) names = read_names (which);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), names);

  collect_texts (node, texts);
  return texts;
}

/* What is isolated, and nothing else, is one name: had it been joined with another before, one would turn the other. */
static void
assert_isolated (const char *page, const char *html, GHashTable *texts)
{
  g_autoptr (GRegex) hidden
      = g_regex_new ("<(title|option|textarea)\\b.*?</\\1>|<span class=\"fy-avatar\".*?</span>",
                     G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GRegex) isolate = g_regex_new ("<bdi>([^<]*)</bdi>|<p dir=\"auto\">([^<]*)</p>", 0, 0, NULL);
  g_autoptr (GRegex) tag = g_regex_new ("<[^>]*>", 0, 0, NULL);
  g_autofree char *shown = g_regex_replace_literal (hidden, html, -1, 0, "", 0, NULL);
  g_autoptr (GString) rest = g_string_new (shown);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *within = NULL;
  g_autofree char *beside = NULL;

  for (g_regex_match (isolate, shown, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *first = g_match_info_fetch (match, 1);
    g_autofree char *second = g_match_info_fetch (match, 2);
    GString *name = g_string_new (first != NULL && *first != '\0' ? first : second);

    g_string_replace (name, "&quot;", "\"", 0);
    g_string_replace (name, "&#39;", "'", 0);
    g_string_replace (name, "&amp;", "&", 0);
    if (foyer_text_turns (name->str, name->len) && !g_hash_table_contains (texts, name->str))
      g_test_fail_printf ("%s: \"%s\" is more than one name", page, name->str);
    g_string_free (name, TRUE);
  }
  within = g_regex_replace_literal (isolate, rest->str, -1, 0, "", 0, NULL);
  beside = g_regex_replace_literal (tag, within, -1, 0, "\n", 0, NULL);
  for (const char *at = beside; *at != '\0'; at = g_utf8_next_char (at)) {
    if (foyer_text_turns (at, (gsize) (g_utf8_next_char (at) - at)))
      g_test_fail_printf ("%s: a name beside other words: %.60s", page, at);
  }
}

static void
test_both_ways (gconstpointer name)
{
  g_autoptr (GHashTable) texts = list_texts ("both-ways");
  g_autofree char *html = make_named_page (name, "both-ways");
  g_autofree char *file = g_strdup_printf ("pages/%s-both-ways.html", (const char *) name);

  foyer_assert_golden (file, html);
  assert_isolated (name, html, texts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++) {
    g_autofree char *long_path = g_strconcat ("/portal/names/long/", named[i], NULL);
    g_autofree char *both_path = g_strconcat ("/portal/names/from-both-sides/", named[i], NULL);

    g_test_add_data_func (long_path, named[i], test_long);
    g_test_add_data_func (both_path, named[i], test_both_ways);
  }

  return g_test_run ();
}
