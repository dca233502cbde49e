/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-brief.c - all that somebody should know before deciding a booking */

#include "foyer-booking-brief.h"

#include "foyer-client-words.h"

#include "foyer-booking-transition.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/portal_person.h"
#include "types/property.h"
#include "types/service.h"
#include "types/staff_member.h"

struct _FoyerBookingBrief {
  GObject parent_instance;

  FoyerRecord *booking;
  FoyerRecord *client;
  FoyerRecord *service;
  FoyerRecord *property;
  FoyerRecord *crew;
  FoyerRecord *decided_by;
  FoyerFit *fit;
  FoyerFitSummary *summary;
  FoyerDayPlan *plan;
  FoyerClientWords *words;
};

G_DEFINE_FINAL_TYPE (FoyerBookingBrief, foyer_booking_brief, G_TYPE_OBJECT)

enum {
  PROP_BOOKING = 1,
  PROP_CLIENT,
  PROP_SERVICE,
  PROP_PROPERTY,
  PROP_CREW,
  PROP_DECIDED_BY,
  PROP_FIT,
  PROP_PLAN,
  PROP_CLIENT_TITLE,
  PROP_CLIENT_TEXT,
  PROP_CLIENT_LANGUAGE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_booking_brief_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerBookingBrief *self = FOYER_BOOKING_BRIEF (object);

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
  case PROP_CREW:
    g_value_set_object (value, self->crew);
    break;
  case PROP_DECIDED_BY:
    g_value_set_object (value, self->decided_by);
    break;
  case PROP_FIT:
    g_value_set_boxed (value, self->summary);
    break;
  case PROP_PLAN:
    g_value_set_boxed (value, self->plan);
    break;
  case PROP_CLIENT_TITLE:
    g_value_set_string (value, self->words == NULL ? NULL : self->words->title);
    break;
  case PROP_CLIENT_TEXT:
    if (self->words != NULL)
      g_value_take_string (value, g_strdup_printf ("%s. %s", self->words->when, self->words->who));
    break;
  case PROP_CLIENT_LANGUAGE:
    g_value_set_string (value, self->words == NULL ? NULL : self->words->language);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_booking_brief_finalize (GObject *object)
{
  FoyerBookingBrief *self = FOYER_BOOKING_BRIEF (object);

  g_clear_object (&self->booking);
  g_clear_object (&self->client);
  g_clear_object (&self->service);
  g_clear_object (&self->property);
  g_clear_object (&self->crew);
  g_clear_object (&self->decided_by);
  g_clear_pointer (&self->fit, foyer_fit_free);
  g_clear_pointer (&self->summary, foyer_fit_summary_free);
  g_clear_pointer (&self->plan, foyer_day_plan_unref);
  g_clear_pointer (&self->words, foyer_client_words_free);
  G_OBJECT_CLASS (foyer_booking_brief_parent_class)->finalize (object);
}

static void
foyer_booking_brief_class_init (FoyerBookingBriefClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_booking_brief_get_property;
  object_class->finalize = foyer_booking_brief_finalize;

  properties[PROP_BOOKING] = g_param_spec_object ("booking", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_SERVICE] = g_param_spec_object ("service", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_PROPERTY] = g_param_spec_object ("property", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_CREW] = g_param_spec_object ("crew", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_DECIDED_BY] = g_param_spec_object ("decided-by", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_FIT] = g_param_spec_boxed ("fit", NULL, NULL, FOYER_TYPE_FIT_SUMMARY, flags);
  properties[PROP_PLAN] = g_param_spec_boxed ("plan", NULL, NULL, FOYER_TYPE_DAY_PLAN, flags);
  properties[PROP_CLIENT_TITLE] = g_param_spec_string ("client-title", NULL, NULL, NULL, flags);
  properties[PROP_CLIENT_TEXT] = g_param_spec_string ("client-text", NULL, NULL, NULL, flags);
  properties[PROP_CLIENT_LANGUAGE] = g_param_spec_string ("client-language", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_booking_brief_init (FoyerBookingBrief *self)
{
}

typedef struct {
  char *booking_id;
  gint64 now;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->booking_id);
  g_free (question);
}

/* What a booking refers to may not be here yet; that is no failure. */
static FoyerRecord *
look_up (FoyerRecordSource *source, const FoyerRecordType *type, const char *id)
{
  return foyer_record_source_get (source, type, id, NULL);
}

static void
look_up_names (FoyerBookingBrief *self, FoyerRecordSource *source)
{
  FoyerRecord *booking = self->booking;

  self->client = look_up (source, &foyer_client_type, foyer_booking_get_client_id (booking));
  self->service = look_up (source, &foyer_service_type, foyer_booking_get_service_id (booking));
  self->property = look_up (source, &foyer_property_type, foyer_booking_get_property_id (booking));
  self->decided_by = look_up (source, &foyer_staff_member_type, foyer_booking_get_decided_by (booking));
}

static gboolean
judge (FoyerBookingBrief *self, FoyerRecordSource *source, gint64 now, GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);
  g_autoptr (FoyerRecord) person = NULL;
  const char *crew_id;

  if (business == NULL)
    return FALSE;
  if (foyer_booking_is_open ((FoyerBookingStatus) foyer_booking_get_status (self->booking))) {
    self->fit = foyer_fit_check (source, self->booking, now, error);
    if (self->fit == NULL)
      return FALSE;
    self->summary = foyer_fit_summary_new (self->fit);
  }
  crew_id = self->fit != NULL ? self->fit->crew_id : foyer_booking_get_crew_id (self->booking);
  self->crew = look_up (source, &foyer_crew_member_type, crew_id);
  if (business->zone == NULL)
    return TRUE;
  person = look_up (source, &foyer_portal_person_type, foyer_booking_get_person_id (self->booking));
  if (foyer_booking_get_kind (self->booking) != FOYER_BOOKING_CANCEL)
    self->words = foyer_client_words_new (business, self->booking, self->client, person, self->crew);
  self->plan = foyer_day_plan_load (source, business, self->booking, crew_id, now, error);
  return self->plan != NULL;
}

static gpointer
load_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;
  g_autoptr (FoyerBookingBrief) self = g_object_new (FOYER_TYPE_BOOKING_BRIEF, NULL);
  g_autoptr (GError) failure = NULL;

