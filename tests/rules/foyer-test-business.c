/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-test-business.c - a small business to judge bookings in */

#include "foyer-test-business.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-patch.h"

#include <string.h>

static const char people[]
    = "[{'id': 'cm-1', 'name': 'Lee', 'skills': ['gas'], 'active': true, 'position': 1},"
      " {'id': 'cm-2', 'name': 'Sam', 'skills': [], 'active': true, 'position': 2},"
      " {'id': 'cm-3', 'name': 'Dee', 'skills': ['gas'], 'active': false, 'position': 3},"
      " {'id': 'st-1', 'name': 'Ana', 'email': 'ana@northwind.example', 'role': 'admin', 'active': true},"
      " {'id': 'cl-1', 'name': 'Ellen Ruiz', 'kind': 'person'},"
      " {'id': 'cl-2', 'name': 'Hillside Dental', 'kind': 'company'},"
      " {'id': 'pr-1', 'clientId': 'cl-1', 'street': '412 Birch Lane'},"
      " {'id': 'pr-2', 'clientId': 'cl-2', 'street': 'Suite 210'},"
      " {'id': 'sv-1', 'name': 'AC tune-up', 'durationMinutes': 120, 'position': 1},"
      " {'id': 'sv-2', 'name': 'Boiler', 'durationMinutes': 90, 'skill': 'gas', 'position': 2}]";

static const char hours[] = "[{'id': 'av-1', 'kind': 'hours', 'weekday': 1, 'from': 480, 'until': 1020},"
                            " {'id': 'av-2', 'kind': 'hours', 'weekday': 2, 'from': 480, 'until': 1020},"
                            " {'id': 'av-3', 'kind': 'hours', 'weekday': 3, 'from': 480, 'until': 1020},"
                            " {'id': 'av-4', 'kind': 'hours', 'weekday': 4, 'from': 480, 'until': 1020},"
                            " {'id': 'av-5', 'kind': 'hours', 'weekday': 5, 'from': 480, 'until': 1020}]";

static gboolean
is_short_id (const char *text)
{
  const char *dash = strchr (text, '-');

  if (dash == NULL || dash == text || strlen (text) > 9)
    return FALSE;
  for (const char *at = text; at < dash; at++) {
    if (!g_ascii_islower (*at))
      return FALSE;
  }
  return dash[1] != '\0' && strspn (dash + 1, "0123456789") == strlen (dash + 1);
}

static gboolean
is_local_time (const char *text)
{
  return strlen (text) == strlen ("2025-05-06 09:00") && text[10] == ' ';
}

char *
foyer_test_id (const char *id)
{
  const char *dash = strchr (id, '-');

  g_assert_true (is_short_id (id));
  return g_strdup_printf ("%.*s-00000000-0000-7000-8000-%012d", (int) (dash - id), id, atoi (dash + 1));
}

gint64
foyer_test_business_at (FoyerTestBusiness *self, const char *time)
{
  g_autofree char *day = g_strndup (time, 10);
  FoyerLocalTime local;

  g_assert_true (is_local_time (time));
  g_assert_true (foyer_date_parse (day, &local.date, NULL));
  local.second = atoi (time + 11) * 3600 + atoi (time + 14) * 60;
  return foyer_zone_to_utc (self->zone, &local, NULL);
}

static gboolean
expand (const GMatchInfo *match, GString *out, gpointer user_data)
{
  FoyerTestBusiness *self = user_data;
  g_autofree char *text = g_match_info_fetch (match, 1);
  g_autofree char *whole = is_local_time (text) ? foyer_utc_format (foyer_test_business_at (self, text))
                           : is_short_id (text) ? foyer_test_id (text)
                                                : g_strdup (text);

  g_string_append_printf (out, "\"%s\"", whole);
  return FALSE;
}

