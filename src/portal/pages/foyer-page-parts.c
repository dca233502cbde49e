/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-parts.c - pills, notes, rows, facts: what pages are built of */

#include "foyer-page-parts.h"

#include "foyer-json.h"

#include "foyer-text.h"
#include "foyer-url.h"

#include <stdarg.h>
#include <string.h>

static void
write_slot (FoyerPage *page, FoyerPageSlot slot)
{
  foyer_html_open (page->html, FOYER_TAG_B, FOYER_NO_CLASS);
  foyer_html_slot (page->html, slot);
  foyer_html_close (page->html, FOYER_TAG_B);
}

/* Writes what belongs to @piece's placeholder; @triples are name, kind and value. */
static void
write_placeholder (FoyerPage *page, const FoyerTextPiece *piece, const char *name, va_list triples)
{
  for (; name != NULL; name = va_arg (triples, const char *)) {
    FoyerPiece kind = va_arg (triples, FoyerPiece);
    FoyerPageSlot slot = kind == FOYER_PIECE_SLOT ? va_arg (triples, FoyerPageSlot) : 0;
    const char *value = kind == FOYER_PIECE_SLOT ? NULL : va_arg (triples, const char *);

    if (strlen (name) != piece->name_length || strncmp (name, piece->name, piece->name_length) != 0)
      continue;
    if (kind == FOYER_PIECE_SLOT)
      write_slot (page, slot);
    else if (kind == FOYER_PIECE_PHONE)
      foyer_page_phone (page, value);
    else if (kind == FOYER_PIECE_STRONG)
      foyer_html_element (page->html, FOYER_TAG_B, FOYER_NO_CLASS, value);
    else
      foyer_html_text (page->html, value);
    return;
  }
}

void
foyer_page_sentence (FoyerPage *page, const char *template, const char *name, ...)
{
  FoyerTextPiece piece;

  for (const char *at = template; foyer_text_next_piece (&at, &piece);) {
    va_list triples;

    foyer_html_text_part (page->html, piece.text, piece.length);
    if (piece.name == NULL)
      return;
    va_start (triples, name);
    write_placeholder (page, &piece, name, triples);
    va_end (triples);
  }
}

void
foyer_page_phone (FoyerPage *page, const char *phone)
{
  g_autofree char *url = foyer_url_for_phone (phone);

  /* Its digits stay in their order in a text that runs from right to left. */
  if (url == NULL) {
    foyer_html_element (page->html, FOYER_TAG_BDI, FOYER_NO_CLASS, phone);
    return;
  }
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_element (page->html, FOYER_TAG_BDI, FOYER_NO_CLASS, phone);
  foyer_html_close (page->html, FOYER_TAG_A);
}

void
foyer_page_head (FoyerPage *page,
                 const char *back_url,
                 const char *back,
                 const char *title,
                 const char *pill,
                 FoyerTone tone,
                 const char *lead)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_HEADER, FOYER_CLASS ("fy-head"));
  if (back_url != NULL) {
    foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-back"));
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, back_url);
    foyer_html_icon (html, FOYER_ICON_BACK, TRUE);
    foyer_html_text (html, back);
    foyer_html_close (html, FOYER_TAG_A);
  }
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-head-line"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, title);
  if (pill != NULL)
    foyer_page_pill (page, tone, pill);
  foyer_html_close (html, FOYER_TAG_DIV);
  if (lead != NULL)
    foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-lead"), lead);
  foyer_html_close (html, FOYER_TAG_HEADER);
}

void
foyer_page_head_with_action (FoyerPage *page,
                             const char *title,
                             const char *url,
                             FoyerIcon icon,
                             const char *text)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_HEADER, FOYER_CLASS ("fy-head"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-head-line"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, title);
  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-btn is-primary is-small"));
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_icon (html, icon, TRUE);
  foyer_html_text (html, text);
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_HEADER);
}

void
foyer_page_pill (FoyerPage *page, FoyerTone tone, const char *text)
{
  static const FoyerHtmlClass classes[] = {
    [FOYER_TONE_NEUTRAL] = { "fy-pill" },        [FOYER_TONE_OK] = { "fy-pill is-ok" },
    [FOYER_TONE_WARN] = { "fy-pill is-warn" },   [FOYER_TONE_BAD] = { "fy-pill is-bad" },
    [FOYER_TONE_BRAND] = { "fy-pill is-brand" },
  };

  foyer_html_element (page->html, FOYER_TAG_SPAN, classes[tone], text);
}

void
foyer_page_open_note (FoyerPage *page, FoyerTone tone, FoyerIcon icon, const char *title)
{
  static const FoyerHtmlClass classes[] = {
    [FOYER_TONE_NEUTRAL] = { "fy-note" },        [FOYER_TONE_OK] = { "fy-note is-ok" },
    [FOYER_TONE_WARN] = { "fy-note is-warn" },   [FOYER_TONE_BAD] = { "fy-note is-bad" },
    [FOYER_TONE_BRAND] = { "fy-note is-brand" },
  };

  foyer_html_open (page->html, FOYER_TAG_DIV, classes[tone]);
  foyer_html_icon (page->html, icon, FALSE);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_H2, FOYER_NO_CLASS, title);
}

