/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-page-outline.c - everything that stands on a page is in its outline */

#include "foyer-golden.h"
#include "foyer-page-outline.h"

#include <string.h>

static GPtrArray *
outline_of (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  return foyer_page_outline (bytes);
}

static char *
describe (GPtrArray *entries)
{
  static const char *const kinds[] = { "heading", "link", "button", "text" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++) {
    const FoyerOutlineEntry *entry = entries->pdata[i];

    g_string_append (out, kinds[entry->kind]);
    if (entry->level > 0)
      g_string_append_printf (out, " %u", entry->level);
    g_string_append_printf (out, ": %s", entry->text);
    if (entry->address != NULL)
      g_string_append_printf (out, " -> %s", entry->address);
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

static void
test_kinds (void)
{
  g_autoptr (GPtrArray) entries = outline_of (
      "<!DOCTYPE html>\n<html><head><title>No</title></head><body><a class=\"fy-skip\" href=\"#main\">No</a>"
      "<nav aria-label=\"Menu\"><a href=\"/\">Home</a></nav><nav><a href=\"/\">Home</a></nav>"
      "<h1>Hello, <bdi>Maria</bdi></h1><p>Tom &amp; Co, <b>soon</b>.<br>Then more</p>"
      "<form method=\"post\" action=\"/pay?a=1&amp;b=2\"><label>How "
      "much</label><select><option>No</option></select>"
      "<button type=\"submit\"><svg viewBox=\"0\"><path d=\"M\"/></svg>Pay</button></form>"
      "<p><bdi>\xd7\x90</bdi>, <bdi>\xd7\x91</bdi> \xc2\xb7 <bdi>\xd7\x92</bdi></p>"
      "<a href=\"/visits/V1\"><span>Nov<b>24</b></span><span>Check</span></a>"
      "<span aria-hidden=\"true\">No<b>No</b></span>End</body></html>");
  g_autofree char *text = describe (entries);

  g_assert_cmpstr (text, ==,
                   "heading 1: Hello, Maria\n"
                   "text: Tom & Co, soon. Then more\n"
                   "text: How much\n"
                   "button: Pay -> /pay?a=1&b=2\n"
                   "text: \xd7\x90, \xd7\x91 \xc2\xb7 \xd7\x92\n"
                   "link: Nov 24 Check -> /visits/V1\n"
                   "text: End\n"
                   "link: Home -> /\n");
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) none = outline_of ("");
  g_autoptr (GPtrArray) broken = outline_of ("<h1>Half <b");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (broken->len, ==, 1);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All golden pages in one file: what changes in a page is seen in its outline. */
static void
test_all_pages (void)
{
  g_autoptr (GDir) directory = g_dir_open (FOYER_TEST_DATA "/pages", 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *name;

  /* Other names make no other outline. */
  while ((name = g_dir_read_name (directory)) != NULL) {
    if (!g_str_has_suffix (name, "-long-names.html") && !g_str_has_suffix (name, "-both-ways.html"))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *file = g_build_filename (FOYER_TEST_DATA, "pages", names->pdata[i], NULL);
    g_autofree char *html = NULL;
    g_autofree char *text = NULL;
    g_autoptr (GPtrArray) entries = NULL;

    g_assert_true (g_file_get_contents (file, &html, NULL, NULL));
    entries = outline_of (html);
    text = describe (entries);
    g_string_append_printf (all, "=== %s\n%s", (const char *) names->pdata[i], text);
  }
  foyer_assert_golden ("outlines.txt", all->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-outline/kinds", test_kinds);
  g_test_add_func ("/page-outline/nothing", test_nothing);
  g_test_add_func ("/page-outline/all-pages", test_all_pages);

  return g_test_run ();
}
