/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-html.c - pages are well formed and text never becomes markup */

#include "foyer-html.h"

#include "foyer-html-escape.h"
#include "foyer-random.h"
#include "foyer-url.h"

#include <string.h>

static void
assert_page (FoyerHtml *html, const char *expected)
{
  g_autoptr (FoyerPortalPage) page = foyer_html_finish (html);
  gsize size;
  const char *bytes = g_bytes_get_data (foyer_portal_page_get_bytes (page), &size);

  g_assert_cmpmem (bytes, size, expected, strlen (expected));
}

static void
assert_escaped (const char *text, gssize length, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  foyer_html_escape (out, text, length);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_golden (void)
{
  FoyerHtml *html = foyer_html_new ();
  FoyerMoney money = foyer_money (-60500, "USD");

  foyer_html_open (html, FOYER_TAG_HTML, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_LANG, "en-US");
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CHARSET, "utf-8");
  foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-big fy-money"));
  foyer_html_money (html, &money, "en-US");
  foyer_html_text (html, " of ");
  foyer_html_number (html, -3);
  foyer_html_open (html, FOYER_TAG_BR, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, "Fish & <Chips>");
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_VALUE, "\"a\" 'b'");
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_flag (html, FOYER_ATTRIBUTE_CHECKED, FALSE);
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, 254);
  foyer_html_icon (html, FOYER_ICON_PERSON, FALSE);
  foyer_html_close (html, FOYER_TAG_HTML);

  assert_page (
      html,
      "<!DOCTYPE html>\n<html lang=\"en-US\">\n<meta charset=\"utf-8\">\n<p class=\"fy-big fy-money\"><bdi>"
      "−$605.00</bdi> of -3<br><b>Fish &amp; &lt;Chips&gt;</b></p>\n<input class=\"fy-input\" "
      "value=\"&quot;a&quot; &#39;b&#39;\" required maxlength=\"254\"><svg class=\"fy-icon\" viewBox=\"0 0 "
      "24 24\" "
      "aria-hidden=\"true\"><circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4.5 20c1-4 4-6 7.5-6s6.5 2 7.5 "
      "6\"/>"
      "</svg></html>\n");
}

static void
test_escape (void)
{
  assert_escaped ("<script>alert(\"1\")</script>&amp;", -1,
                  "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;");
  assert_escaped ("Grüße, 日本 🦷", -1, "Grüße, 日本 🦷");
  assert_escaped ("a\tb\nc\r\nd\re", -1, "a\tb\nc\nd\ne");
  assert_escaped ("", -1, "");
  assert_escaped (NULL, 0, "");
}

