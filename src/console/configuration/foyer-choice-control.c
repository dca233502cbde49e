/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-choice-control.c - a setting that is one of a few words */

#include "foyer-choice-control.h"

#include "foyer-setting-choices.h"

#include "foyer-json.h"
#include "foyer-record-type.h"

struct _FoyerChoiceControl {
  FoyerSettingControl parent_instance;

  GtkDropDown *list;
  const FoyerField *field;
};

G_DEFINE_FINAL_TYPE (FoyerChoiceControl, foyer_choice_control, FOYER_TYPE_SETTING_CONTROL)

static void
foyer_choice_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerChoiceControl *self = FOYER_CHOICE_CONTROL (control);
  const char *word = foyer_json_node_text (value);
  int index = word == NULL ? -1 : foyer_field_value_index (self->field, word);

  gtk_drop_down_set_selected (self->list, index < 0 ? GTK_INVALID_LIST_POSITION : (guint) index);
}

static void
on_notify_selected (FoyerChoiceControl *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);
  g_autofree char *word
      = selected == GTK_INVALID_LIST_POSITION ? NULL : foyer_field_value_word (self->field, (int) selected);

  if (word != NULL)
    foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), word);
}

static GtkStringList *
list_labels (const FoyerField *field)
{
  g_auto (GStrv) words = g_strsplit (field->values, " ", -1);
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (labels, foyer_setting_choice_label (field->name, words[i]));
  return labels;
}

static void
foyer_choice_control_class_init (FoyerChoiceControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_choice_control_show;
}

static void
foyer_choice_control_init (FoyerChoiceControl *self)
{
}

/* What is chosen may be wider than a narrow window has room for: it goes on in another line then. */
static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkListItemFactory *
create_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

GtkWidget *
foyer_choice_control_new (const FoyerField *field)
{
  FoyerChoiceControl *self = g_object_new (FOYER_TYPE_CHOICE_CONTROL, NULL);
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->field = field;
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list_labels (field)), NULL));
  factory = create_factory ();
  gtk_drop_down_set_list_factory (self->list, gtk_drop_down_get_factory (self->list));
  gtk_drop_down_set_factory (self->list, factory);
  foyer_setting_control_name (GTK_WIDGET (self->list), field);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (on_notify_selected), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
