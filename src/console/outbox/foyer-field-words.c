/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-field-words.c - fields and their values as people read them */

#include "foyer-field-words.h"

#include "foyer-date-text.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-money.h"
#include "types/booking.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST 200

static const struct {
  const char *name;
  const char *label;
} labels[] = {
  { "address", N_ ("Address") },
  { "attachments", N_ ("Attachments") },
  { "clientId", N_ ("Client") },
  { "colour", N_ ("Colour") },
  { "crewId", N_ ("Crew") },
  { "email", N_ ("Email") },
  { "end", N_ ("Until") },
  { "language", N_ ("Language") },
  { "message", N_ ("Message to the client") },
  { "name", N_ ("Name") },
  { "note", N_ ("Note") },
  { "notes", N_ ("Notes") },
  { "offers", N_ ("Times offered") },
  { "offersUntil", N_ ("Times held until") },
  { "override", N_ ("Reason against the block") },
  { "phone", N_ ("Phone") },
  { "propertyId", N_ ("Property") },
  { "reason", N_ ("Reason") },
  { "serviceId", N_ ("Service") },
  { "start", N_ ("From") },
  { "status", N_ ("Status") },
  { "zone", N_ ("Time zone") },
};

/* `declineReasons` as `Decline reasons`: a word of the table is better than none. */
static char *
split_words (const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize length = strlen (name);

  if (length > 2 && g_str_has_suffix (name, "Id"))
    length -= 2;
  for (gsize i = 0; i < length; i++) {
    char letter = name[i];

    if (i == 0) {
      g_string_append_c (words, g_ascii_toupper (letter));
      continue;
    }
    if (g_ascii_isupper (letter) || letter == '.' || letter == '_')
      g_string_append_c (words, ' ');
    if (letter != '.' && letter != '_')
      g_string_append_c (words, g_ascii_tolower (letter));
  }
  return g_strdup (words->str);
}

char *
foyer_field_label (const FoyerRecordType *type, const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 2);
  const FoyerField *field = foyer_record_type_field (type, parts[0]);

  if (field != NULL && field->title != NULL)
    return g_strdup (_ (field->title));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    if (strcmp (labels[i].name, parts[0]) == 0)
      return g_strdup (_ (labels[i].label));
  }
  return split_words (parts[0]);
}

const char *
foyer_booking_status_word (const char *status)
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

char *
foyer_record_name (FoyerStore *store, const char *id)
{
  const FoyerRecordType *type = store == NULL || id == NULL ? NULL : foyer_record_type_of_id (id);
  g_autoptr (FoyerRecord) record = type == NULL ? NULL : foyer_store_get (store, type, id);
  g_autoptr (JsonObject) json = record == NULL ? NULL : foyer_record_to_json (record);
  static const char *const fields[] = { "name", "title", "street", "email" };

  for (guint i = 0; json != NULL && i < G_N_ELEMENTS (fields); i++) {
    const char *name = foyer_json_object_text (json, fields[i]);

    if (name != NULL && *name != '\0')
      return g_strdup (name);
  }
  return NULL;
}

static char *
money_text (JsonObject *value, FoyerOfficeTime *time)
{
  FoyerMoney money = foyer_money (foyer_json_object_integer (value, "amount", 0),
                                  foyer_json_object_text (value, "currency"));

  return foyer_money_format (&money, foyer_office_time_get_language (time));
}

static char *
cut (char *text)
{
  g_autofree char *whole = text;
  g_autofree char *head = NULL;

  if (g_utf8_strlen (whole, -1) <= LONGEST)
    return g_steal_pointer (&whole);
  head = g_utf8_substring (whole, 0, LONGEST);
  return g_strconcat (head, "…", NULL);
}

static char *
enum_text (const FoyerRecordType *type, const FoyerField *field, const char *word)
{
  g_autofree char *words = NULL;

  if (type == &foyer_booking_type && strcmp (field->name, "status") == 0)
    return g_strdup (foyer_booking_status_word (word));
  words = g_strdelimit (g_strdup (word), "-_", ' ');
  words[0] = g_ascii_toupper (words[0]);
  return g_steal_pointer (&words);
}

/* What stands in JSON as a text. */
static char *
word_text (FoyerStore *store,
           FoyerOfficeTime *time,
           gint64 now,
           const FoyerRecordType *type,
           const FoyerField *field,
           const char *word)
{
  FoyerDate date;
  gint64 at;
  char *name;

  if (*word == '\0')
    return g_strdup ("–");
  switch (field->kind) {
  case FOYER_KIND_ENUM:
    return enum_text (type, field, word);
  case FOYER_KIND_TIME:
    if (foyer_utc_parse (word, &at, NULL))
      return foyer_office_time_moment_text (time, at, now);
    break;
  case FOYER_KIND_DATE:
    if (foyer_date_parse (word, &date, NULL))
      return foyer_date_text (&date, FOYER_DATE_SHORT, foyer_office_time_get_language (time));
    break;
  case FOYER_KIND_REF:
    name = foyer_record_name (store, word);
    if (name != NULL)
      return name;
    break;
  case FOYER_KIND_TEXT:
  case FOYER_KIND_INTEGER:
  case FOYER_KIND_MONEY:
  case FOYER_KIND_BOOLEAN:
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    break;
  }
  return cut (g_strdup (word));
}

/* An offer of a time is told as one; other entries by what they are called. */
static char *
entry_text (FoyerStore *store, FoyerOfficeTime *time, JsonNode *node)
{
  JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = entry == NULL ? NULL : foyer_json_object_text (entry, "name");
  const char *from = entry == NULL ? NULL : foyer_json_object_text (entry, "start");
  const char *until = entry == NULL ? NULL : foyer_json_object_text (entry, "end");
  g_autofree char *named = NULL;
  gint64 start;
  gint64 end;

  if (name != NULL)
    return g_strdup (name);
  if (from != NULL && until != NULL && foyer_utc_parse (from, &start, NULL)
      && foyer_utc_parse (until, &end, NULL))
    return foyer_office_time_slot_text (time, start, end);
  if (entry == NULL && json_node_get_value_type (node) == G_TYPE_STRING) {
    named = foyer_record_name (store, json_node_get_string (node));
    return named == NULL ? g_strdup (json_node_get_string (node)) : g_steal_pointer (&named);
  }
  return foyer_json_canonical (node);
}

static char *
list_text (FoyerStore *store, FoyerOfficeTime *time, JsonArray *array)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (json_array_get_length (array) == 0)
    return g_strdup ("–");
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (texts, entry_text (store, time, json_array_get_element (array, i)));
  g_ptr_array_add (texts, NULL);
  return cut (g_strjoinv ("; ", (char **) texts->pdata));
}

char *
foyer_field_value_text (FoyerStore *store,
                        FoyerOfficeTime *time,
                        gint64 now,
                        const FoyerRecordType *type,
                        const char *pointer,
                        JsonNode *value)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 2);
  const FoyerField *field = foyer_record_type_field (type, parts[0]);

  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return g_strdup ("–");
  if (field == NULL)
    return cut (foyer_json_canonical (value));
  if (field->secret)
    return g_strdup ("•••");
  if (JSON_NODE_HOLDS_OBJECT (value))
    return field->kind == FOYER_KIND_MONEY ? money_text (json_node_get_object (value), time)
                                           : cut (foyer_json_canonical (value));
  if (JSON_NODE_HOLDS_ARRAY (value))
    return list_text (store, time, json_node_get_array (value));
  if (json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (value) ? _ ("On") : _ ("Off"));
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return word_text (store, time, now, type, field, json_node_get_string (value));
  return foyer_json_canonical (value);
}