static void
test_escape_replaces (void)
{
  assert_escaped ("a\x00z", 3, "a\xef\xbf\xbdz");
  assert_escaped ("a\x01\x0b\x7fz", -1, "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz");
  assert_escaped ("\xff<", -1, "\xef\xbf\xbd&lt;");
  assert_escaped ("\xc0\xbc", -1, "\xef\xbf\xbd\xef\xbf\xbd");                 /* an overlong "<" */
  assert_escaped ("\xed\xa0\x80", -1, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"); /* a surrogate */
  assert_escaped ("\xe2\x82", -1, "\xef\xbf\xbd\xef\xbf\xbd");                 /* cut short */
  assert_escaped ("\xc2\x85\xef\xb7\x90\xef\xbf\xbf", -1, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void
test_url_allows (void)
{
  static const char *const good[] = {
    "/",
    "/book/time?from=2026-11-21",
    "/bookings/bk-0190f3a0",
    "#menu",
    "/a//b",
    "https://northwind.example/terms",
    "https://northwind.example:8443/a?b=c#d",
    "http://localhost:8080/",
    "http://acme.localhost:8080/book",
    "http://127.0.0.1/",
    "http://[::1]:80/",
    "mailto:office@northwind.example",
    "mailto:a.b+c@northwind.example",
    "tel:+15035550142",
    "tel:112",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (foyer_url_is_allowed (good[i]));
}

static void
test_url_refuses (void)
{
  static const char *const wrong[] = {
    "",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<b>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "book",
    "./book",
    "http://northwind.example/",
    "HTTPS://northwind.example/",
    "https:northwind.example",
    "https:///x",
    "https://",
    "https://user@northwind.example/",
    "https://user:word@northwind.example/",
    "https://northwind.example:port/",
    "https://northwind.example:/",
    "https://north wind.example/",
    "https://münchen.example/",
    "https://-a.example",
    "https://a..b/",
    "http://localhost.evil.example/",
    "http://evil.example#localhost",
    "http://127.0.0.1.evil.example/",
    "http://xlocalhost/",
    "mailto:",
    "mailto:a",
    "mailto:a@b@c",
    "mailto:a@b.example?bcc=x@y.example",
    "mailto:%0abcc@b.example",
    "tel:",
    "tel:+",
    "tel:5;ext=1",
    "tel:(503)",
    "https://a.example/\"onclick=",
    "/a<b",
    "/a b",
    "https://a.example/\x7f",
    "https://[2001:db8::1]/",
    "blob:x",
  };

  g_assert_false (foyer_url_is_allowed (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    if (foyer_url_is_allowed (wrong[i]))
      g_error ("allowed: %s", wrong[i]);
  }
}

static void
test_url_made (void)
{
  g_autofree char *phone = foyer_url_for_phone ("+1 (503) 555-0142");
  g_autofree char *none = foyer_url_for_phone ("call us");
  g_autofree char *address = foyer_url_for_address ("office@northwind.example");
  g_autofree char *wrong = foyer_url_for_address ("office@northwind.example?cc=x@y.example");

  g_assert_cmpstr (phone, ==, "tel:+15035550142");
  g_assert_null (none);
  g_assert_cmpstr (address, ==, "mailto:office@northwind.example");
  g_assert_null (wrong);
}

static void
test_url_in_page (void)
{
  FoyerHtml *html = foyer_html_new ();

  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  g_assert_false (foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "javascript:alert(1)"));
  g_assert_true (foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "/book?a=1&b=2"));
  foyer_html_close (html, FOYER_TAG_A);
  assert_page (html, "<!DOCTYPE html><a href=\"/book?a=1&amp;b=2\"></a>\n");
}

static void
test_slots (void)
{
  FoyerHtml *html = foyer_html_new ();
  g_autoptr (FoyerPortalPage) page = NULL;
  g_autoptr (GBytes) token = NULL;
  g_autoptr (GBytes) all = NULL;
  const char *empty = "<!DOCTYPE html>\n<p>\n<input value=\"\"><b></b>\n<input value=\"\"></p>\n";
  const char *values[FOYER_N_PAGE_SLOTS] = {
    [FOYER_SLOT_FORM_TOKEN] = "t\"k",
    [FOYER_SLOT_ADDRESS] = "<maria>",
  };

  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_FORM_TOKEN);
  foyer_html_open (html, FOYER_TAG_B, FOYER_NO_CLASS);
  foyer_html_slot (html, FOYER_SLOT_ADDRESS);
  foyer_html_close (html, FOYER_TAG_B);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_FORM_TOKEN);
  foyer_html_close (html, FOYER_TAG_P);
  page = foyer_html_finish (html);

  g_assert_cmpmem (g_bytes_get_data (foyer_portal_page_get_bytes (page), NULL),
                   g_bytes_get_size (foyer_portal_page_get_bytes (page)), empty, strlen (empty));
  g_assert_true (foyer_portal_page_has_slot (page, FOYER_SLOT_ADDRESS));
  g_assert_false (foyer_portal_page_has_slot (page, FOYER_SLOT_REFERENCE));

  token = foyer_portal_page_fill (page, FOYER_SLOT_FORM_TOKEN, "abc");
  g_assert_nonnull (
      strstr (g_bytes_get_data (token, NULL), "<input value=\"abc\"><b></b>\n<input value=\"abc\">"));
  all = foyer_portal_page_fill_all (page, values);
  g_assert_nonnull (strstr (g_bytes_get_data (all, NULL),
                            "<input value=\"t&quot;k\"><b>&lt;maria&gt;</b>\n<input value=\"t&quot;k\">"));
}

static void
test_textarea_keeps_its_first_line_break (void)
{
  FoyerHtml *html = foyer_html_new ();

  foyer_html_element (html, FOYER_TAG_TEXTAREA, FOYER_NO_CLASS, "\nb");
  assert_page (html, "<!DOCTYPE html><textarea>\n\nb</textarea>\n");
}

static void
assert_text (const char *text, const char *expected)
{
  FoyerHtml *html = foyer_html_new ();
  g_autofree char *whole = g_strdup_printf ("<!DOCTYPE html>\n<p>%s</p>\n", expected);

  foyer_html_element (html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  assert_page (html, whole);
}

/* Whatever marks a name brings along, what is opened is closed. */
static void
test_direction (void)
{
  FoyerHtml *html;

  assert_text ("Jo 2", "Jo 2");
  assert_text ("\u05d0 2", "<bdi>\u05d0 2</bdi>");
  assert_text ("\u2068\u05d0\u2069, 2", "<bdi>\u05d0</bdi>, 2");
  assert_text ("Jo\u202e", "<bdi>Jo\u202e</bdi>");
  assert_text ("\u2069Jo\u2069", "Jo");
  assert_text ("\u2068<Jo", "<bdi>&lt;Jo</bdi>");
  assert_text ("\u2068\u2066\u05d0", "<bdi>\u2066\u05d0\u2069</bdi>");
  assert_text ("\u2069\u05d0\u2069\u2069", "<bdi>\u05d0</bdi>");
  assert_text ("\u2066555-0142\u2069", "\u2066555-0142\u2069");

  html = foyer_html_new ();
  foyer_html_element (html, FOYER_TAG_BDI, FOYER_NO_CLASS, "\u05d0");
  foyer_html_element (html, FOYER_TAG_TEXTAREA, FOYER_NO_CLASS, "\u05d0");
  assert_page (html, "<!DOCTYPE html><bdi>\u05d0</bdi><textarea>\u05d0</textarea>\n");
}

static void
test_unbalanced (void)
{
  if (g_test_subprocess ()) {
    FoyerHtml *html = foyer_html_new ();

    foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
    foyer_html_open (html, FOYER_TAG_B, FOYER_NO_CLASS);
    foyer_html_close (html, FOYER_TAG_P);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

static void
test_unfinished (void)
{
  if (g_test_subprocess ()) {
    FoyerHtml *html = foyer_html_new ();

    foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
    foyer_html_finish (html);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

static void
test_wrong_calls (void)
{
  FoyerHtml *html = foyer_html_new ();

  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-row"));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_class*");
  foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("a\" onclick=\"x"));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*kind*");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_HREF, "javascript:x");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*is_name*");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "a b");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "a");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*attributes*");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "b");
  foyer_html_text (html, "x");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*in_tag*");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ALT, "late");
  foyer_html_close (html, FOYER_TAG_A);
  g_test_assert_expected_messages ();
  assert_page (html, "<!DOCTYPE html><a class=\"fy-row\" id=\"a\">x</a>\n");
}

/* Bytes that love to break out of where they are, cut at any place. */
static char *
make_hostile_text (FoyerRandom *random, gsize *length)
{
  static const char *const pieces[] = {
    "<",
    ">",
    "\"",
    "'",
    "&",
    "&#60;",
    "&lt",
    "<!--",
    "-->",
    "]]>",
    "</textarea>",
    "</title>",
    "<script>",
    "</script",
    "=",
    "/",
    "`",
    " ",
    "\n",
    "\r",
    "\t",
    "{name}",
    "onload=",
    "javascript:",
    "\xc0\xbc",
    "\xff",
    "\xe2\x80\xae",
    "\xed\xa0\xbc",
    "\xef\xbf\xbe",
    "é",
    "日本",
    "🦷",
    "\x01",
    "\x7f",
    "\xc2",
    "\xf0\x9f",
  };
  GString *text = g_string_new (NULL);

  for (guint i = foyer_random_below (random, 24); i > 0; i--) {
    if (foyer_random_below (random, 4) == 0)
      g_string_append_c (text, (char) (1 + foyer_random_below (random, 255)));
    else
      g_string_append (text, pieces[foyer_random_below (random, G_N_ELEMENTS (pieces))]);
  }
  *length = text->len;
  return g_string_free (text, FALSE);
}

/* Asserts that between @start and @end there is nothing but text: no quote, no bracket, only the five entities; and what keeps
 * directions apart, each start with its end. */
static void
assert_inert (const char *start, const char *end)
{
  static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };

  guint depth = 0;

  g_assert_true (g_utf8_validate (start, end - start, NULL));
  for (const char *at = start; at < end; at++) {
    if (g_str_has_prefix (at, "<bdi>")) {
      depth++;
      at += strlen ("<bdi>") - 1;
      continue;
    }
    if (depth > 0 && g_str_has_prefix (at, "</bdi>")) {
      depth--;
      at += strlen ("</bdi>") - 1;
      continue;
    }
    g_assert_null (strchr ("<>\"'", *at));
    if (*at == '&') {
      gboolean is_entity = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (entities) && !is_entity; i++)
        is_entity = g_str_has_prefix (at, entities[i]);
      g_assert_true (is_entity);
    }
  }
  g_assert_cmpuint (depth, ==, 0);
}

