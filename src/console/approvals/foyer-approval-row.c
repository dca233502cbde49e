/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approval-row.c - one booking in the list */

#include "foyer-approval-row.h"

#include "foyer-approval-closures.h"
#include "foyer-chip.h"
#include "foyer-row-name.h"
#include "foyer-text-closures.h"

struct _FoyerApprovalRow {
  AdwBin parent_instance;

  FoyerApproval *approval; /* (nullable) */
  char *spoken;
};

G_DEFINE_FINAL_TYPE (FoyerApprovalRow, foyer_approval_row, ADW_TYPE_BIN)

enum {
  PROP_APPROVAL = 1,
  PROP_SPOKEN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_approval_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_approval_row_parent_class)->root (widget);
  foyer_row_name_set (widget, FOYER_APPROVAL_ROW (widget)->spoken);
}

static void
foyer_approval_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerApprovalRow *self = FOYER_APPROVAL_ROW (object);

  switch (id) {
  case PROP_APPROVAL:
    if (g_set_object (&self->approval, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_SPOKEN:
    if (g_strcmp0 (self->spoken, g_value_get_string (value)) == 0)
      return;
    g_free (self->spoken);
    self->spoken = g_value_dup_string (value);
    foyer_row_name_set (GTK_WIDGET (self), self->spoken);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_approval_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerApprovalRow *self = FOYER_APPROVAL_ROW (object);

  switch (id) {
  case PROP_APPROVAL:
    g_value_set_object (value, self->approval);
    break;
  case PROP_SPOKEN:
    g_value_set_string (value, self->spoken);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_approval_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_APPROVAL_ROW);
  g_clear_object (&FOYER_APPROVAL_ROW (object)->approval);
  G_OBJECT_CLASS (foyer_approval_row_parent_class)->dispose (object);
}

static void
foyer_approval_row_finalize (GObject *object)
{
  g_free (FOYER_APPROVAL_ROW (object)->spoken);
  G_OBJECT_CLASS (foyer_approval_row_parent_class)->finalize (object);
}

static void
foyer_approval_row_class_init (FoyerApprovalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_approval_row_set_property;
  object_class->get_property = foyer_approval_row_get_property;
  object_class->dispose = foyer_approval_row_dispose;
  object_class->finalize = foyer_approval_row_finalize;
  widget_class->root = foyer_approval_row_root;

  properties[PROP_APPROVAL] = g_param_spec_object ("approval", NULL, NULL, FOYER_TYPE_APPROVAL, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-approval-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_age_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_tone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_day_heading);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_has_note);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_cancellation);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_late);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_move);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_urgent);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_service_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_time_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_who_and_where);
  gtk_widget_class_bind_template_callback (widget_class, foyer_late_classes);
}

static void
foyer_approval_row_init (FoyerApprovalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
