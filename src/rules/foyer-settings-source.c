/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-source.c - the same records under other settings */

#include "foyer-settings-source.h"

#include "types/portal_settings.h"

struct _FoyerSettingsSource {
  GObject parent_instance;

  FoyerRecordSource *inner;
  FoyerRecord *settings;
};

static void foyer_settings_source_record_source_init (FoyerRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerSettingsSource,
                               foyer_settings_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_RECORD_SOURCE,
                                                      foyer_settings_source_record_source_init))

static FoyerRecord *
foyer_settings_source_get (FoyerRecordSource *source,
                           const FoyerRecordType *type,
                           const char *id,
                           GError **error)
{
  FoyerSettingsSource *self = FOYER_SETTINGS_SOURCE (source);

  if (type != &foyer_portal_settings_type)
    return foyer_record_source_get (self->inner, type, id, error);
  return g_strcmp0 (id, foyer_record_get_id (self->settings)) == 0 ? g_object_ref (self->settings) : NULL;
}

static GPtrArray *
foyer_settings_source_list (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerSettingsSource *self = FOYER_SETTINGS_SOURCE (source);
  GPtrArray *found;

  if (query->type != &foyer_portal_settings_type)
    return foyer_record_source_list (self->inner, query, error);
  found = g_ptr_array_new_with_free_func (g_object_unref);
  if (foyer_query_matches (query, self->settings))
    g_ptr_array_add (found, g_object_ref (self->settings));
  return found;
}

static gint64
foyer_settings_source_count (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerSettingsSource *self = FOYER_SETTINGS_SOURCE (source);

  if (query->type != &foyer_portal_settings_type)
    return foyer_record_source_count (self->inner, query, error);
  return foyer_query_matches (query, self->settings) ? 1 : 0;
}

/* Whoever compares states compares those of records; which settings were taken they know themselves. */
static char *
foyer_settings_source_get_state (FoyerRecordSource *source, const FoyerRecordType *type, GError **error)
{
  return foyer_record_source_get_state (FOYER_SETTINGS_SOURCE (source)->inner, type, error);
}

static void
foyer_settings_source_record_source_init (FoyerRecordSourceInterface *iface)
{
  iface->get = foyer_settings_source_get;
  iface->list = foyer_settings_source_list;
  iface->count = foyer_settings_source_count;
  iface->get_state = foyer_settings_source_get_state;
}

static void
foyer_settings_source_finalize (GObject *object)
{
  FoyerSettingsSource *self = FOYER_SETTINGS_SOURCE (object);

  g_clear_object (&self->inner);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (foyer_settings_source_parent_class)->finalize (object);
}

static void
foyer_settings_source_class_init (FoyerSettingsSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_settings_source_finalize;
}

static void
foyer_settings_source_init (FoyerSettingsSource *self)
{
}

FoyerRecordSource *
foyer_settings_source_new (FoyerRecordSource *inner, FoyerRecord *settings)
{
  FoyerSettingsSource *self = g_object_new (FOYER_TYPE_SETTINGS_SOURCE, NULL);

  self->inner = g_object_ref (inner);
  self->settings = g_object_ref (settings);
  return FOYER_RECORD_SOURCE (self);
}
