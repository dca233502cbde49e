/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-date.h"
#include "foyer-random.h"
#include "foyer-sample-file.h"
#include "foyer-sample-words.h"
#include "foyer-sample.h"
#include "foyer-zone.h"

G_BEGIN_DECLS

#define FOYER_SAMPLE_DAY FOYER_SECONDS_PER_DAY
#define FOYER_SAMPLE_HOUR 3600
#define FOYER_SAMPLE_MINUTE 60

/* Months of history, and how far ahead is planned. */
#define FOYER_SAMPLE_PAST_DAYS 270
#define FOYER_SAMPLE_FUTURE_DAYS 45

/* Working days from the day after tomorrow on that are left to the bookings that wait. */
#define FOYER_SAMPLE_BUSY_DAYS 5

/* With these many every state occurs. */
#define FOYER_SAMPLE_FEWEST_CLIENTS 24

/* Of the settings; the first document was version 1. */
#define FOYER_SAMPLE_VERSION 5

#define FOYER_SAMPLE_SITES 3
#define FOYER_SAMPLE_PEOPLE 3

enum {
  FOYER_SAMPLE_ANA,
  FOYER_SAMPLE_BEN,
  FOYER_SAMPLE_VERA,
  FOYER_SAMPLE_JO, /* left the business */
  FOYER_SAMPLE_N_STAFF,
};

enum {
  FOYER_SAMPLE_LEE,
  FOYER_SAMPLE_PRIYA,
  FOYER_SAMPLE_MARCUS,
};

/**
 * FoyerSampleClient:
 * @domain: of its people's addresses
 * @since: seconds since 1970
 * @served: %FALSE for archived and merged ones, who get no new work
 * @booker_id: (nullable): somebody who is in and may book
 * @pays: whether nothing of it is overdue
 * @visit_id: (nullable): its last visit so far
 * @invoice_id: (nullable): its last invoice so far, and its number
 * @bill_to_id: (nullable): who pays instead
 *
 * The few words that are kept of a client.
 */
typedef struct {
  char *id;
  char *name;
  char *domain;
  gboolean company;
  gboolean served;
  gint64 since;
  char *property_ids[FOYER_SAMPLE_SITES];
  char *property_names[FOYER_SAMPLE_SITES];
  guint n_properties;
  char *person_ids[FOYER_SAMPLE_PEOPLE];
  char *person_names[FOYER_SAMPLE_PEOPLE];
  char *person_emails[FOYER_SAMPLE_PEOPLE];
  guint n_people;
  char *booker_id;
  gboolean pays;
  char *plan_id;
  char *equipment_id;
  char *visit_id;
  char *invoice_id;
  guint invoice_number;
  const char *bill_to_id;
} FoyerSampleClient;

/**
 * FoyerSampleMaker:
 * @today: the day of @now on the business's clocks
 * @holidays: (element-type int): days since 1970-01-01
 * @signings: (element-type FoyerSampleSigning): what is still to be signed
 *
 * What the parts of the sample share.
 */
typedef struct {
  FoyerRandom *random;
  FoyerZone *zone;
  FoyerSampleSink sink;
  gpointer user_data;
  gint64 now;
  FoyerDate today;
  guint n_clients;
  guint n_messages;

  GArray *holidays;
  char *staff_ids[FOYER_SAMPLE_N_STAFF];
  char *device_id;
  char *photo_ids[FOYER_SAMPLE_PHOTOS];
  gsize photo_size;
  GPtrArray *crew_ids;
  GPtrArray *crew_names;
  GPtrArray *service_ids;
  GPtrArray *label_ids;
  GPtrArray *clients; /* (element-type FoyerSampleClient) */

  guint person_number;
  guint invite_number;
  guint visit_number;
  guint machine_number;
  guint proof_number;
  guint review_number;
  guint booking_number;
  guint invoice_number;
  guint quote_number;
  guint request_number;
  guint contract_number;
  GPtrArray *signings;
  guint signature_number;
  char *signature_hash;
} FoyerSampleMaker;

/**
 * FoyerSampleRecord:
 *
 * A record in the making. Setters take the names of the field table; a name that the type does not have ends the program.
 */
typedef struct {
  FoyerSampleMaker *maker;
  const FoyerRecordType *type;
  JsonObject *json;
  gint64 created_at;
  gint64 updated_at;
  const char *updated_by;
} FoyerSampleRecord;

FoyerSampleMaker *
foyer_sample_maker_new (const FoyerSampleOptions *options, FoyerSampleSink sink, gpointer user_data);
void foyer_sample_maker_free (FoyerSampleMaker *maker);

FoyerSampleClient *foyer_sample_client_new (FoyerSampleMaker *maker);

