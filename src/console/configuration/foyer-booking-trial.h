/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_TRIAL (foyer_booking_trial_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingTrial, foyer_booking_trial, FOYER, BOOKING_TRIAL, FoyerSettingPanel)

/**
 * FoyerBookingTrial:
 *
 * Leads to the calendar that a client would see today (D1, *Try it*).
 */

G_END_DECLS