void
foyer_page_close_note (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

void
foyer_page_link_button (FoyerPage *page,
                        const char *url,
                        gboolean is_primary,
                        FoyerIcon icon,
                        const char *text)
{
  foyer_html_open (page->html, FOYER_TAG_A,
                   is_primary ? FOYER_CLASS ("fy-btn is-primary") : FOYER_CLASS ("fy-btn"));
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
  if (icon < FOYER_N_ICONS)
    foyer_html_icon (page->html, icon, TRUE);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_A);
}

void
foyer_page_open_section (FoyerPage *page,
                         const char *id,
                         const char *title,
                         const char *url,
                         const char *link)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-section"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, id);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-card-head"));
  foyer_html_open (html, FOYER_TAG_H2, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (html, title);
  foyer_html_close (html, FOYER_TAG_H2);
  if (url != NULL) {
    foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
    foyer_html_text (html, link);
    foyer_html_close (html, FOYER_TAG_A);
  }
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_open (html, FOYER_TAG_UL, FOYER_CLASS ("fy-list"));
}

void
foyer_page_close_section (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_UL);
  foyer_html_close (page->html, FOYER_TAG_SECTION);
}

static void
open_row (FoyerPage *page, const char *url)
{
  foyer_html_open (page->html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (page->html, url != NULL ? FOYER_TAG_A : FOYER_TAG_DIV, FOYER_CLASS ("fy-row"));
  if (url != NULL)
    foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
}

static void
open_row_main (FoyerPage *page, const char *title)
{
  foyer_html_open (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-row-main"));
  foyer_html_element (page->html, FOYER_TAG_B, FOYER_NO_CLASS, title);
}

void
foyer_page_open_row (FoyerPage *page, const char *url, const FoyerDate *date, const char *title)
{
  open_row (page, url);
  if (date != NULL) {
    g_autofree char *month = foyer_date_text (date, FOYER_DATE_MONTH, page->language);

    foyer_html_open (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-date"));
    foyer_html_text (page->html, month);
    foyer_html_open (page->html, FOYER_TAG_B, FOYER_NO_CLASS);
    foyer_html_number (page->html, date->day);
    foyer_html_close (page->html, FOYER_TAG_B);
    foyer_html_close (page->html, FOYER_TAG_SPAN);
  }
  open_row_main (page, title);
}

void
foyer_page_open_icon_row (FoyerPage *page, const char *url, FoyerIcon icon, const char *title)
{
  open_row (page, url);
  foyer_html_open (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (page->html, icon, FALSE);
  foyer_html_close (page->html, FOYER_TAG_SPAN);
  open_row_main (page, title);
}

void
foyer_page_detail (FoyerPage *page, const char *text)
{
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_NO_CLASS, text);
}

void
foyer_page_close_row (FoyerPage *page, const char *url)
{
  foyer_page_close_amount_row (page, url, NULL);
}

void
foyer_page_close_amount_row (FoyerPage *page, const char *url, const char *amount)
{
  foyer_html_close (page->html, FOYER_TAG_SPAN);
  if (amount != NULL) {
    foyer_html_open (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-row-end"));
    foyer_html_open (page->html, FOYER_TAG_B, FOYER_CLASS ("fy-money"));
    foyer_html_element (page->html, FOYER_TAG_BDI, FOYER_NO_CLASS, amount);
    foyer_html_close (page->html, FOYER_TAG_B);
    foyer_html_close (page->html, FOYER_TAG_SPAN);
  }
  if (url != NULL)
    foyer_html_icon (page->html, FOYER_ICON_FORWARD, TRUE);
  foyer_html_close (page->html, url != NULL ? FOYER_TAG_A : FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

void
foyer_page_open_facts (FoyerPage *page, const char *label)
{
  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABEL, label);
  foyer_html_open (page->html, FOYER_TAG_DL, FOYER_CLASS ("fy-facts"));
}

void
foyer_page_close_facts (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_DL);
  foyer_html_close (page->html, FOYER_TAG_SECTION);
}

void
foyer_page_open_fact (FoyerPage *page, const char *name)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_DT, FOYER_NO_CLASS, name);
  foyer_html_open (page->html, FOYER_TAG_DD, FOYER_NO_CLASS);
}

void
foyer_page_close_fact (FoyerPage *page, const char *url, const char *what)
{
  FoyerHtml *html = page->html;

  foyer_html_close (html, FOYER_TAG_DD);
  if (url != NULL) {
    foyer_html_open (html, FOYER_TAG_DD, FOYER_NO_CLASS);
    foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
    foyer_html_text (html, foyer_page_say (page, "Change"));
    foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-sr"));
    foyer_html_text (html, ": ");
    foyer_html_text (html, what);
    foyer_html_close (html, FOYER_TAG_SPAN);
    foyer_html_close (html, FOYER_TAG_A);
    foyer_html_close (html, FOYER_TAG_DD);
  }
  foyer_html_close (html, FOYER_TAG_DIV);
}

void
foyer_page_fact (FoyerPage *page, const char *name, const char *value)
{
  if (value == NULL)
    return;

  foyer_page_open_fact (page, name);
  foyer_html_text (page->html, value);
  foyer_page_close_fact (page, NULL, NULL);
}

void
foyer_page_help (FoyerPage *page)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");

  if (phone == NULL)
    return;

  foyer_html_open (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"));
  foyer_page_sentence (page, foyer_page_say (page, "Need a hand? Call {phone}."), "phone", FOYER_PIECE_PHONE,
                       phone, NULL);
  foyer_html_close (page->html, FOYER_TAG_P);
}
