/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * FoyerPager:
 * @object: the view, or the record of which the list is a member
 * @list: the member's name
 * @url: of the page without a query
 * @title: what the list is called, for those who hear the page
 * @is_by_time: whether what is newest stands first; else the list is in an order of its own
 */
typedef struct {
  JsonObject *object;
  const char *list;
  const char *url;
  const char *title;
  gboolean is_by_time;
} FoyerPager;

/**
 * foyer_page_pager:
 *
 * Writes the ways to the page before and the page after this one, if there are any.
 */
void foyer_page_pager (FoyerPage *page, const FoyerPager *pager);

/**
 * foyer_page_thread_way:
 * @is_back: whether it stands above what is said, and leads to what was said before; else below, and to what was said after
 *
 * The same for a conversation, whose newest words stand last: one of its two ways.
 */
void foyer_page_thread_way (FoyerPage *page, const FoyerPager *pager, gboolean is_back);

/**
 * foyer_page_shows_list:
 *
 * Returns: whether the page shows that list: all of them at their beginning, or the one that was turned to, alone
 */
gboolean foyer_page_shows_list (JsonObject *object, const char *list);

G_END_DECLS
