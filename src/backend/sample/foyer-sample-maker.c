/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-maker.c - what the parts of the sample business are made with */

#include "foyer-sample-maker.h"
#include "foyer-sample-parts.h"

#include "foyer-blob-id.h"
#include "foyer-clock.h"
#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-record-builder.h"

#include <string.h>

#define ZONE "America/Los_Angeles"

static void
free_client (gpointer data)
{
  FoyerSampleClient *client = data;

  for (guint i = 0; i < FOYER_SAMPLE_SITES; i++) {
    g_free (client->property_ids[i]);
    g_free (client->property_names[i]);
  }
  for (guint i = 0; i < FOYER_SAMPLE_PEOPLE; i++) {
    g_free (client->person_ids[i]);
    g_free (client->person_names[i]);
    g_free (client->person_emails[i]);
  }
  g_free (client->id);
  g_free (client->name);
  g_free (client->domain);
  g_free (client->booker_id);
  g_free (client->plan_id);
  g_free (client->equipment_id);
  g_free (client->visit_id);
  g_free (client->invoice_id);
  g_free (client);
}

FoyerSampleClient *
foyer_sample_client_new (FoyerSampleMaker *maker)
{
  FoyerSampleClient *client = g_new0 (FoyerSampleClient, 1);

  client->served = TRUE;
  g_ptr_array_add (maker->clients, client);
  return client;
}

FoyerSampleMaker *
foyer_sample_maker_new (const FoyerSampleOptions *options, FoyerSampleSink sink, gpointer user_data)
{
  FoyerSampleMaker *maker = g_new0 (FoyerSampleMaker, 1);
  g_autoptr (GError) error = NULL;

  maker->zone = foyer_zone_new (ZONE, &error);
  if (maker->zone == NULL) {
    g_warning ("The sample business is in UTC: %s", error->message);
    maker->zone = foyer_zone_new ("UTC", NULL);
  }
  maker->signings = foyer_sample_signings_new ();
  maker->random = foyer_random_new_seeded (options->seed);
  maker->sink = sink;
  maker->user_data = user_data;
  maker->now = options->now;
  maker->today = foyer_zone_to_local (maker->zone, options->now).date;
  maker->n_clients = options->clients == 0 ? 48 : MAX (options->clients, FOYER_SAMPLE_FEWEST_CLIENTS);
  maker->n_messages = options->messages == 0 ? 400 : options->messages;
  maker->holidays = g_array_new (FALSE, FALSE, sizeof (int));
  maker->crew_ids = g_ptr_array_new_with_free_func (g_free);
  maker->crew_names = g_ptr_array_new_with_free_func (g_free);
  maker->service_ids = g_ptr_array_new_with_free_func (g_free);
  maker->label_ids = g_ptr_array_new_with_free_func (g_free);
  maker->clients = g_ptr_array_new_with_free_func (free_client);
  maker->visit_number = 4100;
  maker->booking_number = 300;
  maker->invoice_number = 1000;
  maker->quote_number = 2040;
  maker->request_number = 340;
  maker->contract_number = 70;
  return maker;
}

void
foyer_sample_maker_free (FoyerSampleMaker *maker)
{
  g_object_unref (maker->random);
  foyer_zone_unref (maker->zone);
  g_array_unref (maker->holidays);
  for (guint i = 0; i < FOYER_SAMPLE_N_STAFF; i++)
    g_free (maker->staff_ids[i]);
  g_ptr_array_unref (maker->crew_ids);
  g_ptr_array_unref (maker->crew_names);
  g_ptr_array_unref (maker->service_ids);
  g_ptr_array_unref (maker->label_ids);
  g_ptr_array_unref (maker->clients);
  g_free (maker->device_id);
  g_ptr_array_unref (maker->signings);
  g_free (maker->signature_hash);
  for (guint i = 0; i < FOYER_SAMPLE_PHOTOS; i++)
    g_free (maker->photo_ids[i]);
  g_free (maker);
}

guint
foyer_sample_below (FoyerSampleMaker *maker, guint limit)
{
  return foyer_random_below (maker->random, limit);
}

const char *
foyer_sample_pick (FoyerSampleMaker *maker, const char *const *list)
{
  return list[foyer_sample_below (maker, g_strv_length ((char **) list))];
}

gboolean
foyer_sample_chance (FoyerSampleMaker *maker, guint percent)
{
  return foyer_sample_below (maker, 100) < percent;
}

FoyerSampleClient *
foyer_sample_client_at (FoyerSampleMaker *maker, guint index)
{
  FoyerSampleClient *client;

  do
    client = maker->clients->pdata[index++ % maker->clients->len];
  while (!client->served);
  return client;
}

gint64
foyer_sample_moment (FoyerSampleMaker *maker, int day, int minute)
{
  FoyerLocalTime local = { foyer_date_add_days (&maker->today, day), minute * FOYER_SAMPLE_MINUTE };

  return foyer_zone_to_utc (maker->zone, &local, NULL);
}

gboolean
foyer_sample_is_working_day (FoyerSampleMaker *maker, int day)
{
  FoyerDate date = foyer_date_add_days (&maker->today, day);
  int number = foyer_date_to_days (&date);

  for (guint i = 0; i < maker->holidays->len; i++) {
    if (g_array_index (maker->holidays, int, i) == number)
      return FALSE;
  }
  return foyer_date_weekday (&date) <= FOYER_FRIDAY;
}

int
foyer_sample_working_day (FoyerSampleMaker *maker, int from, guint n)
{
  for (int day = from;; day++) {
    if (foyer_sample_is_working_day (maker, day) && n-- == 0)
      return day;
  }
}

