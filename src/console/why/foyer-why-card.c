/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-card.c - one fact of the Why? panel */

#include "foyer-why-card.h"

#include "foyer-text-closures.h"

struct _FoyerWhyCard {
  GtkListBoxRow parent_instance;

  /* Template. */
  GtkButton *fix_button;
  GtkButton *say_button;
  GtkMenuButton *more_button;

  FoyerWhyItem *item; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerWhyCard, foyer_why_card, GTK_TYPE_LIST_BOX_ROW)

enum { PROP_ITEM = 1, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

static void
set_action (GtkActionable *actionable, const char *action, const char *key)
{
  gtk_actionable_set_action_name (actionable, action);
  if (action != NULL)
    gtk_actionable_set_action_target (actionable, "s", key);
}

static GMenuModel *
make_menu (const FoyerRemedy *other, const char *key)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (other->words, NULL);

  g_menu_item_set_action_and_target (item, "why.other", "s", key);
  g_menu_append_item (menu, item);
  return G_MENU_MODEL (menu);
}

static void
update (FoyerWhyCard *self)
{
  const char *key = foyer_why_item_get_key (self->item);
  const FoyerRemedy *remedy = foyer_why_item_get_remedy (self->item);
  const char *say = foyer_why_item_get_say (self->item);
  g_autoptr (GMenuModel) menu
      = remedy == NULL || remedy->other == NULL ? NULL : make_menu (remedy->other, key);
  g_autofree char *spoken = NULL;

  set_action (GTK_ACTIONABLE (self->fix_button), "why.fix", key);
  set_action (GTK_ACTIONABLE (self->say_button), "why.say", key);
  set_action (GTK_ACTIONABLE (self), remedy != NULL ? "why.fix" : say != NULL ? "why.say" : NULL, key);
  gtk_menu_button_set_menu_model (self->more_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), menu != NULL);
  /* The button's words stand in a label of its own so that they wrap, and GTK makes no name from that. */
  if (remedy != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->fix_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    remedy->words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->fix_button), GTK_ACCESSIBLE_PROPERTY_LABEL);
  g_object_get (self->item, "spoken", &spoken, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
has_buttons (GObject *self, const char *fix, const char *say)
{
  return fix != NULL || say != NULL;
}

static void
foyer_why_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  foyer_why_card_set_item (FOYER_WHY_CARD (object), g_value_get_object (value));
}

static void
foyer_why_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, FOYER_WHY_CARD (object)->item);
}

static void
foyer_why_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_WHY_CARD);
  g_clear_object (&FOYER_WHY_CARD (object)->item);
  G_OBJECT_CLASS (foyer_why_card_parent_class)->dispose (object);
}

static void
foyer_why_card_class_init (FoyerWhyCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_why_card_set_property;
  object_class->get_property = foyer_why_card_get_property;
  object_class->dispose = foyer_why_card_dispose;
  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, FOYER_TYPE_WHY_ITEM,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-why-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyCard, fix_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyCard, say_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerWhyCard, more_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, has_buttons);
}

static void
foyer_why_card_init (FoyerWhyCard *self)
{
  g_type_ensure (FOYER_TYPE_WHY_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_why_card_new (FoyerWhyItem *item)
{
  return g_object_new (FOYER_TYPE_WHY_CARD, "item", item, NULL);
}

FoyerWhyItem *
foyer_why_card_get_item (FoyerWhyCard *self)
{
  return self->item;
}

void
foyer_why_card_set_item (FoyerWhyCard *self, FoyerWhyItem *item)
{
  g_return_if_fail (FOYER_IS_WHY_CARD (self));

  if (item == NULL || !g_set_object (&self->item, item))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
