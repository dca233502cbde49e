/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-query.c - Foo/query (RFC 8620 §5.5), for other people's clients: consoles query their own store */

#include "methods/foyer-methods.h"

#include "foyer-jmap-session.h"
#include "foyer-jmap.h"
#include "foyer-json.h"

#include <string.h>

#define DEEPEST_FILTER 8

/* Between a property and the collation by which its key is made: no name of a member holds it. */
#define KEY_MARK " "

typedef struct {
  const FoyerRecordType *type;
  GPtrArray *fields; /* (element-type utf8): names of the sort properties, or of their keys */
  GArray *ascending; /* (element-type gboolean) */
} Sort;

/* --- Filters --- */

static gboolean
is_condition_valid (const FoyerRecordType *type, JsonObject *condition)
{
  g_autoptr (GList) names = json_object_get_members (condition);

  for (GList *link = names; link != NULL; link = link->next) {
    const FoyerField *field = foyer_record_type_field (type, link->data);

    if (strcmp (link->data, "text") == 0 && foyer_json_object_text (condition, "text") != NULL)
      continue;
    if (field == NULL || field->secret || field->kind == FOYER_KIND_LIST || field->kind == FOYER_KIND_MAP)
      return FALSE;
  }
  return TRUE;
}

/* Returns: (nullable): the error of a filter that is none, or that asks for what cannot be looked for */
static const char *
check_filter (const FoyerRecordType *type, JsonNode *filter, guint depth)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (filter) ? json_node_get_object (filter) : NULL;
  const char *operator= object == NULL ? NULL : foyer_json_object_text (object, "operator");
  JsonArray *conditions;

  if (object == NULL)
    return "invalidArguments";
  if (depth > DEEPEST_FILTER)
    return "unsupportedFilter";
  if (operator== NULL)
    return is_condition_valid (type, object) ? NULL : "unsupportedFilter";
  conditions = foyer_json_object_array (object, "conditions");
  if (conditions == NULL
      || (strcmp (operator, "AND") != 0 && strcmp (operator, "OR") != 0 && strcmp (operator, "NOT") != 0))
    return "invalidArguments";
  for (guint i = 0; i < json_array_get_length (conditions); i++) {
    const char *problem = check_filter (type, json_array_get_element (conditions, i), depth + 1);

    if (problem != NULL)
      return problem;
  }
  return NULL;
}

