/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-prints.c - a paper says what its page says, in the organisation's language and letterhead */

#include "foyer-portal-prints.h"

#include "foyer-golden.h"
#include "foyer-json.h"
#include "foyer-portal-pages.h"
#include "foyer-portal-sample.h"
#include "foyer-portal-view.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

#include <string.h>

typedef struct {
  const char *name;
  FoyerPageKind page;
  FoyerPrintKind kind;
  const char *record_id;
} Case;

static const Case cases[] = {
  { "invoice", FOYER_PAGE_INVOICE, FOYER_PRINT_INVOICE, "inv-1" },
  { "invoice-part-paid", FOYER_PAGE_INVOICE, FOYER_PRINT_INVOICE, "inv-2" },
  { "invoice-paid", FOYER_PAGE_INVOICE, FOYER_PRINT_INVOICE, "inv-4" },
  { "invoice-for-others", FOYER_PAGE_INVOICE, FOYER_PRINT_INVOICE, "inv-7" },
  { "quote", FOYER_PAGE_QUOTE, FOYER_PRINT_QUOTE, "qt-1" },
  { "quote-approved", FOYER_PAGE_QUOTE, FOYER_PRINT_QUOTE, "qt-2" },
  { "document", FOYER_PAGE_DOCUMENT, FOYER_PRINT_DOCUMENT, "dc-3" },
  { "statement", FOYER_PAGE_STATEMENT, FOYER_PRINT_STATEMENT, NULL },
};

static FoyerPrint *
make_print (FoyerPortalSample *sample, const Case *the_case, const char *person_id, const char *language)
{
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", person_id, NULL, language);
  FoyerPortalViewer viewer = { .client_id = "cl-1",
                               .person_id = person_id,
                               .scopes = FOYER_ALL_SCOPES,
                               .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (GError) error = NULL;

  if (the_case->record_id != NULL)
    foyer_portal_view_add_record (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                  foyer_page_record_type (the_case->page), the_case->record_id, SAMPLE_NOW,
                                  &error);
  else
    foyer_portal_view_add_statement (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                     SAMPLE_NOW, &error);
  g_assert_no_error (error);
  return foyer_portal_print (view, the_case->kind, the_case->record_id);
}

static void
assert_print (FoyerPortalSample *sample, const Case *the_case, const char *name)
{
  g_autoptr (FoyerPrint) print = make_print (sample, the_case, "pp-1", NULL);
  g_autofree char *text = NULL;
  g_autofree char *file = g_strdup_printf ("prints/%s.txt", name);

  g_assert_nonnull (print);
  text = foyer_print_to_text (print);
  foyer_assert_golden (file, text);
}

static void
test_golden (gconstpointer data)
{
  const Case *the_case = data;
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  assert_print (sample, the_case, the_case->name);
}

/* The office's paper is the same for everybody, whatever language their pages have. */
static void
test_language (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autoptr (FoyerPrint) english = make_print (sample, &cases[0], "pp-1", NULL);
  g_autoptr (FoyerPrint) still_english = make_print (sample, &cases[0], "pp-1", "de");
  g_autofree char *one = foyer_print_to_text (english);
  g_autofree char *other = foyer_print_to_text (still_english);

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpint ((int) english->size, ==, FOYER_PRINT_LETTER);

  foyer_portal_sample_change (sample, &foyer_organisation_type, "org-1",
                              "{\"language\": \"de\", \"country\": \"DE\", \"street\": \"Hafenstraße 4\","
                              " \"postcode\": \"20457\", \"city\": \"Hamburg\"}");
  foyer_portal_sample_change (sample, &foyer_portal_settings_type, "ps-1",
                              "{\"brand.pdf_terms\": \"Zahlbar ohne Abzug.\"}");
  assert_print (sample, &cases[1], "invoice-german");
  assert_print (sample, &cases[4], "quote-german");
  assert_print (sample, &cases[6], "document-german");
  assert_print (sample, &cases[7], "statement-german");
}

static void
test_size (void)
{
  static const struct {
    const char *organisation;
    FoyerPrintSize size;
  } sizes[] = {
    { "{\"language\": \"en-US\"}", FOYER_PRINT_LETTER },
    { "{\"language\": \"en-US\", \"country\": \"FR\"}", FOYER_PRINT_A4 },
    { "{\"language\": \"en-GB\", \"country\": \"CA\"}", FOYER_PRINT_LETTER },
    { "{\"language\": \"de\", \"country\": \"\"}", FOYER_PRINT_A4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
    g_autoptr (FoyerPrint) print = NULL;

    foyer_portal_sample_change (sample, &foyer_organisation_type, "org-1", sizes[i].organisation);
    print = make_print (sample, &cases[0], "pp-1", NULL);
    g_assert_cmpint ((int) print->size, ==, (int) sizes[i].size);
  }
}

/* What has no page has no paper. */
static void
test_nothing_hidden (void)
{
  static const char *const hidden[] = { "inv-3", "inv-5", "inv-6", "inv-8", "qt-5", "qt-6", "dc-1",
                                        "dc-2",  "dc-5",  "dc-6",  "dc-7",  "none", NULL };
  static const char *const secrets[] = { "STAFF-ONLY", "OTHER CLIENT", "DRAFT", "Old price", "777" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++) {
    Case invoice = { "a", FOYER_PAGE_INVOICE, FOYER_PRINT_INVOICE, hidden[i] };
    Case quote = { "a", FOYER_PAGE_QUOTE, FOYER_PRINT_QUOTE, hidden[i] };

    Case document = { "a", FOYER_PAGE_DOCUMENT, FOYER_PRINT_DOCUMENT, hidden[i] };

    g_assert_null (make_print (sample, &document, "pp-1", NULL));
    g_assert_null (make_print (sample, &invoice, "pp-1", NULL));
    g_assert_null (make_print (sample, &quote, "pp-1", NULL));
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerPrint) print = make_print (sample, &cases[i], "pp-1", NULL);
    g_autofree char *text = foyer_print_to_text (print);

    /* Tom sees no money. */
    if (cases[i].kind != FOYER_PRINT_DOCUMENT)
      g_assert_null (make_print (sample, &cases[i], "pp-2", NULL));
    for (guint k = 0; k < G_N_ELEMENTS (secrets); k++)
      g_assert_null (strstr (text, secrets[k]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/portal/prints/golden/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_golden);
  }
  g_test_add_func ("/portal/prints/language-of-the-organisation", test_language);
  g_test_add_func ("/portal/prints/size-by-country", test_size);
  g_test_add_func ("/portal/prints/nothing-that-the-page-does-not-show", test_nothing_hidden);
  return g_test_run ();
}
