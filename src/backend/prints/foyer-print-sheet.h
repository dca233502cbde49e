/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-print.h"

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Points, 72 to an inch. */
#define FOYER_SHEET_MARGIN 54.0
#define FOYER_SHEET_GAP 14.0

/**
 * FoyerSheetFont:
 * @FOYER_SHEET_BODY: what is read
 * @FOYER_SHEET_STRONG: what is read first
 * @FOYER_SHEET_MUTED: names and second lines
 * @FOYER_SHEET_SMALL: terms, and the foot of each page
 * @FOYER_SHEET_HEADING: over a part
 * @FOYER_SHEET_TITLE: over it all
 * @FOYER_SHEET_FIGURE: the one big figure
 */
typedef enum {
  FOYER_SHEET_BODY,
  FOYER_SHEET_STRONG,
  FOYER_SHEET_MUTED,
  FOYER_SHEET_SMALL,
  FOYER_SHEET_HEADING,
  FOYER_SHEET_TITLE,
  FOYER_SHEET_FIGURE,
} FoyerSheetFont;

#define FOYER_N_SHEET_FONTS 7

/**
 * FoyerSheet:
 * @cr: (owned): where it is drawn
 * @context: (owned): how text is set
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @y: how far down the page it has got
 * @page: which page, from 1
 * @n_pages: how many there are; 0 while they are counted and nothing is drawn
 *
 * The paper while it is drawn from top to bottom, page after page. Lives as long as one call.
 */
typedef struct {
  const FoyerPrint *print;
  cairo_t *cr;
  PangoContext *context;
  double width;
  double height;
  double y;
  guint page;
  guint n_pages;
} FoyerSheet;

/**
 * foyer_sheet_layout:
 * @text: (nullable): plain text
 * @width: in points; longer lines are wrapped, also inside words
 * @is_far: whether it is set to the far side, as figures are
 *
 * Returns: (transfer full): the text as it will be set
 */
PangoLayout *
foyer_sheet_layout (FoyerSheet *self, FoyerSheetFont font, const char *text, double width, gboolean is_far);

/**
 * foyer_sheet_layout_width:
 *
 * Returns: how many points wide @text is without being wrapped
 */
double foyer_sheet_layout_width (FoyerSheet *self, FoyerSheetFont font, const char *text);
double foyer_sheet_layout_height (PangoLayout *layout);

/**
 * foyer_sheet_set_font_colour:
 *
 * Sets the colour that text of @font has.
 */
void foyer_sheet_set_font_colour (FoyerSheet *self, FoyerSheetFont font);
void foyer_sheet_set_colour (FoyerSheet *self, FoyerColour colour);

/**
 * foyer_sheet_draw_layout:
 *
 * Draws @layout with its left upper corner at that place, wherever the page ends.
 */
void foyer_sheet_draw_layout (FoyerSheet *self, FoyerSheetFont font, PangoLayout *layout, double x, double y);

/**
 * foyer_sheet_draw_rule:
 *
 * Draws a thin line from margin to margin.
 */
void foyer_sheet_draw_rule (FoyerSheet *self, double y);

/**
 * foyer_sheet_write:
 * @x: in points
 * @width: in points
 *
 * Writes a text, line by line and from one page to the next where it has to.
 */
void foyer_sheet_write (FoyerSheet *self, FoyerSheetFont font, const char *text, double x, double width);

/**
 * foyer_sheet_write_layout:
 * @x: in points
 *
 * Does what foyer_sheet_write() does with a text that is set already.
 */
void foyer_sheet_write_layout (FoyerSheet *self, FoyerSheetFont font, PangoLayout *layout, double x);

/**
 * foyer_sheet_left:
 *
 * Returns: how many points are left on the page above its foot
 */
double foyer_sheet_left (FoyerSheet *self);

/**
 * foyer_sheet_need:
 *
 * Goes on to the next page if less than @height is left on this one.
 */
void foyer_sheet_need (FoyerSheet *self, double height);

/**
 * foyer_sheet_next_page:
 *
 * Ends the page with its foot and begins another one.
 */
void foyer_sheet_next_page (FoyerSheet *self);

/**
 * foyer_sheet_end_page:
 *
 * Draws the foot of the page.
 */
void foyer_sheet_end_page (FoyerSheet *self);

/**
 * foyer_sheet_write_table:
 *
 * Writes a table; its head stands again on every page.
 */
void foyer_sheet_write_table (FoyerSheet *self, const FoyerPrintBlock *table);

static inline double
foyer_sheet_inner_width (FoyerSheet *self)
{
  return self->width - 2 * FOYER_SHEET_MARGIN;
}

G_END_DECLS
