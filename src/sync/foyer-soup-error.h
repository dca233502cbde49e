/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-transport.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * foyer_soup_error_translate:
 * @native: (transfer full): an error of libsoup, GIO or TLS
 * @message: the message that met it, made by foyer_soup_request_to_message()
 *
 * Returns: (transfer full): the same as a #FoyerTransportError; what the caller itself cancelled stays %G_IO_ERROR_CANCELLED
 */
GError *foyer_soup_error_translate (GError *native, SoupMessage *message);

G_END_DECLS
