/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-maker.c - valid records made by chance */

#include "record-maker.h"

#include "foyer-clock.h"
#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-blob-id.h"
#include "foyer-json.h"

/* Moments from 2000 to 2068, and days of the same years. */
#define FIRST_SECOND G_GINT64_CONSTANT (946684800)
#define FIRST_DAY 10957
#define N_DAYS 25000

static const char *const characters[] = {
  "a", "b", "e", "M", "Z", "0", "7", " ", "-", "'", "\"", "\\", "/", "<", "&", "%", "ß", "é", "日", "–", "😀",
};

static gint64
pick_number (gint64 minimum, gint64 maximum, FoyerRandom *random)
{
  guint64 span = (guint64) (maximum - minimum);
  guint64 bits
      = ((guint64) foyer_random_below (random, G_MAXUINT32) << 32) | foyer_random_below (random, G_MAXUINT32);

  switch (foyer_random_below (random, 6)) {
  case 0:
    return minimum;
  case 1:
    return maximum;
  default:
    return span == 0 ? minimum : minimum + (gint64) (bits % (span + 1));
  }
}

static char *
make_word (FoyerRandom *random, guint least, guint most)
{
  guint length = least + foyer_random_below (random, most - least + 1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_c (out, (char) ('a' + (char) foyer_random_below (random, 26)));
  return g_string_free (out, FALSE);
}

static char *
make_blob_id (FoyerRandom *random)
{
  guint8 digest[FOYER_BLOB_DIGEST_SIZE];

  foyer_random_bytes (random, digest, sizeof digest);
  return foyer_blob_id_new (digest);
}

static char *
make_free_text (const FoyerField *field, FoyerRandom *random)
{
  guint least = (guint) field->minimum;
  guint most = field->maximum == 0 ? least + 40 : (guint) MIN (field->maximum, field->minimum + 60);
  guint length = least + foyer_random_below (random, most - least + 1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < length; i++) {
    if (field->pattern == FOYER_PATTERN_ANY && foyer_random_below (random, 12) == 0)
      g_string_append_c (out, '\n');
    else
      g_string_append (out, characters[foyer_random_below (random, G_N_ELEMENTS (characters))]);
  }
  return g_string_free (out, FALSE);
}

static char *
make_text (const FoyerField *field, FoyerRandom *random)
{
  g_autofree char *word = make_word (random, 2, 12);

  switch (field->pattern) {
  case FOYER_PATTERN_COLOUR:
    return g_strdup_printf ("#%06x", foyer_random_below (random, 0x1000000));
  case FOYER_PATTERN_EMAIL:
    return g_strdup_printf ("%s.o'neil+%u@mail.%s.example", word, foyer_random_below (random, 100), word);
  case FOYER_PATTERN_URL:
    return g_strdup_printf ("https://%s.example/path?q=%u#top", word, foyer_random_below (random, 1000));
  case FOYER_PATTERN_PHONE:
    return g_strdup_printf ("+1 (503) 555-01%02u", foyer_random_below (random, 100));
  case FOYER_PATTERN_HOST:
    return g_strdup_printf ("portal.%s.example", word);
  case FOYER_PATTERN_SLUG:
    return g_strdup_printf ("%s-%u", word, foyer_random_below (random, 10));
  case FOYER_PATTERN_ZONE:
    return g_strdup (foyer_random_below (random, 2) == 0 ? "America/Los_Angeles" : "Europe/Berlin");
  case FOYER_PATTERN_LANGUAGE:
    return g_strdup (foyer_random_below (random, 2) == 0 ? "en-US" : "de");
  case FOYER_PATTERN_CURRENCY:
    return g_strdup (foyer_random_below (random, 2) == 0 ? "USD" : "EUR");
  case FOYER_PATTERN_PICTURE:
    return make_blob_id (random);
  case FOYER_PATTERN_SHEET:
    return g_strdup_printf (".%s { color: #%06x; }", word, foyer_random_below (random, 0x1000000));
  case FOYER_PATTERN_ANY:
  case FOYER_PATTERN_LINE:
  default:
    return make_free_text (field, random);
  }
}

static char *
make_id (const char *ref, FoyerRandom *random)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (FIRST_SECOND * G_USEC_PER_SEC);
  const FoyerRecordType *type = foyer_record_type_by_name (ref);

  return foyer_id_new (type == NULL ? "cl" : type->prefix, FOYER_CLOCK (clock), random);
}

