/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-pages.c - every page is as it was looked at, well formed, and leads nowhere that does not exist */

#include "foyer-portal-pages.h"

#include "foyer-date.h"
#include "foyer-golden.h"
#include "foyer-json.h"
#include "foyer-portal-cases.h"
#include "foyer-portal-static.h"
#include "foyer-random.h"
#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

static void
test_golden (gconstpointer data)
{
  const FoyerPortalCase *the_case = data;
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerPortalPage) page = foyer_portal_case_page (sample, the_case, NULL);
  g_autofree char *html = foyer_portal_case_text (page);
  g_autofree char *file = g_strdup_printf ("pages/%s.html", the_case->name);
  g_autofree char *found = foyer_without_hashes (html);

  foyer_assert_golden (file, found);
}

static guint
count_text (const char *html, const char *text)
{
  guint count = 0;

  for (const char *at = strstr (html, text); at != NULL; at = strstr (at + 1, text))
    count += 1;
  return count;
}

/* The values of an attribute, in order. */
static GPtrArray *
values_of (const char *html, const char *attribute)
{
  g_autofree char *pattern = g_strdup_printf (" %s=\"([^\"]*)\"", attribute);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (values, g_match_info_fetch (match, 1));
  return values;
}

static gboolean
is_known_path (const char *url)
{
  static const char *const patterns[] = {
    "^/$",
    "^#(main|menu|email|last4|code|new|note|what|why|words|name|phone|text|files)$",
    "^/(visits|quotes|invoices|payments|properties|plans|requests|documents|equipment)$",
    "^/(plans/pn|contracts/ct|requests/rq|documents/dc|equipment/eq)-[0-9]+$",
    "^/documents/dc-[0-9]+/(file|pdf)$",
    "^/visits/vs-[0-9]+/calendar$",
    "^/(quotes/qt|invoices/inv)-[0-9]+/pdf$",
    "^/statement(/pdf)?$",
    "^/(visits/vs|quotes/qt|invoices/inv|properties/pr|photos/ph)-[0-9]+$",
    "^/book(/(property|time|check))?(\\?[a-z]+=[A-Za-z0-9%:_-]+(&amp;[a-z]+=[A-Za-z0-9%:_-]+)*)?$",
    "^/requests/(new(\\?kind=[a-z]+(&amp;about=vs-[0-9]+)?)?|rq-[0-9]+/withdraw)$",
    "^/invoices/inv-[0-9]+/dispute$",
    "^/quotes/qt-[0-9]+/(approve|change|comment|decline)$",
    "^/documents/dc-[0-9]+/sign$",
    "^#(approve|name|agree)$",
    "^/visits/vs-[0-9]+/(time|move|cancel|review)$",
    "^/messages(/new(\\?about=[a-z]+-[0-9]+)?|/cv-[0-9]+)?$",
    "^/attachments/(ms|rq)-[0-9]+\\.[0-9]$",
    "^/(visits|invoices|messages/cv-[0-9]+)\\?list=[a-z]+&amp;(before|after)=[a-z]+-[0-9]+$",
    "^/bookings$",
    "^/bookings/bk-[0-9]+(/(withdraw|accept|neither))?$",
    "^/sign-(in|out)$",
    "^/sign-in/(password|phone|code)$",
    "^/password$",
    "^/(profile(/notifications)?|switch)$",
    "^/sessions(/(se-[0-9]+/end|end-others))?$",
    "^/static/(portal|brand)-[0-9a-f]{16}\\.css$",
    "^/static/mark-[0-9a-f]{16}\\.svg$",
    "^/static/(logo|banner)-B[0-9A-Za-z_-]{43}\\.(png|jpg|webp)$",
    "^tel:\\+?[0-9]+$",
    "^mailto:office@northwind\\.example$",
    "^https://([a-z]+\\.)?northwind\\.example/",
    "^https://www\\.facebook\\.com/northwind$",
    "^https://social\\.example/northwind$",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++) {
    if (g_regex_match_simple (patterns[i], url, 0, 0))
      return TRUE;
  }
  return FALSE;
}

static void
assert_addresses (const char *html, const char *attribute)
{
  g_autoptr (GPtrArray) urls = values_of (html, attribute);

  for (guint i = 0; i < urls->len; i++) {
    if (!is_known_path (urls->pdata[i]))
      g_error ("%s leads to %s", attribute, (const char *) urls->pdata[i]);
  }
}