/* Asserts that @page is @parts in this order with only inert text between them. */
static void
assert_parts (GBytes *bytes, const char *const parts[])
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = at + size;

  for (guint i = 0; parts[i] != NULL; i++) {
    const char *found = g_strstr_len (at, end - at, parts[i]);

    g_assert_nonnull (found);
    assert_inert (at, found);
    at = found + strlen (parts[i]);
  }
  g_assert_true (at == end);
}

static void
test_fuzz (void)
{
  static const char *const parts[] = {
    "<!DOCTYPE html>\n<title>",    "</title>\n<p lang=\"", "\">",    "</p>\n<input value=\"",
    "\"><textarea name=\"note\">", "</textarea><b>",       "</b>\n", NULL,
  };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (20261121);
  guint rounds = g_test_slow () ? 200000 : 5000;

  for (guint i = 0; i < rounds; i++) {
    FoyerHtml *html = foyer_html_new ();
    g_autoptr (FoyerPortalPage) page = NULL;
    g_autoptr (GBytes) filled = NULL;
    gsize length;
    g_autofree char *text = make_hostile_text (random, &length);

    foyer_html_element (html, FOYER_TAG_TITLE, FOYER_NO_CLASS, text);
    foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
    foyer_html_attribute (html, FOYER_ATTRIBUTE_LANG, text);
    foyer_html_text_part (html, text, foyer_random_below (random, (guint32) length + 1));
    foyer_html_close (html, FOYER_TAG_P);
    foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
    foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_FORM_TOKEN);
    foyer_html_open (html, FOYER_TAG_TEXTAREA, FOYER_NO_CLASS);
    foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "note");
    foyer_html_text (html, text);
    foyer_html_close (html, FOYER_TAG_TEXTAREA);
    foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, text);
    page = foyer_html_finish (html);
    filled = foyer_portal_page_fill (page, FOYER_SLOT_FORM_TOKEN, text);
    assert_parts (filled, parts);
  }
}

