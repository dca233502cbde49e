/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-field-check.c - does a value fit its line of the field table? */

#include "foyer-field-check.h"

#include "foyer-blob-id.h"
#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-style-sheet.h"

#include <string.h>

#define LONGEST_TEXT 65536
#define LONGEST_SHOWN 40
#define MOST_ENTRIES 1000
#define LONGEST_ENTRY 1000 /* as the longest line of a record */

void
foyer_problem_free (FoyerProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->field);
  g_free (problem->expected);
  g_free (problem);
}

static gboolean
holds (JsonNode *value, GType type)
{
  return JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == type;
}

/* "…, not 17": the value as it came, cut short. Secrets are never shown. */
static char *
expect (const FoyerField *field, JsonNode *value, const char *what)
{
  g_autofree char *shown = foyer_json_canonical (value);

  if (field->secret)
    return g_strdup (what);
  if (g_utf8_strlen (shown, -1) <= LONGEST_SHOWN)
    return g_strdup_printf ("%s, not %s", what, shown);
  *g_utf8_offset_to_pointer (shown, LONGEST_SHOWN - 1) = '\0';
  return g_strdup_printf ("%s, not %s…", what, shown);
}

static gboolean
is_made_of (const char *text, const char *others, gsize least, gsize most)
{
  gsize length = strlen (text);

  if (length < least || length > most)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isalnum (*p) && strchr (others, *p) == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_colour (const char *text)
{
  if (text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++) {
    if (!g_ascii_isxdigit (*p))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_label (const char *text)
{
  gsize length = strlen (text);

  return is_made_of (text, "-", 1, 63) && text[0] != '-' && text[length - 1] != '-';
}

static gboolean
is_host (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  guint n_labels = g_strv_length (labels);

  if (n_labels < 2 || strlen (text) > 253)
    return FALSE;
  for (guint i = 0; i < n_labels; i++) {
    if (!is_label (labels[i]))
      return FALSE;
  }
  return !g_ascii_isdigit (labels[n_labels - 1][0]);
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_email (const char *text)
{
  const char *at = strrchr (text, '@');
  g_autofree char *local = NULL;

  if (at == NULL || at == text || strlen (text) > 254 || has_control (text)
      || strpbrk (text, " \"(),:;<>[]\\") != NULL)
    return FALSE;
  local = g_strndup (text, (gsize) (at - text));
  return strlen (local) <= 64 && strchr (local, '@') == NULL && local[0] != '.' && is_host (at + 1);
}

/* Letters, digits, hyphens and points; numbers and names without a point are hosts, too. */
static gboolean
is_url_host (const char *text, gsize length)
{
  if (length == 0 || length > 253 || text[0] == '-' || text[length - 1] == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && (text[i] != '.' || i == 0 || text[i - 1] == '.'))
      return FALSE;
  }
  return TRUE;
}

/* As a browser copies it, and as pages can link to it: no name and password, nothing that would have to be written otherwise. */
static gboolean
is_url (const char *text)
{
  const char *host = text + strlen ("https://");
  gsize length;

  if (!g_str_has_prefix (text, "https://") || !g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isgraph (*p) || strchr ("\"'<>\\^`{|}", *p) != NULL)
      return FALSE;
  }
  length = strcspn (host, "/?#");
  if (memchr (host, ':', length) != NULL) {
    gsize digits = strspn (strchr (host, ':') + 1, "0123456789");

    length = strcspn (host, ":");
    if (digits == 0 || digits > 5 || strchr ("/?#", host[length + 1 + digits]) == NULL)
      return FALSE;
  }
  return is_url_host (host, length);
}

static gboolean
is_phone (const char *text)
{
  guint digits = 0;

  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_isdigit (*p))
      digits++;
    else if (strchr (" +-().", *p) == NULL)
      return FALSE;
  }
  return digits >= 3 && digits <= 15;
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])
         && g_ascii_isupper (text[2]);
}

