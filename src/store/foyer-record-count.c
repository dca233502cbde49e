/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-count.c - how many records a query asks for, counted beside the main thread */

#include "foyer-record-count.h"

struct _FoyerRecordCount {
  GObject parent_instance;

  FoyerStore *store;  /* (owned) */
  FoyerQuery **query; /* (owned): in a box that the reading thread may hold too; nobody writes to it */
  gulong changed_handler;
  GCancellable *cancellable;

  guint count;
  gboolean counting;
  gboolean outdated; /* something changed while it was counted */
};

G_DEFINE_FINAL_TYPE (FoyerRecordCount, foyer_record_count, G_TYPE_OBJECT)

enum {
  PROP_COUNT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
clear_box (gpointer data)
{
  foyer_query_free (*(FoyerQuery **) data);
}

static void
release_box (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_box);
}

static gpointer
count_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  gint64 count = foyer_record_source_count (source, *(FoyerQuery **) user_data, error);

  return GUINT_TO_POINTER ((guint) CLAMP (count, 0, G_MAXUINT));
}

static void count (FoyerRecordCount *self);

static void
on_count_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerRecordCount) self = user_data;
  g_autoptr (GError) error = NULL;
  guint found = GPOINTER_TO_UINT (foyer_store_read_finish (FOYER_STORE (source), result, &error));

  self->counting = FALSE;
  if (self->store == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (error != NULL) {
    g_warning ("Cannot count %s: %s", (*self->query)->type->name, error->message);
  } else if (found != self->count) {
    self->count = found;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  }
  if (self->outdated)
    count (self);
}

static void
count (FoyerRecordCount *self)
{
  self->outdated = self->counting;
  if (self->counting)
    return;
  self->counting = TRUE;
  foyer_store_read_async (self->store, count_in_worker, g_atomic_rc_box_acquire (self->query), release_box,
                          NULL, self->cancellable, on_count_ready, g_object_ref (self));
}

static void
on_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerRecordCount *self = user_data;

  if (foyer_change_set_get_ids (changes, (*self->query)->type) != NULL)
    count (self);
}

static void
foyer_record_count_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_COUNT:
    g_value_set_uint (value, FOYER_RECORD_COUNT (object)->count);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_record_count_dispose (GObject *object)
{
  FoyerRecordCount *self = FOYER_RECORD_COUNT (object);

  g_cancellable_cancel (self->cancellable);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foyer_record_count_parent_class)->dispose (object);
}

static void
foyer_record_count_finalize (GObject *object)
{
  FoyerRecordCount *self = FOYER_RECORD_COUNT (object);

  g_clear_pointer (&self->query, release_box);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_record_count_parent_class)->finalize (object);
}

static void
foyer_record_count_class_init (FoyerRecordCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_record_count_get_property;
  object_class->dispose = foyer_record_count_dispose;
  object_class->finalize = foyer_record_count_finalize;

  properties[PROP_COUNT]
      = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_record_count_init (FoyerRecordCount *self)
{
  self->cancellable = g_cancellable_new ();
}

FoyerRecordCount *
foyer_record_count_new (FoyerStore *store, FoyerQuery *query)
{
  FoyerRecordCount *self = g_object_new (FOYER_TYPE_RECORD_COUNT, NULL);

  self->store = g_object_ref (store);
  self->query = g_atomic_rc_box_new (FoyerQuery *);
  *self->query = query;
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  count (self);
  return self;
}

guint
foyer_record_count_get (FoyerRecordCount *self)
{
  g_return_val_if_fail (FOYER_IS_RECORD_COUNT (self), 0);

  return self->count;
}
