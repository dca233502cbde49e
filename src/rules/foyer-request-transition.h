/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-transition.h"
#include "types/request.h"

G_BEGIN_DECLS

/**
 * foyer_request_may_become:
 *
 * Staying is no move: @from and @to alike give %FALSE. What a request is created as is no move either.
 *
 * Returns: whether @actor may take a request from @from to @to (X16)
 */
gboolean foyer_request_may_become (FoyerRequestStatus from, FoyerRequestStatus to, FoyerActor actor);

/**
 * foyer_request_is_open:
 *
 * Returns: whether a request with this status still waits for somebody (004-31)
 */
gboolean foyer_request_is_open (FoyerRequestStatus status);

G_END_DECLS
