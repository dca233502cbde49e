/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-portal-access.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_portal_view:
 * @source: the records of the organisation
 * @settings: the portal settings, published or a draft
 * @now: seconds since 1970
 *
 * Makes the view document: everything that the portal shows this viewer and nothing else, as canonical JSON (foyer_json_hash() of
 * it proves that two sides see the same). Moments in it are days at the most, so that it stays the same from one second to the
 * next.
 *
 * Returns: (transfer full): the document, or %NULL if @source failed
 */
JsonObject *foyer_portal_view (FoyerRecordSource *source,
                               const FoyerPortalViewer *viewer,
                               FoyerRecord *settings,
                               gint64 now,
                               GError **error);

/**
 * foyer_portal_view_add_slots:
 * @view: a document in which booking is open
 * @service_id: (nullable): one of the view's bookable services; any other adds nothing
 * @now: seconds since 1970
 *
 * Adds the times at which a service can be booked. They cost more than the rest, and only two pages need them:
 * %FOYER_PAGE_BOOK_TIME and %FOYER_PAGE_BOOK_CHECK.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_slots (JsonObject *view,
                                      FoyerRecordSource *source,
                                      FoyerRecord *settings,
                                      const char *service_id,
                                      gint64 now,
                                      GError **error);

/**
 * foyer_portal_view_add_moves:
 * @visit_id: a visit that this viewer may move
 * @now: seconds since 1970
 *
 * Adds the times to which a visit can be moved, for %FOYER_PAGE_VISIT_TIME.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_moves (JsonObject *view,
                                      FoyerRecordSource *source,
                                      FoyerRecord *settings,
                                      const char *visit_id,
                                      gint64 now,
                                      GError **error);

/**
 * foyer_portal_view_add_days:
 * @view: a document that is open
 * @now: seconds since 1970
 *
 * Adds the next days on which the business works, each with its morning and afternoon, for %FOYER_PAGE_REQUEST_NEW (001-20).
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_days (JsonObject *view, FoyerRecordSource *source, gint64 now, GError **error);

/**
 * foyer_portal_view_add_sessions:
 * @viewer: the one whom @view is of
 * @present_id: (nullable): the session that looks
 * @now: seconds since 1970
 *
 * Adds where the viewer is signed in, for %FOYER_PAGE_SESSIONS: a person's own sessions, or those of the same link.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_sessions (JsonObject *view,
                                         FoyerRecordSource *source,
                                         const FoyerPortalViewer *viewer,
                                         const char *present_id,
                                         gint64 now,
                                         GError **error);

/**
 * foyer_portal_view_add_profile:
 * @viewer: the one whom @view is of
 *
 * Adds who looks, for %FOYER_PAGE_PROFILE: contact data, what they are told of, and whether they may change it.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_profile (JsonObject *view,
                                        FoyerRecordSource *source,
                                        const FoyerPortalViewer *viewer,
                                        FoyerRecord *settings,
                                        gint64 now,
                                        GError **error);

/**
 * foyer_portal_view_add_record:
 * @view: a document that is open
 * @type: what the page is about
 * @id: (nullable): from outside
 *
 * Adds everything that the page of one record shows, as the member `record`, if the viewer may see it. It is looked for by itself,
 * so that also what the lists have no room for has a page.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_record (JsonObject *view,
                                       FoyerRecordSource *source,
                                       const FoyerPortalViewer *viewer,
                                       FoyerRecord *settings,
                                       const FoyerRecordType *type,
                                       const char *id,
                                       gint64 now,
                                       GError **error);

/**
 * foyer_portal_view_add_booking:
 * @id: (nullable): from outside
 *
 * Adds one booking to the document's `bookings`, for %FOYER_PAGE_BOOKING, if the viewer may see it: it may be on another page of the list.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_booking (JsonObject *view,
                                        FoyerRecordSource *source,
                                        const FoyerPortalViewer *viewer,
                                        FoyerRecord *settings,
                                        const char *id,
                                        gint64 now,
                                        GError **error);

/**
 * foyer_portal_view_add_statement:
 *
 * Adds what %FOYER_PAGE_STATEMENT shows beyond what is due: every open invoice, and the payments of the last twelve months.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_add_statement (JsonObject *view,
                                          FoyerRecordSource *source,
                                          const FoyerPortalViewer *viewer,
                                          FoyerRecord *settings,
                                          gint64 now,
                                          GError **error);

/**
 * foyer_portal_view_get_record:
 *
 * Returns: (transfer none) (nullable): what was added, if it is a record of @type with that id
 */
JsonObject *foyer_portal_view_get_record (JsonObject *view, const FoyerRecordType *type, const char *id);

/**
 * foyer_portal_view_get_state:
 *
 * Returns: whether the view is open, and why not; a page that needs more is answered by sign-in or "not available"
 */
FoyerPortalState foyer_portal_view_get_state (JsonObject *view);

/**
 * foyer_portal_view_may_message:
 *
 * Returns: whether this viewer may write messages now (000-5, 000-32)
 */
gboolean foyer_portal_view_may_message (JsonObject *view);

/**
 * foyer_portal_view_may_book:
 *
 * Returns: whether this viewer may book a time now
 */
gboolean foyer_portal_view_may_book (JsonObject *view);

/**
 * foyer_portal_view_may_ask:
 * @kind: (nullable): a kind of request; %NULL for any
 *
 * Returns: whether this viewer may ask for that on the page for new requests
 */
gboolean foyer_portal_view_may_ask (JsonObject *view, const char *kind);

/**
 * foyer_portal_view_find:
 * @list: a list of the document, such as `bookings`, `upcoming` or `invoices`
 * @id: (nullable)
 *
 * Returns: (transfer none) (nullable): the entry, if the viewer may see it
 */
JsonObject *foyer_portal_view_find (JsonObject *view, const char *list, const char *id);

G_END_DECLS
