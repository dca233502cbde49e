/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-access.h"
#include "foyer-portal-pages.h"

G_BEGIN_DECLS

/**
 * FoyerPortalAddress:
 * @kind: the page
 * @record_id: (nullable): what the page is about
 * @fields: (element-type utf8 utf8): the query: earlier choices, which part of a list
 *
 * Where one can look on the portal: an address on its site, read.
 */
typedef struct {
  FoyerPageKind kind;
  char *record_id;
  GHashTable *fields;
} FoyerPortalAddress;

/**
 * foyer_portal_address_parse:
 * @address: path and query, such as `/visits/V018f…` or `/book/time?service=…`; from outside
 *
 * Files and prints are no pages. What stands behind secrets and mishaps has addresses of its own, `/preview/…`, which the site does not know.
 *
 * Returns: (transfer full) (nullable): the page that is shown there
 */
FoyerPortalAddress *foyer_portal_address_parse (const char *address);

void foyer_portal_address_free (FoyerPortalAddress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPortalAddress, foyer_portal_address_free)

/**
 * foyer_portal_address_make:
 * @record_id: (nullable): what the page is about
 *
 * Returns: (transfer full) (nullable): the path of a page, or %NULL if it has none of its own
 */
char *foyer_portal_address_make (FoyerPageKind kind, const char *record_id);

/**
 * foyer_portal_address_request:
 *
 * Returns: what the address asks the view for; it borrows from @self
 */
FoyerPageRequest foyer_portal_address_request (const FoyerPortalAddress *self);

/**
 * foyer_page_request_take_fields:
 * @fields: (transfer none) (nullable) (element-type utf8 utf8): of a query or a form
 *
 * Lets @request have the choices that @fields name; it borrows them.
 */
void foyer_page_request_take_fields (FoyerPageRequest *request, GHashTable *fields);

/**
 * foyer_page_read_place:
 * @fields: (element-type utf8 utf8): of a query
 * @place: (out): borrows from @fields
 *
 * Returns: whether @fields name a list that a page of that kind shows page by page
 */
gboolean foyer_page_read_place (FoyerPageKind kind, GHashTable *fields, FoyerListPlace *place);

G_END_DECLS
