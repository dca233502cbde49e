/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoyerPageSlot:
 * @FOYER_SLOT_FORM_TOKEN: the token that proves that a form came from our own page
 * @FOYER_SLOT_ADDRESS: the email address that was typed on the page before
 * @FOYER_SLOT_CLIENT: the name of the client whose portal somebody is invited to
 * @FOYER_SLOT_REFERENCE: the number under which the office finds an error in its log
 *
 * Values of one session or request. A page is made, hashed and compared with these empty; only the server fills them.
 */
typedef enum {
  FOYER_SLOT_FORM_TOKEN,
  FOYER_SLOT_ADDRESS,
  FOYER_SLOT_CLIENT,
  FOYER_SLOT_REFERENCE,
} FoyerPageSlot;

#define FOYER_N_PAGE_SLOTS 4

#define FOYER_TYPE_PORTAL_PAGE (foyer_portal_page_get_type ())

/**
 * FoyerPortalPage: (ref-func foyer_portal_page_ref) (unref-func foyer_portal_page_unref)
 *
 * A page of the portal: HTML bytes with empty slots and the places of these. Immutable, of any thread.
 */
typedef struct _FoyerPortalPage FoyerPortalPage;

GType foyer_portal_page_get_type (void);

/**
 * FoyerSlotPlace:
 * @slot: what belongs there
 * @offset: bytes from the start of the page
 */
typedef struct {
  FoyerPageSlot slot;
  gsize offset;
} FoyerSlotPlace;

/**
 * foyer_portal_page_new:
 * @bytes: the page with empty slots
 * @places: (element-type FoyerSlotPlace): in order of their offsets; copied
 *
 * For #FoyerHtml alone, which knows that each place is inside an attribute value or text.
 *
 * Returns: (transfer full): the page
 */
FoyerPortalPage *foyer_portal_page_new (GBytes *bytes, GArray *places);

FoyerPortalPage *foyer_portal_page_ref (FoyerPortalPage *self);
void foyer_portal_page_unref (FoyerPortalPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPortalPage, foyer_portal_page_unref)

/**
 * foyer_portal_page_get_bytes:
 *
 * Returns: (transfer none): the page with empty slots, the same for every session that sees the same view
 */
GBytes *foyer_portal_page_get_bytes (FoyerPortalPage *self);

/**
 * foyer_portal_page_has_slot:
 *
 * Returns: whether the page has a place for @slot
 */
gboolean foyer_portal_page_has_slot (FoyerPortalPage *self, FoyerPageSlot slot);

/**
 * foyer_portal_page_hash:
 *
 * Returns: (transfer full): the lower-case hex SHA-256 of the page with empty slots
 */
char *foyer_portal_page_hash (FoyerPortalPage *self);

/**
 * foyer_portal_page_fill:
 * @value: escaped on its way in
 *
 * Returns: (transfer full): the bytes with @value in every place of @slot, all other slots empty
 */
GBytes *foyer_portal_page_fill (FoyerPortalPage *self, FoyerPageSlot slot, const char *value);

/**
 * foyer_portal_page_fill_all:
 * @values: (array fixed-size=4): a value or %NULL for each #FoyerPageSlot
 *
 * Returns: (transfer full): the bytes with all slots filled
 */
GBytes *foyer_portal_page_fill_all (FoyerPortalPage *self, const char *const values[FOYER_N_PAGE_SLOTS]);

G_END_DECLS
