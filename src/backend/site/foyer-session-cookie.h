/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

/*
 * The cookies of the portal: of a session, of staff who look at it, and of the mail that somebody has just asked for. Their names make browsers
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
 * foyer_look_cookie_read:
 *
 * Returns: (transfer full) (nullable): the cookie of staff who look, unchecked
 */
char *foyer_look_cookie_read (const FoyerHttpRequest *request);

/**
 * foyer_look_cookie_set:
 * @value: the secret of their link
 * @seconds: that it still lives
 */
void foyer_look_cookie_set (FoyerHttpResponse *response, const char *value, gint64 seconds);

/**
 * foyer_look_cookie_clear:
 *
 * Makes the browser forget it.
 */
void foyer_look_cookie_clear (FoyerHttpResponse *response);

/**
 * foyer_request_cookie_read:
 * @address: (out) (transfer full) (nullable): the address that was typed on the page before, unchecked
 *
 * Returns: (transfer full) (nullable): the secret of the request for a mail, unchecked
 */
char *foyer_request_cookie_read (const FoyerHttpRequest *request, char **address);

/**
 * foyer_request_cookie_set:
 * @secret: of the request
 * @address: that was typed
 * @seconds: that its mail is good
 *
 * Keeps both for the next page, so that they stand in no address bar and no log.
 */
void foyer_request_cookie_set (FoyerHttpResponse *response,
                               const char *secret,
                               const char *address,
                               gint64 seconds);

G_END_DECLS