static const char *
check_pattern (FoyerPattern pattern, const char *text)
{
  switch (pattern) {
  case FOYER_PATTERN_LINE:
    return has_control (text) ? "one line of text" : NULL;
  case FOYER_PATTERN_COLOUR:
    return is_colour (text) ? NULL : "a colour such as #c64600";
  case FOYER_PATTERN_EMAIL:
    return is_email (text) ? NULL : "one e-mail address";
  case FOYER_PATTERN_URL:
    return is_url (text) ? NULL : "an address that begins with https://, as a browser copies it";
  case FOYER_PATTERN_PHONE:
    return is_phone (text) ? NULL : "a phone number";
  case FOYER_PATTERN_HOST:
    return is_host (text) ? NULL : "a host name such as portal.example.com";
  case FOYER_PATTERN_SLUG:
    return is_label (text) ? NULL : "letters, digits and hyphens, 63 at most";
  case FOYER_PATTERN_ZONE:
    return is_made_of (text, "/_-+", 1, 64) && text[0] != '/' ? NULL : "a time zone such as Europe/Berlin";
  case FOYER_PATTERN_LANGUAGE:
    return is_made_of (text, "-", 2, 35) ? NULL : "a language such as en-US";
  case FOYER_PATTERN_CURRENCY:
    return is_currency (text) ? NULL : "a currency code such as USD";
  case FOYER_PATTERN_PICTURE:
    return foyer_blob_id_is_valid (text) ? NULL : "a file, or an address from which the picture was fetched";
  case FOYER_PATTERN_SHEET: /* foyer_style_sheet_check() says more */
  case FOYER_PATTERN_ANY:
  default:
    return NULL;
  }
}

static glong
get_longest (const FoyerField *field)
{
  return field->maximum > 0 ? (glong) field->maximum : LONGEST_TEXT;
}

/* What can be said of a text without reading what it says. */
static char *
check_length (const FoyerField *field, JsonNode *value)
{
  glong length;
  glong most = get_longest (field);

  if (!holds (value, G_TYPE_STRING))
    return expect (field, value, "a text");
  length = g_utf8_strlen (json_node_get_string (value), -1);
  if (length > most)
    return g_strdup_printf ("at most %ld characters, not %ld", most, length);
  if (length < field->minimum)
    return g_strdup_printf ("at least %" G_GINT64_FORMAT " characters", field->minimum);
  return NULL;
}

static char *
check_text (const FoyerField *field, JsonNode *value)
{
  char *problem = check_length (field, value);
  const char *wanted;
  const char *text;

  if (problem != NULL)
    return problem;
  text = json_node_get_string (value);
  if (field->pattern == FOYER_PATTERN_SHEET)
    return foyer_style_sheet_check (text);
  wanted = *text == '\0' ? NULL : check_pattern (field->pattern, text);
  return wanted == NULL ? NULL : expect (field, value, wanted);
}

static gboolean
is_bounded (const FoyerField *field)
{
  return field->minimum != 0 || field->maximum != 0;
}

static char *
check_integer (const FoyerField *field, JsonNode *value)
{
  g_autofree char *wanted = NULL;
  gint64 number;

  if (is_bounded (field))
    wanted = g_strdup_printf ("a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, field->minimum,
                              field->maximum);
  else
    wanted = g_strdup ("a whole number");
  if (!holds (value, G_TYPE_INT64))
    return expect (field, value, wanted);
  number = json_node_get_int (value);
  if (is_bounded (field) && (number < field->minimum || number > field->maximum))
    return expect (field, value, wanted);
  return NULL;
}

static char *
check_money (const FoyerField *field, JsonNode *value)
{
  JsonObject *money = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  const char *currency = money == NULL ? NULL : foyer_json_object_text (money, "currency");
  gint64 amount;

  if (currency == NULL || !is_currency (currency) || json_object_get_size (money) != 2
      || (amount = foyer_json_object_integer (money, "amount", G_MININT64)) == G_MININT64)
    return expect (field, value, "an amount such as {\"amount\": 12345, \"currency\": \"USD\"}");
  if (is_bounded (field) && (amount < field->minimum || amount > field->maximum))
    return g_strdup_printf ("an amount from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " minor units",
                            field->minimum, field->maximum);
  return NULL;
}

static char *
check_date (const FoyerField *field, JsonNode *value)
{
  FoyerDate date;

  if (!holds (value, G_TYPE_STRING) || !foyer_date_parse (json_node_get_string (value), &date, NULL))
    return expect (field, value, "a day such as 2026-05-06");
  return NULL;
}

static char *
check_time (const FoyerField *field, JsonNode *value)
{
  gint64 seconds;

  if (!holds (value, G_TYPE_STRING) || !foyer_utc_parse (json_node_get_string (value), &seconds, NULL))
    return expect (field, value, "a time such as 2026-05-06T09:00:00Z");
  return NULL;
}

static char *
check_enum (const FoyerField *field, JsonNode *value)
{
  g_autofree char *wanted = NULL;

  if (holds (value, G_TYPE_STRING) && foyer_field_value_index (field, json_node_get_string (value)) >= 0)
    return NULL;
  wanted = g_strdup_printf ("one of: %s", field->values);
  return expect (field, value, wanted);
}

