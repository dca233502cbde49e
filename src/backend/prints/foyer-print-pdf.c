/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-print-pdf.c - papers as PDF: letterhead, title, and what stands under it */

#include "prints/foyer-print-pdf.h"

#include "foyer-date.h"
#include "prints/foyer-print-logo.h"
#include "prints/foyer-print-sheet.h"

#include <cairo-pdf.h>

#define LOGO_WIDTH 180.0
#define LOGO_HEIGHT 44.0
#define STRIP 4.0
#define FACT_NAME 110.0

static const struct {
  double width;
  double height;
} sizes[] = {
  [FOYER_PRINT_A4] = { 595.276, 841.890 },
  [FOYER_PRINT_LETTER] = { 612, 792 },
};

static cairo_status_t
take_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* --- The letterhead --- */

static double
draw_logo (FoyerSheet *sheet, cairo_surface_t *logo)
{
  double width = cairo_image_surface_get_width (logo);
  double height = cairo_image_surface_get_height (logo);
  double scale = MIN (LOGO_WIDTH / width, LOGO_HEIGHT / height);

  if (sheet->n_pages > 0) {
    cairo_save (sheet->cr);
    cairo_translate (sheet->cr, FOYER_SHEET_MARGIN, sheet->y);
    cairo_scale (sheet->cr, scale, scale);
    cairo_set_source_surface (sheet->cr, logo, 0, 0);
    cairo_paint (sheet->cr);
    cairo_restore (sheet->cr);
  }
  return height * scale;
}

static double
draw_sender (FoyerSheet *sheet, gboolean has_logo)
{
  double width = foyer_sheet_inner_width (sheet) / 2 - FOYER_SHEET_GAP;
  double x = sheet->width - FOYER_SHEET_MARGIN - width;
  double y = sheet->y;

  if (has_logo) {
    g_autoptr (PangoLayout) name
        = foyer_sheet_layout (sheet, FOYER_SHEET_STRONG, sheet->print->sender, width, TRUE);

    foyer_sheet_draw_layout (sheet, FOYER_SHEET_STRONG, name, x, y);
    y += foyer_sheet_layout_height (name);
  }
  for (guint i = 0; i < sheet->print->sender_lines->len; i++) {
    g_autoptr (PangoLayout) line
        = foyer_sheet_layout (sheet, FOYER_SHEET_MUTED, g_ptr_array_index (sheet->print->sender_lines, i),
                              width, TRUE);

    foyer_sheet_draw_layout (sheet, FOYER_SHEET_MUTED, line, x, y);
    y += foyer_sheet_layout_height (line);
  }
  return y - sheet->y;
}

static void
write_letterhead (FoyerSheet *sheet, cairo_surface_t *logo)
{
  double left;
  double right;

  if (sheet->n_pages > 0) {
    foyer_sheet_set_colour (sheet, sheet->print->colour);
    cairo_rectangle (sheet->cr, 0, 0, sheet->width, STRIP);
    cairo_fill (sheet->cr);
  }
  right = draw_sender (sheet, logo != NULL);
  if (logo != NULL) {
    left = draw_logo (sheet, logo);
  } else {
    g_autoptr (PangoLayout) name = foyer_sheet_layout (sheet, FOYER_SHEET_HEADING, sheet->print->sender,
                                                       foyer_sheet_inner_width (sheet) / 2, FALSE);

    foyer_sheet_draw_layout (sheet, FOYER_SHEET_HEADING, name, FOYER_SHEET_MARGIN, sheet->y);
    left = foyer_sheet_layout_height (name);
  }
  sheet->y += MAX (left, right) + 2 * FOYER_SHEET_GAP;
}

/* --- What stands under it --- */

static void
write_figure (FoyerSheet *sheet, const FoyerPrintBlock *block)
{
  double width = foyer_sheet_inner_width (sheet);

  foyer_sheet_need (sheet, 72);
  foyer_sheet_write (sheet, FOYER_SHEET_MUTED, block->name, FOYER_SHEET_MARGIN, width);
  foyer_sheet_write (sheet, FOYER_SHEET_FIGURE, block->text, FOYER_SHEET_MARGIN, width);
  if (block->detail != NULL)
    foyer_sheet_write (sheet, FOYER_SHEET_MUTED, block->detail, FOYER_SHEET_MARGIN, width);
  sheet->y += FOYER_SHEET_GAP;
}

