/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need-watch.c - which records an operation that needs a person is about */

#include "foyer-need-watch.h"

/* As many as the Outbox shows. */
#define MOST_SHOWN 500

struct _FoyerNeedWatch {
  GObject parent_instance;

  FoyerStore *store; /* (nullable): %NULL after it has stopped */
  GHashTable *needs; /* (element-type utf8 FoyerOperation): by record */
};

G_DEFINE_FINAL_TYPE (FoyerNeedWatch, foyer_need_watch, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
read_needs (FoyerNeedWatch *self)
{
  static const FoyerOperationState states[] = { FOYER_OPERATION_REFUSED, FOYER_OPERATION_CONFLICT };
  g_autoptr (GPtrArray) operations
      = foyer_store_list_operations (self->store, states, G_N_ELEMENTS (states), 0, MOST_SHOWN);

  g_hash_table_remove_all (self->needs);
  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[i]);
    FoyerOperation *known = g_hash_table_lookup (self->needs, data->record_id);

    if (known == NULL || foyer_operation_get_data (known)->number < data->number)
      g_hash_table_insert (self->needs, g_strdup (data->record_id), g_object_ref (operations->pdata[i]));
  }
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerNeedWatch *self = user_data;

  if (!foyer_change_set_has_operations (changes))
    return;
  read_needs (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
foyer_need_watch_finalize (GObject *object)
{
  foyer_need_watch_stop (FOYER_NEED_WATCH (object));
  g_hash_table_unref (FOYER_NEED_WATCH (object)->needs);
  G_OBJECT_CLASS (foyer_need_watch_parent_class)->finalize (object);
}

static void
foyer_need_watch_class_init (FoyerNeedWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_need_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_NEED_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
foyer_need_watch_init (FoyerNeedWatch *self)
{
  self->needs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

FoyerNeedWatch *
foyer_need_watch_new (FoyerStore *store)
{
  FoyerNeedWatch *self = g_object_new (FOYER_TYPE_NEED_WATCH, NULL);

  self->store = g_object_ref (store);
  read_needs (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return self;
}

FoyerOperation *
foyer_need_watch_find (FoyerNeedWatch *self, const char *record_id)
{
  g_return_val_if_fail (FOYER_IS_NEED_WATCH (self), NULL);

  return record_id == NULL ? NULL : g_hash_table_lookup (self->needs, record_id);
}

void
foyer_need_watch_stop (FoyerNeedWatch *self)
{
  g_return_if_fail (FOYER_IS_NEED_WATCH (self));

  if (self->store == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}
