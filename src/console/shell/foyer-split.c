/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-split.c - two panes side by side, or one at a time */

#include "foyer-split.h"

#include "foyer-pane.h"

/* AdwLeaflet went out of use in libadwaita 1.4; here is the one place that has to change when the baseline does. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

struct _FoyerSplit {
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  FoyerPane *sidebar_pane;
  FoyerPane *content_pane;
  gboolean show_content;
  gboolean show_sidebar;
};

G_DEFINE_FINAL_TYPE (FoyerSplit, foyer_split, ADW_TYPE_BIN)

enum {
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_COLLAPSED,
  PROP_SHOW_CONTENT,
  PROP_SHOW_SIDEBAR,
  PROP_MINIMUM_SIDEBAR_WIDTH,
  PROP_SIDEBAR_WIDTH,
  PROP_MINIMUM_CONTENT_WIDTH,
  PROP_CONTENT_WIDTH,
  PROP_EAGER,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
on_notify_folded (FoyerSplit *self)
{
  /* A hidden sidebar can be returned to only while one pane is shown at a time. */
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_pane),
                          self->show_sidebar || adw_leaflet_get_folded (self->leaflet));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

static void
on_notify_visible_child (FoyerSplit *self)
{
  gboolean show_content = adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->content_pane);

  if (self->show_content == show_content)
    return;
  self->show_content = show_content;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}