static char *
check_reference (const FoyerField *field, JsonNode *value)
{
  const FoyerRecordType *type = strcmp (field->ref, "*") == 0 ? NULL : foyer_record_type_by_name (field->ref);
  const char *id = holds (value, G_TYPE_STRING) ? json_node_get_string (value) : NULL;
  g_autofree char *wanted = NULL;

  /* Servers may give ids of their own to what others create (RFC 8620 §5.3), so the form of the id is all that counts. */
  if (id != NULL && foyer_id_is_valid (id))
    return NULL;
  wanted = type == NULL ? g_strdup ("the id of a record")
                        : g_strdup_printf ("the id of a record of type %s", type->name);
  return expect (field, value, wanted);
}

static char *
check_list (const FoyerField *field, JsonNode *value)
{
  JsonArray *array;
  FoyerField element = { .name = field->name,
                         .kind = FOYER_KIND_TEXT,
                         .values = field->values,
                         .ref = field->ref,
                         .pattern = field->pattern,
                         .secret = field->secret };
  guint most = field->maximum > 0 ? (guint) field->maximum : MOST_ENTRIES;

  if (!JSON_NODE_HOLDS_ARRAY (value))
    return expect (field, value, "a list");
  array = json_node_get_array (value);
  if (json_array_get_length (array) > most)
    return g_strdup_printf ("at most %u entries", most);
  if (field->kind == FOYER_KIND_REFS)
    element.kind = FOYER_KIND_REF;
  else if (field->values != NULL)
    element.kind = FOYER_KIND_ENUM;
  else if (field->pattern != FOYER_PATTERN_ANY) {
    element.minimum = field->pattern == FOYER_PATTERN_LINE ? 0 : 1;
    element.maximum = LONGEST_ENTRY;
  }
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *entry = json_array_get_element (array, i);
    char *wanted = NULL;

    if (field->kind == FOYER_KIND_LIST)
      wanted = JSON_NODE_HOLDS_OBJECT (entry) ? NULL : expect (field, entry, "a list of objects");
    else
      wanted = foyer_field_check (&element, entry);
    if (wanted == NULL && JSON_NODE_HOLDS_NULL (entry))
      wanted = g_strdup ("a list without null");
    if (wanted != NULL)
      return wanted;
  }
  return NULL;
}

static gboolean
holds_switches (JsonNode *value)
{
  g_autoptr (GList) switches
      = JSON_NODE_HOLDS_OBJECT (value) ? json_object_get_values (json_node_get_object (value)) : NULL;

  for (GList *link = switches; link != NULL; link = link->next) {
    if (!holds (link->data, G_TYPE_BOOLEAN))
      return FALSE;
  }
  return JSON_NODE_HOLDS_OBJECT (value);
}

/* Where a map's members have names of their own, each holds what is on and what is off. */
static char *
check_members (const FoyerField *field, JsonNode *value)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *entry;

  json_object_iter_init (&iter, json_node_get_object (value));
  while (json_object_iter_next (&iter, &name, &entry)) {
    g_autofree char *wanted = NULL;

    if (foyer_field_value_index (field, name) >= 0 && holds_switches (entry))
      continue;
    wanted = g_strdup_printf ("an object of true and false for each of: %s", field->values);
    return expect (field, value, wanted);
  }
  return NULL;
}

static char *
check_map (const FoyerField *field, JsonNode *value)
{
  guint most = field->maximum > 0 ? (guint) field->maximum : MOST_ENTRIES;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return expect (field, value, "an object");
  if (json_object_get_size (json_node_get_object (value)) > most)
    return g_strdup_printf ("at most %u entries", most);
  return field->values == NULL ? NULL : check_members (field, value);
}

char *
foyer_field_check (const FoyerField *field, JsonNode *value)
{
  if (value == NULL || JSON_NODE_HOLDS_NULL (value))
    return field->required ? g_strdup ("a value") : NULL;
  switch (field->kind) {
  case FOYER_KIND_TEXT:
    return check_text (field, value);
  case FOYER_KIND_INTEGER:
    return check_integer (field, value);
  case FOYER_KIND_MONEY:
    return check_money (field, value);
  case FOYER_KIND_BOOLEAN:
    return holds (value, G_TYPE_BOOLEAN) ? NULL : expect (field, value, "true or false");
  case FOYER_KIND_DATE:
    return check_date (field, value);
  case FOYER_KIND_TIME:
    return check_time (field, value);
  case FOYER_KIND_ENUM:
    return check_enum (field, value);
  case FOYER_KIND_REF:
    return check_reference (field, value);
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
    return check_list (field, value);
  case FOYER_KIND_MAP:
  default:
    return check_map (field, value);
  }
}

