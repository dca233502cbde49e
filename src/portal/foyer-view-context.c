/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-context.c - reading records for a view document, and writing its members */

#include "foyer-view-context.h"

#include "foyer-language.h"
#include "foyer-settings.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/organisation.h"
#include "types/photo.h"
#include "types/portal_person.h"
#include "types/property.h"
#include "types/staff_member.h"
#include "types/visit.h"

/* The organisation and its zone, or %FALSE with an error: without them nothing can be shown. */
static gboolean
load_organisation (FoyerViewContext *self, GError **error)
{
  self->organisation = foyer_record_source_get_singleton (self->source, &foyer_organisation_type, error);
  if (self->organisation == NULL) {
    if (error != NULL && *error == NULL)
      g_set_error_literal (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID, "There is no organisation");
    return FALSE;
  }
  self->zone = foyer_zone_new (foyer_organisation_get_zone (self->organisation), error);
  return self->zone != NULL;
}

gboolean
foyer_view_context_open (FoyerViewContext *self,
                         FoyerRecordSource *source,
                         const FoyerPortalViewer *viewer,
                         FoyerRecord *settings,
                         gint64 now,
                         GError **error)
{
  self->source = source;
  self->viewer = viewer;
  self->now = now;
  self->parts = FOYER_VIEW_EVERYTHING;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->settings = foyer_settings_complete (settings, error);
  if (self->settings == NULL || !load_organisation (self, error))
    return FALSE;
  self->access = foyer_portal_access_new (source, viewer, self->settings, error);
  if (self->access == NULL)
    return FALSE;

  self->reader.client_id = viewer->client_id;
  self->reader.property_ids = (const char *const *) self->access->property_ids;
  self->today = foyer_zone_to_local (self->zone, now).date;
  return TRUE;
}

void
foyer_view_context_clear (FoyerViewContext *self)
{
  g_clear_pointer (&self->access, foyer_portal_access_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->organisation);
  g_clear_pointer (&self->zone, foyer_zone_unref);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}

/* Whoever is nearer to the reader decides, if they say anything. */
static void
prefer (const char **language, const char *other)
{
  if (other != NULL && *other != '\0')
    *language = other;
}

const char *
foyer_view_context_language (FoyerViewContext *self)
{
  const char *language = foyer_organisation_get_language (self->organisation);

  if (self->access->client != NULL)
    prefer (&language, foyer_client_get_language (self->access->client));
  if (self->access->person != NULL)
    prefer (&language, foyer_portal_person_get_language (self->access->person));
  prefer (&language, self->viewer->language);
  return foyer_language_tag (foyer_language_match (language));
}

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
foyer_view_context_read (FoyerViewContext *self, const FoyerQuery *query)
{
  GPtrArray *records
      = self->failure != NULL ? NULL : foyer_record_source_list (self->source, query, &self->failure);

  return records != NULL ? records : g_ptr_array_new ();
}

gint64
foyer_view_context_count (FoyerViewContext *self, const FoyerQuery *query)
{
  gint64 n = self->failure != NULL ? 0 : foyer_record_source_count (self->source, query, &self->failure);

  return MAX (n, 0);
}

GPtrArray *
foyer_view_context_list (FoyerViewContext *self, FoyerQuery *query)
{
  GPtrArray *records = foyer_view_context_read (self, query);

  foyer_query_free (query);
  return records;
}

void
foyer_view_context_hold (FoyerViewContext *self, FoyerQuery *query)
{
  g_autoptr (GPtrArray) records = foyer_view_context_list (self, query);

  for (guint i = 0; i < records->len; i++) {
    FoyerRecord *record = g_ptr_array_index (records, i);

    /* One that was looked up before may be in use. */
    if (!g_hash_table_contains (self->seen, foyer_record_get_id (record)))
      g_hash_table_insert (self->seen, g_strdup (foyer_record_get_id (record)), g_object_ref (record));
  }
}

gboolean
foyer_view_shows (FoyerViewContext *context, FoyerRecord *record)
{
  FoyerRecord *visit = NULL;

  if (foyer_record_get_record_type (record) == &foyer_photo_type)
    visit = foyer_view_context_get (context, &foyer_visit_type, foyer_photo_get_visit_id (record));
  return foyer_record_hidden_by (record, visit, &context->reader) == NULL;
}

