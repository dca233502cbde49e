/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-address-row.c - the portal's address, to copy or to open (003-22) */

#include "foyer-portal-address-row.h"

#include "foyer-beside.h"
#include "foyer-menu-name.h"
#include "foyer-portal-code-dialog.h"
#include "foyer-row-words.h"

#include <glib/gi18n-lib.h>

struct _FoyerPortalAddressRow {
  AdwPreferencesRow parent_instance;

  char *address;  /* (nullable) */
  char *sentence; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerPortalAddressRow, foyer_portal_address_row, ADW_TYPE_PREFERENCES_ROW)

enum { SAID, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_copy (FoyerPortalAddressRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->address);
  g_signal_emit (self, signals[SAID], 0, _ ("Address copied"));
}

static void
on_copy_sentence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoyerPortalAddressRow *self = FOYER_PORTAL_ADDRESS_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->sentence);
  g_signal_emit (self, signals[SAID], 0, _ ("Sentence copied"));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerPortalAddressRow) self = user_data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    g_signal_emit (self, signals[SAID], 0, _ ("No browser here opens it"));
}

static void
on_open (FoyerPortalAddressRow *self)
{
  g_app_info_launch_default_for_uri_async (self->address, NULL, NULL, on_opened, g_object_ref (self));
}

static void
on_code (FoyerPortalAddressRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (
      foyer_portal_code_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->address));
}

static void
foyer_portal_address_row_finalize (GObject *object)
{
  FoyerPortalAddressRow *self = FOYER_PORTAL_ADDRESS_ROW (object);

  g_free (self->address);
  g_free (self->sentence);
  G_OBJECT_CLASS (foyer_portal_address_row_parent_class)->finalize (object);
}

static void
foyer_portal_address_row_class_init (FoyerPortalAddressRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_portal_address_row_finalize;
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_PORTAL_ADDRESS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "portal-address.copy-sentence", NULL,
                                   on_copy_sentence);
}

static void
foyer_portal_address_row_init (FoyerPortalAddressRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Portal address"));
}

static GtkWidget *
create_line (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
create_words (FoyerPortalAddressRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *address = create_line (self->address == NULL ? _ ("It has not been fetched from the server yet")
                                                          : self->address);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_line (_ ("Portal address")));
  foyer_label_spell (GTK_LABEL (address));
  gtk_widget_add_css_class (address, "caption");
  gtk_widget_add_css_class (address, "dim-label");
  gtk_box_append (GTK_BOX (box), address);
  return box;
}

static void
add_button (FoyerPortalAddressRow *self,
            GtkWidget *box,
            const char *label,
            const char *name,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, self->address != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* What else can be copied. */
static GtkWidget *
create_menu (FoyerPortalAddressRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy as a Sentence for an Email"), "portal-address.copy-sentence");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (button, self->sentence != NULL);
  foyer_menu_name_set (GTK_MENU_BUTTON (button), _ ("More Ways to Copy the Portal’s Address"));
  return button;
}

static GtkWidget *
create_buttons (FoyerPortalAddressRow *self)
{
  GtkWidget *box = foyer_beside_new ();
  GtkWidget *copy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_button (self, copy, _ ("Copy"), _ ("Copy the Portal’s Address"), G_CALLBACK (on_copy));
  gtk_box_append (GTK_BOX (copy), create_menu (self));
  gtk_widget_add_css_class (copy, "linked");
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (copy, GTK_ALIGN_END);
  add_button (self, others, _ ("QR"), _ ("Show the Portal’s Address as a QR Code"), G_CALLBACK (on_code));
  add_button (self, others, _ ("Open"), _ ("Open the Portal"), G_CALLBACK (on_open));
  gtk_widget_set_parent (copy, box);
  gtk_widget_set_parent (others, box);
  return box;
}

GtkWidget *
foyer_portal_address_row_new (const char *address, const char *sentence)
{
  FoyerPortalAddressRow *self = g_object_new (FOYER_TYPE_PORTAL_ADDRESS_ROW, NULL);
  GtkWidget *line = foyer_beside_new ();

  self->address = g_strdup (address);
  self->sentence = g_strdup (sentence);
  /* Tab does not go past a row in which nothing can be focused. */
  gtk_widget_set_focusable (GTK_WIDGET (self), address == NULL);
  gtk_widget_add_css_class (line, "foyer-setting");
  gtk_widget_set_parent (create_words (self), line);
  gtk_widget_set_parent (create_buttons (self), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  return GTK_WIDGET (self);
}
