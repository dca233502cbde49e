/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-head.c - who asks for what, and when */

#include "foyer-booking-head.h"

#include "foyer-approval-closures.h"
#include "foyer-text-closures.h"

struct _FoyerBookingHead {
  AdwBin parent_instance;

  FoyerDesk *desk;          /* (nullable) */
  FoyerBookingBrief *brief; /* (nullable) */
  gint64 now;
};

G_DEFINE_FINAL_TYPE (FoyerBookingHead, foyer_booking_head, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_BRIEF,
  PROP_NOW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_booking_head_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerBookingHead *self = FOYER_BOOKING_HEAD (object);

  switch (id) {
  case PROP_DESK:
    if (!g_set_object (&self->desk, g_value_get_object (value)))
      return;
    break;
  case PROP_BRIEF:
    if (!g_set_object (&self->brief, g_value_get_object (value)))
      return;
    break;
  case PROP_NOW:
    if (self->now == g_value_get_int64 (value))
      return;
    self->now = g_value_get_int64 (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_booking_head_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerBookingHead *self = FOYER_BOOKING_HEAD (object);

  switch (id) {
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_BRIEF:
    g_value_set_object (value, self->brief);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_booking_head_dispose (GObject *object)
{
  FoyerBookingHead *self = FOYER_BOOKING_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_BOOKING_HEAD);
  g_clear_object (&self->desk);
  g_clear_object (&self->brief);
  G_OBJECT_CLASS (foyer_booking_head_parent_class)->dispose (object);
}

static void
bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_address);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_asked);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_client_facts);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_client_name);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_decision);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_is_pending);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_when_and_who);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_words);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
}

static void
foyer_booking_head_class_init (FoyerBookingHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_booking_head_set_property;
  object_class->get_property = foyer_booking_head_get_property;
  object_class->dispose = foyer_booking_head_dispose;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_BRIEF] = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-booking-head.ui");
  bind_closures (widget_class);
}

static void
foyer_booking_head_init (FoyerBookingHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