static void
write_fact (FoyerSheet *sheet, const FoyerPrintBlock *block, gboolean is_last)
{
  double x = FOYER_SHEET_MARGIN + FACT_NAME;
  double width = foyer_sheet_inner_width (sheet) - FACT_NAME;
  g_autoptr (PangoLayout) name
      = foyer_sheet_layout (sheet, FOYER_SHEET_MUTED, block->name, FACT_NAME - 8, FALSE);

  double top;

  foyer_sheet_need (sheet, foyer_sheet_layout_height (name) + 4);
  top = sheet->y;
  foyer_sheet_draw_layout (sheet, FOYER_SHEET_MUTED, name, FOYER_SHEET_MARGIN, sheet->y + 1);
  foyer_sheet_write (sheet, FOYER_SHEET_BODY, block->text, x, width);
  if (block->detail != NULL)
    foyer_sheet_write (sheet, FOYER_SHEET_MUTED, block->detail, x, width);
  /* A long name may take more lines than what it is the name of, if that has not gone on to the next page. */
  if (sheet->y >= top)
    sheet->y = MAX (sheet->y, top + 1 + foyer_sheet_layout_height (name));
  sheet->y += is_last ? 1.5 * FOYER_SHEET_GAP : 3;
}

static void
write_text (FoyerSheet *sheet, const FoyerPrintBlock *block)
{
  static const FoyerSheetFont fonts[] = {
    [FOYER_PRINT_HEADING] = FOYER_SHEET_HEADING,
    [FOYER_PRINT_PARAGRAPH] = FOYER_SHEET_BODY,
    [FOYER_PRINT_SMALL] = FOYER_SHEET_SMALL,
  };

  if (block->kind == FOYER_PRINT_HEADING)
    foyer_sheet_need (sheet, 60);
  foyer_sheet_write (sheet, fonts[block->kind], block->text, FOYER_SHEET_MARGIN,
                     foyer_sheet_inner_width (sheet));
  sheet->y += block->kind == FOYER_PRINT_HEADING ? FOYER_SHEET_GAP / 2 : FOYER_SHEET_GAP;
}

static void
write_block (FoyerSheet *sheet, guint index)
{
  GPtrArray *blocks = sheet->print->blocks;
  const FoyerPrintBlock *block = g_ptr_array_index (blocks, index);
  const FoyerPrintBlock *next = index + 1 < blocks->len ? g_ptr_array_index (blocks, index + 1) : NULL;

  switch (block->kind) {
  case FOYER_PRINT_FIGURE:
    write_figure (sheet, block);
    break;
  case FOYER_PRINT_FACT:
    write_fact (sheet, block, next == NULL || next->kind != FOYER_PRINT_FACT);
    break;
  case FOYER_PRINT_TABLE:
    foyer_sheet_write_table (sheet, block);
    break;
  case FOYER_PRINT_HEADING:
  case FOYER_PRINT_PARAGRAPH:
  case FOYER_PRINT_SMALL:
  default:
    write_text (sheet, block);
    break;
  }
}

static void
write_print (FoyerSheet *sheet, cairo_surface_t *logo, guint n_pages)
{
  double width = foyer_sheet_inner_width (sheet);

  sheet->page = 1;
  sheet->n_pages = n_pages;
  sheet->y = FOYER_SHEET_MARGIN;
  write_letterhead (sheet, logo);
  foyer_sheet_write (sheet, FOYER_SHEET_TITLE, sheet->print->title, FOYER_SHEET_MARGIN, width);
  if (sheet->print->subject != NULL)
    foyer_sheet_write (sheet, FOYER_SHEET_BODY, sheet->print->subject, FOYER_SHEET_MARGIN, width);
  sheet->y += FOYER_SHEET_GAP;
  for (guint i = 0; i < sheet->print->blocks->len; i++)
    write_block (sheet, i);
  foyer_sheet_end_page (sheet);
}

/* --- The file --- */

static void
set_metadata (cairo_surface_t *surface, const FoyerPrint *print)
{
  g_autofree char *made_at = foyer_utc_format (print->made_at);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, print->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, print->sender);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made_at);
  if (print->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, print->subject);
}

/* Letters keep their places at every size, so that counting the pages and drawing them agree. */
static PangoContext *
make_context (cairo_t *cr, const char *language)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);
  return context;
}

GBytes *
foyer_print_pdf (const FoyerPrint *print, GBytes *logo, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  FoyerSheet sheet
      = { .print = print, .width = sizes[print->size].width, .height = sizes[print->size].height };
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (take_bytes, bytes, sheet.width, sheet.height);
  cairo_surface_t *picture = foyer_print_logo_new (logo);
  cairo_status_t status;

  set_metadata (surface, print);
  sheet.cr = cairo_create (surface);
  sheet.context = make_context (sheet.cr, print->language);
  write_print (&sheet, picture, 0);
  write_print (&sheet, picture, sheet.page);
  status = cairo_status (sheet.cr);
  g_object_unref (sheet.context);
  cairo_destroy (sheet.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  g_clear_pointer (&picture, cairo_surface_destroy);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "A PDF was not made: %s",
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
