/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-address-row.c - the portal's address, to copy or to open (003-22) */

#include "foyer-portal-address-row.h"

#include <glib/gi18n-lib.h>

struct _FoyerPortalAddressRow {
  AdwActionRow parent_instance;

  char *address; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerPortalAddressRow, foyer_portal_address_row, ADW_TYPE_ACTION_ROW)

enum { SAID, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_copy (FoyerPortalAddressRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->address);
  g_signal_emit (self, signals[SAID], 0, _ ("Address copied"));
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
foyer_portal_address_row_finalize (GObject *object)
{
  g_free (FOYER_PORTAL_ADDRESS_ROW (object)->address);
  G_OBJECT_CLASS (foyer_portal_address_row_parent_class)->finalize (object);
}

static void
foyer_portal_address_row_class_init (FoyerPortalAddressRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_portal_address_row_finalize;
  signals[SAID] = g_signal_new ("said", FOYER_TYPE_PORTAL_ADDRESS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_portal_address_row_init (FoyerPortalAddressRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Portal address"));
}

static void
add_button (FoyerPortalAddressRow *self, const char *label, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, self->address != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

GtkWidget *
foyer_portal_address_row_new (const char *address)
{
  FoyerPortalAddressRow *self = g_object_new (FOYER_TYPE_PORTAL_ADDRESS_ROW, NULL);

  self->address = g_strdup (address);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               address == NULL ? _ ("It has not been fetched from the server yet") : address);
  add_button (self, _ ("Copy"), _ ("Copy the Portal’s Address"), G_CALLBACK (on_copy));
  add_button (self, _ ("Open"), _ ("Open the Portal"), G_CALLBACK (on_open));
  return GTK_WIDGET (self);
}
