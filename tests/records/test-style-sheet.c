/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-style-sheet.c - a business's own style sheet: what may stand in it, and what is served */

#include "foyer-style-sheet.h"

#include <string.h>

static void
assert_written (const char *text, const char *right)
{
  g_autofree char *problem = foyer_style_sheet_check (text);
  g_autofree char *written = foyer_style_sheet_write (text);
  g_autofree char *again = written == NULL ? NULL : foyer_style_sheet_check (written);

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpstr (written, ==, right);
  g_assert_cmpstr (again, ==, NULL);
}

static void
assert_refused (const char *text, const char *why)
{
  g_autofree char *problem = foyer_style_sheet_check (text);
  g_autofree char *written = foyer_style_sheet_write (text);

  g_assert_cmpstr (problem, ==, why);
  g_assert_null (written);
}

static void
test_rules_hold_below_the_theme (void)
{
  assert_written (NULL, "");
  assert_written (" /* nothing */\n", "");
  assert_written ("p { color: red }", ".fy-theme p{color:red;}\n");
  assert_written ("h1, .a > b{color:#fff;;margin:-1px 0 .5em}",
                  ".fy-theme h1,.fy-theme .a > b{color:#fff;margin:-1px 0 .5em;}\n");
  assert_written ("a:hover::before{content:'x'}", ".fy-theme a:hover::before{content:'x';}\n");
  assert_written ("li:not(.a, #b):nth-child(2n+1){order:1}",
                  ".fy-theme li:not(.a, #b):nth-child(2n+1){order:1;}\n");
}

static void
test_the_page_itself_is_the_theme (void)
{
  assert_written ("body{color:red}", ".fy-theme{color:red;}\n");
  assert_written (":root { --fy-brand: #123456 }", ".fy-theme{--fy-brand:#123456;}\n");
  assert_written ("html body p{color:red}", ".fy-theme p{color:red;}\n");
  assert_written ("bodyguard{color:red}", ".fy-theme bodyguard{color:red;}\n");
}

static void
test_values_are_written_anew (void)
{
  assert_written ("p{COLOR:RGB( 1 , 2,3 )/**/!important}", ".fy-theme p{color:rgb( 1 , 2,3 ) !important;}\n");
  assert_written ("p{width:calc(100% - (2 * var(--a)))}",
                  ".fy-theme p{width:calc(100% - (2 * var(--a)));}\n");
}

static void
test_media_stands_around_rules (void)
{
  assert_written ("@media (min-width: 600px) { p { color: red } }",
                  "@media (min-width:600px){\n.fy-theme p{color:red;}\n}\n");
  assert_written ("@media (prefers-color-scheme: dark){}",
                  "@media screen and (prefers-color-scheme:dark){\n}\n");
  assert_refused ("@media print{\n@media screen{}}", "Line 2: @-rules do not stand in each other");
  assert_refused ("@media {}", "Line 1: @media has no condition");
}

static void
test_nothing_is_fetched (void)
{
  assert_refused ("\n\n@import 'a.css';", "Line 3: @import is not allowed");
  assert_refused ("@IMPORT 'a.css';", "Line 1: @import is not allowed");
  assert_refused ("@font-face{font-family:a}", "Line 1: @font-face is not allowed");
  assert_refused ("@charset 'x';", "Line 1: @charset is not allowed");
  assert_refused ("p{\nbackground:url(a.png)}", "Line 2: url() is not allowed");
  assert_refused ("p{background:URL(\"a.png\")}", "Line 1: url() is not allowed");
  assert_refused ("p{--a:url(a)}", "Line 1: url() is not allowed");
  assert_refused ("p{background:image-set('a' 1x)}", "Line 1: image-set() is not allowed");
  assert_refused ("input[value^=a]{color:red}", "Line 1: selectors of attributes are not allowed");
}

static void
test_nothing_is_run (void)
{
  assert_refused ("p{width:expression(alert(1))}", "Line 1: expression() is not allowed");
  assert_refused ("p{behavior:none}", "Line 1: behavior is not allowed");
  assert_refused ("p{-moz-binding:none}", "Line 1: -moz-binding is not allowed");
}

static void
test_escapes_hide_nothing (void)
{
  assert_refused ("p{background:\\75rl(a)}", "Line 1: a backslash is not allowed");
  assert_refused ("p{background:u\\72l(a)}", "Line 1: a backslash is not allowed");
  assert_refused ("@\\69mport 'a'", "Line 1: a backslash is not allowed");
  assert_refused ("p{content:'\\''}", "Line 1: a backslash is not allowed");
  assert_refused ("p{c/**/olor:red}", "Line 1: a colon is missing behind c");
}

