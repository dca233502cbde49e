/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

/*
 * The cookie of a portal session. Its name makes browsers refuse it from anybody but this very host, and over plain http, except on
 * this computer.
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

G_END_DECLS
