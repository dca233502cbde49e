/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-area-page.c - what the page of every area has */

#include "foyer-area-page.h"

#include "foyer-bin-tab.h"
#include "foyer-list-keys.h"

typedef struct {
  FoyerDesk *desk; /* (nullable) */
  GSimpleActionGroup *list_actions;
  FoyerListKeys *keys; /* (nullable): before the page has its template */
  gboolean single_keys;
  gboolean outer_collapsed;
  guint undo_seconds;
} FoyerAreaPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerAreaPage, foyer_area_page, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_SINGLE_KEYS,
  PROP_UNDO_SECONDS,
  PROP_OUTER_COLLAPSED,
  N_PROPERTIES,
};

enum { ACTED, OPENED, SAID, UNDONE, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static FoyerAreaPagePrivate *
get_private (FoyerAreaPage *self)
{
  return foyer_area_page_get_instance_private (self);
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FOYER_AREA_PAGE_GET_CLASS (user_data)->move (user_data, 1);
}

static void
on_previous (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FOYER_AREA_PAGE_GET_CLASS (user_data)->move (user_data, -1);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FOYER_AREA_PAGE_GET_CLASS (user_data)->open (user_data);
}

static const GActionEntry list_entries[] = {
  { .name = "next", .activate = on_next },
  { .name = "previous", .activate = on_previous },
  { .name = "open", .activate = on_open },
};

static void
set_desk (FoyerAreaPage *self, FoyerDesk *desk)
{
  FoyerAreaPagePrivate *priv = get_private (self);

  if (desk == NULL || priv->desk != NULL)
    return;
  priv->desk = g_object_ref (desk);
  FOYER_AREA_PAGE_GET_CLASS (self)->start (self, desk);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

static void
foyer_area_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerAreaPagePrivate *priv = get_private (FOYER_AREA_PAGE (object));

  switch (id) {
  case PROP_DESK:
    set_desk (FOYER_AREA_PAGE (object), g_value_get_object (value));
    return;
  case PROP_SINGLE_KEYS:
    if (priv->single_keys == g_value_get_boolean (value))
      return;
    priv->single_keys = g_value_get_boolean (value);
    break;
  case PROP_UNDO_SECONDS:
    if (priv->undo_seconds == g_value_get_uint (value))
      return;
    priv->undo_seconds = g_value_get_uint (value);
    break;
  case PROP_OUTER_COLLAPSED:
    if (priv->outer_collapsed == g_value_get_boolean (value))
      return;
    priv->outer_collapsed = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_area_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerAreaPagePrivate *priv = get_private (FOYER_AREA_PAGE (object));

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, priv->desk);
    break;
  case PROP_SINGLE_KEYS:
    g_value_set_boolean (value, priv->single_keys);
    break;
  case PROP_UNDO_SECONDS:
    g_value_set_uint (value, priv->undo_seconds);
    break;
  case PROP_OUTER_COLLAPSED:
    g_value_set_boolean (value, priv->outer_collapsed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_area_page_dispose (GObject *object)
{
  FoyerAreaPagePrivate *priv = get_private (FOYER_AREA_PAGE (object));

  foyer_area_page_stop (FOYER_AREA_PAGE (object));
  /* Disposing of the template would take the bin's child, which is bound, without the bin knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  g_clear_object (&priv->keys);
  g_clear_object (&priv->list_actions);
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (foyer_area_page_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType parameter)
{
  return g_signal_new (name, FOYER_TYPE_AREA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                       parameter);
}

static void
foyer_area_page_class_init (FoyerAreaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_area_page_set_property;
  object_class->get_property = foyer_area_page_get_property;
  object_class->dispose = foyer_area_page_dispose;
  foyer_bin_tab_goes_in (GTK_WIDGET_CLASS (klass));

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_SINGLE_KEYS] = g_param_spec_boolean ("single-keys", NULL, NULL, TRUE, flags);
  properties[PROP_UNDO_SECONDS] = g_param_spec_uint ("undo-seconds", NULL, NULL, 0, 60, 10, flags);
  properties[PROP_OUTER_COLLAPSED] = g_param_spec_boolean ("outer-collapsed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTED] = add_signal ("acted", FOYER_TYPE_ACT);
  signals[OPENED] = add_signal ("opened", G_TYPE_STRING);
  signals[SAID] = add_signal ("said", G_TYPE_STRING);
  signals[UNDONE] = add_signal ("undone", G_TYPE_STRING);
}

static void
foyer_area_page_init (FoyerAreaPage *self)
{
  FoyerAreaPagePrivate *priv = get_private (self);

  priv->single_keys = TRUE;
  priv->undo_seconds = 10;
  priv->list_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (priv->list_actions), list_entries,
                                   G_N_ELEMENTS (list_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list-pane", G_ACTION_GROUP (priv->list_actions));
}

FoyerDesk *
foyer_area_page_get_desk (FoyerAreaPage *self)
{
  g_return_val_if_fail (FOYER_IS_AREA_PAGE (self), NULL);

  return get_private (self)->desk;
}

GActionMap *
foyer_area_page_get_list_actions (FoyerAreaPage *self)
{
  g_return_val_if_fail (FOYER_IS_AREA_PAGE (self), NULL);

  return G_ACTION_MAP (get_private (self)->list_actions);
}

void
foyer_area_page_add_keys (FoyerAreaPage *self, FoyerKeyScope scope)
{
  FoyerAreaPagePrivate *priv;

  g_return_if_fail (FOYER_IS_AREA_PAGE (self));

  priv = get_private (self);
  g_return_if_fail (priv->keys == NULL);
  priv->keys = foyer_list_keys_new (GTK_WIDGET (self), scope);
  g_object_bind_property (self, "single-keys", priv->keys, "single-keys", G_BINDING_SYNC_CREATE);
}

void
foyer_area_page_say (FoyerAreaPage *self, const char *sentence)
{
  g_return_if_fail (FOYER_IS_AREA_PAGE (self));

  g_signal_emit (self, signals[SAID], 0, sentence);
}

void
foyer_area_page_report_act (FoyerAreaPage *self, const FoyerAct *act)
{
  g_return_if_fail (FOYER_IS_AREA_PAGE (self));

  g_signal_emit (self, signals[ACTED], 0, act);
}

void
foyer_area_page_report_undone (FoyerAreaPage *self, const char *operation_id)
{
  g_return_if_fail (FOYER_IS_AREA_PAGE (self));

  g_signal_emit (self, signals[UNDONE], 0, operation_id);
}

void
foyer_area_page_go_to (FoyerAreaPage *self, const char *record_id)
{
  g_return_if_fail (FOYER_IS_AREA_PAGE (self));

  g_signal_emit (self, signals[OPENED], 0, record_id);
}

gboolean
foyer_area_page_back (FoyerAreaPage *self)
{
  FoyerAreaPageClass *klass;

  g_return_val_if_fail (FOYER_IS_AREA_PAGE (self), FALSE);

  klass = FOYER_AREA_PAGE_GET_CLASS (self);
  return klass->back != NULL && klass->back (self);
}

void
foyer_area_page_stop (FoyerAreaPage *self)
{
  FoyerAreaPagePrivate *priv;

  g_return_if_fail (FOYER_IS_AREA_PAGE (self));

  priv = get_private (self);
  if (priv->desk == NULL)
    return;
  if (FOYER_AREA_PAGE_GET_CLASS (self)->stop != NULL)
    FOYER_AREA_PAGE_GET_CLASS (self)->stop (self, priv->desk);
  g_clear_object (&priv->desk);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESK]);
}

char *
foyer_area_page_get_subject (FoyerAreaPage *self)
{
  FoyerAreaPageClass *klass = FOYER_AREA_PAGE_GET_CLASS (self);

  return get_private (self)->desk == NULL || klass->get_subject == NULL ? NULL : klass->get_subject (self);
}

void
foyer_area_page_move (FoyerAreaPage *self, int step)
{
  if (get_private (self)->desk != NULL)
    FOYER_AREA_PAGE_GET_CLASS (self)->move (self, step);
}