/* Every id is there once, and everything that is referred to is there. */
static void
assert_references (const char *html)
{
  static const char *const referring[] = { "for", "aria-labelledby", "aria-describedby" };
  g_autoptr (GPtrArray) ids = values_of (html, "id");

  for (guint i = 0; i < ids->len; i++) {
    for (guint k = i + 1; k < ids->len; k++)
      g_assert_cmpstr (ids->pdata[i], !=, ids->pdata[k]);
  }
  for (guint r = 0; r < G_N_ELEMENTS (referring); r++) {
    g_autoptr (GPtrArray) references = values_of (html, referring[r]);

    for (guint i = 0; i < references->len; i++) {
      g_auto (GStrv) words = g_strsplit (references->pdata[i], " ", -1);

      for (guint w = 0; words[w] != NULL; w++)
        g_assert_true (g_ptr_array_find_with_equal_func (ids, words[w], g_str_equal, NULL));
    }
  }
}

/* Every end tag closes the last open one, and text holds no bracket. */
static void
assert_balanced (const char *html)
{
  static const char *const without_end[]
      = { "meta", "link", "input", "br", "source", "img", "path", "rect", "circle", NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  for (const char *at = html + strlen ("<!DOCTYPE html>"); (at = strpbrk (at, "<>")) != NULL;) {
    const char *end = strchr (at, '>');
    g_autofree char *name = NULL;

    g_assert_cmpint (*at, ==, '<');
    g_assert_nonnull (end);
    g_assert_null (memchr (at + 1, '<', (gsize) (end - at - 1)));
    if (at[1] == '/') {
      name = g_strndup (at + 2, (gsize) (end - at - 2));
      g_assert_cmpuint (open->len, >, 0);
      g_assert_cmpstr (open->pdata[open->len - 1], ==, name);
      g_ptr_array_set_size (open, (int) open->len - 1);
    } else {
      name = g_strndup (at + 1, strcspn (at + 1, " >/"));
      if (!g_strv_contains (without_end, name))
        g_ptr_array_add (open, g_steal_pointer (&name));
    }
    at = end + 1;
  }
  g_assert_cmpuint (open->len, ==, 0);
}

static void
assert_sound (const char *html)
{
  assert_balanced (html);
  assert_references (html);
  g_assert_cmpuint (count_text (html, "<h1"), ==, 1);
  g_assert_cmpuint (count_text (html, "<main"), ==, 1);
  g_assert_cmpuint (count_text (html, "is-primary"), <=, 1);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "<style"));
  g_assert_null (strstr (html, " style="));
  g_assert_null (strstr (html, "fy-ghost"));
}

static void
test_sound (void)
{
  for (guint i = 0; i < foyer_n_portal_cases; i++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
    g_autoptr (FoyerPortalPage) page = foyer_portal_case_page (sample, &foyer_portal_cases[i], NULL);
    g_autofree char *html = foyer_portal_case_text (page);

    assert_sound (html);
    assert_addresses (html, "href");
    assert_addresses (html, "action");
    assert_addresses (html, "src");
    assert_addresses (html, "srcset");
    /* Each form posts and carries the token. */
    g_assert_cmpuint (count_text (html, "<form"), ==, count_text (html, "method=\"post\""));
    g_assert_cmpuint (count_text (html, "<form"), ==, count_text (html, "name=\"token\" value=\"\""));
    g_assert_cmpint (strstr (html, "<form") != NULL, ==,
                     foyer_portal_page_has_slot (page, FOYER_SLOT_FORM_TOKEN));
  }
}

static void
test_no_leak (void)
{
  static const char *const secrets[]
      = { "STAFF-ONLY", "OTHER CLIENT", "NOT BOOKABLE", "ARCHIVED", "DRAFT", "Old price", "jo@northwind" };

  for (guint i = 0; i < foyer_n_portal_cases; i++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
    g_autoptr (FoyerPortalPage) page = foyer_portal_case_page (sample, &foyer_portal_cases[i], NULL);
    g_autofree char *html = foyer_portal_case_text (page);

    for (guint k = 0; k < G_N_ELEMENTS (secrets); k++)
      g_assert_null (strstr (html, secrets[k]));
  }
}

static void
assert_made (FoyerPortalSample *sample, const FoyerPortalCase *the_case, FoyerPageKind expected, guint status)
{
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page = foyer_portal_case_page (sample, the_case, &made);

  g_assert_cmpint ((int) made, ==, (int) expected);
  g_assert_cmpuint (foyer_page_status (made), ==, status);
}

