/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ADDRESS_PROBE (foyer_address_probe_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAddressProbe, foyer_address_probe, FOYER, ADDRESS_PROBE, AdwBin)

/**
 * FoyerAddressProbe:
 *
 * Whether somebody could sign in if the draft were published: an address is written, and those who have it are told with their ways in, or with
 * why there is none (D1).
 */

/**
 * foyer_address_probe_start:
 * @desk: not referenced beyond foyer_address_probe_stop()
 */
void foyer_address_probe_start (FoyerAddressProbe *self, FoyerDesk *desk);

/**
 * foyer_address_probe_stop:
 *
 * Cancels what is asked. May be called again; it is when the widget is disposed of.
 */
void foyer_address_probe_stop (FoyerAddressProbe *self);

G_END_DECLS
