/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-list.c - the operations of one part of the Outbox as a list model */

#include "foyer-operation-list.h"

#include <string.h>

#define MOST_SHOWN 500

struct _FoyerOperationList {
  GObject parent_instance;

  FoyerStore *store; /* (owned) */
  FoyerOperationGroup group;
  gint64 since;
  gulong changed_handler;
  GPtrArray *operations; /* (element-type FoyerOperation) (owned), newest first */
};

static void foyer_operation_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerOperationList,
                               foyer_operation_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      foyer_operation_list_list_model_init))

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const FoyerOperationData *first = foyer_operation_get_data (*(FoyerOperation **) a);
  const FoyerOperationData *second = foyer_operation_get_data (*(FoyerOperation **) b);

  return first->number > second->number ? -1 : first->number < second->number;
}

/* The operation at the top of those that @operation builds on, as far as they are in the list. */
static FoyerOperation *
find_root (GHashTable *by_id, FoyerOperation *operation)
{
  FoyerOperation *root = operation;
  FoyerOperation *next = operation;

  while (next != NULL) {
    const char *requires = foyer_operation_get_data (next)->requires;

    root = next;
    next = requires == NULL ? NULL : g_hash_table_lookup (by_id, requires);
  }
  return root;
}

static int
compare_under_roots (gconstpointer a, gconstpointer b, gpointer by_id)
{
  FoyerOperation *first = *(FoyerOperation **) a;
  FoyerOperation *second = *(FoyerOperation **) b;
  gint64 first_root = foyer_operation_get_data (find_root (by_id, first))->number;
  gint64 second_root = foyer_operation_get_data (find_root (by_id, second))->number;

  if (first_root != second_root)
    return first_root > second_root ? -1 : 1;
  return compare_newest_first (&second, &first);
}

/* What failed for want of another stands right under that one. */
static void
sort_under_roots (GPtrArray *operations)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < operations->len; i++)
    g_hash_table_insert (by_id, (char *) foyer_operation_get_id (operations->pdata[i]), operations->pdata[i]);
  g_ptr_array_sort_with_data (operations, compare_under_roots, by_id);
}

static GPtrArray *
read_group (FoyerOperationList *self)
{
  static const FoyerOperationState needing[] = { FOYER_OPERATION_REFUSED, FOYER_OPERATION_CONFLICT };
  static const FoyerOperationState waiting[]
      = { FOYER_OPERATION_HELD, FOYER_OPERATION_QUEUED, FOYER_OPERATION_SENDING, FOYER_OPERATION_ACKED };
  static const FoyerOperationState sent[] = { FOYER_OPERATION_DONE };
  GPtrArray *found;

  switch (self->group) {
  case FOYER_OPERATIONS_NEEDING:
    found = foyer_store_list_operations (self->store, needing, G_N_ELEMENTS (needing), 0, MOST_SHOWN);
    sort_under_roots (found);
    return found;
  case FOYER_OPERATIONS_WAITING:
    found = foyer_store_list_operations (self->store, waiting, G_N_ELEMENTS (waiting), 0, MOST_SHOWN);
    break;
  case FOYER_OPERATIONS_SENT:
  default:
    found = foyer_store_list_operations (self->store, sent, G_N_ELEMENTS (sent), self->since, MOST_SHOWN);
  }
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

static gboolean
is_same (FoyerOperation *a, FoyerOperation *b)
{
  const FoyerOperationData *first = foyer_operation_get_data (a);
  const FoyerOperationData *second = foyer_operation_get_data (b);

  return strcmp (first->id, second->id) == 0 && first->state == second->state
         && first->attempts == second->attempts && first->next_at == second->next_at
         && first->hold_until == second->hold_until && first->contradicted == second->contradicted;
}

/* What is the same at both ends keeps its objects; between them lies one change. */
static void
refresh (FoyerOperationList *self)
{
  g_autoptr (GPtrArray) fresh = read_group (self);
  guint n_old = self->operations->len;
  guint n_new = fresh->len;
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, n_new) && is_same (self->operations->pdata[head], fresh->pdata[head]))
    head++;
  while (tail < MIN (n_old, n_new) - head
         && is_same (self->operations->pdata[n_old - 1 - tail], fresh->pdata[n_new - 1 - tail]))
    tail++;
  if (head + tail == n_old && head + tail == n_new)
    return;
  for (guint i = 0; i < head; i++)
    g_set_object ((GObject **) &fresh->pdata[i], self->operations->pdata[i]);
  for (guint i = 0; i < tail; i++)
    g_set_object ((GObject **) &fresh->pdata[n_new - 1 - i], self->operations->pdata[n_old - 1 - i]);
  g_ptr_array_unref (self->operations);
  self->operations = g_steal_pointer (&fresh);
  g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

static void
on_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  if (foyer_change_set_has_operations (changes))
    refresh (user_data);
}

static GType
foyer_operation_list_get_item_type (GListModel *model)
{
  return FOYER_TYPE_OPERATION;
}

static guint
foyer_operation_list_get_n_items (GListModel *model)
{
  return FOYER_OPERATION_LIST (model)->operations->len;
}

static gpointer
foyer_operation_list_get_item (GListModel *model, guint position)
{
  FoyerOperationList *self = FOYER_OPERATION_LIST (model);

  return position < self->operations->len ? g_object_ref (self->operations->pdata[position]) : NULL;
}

static void
foyer_operation_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_operation_list_get_item_type;
  iface->get_n_items = foyer_operation_list_get_n_items;
  iface->get_item = foyer_operation_list_get_item;
}

static void
foyer_operation_list_dispose (GObject *object)
{
  FoyerOperationList *self = FOYER_OPERATION_LIST (object);

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foyer_operation_list_parent_class)->dispose (object);
}

static void
foyer_operation_list_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_OPERATION_LIST (object)->operations);
  G_OBJECT_CLASS (foyer_operation_list_parent_class)->finalize (object);
}

static void
foyer_operation_list_class_init (FoyerOperationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_operation_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_operation_list_finalize;
}

static void
foyer_operation_list_init (FoyerOperationList *self)
{
}

FoyerOperationList *
foyer_operation_list_new (FoyerStore *store, FoyerOperationGroup group, gint64 since)
{
  FoyerOperationList *self = g_object_new (FOYER_TYPE_OPERATION_LIST, NULL);

  self->store = g_object_ref (store);
  self->group = group;
  self->since = since;
  self->operations = read_group (self);
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  return self;
}

guint
foyer_operation_list_count_unlisted (FoyerOperationList *self)
{
  guint waiting;
  guint needing;
  guint all;

  g_return_val_if_fail (FOYER_IS_OPERATION_LIST (self), 0);

  if (self->operations->len < MOST_SHOWN)
    return 0;
  foyer_store_count_operations (self->store, &waiting, &needing);
  if (self->group == FOYER_OPERATIONS_SENT)
    all = foyer_store_count_done (self->store, self->since);
  else
    all = self->group == FOYER_OPERATIONS_WAITING ? waiting : needing;
  return all - MIN (all, self->operations->len);
}
