/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_portal_mask:
 * @view: a view document
 *
 * Makes personal data unreadable, so that a picture of the portal can be given away (004-18): names of clients, people and staff,
 * addresses, telephone numbers, email addresses and whatever somebody wrote become dots of the same length. What the business says of
 * itself, services, money, dates and numbers of papers stay. A page is made from the result as from any view.
 *
 * Returns: (transfer full): the masked document; @view is left as it is
 */
JsonObject *foyer_portal_mask (JsonObject *view);

G_END_DECLS
