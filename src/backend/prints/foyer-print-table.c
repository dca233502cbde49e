/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-print-table.c - tables over as many pages as they need, each with its head */

#include "prints/foyer-print-sheet.h"

#define PADDING 5.0
#define COLUMN_GAP 12.0

/* Columns of figures take at most this part of the width, however long a figure is; it is wrapped then. */
#define FIGURES_MOST 0.62

/* A row that is taller than this part of a page is broken. */
#define ROW_MOST 0.6

typedef struct {
  guint n;
  double x[FOYER_PRINT_MOST_COLUMNS];
  double width[FOYER_PRINT_MOST_COLUMNS];
} Columns;

static gboolean
is_number (const FoyerPrintBlock *table, guint column)
{
  return g_array_index (table->columns, FoyerPrintColumn, column).is_number;
}

static FoyerSheetFont
font_of_cell (const FoyerPrintRow *row, guint column)
{
  if (row->kind == FOYER_PRINT_ROW_TOTAL)
    return FOYER_SHEET_STRONG;
  if (row->kind == FOYER_PRINT_ROW_SUM)
    return FOYER_SHEET_BODY;
  return column == 0 ? FOYER_SHEET_STRONG : FOYER_SHEET_BODY;
}

/* How wide a column of figures would like to be. */
static double
measure (FoyerSheet *sheet, const FoyerPrintBlock *table, guint column)
{
  const char *title = g_array_index (table->columns, FoyerPrintColumn, column).title;
  double width = foyer_sheet_layout_width (sheet, FOYER_SHEET_MUTED, title);

  for (guint i = 0; i < table->rows->len; i++) {
    const FoyerPrintRow *row = g_ptr_array_index (table->rows, i);

    if (row->cells[column] != NULL)
      width = MAX (width, foyer_sheet_layout_width (sheet, font_of_cell (row, column), row->cells[column]));
  }
  return width + 1;
}

/* Figures take what they need, texts share the rest. */
static void
set_columns (FoyerSheet *sheet, const FoyerPrintBlock *table, Columns *columns)
{
  double inner = foyer_sheet_inner_width (sheet);
  double figures = 0;
  double gaps;
  double scale;
  double x = FOYER_SHEET_MARGIN;
  guint n_texts = 0;

  columns->n = table->columns->len;
  gaps = COLUMN_GAP * (columns->n - 1);
  for (guint i = 0; i < columns->n; i++) {
    columns->width[i] = is_number (table, i) ? measure (sheet, table, i) : 0;
    figures += columns->width[i];
    n_texts += !is_number (table, i);
  }
  scale = MIN (1, (inner * FIGURES_MOST - gaps) / MAX (1, figures));
  for (guint i = 0; i < columns->n; i++) {
    columns->width[i] = is_number (table, i) ? columns->width[i] * scale
                                             : (inner - gaps - figures * scale) / MAX (1, n_texts);
    columns->x[i] = x;
    x += columns->width[i] + COLUMN_GAP;
  }
}

static void
write_head (FoyerSheet *sheet, const FoyerPrintBlock *table, const Columns *columns)
{
  double height = 0;

  for (guint i = 0; i < columns->n; i++) {
    const char *title = g_array_index (table->columns, FoyerPrintColumn, i).title;
    g_autoptr (PangoLayout) layout
        = foyer_sheet_layout (sheet, FOYER_SHEET_MUTED, title, columns->width[i], is_number (table, i));

    foyer_sheet_draw_layout (sheet, FOYER_SHEET_MUTED, layout, columns->x[i], sheet->y);
    height = MAX (height, foyer_sheet_layout_height (layout));
  }
  sheet->y += height + PADDING;
  foyer_sheet_draw_rule (sheet, sheet->y);
  sheet->y += PADDING;
}

/* Names of sums reach up to the figures, because nothing stands in between. */
static double
width_of_cell (const FoyerPrintRow *row, const Columns *columns, guint column)
{
  if (row->kind == FOYER_PRINT_ROW_ITEM || column > 0)
    return columns->width[column];
  return columns->x[columns->n - 1] - COLUMN_GAP - columns->x[0];
}

