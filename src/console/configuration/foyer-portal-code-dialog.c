/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-code-dialog.c - the portal's address as a QR code */

#include "foyer-portal-code-dialog.h"

#include "foyer-error-text.h"
#include "foyer-file-choice.h"
#include "foyer-qr-code.h"

#include <glib/gi18n-lib.h>

#define WIDTH 340
#define PICTURE 240

struct _FoyerPortalCodeDialog {
  AdwWindow parent_instance;

  GdkTexture *code; /* (nullable) */
  GtkLabel *said;   /* what was done with it */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FoyerPortalCodeDialog, foyer_portal_code_dialog, ADW_TYPE_WINDOW)

static void
say (FoyerPortalCodeDialog *self, const char *sentence)
{
  gtk_label_set_label (self->said, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->said), TRUE);
}

static void
on_copy (FoyerPortalCodeDialog *self)
{
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->code);
  say (self, _ ("Picture copied"));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPortalCodeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)) {
    say (self, _ ("Picture saved"));
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    sentence = foyer_error_describe (error);
    say (self, sentence);
  }
}

void
foyer_portal_code_dialog_save (FoyerPortalCodeDialog *self, GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (FOYER_IS_PORTAL_CODE_DIALOG (self));

  bytes = gdk_texture_save_to_png_bytes (self->code);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                       self->cancellable, on_saved, g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerPortalCodeDialog *self = FOYER_PORTAL_CODE_DIALOG (source);
  g_autoptr (GFile) file = foyer_file_choice_save_finish (GTK_WIDGET (source), result);

  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    foyer_portal_code_dialog_save (self, file);
}

static void
on_save (FoyerPortalCodeDialog *self)
{
  /* Translators: the name of a file */
  foyer_file_choice_save_async (GTK_WIDGET (self), _ ("Save Picture"), _ ("Portal address.png"),
                                self->cancellable, on_chosen, NULL);
}

static void
foyer_portal_code_dialog_dispose (GObject *object)
{
  FoyerPortalCodeDialog *self = FOYER_PORTAL_CODE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->code);
  G_OBJECT_CLASS (foyer_portal_code_dialog_parent_class)->dispose (object);
}

static void
foyer_portal_code_dialog_finalize (GObject *object)
{
  g_object_unref (FOYER_PORTAL_CODE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (foyer_portal_code_dialog_parent_class)->finalize (object);
}

static void
foyer_portal_code_dialog_class_init (FoyerPortalCodeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_portal_code_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_portal_code_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_portal_code_dialog_init (FoyerPortalCodeDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static GtkWidget *
create_picture (FoyerPortalCodeDialog *self, const char *address)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (self->code));
  /* Translators: what a screen reader says of a QR code; %s is an address */
  g_autofree char *name = g_strdup_printf (_ ("QR code of %s"), address);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  gtk_widget_set_size_request (picture, PICTURE, PICTURE);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  return picture;
}

static GtkLabel *
create_line (const char *words)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (words));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  return label;
}

static GtkWidget *
create_buttons (FoyerPortalCodeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy Picture"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save Picture…"));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (on_copy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), copy);
  gtk_box_append (GTK_BOX (box), save);
  return box;
}

GtkWindow *
foyer_portal_code_dialog_new (GtkWindow *parent, const char *address)
{
  FoyerPortalCodeDialog *self
      = g_object_new (FOYER_TYPE_PORTAL_CODE_DIALOG, "transient-for", parent, "modal", TRUE, "title",
                      _ ("Portal Address"), "default-width", WIDTH, "resizable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = NULL;
  GtkLabel *written = create_line (address);

  self->code = foyer_qr_code_draw (address);
  self->said = create_line (NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "dim-label");
  gtk_label_set_selectable (written, TRUE);
  gtk_widget_set_margin_top (inside, 12);
  gtk_widget_set_margin_start (inside, 18);
  gtk_widget_set_margin_end (inside, 18);
  gtk_widget_set_margin_bottom (inside, 18);
  if (self->code == NULL) {
    gtk_box_append (GTK_BOX (inside),
                    GTK_WIDGET (create_line (_ ("This address is too long for a QR code"))));
  } else {
    gtk_box_append (GTK_BOX (inside), create_picture (self, address));
    gtk_box_append (GTK_BOX (inside), GTK_WIDGET (written));
    buttons = create_buttons (self);
    gtk_box_append (GTK_BOX (inside), buttons);
    gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->said));
  }
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), inside);
  adw_window_set_content (ADW_WINDOW (self), box);
  /* Or the address would be selected, as the first that takes the focus. */
  if (buttons != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (buttons));
  return GTK_WINDOW (self);
}
