/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"
#include "types/client.h"
#include "types/portal_settings.h"
#include "types/request.h"

G_BEGIN_DECLS

/*
 * What settings mean. Keys, ranges and defaults stand in `types/portal_settings.h`; here is what follows from them. Functions
 * that take @settings take an effective record, as foyer_settings_get() gives it. A client's own sign-in rules are only ever
 * stricter than the organisation's (A7, 001-37).
 */

/**
 * foyer_settings_get:
 *
 * Returns: (transfer full): the organisation's published settings with every missing key at its default, so that the typed
 *   getters of PortalSettings give effective values; all defaults if @source has no settings. %NULL if @source failed
 */
FoyerRecord *foyer_settings_get (FoyerRecordSource *source, GError **error);

/**
 * foyer_settings_complete:
 * @settings: settings as they are stored or drafted
 *
 * Returns: (transfer full): the same with every missing key at its default
 */
FoyerRecord *foyer_settings_complete (FoyerRecord *settings, GError **error);

/**
 * foyer_settings_may_request:
 *
 * Returns: whether clients may describe work that they want (X4, 003-11)
 */
gboolean foyer_settings_may_request (FoyerRecord *settings);

/**
 * foyer_settings_may_ask:
 *
 * Returns: whether clients may ask for that: work and prices while requests are on (X4), changes to a quote while these are (000-29);
 *   complaints and disputes always
 */
gboolean foyer_settings_may_ask (FoyerRecord *settings, FoyerRequestKind kind);

/**
 * foyer_settings_may_book:
 *
 * Returns: whether clients may take a slot (X4, 000-8)
 */
gboolean foyer_settings_may_book (FoyerRecord *settings);

/**
 * foyer_settings_may_book_service:
 *
 * Returns: whether clients may take a slot for @service: booking is on, the service is listed and still sold (000-43, B14)
 */
gboolean foyer_settings_may_book_service (FoyerRecord *settings, FoyerRecord *service);

/**
 * foyer_settings_first_start:
 * @asked_at: seconds since 1970
 *
 * Returns: the earliest start that may be booked at @asked_at, in seconds since 1970 (000-36)
 */
gint64 foyer_settings_first_start (FoyerRecord *settings, gint64 asked_at);

/**
 * foyer_settings_last_start:
 * @asked_at: seconds since 1970
 *
 * Days ahead are days of 24 hours.
 *
 * Returns: the moment from which on nothing may be booked at @asked_at, in seconds since 1970 (000-37)
 */
gint64 foyer_settings_last_start (FoyerRecord *settings, gint64 asked_at);

/**
 * foyer_settings_may_still_move:
 * @start: of the visit, seconds since 1970
 * @now: seconds since 1970
 *
 * Returns: whether a client may still cancel or move a visit: not inside the cancellation window (000-40, B17)
 */
gboolean foyer_settings_may_still_move (FoyerRecord *settings, gint64 start, gint64 now);

/**
 * foyer_settings_expires_at:
 * @asked_at: seconds since 1970
 *
 * Returns: when a booking asked for at @asked_at expires undecided, %G_MAXINT64 for never (X21, B21)
 */
gint64 foyer_settings_expires_at (FoyerRecord *settings, gint64 asked_at);

/**
 * foyer_settings_direct_links:
 * @client: (nullable)
 *
 * Returns: what a direct link of @client is worth (X2)
 */
FoyerDirectLinks foyer_settings_direct_links (FoyerRecord *settings, FoyerRecord *client);

/**
 * foyer_settings_sso:
 * @client: (nullable)
 *
 * Returns: single sign-on as it applies to @client (001-11)
 */
FoyerSso foyer_settings_sso (FoyerRecord *settings, FoyerRecord *client);

/**
 * foyer_settings_step_up:
 * @client: (nullable)
 *
 * Returns: what @client is asked again before signing (A7)
 */
FoyerStepUp foyer_settings_step_up (FoyerRecord *settings, FoyerRecord *client);

/**
 * foyer_settings_session_hours:
 * @client: (nullable)
 *
 * Returns: hours that a session of @client lasts (000-18)
 */
gint64 foyer_settings_session_hours (FoyerRecord *settings, FoyerRecord *client);

/**
 * foyer_settings_business_name:
 * @organisation: (nullable)
 *
 * Returns: (transfer none): the name under which clients know the business: the portal's own if there is anything to read in it, or the
 *   organisation's. Empty if there is neither (000-58)
 */
const char *foyer_settings_business_name (FoyerRecord *settings, FoyerRecord *organisation);

G_END_DECLS