/**
 * foyer_sample_pick:
 * @list: (array zero-terminated=1)
 *
 * Returns: one of @list
 */
const char *foyer_sample_pick (FoyerSampleMaker *maker, const char *const *list);

/**
 * foyer_sample_chance:
 * @percent: of 100
 *
 * Returns: whether it happens this time
 */
gboolean foyer_sample_chance (FoyerSampleMaker *maker, guint percent);

guint foyer_sample_below (FoyerSampleMaker *maker, guint limit);

/**
 * foyer_sample_client_at:
 *
 * Returns: (transfer none): the client at @index, counted around, or the next one who is served
 */
FoyerSampleClient *foyer_sample_client_at (FoyerSampleMaker *maker, guint index);

/**
 * foyer_sample_moment:
 * @day: days from today
 * @minute: since midnight
 *
 * Returns: seconds since 1970 at which the business's clocks show @minute
 */
gint64 foyer_sample_moment (FoyerSampleMaker *maker, int day, int minute);

/**
 * foyer_sample_is_working_day:
 * @day: days from today
 *
 * Returns: whether it is one of Monday to Friday and no holiday
 */
gboolean foyer_sample_is_working_day (FoyerSampleMaker *maker, int day);

/**
 * foyer_sample_working_day:
 * @from: days from today
 * @n: 0 for the first
 *
 * Returns: the nth working day from @from on, in days from today
 */
int foyer_sample_working_day (FoyerSampleMaker *maker, int from, guint n);

char *foyer_sample_date (FoyerSampleMaker *maker, int day);

/**
 * foyer_sample_phone:
 *
 * Returns: (transfer full): a number from those reserved for fiction
 */
char *foyer_sample_phone (FoyerSampleMaker *maker);

/**
 * foyer_sample_address:
 *
 * Returns: (transfer full): a network address from those reserved for documentation
 */
char *foyer_sample_address (FoyerSampleMaker *maker);

/**
 * foyer_sample_blob:
 * @what: what the blob would hold
 *
 * Returns: (transfer full): the id that a blob of these words has
 */
char *foyer_sample_blob (const char *what);

/**
 * foyer_sample_photo_id:
 * @n: which photo
 *
 * Returns: (transfer none): the blob id of foyer_sample_photo()
 */
const char *foyer_sample_photo_id (FoyerSampleMaker *maker, guint n);

/**
 * foyer_sample_last_four:
 *
 * Returns: (transfer full): what lists show of a link
 */
char *foyer_sample_last_four (FoyerSampleMaker *maker);

char *foyer_sample_id (FoyerSampleMaker *maker, const FoyerRecordType *type, gint64 at);

/**
 * foyer_sample_begin:
 * @id: (nullable): %NULL for a new one of the time @at
 * @at: when it was made, seconds since 1970
 *
 * Returns: (transfer full): a record in the making
 */
FoyerSampleRecord *
foyer_sample_begin (FoyerSampleMaker *maker, const FoyerRecordType *type, const char *id, gint64 at);

/* Setters: an absent value (NULL, time 0) leaves the field out. */

void foyer_sample_text (FoyerSampleRecord *record, const char *name, const char *value);
void foyer_sample_integer (FoyerSampleRecord *record, const char *name, gint64 value);
void foyer_sample_boolean (FoyerSampleRecord *record, const char *name, gboolean value);
void foyer_sample_time (FoyerSampleRecord *record, const char *name, gint64 value);
void foyer_sample_money (FoyerSampleRecord *record, const char *name, gint64 cents);

/**
 * foyer_sample_words:
 * @value: (nullable): words parted by spaces
 */
void foyer_sample_words (FoyerSampleRecord *record, const char *name, const char *value);

/**
 * foyer_sample_json:
 * @value: (transfer full): any JSON value
 */
void foyer_sample_json (FoyerSampleRecord *record, const char *name, JsonNode *value);

/**
 * foyer_sample_parse:
 * @value: JSON
 */
void foyer_sample_parse (FoyerSampleRecord *record, const char *name, const char *value);

/* A photo that somebody sends: the field `attachments`. */
void foyer_sample_attach_photo (FoyerSampleRecord *record, guint n, const char *name);

/**
 * foyer_sample_changed:
 * @by: (nullable): who changed it last
 * @at: when, seconds since 1970
 */
void foyer_sample_changed (FoyerSampleRecord *record, const char *by, gint64 at);

/**
 * foyer_sample_get_id:
 *
 * Returns: its id
 */
const char *foyer_sample_get_id (FoyerSampleRecord *record);

/**
 * foyer_sample_end:
 * @record: (transfer full)
 *
 * Adds the defaults and gives the record to the sink. A record that does not fit its table ends the program.
 */
void foyer_sample_end (FoyerSampleRecord *record);

G_END_DECLS
