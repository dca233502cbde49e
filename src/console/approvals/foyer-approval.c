/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approval.c - one booking as the list shows it */

#include "foyer-approval.h"

#include "types/booking.h"
#include "types/client.h"
#include "types/property.h"
#include "types/service.h"

struct _FoyerApproval {
  GObject parent_instance;

  FoyerRecord *booking;
  FoyerRecord *client;   /* (nullable) */
  FoyerRecord *service;  /* (nullable) */
  FoyerRecord *property; /* (nullable) */
  FoyerOfficeTime *time;
  FoyerFitSummary *fit; /* (nullable) */
  gboolean heads_day;
  gboolean needs_you;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (FoyerApproval, foyer_approval, G_TYPE_OBJECT)

enum {
  PROP_BOOKING = 1,
  PROP_CLIENT,
  PROP_SERVICE,
  PROP_PROPERTY,
  PROP_TIME,
  PROP_FIT,
  PROP_HEADS_DAY,
  PROP_NEEDS_YOU,
  PROP_NOW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_approval_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerApproval *self = FOYER_APPROVAL (object);

  switch (id) {
  case PROP_BOOKING:
    g_value_set_object (value, self->booking);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_SERVICE:
    g_value_set_object (value, self->service);
    break;
  case PROP_PROPERTY:
    g_value_set_object (value, self->property);
    break;
  case PROP_TIME:
    g_value_set_object (value, self->time);
    break;
  case PROP_FIT:
    g_value_set_boxed (value, self->fit);
    break;
  case PROP_HEADS_DAY:
    g_value_set_boolean (value, self->heads_day);
    break;
  case PROP_NEEDS_YOU:
    g_value_set_boolean (value, self->needs_you);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_approval_finalize (GObject *object)
{
  FoyerApproval *self = FOYER_APPROVAL (object);

  g_clear_object (&self->booking);
  g_clear_object (&self->client);
  g_clear_object (&self->service);
  g_clear_object (&self->property);
  g_clear_object (&self->time);
  g_clear_pointer (&self->fit, foyer_fit_summary_free);
  G_OBJECT_CLASS (foyer_approval_parent_class)->finalize (object);
}

static void
foyer_approval_class_init (FoyerApprovalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_approval_get_property;
  object_class->finalize = foyer_approval_finalize;

  properties[PROP_BOOKING] = g_param_spec_object ("booking", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_PROPERTY] = g_param_spec_object ("property", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_TIME] = g_param_spec_object ("time", NULL, NULL, FOYER_TYPE_OFFICE_TIME, flags);
  properties[PROP_FIT] = g_param_spec_boxed ("fit", NULL, NULL, FOYER_TYPE_FIT_SUMMARY, flags);
  properties[PROP_HEADS_DAY] = g_param_spec_boolean ("heads-day", NULL, NULL, FALSE, flags);
  properties[PROP_NEEDS_YOU] = g_param_spec_boolean ("needs-you", NULL, NULL, FALSE, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_approval_init (FoyerApproval *self)
{
}

FoyerApproval *
foyer_approval_new (FoyerStore *store, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now)
{
  FoyerApproval *self = g_object_new (FOYER_TYPE_APPROVAL, NULL);

  self->booking = g_object_ref (booking);
  self->time = g_object_ref (time);
  self->now = now;
  foyer_approval_look_up_names (self, store);
  return self;
}

FoyerRecord *
foyer_approval_get_booking (FoyerApproval *self)
{
  g_return_val_if_fail (FOYER_IS_APPROVAL (self), NULL);

  return self->booking;
}

const char *
foyer_approval_get_id (FoyerApproval *self)
{
  g_return_val_if_fail (FOYER_IS_APPROVAL (self), NULL);

  return foyer_record_get_id (self->booking);
}

const FoyerFitSummary *
foyer_approval_get_fit (FoyerApproval *self)
{
  g_return_val_if_fail (FOYER_IS_APPROVAL (self), NULL);

  return self->fit;
}

void
foyer_approval_set_fit (FoyerApproval *self, const FoyerFitSummary *fit)
{
  g_return_if_fail (FOYER_IS_APPROVAL (self));

  if (foyer_fit_summary_equal (self->fit, fit))
    return;
  g_clear_pointer (&self->fit, foyer_fit_summary_free);
  self->fit = fit == NULL ? NULL : foyer_fit_summary_copy (fit);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

void
foyer_approval_set_heads_day (FoyerApproval *self, gboolean heads_day)
{
  g_return_if_fail (FOYER_IS_APPROVAL (self));

  if (self->heads_day == !!heads_day)
    return;
  self->heads_day = !!heads_day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADS_DAY]);
}

void
foyer_approval_set_now (FoyerApproval *self, gint64 now)
{
  g_return_if_fail (FOYER_IS_APPROVAL (self));

  if (self->now == now)
    return;
  self->now = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

static void
look_up (FoyerApproval *self,
         FoyerRecord **place,
         FoyerStore *store,
         const FoyerRecordType *type,
         const char *id,
         guint property_id)
{
  g_autoptr (FoyerRecord) record = id == NULL ? NULL : foyer_store_get (store, type, id);

  if (g_set_object (place, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

void
foyer_approval_look_up_names (FoyerApproval *self, FoyerStore *store)
{
  g_return_if_fail (FOYER_IS_APPROVAL (self));

  look_up (self, &self->client, store, &foyer_client_type, foyer_booking_get_client_id (self->booking),
           PROP_CLIENT);
  look_up (self, &self->service, store, &foyer_service_type, foyer_booking_get_service_id (self->booking),
           PROP_SERVICE);
  look_up (self, &self->property, store, &foyer_property_type, foyer_booking_get_property_id (self->booking),
           PROP_PROPERTY);
}

void
foyer_approval_set_needs_you (FoyerApproval *self, gboolean needs_you)
{
  g_return_if_fail (FOYER_IS_APPROVAL (self));

  if (self->needs_you == needs_you)
    return;
  self->needs_you = needs_you;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEEDS_YOU]);
}
