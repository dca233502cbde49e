/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-source.c - the interface through which rules and pages read records */

#include "foyer-record-source.h"

G_DEFINE_INTERFACE (FoyerRecordSource, foyer_record_source, G_TYPE_OBJECT)

static void
foyer_record_source_default_init (FoyerRecordSourceInterface *iface)
{
}

FoyerRecord *
foyer_record_source_get (FoyerRecordSource *self, const FoyerRecordType *type, const char *id, GError **error)
{
  g_return_val_if_fail (FOYER_IS_RECORD_SOURCE (self), NULL);

  if (id == NULL)
    return NULL;
  return FOYER_RECORD_SOURCE_GET_IFACE (self)->get (self, type, id, error);
}

gboolean
foyer_record_source_look_up (FoyerRecordSource *self,
                             const FoyerRecordType *type,
                             const char *id,
                             FoyerRecord **record,
                             GError **error)
{
  g_autoptr (GError) failure = NULL;

  *record = foyer_record_source_get (self, type, id, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

FoyerRecord *
foyer_record_source_get_singleton (FoyerRecordSource *self, const FoyerRecordType *type, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) found = NULL;

  foyer_query_limit (query, 1);
  found = foyer_record_source_list (self, query, error);
  if (found == NULL || found->len == 0)
    return NULL;
  return g_object_ref (found->pdata[0]);
}

GPtrArray *
foyer_record_source_list (FoyerRecordSource *self, const FoyerQuery *query, GError **error)
{
  g_return_val_if_fail (FOYER_IS_RECORD_SOURCE (self), NULL);

  return FOYER_RECORD_SOURCE_GET_IFACE (self)->list (self, query, error);
}

gint64
foyer_record_source_count (FoyerRecordSource *self, const FoyerQuery *query, GError **error)
{
  g_return_val_if_fail (FOYER_IS_RECORD_SOURCE (self), -1);

  return FOYER_RECORD_SOURCE_GET_IFACE (self)->count (self, query, error);
}

char *
foyer_record_source_get_state (FoyerRecordSource *self, const FoyerRecordType *type, GError **error)
{
  g_return_val_if_fail (FOYER_IS_RECORD_SOURCE (self), NULL);

  return FOYER_RECORD_SOURCE_GET_IFACE (self)->get_state (self, type, error);
}
