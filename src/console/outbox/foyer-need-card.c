/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need-card.c - what happened to an operation, the two truths side by side, and what can be done */

#include "foyer-need-card.h"

#include "foyer-need-choices.h"
#include "foyer-operation-verbs.h"
#include "foyer-text-closures.h"

#include <glib/gi18n-lib.h>

struct _FoyerNeedCard {
  GtkListBoxRow parent_instance;

  /* Template. */
  GtkFlowBox *answers;
  GtkCheckButton *together_check;
  GtkMenuButton *menu_button;

  FoyerDesk *desk;           /* (nullable) */
  FoyerOperation *operation; /* (nullable) */
  FoyerNeed *need;           /* (nullable) */
  guint similar;
  gboolean foremost;
};

G_DEFINE_FINAL_TYPE (FoyerNeedCard, foyer_need_card, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_DESK = 1,
  PROP_OPERATION,
  PROP_NEED,
  PROP_SIMILAR,
  PROP_FOREMOST,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
on_answer (FoyerNeedCard *self, GtkButton *button)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (button));
  gboolean together = self->similar > 0 && gtk_check_button_get_active (self->together_check);

  if (self->need != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "outbox.answer", "(ssb)", name,
                                foyer_need_get_operation_id (self->need), together);
}

/* Other times are different for everybody. */
static void
update_together (FoyerNeedCard *self)
{
  gboolean together = self->similar > 0 && gtk_check_button_get_active (self->together_check);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->answers)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

    if (g_str_equal (gtk_widget_get_name (button), foyer_need_choice_name (FOYER_NEED_PROPOSE)))
      gtk_widget_set_sensitive (button, !together);
  }
}

static void
add_answer (FoyerNeedCard *self, FoyerNeedChoices choice)
{
  GtkWidget *button = gtk_button_new_with_label (foyer_need_choice_label (choice));
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_name (button, foyer_need_choice_name (choice));
  gtk_widget_set_tooltip_text (button, foyer_need_choice_tooltip (choice));
  if (choice == FOYER_NEED_LET_GO)
    gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_flow_box_append (self->answers, child);
}

/* One button of a window is suggested: the best that can be done about what comes first. */
static void
update_suggestion (FoyerNeedCard *self)
{
  static const FoyerNeedChoices best[] = { FOYER_NEED_PROPOSE, FOYER_NEED_RESTORE, FOYER_NEED_RETRY };
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->answers));
  GtkWidget *button = child == NULL ? NULL : gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

  if (button == NULL)
    return;
  gtk_widget_remove_css_class (button, "suggested-action");
  for (guint i = 0; self->foremost && i < G_N_ELEMENTS (best); i++) {
    if (g_str_equal (gtk_widget_get_name (button), foyer_need_choice_name (best[i])))
      gtk_widget_add_css_class (button, "suggested-action");
  }
}

static void
show_answers (FoyerNeedCard *self)
{
  FoyerNeedChoices choices = self->need == NULL ? 0 : foyer_need_get_choices (self->need);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers))) != NULL)
    gtk_flow_box_remove (self->answers, child);
  for (FoyerNeedChoices choice = FOYER_NEED_PROPOSE; choice <= FOYER_NEED_LET_GO; choice <<= 1) {
    if ((choices & choice) != 0)
      add_answer (self, choice);
  }
  update_suggestion (self);
  update_together (self);
}

static void
set_need (FoyerNeedCard *self, FoyerNeed *need)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;

  g_set_object (&self->need, need);
  show_answers (self);
  if (need == NULL)
    return;
  g_object_get (need, "title", &title, "sentence", &sentence, NULL);
  name = g_strdup_printf ("%s. %s", title, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (foyer_need_get_follows (need))
    gtk_widget_add_css_class (GTK_WIDGET (self), "foyer-follows");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "foyer-follows");
}

static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  FoyerNeedCard *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->operation == NULL || self->desk == NULL)
    return;
  menu = foyer_operation_verbs_menu (self->operation, self->desk);
  foyer_operation_verbs_update (GTK_WIDGET (self), self->operation, self->desk);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
on_open_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (FOYER_NEED_CARD (widget)->menu_button);
}

static void
on_secondary_pressed (FoyerNeedCard *self)
{
  gtk_menu_button_popup (self->menu_button);
}

/* "Do the same for the 3 others" */
static char *
together_label (GObject *self, guint similar)
{
  return g_strdup_printf (ngettext ("Do the same for %u other", "Do the same for the %u others", similar),
                          similar);
}

static void
foyer_need_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerNeedCard *self = FOYER_NEED_CARD (object);

  switch (id) {
  case PROP_DESK:
    if (!g_set_object (&self->desk, g_value_get_object (value)))
      return;
    foyer_operation_verbs_update (GTK_WIDGET (self), self->operation, self->desk);
    break;
  case PROP_OPERATION:
    if (!g_set_object (&self->operation, g_value_get_object (value)))
      return;
    foyer_operation_verbs_update (GTK_WIDGET (self), self->operation, self->desk);
    foyer_operation_verbs_name_menu (self->menu_button, self->operation);
    break;
  case PROP_NEED:
    if (self->need == g_value_get_object (value))
      return;
    set_need (self, g_value_get_object (value));
    break;
  case PROP_SIMILAR:
    if (self->similar == g_value_get_uint (value))
      return;
    self->similar = g_value_get_uint (value);
    update_together (self);
    break;
  case PROP_FOREMOST:
    if (self->foremost == g_value_get_boolean (value))
      return;
    self->foremost = g_value_get_boolean (value);
    update_suggestion (self);
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
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_NEED:
    g_value_set_object (value, self->need);
    break;
  case PROP_SIMILAR:
    g_value_set_uint (value, self->similar);
    break;
  case PROP_FOREMOST:
    g_value_set_boolean (value, self->foremost);
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
  g_clear_object (&self->operation);
  g_clear_object (&self->desk);
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

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, FOYER_TYPE_OPERATION, flags);
  properties[PROP_NEED] = g_param_spec_object ("need", NULL, NULL, FOYER_TYPE_NEED, flags);
  properties[PROP_SIMILAR] = g_param_spec_uint ("similar", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FOREMOST] = g_param_spec_boolean ("foremost", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-need-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerNeedCard, answers);
  gtk_widget_class_bind_template_child (widget_class, FoyerNeedCard, together_check);
  gtk_widget_class_bind_template_child (widget_class, FoyerNeedCard, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_count_is_set);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_bind_template_callback (widget_class, together_label);
  gtk_widget_class_bind_template_callback (widget_class, update_together);
  gtk_widget_class_install_action (widget_class, "operation.menu", NULL, on_open_menu);
  foyer_operation_verbs_install (widget_class);
}

static void
foyer_need_card_init (FoyerNeedCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  foyer_operation_verbs_update (GTK_WIDGET (self), NULL, NULL);
  foyer_operation_verbs_name_menu (self->menu_button, NULL);
}