void
foyer_view_list_records (JsonArray *list, FoyerViewContext *context, GPtrArray *records, FoyerViewMake make)
{
  for (guint i = 0; i < records->len; i++) {
    FoyerRecord *record = g_ptr_array_index (records, i);

    if (foyer_view_shows (context, record))
      json_array_add_object_element (list, make (context, record, FALSE));
  }
}

void
foyer_view_list (JsonArray *list, FoyerViewContext *context, FoyerQuery *query, FoyerViewMake make)
{
  g_autoptr (GPtrArray) records = foyer_view_context_list (context, query);

  foyer_view_list_records (list, context, records, make);
}

FoyerQuery *
foyer_view_query (const FoyerRecordType *type, const char *field, const char *id, const char *order)
{
  FoyerQuery *query = foyer_query_new (type);

  foyer_query_where_text (query, field, id);
  foyer_query_order (query, order, TRUE);
  foyer_query_limit (query, FOYER_VIEW_LIMIT);
  return query;
}

static void
copy_field (JsonObject *object, FoyerRecord *record, const FoyerRecordType *type, guint index)
{
  const FoyerField *field = &type->fields[index];
  g_auto (GStrv) words = NULL;

  switch (field->kind) {
  case FOYER_KIND_TEXT:
  case FOYER_KIND_DATE:
  case FOYER_KIND_REF:
    foyer_view_set_text_if (object, field->name, foyer_record_get_text (record, type, index));
    break;
  case FOYER_KIND_INTEGER:
    json_object_set_int_member (object, field->name, foyer_record_get_number (record, type, index));
    break;
  case FOYER_KIND_BOOLEAN:
    foyer_view_set_true_if (object, field->name, foyer_record_get_number (record, type, index) != 0);
    break;
  case FOYER_KIND_TIME:
    foyer_view_set_time (object, field->name, foyer_record_get_number (record, type, index));
    break;
  case FOYER_KIND_MONEY:
    foyer_view_set_money_if (object, field->name, foyer_record_get_money (record, type, index));
    break;
  case FOYER_KIND_ENUM:
    words = g_strsplit (field->values, " ", -1);
    foyer_view_set_word (object, field->name, (const char *const *) words,
                         foyer_record_get_enum (record, type, index));
    break;
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    /* What may hold more than clients should read is taken apart by whoever knows it. */
    g_return_if_reached ();
  }
}

void
foyer_view_copy (JsonObject *object, FoyerRecord *record, const guint *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++) {
    if (foyer_record_has (record, fields[i]))
      copy_field (object, record, foyer_record_get_record_type (record), fields[i]);
  }
}

gboolean
foyer_view_sees_money (FoyerViewContext *context)
{
  return foyer_portal_access_has_scope (context->access, FOYER_SCOPE_INVOICES)
         && foyer_portal_access_may (context->access, FOYER_PERMISSION_SEE_MONEY);
}

gboolean
foyer_view_sees_quotes (FoyerViewContext *context)
{
  /* Whoever may approve a price has to see it. */
  return foyer_portal_access_has_scope (context->access, FOYER_SCOPE_QUOTES)
         && (foyer_portal_access_may (context->access, FOYER_PERMISSION_SEE_MONEY)
             || foyer_portal_access_may (context->access, FOYER_PERMISSION_APPROVE_QUOTES));
}

gboolean
foyer_view_sees_visits (FoyerViewContext *context)
{
  return foyer_portal_access_has_scope (context->access, FOYER_SCOPE_VISITS);
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

  /* The site of a bill for somebody else's work is not theirs to see, and one that is gone is shown where it was served. */
  if (property != NULL
      && g_strcmp0 (foyer_property_get_client_id (property), context->viewer->client_id) == 0)
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

void
foyer_view_set_staff (JsonObject *object, FoyerViewContext *context, const char *name, const char *staff_id)
{
  FoyerRecord *staff = foyer_view_context_get (context, &foyer_staff_member_type, staff_id);

  if (staff != NULL)
    foyer_view_set_text_if (object, name, foyer_staff_member_get_name (staff));
}
