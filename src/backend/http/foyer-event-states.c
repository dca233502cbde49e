/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-event-states.c - which types of an account have changed, and the event that says so */

#include "http/foyer-event-states.h"

#include "foyer-json.h"

#include <string.h>

GHashTable *
foyer_event_states_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gint64
get_number (const char *state)
{
  const char *hyphen = strrchr (state, '-');
  gint64 number;

  if (hyphen == NULL || !g_ascii_string_to_signed (hyphen + 1, 10, 0, FOYER_JSON_MAX_INTEGER, &number, NULL))
    return -1;
  return number;
}

static gboolean
is_same_history (const char *a, const char *b)
{
  const char *hyphen = strrchr (a, '-');

  return hyphen != NULL && strncmp (a, b, (gsize) (hyphen - a) + 1) == 0;
}

void
foyer_event_states_note (GHashTable *states, GHashTable *newer, GHashTable *noted)
{
  GHashTableIter iter;
  gpointer type;
  gpointer state;

  g_hash_table_iter_init (&iter, newer);
  while (g_hash_table_iter_next (&iter, &type, &state)) {
    const char *known = g_hash_table_lookup (states, type);

    if (known != NULL && is_same_history (known, state) && get_number (state) <= get_number (known))
      continue;
    g_hash_table_replace (states, g_strdup (type), g_strdup (state));
    if (noted != NULL)
      g_hash_table_add (noted, g_strdup (type));
  }
}

const char *
foyer_event_states_get_position (GHashTable *states)
{
  const char *position = "0";
  GHashTableIter iter;
  gpointer state;

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, NULL, &state)) {
    if (get_number (state) > get_number (position) || strcmp (position, "0") == 0)
      position = state;
  }
  return position;
}

GHashTable *
foyer_event_states_list_missed (GHashTable *states, const char *position)
{
  GHashTable *missed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer type;
  gpointer state;

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &type, &state)) {
    if (position == NULL || !is_same_history (state, position) || get_number (position) < 0
        || get_number (state) > get_number (position))
      g_hash_table_add (missed, g_strdup (type));
  }
  return missed;
}

GBytes *
foyer_event_states_write (GHashTable *states,
                          const char *account_id,
                          const FoyerEventQuery *query,
                          GHashTable *types)
{
  g_autoptr (JsonObject) event = json_object_new ();
  JsonObject *changed = json_object_new ();
  JsonObject *of_account = json_object_new ();
  g_autofree char *data = NULL;
  char *text;
  GHashTableIter iter;
  gpointer type;

  json_object_set_string_member (event, "@type", "StateChange");
  json_object_set_object_member (event, "changed", changed);
  json_object_set_object_member (changed, account_id, of_account);
  g_hash_table_iter_init (&iter, types);
  while (g_hash_table_iter_next (&iter, &type, NULL)) {
    if (foyer_event_query_wants (query, type))
      json_object_set_string_member (of_account, type, g_hash_table_lookup (states, type));
  }
  if (json_object_get_size (of_account) == 0)
    return NULL;
  data = foyer_json_canonical_object (event);
  text = g_strdup_printf ("event: state\nid: %s\ndata: %s\n\n", foyer_event_states_get_position (states),
                          data);
  return g_bytes_new_take (text, strlen (text));
}
