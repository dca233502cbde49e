/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"

G_BEGIN_DECLS

/**
 * FoyerPrintSize:
 *
 * The paper that people have where the business is.
 */
typedef enum {
  FOYER_PRINT_A4,
  FOYER_PRINT_LETTER,
} FoyerPrintSize;

/**
 * FoyerPrintBlockKind:
 * @FOYER_PRINT_HEADING: a text
 * @FOYER_PRINT_PARAGRAPH: a text
 * @FOYER_PRINT_FIGURE: the one big figure: @name, @text and, under it, @detail
 * @FOYER_PRINT_FACT: @name and @text; facts that follow each other stand together
 * @FOYER_PRINT_TABLE: columns and rows
 * @FOYER_PRINT_SMALL: a text in small type, such as terms
 */
typedef enum {
  FOYER_PRINT_HEADING,
  FOYER_PRINT_PARAGRAPH,
  FOYER_PRINT_FIGURE,
  FOYER_PRINT_FACT,
  FOYER_PRINT_TABLE,
  FOYER_PRINT_SMALL,
} FoyerPrintBlockKind;

/**
 * FoyerPrintRowKind:
 * @FOYER_PRINT_ROW_ITEM: an entry
 * @FOYER_PRINT_ROW_SUM: a sum below the entries
 * @FOYER_PRINT_ROW_TOTAL: the sum that matters
 */
typedef enum {
  FOYER_PRINT_ROW_ITEM,
  FOYER_PRINT_ROW_SUM,
  FOYER_PRINT_ROW_TOTAL,
} FoyerPrintRowKind;

#define FOYER_PRINT_MOST_COLUMNS 6

/**
 * FoyerPrintRow:
 * @cells: texts, one a column; %NULL for an empty one
 * @detail: (nullable): a second text under the first cell
 */
typedef struct {
  FoyerPrintRowKind kind;
  char *cells[FOYER_PRINT_MOST_COLUMNS];
  char *detail;
} FoyerPrintRow;

/**
 * FoyerPrintColumn:
 * @title: its heading
 * @is_number: whether it is set to the far side; such columns are as wide as they need to be, the others share the rest
 */
typedef struct {
  char *title;
  gboolean is_number;
} FoyerPrintColumn;

/**
 * FoyerPrintBlock:
 * @name: (nullable): what the text is
 * @text: (nullable): plain text, never markup
 * @detail: (nullable): plain text
 * @columns: (nullable) (element-type FoyerPrintColumn): of a table
 * @rows: (nullable) (element-type FoyerPrintRow): of a table
 */
typedef struct {
  FoyerPrintBlockKind kind;
  char *name;
  char *text;
  char *detail;
  GArray *columns;
  GPtrArray *rows;
} FoyerPrintBlock;

/**
 * FoyerPrint:
 * @language: BCP 47 tag of its words
 * @file_name: under which it is saved, with `.pdf`
 * @title: what it is: `Invoice 1042`
 * @subject: (nullable): what it is about
 * @sender: name of the business
 * @sender_lines: (element-type utf8): its address and how to reach it
 * @colour: of the brand
 * @logo: (nullable): id of the blob with the logo
 * @page_template: `Page {page} of {count}` in the paper's language
 * @made_at: seconds since 1970: when what it says was so; the same paper is the same bytes
 * @blocks: (element-type FoyerPrintBlock): what stands on it, in order
 *
 * A paper on its way to a printer: words only, in their order. Where they stand is for whoever draws it.
 */
typedef struct {
  FoyerPrintSize size;
  char *language;
  char *file_name;
  char *title;
  char *subject;
  char *sender;
  GPtrArray *sender_lines;
  FoyerColour colour;
  char *logo;
  char *page_template;
  gint64 made_at;
  GPtrArray *blocks;
} FoyerPrint;

/**
 * foyer_print_new:
 *
 * Returns: (transfer full): a paper without anything on it
 */
FoyerPrint *foyer_print_new (void);
void foyer_print_free (FoyerPrint *self);

/**
 * foyer_print_add:
 * @name: (nullable)
 * @text: (nullable): %NULL or an empty text adds nothing
 * @detail: (nullable)
 */
void foyer_print_add (FoyerPrint *self,
                      FoyerPrintBlockKind kind,
                      const char *name,
                      const char *text,
                      const char *detail);

/**
 * foyer_print_add_table:
 *
 * Returns: (transfer none): a table without columns and rows
 */
FoyerPrintBlock *foyer_print_add_table (FoyerPrint *self);
void foyer_print_table_add_column (FoyerPrintBlock *table, const char *title, gboolean is_number);

/**
 * foyer_print_table_add_row:
 *
 * Returns: (transfer none): a row whose cells are to be filled
 */
FoyerPrintRow *foyer_print_table_add_row (FoyerPrintBlock *table, FoyerPrintRowKind kind);

/**
 * foyer_print_to_text:
 *
 * Returns: (transfer full): the words of the paper, a line each, for tests and those who compare
 */
char *foyer_print_to_text (const FoyerPrint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPrint, foyer_print_free)

G_END_DECLS
