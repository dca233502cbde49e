/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * foyer_domain_row_new:
 * @domain: a Domain
 * @primary: (nullable): what makes it the primary one; insensitive until it is verified
 * @remove: (nullable): asks to remove it; %NULL for whoever only looks
 *
 * Returns: an expander: how far the host name was verified, and beneath it why not, and the DNS records that it needs, as expected and as found
 */
GtkWidget *foyer_domain_row_new (FoyerDesk *desk, FoyerRecord *domain, GtkWidget *primary, GtkWidget *remove);

G_END_DECLS
