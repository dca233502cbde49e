/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-banner.c - the state of a pane in one sentence */

#include "foyer-banner.h"

#include "foyer-text-closures.h"

struct _FoyerBanner {
  AdwBin parent_instance;

  char *icon_name;
  char *sentence;
  char *button_label;
  char *action_name;
  gboolean warning;
};

G_DEFINE_FINAL_TYPE (FoyerBanner, foyer_banner, ADW_TYPE_BIN)

enum {
  PROP_ICON_NAME = 1,
  PROP_SENTENCE,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  PROP_WARNING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static char **
text_place (FoyerBanner *self, guint id)
{
  switch (id) {
  case PROP_ICON_NAME:
    return &self->icon_name;
  case PROP_SENTENCE:
    return &self->sentence;
  case PROP_BUTTON_LABEL:
    return &self->button_label;
  case PROP_ACTION_NAME:
    return &self->action_name;
  default:
    return NULL;
  }
}

static void
set_warning (FoyerBanner *self, gboolean warning)
{
  if (self->warning == warning)
    return;
  self->warning = warning;
  if (warning)
    gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "warning");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WARNING]);
}

static void
foyer_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerBanner *self = FOYER_BANNER (object);
  char **place = text_place (self, id);

  if (place == NULL) {
    set_warning (self, g_value_get_boolean (value));
    return;
  }
  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerBanner *self = FOYER_BANNER (object);
  char **place = text_place (self, id);

  if (place == NULL)
    g_value_set_boolean (value, self->warning);
  else
    g_value_set_string (value, *place);
}

static void
foyer_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_BANNER);
  G_OBJECT_CLASS (foyer_banner_parent_class)->dispose (object);
}

static void
foyer_banner_finalize (GObject *object)
{
  FoyerBanner *self = FOYER_BANNER (object);

  g_free (self->icon_name);
  g_free (self->sentence);
  g_free (self->button_label);
  g_free (self->action_name);
  G_OBJECT_CLASS (foyer_banner_parent_class)->finalize (object);
}

static void
foyer_banner_class_init (FoyerBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_banner_set_property;
  object_class->get_property = foyer_banner_get_property;
  object_class->dispose = foyer_banner_dispose;
  object_class->finalize = foyer_banner_finalize;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  properties[PROP_WARNING] = g_param_spec_boolean ("warning", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-banner.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
}

static void
foyer_banner_init (FoyerBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
