/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-inquiry.c - a request with the names that it points to */

#include "foyer-inquiry.h"

#include "foyer-field-words.h"

#include "foyer-json.h"
#include "types/client.h"
#include "types/property.h"
#include "types/request.h"

struct _FoyerInquiry {
  GObject parent_instance;

  FoyerRecord *request;
  FoyerRecord *client; /* (nullable) */
  char *about;         /* (nullable) */
  char *place;         /* (nullable) */
  FoyerOfficeTime *time;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (FoyerInquiry, foyer_inquiry, G_TYPE_OBJECT)

enum {
  PROP_REQUEST = 1,
  PROP_CLIENT,
  PROP_ABOUT,
  PROP_PLACE,
  PROP_TIME,
  PROP_NOW,
  N_PROPERTIES,
};

static void
foyer_inquiry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerInquiry *self = FOYER_INQUIRY (object);

  switch (id) {
  case PROP_REQUEST:
    g_value_set_object (value, self->request);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_ABOUT:
    g_value_set_string (value, self->about);
    break;
  case PROP_PLACE:
    g_value_set_string (value, self->place);
    break;
  case PROP_TIME:
    g_value_set_object (value, self->time);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_inquiry_finalize (GObject *object)
{
  FoyerInquiry *self = FOYER_INQUIRY (object);

  g_clear_object (&self->request);
  g_clear_object (&self->client);
  g_clear_object (&self->time);
  g_free (self->about);
  g_free (self->place);
  G_OBJECT_CLASS (foyer_inquiry_parent_class)->finalize (object);
}

static void
foyer_inquiry_class_init (FoyerInquiryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *properties[N_PROPERTIES] = { NULL };

  object_class->get_property = foyer_inquiry_get_property;
  object_class->finalize = foyer_inquiry_finalize;

  properties[PROP_REQUEST] = g_param_spec_object ("request", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_TIME] = g_param_spec_object ("time", NULL, NULL, FOYER_TYPE_OFFICE_TIME, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_inquiry_init (FoyerInquiry *self)
{
}

/* What people call it: an invoice or a quote by its number. */
static char *
find_about (FoyerStore *store, const char *id)
{
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);
  g_autoptr (FoyerRecord) record = type == NULL ? NULL : foyer_store_get (store, type, id);
  g_autoptr (JsonObject) json = record == NULL ? NULL : foyer_record_to_json (record);
  gint64 number = json == NULL ? 0 : foyer_json_object_integer (json, "number", 0);

  if (json == NULL)
    return NULL;
  return number > 0 ? g_strdup_printf ("%s %" G_GINT64_FORMAT, type->name, number)
                    : foyer_record_name (store, id);
}

FoyerInquiry *
foyer_inquiry_new (FoyerDesk *desk, FoyerRecord *request)
{
  FoyerInquiry *self = g_object_new (FOYER_TYPE_INQUIRY, NULL);
  FoyerStore *store = foyer_desk_get_store (desk);

  self->request = g_object_ref (request);
  self->client = foyer_store_get (store, &foyer_client_type, foyer_request_get_client_id (request));
  self->about = find_about (store, foyer_request_get_about_id (request));
  self->place = foyer_record_name (store, foyer_request_get_property_id (request));
  self->time = g_object_ref (foyer_desk_get_time (desk));
  self->now = foyer_desk_now (desk);
  return self;
}

FoyerRecord *
foyer_inquiry_get_request (FoyerInquiry *self)
{
  g_return_val_if_fail (FOYER_IS_INQUIRY (self), NULL);

  return self->request;
}

const char *
foyer_inquiry_get_client_name (FoyerInquiry *self)
{
  g_return_val_if_fail (FOYER_IS_INQUIRY (self), NULL);

  return self->client == NULL ? "" : foyer_client_get_name (self->client);
}
