/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need.c - an operation that needs a person, in words */

#include "foyer-need.h"

#include "foyer-error-text.h"
#include "foyer-field-words.h"
#include "foyer-operation-closures.h"
#include "foyer-refusal-words.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "types/booking.h"
#include "types/crew_member.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  PROP_BEFORE,
  N_PROPERTIES,
};

struct _FoyerNeed {
  GObject parent_instance;

  char *texts[N_PROPERTIES];
  char *likeness;
  FoyerNeedChoices choices;
  gboolean follows;
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
  g_free (self->likeness);
  G_OBJECT_CLASS (foyer_need_parent_class)->finalize (object);
}

static void
foyer_need_class_init (FoyerNeedClass *klass)
{
  static const char *const names[] = {
    [PROP_OPERATION_ID] = "operation-id",
    [PROP_TITLE] = "title",
    [PROP_SENTENCE] = "sentence",
    [PROP_AT] = "at",
    [PROP_MINE_HEAD] = "mine-head",
    [PROP_MINE_TITLE] = "mine-title",
    [PROP_MINE_DETAIL] = "mine-detail",
    [PROP_THEIRS_HEAD] = "theirs-head",
    [PROP_THEIRS_TITLE] = "theirs-title",
    [PROP_THEIRS_DETAIL] = "theirs-detail",
    [PROP_BEFORE] = "before",
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

/* Who was first, and where: from the server's answer, or who it was from the record that came since. */
static char *
find_decider (Reading *reading)
{
  char *writer = foyer_answer_writer (reading->data->error, NULL);
  const char *id = NULL;

  if (writer != NULL)
    return writer;
  if (reading->record == NULL)
    return NULL;
  if (foyer_record_get_record_type (reading->record) == &foyer_booking_type)
    id = foyer_booking_get_decided_by (reading->record);
  return foyer_record_name (reading->store, id == NULL ? foyer_record_get_updated_by (reading->record) : id);
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

static gboolean
is_decision (const FoyerOperationData *data)
{
  return data->type == &foyer_booking_type && data->verb == FOYER_VERB_UPDATE && data->patch != NULL
         && foyer_json_object_text (data->patch, "status") != NULL;
}

static char *
conflict_sentence (Reading *reading)
{
  g_autofree char *by = find_decider (reading);
  gint64 at = find_moment (reading);
  g_autofree char *moment = at == 0 ? NULL : foyer_office_time_moment_text (reading->time, at, reading->now);
  g_autofree char *word = NULL;

  if (!is_decision (reading->data)) {
    if (by != NULL && moment != NULL)
      /* Translators: who, when. */
      return g_strdup_printf (_ ("%s changed it %s, before your change arrived."), by, moment);
    return g_strdup (_ ("Somebody else changed it before your change arrived."));
  }
  word = g_utf8_strdown (foyer_booking_status_word (find_status (reading)), -1);
  if (by != NULL && moment != NULL)
    /* Translators: who, what ("approved"), when: "Priya approved it today, 9:02 AM, before your decision arrived." */
    return g_strdup_printf (_ ("%s %s it %s, before your decision arrived."), by, word, moment);
  if (moment != NULL)
    /* Translators: what ("withdrawn"), when. */
    return g_strdup_printf (_ ("It was %s %s, before your decision arrived."), word, moment);
  return g_strdup (_ ("Somebody else was first, before your decision arrived."));
}

static char *
dependency_sentence (Reading *reading)
{
  g_autoptr (FoyerOperation) root = reading->data->requires == NULL
                                        ? NULL
                                        : foyer_store_get_operation (reading->store, reading->data->requires);
  g_autofree char *title = NULL;

  if (root == NULL)
    return g_strdup (_ ("It builds on something that was not done."));
  title = foyer_operation_title (NULL, root);
  /* Translators: what was done before: "Approve Tue, May 6, 9–11 AM for Ellen Ruiz" */
  return g_strdup_printf (_ ("It builds on “%s”, which was not done."), title);
}

/* A sentence of the rule may end with its own full stop. */
static const char *
full_stop (const char *sentence)
{
  return g_str_has_suffix (sentence, ".") ? "" : ".";
}

/* What this console found before anything was sent. */
static const char *
find_own_sentence (const char *type)
{
  if (g_strcmp0 (type, "secretLost") == 0)
    return _ (
        "It carried something secret, which is kept nowhere and was lost. Do it once more, and let this one "
        "go.");
  if (g_strcmp0 (type, "fileLost") == 0)
    return _ ("A file that belongs to it is no longer on this computer. Do it once more with the file, and "
              "let this "
              "one go.");
  return NULL;
}

static char *
poison_sentence (const char *reason)
{
  if (reason == NULL)
    return g_strdup (
        _ ("The server could not cope with it. What was said to each other is in Copy Details."));
  return g_strdup_printf (_ ("The server could not cope with it: %s%s What was said to each other is in Copy "
                             "Details."),
                          reason, full_stop (reason));
}

static char *
refusal_sentence (Reading *reading)
{
  const FoyerOperationData *data = reading->data;
  const char *type = data->error == NULL ? NULL : foyer_json_object_text (data->error, "type");
  const char *own = find_own_sentence (type);
  g_autofree char *description = foyer_answer_reason (data->error);
  g_autofree char *evidence
      = data->error == NULL ? NULL : foyer_refusal_words (foyer_json_object_text (data->error, "evidence"));

  if (foyer_need_is_gone (data, reading->record))
    return g_strdup (_ ("It was deleted on the server before your change arrived."));
  if (g_strcmp0 (type, "dependencyFailed") == 0)
    return dependency_sentence (reading);
  if (own != NULL)
    return g_strdup (own);
  if (data->error != NULL && foyer_json_object_object (data->error, "exchange") != NULL)
    return poison_sentence (description);
  if (description == NULL)
    return g_strdup (_ ("The server did not accept it."));
  if (evidence == NULL)
    return g_strdup_printf (_ ("The server did not accept it: %s%s"), description, full_stop (description));
  return g_strdup_printf (_ ("The server did not accept it: %s%s %s%s"), description, full_stop (description),
                          evidence, full_stop (evidence));
}

/* --- Values of any record, one line a field --- */

static JsonNode *
find_theirs (Reading *reading, JsonObject *present, const char *pointer)
{
  JsonObject *current
      = reading->data->error == NULL ? NULL : foyer_json_object_object (reading->data->error, "current");

  if (current != NULL && json_object_has_member (current, pointer))
    return json_object_get_member (current, pointer);
  return present == NULL ? NULL : foyer_patch_lookup (present, pointer);
}

typedef JsonNode *(*FindValue) (Reading *reading, JsonObject *present, const char *pointer);

static JsonNode *
find_mine (Reading *reading, JsonObject *present, const char *pointer)
{
  return json_object_get_member (reading->data->patch, pointer);
}

static JsonNode *
find_before (Reading *reading, JsonObject *present, const char *pointer)
{
  JsonObject *inverse = reading->data->inverse;

  return inverse == NULL ? NULL : json_object_get_member (inverse, pointer);
}

static char *
list_values (Reading *reading, JsonObject *present, FindValue find, const char *separator)
{
  const FoyerOperationData *data = reading->data;
  g_autoptr (GList) pointers = json_object_get_members (data->patch);
  g_autoptr (GString) lines = g_string_new (NULL);

  pointers = g_list_sort (pointers, (GCompareFunc) strcmp);
  for (GList *link = pointers; link != NULL; link = link->next) {
    g_autofree char *label = foyer_field_label (data->type, link->data);
    g_autofree char *value = foyer_field_value_text (reading->store, reading->time, reading->now, data->type,
                                                     link->data, find (reading, present, link->data));

    g_string_append_printf (lines, "%s%s: %s", lines->len == 0 ? "" : separator, label, value);
  }
  return g_strdup (lines->str);
}

static void
tell_values (FoyerNeed *self, Reading *reading)
{
  const FoyerOperationData *data = reading->data;
  g_autoptr (JsonObject) present = reading->record == NULL ? NULL : foyer_record_to_json (reading->record);
  gboolean gone = reading->record == NULL;

  self->texts[PROP_MINE_HEAD] = head_text (reading, _ ("Your change"), data->made_at);
  self->texts[PROP_THEIRS_HEAD] = head_text (reading, _ ("On the server"), find_moment (reading));
  if (data->verb == FOYER_VERB_DESTROY)
    self->texts[PROP_MINE_TITLE] = g_strdup (_ ("Delete it"));
  else if (data->verb == FOYER_VERB_CREATE)
    self->texts[PROP_MINE_TITLE] = g_strdup (_ ("New"));
  if (gone)
    self->texts[PROP_THEIRS_TITLE]
        = g_strdup (data->verb == FOYER_VERB_CREATE ? _ ("Not there") : _ ("Deleted"));
  if (data->patch == NULL)
    return;
  self->texts[PROP_MINE_DETAIL] = list_values (reading, present, find_mine, "\n");
  if (!gone)
    self->texts[PROP_THEIRS_DETAIL] = list_values (reading, present, find_theirs, "\n");
  if (data->inverse != NULL) {
    g_autofree char *before = list_values (reading, present, find_before, ", ");

    self->texts[PROP_BEFORE] = g_strdup_printf (_ ("Before: %s"), before);
  }
}

/* --- A decision about a booking --- */

static void
tell_decision (FoyerNeed *self, Reading *reading)
{
  const FoyerOperationData *data = reading->data;
  JsonObject *current = data->error == NULL ? NULL : foyer_json_object_object (data->error, "current");
  const char *theirs = current == NULL ? NULL : foyer_json_object_text (current, "crewId");
  const char *before = data->inverse == NULL ? NULL : foyer_json_object_text (data->inverse, "status");

  if (theirs == NULL)
    theirs = foyer_booking_get_crew_id (reading->record);
  self->texts[PROP_MINE_HEAD] = head_text (reading, _ ("Your decision"), data->made_at);
  self->texts[PROP_MINE_TITLE]
      = g_strdup (foyer_booking_status_word (foyer_json_object_text (data->patch, "status")));
  self->texts[PROP_MINE_DETAIL]
      = add_reason (describe_booking (reading, foyer_json_object_text (data->patch, "crewId")),
                    foyer_json_object_text (data->patch, "reason"));
  self->texts[PROP_THEIRS_HEAD] = head_text (reading, _ ("On the server"), find_moment (reading));
  self->texts[PROP_THEIRS_TITLE] = g_strdup (foyer_booking_status_word (find_status (reading)));
  self->texts[PROP_THEIRS_DETAIL]
      = add_reason (describe_booking (reading, theirs), foyer_booking_get_reason (reading->record));
  if (before != NULL)
    /* Translators: what it was before: "Pending" */
    self->texts[PROP_BEFORE] = g_strdup_printf (_ ("Before: %s"), foyer_booking_status_word (before));
}

FoyerNeed *
foyer_need_new (FoyerStore *store, FoyerOperation *operation, FoyerOfficeTime *time, gint64 now)
{
  FoyerNeed *self = g_object_new (FOYER_TYPE_NEED, NULL);
  const FoyerOperationData *data = foyer_operation_get_data (operation);
  g_autoptr (FoyerRecord) record = foyer_store_get (store, data->type, data->record_id);
  Reading reading = { .store = store, .data = data, .record = record, .time = time, .now = now };

  self->choices = foyer_need_choices (data, record);
  self->likeness = foyer_need_likeness (data, record);
  self->follows = data->error != NULL
                  && g_strcmp0 (foyer_json_object_text (data->error, "type"), "dependencyFailed") == 0;
  self->texts[PROP_OPERATION_ID] = g_strdup (data->id);
  self->texts[PROP_TITLE] = foyer_operation_title (NULL, operation);
  self->texts[PROP_SENTENCE] = data->state == FOYER_OPERATION_CONFLICT && record != NULL
                                   ? conflict_sentence (&reading)
                                   : refusal_sentence (&reading);
  self->texts[PROP_AT] = foyer_office_time_clock_text (time, data->settled_at);
  if (record != NULL && is_decision (data))
    tell_decision (self, &reading);
  else
    tell_values (self, &reading);
  return self;
}

const char *
foyer_need_get_operation_id (FoyerNeed *self)
{
  g_return_val_if_fail (FOYER_IS_NEED (self), NULL);

  return self->texts[PROP_OPERATION_ID];
}

FoyerNeedChoices
foyer_need_get_choices (FoyerNeed *self)
{
  g_return_val_if_fail (FOYER_IS_NEED (self), 0);

  return self->choices;
}

const char *
foyer_need_get_likeness (FoyerNeed *self)
{
  g_return_val_if_fail (FOYER_IS_NEED (self), NULL);

  return self->likeness;
}

gboolean
foyer_need_get_follows (FoyerNeed *self)
{
  g_return_val_if_fail (FOYER_IS_NEED (self), FALSE);

  return self->follows;
}
