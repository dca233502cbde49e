/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * FoyerSection:
 * @FOYER_SECTION_NONE: a page that is in no section
 *
 * The entries of the navigation. Those whose pages the viewer may not see are left out.
 */
typedef enum {
  FOYER_SECTION_HOME,
  FOYER_SECTION_VISITS,
  FOYER_SECTION_QUOTES,
  FOYER_SECTION_INVOICES,
  FOYER_SECTION_PAYMENTS,
  FOYER_SECTION_PLANS,
  FOYER_SECTION_REQUESTS,
  FOYER_SECTION_MESSAGES,
  FOYER_SECTION_DOCUMENTS,
  FOYER_SECTION_PROPERTIES,
  FOYER_SECTION_EQUIPMENT,
  FOYER_SECTION_BOOK,
  FOYER_SECTION_PROFILE,
  FOYER_SECTION_NONE,
} FoyerSection;

/**
 * foyer_page_open_frame:
 * @title: of the page, for the browser's tab
 *
 * Opens an ordinary page up to its main part: head, header, navigation.
 */
void foyer_page_open_frame (FoyerPage *page, FoyerSection section, const char *title);
void foyer_page_close_frame (FoyerPage *page, FoyerSection section);

/**
 * foyer_page_open_gate:
 *
 * Opens a page without navigation, as before sign-in, up to its main part.
 */
void foyer_page_open_gate (FoyerPage *page, const char *title);
void foyer_page_close_gate (FoyerPage *page);

G_END_DECLS
