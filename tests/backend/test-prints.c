/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-prints.c - PDFs: every word on them, nothing else, the same bytes for the same paper, and only for those who may see it */

#include "test-site-browser.h"

#include "prints/foyer-print-pdf.h"
#include "sample/foyer-sample-logo.h"

#include <glib/gstdio.h>
#include <string.h>

#define ID(prefix) prefix "-00000000-0000-7000-8000-000000000001"
#define ARABIC "شركة النور للتكييف"
#define HEBREW "דנטל הילסייד בע״מ"

static FoyerPrint *
make_print (void)
{
  FoyerPrint *print = foyer_print_new ();

  print->language = g_strdup ("en-US");
  print->file_name = g_strdup ("Invoice 1.pdf");
  print->title = g_strdup ("Invoice 1");
  print->subject = g_strdup ("Tune-up");
  print->sender = g_strdup ("Northwind Heating & Air");
  print->page_template = g_strdup ("Page {page} of {count}");
  print->made_at = TEST_SERVER_NOW;
  g_ptr_array_add (print->sender_lines, g_strdup ("418 Harbor Street, Portland"));
  return print;
}

static FoyerPrintBlock *
add_items (FoyerPrint *print)
{
  FoyerPrintBlock *table = foyer_print_add_table (print);

  foyer_print_table_add_column (table, "Item", FALSE);
  foyer_print_table_add_column (table, "Quantity", TRUE);
  foyer_print_table_add_column (table, "Price", TRUE);
  foyer_print_table_add_column (table, "Amount", TRUE);
  return table;
}

static void
add_item (FoyerPrintBlock *table, const char *name, const char *detail)
{
  FoyerPrintRow *row = foyer_print_table_add_row (table, FOYER_PRINT_ROW_ITEM);

  row->cells[0] = g_strdup (name);
  row->cells[1] = g_strdup ("2");
  row->cells[2] = g_strdup ("$115.00");
  row->cells[3] = g_strdup ("$230.00");
  row->detail = g_strdup (detail);
}

/* What one of poppler's programs says of the file. */
static char *
read_with (const char *program, const char *option, GBytes *pdf)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("foyer-print-XXXXXX.pdf", &path, &error);
  g_autofree char *found = NULL;
  char *argv[] = { (char *) program, (char *) option, NULL, "-", NULL };
  int status;

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  argv[2] = path;
  if (strcmp (program, "pdftotext") != 0)
    argv[3] = NULL;
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &found, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_remove (path);
  return g_steal_pointer (&found);
}

static char *
text_of (GBytes *pdf)
{
  return read_with ("pdftotext", "-layout", pdf);
}

static GBytes *
draw (FoyerPrint *print, GBytes *logo)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = foyer_print_pdf (print, logo, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  return pdf;
}

static guint
count_text (const char *haystack, const char *needle)
{
  guint n = 0;

  for (const char *at = strstr (haystack, needle); at != NULL; at = strstr (at + 1, needle))
    n += 1;
  return n;
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) logo = foyer_sample_logo (FOYER_BRAND_LIGHT);
  g_autoptr (FoyerPrint) print = make_print ();
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  add_item (add_items (print), "Furnace tune-up", ARABIC);
  one = draw (print, logo);
  other = draw (print, logo);
  g_assert_true (g_bytes_equal (one, other));
}

static void
test_words (void)
{
  g_autoptr (FoyerPrint) print = make_print ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *facts = NULL;

  print->size = FOYER_PRINT_LETTER;
  add_item (add_items (print), "Furnace tune-up", "Units A and B");
  foyer_print_add (print, FOYER_PRINT_FIGURE, "Amount due", "$230.00", "Due Nov 26");
  foyer_print_add (print, FOYER_PRINT_FACT, "Billed to", "Hillside Dental", NULL);
  foyer_print_add (print, FOYER_PRINT_SMALL, NULL, "Payable within 14 days.", NULL);
  pdf = draw (print, NULL);
  text = text_of (pdf);
  facts = read_with ("pdfinfo", "-isodates", pdf);
  g_assert_nonnull (strstr (text, "Northwind Heating & Air"));
  g_assert_nonnull (strstr (text, "418 Harbor Street, Portland"));
  g_assert_nonnull (strstr (text, "Furnace tune-up"));
  g_assert_nonnull (strstr (text, "Units A and B"));
  g_assert_nonnull (strstr (text, "$230.00"));
  g_assert_nonnull (strstr (text, "Hillside Dental"));
  g_assert_nonnull (strstr (text, "Payable within 14 days."));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
  g_assert_nonnull (strstr (facts, "Invoice 1"));
  g_assert_nonnull (strstr (facts, "2026-11-23T09:00:00Z"));
  g_assert_nonnull (strstr (facts, "612 x 792 pts (letter)"));
}