static void
set_child (FoyerPane *pane, FoyerSplit *self, GtkWidget *child, guint id)
{
  if (adw_bin_get_child (ADW_BIN (pane)) == child)
    return;
  adw_bin_set_child (ADW_BIN (pane), child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
set_eager (FoyerSplit *self, gboolean eager)
{
  AdwFoldThresholdPolicy policy
      = eager ? ADW_FOLD_THRESHOLD_POLICY_NATURAL : ADW_FOLD_THRESHOLD_POLICY_MINIMUM;

  if (adw_leaflet_get_fold_threshold_policy (self->leaflet) == policy)
    return;
  adw_leaflet_set_fold_threshold_policy (self->leaflet, policy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EAGER]);
}

static void
set_width (FoyerSplit *self, FoyerPane *pane, const char *name, const GValue *value, GParamSpec *pspec)
{
  int width;

  g_object_get (pane, name, &width, NULL);
  if (width == g_value_get_int (value))
    return;
  g_object_set_property (G_OBJECT (pane), name, value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
foyer_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerSplit *self = FOYER_SPLIT (object);

  switch (id) {
  case PROP_SIDEBAR:
    set_child (self->sidebar_pane, self, g_value_get_object (value), id);
    break;
  case PROP_CONTENT:
    set_child (self->content_pane, self, g_value_get_object (value), id);
    break;
  case PROP_SHOW_CONTENT:
    foyer_split_set_show_content (self, g_value_get_boolean (value));
    break;
  case PROP_SHOW_SIDEBAR:
    foyer_split_set_show_sidebar (self, g_value_get_boolean (value));
    break;
  case PROP_MINIMUM_SIDEBAR_WIDTH:
    set_width (self, self->sidebar_pane, "minimum-width", value, pspec);
    break;
  case PROP_SIDEBAR_WIDTH:
    set_width (self, self->sidebar_pane, "natural-width", value, pspec);
    break;
  case PROP_MINIMUM_CONTENT_WIDTH:
    set_width (self, self->content_pane, "minimum-width", value, pspec);
    break;
  case PROP_CONTENT_WIDTH:
    set_width (self, self->content_pane, "natural-width", value, pspec);
    break;
  case PROP_EAGER:
    set_eager (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerSplit *self = FOYER_SPLIT (object);

  switch (id) {
  case PROP_SIDEBAR:
    g_value_set_object (value, adw_bin_get_child (ADW_BIN (self->sidebar_pane)));
    break;
  case PROP_CONTENT:
    g_value_set_object (value, adw_bin_get_child (ADW_BIN (self->content_pane)));
    break;
  case PROP_COLLAPSED:
    g_value_set_boolean (value, foyer_split_get_collapsed (self));
    break;
  case PROP_SHOW_CONTENT:
    g_value_set_boolean (value, self->show_content);
    break;
  case PROP_SHOW_SIDEBAR:
    g_value_set_boolean (value, self->show_sidebar);
    break;
  case PROP_MINIMUM_SIDEBAR_WIDTH:
    g_object_get_property (G_OBJECT (self->sidebar_pane), "minimum-width", value);
    break;
  case PROP_SIDEBAR_WIDTH:
    g_object_get_property (G_OBJECT (self->sidebar_pane), "natural-width", value);
    break;
  case PROP_MINIMUM_CONTENT_WIDTH:
    g_object_get_property (G_OBJECT (self->content_pane), "minimum-width", value);
    break;
  case PROP_CONTENT_WIDTH:
    g_object_get_property (G_OBJECT (self->content_pane), "natural-width", value);
    break;
  case PROP_EAGER:
    g_value_set_boolean (value, adw_leaflet_get_fold_threshold_policy (self->leaflet)
                                    == ADW_FOLD_THRESHOLD_POLICY_NATURAL);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const struct {
    guint id;
    const char *name;
  } widths[] = {
    { PROP_MINIMUM_SIDEBAR_WIDTH, "minimum-sidebar-width" },
    { PROP_SIDEBAR_WIDTH, "sidebar-width" },
    { PROP_MINIMUM_CONTENT_WIDTH, "minimum-content-width" },
    { PROP_CONTENT_WIDTH, "content-width" },
  };

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_COLLAPSED]
      = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] = g_param_spec_boolean ("show-content", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_EAGER] = g_param_spec_boolean ("eager", NULL, NULL, FALSE, flags);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    properties[widths[i].id] = g_param_spec_int (widths[i].name, NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_split_class_init (FoyerSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_split_set_property;
  object_class->get_property = foyer_split_get_property;
  install_properties (object_class);
}

static void
foyer_split_init (FoyerSplit *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  self->sidebar_pane = FOYER_PANE (foyer_pane_new ());
  self->content_pane = FOYER_PANE (foyer_pane_new ());
  self->show_sidebar = TRUE;

  gtk_widget_set_hexpand (GTK_WIDGET (self->content_pane), TRUE);
  /* What wants room inside the sidebar must not make the sidebar wider. */
  gtk_widget_set_hexpand (GTK_WIDGET (self->sidebar_pane), FALSE);
  adw_leaflet_append (self->leaflet, GTK_WIDGET (self->sidebar_pane));
  adw_leaflet_append (self->leaflet, GTK_WIDGET (self->content_pane));
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));

  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_notify_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (on_notify_visible_child), self,
                           G_CONNECT_SWAPPED);
}

gboolean
foyer_split_get_collapsed (FoyerSplit *self)
{
  g_return_val_if_fail (FOYER_IS_SPLIT (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

gboolean
foyer_split_get_show_content (FoyerSplit *self)
{
  g_return_val_if_fail (FOYER_IS_SPLIT (self), FALSE);

  return self->show_content;
}

/* The leaflet moves the focus to what it shows. While it shows both panes, nothing has moved and the focus stays. */
void
foyer_split_set_show_content (FoyerSplit *self, gboolean show_content)
{
  GtkRoot *root;
  g_autoptr (GtkWidget) focus = NULL;

  g_return_if_fail (FOYER_IS_SPLIT (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && !adw_leaflet_get_folded (self->leaflet))
    g_set_object (&focus, gtk_root_get_focus (root));
  adw_leaflet_set_visible_child (self->leaflet,
                                 GTK_WIDGET (show_content ? self->content_pane : self->sidebar_pane));
  if (focus != NULL && gtk_root_get_focus (root) != focus)
    gtk_widget_grab_focus (focus);
}

gboolean
foyer_split_get_show_sidebar (FoyerSplit *self)
{
  g_return_val_if_fail (FOYER_IS_SPLIT (self), FALSE);

  return self->show_sidebar;
}

void
foyer_split_set_show_sidebar (FoyerSplit *self, gboolean show_sidebar)
{
  g_return_if_fail (FOYER_IS_SPLIT (self));

  if (self->show_sidebar == !!show_sidebar)
    return;
  self->show_sidebar = !!show_sidebar;
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_pane),
                          show_sidebar || adw_leaflet_get_folded (self->leaflet));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

G_GNUC_END_IGNORE_DEPRECATIONS

gboolean
foyer_split_back (FoyerSplit *self)
{
  g_return_val_if_fail (FOYER_IS_SPLIT (self), FALSE);

  if (!foyer_split_get_collapsed (self) || !foyer_split_get_show_content (self))
    return FALSE;
  foyer_split_set_show_content (self, FALSE);
  return TRUE;
}
