/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"
#include "foyer-portal-access.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerViewParts:
 * @FOYER_VIEW_DUE: what is owed
 * @FOYER_VIEW_PLANS: plans and contracts
 * @FOYER_VIEW_HEALTH: how the account is doing, which is told from plans, the last visits that were done, and a count of requests
 * @FOYER_VIEW_SERVICES: what can be booked or asked for
 * @FOYER_VIEW_DONE: the last visits that were done
 * @FOYER_VIEW_WAITING: the offers that wait for an answer (`waitingQuotes`), wherever in their list they are
 *
 * What of a view costs time, because records are read for it: most are lists by their own names. Which of them a page shows is said by
 * foyer_page_parts(). A list that is not wanted stands in the view as an empty one: whether the viewer has it at all is always said.
 */
typedef enum {
  FOYER_VIEW_NO_LISTS = 0,
  FOYER_VIEW_DUE = 1 << 0,
  FOYER_VIEW_INVOICES = 1 << 1,
  FOYER_VIEW_PAYMENTS = 1 << 2,
  FOYER_VIEW_QUOTES = 1 << 3,
  FOYER_VIEW_UPCOMING = 1 << 4,
  FOYER_VIEW_PAST = 1 << 5,
  FOYER_VIEW_BOOKINGS = 1 << 6,
  FOYER_VIEW_PROPERTIES = 1 << 7,
  FOYER_VIEW_PLANS = 1 << 8,
  FOYER_VIEW_REQUESTS = 1 << 9,
  FOYER_VIEW_CONVERSATIONS = 1 << 10,
  FOYER_VIEW_DOCUMENTS = 1 << 11,
  FOYER_VIEW_EQUIPMENT = 1 << 12,
  FOYER_VIEW_HEALTH = 1 << 13,
  FOYER_VIEW_SERVICES = 1 << 14,
  FOYER_VIEW_DONE = 1 << 15,
  FOYER_VIEW_WAITING = 1 << 16,
  FOYER_VIEW_EVERYTHING = (1 << 17) - 1,
} FoyerViewParts;

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
 * foyer_portal_view_of_parts:
 * @parts: what is wanted
 *
 * Makes the same document with less in it: for one page. With %FOYER_VIEW_EVERYTHING it is that of foyer_portal_view().
 *
 * Returns: (transfer full): the document, or %NULL if @source failed
 */
JsonObject *foyer_portal_view_of_parts (FoyerRecordSource *source,
                                        const FoyerPortalViewer *viewer,
                                        FoyerRecord *settings,
                                        FoyerViewParts parts,
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
 * foyer_portal_view_sees:
 * @record: need not be in @source
 * @seen: (out): whether @viewer finds it in the portal, by what foyer_portal_view_add_record() asks, too
 *
 * For mails: what somebody may not see is not sent to them either.
 *
 * Returns: %FALSE if @source failed
 */
gboolean foyer_portal_view_sees (FoyerRecordSource *source,
                                 const FoyerPortalViewer *viewer,
                                 FoyerRecord *settings,
                                 FoyerRecord *record,
                                 gint64 now,
                                 gboolean *seen,
                                 GError **error);

/**
 * foyer_portal_view_get_record:
 *
 * Returns: (transfer none) (nullable): what was added, if it is a record of @type with that id
 */
JsonObject *foyer_portal_view_get_record (JsonObject *view, const FoyerRecordType *type, const char *id);

/**
 * foyer_portal_view_get_palette:
 *
 * Returns: the colours of the organisation
 */
FoyerPalette foyer_portal_view_get_palette (JsonObject *view);

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
