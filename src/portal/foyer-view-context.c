/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-context.c - reading records for a view document, and writing its members */

#include "foyer-view-context.h"

#include "types/crew_member.h"
#include "types/property.h"

FoyerRecord *
foyer_view_context_get (FoyerViewContext *self, const FoyerRecordType *type, const char *id)
{
  FoyerRecord *record;

  if (id == NULL || self->failure != NULL)
    return NULL;

  record = g_hash_table_lookup (self->seen, id);
  if (record == NULL) {
    record = foyer_record_source_get (self->source, type, id, &self->failure);
    if (record != NULL)
      g_hash_table_insert (self->seen, g_strdup (id), record);
  }
  return record;
}

GPtrArray *
foyer_view_context_list (FoyerViewContext *self, FoyerQuery *query)
{
  GPtrArray *records = NULL;

  if (self->failure == NULL)
    records = foyer_record_source_list (self->source, query, &self->failure);
  foyer_query_free (query);
  return records != NULL ? records : g_ptr_array_new ();
}

void
foyer_view_set_time (JsonObject *object, const char *name, gint64 seconds)
{
  g_autofree char *text = foyer_utc_format (seconds);

  json_object_set_string_member (object, name, text);
}

void
foyer_view_set_text_if (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
}

void
foyer_view_set_true_if (JsonObject *object, const char *name, gboolean is_true)
{
  if (is_true)
    json_object_set_boolean_member (object, name, TRUE);
}

void
foyer_view_set_money_if (JsonObject *object, const char *name, FoyerMoneyValue money)
{
  JsonObject *member;

  if (money.currency == NULL)
    return;

  member = json_object_new ();
  json_object_set_int_member (member, "amount", money.amount);
  json_object_set_string_member (member, "currency", money.currency);
  json_object_set_object_member (object, name, member);
}

void
foyer_view_set_word (JsonObject *object, const char *name, const char *const *words, int index)
{
  if (index >= 0 && index < (int) g_strv_length ((char **) words))
    json_object_set_string_member (object, name, words[index]);
}

JsonObject *
foyer_view_make_property (FoyerRecord *property)
{
  JsonObject *object = json_object_new ();
  const char *name = foyer_property_get_name (property);

  json_object_set_string_member (object, "id", foyer_record_get_id (property));
  foyer_view_set_text_if (object, "name", name != NULL ? name : foyer_property_get_street (property));
  foyer_view_set_text_if (object, "street", foyer_property_get_street (property));
  foyer_view_set_text_if (object, "unit", foyer_property_get_unit (property));
  foyer_view_set_text_if (object, "city", foyer_property_get_city (property));
  foyer_view_set_text_if (object, "region", foyer_property_get_region (property));
  foyer_view_set_text_if (object, "postcode", foyer_property_get_postcode (property));
  return object;
}

void
foyer_view_set_property (JsonObject *object, FoyerViewContext *context, const char *property_id)
{
  FoyerRecord *property = foyer_view_context_get (context, &foyer_property_type, property_id);

  if (property != NULL)
    json_object_set_object_member (object, "property", foyer_view_make_property (property));
}

static void
add_name (JsonArray *names, FoyerViewContext *context, const char *crew_id)
{
  FoyerRecord *member = foyer_view_context_get (context, &foyer_crew_member_type, crew_id);

  if (member != NULL)
    json_array_add_string_element (names, foyer_crew_member_get_name (member));
}

void
foyer_view_set_crew (JsonObject *object, FoyerViewContext *context, const char *crew_id, char **helper_ids)
{
  JsonArray *names = json_array_new ();

  add_name (names, context, crew_id);
  for (guint i = 0; helper_ids != NULL && helper_ids[i] != NULL; i++)
    add_name (names, context, helper_ids[i]);

  if (json_array_get_length (names) > 0)
    json_object_set_array_member (object, "crew", names);
  else
    json_array_unref (names);
}
