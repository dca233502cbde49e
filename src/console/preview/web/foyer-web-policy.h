/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-web-frame.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * foyer_web_policy_guard:
 * @web: the child of a #FoyerWebFrame
 *
 * From now on @web goes nowhere but within our scheme, and opens, stores, asks and offers nothing that leads out of it.
 */
void foyer_web_policy_guard (WebKitWebView *web);

G_END_DECLS
