/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Which mail domains may come in (000-67, D14). Domains are compared as they stand in the DNS, whole: not by how they end, and an international one is
 * the same in letters and in ASCII.
 */

/**
 * foyer_allowed_domain_of:
 * @address: (nullable): an email address
 *
 * Returns: (transfer full) (nullable): its domain as it stands in the DNS, in small letters; %NULL if it has none
 */
char *foyer_allowed_domain_of (const char *address);

/**
 * foyer_allowed_domain_fits:
 * @allowed: (nullable): `access.allowed_domains`; none means any
 * @domain: (nullable): from foyer_allowed_domain_of()
 *
 * Returns: whether addresses of @domain may come in
 */
gboolean foyer_allowed_domain_fits (const char *const *allowed, const char *domain);

G_END_DECLS