  self->booking = foyer_record_source_get (source, &foyer_booking_type, question->booking_id, &failure);
  if (self->booking == NULL) {
    if (failure == NULL)
      g_set_error_literal (&failure, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID,
                           "There is no such booking");
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  look_up_names (self, source);
  return judge (self, source, question->now, error) ? g_steal_pointer (&self) : NULL;
}

void
foyer_booking_brief_load_async (FoyerStore *store,
                                const char *booking_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->booking_id = g_strdup (booking_id);
  question->now = foyer_store_now (store);
  foyer_store_read_async (store, load_in_worker, question, free_question, g_object_unref, cancellable,
                          callback, user_data);
}

FoyerBookingBrief *
foyer_booking_brief_load_finish (FoyerStore *store, GAsyncResult *result, GError **error)
{
  return foyer_store_read_finish (store, result, error);
}

FoyerRecord *
foyer_booking_brief_get_booking (FoyerBookingBrief *self)
{
  g_return_val_if_fail (FOYER_IS_BOOKING_BRIEF (self), NULL);

  return self->booking;
}

GPtrArray *
foyer_booking_brief_get_findings (FoyerBookingBrief *self)
{
  g_return_val_if_fail (FOYER_IS_BOOKING_BRIEF (self), NULL);

  return self->fit == NULL ? NULL : self->fit->findings;
}

const FoyerFitSummary *
foyer_booking_brief_get_fit (FoyerBookingBrief *self)
{
  g_return_val_if_fail (FOYER_IS_BOOKING_BRIEF (self), NULL);

  return self->summary;
}