/* I01, I11: whatever somebody typed is set as it was typed. */
static void
test_no_markup (void)
{
  static const char *const typed[] = {
    "<span foreground=\"red\">red</span>",
    "&amp; &lt;b&gt;",
    "<img src=file:///etc/passwd>",
    "<b>unclosed",
  };
  g_autoptr (FoyerPrint) print = make_print ();
  FoyerPrintBlock *table = add_items (print);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    add_item (table, typed[i], typed[i]);
    foyer_print_add (print, FOYER_PRINT_PARAGRAPH, NULL, typed[i], NULL);
  }
  pdf = draw (print, NULL);
  text = text_of (pdf);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_cmpuint (count_text (text, typed[i]), >=, 1);
  g_assert_null (strstr (text, "root:"));
}

static void
test_many_pages (void)
{
  g_autoptr (FoyerPrint) print = make_print ();
  FoyerPrintBlock *table = add_items (print);
  g_autoptr (GString) longest = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  guint n_pages;

  for (guint i = 0; i < 200; i++) {
    g_autofree char *name = g_strdup_printf ("Item number %03u", i);

    add_item (table, name, NULL);
  }
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (longest, "word%04u ", i);
  add_item (table, "Long", longest->str);
  pdf = draw (print, NULL);
  text = text_of (pdf);
  for (guint i = 0; i < 200; i++) {
    g_autofree char *name = g_strdup_printf ("Item number %03u", i);

    g_assert_cmpuint (count_text (text, name), ==, 1);
  }
  g_assert_nonnull (strstr (text, "word0000"));
  g_assert_nonnull (strstr (text, "word1999"));

  n_pages = count_text (text, "\f");
  last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  g_assert_cmpuint (n_pages, >, 5);
  g_assert_nonnull (strstr (text, last));
  /* Every page on which an item begins has the head of the table. */
  g_assert_cmpuint (count_text (text, "Quantity"), >, 4);
}

/* Long names are wrapped, also where there is no space; figures are never cut. */
static void
test_wide (void)
{
  g_autoptr (FoyerPrint) print = make_print ();
  FoyerPrintBlock *table = add_items (print);
  FoyerPrintRow *row = foyer_print_table_add_row (table, FOYER_PRINT_ROW_TOTAL);
  g_autofree char *name = g_strnfill (200, 'W');
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  g_free (print->sender);
  print->sender = g_strnfill (120, 'M');
  add_item (table, name, NULL);
  row->cells[0] = g_strdup ("Total");
  row->cells[3] = g_strdup ("$90,071,992,547,409.91");
  pdf = draw (print, NULL);
  text = text_of (pdf);
  g_assert_nonnull (strstr (text, "$90,071,992,547,409.91"));
  g_assert_cmpuint (count_text (text, "W"), ==, 200);
}

/* A name that is read from right to left is set so, and its letters can be found again. */
static void
test_right_to_left (void)
{
  static const char *const names[] = { ARABIC, HEBREW };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (FoyerPrint) print = make_print ();
    g_autoptr (GBytes) pdf = NULL;
    g_autofree char *text = NULL;
    g_auto (GStrv) words = g_strsplit (names[i], " ", -1);

    foyer_print_add (print, FOYER_PRINT_FACT, "Billed to", names[i], NULL);
    add_item (add_items (print), names[i], NULL);
    pdf = draw (print, NULL);
    text = text_of (pdf);
    for (guint k = 0; words[k] != NULL; k++)
      g_assert_nonnull (strstr (text, words[k]));
  }
}