static void
test_made (void)
{
  static const struct {
    FoyerPortalCase the_case;
    FoyerPageKind made;
    guint status;
  } expected[] = {
    { { "a", NOBODY, { .kind = FOYER_PAGE_HOME } }, FOYER_PAGE_SIGN_IN, 200 },
    { { "a", "cl-1", "pp-4", NULL, { .kind = FOYER_PAGE_VISITS } }, FOYER_PAGE_UNAVAILABLE, 403 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-7" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOKING } }, FOYER_PAGE_NOT_FOUND, 404 },
    /* Of others, drafts, void, billed to somebody else, or of a site that Tom does not see. */
    { { "a", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = "inv-1" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_VISIT, .record_id = NULL } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-8" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-4" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-1" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_PROPERTY, .record_id = "pr-2" } }, FOYER_PAGE_PROPERTY, 200 },
    { { "a", TOM, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-2" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_VISIT, .record_id = "vs-4" } }, FOYER_PAGE_VISIT, 200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_PLAN, .record_id = "pn-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-2" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_CONTRACT, .record_id = "ct-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-6" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_DOCUMENT, .record_id = "dc-7" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-4" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-5" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_REQUEST, .record_id = "rq-2" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-3" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_MACHINE, .record_id = "eq-1" } }, FOYER_PAGE_MACHINE, 200 },
    { { "a", TOM, { .kind = FOYER_PAGE_INVOICES } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_PAYMENTS } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_STATEMENT } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_QUOTES } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_STATEMENT } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_INVOICE, .record_id = "inv-4" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", TOM, { .kind = FOYER_PAGE_QUOTE, .record_id = "qt-1" } }, FOYER_PAGE_NOT_FOUND, 404 },
    { { "a", "cl-1", "pp-2", NULL, { .kind = FOYER_PAGE_BOOKING, .record_id = "bk-1" } },
      FOYER_PAGE_NOT_FOUND,
      404 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME } }, FOYER_PAGE_BOOK_SERVICE, 200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-5" } }, FOYER_PAGE_BOOK_SERVICE, 200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-1", .property_id = "pr-5" } },
      FOYER_PAGE_BOOK_PROPERTY,
      200 },
    { { "a", MARIA, { .kind = FOYER_PAGE_BOOK_TIME, .service_id = "sv-1", .property_id = "none" } },
      FOYER_PAGE_BOOK_PROPERTY,
      200 },
    { { "a",
        MARIA,
        { .kind = FOYER_PAGE_BOOK_CHECK, .service_id = "sv-1", .property_id = "pr-1", .start = 5 } },
      FOYER_PAGE_BOOK_TIME,
      200 },
    { { "a", NOBODY, { .kind = FOYER_PAGE_DEAD_LINK } }, FOYER_PAGE_DEAD_LINK, 404 },
  };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_made (sample, &expected[i].the_case, expected[i].made, expected[i].status);

  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", "{\"booking.mode\": \"off\"}");
  assert_made (sample, &(FoyerPortalCase){ "a", MARIA, { .kind = FOYER_PAGE_BOOK_SERVICE } },
               FOYER_PAGE_NOT_FOUND, 404);

  /* While the portal is off every address says so (X7). */
  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1", "{\"portal.enabled\": false}");
  assert_made (sample, &(FoyerPortalCase){ "a", MARIA, { .kind = FOYER_PAGE_HOME } }, FOYER_PAGE_UNAVAILABLE,
               403);
  assert_made (sample, &(FoyerPortalCase){ "a", NOBODY, { .kind = FOYER_PAGE_SIGN_IN } },
               FOYER_PAGE_UNAVAILABLE, 403);
}

/* The answer must not tell whether an address is known (000-17). */
static void
test_neutral (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerPortalPage) page
      = foyer_portal_case_page (sample, &(FoyerPortalCase){ "a", NOBODY, { .kind = FOYER_PAGE_CHECK_MAIL } },
                                NULL);
  g_autoptr (GBytes) filled
      = foyer_portal_page_fill (page, FOYER_SLOT_ADDRESS, "<i>maria@hillsidedental.example");

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (filled, NULL), (gssize) g_bytes_get_size (filled),
                                  "If <b>&lt;i&gt;maria@hillsidedental.example</b> is on file"));
}

static FoyerRandom *hostile_random;

