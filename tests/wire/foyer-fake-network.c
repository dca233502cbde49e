/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fake-network.c - a network monitor that says what the test wants */

#include "foyer-fake-network.h"

struct _FoyerFakeNetwork {
  GObject parent_instance;

  gboolean available;
  gboolean metered;
};

enum {
  PROP_NETWORK_AVAILABLE = 1,
  PROP_NETWORK_METERED,
  PROP_CONNECTIVITY,
};

static void foyer_fake_network_monitor_init (GNetworkMonitorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerFakeNetwork,
                               foyer_fake_network,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR,
                                                          foyer_fake_network_monitor_init))

static void
foyer_fake_network_monitor_init (GNetworkMonitorInterface *iface)
{
}

static void
foyer_fake_network_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FoyerFakeNetwork *self = FOYER_FAKE_NETWORK (object);

  if (property == PROP_CONNECTIVITY)
    g_value_set_enum (value, self->available ? G_NETWORK_CONNECTIVITY_FULL : G_NETWORK_CONNECTIVITY_LOCAL);
  else
    g_value_set_boolean (value, property == PROP_NETWORK_AVAILABLE ? self->available : self->metered);
}

static void
foyer_fake_network_class_init (FoyerFakeNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_fake_network_get_property;
  g_object_class_override_property (object_class, PROP_NETWORK_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_NETWORK_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
foyer_fake_network_init (FoyerFakeNetwork *self)
{
}

FoyerFakeNetwork *
foyer_fake_network_new (void)
{
  return g_object_new (FOYER_TYPE_FAKE_NETWORK, NULL);
}

void
foyer_fake_network_change (FoyerFakeNetwork *self, gboolean available)
{
  self->available = available;
  g_signal_emit_by_name (self, "network-changed", available);
}

void
foyer_fake_network_set_metered (FoyerFakeNetwork *self, gboolean metered)
{
  self->metered = metered;
  g_object_notify (G_OBJECT (self), "network-metered");
}
