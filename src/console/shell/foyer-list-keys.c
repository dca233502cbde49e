/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-list-keys.c - the keys of a list */

#include "foyer-list-keys.h"

struct _FoyerListKeys {
  GObject parent_instance;

  GtkShortcutController *letters; /* not owned: the widget owns it */
  gboolean single_keys;
};

G_DEFINE_FINAL_TYPE (FoyerListKeys, foyer_list_keys, G_TYPE_OBJECT)

enum {
  PROP_SINGLE_KEYS = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_list_keys_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerListKeys *self = FOYER_LIST_KEYS (object);
  gboolean single_keys = g_value_get_boolean (value);

  if (self->single_keys == single_keys)
    return;
  self->single_keys = single_keys;
  if (self->letters != NULL)
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->letters),
                                                single_keys ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_list_keys_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, FOYER_LIST_KEYS (object)->single_keys);
}

static void
foyer_list_keys_dispose (GObject *object)
{
  g_clear_weak_pointer (&FOYER_LIST_KEYS (object)->letters);
  G_OBJECT_CLASS (foyer_list_keys_parent_class)->dispose (object);
}

static void
foyer_list_keys_class_init (FoyerListKeysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_list_keys_set_property;
  object_class->get_property = foyer_list_keys_get_property;
  object_class->dispose = foyer_list_keys_dispose;

  properties[PROP_SINGLE_KEYS]
      = g_param_spec_boolean ("single-keys", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_list_keys_init (FoyerListKeys *self)
{
  self->single_keys = TRUE;
}

static GtkShortcutController *
add_controller (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  gtk_widget_add_controller (widget, controller);
  return GTK_SHORTCUT_CONTROLLER (controller);
}

static void
add_key (GtkShortcutController *controller, const FoyerKey *key, const char *trigger)
{
  g_autofree char *name = NULL;
  GVariant *target = NULL;
  GtkShortcut *shortcut;

  if (!g_action_parse_detailed_name (key->action, &name, &target, NULL))
    g_error ("%s is no action", key->action);
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
  g_clear_pointer (&target, g_variant_unref);
}

FoyerListKeys *
foyer_list_keys_new (GtkWidget *widget, FoyerKeyScope scope)
{
  FoyerListKeys *self = g_object_new (FOYER_TYPE_LIST_KEYS, NULL);
  GtkShortcutController *others = add_controller (widget);
  guint n_keys;
  const FoyerKey *keys = foyer_keys (&n_keys);

  g_set_weak_pointer (&self->letters, add_controller (widget));
  for (guint i = 0; i < n_keys; i++) {
    g_auto (GStrv) triggers = g_strsplit (keys[i].triggers, " ", -1);

    if (keys[i].scope != FOYER_KEYS_LISTS && (keys[i].scope != scope || scope == FOYER_KEYS_EVERYWHERE))
      continue;
    for (guint n = 0; triggers[n] != NULL; n++)
      add_key (foyer_key_is_letter (triggers[n]) ? self->letters : others, &keys[i], triggers[n]);
  }
  return self;
}
