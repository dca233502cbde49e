/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-connections-window.c - what the portal is not connected to, and what works meanwhile */

#include "foyer-connections-window.h"

struct _FoyerConnectionsWindow {
  AdwWindow parent_instance;

  /* Template. */
  GtkWidget *payments_row;
  GtkWidget *texts_row;
  GtkWidget *domains_row;
  GtkWidget *mail_row;
};

G_DEFINE_FINAL_TYPE (FoyerConnectionsWindow, foyer_connections_window, ADW_TYPE_WINDOW)

static const struct {
  const char *key;
  gsize row; /* where the row is in the window's struct */
} connections[] = {
  { "payments", G_STRUCT_OFFSET (FoyerConnectionsWindow, payments_row) },
  { "texts", G_STRUCT_OFFSET (FoyerConnectionsWindow, texts_row) },
  { "domains", G_STRUCT_OFFSET (FoyerConnectionsWindow, domains_row) },
  { "mail", G_STRUCT_OFFSET (FoyerConnectionsWindow, mail_row) },
};

static void
foyer_connections_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_CONNECTIONS_WINDOW);
  G_OBJECT_CLASS (foyer_connections_window_parent_class)->dispose (object);
}

static void
foyer_connections_window_class_init (FoyerConnectionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_connections_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/Console/foyer-connections-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerConnectionsWindow, payments_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerConnectionsWindow, texts_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerConnectionsWindow, domains_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerConnectionsWindow, mail_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foyer_connections_window_init (FoyerConnectionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
foyer_connections_window_new (GtkWindow *parent, const char *key)
{
  FoyerConnectionsWindow *self = g_object_new (FOYER_TYPE_CONNECTIONS_WINDOW, "transient-for", parent, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (connections); i++) {
    if (g_strcmp0 (connections[i].key, key) == 0)
      gtk_window_set_focus (GTK_WINDOW (self), G_STRUCT_MEMBER (GtkWidget *, self, connections[i].row));
  }
  return GTK_WINDOW (self);
}

gboolean
foyer_connections_window_knows (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++) {
    if (g_strcmp0 (connections[i].key, key) == 0)
      return TRUE;
  }
  return FALSE;
}
