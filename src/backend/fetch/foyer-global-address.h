/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * foyer_global_address_is:
 *
 * Whether @address is somebody's on the internet: no network of a house, no machine itself, no tunnel by which such can be reached, nothing
 * reserved (the special-purpose registries of IPv4 and IPv6). What nobody has is no such address either.
 */
gboolean foyer_global_address_is (GInetAddress *address);

G_END_DECLS
