/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approval-row.c - one booking in the list */

#include "foyer-approval-row.h"

#include "foyer-approval-closures.h"
#include "foyer-approvals-closures.h"
#include "foyer-chip.h"
#include "foyer-spoken.h"
#include "foyer-text-closures.h"

struct _FoyerApprovalRow {
  AdwBin parent_instance;

  FoyerApproval *approval; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerApprovalRow, foyer_approval_row, ADW_TYPE_BIN)

enum {
  PROP_APPROVAL = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_approval_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerApprovalRow *self = FOYER_APPROVAL_ROW (object);

  switch (id) {
  case PROP_APPROVAL:
    if (!g_set_object (&self->approval, g_value_get_object (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_approval_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerApprovalRow *self = FOYER_APPROVAL_ROW (object);

  switch (id) {
  case PROP_APPROVAL:
    g_value_set_object (value, self->approval);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_approval_row_dispose (GObject *object)
{
  FoyerApprovalRow *self = FOYER_APPROVAL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_APPROVAL_ROW);
  g_clear_object (&self->approval);
  G_OBJECT_CLASS (foyer_approval_row_parent_class)->dispose (object);
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

  properties[PROP_APPROVAL] = g_param_spec_object ("approval", NULL, NULL, FOYER_TYPE_APPROVAL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_SPOKEN);
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
  gtk_widget_class_bind_template_callback (widget_class, foyer_approvals_row_spoken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_late_classes);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
}

static void
foyer_approval_row_init (FoyerApprovalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