/* An address is either refused or harmless wherever it came from. */
static void
test_fuzz_url (void)
{
  static const char *const schemes[]
      = { "", "/", "//", "https://", "http://", "mailto:", "tel:", "javascript:", "#", "https:/" };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (42);
  guint rounds = g_test_slow () ? 200000 : 5000;
  guint allowed = 0;

  for (guint i = 0; i < rounds; i++) {
    gsize length;
    g_autofree char *text = make_hostile_text (random, &length);
    g_autofree char *url
        = g_strconcat (schemes[foyer_random_below (random, G_N_ELEMENTS (schemes))], text, NULL);

    if (!foyer_url_is_allowed (url))
      continue;
    allowed += 1;
    g_assert_true (url[0] == '#' || (url[0] == '/' && url[1] != '/' && url[1] != '\\')
                   || g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")
                   || g_str_has_prefix (url, "mailto:") || g_str_has_prefix (url, "tel:"));
    g_assert_null (strpbrk (url, "\"'<>\\ \t\r\n`"));
  }
  g_assert_cmpuint (allowed, >, rounds / 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portal/html/golden", test_golden);
  g_test_add_func ("/portal/html/escape", test_escape);
  g_test_add_func ("/portal/html/escape-replaces-what-html-does-not-allow", test_escape_replaces);
  g_test_add_func ("/portal/html/url-allows", test_url_allows);
  g_test_add_func ("/portal/html/I03-url-refuses", test_url_refuses);
  g_test_add_func ("/portal/html/url-made-from-phone-and-address", test_url_made);
  g_test_add_func ("/portal/html/url-in-page", test_url_in_page);
  g_test_add_func ("/portal/html/slots", test_slots);
  g_test_add_func ("/portal/html/textarea-keeps-its-first-line-break",
                   test_textarea_keeps_its_first_line_break);
  g_test_add_func ("/portal/html/I01-directions-are-kept-apart", test_direction);
  g_test_add_func ("/portal/html/unbalanced-aborts", test_unbalanced);
  g_test_add_func ("/portal/html/unfinished-aborts", test_unfinished);
  g_test_add_func ("/portal/html/calls-in-the-wrong-place-write-nothing", test_wrong_calls);
  g_test_add_func ("/portal/html/I01-no-text-becomes-markup", test_fuzz);
  g_test_add_func ("/portal/html/I03-no-address-leaves-the-list", test_fuzz_url);

  return g_test_run ();
}