static void
test_logo (void)
{
  g_autoptr (GBytes) logo = foyer_sample_logo (FOYER_BRAND_LIGHT);
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (logo, 0, g_bytes_get_size (logo) / 2);
  g_autoptr (GBytes) markup = g_bytes_new_static ("<svg/>", 6);
  g_autoptr (FoyerPrint) print = make_print ();
  g_autoptr (GBytes) with = draw (print, logo);
  g_autoptr (GBytes) without = draw (print, NULL);
  g_autoptr (GBytes) with_broken = draw (print, broken);
  g_autoptr (GBytes) with_markup = draw (print, markup);
  g_autofree char *images = read_with ("pdfimages", "-list", with);
  g_autofree char *none = read_with ("pdfimages", "-list", without);

  g_assert_nonnull (strstr (images, "image"));
  g_assert_null (strstr (none, " image "));
  g_assert_true (g_bytes_equal (without, with_broken));
  g_assert_true (g_bytes_equal (without, with_markup));
}

typedef struct {
  FoyerTestServer *server;
  TestBrowser *ellen;
  TestBrowser *other;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->ellen = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  self->other = test_browser_new_signed_in (self->server, "northwind", "pl-2", "cl-2", NULL);
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Tune-up', 'status': 'issued', 'number': "
      "'7/1', 'total': {'amount': 123456, 'currency': 'USD'}, 'balance': {'amount': 123456, "
      "'currency': 'USD'}, 'lines': [{'name': '<b>Tune</b>'}]},"
      " {'id': 'inv-2', 'clientId': 'cl-1', 'title': 'Draft', 'status': 'draft'},"
      " {'id': 'qt-1', 'clientId': 'cl-1', 'title': 'New unit', 'status': 'sent',"
      "  'sentAt': '2026-11-02 09:00'}]");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  test_browser_free (self->ellen);
  test_browser_free (self->other);
  foyer_test_server_free (self->server);
}

static void
test_served (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) invoice = test_browser_get (self->ellen, "/invoices/" ID ("inv") "/pdf");
  g_autoptr (FoyerHttpResponse) quote = test_browser_get (self->ellen, "/quotes/" ID ("qt") "/pdf");
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->ellen, "/invoices/" ID ("inv"));
  g_autoptr (FoyerHttpResponse) foreign = test_browser_get (self->other, "/invoices/" ID ("inv") "/pdf");
  g_autoptr (FoyerHttpResponse) draft
      = test_browser_get (self->ellen, "/invoices/inv-00000000-0000-7000-8000-000000000002/pdf");
  g_autoptr (FoyerHttpResponse) crossed = test_browser_get (self->ellen, "/quotes/" ID ("inv") "/pdf");
  g_autofree char *text = NULL;

  test_assert_status (invoice, 200);
  g_assert_cmpstr (foyer_http_response_header (invoice, "content-type"), ==, "application/pdf");
  g_assert_cmpstr (foyer_http_response_header (invoice, "content-disposition"), ==,
                   "attachment; filename*=UTF-8''Invoice%207-1.pdf");
  text = text_of (invoice->body);
  g_assert_nonnull (strstr (text, "Invoice 7/1"));
  g_assert_nonnull (strstr (text, "$1,234.56"));
  g_assert_nonnull (strstr (text, "<b>Tune</b>"));
  test_assert_status (quote, 200);
  g_assert_nonnull (strstr (test_body (page), "/invoices/" ID ("inv") "/pdf"));

  test_assert_status (foreign, 404);
  test_assert_status (draft, 404);
  test_assert_status (crossed, 404);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prints/same-paper-same-bytes", test_same_bytes);
  g_test_add_func ("/prints/every-word-is-there", test_words);
  g_test_add_func ("/prints/I01-I11-I13-nothing-typed-becomes-markup", test_no_markup);
  g_test_add_func ("/prints/as-many-pages-as-needed", test_many_pages);
  g_test_add_func ("/prints/long-names-and-huge-sums", test_wide);
  g_test_add_func ("/prints/right-to-left", test_right_to_left);
  g_test_add_func ("/prints/logo-or-name", test_logo);
  g_test_add ("/prints/served-to-those-who-see-the-page", Fixture, NULL, set_up, test_served, tear_down);
  return g_test_run ();
}