/* Puts markup, quotes and odd bytes into every free text of a record. */
static void
make_hostile (const FoyerRecordType *type, JsonObject *json)
{
  static const char *const pieces[] = {
    "<script>", "</title>",  "</textarea>", "\"",     "'", "&",    ">", "-->",
    "{name}",   "{service}", "javascript:", "\u202e", "ü", "日本", " ",
  };

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    GString *text;

    /* Hashes, which nobody types, have a length. */
    if (field->kind != FOYER_KIND_TEXT || field->minimum > 1
        || (field->pattern != FOYER_PATTERN_ANY && field->pattern != FOYER_PATTERN_LINE)
        || !json_object_has_member (json, field->name))
      continue;
    text = g_string_new ("x");
    for (guint k = 0; k < 5; k++)
      g_string_append (text, pieces[foyer_random_below (hostile_random, G_N_ELEMENTS (pieces))]);
    if (g_utf8_strlen (text->str, -1) > field->maximum)
      g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (text->str, field->maximum) - text->str));
    json_object_set_string_member (json, field->name, text->str);
    g_string_free (text, TRUE);
  }
}

static void
test_hostile (void)
{
  guint rounds = g_test_slow () ? 40 : 2;

  hostile_random = foyer_random_new_seeded (7);
  for (guint round = 0; round < rounds; round++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (make_hostile);

    for (guint i = 0; i < foyer_n_portal_cases; i++) {
      g_autoptr (FoyerPortalPage) page = foyer_portal_case_page (sample, &foyer_portal_cases[i], NULL);
      g_autofree char *html = foyer_portal_case_text (page);

      assert_sound (html);
      assert_addresses (html, "href");
    }
  }
  g_clear_object (&hostile_random);
}

static void
test_static (void)
{
  const FoyerPalette green = { 0x1e7d4f, 0x1e7d4f };
  g_autofree char *style = foyer_portal_static_path (FOYER_STATIC_STYLE, green);
  g_autofree char *brand = foyer_portal_static_path (FOYER_STATIC_BRAND, green);
  const char *type = NULL;
  g_autoptr (GBytes) bytes = foyer_portal_static_find (style, green, &type);
  g_autoptr (GBytes) other = foyer_portal_static_find (brand, (FoyerPalette){ 0x1e7d50, 0x1e7d50 }, &type);
  g_autoptr (GBytes) accented = foyer_portal_static_find (brand, (FoyerPalette){ 0x1e7d4f, 0xb4471f }, &type);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 20000);
  g_assert_cmpstr (type, ==, "text/css; charset=utf-8");
  g_assert_null (other);
  g_assert_null (accented);
  g_assert_null (foyer_portal_static_find ("/static/portal-.css", green, &type));
  g_assert_null (foyer_portal_static_find ("/static/../portal.css", green, &type));
}

/* The second colour is the first one where nobody chose it (001-33). */
static void
test_accent (void)
{
  static const FoyerPortalCase home = { "home", MARIA, { .kind = FOYER_PAGE_HOME } };
  static const FoyerPortalCase accented
      = { "home", MARIA, { .kind = FOYER_PAGE_HOME }, .settings = "{\"brand.accent\": \"#1E5C8A\"}" };
  const FoyerPalette palettes[] = { { 0xd9572b, 0xd9572b }, { 0xd9572b, 0x1e5c8a } };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
    g_autoptr (FoyerPortalPage) page = foyer_portal_case_page (sample, i == 0 ? &home : &accented, NULL);
    g_autofree char *html = foyer_portal_case_text (page);
    g_autofree char *sheet = foyer_portal_static_path (FOYER_STATIC_BRAND, palettes[i]);
    g_autofree char *mark = foyer_portal_static_path (FOYER_STATIC_MARK, palettes[0]);

    g_assert_nonnull (strstr (html, sheet));
    g_assert_nonnull (strstr (html, mark));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < foyer_n_portal_cases; i++) {
    g_autofree char *path = g_strconcat ("/portal/pages/golden/", foyer_portal_cases[i].name, NULL);

    g_test_add_data_func (path, &foyer_portal_cases[i], test_golden);
  }
  g_test_add_func ("/portal/pages/sound-and-without-dead-links", test_sound);
  g_test_add_func ("/portal/pages/nothing-of-others-or-of-staff", test_no_leak);
  g_test_add_func ("/portal/pages/what-is-not-allowed-becomes-another-page", test_made);
  g_test_add_func ("/portal/pages/neutral-answer", test_neutral);
  g_test_add_func ("/portal/pages/hostile-records", test_hostile);
  g_test_add_func ("/portal/pages/static-files", test_static);
  g_test_add_func ("/portal/pages/accent", test_accent);

  return g_test_run ();
}