static void
test_no_markup_gets_out (void)
{
  assert_refused ("p{color:red}</style><script>", "Line 1: < is not allowed");
  assert_refused ("p{content:'</style>'}", "Line 1: < is not allowed");
  assert_refused ("<!-- p{}", "Line 1: < is not allowed");
  assert_written ("/* </style> */p{}", ".fy-theme p{}\n");
}

static void
test_nothing_lies_over_the_page (void)
{
  assert_refused ("p{position:fixed}", "Line 1: position may be static or relative only");
  assert_refused ("p{position:absolute!important}", "Line 1: position may be static or relative only");
  assert_refused ("p{position:var(--a)}", "Line 1: position may be static or relative only");
  assert_refused ("p{z-index:9}", "Line 1: z-index is not allowed");
  assert_written ("p{position:relative}", ".fy-theme p{position:relative;}\n");
}

static void
test_what_is_open_is_refused (void)
{
  assert_refused ("p{color:red", "Line 1: the style sheet ends too early");
  assert_refused ("p{color:red;", "Line 1: a rule is not closed");
  assert_refused ("@media print{p{}", "Line 1: @media is not closed");
  assert_refused ("\n/* \n\n", "Line 2: this comment is not closed");
  assert_refused ("p{content:'a\n'}", "Line 1: this text in quotes is not closed");
  assert_refused ("p{width:calc(1px}", "Line 1: } is not allowed here");
  assert_refused ("p{}}", "Line 1: } is not allowed here");
  assert_refused ("p", "Line 1: the style sheet ends too early");
  assert_refused ("p{}\r\n{}", "Line 2: a selector is missing");
  assert_refused ("p{color:}", "Line 1: color has no value");
  assert_refused ("p{a{}}", "Line 1: a colon is missing behind a");
}

static void
test_what_is_too_much_is_refused (void)
{
  g_autofree char *long_text = g_strnfill (2 * 1024 * 1024, ' ');
  g_autoptr (GString) rules = g_string_new (NULL);
  g_autoptr (GString) selectors = g_string_new ("a");

  assert_refused (long_text, "at most 64 KiB");
  long_text[FOYER_STYLE_SHEET_LARGEST] = '\0';
  assert_written (long_text, "");
  for (guint i = 0; i < 501; i++)
    g_string_append (rules, "a{}\n");
  assert_refused (rules->str, "Line 501: there are more than 500 rules");
  for (guint i = 0; i < 2000; i++)
    g_string_append (selectors, ",a");
  assert_refused (selectors->str, "Line 1: there are more than 2000 selectors");
  assert_refused ("p{width:calc(((((((((1)))))))))}", "Line 1: more than 8 brackets stand in each other");
  assert_refused ("\np{\001}", "Line 2: a control character is not allowed");
  assert_refused ("p{\xff}", "a text in UTF-8");
}

static void
test_the_line_is_found_in_the_sentence (void)
{
  g_assert_cmpuint (foyer_style_sheet_line ("Line 12: @import is not allowed"), ==, 12);
  g_assert_cmpuint (foyer_style_sheet_line ("at most 64 KiB"), ==, 0);
  g_assert_cmpuint (foyer_style_sheet_line (NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style-sheet/rules-hold-below-the-theme", test_rules_hold_below_the_theme);
  g_test_add_func ("/style-sheet/the-page-itself-is-the-theme", test_the_page_itself_is_the_theme);
  g_test_add_func ("/style-sheet/values-are-written-anew", test_values_are_written_anew);
  g_test_add_func ("/style-sheet/media-stands-around-rules", test_media_stands_around_rules);
  g_test_add_func ("/style-sheet/nothing-is-fetched", test_nothing_is_fetched);
  g_test_add_func ("/style-sheet/nothing-is-run", test_nothing_is_run);
  g_test_add_func ("/style-sheet/escapes-hide-nothing", test_escapes_hide_nothing);
  g_test_add_func ("/style-sheet/no-markup-gets-out", test_no_markup_gets_out);
  g_test_add_func ("/style-sheet/nothing-lies-over-the-page", test_nothing_lies_over_the_page);
  g_test_add_func ("/style-sheet/what-is-open-is-refused", test_what_is_open_is_refused);
  g_test_add_func ("/style-sheet/what-is-too-much-is-refused", test_what_is_too_much_is_refused);
  g_test_add_func ("/style-sheet/the-line-is-found-in-the-sentence", test_the_line_is_found_in_the_sentence);
  return g_test_run ();
}
