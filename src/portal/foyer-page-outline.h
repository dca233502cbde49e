/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerOutlineKind:
 * @FOYER_OUTLINE_HEADING: of a level from 1 to 3
 * @FOYER_OUTLINE_LINK: leads to an address
 * @FOYER_OUTLINE_BUTTON: sends a form to an address
 * @FOYER_OUTLINE_TEXT: a line that is read
 */
typedef enum {
  FOYER_OUTLINE_HEADING,
  FOYER_OUTLINE_LINK,
  FOYER_OUTLINE_BUTTON,
  FOYER_OUTLINE_TEXT,
} FoyerOutlineKind;

/**
 * FoyerOutlineEntry:
 * @level: of a heading
 * @text: what stands there
 * @address: (nullable): of a link or a button
 * @start: in the page, where the tag of the element begins in which it stands
 */
typedef struct {
  FoyerOutlineKind kind;
  guint level;
  char *text;
  char *address;
  gsize start;
} FoyerOutlineEntry;

/**
 * foyer_page_outline:
 * @html: a page of the portal, as #FoyerHtml writes it
 *
 * What is on a page, in the order in which it is read; the menu, which is the same everywhere, comes last. For those who cannot see the
 * page as it is drawn.
 *
 * Returns: (transfer full) (element-type FoyerOutlineEntry): the entries
 */
GPtrArray *foyer_page_outline (GBytes *html);

G_END_DECLS