/* A row as it will be set: setting is what takes time, so each text is set once. */
typedef struct {
  PangoLayout *cells[FOYER_PRINT_MOST_COLUMNS]; /* (owned) */
  PangoLayout *detail;                          /* (owned) (nullable) */
  double height;
} SetRow;

static void
set_row (FoyerSheet *sheet,
         const FoyerPrintBlock *table,
         const FoyerPrintRow *row,
         const Columns *columns,
         SetRow *set)
{
  for (guint i = 0; i < columns->n; i++) {
    set->cells[i] = foyer_sheet_layout (sheet, font_of_cell (row, i), row->cells[i],
                                        width_of_cell (row, columns, i), i > 0 && is_number (table, i));
    set->height = MAX (set->height, foyer_sheet_layout_height (set->cells[i]));
  }
  if (row->detail == NULL)
    return;
  set->detail = foyer_sheet_layout (sheet, FOYER_SHEET_MUTED, row->detail, columns->width[0], FALSE);
  set->height = MAX (set->height, foyer_sheet_layout_height (set->detail) + MIN (set->height, 14));
}

static void
clear_row (SetRow *set)
{
  for (guint i = 0; i < FOYER_PRINT_MOST_COLUMNS; i++)
    g_clear_object (&set->cells[i]);
  g_clear_object (&set->detail);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SetRow, clear_row)

/* A new page begins with the head of the table. */
static void
need_row (FoyerSheet *sheet, const FoyerPrintBlock *table, const Columns *columns, double height)
{
  if (foyer_sheet_left (sheet) >= height)
    return;
  foyer_sheet_next_page (sheet);
  write_head (sheet, table, columns);
}

static void
write_row (FoyerSheet *sheet, const FoyerPrintBlock *table, const FoyerPrintRow *row, const Columns *columns)
{
  g_auto (SetRow) set = { 0 };
  double top;
  double bottom;
  guint page;

  set_row (sheet, table, row, columns, &set);
  need_row (sheet, table, columns, MIN (set.height + 2 * PADDING, sheet->height * ROW_MOST));
  top = sheet->y;
  page = sheet->page;
  bottom = top;
  for (guint i = columns->n; i-- > 1;) {
    foyer_sheet_draw_layout (sheet, font_of_cell (row, i), set.cells[i], columns->x[i], top);
    bottom = MAX (bottom, top + foyer_sheet_layout_height (set.cells[i]));
  }
  /* The first cell comes last: it alone may go on to another page. */
  foyer_sheet_write_layout (sheet, font_of_cell (row, 0), set.cells[0], columns->x[0]);
  if (set.detail != NULL)
    foyer_sheet_write_layout (sheet, FOYER_SHEET_MUTED, set.detail, columns->x[0]);
  if (sheet->page == page)
    sheet->y = MAX (sheet->y, bottom);
  sheet->y += PADDING;
}

void
foyer_sheet_write_table (FoyerSheet *self, const FoyerPrintBlock *table)
{
  Columns columns;

  if (table->columns->len == 0)
    return;
  set_columns (self, table, &columns);
  foyer_sheet_need (self, 72);
  write_head (self, table, &columns);
  for (guint i = 0; i < table->rows->len; i++) {
    const FoyerPrintRow *row = g_ptr_array_index (table->rows, i);
    const FoyerPrintRow *before = i > 0 ? g_ptr_array_index (table->rows, i - 1) : NULL;
    gboolean begins_sums
        = row->kind != FOYER_PRINT_ROW_ITEM && before != NULL && before->kind == FOYER_PRINT_ROW_ITEM;

    if (begins_sums) {
      foyer_sheet_draw_rule (self, self->y);
      self->y += PADDING;
    }
    write_row (self, table, row, &columns);
  }
  self->y += FOYER_SHEET_GAP;
}
