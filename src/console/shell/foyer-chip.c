/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-chip.c - an icon and a word that say how something stands */

#include "foyer-chip.h"

struct _FoyerChip {
  GtkWidget parent_instance;

  GtkImage *image;
  GtkLabel *label;
  char *icon_name;
  char *tone;
};

G_DEFINE_FINAL_TYPE (FoyerChip, foyer_chip, GTK_TYPE_WIDGET)

enum {
  PROP_ICON_NAME = 1,
  PROP_LABEL,
  PROP_TONE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
change_tone (FoyerChip *self, const char *tone)
{
  g_auto (GStrv) before = g_strsplit (self->tone == NULL ? "" : self->tone, " ", -1);
  g_auto (GStrv) after = g_strsplit (tone == NULL ? "" : tone, " ", -1);

  for (guint i = 0; before[i] != NULL; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), before[i]);
  for (guint i = 0; after[i] != NULL; i++) {
    if (*after[i] != '\0')
      gtk_widget_add_css_class (GTK_WIDGET (self), after[i]);
  }
  g_free (self->tone);
  self->tone = g_strdup (tone);
}

static void
foyer_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerChip *self = FOYER_CHIP (object);
  const char *text = g_value_get_string (value);

  switch (id) {
  case PROP_ICON_NAME:
    if (g_strcmp0 (self->icon_name, text) == 0)
      return;
    g_free (self->icon_name);
    self->icon_name = g_strdup (text);
    gtk_image_set_from_icon_name (self->image, text);
    gtk_widget_set_visible (GTK_WIDGET (self->image), text != NULL && *text != '\0');
    break;
  case PROP_LABEL:
    if (g_strcmp0 (gtk_label_get_label (self->label), text == NULL ? "" : text) == 0)
      return;
    gtk_label_set_label (self->label, text == NULL ? "" : text);
    break;
  case PROP_TONE:
    if (g_strcmp0 (self->tone, text) == 0)
      return;
    change_tone (self, text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerChip *self = FOYER_CHIP (object);

  switch (id) {
  case PROP_ICON_NAME:
    g_value_set_string (value, self->icon_name);
    break;
  case PROP_LABEL:
    g_value_set_string (value, gtk_label_get_label (self->label));
    break;
  case PROP_TONE:
    g_value_set_string (value, self->tone);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (foyer_chip_parent_class)->dispose (object);
}

static void
foyer_chip_finalize (GObject *object)
{
  FoyerChip *self = FOYER_CHIP (object);

  g_free (self->icon_name);
  g_free (self->tone);
  G_OBJECT_CLASS (foyer_chip_parent_class)->finalize (object);
}

static void
foyer_chip_class_init (FoyerChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_chip_set_property;
  object_class->get_property = foyer_chip_get_property;
  object_class->dispose = foyer_chip_dispose;
  object_class->finalize = foyer_chip_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
}

static void
foyer_chip_init (FoyerChip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foyer-chip");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->image = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (GTK_WIDGET (self->image), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->image), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}
