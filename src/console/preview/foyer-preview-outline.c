/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-outline.c - what is on a page, as native rows */

#include "foyer-preview-outline.h"

#include "foyer-page-outline.h"

#include <glib/gi18n-lib.h>

struct _FoyerPreviewOutline {
  AdwBin parent_instance;

  /* Template. */
  GtkListBox *rows;

  /* State. */
  GPtrArray *entries; /* (nullable) (element-type FoyerOutlineEntry): of the rows, in their order */
  GBytes *page;       /* (nullable): that they are of */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewOutline, foyer_preview_outline, ADW_TYPE_BIN)

enum { FOLLOWED, PRESSED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
find_icon (FoyerOutlineKind kind)
{
  return kind == FOYER_OUTLINE_LINK     ? "go-next-symbolic"
         : kind == FOYER_OUTLINE_BUTTON ? "changes-prevent-symbolic"
                                        : NULL;
}

/* What a row is, beside what it says: rows themselves have no roles of links and buttons. */
static char *
describe (const FoyerOutlineEntry *entry)
{
  switch (entry->kind) {
  case FOYER_OUTLINE_LINK:
    return g_strdup (_ ("Link"));
  case FOYER_OUTLINE_BUTTON:
    return g_strdup (_ ("Button, does nothing in a preview"));
  case FOYER_OUTLINE_HEADING:
    return g_strdup_printf (_ ("Heading, level %u"), entry->level);
  case FOYER_OUTLINE_TEXT:
  default:
    return NULL;
  }
}

static GtkWidget *
make_row (const FoyerOutlineEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (entry->text);
  g_autofree char *description = describe (entry);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (entry->kind == FOYER_OUTLINE_HEADING)
    gtk_widget_add_css_class (label, entry->level == 1 ? "title-4" : "heading");
  gtk_box_append (GTK_BOX (box), label);
  if (find_icon (entry->kind) != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (find_icon (entry->kind)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), find_icon (entry->kind) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->text, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
  return row;
}

static void
on_row_activated (FoyerPreviewOutline *self, GtkListBoxRow *row)
{
  const FoyerOutlineEntry *entry = self->entries->pdata[gtk_list_box_row_get_index (row)];

  if (entry->kind == FOYER_OUTLINE_LINK && entry->address != NULL)
    g_signal_emit (self, signals[FOLLOWED], 0, entry->address);
  else if (entry->kind == FOYER_OUTLINE_BUTTON)
    g_signal_emit (self, signals[PRESSED], 0, entry->address == NULL ? "" : entry->address);
}

/* The index of the row that has the keys, -1 if none has. */
static int
find_focus (FoyerPreviewOutline *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  return focus == NULL ? -1 : gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
}

void
foyer_preview_outline_show (FoyerPreviewOutline *self, const FoyerPreviewAnswer *answer)
{
  int focus = find_focus (self);
  GtkListBoxRow *row;

  g_return_if_fail (FOYER_IS_PREVIEW_OUTLINE (self) && answer->is_page);

  /* Whoever hears it is not to be told the same row again. */
  if (self->page != NULL && g_bytes_equal (self->page, answer->bytes))
    return;
  g_clear_pointer (&self->page, g_bytes_unref);
  self->page = g_bytes_ref (answer->bytes);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = foyer_page_outline (answer->bytes);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->rows, make_row (self->entries->pdata[i]));
  row = focus < 0 ? NULL : gtk_list_box_get_row_at_index (self->rows, focus);
  if (row == NULL && focus >= 0)
    row = gtk_list_box_get_row_at_index (self->rows, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
foyer_preview_outline_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_PREVIEW_OUTLINE);
  G_OBJECT_CLASS (foyer_preview_outline_parent_class)->dispose (object);
}

static void
foyer_preview_outline_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_PREVIEW_OUTLINE (object)->entries, g_ptr_array_unref);
  g_clear_pointer (&FOYER_PREVIEW_OUTLINE (object)->page, g_bytes_unref);
  G_OBJECT_CLASS (foyer_preview_outline_parent_class)->finalize (object);
}

static void
foyer_preview_outline_class_init (FoyerPreviewOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_preview_outline_dispose;
  object_class->finalize = foyer_preview_outline_finalize;
  signals[FOLLOWED] = g_signal_new ("followed", FOYER_TYPE_PREVIEW_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PRESSED] = g_signal_new ("pressed", FOYER_TYPE_PREVIEW_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-preview-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreviewOutline, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
foyer_preview_outline_init (FoyerPreviewOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
