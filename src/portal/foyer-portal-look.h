/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-pages.h"
#include "foyer-portal-view.h"

G_BEGIN_DECLS

/**
 * FoyerPortalLook:
 * @source: the records of the organisation
 * @settings: the portal settings, published or a draft
 * @now: seconds since 1970
 * @session_id: (nullable): of the browser that looks; a preview has none
 * @watcher: (nullable): the member of staff who looks as this viewer in a browser; the page says so
 * @may_choose_password: whether that session may choose a password
 * @is_masked: whether the page is made with personal data unreadable, see foyer_portal_mask(); the view is then the masked one
 * @open_picture: (nullable): (transfer full) (nullable): the bytes of a blob that everybody may see, such as the logo
 * @data: for @open_picture
 *
 * Somebody who looks at the portal. Whoever looks, the server for a browser or the console for staff, gets the same view and the same
 * page from here: that is why a preview cannot drift from the portal. Owns nothing.
 */
typedef struct {
  FoyerRecordSource *source;
  const FoyerPortalViewer *viewer;
  FoyerRecord *settings;
  gint64 now;
  const char *session_id;
  const char *watcher;
  gboolean may_choose_password;
  gboolean is_masked;
  GBytes *(*open_picture) (const char *blob_id, gpointer data);
  gpointer data;
} FoyerPortalLook;

/**
 * foyer_portal_look_page:
 * @address: path and query on the portal
 * @view: (out) (transfer full) (optional): the view document with all that the page shows
 * @made: (out) (optional): which page it is
 *
 * Returns: (transfer full) (nullable): the page that stands at @address for this viewer; %NULL if the source failed, with an error
 */
FoyerPortalPage *foyer_portal_look_page (const FoyerPortalLook *look,
                                         const char *address,
                                         JsonObject **view,
                                         FoyerPageKind *made,
                                         GError **error);

/**
 * foyer_portal_look_view:
 * @parts: what will be looked at; foyer_page_parts() says it of a page
 *
 * Returns: (transfer full): the view document without what single pages need, or %NULL if the source failed
 */
JsonObject *foyer_portal_look_view (const FoyerPortalLook *look, FoyerViewParts parts, GError **error);

/**
 * foyer_portal_look_add:
 * @view: of foyer_portal_look_view()
 * @request: the page that will be made
 *
 * Adds what that page needs beyond the view.
 *
 * Returns: %FALSE if the source failed
 */
gboolean foyer_portal_look_add (const FoyerPortalLook *look,
                                JsonObject *view,
                                const FoyerPageRequest *request,
                                GError **error);

/**
 * foyer_portal_look_file:
 * @view: of foyer_portal_look_view()
 * @path: of `/static/`
 * @content_type: (out) (transfer none): of the bytes
 *
 * Returns: (transfer full) (nullable): the style sheet, icon or logo of that name, or %NULL if there is none
 */
GBytes *foyer_portal_look_file (const FoyerPortalLook *look,
                                JsonObject *view,
                                const char *path,
                                const char **content_type);

G_END_DECLS
