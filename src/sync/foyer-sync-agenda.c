/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-agenda.c - what is to be pulled, and when */

#include "foyer-sync-agenda.h"

struct _FoyerSyncAgenda {
  GHashTable *dirty;      /* (element-type FoyerRecordType): to be pulled */
  GHashTable *long_pulls; /* (element-type FoyerRecordType): known to have much more */
  GHashTable *states;     /* (element-type utf8 utf8): how far each type has come */
  GHashTable *troubles;   /* (element-type FoyerRecordType Trouble): put off */
  GHashTable *ways; /* (element-type FoyerRecordType GHashTable): states passed since more was promised */
};

typedef struct {
  guint failures;
  gint64 until;
} Trouble;

FoyerSyncAgenda *
foyer_sync_agenda_new (void)
{
  FoyerSyncAgenda *self = g_new0 (FoyerSyncAgenda, 1);

  self->dirty = g_hash_table_new (NULL, NULL);
  self->long_pulls = g_hash_table_new (NULL, NULL);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->troubles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->ways = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
foyer_sync_agenda_free (FoyerSyncAgenda *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->dirty);
  g_hash_table_unref (self->long_pulls);
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->troubles);
  g_hash_table_unref (self->ways);
  g_free (self);
}

void
foyer_sync_agenda_add_all (FoyerSyncAgenda *self)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    g_hash_table_add (self->dirty, (gpointer) types[i]);
}

void
foyer_sync_agenda_add (FoyerSyncAgenda *self, GPtrArray *types)
{
  for (guint i = 0; i < types->len; i++)
    g_hash_table_add (self->dirty, types->pdata[i]);
}

gboolean
foyer_sync_agenda_add_pushed (FoyerSyncAgenda *self, JsonObject *states)
{
  gboolean news = FALSE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *state;

  json_object_iter_init (&iter, states);
  while (json_object_iter_next (&iter, &name, &state)) {
    const FoyerRecordType *type = foyer_record_type_by_name (name);

    /* What our own request brought is no news. */
    if (type == NULL || !JSON_NODE_HOLDS_VALUE (state)
        || g_strcmp0 (g_hash_table_lookup (self->states, name), json_node_get_string (state)) == 0)
      continue;
    g_hash_table_add (self->dirty, (gpointer) type);
    news = TRUE;
  }
  return news;
}

/* In the order of the types' table, so that the same news make the same request. */
GPtrArray *
foyer_sync_agenda_list (FoyerSyncAgenda *self, gint64 now)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < n_types; i++) {
    const Trouble *trouble = g_hash_table_lookup (self->troubles, types[i]);

    if (g_hash_table_contains (self->dirty, types[i]) && (trouble == NULL || trouble->until <= now))
      g_ptr_array_add (list, (gpointer) types[i]);
  }
  return list;
}

guint
foyer_sync_agenda_count (FoyerSyncAgenda *self)
{
  return g_hash_table_size (self->dirty);
}

gboolean
foyer_sync_agenda_is_empty (FoyerSyncAgenda *self)
{
  return g_hash_table_size (self->dirty) == 0 && g_hash_table_size (self->troubles) == 0;
}

GHashTable *
foyer_sync_agenda_copy_long (FoyerSyncAgenda *self)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer type;

  g_hash_table_iter_init (&iter, self->long_pulls);
  while (g_hash_table_iter_next (&iter, &type, NULL))
    g_hash_table_add (copy, type);
  return copy;
}

void
foyer_sync_agenda_take (FoyerSyncAgenda *self, GPtrArray *types)
{
  for (guint i = 0; i < types->len; i++)
    g_hash_table_remove (self->dirty, types->pdata[i]);
}

void
foyer_sync_agenda_note (FoyerSyncAgenda *self,
                        GPtrArray *pulled,
                        GPtrArray *more,
                        GPtrArray *troubled,
                        GHashTable *states)
{
  GHashTableIter iter;
  gpointer name;
  gpointer state;

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &name, &state))
    g_hash_table_replace (self->states, g_strdup (name), g_strdup (state));
  for (guint i = 0; i < pulled->len; i++) {
    if (!g_ptr_array_find (troubled, pulled->pdata[i], NULL))
      g_hash_table_remove (self->troubles, pulled->pdata[i]);
  }
  g_hash_table_remove_all (self->long_pulls);
  for (guint i = 0; i < more->len; i++)
    g_hash_table_add (self->long_pulls, more->pdata[i]);
  foyer_sync_agenda_add (self, more);
}

/* Returns: FALSE if @type has been at @state before */
static gboolean
go_to (FoyerSyncAgenda *self, const FoyerRecordType *type, const char *state)
{
  GHashTable *way = g_hash_table_lookup (self->ways, type);

  if (way == NULL) {
    way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (self->ways, (gpointer) type, way);
  }
  return g_hash_table_add (way, g_strdup (state));
}

void
foyer_sync_agenda_stop_circles (FoyerSyncAgenda *self,
                                GPtrArray *pulled,
                                GPtrArray *more,
                                GPtrArray *troubled,
                                GHashTable *states)
{
  for (guint i = 0; i < pulled->len; i++) {
    const FoyerRecordType *type = pulled->pdata[i];
    const char *state = g_hash_table_lookup (states, type->name);

    if (g_ptr_array_find (troubled, type, NULL) || state == NULL)
      continue;
    if (!g_ptr_array_find (more, type, NULL)) {
      g_hash_table_remove (self->ways, type);
    } else if (!go_to (self, type, state)) {
      g_ptr_array_remove (more, (gpointer) type);
      g_ptr_array_add (troubled, (gpointer) type);
    }
  }
}

void
foyer_sync_agenda_put_off (FoyerSyncAgenda *self, const FoyerRecordType *type, gint64 until)
{
  Trouble *trouble = g_hash_table_lookup (self->troubles, type);

  if (trouble == NULL) {
    trouble = g_new0 (Trouble, 1);
    g_hash_table_insert (self->troubles, (gpointer) type, trouble);
  }
  trouble->failures++;
  trouble->until = until;
  g_hash_table_add (self->dirty, (gpointer) type);
}

guint
foyer_sync_agenda_count_failures (FoyerSyncAgenda *self, const FoyerRecordType *type)
{
  const Trouble *trouble = g_hash_table_lookup (self->troubles, type);

  return trouble == NULL ? 0 : trouble->failures;
}

gint64
foyer_sync_agenda_next (FoyerSyncAgenda *self)
{
  gint64 next = -1;
  GHashTableIter iter;
  gpointer trouble;

  g_hash_table_iter_init (&iter, self->troubles);
  while (g_hash_table_iter_next (&iter, NULL, &trouble)) {
    gint64 until = ((Trouble *) trouble)->until;

    next = next < 0 ? until : MIN (next, until);
  }
  return next;
}

void
foyer_sync_agenda_retry_now (FoyerSyncAgenda *self)
{
  GHashTableIter iter;
  gpointer trouble;

  g_hash_table_iter_init (&iter, self->troubles);
  while (g_hash_table_iter_next (&iter, NULL, &trouble))
    ((Trouble *) trouble)->until = 0;
}

GPtrArray *
foyer_sync_agenda_list_troubled (FoyerSyncAgenda *self)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < n_types; i++) {
    if (g_hash_table_contains (self->troubles, types[i]))
      g_ptr_array_add (list, (gpointer) types[i]);
  }
  return list;
}
