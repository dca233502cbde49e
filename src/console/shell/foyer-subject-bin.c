/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-subject-bin.c - a widget that shows one object */

#include "foyer-subject-bin.h"

typedef struct {
  GObject *subject; /* (nullable) */
} FoyerSubjectBinPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerSubjectBin, foyer_subject_bin, ADW_TYPE_BIN)

/* Each kind has its own property, under its own name, in this place. */
enum { PROP_SUBJECT = 1 };

static FoyerSubjectBinPrivate *
get_private (GObject *object)
{
  return foyer_subject_bin_get_instance_private (FOYER_SUBJECT_BIN (object));
}

static void
foyer_subject_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (g_set_object (&get_private (object)->subject, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
foyer_subject_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, get_private (object)->subject);
}

static void
foyer_subject_bin_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  g_clear_object (&get_private (object)->subject);
  G_OBJECT_CLASS (foyer_subject_bin_parent_class)->dispose (object);
}

static void
foyer_subject_bin_class_init (FoyerSubjectBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_subject_bin_dispose;
}

static void
foyer_subject_bin_init (FoyerSubjectBin *self)
{
}

void
foyer_subject_bin_class_set_subject (FoyerSubjectBinClass *klass, const char *name, GType type)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* These two are not inherited. */
  object_class->set_property = foyer_subject_bin_set_property;
  object_class->get_property = foyer_subject_bin_get_property;
  g_object_class_install_property (object_class, PROP_SUBJECT,
                                   g_param_spec_object (name, NULL, NULL, type, flags));
}
