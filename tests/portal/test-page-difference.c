/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-page-difference.c - what two pages differ in is found, named and marked */

#include "foyer-page-difference.h"

#include <string.h>

static GBytes *
make (const char *html)
{
  return g_bytes_new_static (html, strlen (html));
}

static GPtrArray *
compare (const char *one, const char *other)
{
  g_autoptr (GBytes) here = make (one);
  g_autoptr (GBytes) there = make (other);

  return foyer_page_differences (here, there);
}

static void
assert_difference (GPtrArray *found,
                   guint index,
                   FoyerDifferenceKind kind,
                   const char *part,
                   const char *one,
                   const char *other)
{
  const FoyerPageDifference *difference;

  g_assert_cmpuint (index, <, found->len);
  difference = found->pdata[index];
  g_assert_cmpint (difference->kind, ==, kind);
  g_assert_cmpstr (difference->part, ==, part);
  g_assert_cmpstr (difference->one, ==, one);
  g_assert_cmpstr (difference->other, ==, other);
}

#define HEAD "<!DOCTYPE html><html><head><title>T</title></head><body><main><h1>Visits</h1>"
#define TAIL "</main></body></html>"

static void
test_same (void)
{
  g_autoptr (GPtrArray) found = compare (HEAD "<p>One</p>" TAIL, HEAD "<p>One</p>" TAIL);

  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_kinds (void)
{
  g_autoptr (GPtrArray) found
      = compare (HEAD "<p>One</p><p>Two</p><h2>Past</h2><a href=\"/a\">Go</a><p>Last</p>" TAIL,
                 HEAD "<p>One</p><h2>Past</h2><a href=\"/b\">Go</a><p>Last</p><p>More</p>" TAIL);

  g_assert_cmpuint (found->len, ==, 3);
  assert_difference (found, 0, FOYER_DIFFERENCE_ONLY_ONE, "Visits", "Two", NULL);
  assert_difference (found, 1, FOYER_DIFFERENCE_CHANGED, "Past", "Go", "Go");
  assert_difference (found, 2, FOYER_DIFFERENCE_ONLY_OTHER, "Past", NULL, "More");
}

static void
test_changed_words (void)
{
  g_autoptr (GPtrArray) found
      = compare (HEAD "<p>9:00</p><p>Ana</p>" TAIL, HEAD "<p>10:00</p><p>Ana</p>" TAIL);

  g_assert_cmpuint (found->len, ==, 1);
  assert_difference (found, 0, FOYER_DIFFERENCE_CHANGED, "Visits", "9:00", "10:00");
}

static void
test_drawn_otherwise (void)
{
  g_autoptr (GPtrArray) found = compare (HEAD "<p class=\"a\">One</p>" TAIL, HEAD "<p>One</p>" TAIL);

  g_assert_cmpuint (found->len, ==, 1);
  assert_difference (found, 0, FOYER_DIFFERENCE_DRAWN, NULL, "<p class=\"a\">", "<p>");
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) found = compare ("", HEAD TAIL);
  g_autoptr (GPtrArray) back = compare (HEAD TAIL, "");
  g_autoptr (GPtrArray) none = compare ("", "");

  g_assert_cmpuint (found->len, ==, 1);
  assert_difference (found, 0, FOYER_DIFFERENCE_ONLY_OTHER, NULL, NULL, "Visits");
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
assert_marked (const char *one, const char *other, gboolean is_one, const char *marked)
{
  g_autoptr (GBytes) here = make (one);
  g_autoptr (GBytes) there = make (other);
  g_autoptr (GPtrArray) found = foyer_page_differences (here, there);
  g_autoptr (GBytes) bytes = foyer_page_mark (is_one ? here : there, found, is_one);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, marked);
}

static void
test_marks (void)
{
  static const char one[] = HEAD "<p>One</p><p class=\"dim\">Two</p><p>Same</p>" TAIL;
  static const char other[] = HEAD "<p>Uno</p><p>Same</p><a href=\"/x\"><span>New</span></a>" TAIL;

  assert_marked (one, other, TRUE,
                 HEAD
                 "<p class=\"foyer-differs\">One</p><p class=\"foyer-differs dim\">Two</p><p>Same</p>" TAIL);
  assert_marked (one, other, FALSE,
                 HEAD "<p class=\"foyer-differs\">Uno</p><p>Same</p><a class=\"foyer-differs\" "
                      "href=\"/x\"><span>New</span></a>" TAIL);
  assert_marked (one, one, TRUE, one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-difference/same", test_same);
  g_test_add_func ("/page-difference/kinds", test_kinds);
  g_test_add_func ("/page-difference/changed-words", test_changed_words);
  g_test_add_func ("/page-difference/drawn-otherwise", test_drawn_otherwise);
  g_test_add_func ("/page-difference/nothing", test_nothing);
  g_test_add_func ("/page-difference/marks", test_marks);
  return g_test_run ();
}
