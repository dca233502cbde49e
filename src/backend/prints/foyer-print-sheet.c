/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-print-sheet.c - text and pages of a paper that is drawn from top to bottom */

#include "prints/foyer-print-sheet.h"

#include "foyer-text.h"

/* The foot begins this far above the end of the page. */
#define FOOT 40.0

/* One family for what people write from left to right; what it lacks comes from the others and from whatever the system has. */
#define FAMILIES "Cantarell, DejaVu Sans, Noto Sans, sans-serif"

static const struct {
  double size;
  PangoWeight weight;
  FoyerColour colour;
} fonts[FOYER_N_SHEET_FONTS] = {
  [FOYER_SHEET_BODY] = { 10, PANGO_WEIGHT_NORMAL, 0x15181d },
  [FOYER_SHEET_STRONG] = { 10, PANGO_WEIGHT_BOLD, 0x15181d },
  [FOYER_SHEET_MUTED] = { 9, PANGO_WEIGHT_NORMAL, 0x545b66 },
  [FOYER_SHEET_SMALL] = { 8, PANGO_WEIGHT_NORMAL, 0x545b66 },
  [FOYER_SHEET_HEADING] = { 12, PANGO_WEIGHT_BOLD, 0x15181d },
  [FOYER_SHEET_TITLE] = { 20, PANGO_WEIGHT_BOLD, 0x15181d },
  [FOYER_SHEET_FIGURE] = { 24, PANGO_WEIGHT_BOLD, 0x15181d },
};

#define RULE 0xc8cdd5

static void
set_font (PangoLayout *layout, FoyerSheetFont font)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_family_static (description, FAMILIES);
  pango_font_description_set_absolute_size (description, fonts[font].size * PANGO_SCALE);
  pango_font_description_set_weight (description, fonts[font].weight);
  pango_layout_set_font_description (layout, description);
  /* Figures stand under each other, and no letters melt into one glyph that could not be copied. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, liga=0"));
  /* What is broken inside a word was written without a hyphen. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
}

/* The far side is the right one also for a name that is read from right to left: a column keeps its edge. */
static PangoAlignment
choose_alignment (PangoLayout *layout, gboolean is_far)
{
  gboolean is_turned = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  return is_far != is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

PangoLayout *
foyer_sheet_layout (FoyerSheet *self, FoyerSheetFont font, const char *text, double width, gboolean is_far)
{
  PangoLayout *layout = pango_layout_new (self->context);

  set_font (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_set_line_spacing (layout, 1.2f);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_layout_set_alignment (layout, choose_alignment (layout, is_far));
  return layout;
}

double
foyer_sheet_layout_width (FoyerSheet *self, FoyerSheetFont font, const char *text)
{
  g_autoptr (PangoLayout) layout = foyer_sheet_layout (self, font, text, -1, FALSE);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

double
foyer_sheet_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
foyer_sheet_set_colour (FoyerSheet *self, FoyerColour colour)
{
  cairo_set_source_rgb (self->cr, (double) (colour >> 16 & 0xff) / 255, (double) (colour >> 8 & 0xff) / 255,
                        (double) (colour & 0xff) / 255);
}

void
foyer_sheet_set_font_colour (FoyerSheet *self, FoyerSheetFont font)
{
  foyer_sheet_set_colour (self, fonts[font].colour);
}

void
foyer_sheet_draw_layout (FoyerSheet *self, FoyerSheetFont font, PangoLayout *layout, double x, double y)
{
  if (self->n_pages == 0)
    return;
  foyer_sheet_set_font_colour (self, font);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

void
foyer_sheet_draw_rule (FoyerSheet *self, double y)
{
  if (self->n_pages == 0)
    return;
  foyer_sheet_set_colour (self, RULE);
  cairo_rectangle (self->cr, FOYER_SHEET_MARGIN, y, foyer_sheet_inner_width (self), 0.5);
  cairo_fill (self->cr);
}

double
foyer_sheet_left (FoyerSheet *self)
{
  return self->height - FOYER_SHEET_MARGIN - FOOT / 2 - self->y;
}

/* "Northwind Heating & Air, Invoice 1042" on one side and "Page 2 of 3" on the other. */
void
foyer_sheet_end_page (FoyerSheet *self)
{
  const FoyerPrint *print = self->print;
  g_autofree char *page = g_strdup_printf ("%u", self->page);
  g_autofree char *count = g_strdup_printf ("%u", self->n_pages);
  g_autofree char *number = foyer_text_fill (print->page_template, "page", page, "count", count, NULL);
  g_autofree char *name = g_strconcat (print->sender, ", ", print->title, NULL);
  double y = self->height - FOOT;
  double width = foyer_sheet_inner_width (self);
  double number_width = foyer_sheet_layout_width (self, FOYER_SHEET_SMALL, number) + 1;
  g_autoptr (PangoLayout) left
      = foyer_sheet_layout (self, FOYER_SHEET_SMALL, name, width - number_width - FOYER_SHEET_GAP, FALSE);
  g_autoptr (PangoLayout) right = foyer_sheet_layout (self, FOYER_SHEET_SMALL, number, number_width, TRUE);

  pango_layout_set_height (left, 0);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  foyer_sheet_draw_rule (self, y - 6);
  foyer_sheet_draw_layout (self, FOYER_SHEET_SMALL, left, FOYER_SHEET_MARGIN, y);
  foyer_sheet_draw_layout (self, FOYER_SHEET_SMALL, right, self->width - FOYER_SHEET_MARGIN - number_width,
                           y);
  if (self->n_pages > 0)
    cairo_show_page (self->cr);
}

void
foyer_sheet_next_page (FoyerSheet *self)
{
  foyer_sheet_end_page (self);
  self->page += 1;
  self->y = FOYER_SHEET_MARGIN;
}

void
foyer_sheet_need (FoyerSheet *self, double height)
{
  if (foyer_sheet_left (self) < height)
    foyer_sheet_next_page (self);
}

static void
draw_line (FoyerSheet *self, FoyerSheetFont font, PangoLayoutLine *line, double x, double y)
{
  if (self->n_pages == 0)
    return;
  foyer_sheet_set_font_colour (self, font);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout_line (self->cr, line);
}

void
foyer_sheet_write (FoyerSheet *self, FoyerSheetFont font, const char *text, double x, double width)
{
  g_autoptr (PangoLayout) layout = foyer_sheet_layout (self, font, text, width, FALSE);

  foyer_sheet_write_layout (self, font, layout, x);
}

void
foyer_sheet_write_layout (FoyerSheet *self, FoyerSheetFont font, PangoLayout *layout, double x)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  do {
    PangoRectangle logical;
    int top;
    int bottom;
    double height;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    pango_layout_iter_get_line_yrange (iter, &top, &bottom);
    height = (double) (bottom - top) / PANGO_SCALE;
    foyer_sheet_need (self, height);
    draw_line (self, font, pango_layout_iter_get_line_readonly (iter), x + (double) logical.x / PANGO_SCALE,
               self->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
    self->y += height;
  } while (pango_layout_iter_next_line (iter));
}
