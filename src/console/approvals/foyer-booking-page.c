/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-page.c - one booking, all of it */

#include "foyer-booking-page.h"

#include "foyer-approval-closures.h"
#include "foyer-booking-closures.h"
#include "foyer-booking-head.h"
#include "foyer-chip.h"
#include "foyer-day-strip.h"
#include "foyer-fit-list.h"
#include "foyer-sync-closures.h"
#include "foyer-text-closures.h"

struct _FoyerBookingPage {
  AdwBin parent_instance;

  FoyerDesk *desk;          /* (nullable) */
  FoyerBookingBrief *brief; /* (nullable) */
  gint64 now;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (FoyerBookingPage, foyer_booking_page, ADW_TYPE_BIN)

enum {
  PROP_DESK = 1,
  PROP_BRIEF,
  PROP_NOW,
  PROP_NARROW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_booking_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerBookingPage *self = FOYER_BOOKING_PAGE (object);

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
  case PROP_NARROW:
    if (self->narrow == g_value_get_boolean (value))
      return;
    self->narrow = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_booking_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerBookingPage *self = FOYER_BOOKING_PAGE (object);

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
  case PROP_NARROW:
    g_value_set_boolean (value, self->narrow);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_booking_page_dispose (GObject *object)
{
  FoyerBookingPage *self = FOYER_BOOKING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_BOOKING_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->brief);
  G_OBJECT_CLASS (foyer_booking_page_parent_class)->dispose (object);
}

static void
bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_chip_tone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_approval_outcome_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_day_title);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_day_taken);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_outcome_note);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_shows_outcome);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_shows_fit);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_shows_plan);
  gtk_widget_class_bind_template_callback (widget_class, foyer_booking_margin);
  gtk_widget_class_bind_template_callback (widget_class, foyer_not);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_checked_text);
  gtk_widget_class_bind_template_callback (widget_class, foyer_sync_checked_tone);
  gtk_widget_class_bind_template_callback (widget_class, foyer_text_is_set);
}

static void
foyer_booking_page_class_init (FoyerBookingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_booking_page_set_property;
  object_class->get_property = foyer_booking_page_get_property;
  object_class->dispose = foyer_booking_page_dispose;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_BRIEF] = g_param_spec_object ("brief", NULL, NULL, FOYER_TYPE_BOOKING_BRIEF, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_BOOKING_HEAD);
  g_type_ensure (FOYER_TYPE_CHIP);
  g_type_ensure (FOYER_TYPE_DAY_STRIP);
  g_type_ensure (FOYER_TYPE_FIT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-booking-page.ui");
  bind_closures (widget_class);
}

static void
foyer_booking_page_init (FoyerBookingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
