/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-verbs.c - what can be done with a request */

#include "foyer-verbs.h"

#include "foyer-approval-closures.h"
#include "foyer-keys.h"

struct _FoyerVerbs {
  GtkBox parent_instance;

  FoyerBookingBrief *brief; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerVerbs, foyer_verbs, GTK_TYPE_BOX)

enum {
  PROP_BRIEF = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_verbs_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerVerbs *self = FOYER_VERBS (object);

  switch (id) {
  case PROP_BRIEF:
    if (!g_set_object (&self->brief, g_value_get_object (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_verbs_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerVerbs *self = FOYER_VERBS (object);

  switch (id) {
  case PROP_BRIEF:
    g_value_set_object (value, self->brief);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_verbs_dispose (GObject *object)
{
  FoyerVerbs *self = FOYER_VERBS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_VERBS);
  g_clear_object (&self->brief);
  G_OBJECT_CLASS (foyer_verbs_parent_class)->dispose (object);
}

static void
foyer_verbs_class_init (FoyerVerbsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_verbs_set_property;
  object_class->get_property = foyer_verbs_get_property;
  object_class->dispose = foyer_verbs_dispose;

  properties[PROP_BRIEF] = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-verbs.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_approve_label);
  gtk_widget_class_bind_template_callback (widget_class, foyer_key_tooltip);
}

static void
foyer_verbs_init (FoyerVerbs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
