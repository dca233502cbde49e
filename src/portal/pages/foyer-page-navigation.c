/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-navigation.c - the sections of the portal, beside the page and at the foot of phones */

#include "foyer-page-navigation.h"

#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-sentence.h"

#define BAR_ENTRIES 4

/* A section is open if its list is in the view; the first one always is. */
static const struct {
  const char *url;
  FoyerIcon icon;
  const char *list; /* (nullable) */
  const char *name; /* (nullable): where it is always the same */
} entries[FOYER_SECTION_NONE] = {
  [FOYER_SECTION_HOME] = { "/", FOYER_ICON_HOME, NULL, FOYER_MARK ("Home") },
  [FOYER_SECTION_VISITS] = { "/visits", FOYER_ICON_VISIT, "upcoming", NULL },
  [FOYER_SECTION_QUOTES] = { "/quotes", FOYER_ICON_QUOTE, "quotes", NULL },
  [FOYER_SECTION_INVOICES] = { "/invoices", FOYER_ICON_INVOICE, "invoices", FOYER_MARK ("Invoices") },
  [FOYER_SECTION_PAYMENTS] = { "/payments", FOYER_ICON_PAYMENT, "payments", FOYER_MARK ("Payments") },
  [FOYER_SECTION_PROPERTIES]
  = { "/properties", FOYER_ICON_PROPERTY, "properties", FOYER_MARK ("Properties") },
  [FOYER_SECTION_PLANS] = { "/plans", FOYER_ICON_PLAN, "plans", NULL },
  [FOYER_SECTION_REQUESTS] = { "/requests", FOYER_ICON_REQUEST, "requests", FOYER_MARK ("Requests") },
  [FOYER_SECTION_MESSAGES] = { "/messages", FOYER_ICON_MESSAGE, "conversations", FOYER_MARK ("Messages") },
  [FOYER_SECTION_DOCUMENTS] = { "/documents", FOYER_ICON_DOCUMENT, "documents", FOYER_MARK ("Documents") },
  [FOYER_SECTION_EQUIPMENT] = { "/equipment", FOYER_ICON_EQUIPMENT, "equipment", FOYER_MARK ("Equipment") },
  [FOYER_SECTION_PROFILE] = { "/profile", FOYER_ICON_PERSON, NULL, FOYER_MARK ("Your profile") },
  [FOYER_SECTION_BOOK] = { "/book", FOYER_ICON_ADD, NULL, NULL },
};

/* Which come first where there is room for few. */
static const FoyerSection bar[] = {
  FOYER_SECTION_HOME, FOYER_SECTION_VISITS, FOYER_SECTION_INVOICES, FOYER_SECTION_MESSAGES,
  FOYER_SECTION_BOOK, FOYER_SECTION_QUOTES, FOYER_SECTION_PAYMENTS, FOYER_SECTION_PROPERTIES,
};

static const char *
name_of_section (FoyerPage *page, FoyerSection section)
{
  if (section == FOYER_SECTION_VISITS)
    return foyer_page_say_visit (page, FOYER_PHRASE_VISITS);
  if (section == FOYER_SECTION_QUOTES)
    return foyer_page_say_quote (page, FOYER_PHRASE_QUOTES);
  if (section == FOYER_SECTION_PLANS)
    return foyer_page_say_plan (page, FOYER_PHRASE_PLANS);
  if (section == FOYER_SECTION_BOOK)
    return foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT);
  return foyer_page_say (page, entries[section].name);
}

static gboolean
has_section (FoyerPage *page, FoyerSection section)
{
  if (section == FOYER_SECTION_BOOK)
    return foyer_portal_view_may_book (page->view);
  return entries[section].list == NULL || foyer_json_object_array (page->view, entries[section].list) != NULL;
}

static void
write_entry (FoyerPage *page, FoyerSection section, FoyerSection current, FoyerHtmlClass class)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_LI, class);
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, entries[section].url);
  if (section == current)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_CURRENT, "page");
  foyer_html_icon (html, entries[section].icon, FALSE);
  foyer_html_text (html, name_of_section (page, section));
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_LI);
}

static void
write_menu_head (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-nav-head"));
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, foyer_page_say (page, "Menu"));
  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-btn is-small"));
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "#main");
  foyer_html_icon (html, FOYER_ICON_CLOSE, TRUE);
  foyer_html_text (html, foyer_page_say (page, "Close"));
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_DIV);
}

static void
write_sign_out (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_page_open_form (page, "/sign-out", FOYER_NO_CLASS);
  foyer_page_plain_submit (page, FOYER_ICON_SIGN_OUT, foyer_page_say (page, "Sign out"));
  foyer_page_close_form (page);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

void
foyer_page_write_menu (FoyerPage *page, FoyerSection current)
{
  FoyerHtml *html = page->html;
  gboolean may_book = has_section (page, FOYER_SECTION_BOOK);

  foyer_html_open (html, FOYER_TAG_NAV, FOYER_CLASS ("fy-nav"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "menu");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABEL, foyer_page_say (page, "All sections"));
  write_menu_head (page);
  foyer_html_open (html, FOYER_TAG_UL, FOYER_NO_CLASS);
  write_entry (page, FOYER_SECTION_HOME, current, FOYER_NO_CLASS);
  for (int section = FOYER_SECTION_HOME + 1; section < FOYER_SECTION_BOOK; section++) {
    if (has_section (page, (FoyerSection) section))
      write_entry (page, (FoyerSection) section, current, FOYER_NO_CLASS);
  }
  if (may_book)
    write_entry (page, FOYER_SECTION_BOOK, current, FOYER_CLASS ("is-split"));
  write_entry (page, FOYER_SECTION_PROFILE, current, may_book ? FOYER_NO_CLASS : FOYER_CLASS ("is-split"));
  write_sign_out (page);
  foyer_html_close (html, FOYER_TAG_UL);
  foyer_html_close (html, FOYER_TAG_NAV);
}

void
foyer_page_write_bar (FoyerPage *page, FoyerSection current)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_NAV, FOYER_CLASS ("fy-bar"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABEL, foyer_page_say (page, "Main sections"));
  foyer_html_open (html, FOYER_TAG_UL, FOYER_NO_CLASS);
  for (guint i = 0, n = 0; i < G_N_ELEMENTS (bar) && n < BAR_ENTRIES; i++) {
    if (!has_section (page, bar[i]))
      continue;
    write_entry (page, bar[i], current, FOYER_NO_CLASS);
    n += 1;
  }
  foyer_html_open (html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "#menu");
  foyer_html_icon (html, FOYER_ICON_MENU, FALSE);
  foyer_html_text (html, foyer_page_say (page, "Menu"));
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_LI);
  foyer_html_close (html, FOYER_TAG_UL);
  foyer_html_close (html, FOYER_TAG_NAV);
}
