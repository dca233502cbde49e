/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need.c - an operation that needs a person, in words */

#include "foyer-need.h"

#include "foyer-operation-closures.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "types/booking.h"
#include "types/crew_member.h"
#include "types/staff_member.h"

#include <glib/gi18n-lib.h>

enum {
  PROP_OPERATION_ID = 1,
  PROP_TITLE,
  PROP_SENTENCE,
  PROP_AT,
  PROP_MINE_HEAD,
  PROP_MINE_TITLE,
  PROP_MINE_DETAIL,
  PROP_THEIRS_HEAD,
  PROP_THEIRS_TITLE,
  PROP_THEIRS_DETAIL,
  N_PROPERTIES,
};

struct _FoyerNeed {
  GObject parent_instance;

  char *texts[N_PROPERTIES];
};

G_DEFINE_FINAL_TYPE (FoyerNeed, foyer_need, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPERTIES];

static void
foyer_need_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, FOYER_NEED (object)->texts[id]);
}

static void
foyer_need_finalize (GObject *object)
{
  FoyerNeed *self = FOYER_NEED (object);

  for (guint i = 0; i < N_PROPERTIES; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (foyer_need_parent_class)->finalize (object);
}

static void
foyer_need_class_init (FoyerNeedClass *klass)
{
  static const char *const names[] = {
    [PROP_OPERATION_ID] = "operation-id", [PROP_TITLE] = "title",
    [PROP_SENTENCE] = "sentence",         [PROP_AT] = "at",
    [PROP_MINE_HEAD] = "mine-head",       [PROP_MINE_TITLE] = "mine-title",
    [PROP_MINE_DETAIL] = "mine-detail",   [PROP_THEIRS_HEAD] = "theirs-head",
    [PROP_THEIRS_TITLE] = "theirs-title", [PROP_THEIRS_DETAIL] = "theirs-detail",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_need_get_property;
  object_class->finalize = foyer_need_finalize;
  for (guint i = 1; i < N_PROPERTIES; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_need_init (FoyerNeed *self)
{
}

typedef struct {
  FoyerStore *store;
  const FoyerOperationData *data;
  FoyerRecord *record; /* (nullable): as the server has it */
  FoyerOfficeTime *time;
  gint64 now;
} Reading;

static const char *
status_word (const char *status)
{
  static const struct {
    const char *status;
    const char *word;
  } words[] = {
    { "pending", N_ ("Pending") },     { "countered", N_ ("Other times offered") },
    { "approved", N_ ("Approved") },   { "declined", N_ ("Declined") },
    { "withdrawn", N_ ("Withdrawn") }, { "cancelled", N_ ("Cancelled") },
    { "expired", N_ ("Expired") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (g_strcmp0 (status, words[i].status) == 0)
      return _ (words[i].word);
  }
  return _ ("Changed");
}

/* "Lee, Tue, May 6, 9–11 AM" as far as it is known. */
static char *
describe_booking (Reading *reading, const char *crew_id)
{
  g_autoptr (FoyerRecord) crew
      = crew_id == NULL ? NULL : foyer_store_get (reading->store, &foyer_crew_member_type, crew_id);
  g_autofree char *slot = NULL;

  if (reading->record == NULL || foyer_record_get_record_type (reading->record) != &foyer_booking_type)
    return g_strdup (crew == NULL ? "" : foyer_crew_member_get_name (crew));
  slot = foyer_office_time_slot_text (reading->time, foyer_booking_get_start (reading->record),
                                      foyer_booking_get_end (reading->record));
  return crew == NULL ? g_steal_pointer (&slot)
                      : g_strdup_printf ("%s, %s", foyer_crew_member_get_name (crew), slot);
}

static char *
add_reason (char *details, const char *reason)
{
  g_autofree char *taken = details;

  if (reason == NULL || *reason == '\0')
    return g_steal_pointer (&taken);
  return *taken == '\0' ? g_strdup_printf (_ ("“%s”"), reason)
                        : g_strdup_printf (_ ("%s. “%s”"), taken, reason);
}

static char *
head_text (Reading *reading, const char *words, gint64 at)
{
  g_autofree char *clock = NULL;

  if (at == 0)
    return g_strdup (words);
  clock = foyer_office_time_moment_text (reading->time, at, reading->now);
  return g_strdup_printf ("%s, %s", words, clock);
}

/* Who was first and when: from the server's answer, or from the record that came since. */
static char *
find_decider (Reading *reading)
{
  const char *by = reading->data->error == NULL ? NULL : foyer_json_object_text (reading->data->error, "by");
  g_autoptr (FoyerRecord) staff = NULL;
  const char *id = NULL;

  if (by != NULL)
    return g_strdup (by);
  if (reading->record != NULL && foyer_record_get_record_type (reading->record) == &foyer_booking_type)
    id = foyer_booking_get_decided_by (reading->record);
  staff = id == NULL ? NULL : foyer_store_get (reading->store, &foyer_staff_member_type, id);
  return staff == NULL ? NULL : g_strdup (foyer_staff_member_get_name (staff));
}

static gint64
find_moment (Reading *reading)
{
  const char *at = reading->data->error == NULL ? NULL : foyer_json_object_text (reading->data->error, "at");
  gint64 seconds = 0;

  if (at != NULL && foyer_utc_parse (at, &seconds, NULL))
    return seconds;
  return reading->record == NULL ? 0 : foyer_record_get_updated_at (reading->record);
}

static const char *
find_status (Reading *reading)
{
  JsonObject *current
      = reading->data->error == NULL ? NULL : foyer_json_object_object (reading->data->error, "current");
  const char *status = current == NULL ? NULL : foyer_json_object_text (current, "status");
  static const char *const words[]
      = { "pending", "countered", "approved", "declined", "withdrawn", "cancelled", "expired" };

  if (status != NULL)
    return status;
  if (reading->record == NULL || foyer_record_get_record_type (reading->record) != &foyer_booking_type)
    return NULL;
  return words[CLAMP (foyer_booking_get_status (reading->record), 0, (int) G_N_ELEMENTS (words) - 1)];
}

static char *
conflict_sentence (Reading *reading)
{
  g_autofree char *by = find_decider (reading);
  gint64 at = find_moment (reading);
  g_autofree char *moment = at == 0 ? NULL : foyer_office_time_moment_text (reading->time, at, reading->now);
  g_autofree char *word = g_utf8_strdown (status_word (find_status (reading)), -1);

  if (by != NULL && moment != NULL)
    /* Translators: who, what ("approved"), when: "Priya approved it today, 9:02 AM, before your decision arrived." */
    return g_strdup_printf (_ ("%s %s it %s, before your decision arrived."), by, word, moment);
  if (moment != NULL)
    /* Translators: what ("withdrawn"), when. */
    return g_strdup_printf (_ ("It was %s %s, before your decision arrived."), word, moment);
  return g_strdup (_ ("Somebody else was first, before your decision arrived."));
}

static char *
refusal_sentence (JsonObject *error)
{
  const char *description = error == NULL ? NULL : foyer_json_object_text (error, "description");
  const char *evidence = error == NULL ? NULL : foyer_json_object_text (error, "evidence");

  if (description == NULL)
    return g_strdup (_ ("The server did not accept it."));
  if (evidence == NULL)
    return g_strdup_printf (_ ("The server did not accept it: %s."), description);
  return g_strdup_printf (_ ("The server did not accept it: %s. %s."), description, evidence);
}

FoyerNeed *
foyer_need_new (FoyerStore *store, FoyerOperation *operation, FoyerOfficeTime *time, gint64 now)
{
  FoyerNeed *self = g_object_new (FOYER_TYPE_NEED, NULL);
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) record = foyer_store_get (store, data->type, data->record_id);
  Reading reading = { .store = store, .data = data, .record = record, .time = time, .now = now };
  JsonObject *current = data->error == NULL ? NULL : foyer_json_object_object (data->error, "current");
  const char *theirs = current == NULL ? NULL : foyer_json_object_text (current, "crewId");
  gboolean is_booking = record != NULL && data->type == &foyer_booking_type;

  if (theirs == NULL && is_booking)
    theirs = foyer_booking_get_crew_id (record);
  self->texts[PROP_OPERATION_ID] = g_strdup (data->id);
  self->texts[PROP_TITLE] = foyer_operation_title (NULL, operation);
  self->texts[PROP_SENTENCE] = data->state == FOYER_OPERATION_CONFLICT ? conflict_sentence (&reading)
                                                                       : refusal_sentence (data->error);
  self->texts[PROP_AT] = foyer_office_time_clock_text (time, data->settled_at);
  self->texts[PROP_MINE_HEAD] = head_text (&reading, _ ("Your decision"), data->made_at);
  self->texts[PROP_MINE_TITLE]
      = g_strdup (status_word (data->patch == NULL ? NULL : foyer_json_object_text (data->patch, "status")));
  self->texts[PROP_MINE_DETAIL]
      = data->patch == NULL
            ? g_strdup ("")
            : add_reason (describe_booking (&reading, foyer_json_object_text (data->patch, "crewId")),
                          foyer_json_object_text (data->patch, "reason"));
  self->texts[PROP_THEIRS_HEAD] = head_text (&reading, _ ("On the server"), find_moment (&reading));
  self->texts[PROP_THEIRS_TITLE] = g_strdup (status_word (find_status (&reading)));
  self->texts[PROP_THEIRS_DETAIL] = add_reason (describe_booking (&reading, theirs),
                                                is_booking ? foyer_booking_get_reason (record) : NULL);
  return self;
}