char *
foyer_sample_date (FoyerSampleMaker *maker, int day)
{
  FoyerDate date = foyer_date_add_days (&maker->today, day);

  return foyer_date_format (&date);
}

char *
foyer_sample_phone (FoyerSampleMaker *maker)
{
  static const char *const areas[] = { "503", "971", "541", "458", NULL };

  return g_strdup_printf ("(%s) 555-01%02u", foyer_sample_pick (maker, areas),
                          foyer_sample_below (maker, 100));
}

char *
foyer_sample_address (FoyerSampleMaker *maker)
{
  static const char *const nets[] = { "192.0.2", "198.51.100", "203.0.113", NULL };

  return g_strdup_printf ("%s.%u", foyer_sample_pick (maker, nets), 1 + foyer_sample_below (maker, 254));
}

char *
foyer_sample_blob (const char *what)
{
  g_autoptr (GBytes) bytes = g_bytes_new (what, strlen (what));

  return foyer_blob_id_of_bytes (bytes);
}

const char *
foyer_sample_photo_id (FoyerSampleMaker *maker, guint n)
{
  char **id = &maker->photo_ids[n % FOYER_SAMPLE_PHOTOS];

  if (*id == NULL) {
    g_autoptr (GBytes) photo = foyer_sample_photo (n);

    *id = foyer_blob_id_of_bytes (photo);
    maker->photo_size = g_bytes_get_size (photo);
  }
  return *id;
}

void
foyer_sample_attach_photo (FoyerSampleRecord *record, guint n, const char *name)
{
  const char *id = foyer_sample_photo_id (record->maker, n);
  g_autofree char *value = g_strdup_printf (
      "[{\"blobId\":\"%s\",\"name\":\"%s\",\"mediaType\":\"image/png\",\"size\":%" G_GSIZE_FORMAT "}]", id,
      name, record->maker->photo_size);

  foyer_sample_parse (record, "attachments", value);
}

char *
foyer_sample_last_four (FoyerSampleMaker *maker)
{
  g_autofree char *token = foyer_random_token (maker->random, 16);

  return g_strndup (token, 4);
}

char *
foyer_sample_id (FoyerSampleMaker *maker, const FoyerRecordType *type, gint64 at)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (at * G_USEC_PER_SEC);

  return foyer_id_new (type->prefix, FOYER_CLOCK (clock), maker->random);
}

FoyerSampleRecord *
foyer_sample_begin (FoyerSampleMaker *maker, const FoyerRecordType *type, const char *id, gint64 at)
{
  FoyerSampleRecord *record = g_new0 (FoyerSampleRecord, 1);
  g_autofree char *made = id == NULL ? foyer_sample_id (maker, type, at) : NULL;

  record->maker = maker;
  record->type = type;
  record->json = json_object_new ();
  record->created_at = at;
  record->updated_at = at;
  json_object_set_string_member (record->json, "id", id == NULL ? made : id);
  return record;
}

static void
set_member (FoyerSampleRecord *record, const char *name, JsonNode *value)
{
  if (foyer_record_type_field (record->type, name) == NULL)
    g_error ("%s has no field %s", record->type->name, name);
  json_object_set_member (record->json, name, value);
}

void
foyer_sample_text (FoyerSampleRecord *record, const char *name, const char *value)
{
  if (value != NULL)
    set_member (record, name, json_node_init_string (json_node_alloc (), value));
}

void
foyer_sample_integer (FoyerSampleRecord *record, const char *name, gint64 value)
{
  set_member (record, name, json_node_init_int (json_node_alloc (), value));
}

void
foyer_sample_boolean (FoyerSampleRecord *record, const char *name, gboolean value)
{
  set_member (record, name, json_node_init_boolean (json_node_alloc (), value));
}

void
foyer_sample_time (FoyerSampleRecord *record, const char *name, gint64 value)
{
  g_autofree char *text = value == 0 ? NULL : foyer_utc_format (value);

  foyer_sample_text (record, name, text);
}

void
foyer_sample_money (FoyerSampleRecord *record, const char *name, gint64 cents)
{
  g_autofree char *text = g_strdup_printf ("{\"amount\":%" G_GINT64_FORMAT ",\"currency\":\"USD\"}", cents);

  foyer_sample_parse (record, name, text);
}

void
foyer_sample_words (FoyerSampleRecord *record, const char *name, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value == NULL ? "" : value, " ", -1);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] != '\0')
      json_array_add_string_element (array, words[i]);
  }
  if (value != NULL)
    set_member (record, name, json_node_init_array (json_node_alloc (), array));
}

void
foyer_sample_json (FoyerSampleRecord *record, const char *name, JsonNode *value)
{
  set_member (record, name, value);
}

void
foyer_sample_parse (FoyerSampleRecord *record, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = foyer_json_parse (value, -1, &error);

  if (node == NULL)
    g_error ("%s.%s: %s: %s", record->type->name, name, error->message, value);
  set_member (record, name, node);
}

void
foyer_sample_changed (FoyerSampleRecord *record, const char *by, gint64 at)
{
  record->updated_by = by;
  record->updated_at = at;
}

const char *
foyer_sample_get_id (FoyerSampleRecord *record)
{
  return foyer_json_object_text (record->json, "id");
}

void
foyer_sample_end (FoyerSampleRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) made = NULL;

  foyer_record_type_fill_defaults (record->type, record->json);
  made = foyer_record_from_json (record->type, record->json, &error);
  if (made == NULL)
    g_error ("%s", error->message);
  foyer_record_set_server_fields (made, 0, record->created_at, record->updated_at, record->updated_by);
  record->maker->sink (made, record->maker->user_data);
  json_object_unref (record->json);
  g_free (record);
}
