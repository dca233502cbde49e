/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-print.c - a paper as words in their order, before anybody draws it */

#include "foyer-print.h"

static void
column_clear (FoyerPrintColumn *column)
{
  g_free (column->title);
}

static void
row_free (FoyerPrintRow *row)
{
  for (guint i = 0; i < FOYER_PRINT_MOST_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row->detail);
  g_free (row);
}

static void
block_free (FoyerPrintBlock *block)
{
  g_free (block->name);
  g_free (block->text);
  g_free (block->detail);
  g_clear_pointer (&block->columns, g_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

FoyerPrint *
foyer_print_new (void)
{
  FoyerPrint *self = g_new0 (FoyerPrint, 1);

  self->colour = FOYER_BRAND_DEFAULT;
  self->sender_lines = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  return self;
}

void
foyer_print_free (FoyerPrint *self)
{
  g_free (self->language);
  g_free (self->file_name);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->sender);
  g_ptr_array_unref (self->sender_lines);
  g_free (self->logo);
  g_free (self->page_template);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static FoyerPrintBlock *
add_block (FoyerPrint *self, FoyerPrintBlockKind kind)
{
  FoyerPrintBlock *block = g_new0 (FoyerPrintBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
foyer_print_add (FoyerPrint *self,
                 FoyerPrintBlockKind kind,
                 const char *name,
                 const char *text,
                 const char *detail)
{
  FoyerPrintBlock *block;

  if (text == NULL || *text == '\0')
    return;
  block = add_block (self, kind);
  block->name = g_strdup (name);
  block->text = g_strdup (text);
  block->detail = g_strdup (detail);
}

FoyerPrintBlock *
foyer_print_add_table (FoyerPrint *self)
{
  FoyerPrintBlock *block = add_block (self, FOYER_PRINT_TABLE);

  block->columns = g_array_new (FALSE, TRUE, sizeof (FoyerPrintColumn));
  g_array_set_clear_func (block->columns, (GDestroyNotify) column_clear);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return block;
}

void
foyer_print_table_add_column (FoyerPrintBlock *table, const char *title, gboolean is_number)
{
  FoyerPrintColumn column = { g_strdup (title), is_number };

  g_return_if_fail (table->columns->len < FOYER_PRINT_MOST_COLUMNS);
  g_array_append_val (table->columns, column);
}

FoyerPrintRow *
foyer_print_table_add_row (FoyerPrintBlock *table, FoyerPrintRowKind kind)
{
  FoyerPrintRow *row = g_new0 (FoyerPrintRow, 1);

  row->kind = kind;
  g_ptr_array_add (table->rows, row);
  return row;
}

static void
append_row (GString *out, const FoyerPrintBlock *table, const FoyerPrintRow *row)
{
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", row->cells[i] != NULL ? row->cells[i] : "");
  g_string_append_c (out, '\n');
  if (row->detail != NULL)
    g_string_append_printf (out, "  %s\n", row->detail);
}

static void
append_block (GString *out, const FoyerPrintBlock *block)
{
  if (block->kind != FOYER_PRINT_TABLE) {
    g_string_append_printf (out, "%s%s%s%s%s\n", block->name != NULL ? block->name : "",
                            block->name != NULL ? ": " : "", block->text, block->detail != NULL ? " / " : "",
                            block->detail != NULL ? block->detail : "");
    return;
  }
  for (guint i = 0; i < block->columns->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " | " : "",
                            g_array_index (block->columns, FoyerPrintColumn, i).title);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < block->rows->len; i++)
    append_row (out, block, g_ptr_array_index (block->rows, i));
}

char *
foyer_print_to_text (const FoyerPrint *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s (%s, %s)\n%s\n", self->file_name,
                          self->size == FOYER_PRINT_A4 ? "A4" : "Letter", self->language, self->sender);
  for (guint i = 0; i < self->sender_lines->len; i++)
    g_string_append_printf (out, "%s\n", (char *) g_ptr_array_index (self->sender_lines, i));
  g_string_append_printf (out, "\n%s\n%s%s", self->title, self->subject != NULL ? self->subject : "",
                          self->subject != NULL ? "\n" : "");
  for (guint i = 0; i < self->blocks->len; i++)
    append_block (out, g_ptr_array_index (self->blocks, i));
  return g_string_free (out, FALSE);
}
