/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_INQUIRY (foyer_inquiry_get_type ())
G_DECLARE_FINAL_TYPE (FoyerInquiry, foyer_inquiry, FOYER, INQUIRY, GObject)

/**
 * FoyerInquiry:
 *
 * A request as rows and page show it: the record with the names that it points to, as they stood when it was read.
 *
 * Properties, read-only: `request` (#FoyerRecord), `client` (#FoyerRecord or %NULL), `about` (string or %NULL: the name of what it is about), `place` (string or %NULL), `time` (#FoyerOfficeTime), `now`
 * (int64).
 */

/**
 * foyer_inquiry_new:
 * @request: a Request
 */
FoyerInquiry *foyer_inquiry_new (FoyerDesk *desk, FoyerRecord *request);

FoyerRecord *foyer_inquiry_get_request (FoyerInquiry *self);

/**
 * foyer_inquiry_get_client_name:
 *
 * Returns: (transfer none): of whoever asks, or an empty text
 */
const char *foyer_inquiry_get_client_name (FoyerInquiry *self);

G_END_DECLS
