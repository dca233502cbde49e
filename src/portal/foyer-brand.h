/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The colour of an organisation that has not chosen one. */
#define FOYER_BRAND_DEFAULT 0x2b5f9e

/**
 * FoyerColour:
 *
 * 0xrrggbb in sRGB.
 */
typedef guint32 FoyerColour;

/**
 * FoyerBrandMode:
 * @FOYER_BRAND_LIGHT: dark text on light ground
 * @FOYER_BRAND_DARK: light text on dark ground
 */
typedef enum {
  FOYER_BRAND_LIGHT,
  FOYER_BRAND_DARK,
} FoyerBrandMode;

/**
 * FoyerBrandTokens:
 * @brand: fills: the strip at the top, primary buttons, the hero
 * @ink: text on @brand and @hover, contrast 4.5 at least
 * @hover: @brand under the pointer
 * @edge: borders and graphs, contrast 3 at least on surface and canvas
 * @text: links and icons, contrast 4.5 at least on surface, canvas, sunken and @soft
 * @soft: the ground of what is selected
 * @line: the border of boxes on @soft
 *
 * What one brand colour becomes in one mode.
 */
typedef struct {
  FoyerColour brand;
  FoyerColour ink;
  FoyerColour hover;
  FoyerColour edge;
  FoyerColour text;
  FoyerColour soft;
  FoyerColour line;
} FoyerBrandTokens;

/**
 * FoyerAccentTokens:
 * @text: links and the section that is open, contrast 4.5 at least on all grounds of #FoyerBrandTokens.text, on @soft and on the soft
 *   ground of the first colour
 * @soft: the ground of the section that is open
 *
 * What the second colour becomes in one mode (001-33).
 */
typedef struct {
  FoyerColour text;
  FoyerColour soft;
} FoyerAccentTokens;

/**
 * FoyerPalette:
 * @primary: the brand colour
 * @accent: the second colour; @primary where there is none
 *
 * What an organisation chose.
 */
typedef struct {
  FoyerColour primary;
  FoyerColour accent;
} FoyerPalette;

/* Of an organisation that has chosen nothing. */
#define FOYER_PALETTE_DEFAULT ((FoyerPalette){ FOYER_BRAND_DEFAULT, FOYER_BRAND_DEFAULT })

/**
 * FoyerNeutrals:
 *
 * The grounds and texts of a mode, the same for every organisation.
 */
typedef struct {
  FoyerColour surface;
  FoyerColour canvas;
  FoyerColour sunken;
  FoyerColour ink;
  FoyerColour ink_2;
} FoyerNeutrals;

extern const FoyerNeutrals foyer_neutrals[2];

/**
 * foyer_colour_parse:
 * @text: (nullable): exactly `#rrggbb`, letters in either case
 * @colour: (out): left alone if @text is something else
 *
 * Returns: whether @text is a colour
 */
gboolean foyer_colour_parse (const char *text, FoyerColour *colour);

/**
 * foyer_colour_contrast:
 *
 * Returns: the contrast ratio of WCAG 2, from 1 to 21
 */
double foyer_colour_contrast (FoyerColour a, FoyerColour b);

/**
 * foyer_brand_derive:
 * @colour: what the organisation chose
 *
 * Every colour gives tokens that hold the contrasts named above.
 *
 * Returns: the tokens
 */
FoyerBrandTokens foyer_brand_derive (FoyerColour colour, FoyerBrandMode mode);

/**
 * foyer_brand_derive_accent:
 *
 * Every pair of colours gives tokens that hold the contrasts named above.
 *
 * Returns: the tokens
 */
FoyerAccentTokens foyer_brand_derive_accent (FoyerPalette palette, FoyerBrandMode mode);

/**
 * foyer_brand_sheet:
 *
 * Returns: (transfer full): the style sheet of an organisation: its brand in both modes, and all dark colours
 */
char *foyer_brand_sheet (FoyerPalette palette);

/**
 * foyer_brand_mark:
 *
 * Returns: (transfer full): an SVG icon in the brand colour for the browser's tab
 */
char *foyer_brand_mark (FoyerColour colour);

/**
 * foyer_brand_force:
 * @bytes: a style sheet of ours, or a page
 *
 * Returns: (transfer full): the same, as a browser shows it in @mode whatever its owner likes better
 */
GBytes *foyer_brand_force (GBytes *bytes, FoyerBrandMode mode);

G_END_DECLS
