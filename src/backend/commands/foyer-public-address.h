/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The addresses under which people reach a server: a template for portals, `https://{slug}.portal.example`, and its bare host for the API. */

/**
 * foyer_public_address_check:
 *
 * Returns: %FALSE with an error unless @template is http or https, a host that begins with `{slug}.` and nothing behind it but a port
 */
gboolean foyer_public_address_check (const char *template, GError **error);

/**
 * foyer_public_address_get_api:
 * @template: a good template
 *
 * Returns: (transfer full): the address of the bare host
 */
char *foyer_public_address_get_api (const char *template);

/**
 * foyer_public_address_guess:
 * @address: at which a server listens on this computer: `http://127.0.0.1:8080`
 *
 * Names below localhost lead to this computer in every browser.
 *
 * Returns: (transfer full): the template of its portals, or %NULL with an error
 */
char *foyer_public_address_guess (const char *address, GError **error);

G_END_DECLS
