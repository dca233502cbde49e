/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoyerDifferenceKind:
 * @FOYER_DIFFERENCE_ONLY_ONE: stands on the first page alone
 * @FOYER_DIFFERENCE_ONLY_OTHER: stands on the second page alone
 * @FOYER_DIFFERENCE_CHANGED: says something else, or leads elsewhere
 * @FOYER_DIFFERENCE_DRAWN: all that is read is the same, and it is written otherwise
 */
typedef enum {
  FOYER_DIFFERENCE_ONLY_ONE,
  FOYER_DIFFERENCE_ONLY_OTHER,
  FOYER_DIFFERENCE_CHANGED,
  FOYER_DIFFERENCE_DRAWN,
} FoyerDifferenceKind;

/**
 * FoyerPageDifference:
 * @part: (nullable): the heading under which it stands, %NULL above the first
 * @one: (nullable): what stands on the first page; of %FOYER_DIFFERENCE_DRAWN the first tag that is another
 * @other: (nullable): what stands on the second
 * @one_start: where the element begins on the first page, if @one stands there
 * @other_start: where it begins on the second
 *
 * One thing in which two pages differ.
 */
typedef struct {
  FoyerDifferenceKind kind;
  char *part;
  char *one;
  char *other;
  gsize one_start;
  gsize other_start;
} FoyerPageDifference;

/**
 * foyer_page_differences:
 * @one: a page of the portal, as #FoyerHtml writes it
 * @other: another
 *
 * What is read on one page and not on the other, in the order of reading. If all that is read is the same and the bytes are not, one entry says
 * where they begin to differ.
 *
 * Returns: (transfer full) (element-type FoyerPageDifference): the differences; empty if the pages are the same, byte for byte
 */
GPtrArray *foyer_page_differences (GBytes *one, GBytes *other);

/* Given to every element that foyer_page_mark() marks. */
#define FOYER_PAGE_MARK "foyer-differs"

/**
 * foyer_page_mark:
 * @html: one of the two pages
 * @differences: (element-type FoyerPageDifference): from foyer_page_differences()
 * @is_one: whether @html was the first of the two
 *
 * For staff, who look at both: gives the class %FOYER_PAGE_MARK to what differs.
 *
 * Returns: (transfer full): the page with marks
 */
GBytes *foyer_page_mark (GBytes *html, GPtrArray *differences, gboolean is_one);

G_END_DECLS
