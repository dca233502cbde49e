/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-lines-control.c - a setting that is several lines */

#include "foyer-lines-control.h"

#include "foyer-line-numbers.h"

#include "foyer-json.h"
#include "foyer-style-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FoyerLinesControl {
  FoyerSettingControl parent_instance;

  GtkTextBuffer *buffer;
  GtkTextView *view;
  GtkLabel *count;
  GtkWidget *mend; /* leads to the line that is wrong; of a style sheet */
  gint64 maximum;  /* characters; bytes of a style sheet */
  guint wrong_line;
  gboolean is_list;
  gboolean is_sheet;
};

G_DEFINE_FINAL_TYPE (FoyerLinesControl, foyer_lines_control, FOYER_TYPE_SETTING_CONTROL)

static char *
get_text (FoyerLinesControl *self)
{
  char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);
  return text;
}

/* Without empty lines, and without what stands around a line. */
static JsonNode *
read_list (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*g_strstrip (lines[i]) != '\0')
      json_array_add_string_element (array, lines[i]);
  }
  return json_node_init_array (json_node_alloc (), array);
}

static char *
write_list (JsonNode *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    const char *line = foyer_json_node_text (json_array_get_element (array, i));

    g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", line == NULL ? "" : line);
  }
  return g_strdup (text->str);
}

/* What is being written keeps its empty lines as long as it means the same. */
static gboolean
is_same (FoyerLinesControl *self, JsonNode *value)
{
  g_autofree char *text = get_text (self);
  g_autoptr (JsonNode) list = NULL;
  const char *shown = foyer_json_node_text (value);

  if (!self->is_list)
    return g_str_equal (text, shown == NULL ? "" : shown);
  list = read_list (text);
  return foyer_json_equal (list, value);
}

static void
foyer_lines_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerLinesControl *self = FOYER_LINES_CONTROL (control);
  g_autofree char *text = NULL;

  if (is_same (self, value))
    return;
  text = self->is_list ? write_list (value) : g_strdup (foyer_json_node_text (value));
  gtk_text_buffer_set_text (self->buffer, text == NULL ? "" : text, -1);
}

/* As the limit is: `12 of 64 KiB`, or `0/500` characters. */
static void
show_count (FoyerLinesControl *self, const char *written)
{
  g_autofree char *text
      = self->is_sheet ? g_strdup_printf (_ ("%.1f of %.0f KiB"), (double) strlen (written) / 1024,
                                          (double) self->maximum / 1024)
                       : g_strdup_printf ("%d/%" G_GINT64_FORMAT,
                                          gtk_text_buffer_get_char_count (self->buffer), self->maximum);

  gtk_label_set_label (self->count, text);
}

/* What is wrong says the row. */
static void
show_mend (FoyerLinesControl *self, const char *written)
{
  g_autofree char *problem = self->is_sheet && *written != '\0' ? foyer_style_sheet_check (written) : NULL;
  g_autofree char *label = NULL;

  self->wrong_line = foyer_style_sheet_line (problem);
  label = g_strdup_printf (_ ("Go to Line %u"), self->wrong_line);
  gtk_button_set_label (GTK_BUTTON (self->mend), label);
  gtk_widget_set_visible (self->mend, self->wrong_line > 0);
}

static void
on_mend (FoyerLinesControl *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) self->wrong_line - 1);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.5);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_changed (FoyerLinesControl *self)
{
  g_autofree char *text = get_text (self);
  JsonNode *list = self->is_list ? read_list (text) : NULL;

  show_count (self, text);
  show_mend (self, text);
  if (list == NULL)
    foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), text);
  else
    foyer_setting_control_edit (FOYER_SETTING_CONTROL (self), list);
}

static GtkWidget *
create_view (FoyerLinesControl *self, const FoyerField *field)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_TEXT_VIEW (view);
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  if (self->is_sheet) {
    gtk_text_view_set_monospace (self->view, TRUE);
    foyer_line_numbers_add (self->view);
  }
  foyer_setting_control_name (view, field);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  /* Words wrap, and it is as high as they are at its width. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), self->is_sheet ? 240 : 72);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_add_css_class (scrolled, "foyer-lines");
  return scrolled;
}

static void
foyer_lines_control_class_init (FoyerLinesControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_lines_control_show;
}

static void
foyer_lines_control_init (FoyerLinesControl *self)
{
}

/* The count, and before it what leads to the wrong line. */
static GtkWidget *
create_foot (FoyerLinesControl *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->mend = gtk_button_new ();
  gtk_widget_set_visible (self->mend, FALSE);
  g_signal_connect_object (self->mend, "clicked", G_CALLBACK (on_mend), self, G_CONNECT_SWAPPED);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->count), GTK_ALIGN_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->count), !self->is_list);
  gtk_box_append (GTK_BOX (box), self->mend);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  return box;
}

GtkWidget *
foyer_lines_control_new (const FoyerField *field)
{
  FoyerLinesControl *self = g_object_new (FOYER_TYPE_LINES_CONTROL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->is_list = field->kind == FOYER_KIND_TEXTS;
  self->is_sheet = field->pattern == FOYER_PATTERN_SHEET;
  self->maximum = field->maximum;
  gtk_box_append (GTK_BOX (box), create_view (self, field));
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_count (self, "");
  return GTK_WIDGET (self);
}