static JsonNode *
parse (FoyerTestBusiness *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) quoted = g_regex_new ("'([^']*)'", 0, 0, NULL);
  g_autofree char *json = g_regex_replace_eval (quoted, text, -1, 0, 0, expand, self, NULL);
  JsonNode *node = foyer_json_parse (json, -1, &error);

  g_assert_no_error (error);
  return node;
}

static FoyerRecord *
make (JsonObject *json)
{
  g_autoptr (GError) error = NULL;
  const FoyerRecordType *type = foyer_record_type_of_id (json_object_get_string_member (json, "id"));
  FoyerRecord *record;

  g_assert_nonnull (type);
  foyer_record_type_fill_defaults (type, json);
  record = foyer_record_from_json (type, json, &error);
  g_assert_no_error (error);
  return record;
}

FoyerRecord *
foyer_test_business_make (FoyerTestBusiness *self, const char *json, const char *changes)
{
  g_autoptr (JsonNode) node = parse (self, json);
  g_autoptr (JsonNode) patch = parse (self, changes == NULL ? "{}" : changes);
  g_autoptr (JsonObject) whole = NULL;

  whole = foyer_patch_apply (json_node_get_object (node), json_node_get_object (patch), NULL);
  return make (whole);
}

static void
put (FoyerTestBusiness *self, JsonObject *json)
{
  const char *id = json_object_get_string_member (json, "id");
  g_autoptr (FoyerRecord) before
      = foyer_record_source_get (FOYER_RECORD_SOURCE (self->records), foyer_record_type_of_id (id), id, NULL);
  g_autoptr (JsonObject) whole = NULL;
  g_autoptr (FoyerRecord) record = NULL;

  if (before != NULL) {
    g_autoptr (JsonObject) known = foyer_record_to_json (before);

    whole = foyer_patch_apply (known, json, NULL);
  } else {
    whole = json_object_ref (json);
  }
  record = make (whole);
  foyer_memory_source_put (self->records, record);
}

void
foyer_test_business_put (FoyerTestBusiness *self, const char *json)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *list;

  if (json == NULL)
    return;
  node = parse (self, json);
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    put (self, json_array_get_object_element (list, i));
}

FoyerRecord *
foyer_test_business_get (FoyerTestBusiness *self, const char *id)
{
  g_autofree char *whole = foyer_test_id (id);

  return foyer_record_source_get (FOYER_RECORD_SOURCE (self->records), foyer_record_type_of_id (whole), whole,
                                  NULL);
}

FoyerStrictSource *
foyer_test_business_get_strict (FoyerTestBusiness *self)
{
  return FOYER_STRICT_SOURCE (self->source);
}

FoyerTestBusiness *
foyer_test_business_new (const char *zone)
{
  FoyerTestBusiness *self = g_new0 (FoyerTestBusiness, 1);
  g_autofree char *organisation
      = g_strdup_printf ("[{'id': 'org-1', 'name': 'Northwind Heating', 'slug': 'northwind', 'zone': '%s',"
                         "  'language': 'en-GB'}]",
                         zone);

  self->records = foyer_memory_source_new ();
  self->source = FOYER_RECORD_SOURCE (foyer_strict_source_new (FOYER_RECORD_SOURCE (self->records)));
  self->zone = foyer_zone_new (zone == NULL ? "UTC" : zone, NULL);
  g_assert_nonnull (self->zone);
  if (zone != NULL) {
    foyer_test_business_put (self, organisation);
    foyer_test_business_put (self, hours);
  }
  foyer_test_business_put (self, people);
  return self;
}

void
foyer_test_business_free (FoyerTestBusiness *self)
{
  GPtrArray *slow;

  if (self == NULL)
    return;
  slow = foyer_strict_source_get_slow (foyer_test_business_get_strict (self));
  if (slow->len > 0)
    g_error ("%s is asked for and has no index", (const char *) slow->pdata[0]);
  g_object_unref (self->source);
  g_object_unref (self->records);
  foyer_zone_unref (self->zone);
  g_free (self);
}
