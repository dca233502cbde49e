/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-panel.c - what stands on a page of Configuration and is no row of the field table */

#include "foyer-setting-panel.h"

typedef struct {
  FoyerDesk *desk; /* (nullable): not owned */
  char *lock;      /* (nullable) */
  gint64 hold;     /* microseconds */
  gboolean may_publish;
} FoyerSettingPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerSettingPanel, foyer_setting_panel, ADW_TYPE_BIN)

enum {
  SIGNAL_ACTED,
  SIGNAL_SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FoyerSettingPanelPrivate *
get_private (FoyerSettingPanel *self)
{
  return foyer_setting_panel_get_instance_private (self);
}

static void
foyer_setting_panel_dispose (GObject *object)
{
  foyer_setting_panel_stop (FOYER_SETTING_PANEL (object));
  G_OBJECT_CLASS (foyer_setting_panel_parent_class)->dispose (object);
}

static void
foyer_setting_panel_finalize (GObject *object)
{
  g_free (get_private (FOYER_SETTING_PANEL (object))->lock);
  G_OBJECT_CLASS (foyer_setting_panel_parent_class)->finalize (object);
}

static void
foyer_setting_panel_class_init (FoyerSettingPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = foyer_setting_panel_dispose;
  object_class->finalize = foyer_setting_panel_finalize;
  signals[SIGNAL_ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        FOYER_TYPE_ACT | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
foyer_setting_panel_init (FoyerSettingPanel *self)
{
}

void
foyer_setting_panel_start (FoyerSettingPanel *self, FoyerDesk *desk, const char *lock, gboolean may_publish)
{
  FoyerSettingPanelPrivate *priv = get_private (self);

  g_return_if_fail (FOYER_IS_SETTING_PANEL (self));
  g_return_if_fail (priv->desk == NULL);

  priv->desk = desk;
  priv->lock = g_strdup (lock);
  priv->may_publish = may_publish;
  FOYER_SETTING_PANEL_GET_CLASS (self)->start (self, desk);
}

void
foyer_setting_panel_stop (FoyerSettingPanel *self)
{
  FoyerSettingPanelPrivate *priv = get_private (self);
  FoyerSettingPanelClass *klass = FOYER_SETTING_PANEL_GET_CLASS (self);

  g_return_if_fail (FOYER_IS_SETTING_PANEL (self));

  if (priv->desk == NULL)
    return;
  if (klass->stop != NULL)
    klass->stop (self, priv->desk);
  priv->desk = NULL;
}

FoyerDesk *
foyer_setting_panel_get_desk (FoyerSettingPanel *self)
{
  g_return_val_if_fail (FOYER_IS_SETTING_PANEL (self), NULL);
  return get_private (self)->desk;
}

const char *
foyer_setting_panel_get_lock (FoyerSettingPanel *self)
{
  g_return_val_if_fail (FOYER_IS_SETTING_PANEL (self), NULL);
  return get_private (self)->lock;
}

gboolean
foyer_setting_panel_get_may_publish (FoyerSettingPanel *self)
{
  g_return_val_if_fail (FOYER_IS_SETTING_PANEL (self), FALSE);
  return get_private (self)->may_publish;
}

void
foyer_setting_panel_set_hold (FoyerSettingPanel *self, gint64 hold)
{
  g_return_if_fail (FOYER_IS_SETTING_PANEL (self));
  get_private (self)->hold = hold;
}

gint64
foyer_setting_panel_get_hold (FoyerSettingPanel *self)
{
  g_return_val_if_fail (FOYER_IS_SETTING_PANEL (self), 0);
  return get_private (self)->hold;
}

void
foyer_setting_panel_say (FoyerSettingPanel *self, const char *sentence)
{
  g_return_if_fail (FOYER_IS_SETTING_PANEL (self));
  g_signal_emit (self, signals[SIGNAL_SAID], 0, sentence);
}

void
foyer_setting_panel_report_act (FoyerSettingPanel *self, const FoyerAct *act)
{
  g_return_if_fail (FOYER_IS_SETTING_PANEL (self));
  g_signal_emit (self, signals[SIGNAL_ACTED], 0, act);
}
