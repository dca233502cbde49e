/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-setting-control.h"

#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PICTURE_CONTROL (foyer_picture_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPictureControl, foyer_picture_control, FOYER, PICTURE_CONTROL, FoyerSettingControl)

/**
 * foyer_picture_control_new:
 * @desk: its store keeps what is chosen, until the server has it
 * @field: of texts that are a blob's id; what is fetched from an https address becomes one (003-14)
 *
 * Returns: (transfer floating): an address, or a file of this computer
 */
GtkWidget *foyer_picture_control_new (FoyerDesk *desk, const FoyerField *field);

/**
 * foyer_picture_control_take:
 * @file: what somebody has chosen
 *
 * Keeps @file and shows it, or says why it cannot be the picture: it is of another kind than pages show, or larger.
 */
void foyer_picture_control_take (FoyerPictureControl *self, GFile *file);

G_END_DECLS
