/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerIcon:
 *
 * The icons of the portal, 24 by 24, drawn in lines.
 */
typedef enum {
  FOYER_ICON_HOME,
  FOYER_ICON_VISIT,
  FOYER_ICON_QUOTE,
  FOYER_ICON_INVOICE,
  FOYER_ICON_PAYMENT,
  FOYER_ICON_PLAN,
  FOYER_ICON_REQUEST,
  FOYER_ICON_MESSAGE,
  FOYER_ICON_DOCUMENT,
  FOYER_ICON_PROPERTY,
  FOYER_ICON_EQUIPMENT,
  FOYER_ICON_ADD,
  FOYER_ICON_PERSON,
  FOYER_ICON_SIGN_OUT,
  FOYER_ICON_SIGN,
  FOYER_ICON_CLOSE,
  FOYER_ICON_FORWARD,
  FOYER_ICON_BACK,
  FOYER_ICON_MENU,
  FOYER_ICON_LOCK,
  FOYER_ICON_CLOCK,
  FOYER_ICON_MAIL,
  FOYER_ICON_PHONE,
  FOYER_ICON_DONE,
  FOYER_ICON_FAILED,
  FOYER_ICON_WARNING,
  FOYER_ICON_DOWNLOAD,
} FoyerIcon;

#define FOYER_N_ICONS 27

/**
 * FoyerIconShape:
 * @flips: whether it points somewhere, and so is mirrored where text runs from right to left
 * @rect: x, y, width, height and corner radius, or nothing
 * @circle: centre x and y and radius, or nothing
 * @path: the data of a path
 */
typedef struct {
  gboolean flips;
  const char *rect[5];
  const char *circle[3];
  const char *path;
} FoyerIconShape;

extern const FoyerIconShape foyer_icon_shapes[FOYER_N_ICONS];

G_END_DECLS
