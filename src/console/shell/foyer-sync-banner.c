/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-banner.c - what a pane says while all is not well with the server */

#include "foyer-sync-banner.h"

#include "foyer-banner.h"
#include "foyer-sync-closures.h"

struct _FoyerSyncBanner {
  AdwBin parent_instance;

  FoyerDesk *desk; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerSyncBanner, foyer_sync_banner, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_sync_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerSyncBanner *self = FOYER_SYNC_BANNER (object);

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
foyer_sync_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerSyncBanner *self = FOYER_SYNC_BANNER (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_sync_banner_dispose (GObject *object)
{
  FoyerSyncBanner *self = FOYER_SYNC_BANNER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SYNC_BANNER);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (foyer_sync_banner_parent_class)->dispose (object);
}

static void
foyer_sync_banner_class_init (FoyerSyncBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_sync_banner_set_property;
  object_class->get_property = foyer_sync_banner_get_property;
  object_class->dispose = foyer_sync_banner_dispose;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-sync-banner.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_action);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_banner_warns);
}

static void
foyer_sync_banner_init (FoyerSyncBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