/* Characters are counted only where their number can matter: none takes less than a byte. */
static gboolean
accepts_characters (const FoyerField *field, const char *text)
{
  gsize bytes = strlen (text);
  glong most = get_longest (field);

  if (((glong) bytes > most || field->minimum > 0)
      && (g_utf8_strlen (text, -1) > most || g_utf8_strlen (text, -1) < field->minimum))
    return FALSE;
  if (field->pattern == FOYER_PATTERN_SHEET) {
    g_autofree char *problem = foyer_style_sheet_check (text);

    return problem == NULL;
  }
  return bytes == 0 || check_pattern (field->pattern, text) == NULL;
}

gboolean
foyer_field_accepts_text (const FoyerField *field, const char *text)
{
  FoyerDate date;
  gint64 seconds;

  switch (field->kind) {
  case FOYER_KIND_TEXT:
    return accepts_characters (field, text);
  case FOYER_KIND_DATE:
    return foyer_date_parse (text, &date, NULL);
  case FOYER_KIND_TIME:
    return foyer_utc_parse (text, &seconds, NULL);
  case FOYER_KIND_ENUM:
    return foyer_field_value_index (field, text) >= 0;
  case FOYER_KIND_REF:
    return foyer_id_is_valid (text);
  case FOYER_KIND_INTEGER:
  case FOYER_KIND_MONEY:
  case FOYER_KIND_BOOLEAN:
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    return FALSE;
  }
}

gboolean
foyer_field_accepts_number (const FoyerField *field, gint64 number)
{
  return !is_bounded (field) || (number >= field->minimum && number <= field->maximum);
}

gboolean
foyer_field_accepts_currency (const char *currency)
{
  return is_currency (currency);
}

static void
add_problem (GPtrArray *problems, const char *field, char *expected)
{
  FoyerProblem *problem;

  if (expected == NULL)
    return;
  problem = g_new0 (FoyerProblem, 1);
  problem->field = g_strdup (field);
  problem->expected = expected;
  g_ptr_array_add (problems, problem);
}

/* What could be said once may have been stored then: more in sheets and in the entries of lists, addresses instead of pictures, and of the web in
 * any letters. It is checked wherever it is used, and no reason to lose the rest. */
static gboolean
may_be_old (const FoyerField *field)
{
  switch (field->pattern) {
  case FOYER_PATTERN_SHEET:
  case FOYER_PATTERN_PICTURE:
  case FOYER_PATTERN_URL:
    return TRUE;
  case FOYER_PATTERN_ANY:
  case FOYER_PATTERN_LINE:
  case FOYER_PATTERN_COLOUR:
  case FOYER_PATTERN_EMAIL:
  case FOYER_PATTERN_HOST:
  case FOYER_PATTERN_PHONE:
  case FOYER_PATTERN_SLUG:
  case FOYER_PATTERN_ZONE:
  case FOYER_PATTERN_LANGUAGE:
  case FOYER_PATTERN_CURRENCY:
  default:
    return field->kind == FOYER_KIND_MAP || (field->kind == FOYER_KIND_TEXTS && field->values == NULL);
  }
}

char *
foyer_field_check_kept (const FoyerField *field, JsonNode *value)
{
  FoyerField kept = *field;

  if (may_be_old (field)) {
    kept.pattern = FOYER_PATTERN_ANY;
    kept.values = NULL;
  }
  return foyer_field_check (&kept, value);
}

static char *
check_member (const FoyerField *field, JsonNode *before, JsonNode *value)
{
  if (value != NULL && foyer_json_equal (before, value))
    return foyer_field_check_kept (field, value);
  return foyer_field_check (field, value);
}

GPtrArray *
foyer_record_type_check (const FoyerRecordType *type, JsonObject *json)
{
  return foyer_record_type_check_change (type, NULL, json);
}

GPtrArray *
foyer_record_type_check_change (const FoyerRecordType *type, JsonObject *before, JsonObject *json)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_problem_free);
  const char *id = foyer_json_object_text (json, "id");

  if (id == NULL || !foyer_id_is_valid (id))
    add_problem (problems, "id", g_strdup ("an id of 1 to 255 letters, digits, hyphens and underscores"));
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *kept = before == NULL ? NULL : json_object_get_member (before, field->name);

    add_problem (problems, field->name,
                 check_member (field, kept, json_object_get_member (json, field->name)));
  }
  return g_steal_pointer (&problems);
}

void
foyer_record_type_fill_defaults (const FoyerRecordType *type, JsonObject *json)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (field->fallback != NULL && !json_object_has_member (json, field->name))
      json_object_set_member (json, field->name, json_from_string (field->fallback, NULL));
  }
}
