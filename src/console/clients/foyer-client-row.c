/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-row.c - one client in the list */

#include "foyer-client-row.h"

#include "foyer-chip.h"
#include "foyer-client-closures.h"
#include "foyer-spoken.h"

struct _FoyerClientRow {
  AdwBin parent_instance;

  FoyerRecord *client; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerClientRow, foyer_client_row, ADW_TYPE_BIN)

enum {
  PROP_CLIENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_client_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerClientRow *self = FOYER_CLIENT_ROW (object);

  switch (id) {
  case PROP_CLIENT:
    if (!g_set_object (&self->client, g_value_get_object (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_client_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerClientRow *self = FOYER_CLIENT_ROW (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_client_row_dispose (GObject *object)
{
  FoyerClientRow *self = FOYER_CLIENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_CLIENT_ROW);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (foyer_client_row_parent_class)->dispose (object);
}

static void
foyer_client_row_class_init (FoyerClientRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_client_row_set_property;
  object_class->get_property = foyer_client_row_get_property;
  object_class->dispose = foyer_client_row_dispose;

  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_SPOKEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-client-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_chip_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_chip_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_has_chip);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_place);
  gtk_widget_class_bind_template_callback (widget_class, foyer_client_spoken);
}

static void
foyer_client_row_init (FoyerClientRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
