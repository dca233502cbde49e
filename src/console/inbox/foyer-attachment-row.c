/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-attachment-row.c - one file under its message */

#include "foyer-attachment-row.h"

#include "foyer-file-choice.h"
#include "foyer-text-closures.h"

#include <glib/gi18n-lib.h>

struct _FoyerAttachmentRow {
  FoyerSubjectBin parent_instance;

  /* Template. */
  GtkWidget *open_button;
  GtkWidget *save_button;
  GtkWidget *cancel_button;

  GCancellable *choosing; /* (nullable): while it is asked where to save */
};

G_DEFINE_FINAL_TYPE (FoyerAttachmentRow, foyer_attachment_row, FOYER_TYPE_SUBJECT_BIN)

static FoyerAttachment *
get_attachment (FoyerAttachmentRow *self)
{
  g_autoptr (FoyerAttachment) attachment = NULL;

  /* The bin keeps it. */
  g_object_get (self, "attachment", &attachment, NULL);
  return attachment;
}

/* What went wrong stands in the caption already. */
static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (foyer_attachment_save_finish (FOYER_ATTACHMENT (source), result, NULL))
    foyer_attachment_say (FOYER_ATTACHMENT (source), _ ("Saved"));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerAttachmentRow *self = FOYER_ATTACHMENT_ROW (source);
  FoyerAttachment *attachment = get_attachment (self);
  g_autoptr (GFile) file = foyer_file_choice_save_finish (GTK_WIDGET (self), result);

  g_clear_object (&self->choosing);
  if (file != NULL && attachment != NULL)
    foyer_attachment_save_async (attachment, file, on_saved, NULL);
}

static void
on_save (FoyerAttachmentRow *self)
{
  FoyerAttachment *attachment = get_attachment (self);

  if (attachment == NULL || self->choosing != NULL)
    return;
  self->choosing = g_cancellable_new ();
  foyer_file_choice_save_async (GTK_WIDGET (self), _ ("Save File"), foyer_attachment_get_name (attachment),
                                self->choosing, on_chosen, NULL);
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerAttachment) attachment = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    foyer_attachment_say (attachment, _ ("No program here opens it; it can be saved."));
}

static void
on_ready_to_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = user_data;
  g_autofree char *uri = g_file_get_uri (file);

  if (foyer_attachment_save_finish (FOYER_ATTACHMENT (source), result, NULL))
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, on_shown, g_object_ref (source));
}

static void
on_open (FoyerAttachmentRow *self)
{
  FoyerAttachment *attachment = get_attachment (self);
  GFile *file = attachment == NULL ? NULL : foyer_attachment_make_file_to_open (attachment);

  if (file != NULL)
    foyer_attachment_save_async (attachment, file, on_ready_to_open, file);
}

static void
on_cancel (FoyerAttachmentRow *self)
{
  FoyerAttachment *attachment = get_attachment (self);

  if (attachment != NULL)
    foyer_attachment_cancel (attachment);
}

static void
name_button (GtkWidget *button, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Buttons of several files have the same word: with a name each is told from the others. */
static void
on_notify_attachment (FoyerAttachmentRow *self)
{
  FoyerAttachment *attachment = get_attachment (self);
  g_autofree char *opens = NULL;
  g_autofree char *saves = NULL;
  g_autofree char *cancels = NULL;

  if (attachment == NULL)
    return;
  opens = g_strdup_printf (_ ("Open %s"), foyer_attachment_get_name (attachment));
  saves = g_strdup_printf (_ ("Save %s"), foyer_attachment_get_name (attachment));
  name_button (self->open_button, opens);
  name_button (self->save_button, saves);
  cancels = g_strdup_printf (_ ("Stop fetching %s"), foyer_attachment_get_name (attachment));
  name_button (self->cancel_button, cancels);
}

static void
foyer_attachment_row_map (GtkWidget *widget)
{
  FoyerAttachment *attachment = get_attachment (FOYER_ATTACHMENT_ROW (widget));

  GTK_WIDGET_CLASS (foyer_attachment_row_parent_class)->map (widget);
  if (attachment != NULL)
    foyer_attachment_look (attachment);
}

static void
foyer_attachment_row_dispose (GObject *object)
{
  FoyerAttachmentRow *self = FOYER_ATTACHMENT_ROW (object);

  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  G_OBJECT_CLASS (foyer_attachment_row_parent_class)->dispose (object);
}

static void
foyer_attachment_row_class_init (FoyerAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_attachment_row_dispose;
  widget_class->map = foyer_attachment_row_map;
  foyer_subject_bin_class_set_subject (FOYER_SUBJECT_BIN_CLASS (klass), "attachment", FOYER_TYPE_ATTACHMENT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerAttachmentRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerAttachmentRow, save_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerAttachmentRow, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, foyer_object_is_set);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
foyer_attachment_row_init (FoyerAttachmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::attachment", G_CALLBACK (on_notify_attachment), NULL);
}
