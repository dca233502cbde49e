/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PICTURE_ADDRESS (foyer_picture_address_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPictureAddress, foyer_picture_address, FOYER, PICTURE_ADDRESS, AdwBin)

/**
 * FoyerPictureAddress:
 *
 * The address of a picture on the internet, which the server fetches once (003-14): clients never load it from there.
 */

/**
 * foyer_picture_address_new:
 * @desk: not kept alive
 * @field: of which setting
 */
FoyerPictureAddress *foyer_picture_address_new (FoyerDesk *desk, const FoyerField *field);

/**
 * foyer_picture_address_set_text:
 *
 * Shows @text without telling of it. What is fetched for another address is given up.
 */
void foyer_picture_address_set_text (FoyerPictureAddress *self, const char *text);

/**
 * foyer_picture_address_fetch:
 *
 * Has the server fetch the picture, as the button and Return do.
 */
void foyer_picture_address_fetch (FoyerPictureAddress *self);

/**
 * FoyerPictureAddress::edited:
 * @text: what was written
 */

/**
 * FoyerPictureAddress::fetched:
 * @blob_id: of the picture that the server has now
 */

G_END_DECLS
