/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need-card.c - what happened to a decision, and the two truths side by side */

#include "foyer-need-card.h"

struct _FoyerNeedCard {
  GtkListBoxRow parent_instance;

  GtkActionable *discard_button;
  FoyerNeed *need; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerNeedCard, foyer_need_card, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_NEED = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_target (FoyerNeedCard *self)
{
  g_autofree char *id = NULL;

  if (self->need == NULL)
    return;
  g_object_get (self->need, "operation-id", &id, NULL);
  gtk_actionable_set_action_target (self->discard_button, "s", id);
}

static void
foyer_need_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerNeedCard *self = FOYER_NEED_CARD (object);

  switch (id) {
  case PROP_NEED:
    if (!g_set_object (&self->need, g_value_get_object (value)))
      return;
    set_target (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_need_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerNeedCard *self = FOYER_NEED_CARD (object);

  switch (id) {
  case PROP_NEED:
    g_value_set_object (value, self->need);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_need_card_dispose (GObject *object)
{
  FoyerNeedCard *self = FOYER_NEED_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_NEED_CARD);
  g_clear_object (&self->need);
  G_OBJECT_CLASS (foyer_need_card_parent_class)->dispose (object);
}

static void
foyer_need_card_class_init (FoyerNeedCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_need_card_set_property;
  object_class->get_property = foyer_need_card_get_property;
  object_class->dispose = foyer_need_card_dispose;

  properties[PROP_NEED] = g_param_spec_object ("need", NULL, NULL, FOYER_TYPE_NEED, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-need-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerNeedCard, discard_button);
}

static void
foyer_need_card_init (FoyerNeedCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