static gboolean
contains_text (FoyerRecord *record, const char *wanted)
{
  g_autofree char *text = foyer_record_search_text (record);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *needle = g_utf8_casefold (wanted, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
meets_condition (FoyerRecord *record, JsonObject *json, JsonObject *condition)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *wanted;

  json_object_iter_init (&iter, condition);
  while (json_object_iter_next (&iter, &name, &wanted)) {
    if (strcmp (name, "text") == 0
        && foyer_record_type_field (foyer_record_get_record_type (record), "text") == NULL) {
      if (!contains_text (record, json_node_get_string (wanted)))
        return FALSE;
    } else if (!foyer_json_equal (json_object_get_member (json, name), wanted)) {
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
meets (FoyerRecord *record, JsonObject *json, JsonNode *filter)
{
  JsonObject *object = json_node_get_object (filter);
  const char *operator= foyer_json_object_text (object, "operator");
  JsonArray *conditions;
  gboolean is_and;

  if (operator== NULL)
    return meets_condition (record, json, object);
  conditions = foyer_json_object_array (object, "conditions");
  is_and = strcmp (operator, "AND") == 0;
  for (guint i = 0; i < json_array_get_length (conditions); i++) {
    gboolean met = meets (record, json, json_array_get_element (conditions, i));

    if (is_and && !met)
      return FALSE;
    if (!is_and && met)
      return strcmp (operator, "OR") == 0;
  }
  return strcmp (operator, "OR") != 0;
}

/* --- Sorting --- */

static void
clear_sort (Sort *sort)
{
  g_ptr_array_unref (sort->fields);
  g_array_unref (sort->ascending);
}

static gboolean
is_sortable (const FoyerRecordType *type, const char *name)
{
  static const char *const fixed[] = { "id", "createdAt", "updatedAt", NULL };
  const FoyerField *field = foyer_record_type_field (type, name);

  return g_strv_contains (fixed, name)
         || (field != NULL && !field->secret && field->kind != FOYER_KIND_LIST
             && field->kind != FOYER_KIND_MAP && field->kind != FOYER_KIND_MONEY
             && field->kind != FOYER_KIND_TEXTS && field->kind != FOYER_KIND_REFS);
}

/* Returns: (nullable): the error of a comparator that is none, or by which cannot be sorted */
static const char *
read_comparator (JsonNode *node, Sort *sort)
{
  JsonObject *comparator = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *property = comparator == NULL ? NULL : foyer_json_object_text (comparator, "property");
  const char *collation;
  gboolean ascending;

  if (property == NULL || !foyer_method_is_kind_or_absent (comparator, "isAscending", G_TYPE_BOOLEAN)
      || !foyer_method_is_kind_or_absent (comparator, "collation", G_TYPE_STRING))
    return "invalidArguments";
  collation = foyer_json_object_text (comparator, "collation");
  if (!is_sortable (sort->type, property)
      || (collation != NULL && !g_strv_contains (foyer_jmap_collations, collation)))
    return "unsupportedSort";
  ascending = foyer_json_object_boolean (comparator, "isAscending", TRUE);
  g_ptr_array_add (sort->fields,
                   collation == NULL ? g_strdup (property) : g_strjoin (KEY_MARK, property, collation, NULL));
  g_array_append_val (sort->ascending, ascending);
  return NULL;
}

static const char *
read_sort (JsonObject *arguments, Sort *sort)
{
  JsonNode *node = json_object_get_member (arguments, "sort");
  const char *problem = NULL;
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return "invalidArguments";
  array = json_node_get_array (node);
  for (guint i = 0; problem == NULL && i < json_array_get_length (array); i++)
    problem = read_comparator (json_array_get_element (array, i), sort);
  return problem;
}

/* RFC 5051: titlecase, then everything taken apart. */
static char *
make_unicode_key (const char *text)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (title, g_unichar_totitle (g_utf8_get_char (at)));
  return g_utf8_normalize (title->str, -1, G_NORMALIZE_ALL);
}

/* What is compared is made once for each record, and kept beside the value. */
static void
add_keys (JsonObject *json, const Sort *sort)
{
  for (guint i = 0; i < sort->fields->len; i++) {
    g_auto (GStrv) parts = g_strsplit (sort->fields->pdata[i], KEY_MARK, 2);
    const char *text = foyer_json_object_text (json, parts[0]);
    g_autofree char *key = NULL;

    if (parts[1] == NULL || !json_object_has_member (json, parts[0]))
      continue;
    if (text == NULL) {
      json_object_set_member (json, sort->fields->pdata[i],
                              json_node_copy (json_object_get_member (json, parts[0])));
      continue;
    }
    key = strcmp (parts[1], FOYER_JMAP_ASCII_CASEMAP) == 0 ? g_ascii_strup (text, -1)
                                                           : make_unicode_key (text);
    json_object_set_string_member (json, sort->fields->pdata[i], key);
  }
}

static int
compare_values (JsonNode *a, JsonNode *b)
{
  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);
  if (json_node_get_value_type (a) == G_TYPE_STRING && json_node_get_value_type (b) == G_TYPE_STRING)
    return strcmp (json_node_get_string (a), json_node_get_string (b));
  return json_node_get_int (a) < json_node_get_int (b) ? -1 : json_node_get_int (a) > json_node_get_int (b);
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sort *sort = user_data;
  JsonObject *first = *(JsonObject **) a;
  JsonObject *second = *(JsonObject **) b;

  for (guint i = 0; i < sort->fields->len; i++) {
    int order = compare_values (json_object_get_member (first, sort->fields->pdata[i]),
                                json_object_get_member (second, sort->fields->pdata[i]));

    if (order != 0)
      return g_array_index (sort->ascending, gboolean, i) ? order : -order;
  }
  return strcmp (foyer_json_object_text (first, "id"), foyer_json_object_text (second, "id"));
}

/* --- Windows --- */

/* A member that is there and of another kind is a mistake, not a default. */
static gboolean
check_kinds (JsonObject *arguments, JsonObject **error)
{
  if (foyer_method_is_kind_or_absent (arguments, "position", G_TYPE_INT64)
      && foyer_method_is_kind_or_absent (arguments, "anchorOffset", G_TYPE_INT64)
      && foyer_method_is_kind_or_absent (arguments, "anchor", G_TYPE_STRING)
      && foyer_method_is_kind_or_absent (arguments, "calculateTotal", G_TYPE_BOOLEAN))
    return TRUE;
  foyer_method_refuse (
      error, "invalidArguments",
      "position and anchorOffset are whole numbers, anchor an id, calculateTotal true or false");
  return FALSE;
}

static gboolean
find_start (JsonObject *arguments, GPtrArray *found, gint64 *start, JsonObject **error)
{
  const char *anchor = foyer_json_object_text (arguments, "anchor");
  gint64 position = foyer_json_object_integer (arguments, "position", 0);

  if (anchor == NULL) {
    *start = position < 0 ? MAX (position + found->len, 0) : position;
    return TRUE;
  }
  for (guint i = 0; i < found->len; i++) {
    if (strcmp (foyer_json_object_text (found->pdata[i], "id"), anchor) == 0) {
      *start = MAX (i + foyer_json_object_integer (arguments, "anchorOffset", 0), 0);
      return TRUE;
    }
  }
  foyer_method_refuse (error, "anchorNotFound", NULL);
  return FALSE;
}

static gboolean
read_limit (JsonObject *arguments, gint64 *limit, JsonObject **error)
{
  JsonNode *node = json_object_get_member (arguments, "limit");

  *limit = FOYER_JMAP_MAX_OBJECTS;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  *limit = foyer_json_object_integer (arguments, "limit", -1);
  if (*limit >= 0)
    return TRUE;
  foyer_method_refuse (error, "invalidArguments", "limit must not be negative");
  return FALSE;
}

static GPtrArray *
find (FoyerMethodContext *context, const Sort *sort, JsonNode *filter, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (sort->type);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (GPtrArray) all = foyer_record_source_list (context->transaction->source, query, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (all->pdata[i]);

    if (filter != NULL && !meets (all->pdata[i], json, filter))
      continue;
    add_keys (json, sort);
    g_ptr_array_add (found, g_steal_pointer (&json));
  }
  g_ptr_array_sort_with_data (found, compare_records, (gpointer) sort);
  return g_steal_pointer (&found);
}

static JsonObject *
answer_with (FoyerMethodContext *context,
             JsonObject *arguments,
             GPtrArray *found,
             const char *state,
             JsonObject **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  JsonArray *ids = json_array_new ();
  gint64 start;
  gint64 limit;

  json_object_set_array_member (answer, "ids", ids);
  if (!read_limit (arguments, &limit, error) || !find_start (arguments, found, &start, error))
    return NULL;
  for (gint64 i = start; i < found->len && i < start + MIN (limit, FOYER_JMAP_MAX_OBJECTS); i++)
    json_array_add_string_element (ids, foyer_json_object_text (found->pdata[i], "id"));
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "queryState", state);
  json_object_set_boolean_member (answer, "canCalculateChanges", FALSE);
  json_object_set_int_member (answer, "position", start < found->len ? start : 0);
  if (limit > FOYER_JMAP_MAX_OBJECTS)
    json_object_set_int_member (answer, "limit", FOYER_JMAP_MAX_OBJECTS);
  if (foyer_json_object_boolean (arguments, "calculateTotal", FALSE))
    json_object_set_int_member (answer, "total", found->len);
  return g_steal_pointer (&answer);
}

JsonObject *
foyer_method_query (FoyerMethodContext *context,
                    const FoyerRecordType *type,
                    JsonObject *arguments,
                    JsonObject **error)
{
  JsonNode *filter = json_object_get_member (arguments, "filter");
  Sort sort
      = { type, g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *state = NULL;
  JsonObject *answer = NULL;
  const char *problem;

  if (filter != NULL && JSON_NODE_HOLDS_NULL (filter))
    filter = NULL;
  problem = filter == NULL ? NULL : check_filter (type, filter, 0);
  if (problem == NULL)
    problem = read_sort (arguments, &sort);
  if (problem != NULL)
    foyer_method_refuse (error, problem, NULL);
  else if (check_kinds (arguments, error)
           && ((state = foyer_transaction_get_state (context->transaction, type, &failure)) == NULL
               || (found = find (context, &sort, filter, &failure)) == NULL))
    foyer_method_fail (error, failure);
  else if (found != NULL)
    answer = answer_with (context, arguments, found, state, error);
  clear_sort (&sort);
  return answer;
}
