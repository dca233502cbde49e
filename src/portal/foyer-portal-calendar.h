/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_portal_calendar:
 * @view: to which a visit was added (foyer_portal_view_add_record())
 * @visit_id: that visit
 * @portal_url: (nullable): the address of the portal, without a trailing slash
 * @now: seconds since 1970
 *
 * Makes the file by which a visit goes into somebody's calendar (RFC 5545): the window of arrival that the page tells, in UTC, so that every
 * calendar shows it on its own clocks. Fetched again later it takes the place of what was fetched before.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL if the view has no such visit or it will not take place
 */
char *foyer_portal_calendar (JsonObject *view, const char *visit_id, const char *portal_url, gint64 now);

G_END_DECLS
