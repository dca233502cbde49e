/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-strict-source.c - a record source that watches what rules ask and can fail on command */

#include "foyer-strict-source.h"

#include <gio/gio.h>

struct _FoyerStrictSource {
  GObject parent_instance;

  FoyerRecordSource *inner; /* (owned) */
  GPtrArray *slow;          /* (element-type utf8) (owned) */
  guint calls_left;
  gboolean has_failed;
};

static void foyer_strict_source_record_source_init (FoyerRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerStrictSource,
                               foyer_strict_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_RECORD_SOURCE,
                                                      foyer_strict_source_record_source_init))

static gboolean
answers (FoyerStrictSource *self, GError **error)
{
  if (self->calls_left == 0 || --self->calls_left > 0)
    return TRUE;
  self->has_failed = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Told to fail");
  return FALSE;
}

static void
note (FoyerStrictSource *self, const FoyerRecordType *type, const FoyerField *field)
{
  if (field != NULL && !field->indexed)
    g_ptr_array_add (self->slow, g_strdup_printf ("%s.%s", type->name, field->name));
}

static void
note_query (FoyerStrictSource *self, const FoyerQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    note (self, query->type, g_array_index (query->conditions, FoyerCondition, i).field);
  note (self, query->type, query->order);
}

static FoyerRecord *
foyer_strict_source_get (FoyerRecordSource *source,
                         const FoyerRecordType *type,
                         const char *id,
                         GError **error)
{
  FoyerStrictSource *self = FOYER_STRICT_SOURCE (source);

  return answers (self, error) ? foyer_record_source_get (self->inner, type, id, error) : NULL;
}

static GPtrArray *
foyer_strict_source_list (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerStrictSource *self = FOYER_STRICT_SOURCE (source);

  note_query (self, query);
  return answers (self, error) ? foyer_record_source_list (self->inner, query, error) : NULL;
}

static gint64
foyer_strict_source_count (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerStrictSource *self = FOYER_STRICT_SOURCE (source);

  note_query (self, query);
  return answers (self, error) ? foyer_record_source_count (self->inner, query, error) : -1;
}

static char *
foyer_strict_source_get_state (FoyerRecordSource *source, const FoyerRecordType *type, GError **error)
{
  return foyer_record_source_get_state (FOYER_STRICT_SOURCE (source)->inner, type, error);
}

static void
foyer_strict_source_record_source_init (FoyerRecordSourceInterface *iface)
{
  iface->get = foyer_strict_source_get;
  iface->list = foyer_strict_source_list;
  iface->count = foyer_strict_source_count;
  iface->get_state = foyer_strict_source_get_state;
}

static void
foyer_strict_source_finalize (GObject *object)
{
  FoyerStrictSource *self = FOYER_STRICT_SOURCE (object);

  g_clear_object (&self->inner);
  g_clear_pointer (&self->slow, g_ptr_array_unref);
  G_OBJECT_CLASS (foyer_strict_source_parent_class)->finalize (object);
}

static void
foyer_strict_source_class_init (FoyerStrictSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_strict_source_finalize;
}

static void
foyer_strict_source_init (FoyerStrictSource *self)
{
  self->slow = g_ptr_array_new_with_free_func (g_free);
}

FoyerStrictSource *
foyer_strict_source_new (FoyerRecordSource *inner)
{
  FoyerStrictSource *self = g_object_new (FOYER_TYPE_STRICT_SOURCE, NULL);

  self->inner = g_object_ref (inner);
  return self;
}

GPtrArray *
foyer_strict_source_get_slow (FoyerStrictSource *self)
{
  return self->slow;
}

void
foyer_strict_source_fail_at (FoyerStrictSource *self, guint call)
{
  self->calls_left = call;
  self->has_failed = FALSE;
}

gboolean
foyer_strict_source_has_failed (FoyerStrictSource *self)
{
  return self->has_failed;
}
