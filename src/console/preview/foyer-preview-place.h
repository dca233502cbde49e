/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-pages.h"
#include "foyer-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Where staff can go in a preview: the sections of the portal, and the pages that nobody else gets to at will.
 */

/**
 * foyer_preview_place_menu:
 * @action: that takes the address of a page as its target
 *
 * Returns: (transfer full): a menu of all pages that can be looked at without naming a record
 */
GMenuModel *foyer_preview_place_menu (const char *action);

/**
 * foyer_preview_place_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the addresses of those pages, in the order of that menu
 */
GStrv foyer_preview_place_list (void);

/**
 * foyer_preview_place_title:
 *
 * Returns: (transfer none): what staff call a page, translated
 */
const char *foyer_preview_place_title (FoyerPageKind kind);

/**
 * foyer_preview_place_of_record:
 * @record: anything that staff look at
 *
 * Returns: (transfer full): the address at which the portal speaks of it; `/` if it has no page of its own
 */
char *foyer_preview_place_of_record (FoyerRecord *record);

/**
 * foyer_preview_place_next_step:
 * @address: where a form of a booking would have gone
 * @view: of the page that has the form
 *
 * A preview sends no forms, but the steps of a booking can be looked at one after the other, with what is offered first as the choice.
 *
 * Returns: (transfer full) (nullable): the address of the next step; %NULL if @address is none
 */
char *foyer_preview_place_next_step (const char *address, JsonObject *view);

G_END_DECLS
