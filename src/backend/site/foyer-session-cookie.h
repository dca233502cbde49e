/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

/*
 * The cookies of the portal: of a session, and of the address that was just typed on the sign-in page. Their names make browsers
 * refuse them from anybody but this very host, and over plain http, except on this computer.
 */

/**
 * foyer_session_cookie_read:
 *
 * Returns: (transfer full) (nullable): the value of the session cookie; of several the first
 */
char *foyer_session_cookie_read (const FoyerHttpRequest *request);

/**
 * foyer_session_cookie_set:
 * @value: the session's secret
 * @seconds: that it lives
 */
void foyer_session_cookie_set (FoyerHttpResponse *response, const char *value, gint64 seconds);

/**
 * foyer_session_cookie_clear:
 *
 * Makes the browser forget the session.
 */
void foyer_session_cookie_clear (FoyerHttpResponse *response);

/**
 * foyer_address_cookie_read:
 *
 * Returns: (transfer full) (nullable): the address that was typed on the page before, unchecked
 */
char *foyer_address_cookie_read (const FoyerHttpRequest *request);

/**
 * foyer_address_cookie_set:
 *
 * Keeps an address for the next page, so that it stands in no address bar and no log.
 */
void foyer_address_cookie_set (FoyerHttpResponse *response, const char *address);

G_END_DECLS