static char *
make_date (FoyerRandom *random)
{
  FoyerDate date = foyer_date_from_days (FIRST_DAY + (int) foyer_random_below (random, N_DAYS));

  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

static char *
make_word_of (const FoyerField *field, FoyerRandom *random)
{
  g_auto (GStrv) words = g_strsplit (field->values, " ", -1);

  return g_strdup (words[foyer_random_below (random, g_strv_length (words))]);
}

static JsonObject *
make_object (FoyerRandom *random, guint depth)
{
  JsonObject *object = json_object_new ();
  guint n_members = foyer_random_below (random, 4);

  for (guint i = 0; i < n_members; i++) {
    g_autofree char *name = make_word (random, 1, 6);

    switch (foyer_random_below (random, depth == 0 ? 3 : 4)) {
    case 0:
      json_object_set_string_member (object, name, "a/b~c \"d\"\n");
      break;
    case 1:
      json_object_set_int_member (object, name,
                                  pick_number (-FOYER_JSON_MAX_INTEGER, FOYER_JSON_MAX_INTEGER, random));
      break;
    case 2:
      json_object_set_boolean_member (object, name, TRUE);
      break;
    default:
      json_object_set_object_member (object, name, make_object (random, depth - 1));
    }
  }
  return object;
}

static JsonNode *
take_object (JsonObject *object)
{
  return json_node_init_object (json_node_alloc (), object);
}

static JsonObject *
make_switches (const FoyerField *field, FoyerRandom *random)
{
  JsonObject *object = json_object_new ();
  g_auto (GStrv) names = g_strsplit (field->values, " ", -1);

  for (guint i = 0; names[i] != NULL; i++) {
    JsonObject *entry = json_object_new ();

    json_object_set_boolean_member (entry, "email", foyer_random_below (random, 2) == 1);
    json_object_set_object_member (object, names[i], entry);
  }
  return object;
}

static JsonNode *
make_list (const FoyerField *field, FoyerRandom *random)
{
  FoyerField entry
      = { .kind = FOYER_KIND_TEXT, .values = field->values, .ref = field->ref, .pattern = field->pattern };
  g_autoptr (JsonArray) array = json_array_new ();
  guint most = field->maximum == 0 ? 5 : (guint) MIN (field->maximum, 5);
  guint length = foyer_random_below (random, most + 1);

  if (field->kind == FOYER_KIND_REFS)
    entry.kind = FOYER_KIND_REF;
  else if (field->values != NULL)
    entry.kind = FOYER_KIND_ENUM;
  for (guint i = 0; i < length; i++) {
    if (field->kind == FOYER_KIND_LIST)
      json_array_add_object_element (array, make_object (random, 2));
    else
      json_array_add_element (array, record_maker_value (&entry, random));
  }
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
make_money (const FoyerField *field, FoyerRandom *random)
{
  JsonObject *money = json_object_new ();
  gint64 most = field->maximum == 0 && field->minimum == 0 ? FOYER_JSON_MAX_INTEGER : field->maximum;
  gint64 least = field->maximum == 0 && field->minimum == 0 ? -FOYER_JSON_MAX_INTEGER : field->minimum;
  g_autoptr (JsonObject) owned = money;

  json_object_set_int_member (money, "amount", pick_number (least, most, random));
  json_object_set_string_member (money, "currency", foyer_random_below (random, 2) == 0 ? "USD" : "JPY");
  return take_object (money);
}

static JsonNode *
make_integer (const FoyerField *field, FoyerRandom *random)
{
  gboolean bounded = field->minimum != 0 || field->maximum != 0;

  return json_node_init_int (json_node_alloc (),
                             pick_number (bounded ? field->minimum : -FOYER_JSON_MAX_INTEGER,
                                          bounded ? field->maximum : FOYER_JSON_MAX_INTEGER, random));
}

static JsonNode *
take_text (char *text)
{
  g_autofree char *owned = text;

  return json_node_init_string (json_node_alloc (), owned);
}

JsonNode *
record_maker_value (const FoyerField *field, FoyerRandom *random)
{
  g_autoptr (JsonObject) object = NULL;

  switch (field->kind) {
  case FOYER_KIND_TEXT:
    return take_text (make_text (field, random));
  case FOYER_KIND_INTEGER:
    return make_integer (field, random);
  case FOYER_KIND_MONEY:
    return make_money (field, random);
  case FOYER_KIND_BOOLEAN:
    return json_node_init_boolean (json_node_alloc (), foyer_random_below (random, 2) == 1);
  case FOYER_KIND_DATE:
    return take_text (make_date (random));
  case FOYER_KIND_TIME:
    return take_text (foyer_utc_format (FIRST_SECOND + pick_number (0, G_MAXINT32, random)));
  case FOYER_KIND_ENUM:
    return take_text (make_word_of (field, random));
  case FOYER_KIND_REF:
    return take_text (make_id (field->ref, random));
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
    return make_list (field, random);
  case FOYER_KIND_MAP:
  default:
    object = field->values == NULL ? make_object (random, 2) : make_switches (field, random);
    return take_object (object);
  }
}

JsonObject *
record_maker_json (const FoyerRecordType *type, FoyerRandom *random, guint fill)
{
  JsonObject *json = json_object_new ();
  g_autofree char *id = make_id (type->name, random);

  json_object_set_string_member (json, "id", id);
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (field->required || foyer_random_below (random, 100) < fill)
      json_object_set_member (json, field->name, record_maker_value (field, random));
  }
  return json;
}
