/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-line.c - where this computer stands with the server */

#include "foyer-sync-line.h"

#include "foyer-keys.h"
#include "foyer-sync-closures.h"

struct _FoyerSyncLine {
  AdwBin parent_instance;

  FoyerDesk *desk; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerSyncLine, foyer_sync_line, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_sync_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerSyncLine *self = FOYER_SYNC_LINE (object);

  switch (id) {
  case PROP_DESK:
    if (!g_set_object (&self->desk, g_value_get_object (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_sync_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerSyncLine *self = FOYER_SYNC_LINE (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_sync_line_dispose (GObject *object)
{
  FoyerSyncLine *self = FOYER_SYNC_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SYNC_LINE);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (foyer_sync_line_parent_class)->dispose (object);
}

static void
foyer_sync_line_class_init (FoyerSyncLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_sync_line_set_property;
  object_class->get_property = foyer_sync_line_get_property;
  object_class->dispose = foyer_sync_line_dispose;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-sync-line.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_line_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_line_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_line_text);
}

static void
foyer_sync_line_init (FoyerSyncLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
